//! Arguments that several commands share: how profiles are read, and which outside services may be asked.

use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::{Args, ValueEnum};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use profile_data::{ExperienceRule, Format, ReadOptions, SelectionRules, YearMonth};

use crate::reading::Reading;

/// How profiles are read, and who of them is taken.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Reading")]
pub struct ReadingArgs {
    /// Format of the files; without it, their content decides. One of jsonl, bright-data, bright-data-csv,
    /// bright-data-parquet (a build with `--features parquet`), stack-overflow, linkedin, json-resume.
    #[arg(long, value_name = "FORMAT")]
    pub format: Option<Format>,
    /// How jobs add up.
    #[command(flatten)]
    pub experience: ExperienceArgs,
    /// Whom to learn from: `successful-tech` (the seed's rule) or a file of rules like it; everybody if not given.
    #[arg(long, value_name = "RULES")]
    pub select: Option<String>,
    /// Let the rules match inside words, as the seed did ("art" then excludes "smart").
    #[arg(long, requires = "select")]
    pub select_substring: bool,
    /// Fail on the first record that cannot be read, instead of skipping and reporting it.
    #[arg(long)]
    pub strict: bool,
}

/// How jobs add up to months.
#[derive(Clone, Copy, Debug, Default, Args)]
#[command(next_help_heading = "Reading")]
pub struct ExperienceArgs {
    /// Months of experience: `union` counts parallel jobs once, `sum` adds every job up.
    #[arg(long, value_name = "union|sum", default_value_t)]
    pub experience: ExperienceRule,
    /// The month that "Present" means, for jobs that do not say how long; this month if not given.
    #[arg(long, value_name = "YYYY-MM", value_parser = parse_month)]
    pub as_of: Option<YearMonth>,
}

impl ExperienceArgs {
    /// The month that "Present" means.
    pub fn as_of(&self) -> YearMonth {
        self.as_of.unwrap_or_else(this_month)
    }
}

impl ReadingArgs {
    /// What was asked for, with the rules read and today's month filled in.
    ///
    /// # Errors
    /// A file of rules that cannot be read or understood.
    pub fn reading(&self) -> Result<Reading> {
        let select = self.select.as_deref().map(|rules| self.rules(rules)).transpose()?;
        let options = ReadOptions {
            format: self.format,
            experience: self.experience.experience,
            as_of: self.experience.as_of(),
        };
        Ok(Reading { options, select, strict: self.strict })
    }

    fn rules(&self, name: &str) -> Result<SelectionRules> {
        let mut rules = match SelectionRules::builtin(name) {
            Some(rules) => rules,
            None => {
                let text = std::fs::read_to_string(name).with_context(|| {
                    format!(
                        "--select {name}: neither a known rule (successful-tech) nor a file that can be read"
                    )
                })?;
                SelectionRules::from_toml(&text).with_context(|| format!("--select {name}"))?
            }
        };
        if self.select_substring {
            rules.substring = true;
        }
        Ok(rules)
    }
}

/// Which outside services may be asked.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "Names of topics, skills from course titles")]
pub struct ServiceArgs {
    /// Who names topics, and reads skills out of recommended courses' titles for people who list none: `auto`
    /// asks Gemini when GEMINI_API_KEY is set.
    #[arg(long, value_enum, default_value_t = Naming::Auto)]
    pub naming: Naming,
    /// The Gemini model.
    #[arg(long, value_name = "MODEL", default_value = web_services::gemini::DEFAULT_MODEL)]
    pub gemini_model: String,
    /// The most to spend on Gemini in one run, in US dollars; the rest is done offline.
    #[arg(long, value_name = "USD", default_value_t = 1.0)]
    pub gemini_budget: f64,
    /// Where Gemini is.
    #[arg(long, value_name = "URL", default_value = web_services::gemini::DEFAULT_BASE_URL)]
    pub gemini_url: String,
    /// The folder of answers already paid for; a second run asks for new things only.
    #[arg(long, value_name = "DIR", default_value = ".career-roadmap/answers")]
    pub answers: PathBuf,
}

/// Who names topics and reads course titles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Naming {
    /// Gemini when a key is there, else offline.
    Auto,
    /// Gemini; without a key it is an error.
    Gemini,
    /// The topics' own words, and the skills that others list; nothing leaves the machine.
    Offline,
}

fn parse_month(text: &str) -> Result<YearMonth, String> {
    YearMonth::parse(text).ok_or_else(|| "give a year and a month, such as 2026-11".to_owned())
}

fn this_month() -> YearMonth {
    let today = Timestamp::now().to_zoned(TimeZone::UTC).date();
    YearMonth::new(i32::from(today.year()), today.month().unsigned_abs().into())
        .unwrap_or_else(|| unreachable!("a calendar month is a month"))
}
