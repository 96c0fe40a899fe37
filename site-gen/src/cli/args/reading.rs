//! Arguments about reading profiles.

use anyhow::{Context, Result};
use clap::Args;
use profile_data::{ExperienceRule, Format, ReadOptions, SelectionRules, YearMonth};
use training::clock::this_month;
use training::reading::{Reading, selection_rules};

/// How profiles are read, and who of them is taken.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Reading")]
pub(crate) struct ReadingArgs {
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
pub(crate) struct ExperienceArgs {
    /// Months of experience: `union` counts parallel jobs once, `sum` adds every job up.
    #[arg(long, value_name = "union|sum", default_value_t)]
    pub experience: ExperienceRule,
    /// The month that "Present" means, for jobs that do not say how long; this month if not given.
    #[arg(long, value_name = "YYYY-MM", value_parser = parse_month)]
    pub as_of: Option<YearMonth>,
}

impl ExperienceArgs {
    /// The month that "Present" means.
    pub(crate) fn as_of(&self) -> YearMonth {
        self.as_of.unwrap_or_else(this_month)
    }
}

impl ReadingArgs {
    /// What was asked for, with the rules read and today's month filled in.
    ///
    /// # Errors
    /// A file of rules that cannot be read or understood.
    pub(crate) fn reading(&self) -> Result<Reading> {
        let rules = |name: &str| -> Result<SelectionRules> {
            let mut rules = selection_rules(name).with_context(|| format!("--select {name}"))?;
            rules.substring |= self.select_substring;
            Ok(rules)
        };
        let select = self.select.as_deref().map(rules).transpose()?;
        let options = ReadOptions {
            format: self.format,
            experience: self.experience.experience,
            as_of: self.experience.as_of(),
        };
        Ok(Reading { options, select, strict: self.strict })
    }
}

fn parse_month(text: &str) -> Result<YearMonth, String> {
    YearMonth::parse(text).ok_or_else(|| "give a year and a month, such as 2026-11".to_owned())
}
