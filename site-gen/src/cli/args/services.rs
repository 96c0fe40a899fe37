//! Arguments of external services.

use std::path::PathBuf;

use anyhow::Result;
use clap::{Args, ValueEnum};
use training::services::{Naming, ServiceSettings, Services};
use web_services::gemini::{DEFAULT_BASE_URL, DEFAULT_MAX_USD, DEFAULT_MODEL};

/// The use of external services.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "Names of topics, skills from course titles")]
pub(crate) struct ServiceArgs {
    /// How to name topics, and to find skills in titles of recommended courses for people without skills.
    #[arg(long, value_enum, default_value_t = NamingArg::Auto)]
    pub naming: NamingArg,
    /// Gemini model.
    #[arg(long, value_name = "MODEL", default_value = DEFAULT_MODEL)]
    pub gemini_model: String,
    /// Spending limit on Gemini per run, in US dollars; the rest is done offline.
    #[arg(long, value_name = "USD", default_value_t = DEFAULT_MAX_USD)]
    pub gemini_budget: f64,
    /// Base URL of the Gemini API.
    #[arg(long, value_name = "URL", default_value = DEFAULT_BASE_URL)]
    pub gemini_url: String,
    /// Folder of cached answers, which are not paid for again.
    #[arg(long, value_name = "DIR", default_value = ".career-roadmap/answers")]
    pub answers: PathBuf,
}

/// How topics are named and skills are found in course titles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum NamingArg {
    /// By Gemini if GEMINI_API_KEY is set, otherwise offline.
    Auto,
    /// By Gemini; fail if GEMINI_API_KEY is not set.
    Gemini,
    /// By the topics' own words and the skills of other people; nothing leaves the machine.
    Offline,
}

impl ServiceArgs {
    /// The services with the API key of the environment; `None` means offline.
    ///
    /// # Errors
    /// `--naming gemini` without a key, or a setting that is out of range.
    pub(crate) fn services(&self) -> Result<Option<Services>> {
        Services::from_env(&ServiceSettings {
            naming: match self.naming {
                NamingArg::Auto => Naming::Auto,
                NamingArg::Gemini => Naming::Gemini,
                NamingArg::Offline => Naming::Offline,
            },
            gemini_model: self.gemini_model.clone(),
            gemini_budget_usd: self.gemini_budget,
            gemini_url: self.gemini_url.clone(),
            answers: self.answers.clone(),
        })
    }
}
