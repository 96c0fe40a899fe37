//! Arguments about outside services.

use std::path::PathBuf;

use anyhow::Result;
use clap::{Args, ValueEnum};
use training::services::{Naming, ServiceSettings, Services};
use web_services::gemini::{DEFAULT_BASE_URL, DEFAULT_MODEL};

/// Which outside services may be asked.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "Names of topics, skills from course titles")]
pub(crate) struct ServiceArgs {
    /// Who names topics, and reads skills out of recommended courses' titles for people who list none: `auto`
    /// asks Gemini when GEMINI_API_KEY is set.
    #[arg(long, value_enum, default_value_t = NamingArg::Auto)]
    pub naming: NamingArg,
    /// The Gemini model.
    #[arg(long, value_name = "MODEL", default_value = DEFAULT_MODEL)]
    pub gemini_model: String,
    /// The most to spend on Gemini in one run, in US dollars; the rest is done offline.
    #[arg(long, value_name = "USD", default_value_t = 1.0)]
    pub gemini_budget: f64,
    /// Where Gemini is.
    #[arg(long, value_name = "URL", default_value = DEFAULT_BASE_URL)]
    pub gemini_url: String,
    /// The folder of answers already paid for; a second run asks for new things only.
    #[arg(long, value_name = "DIR", default_value = ".career-roadmap/answers")]
    pub answers: PathBuf,
}

/// Who names topics and reads course titles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum NamingArg {
    /// Gemini when a key is there, else offline.
    Auto,
    /// Gemini; without a key it is an error.
    Gemini,
    /// The topics' own words, and the skills that others list; nothing leaves the machine.
    Offline,
}

impl ServiceArgs {
    /// The services asked for, with the key of the environment; `None` means offline.
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
