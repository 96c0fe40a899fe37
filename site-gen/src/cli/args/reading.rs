//! Arguments of reading profiles.

use anyhow::{Context, Result};
use clap::Args;
use profile_data::{ExperienceRule, Forgotten, Format, ReadOptions, SelectionRules, YearMonth};
use training::clock::this_month;
use training::reading::{ReadSettings, selection_rules};

/// How profiles are read, and which people are selected.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Reading")]
pub(crate) struct ReadingArgs {
    /// Format of the files [default: detected from the content]. One of jsonl, bright-data, bright-data-csv,
    /// bright-data-parquet (needs a build with `--features parquet`), stack-overflow, linkedin, json-resume.
    #[arg(long, value_name = "FORMAT")]
    pub format: Option<Format>,
    /// Months of experience.
    #[command(flatten)]
    pub experience: ExperienceArgs,
    /// Rules that select people: `successful-tech` (the reference method's rule) or a file of rules [default:
    /// everyone]
    #[arg(long, value_name = "RULES")]
    pub select: Option<String>,
    /// Match the rules inside words, as the reference method does ("art" then excludes "smart").
    #[arg(long, requires = "select")]
    pub select_substring: bool,
    /// Fail on the first unreadable record instead of skipping it.
    #[arg(long)]
    pub strict: bool,
}

/// How months of experience are counted.
#[derive(Clone, Copy, Debug, Default, Args)]
#[command(next_help_heading = "Reading")]
pub(crate) struct ExperienceArgs {
    /// How to count months of experience: `union` counts parallel jobs once, `sum` adds up all jobs.
    #[arg(long, value_name = "union|sum", default_value_t)]
    pub experience: ExperienceRule,
    /// End of current jobs without a duration [default: this month]
    #[arg(long, value_name = "YYYY-MM", value_parser = parse_month)]
    pub as_of: Option<YearMonth>,
}

impl ExperienceArgs {
    /// The end of current jobs.
    pub(crate) fn as_of(&self) -> YearMonth {
        self.as_of.unwrap_or_else(this_month)
    }
}

impl ReadingArgs {
    /// The settings, with the rules read and the current month filled in.
    ///
    /// # Errors
    /// A file of rules that cannot be read or is not valid.
    pub(crate) fn reading(&self) -> Result<ReadSettings> {
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
        Ok(ReadSettings { options, select, strict: self.strict, forgotten: Forgotten::default() })
    }
}

fn parse_month(text: &str) -> Result<YearMonth, String> {
    YearMonth::parse(text).ok_or_else(|| "give a year and a month, such as 2026-11".to_owned())
}
