//! `site-gen topics`

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Result;
use career_training::{ClusterCount, Features};
use clap::Args;
use training::topics::{StringFilter, write_topics};
use training::workflow::group_labels;

use crate::cli::args::LabelArgs;
use crate::progress::Terminal;

/// Group skills and degree fields into named topics, and write them for review.
#[derive(Debug, Args)]
pub(crate) struct Topics {
    /// Files of profiles; quote globs, `-` is stdin.
    #[arg(long, value_name = "PATH", num_args = 1.., required = true)]
    pub profiles: Vec<PathBuf>,
    /// Folder for skills.csv and degree_fields.csv.
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    /// Also write strings of fewer than five people. Such strings can identify a person: do not share the
    /// files.
    #[arg(long)]
    pub all: bool,
    /// Random seed.
    #[arg(long, value_name = "SEED", default_value_t = 1)]
    pub seed: u64,
    /// From profiles to labels and their topics.
    #[command(flatten)]
    pub labels: LabelArgs,
}

impl Topics {
    /// Groups labels and writes the topics.
    ///
    /// # Errors
    /// Profiles that cannot be read, or a folder that cannot be written.
    pub(crate) fn run(self) -> Result<()> {
        let profiles = self.profiles.clone();
        let options = self.labels.options(profiles, Features::Reference, ClusterCount::Auto, self.seed)?;
        let (people, topics) = group_labels(&options, Arc::new(Terminal::default()))?;
        let filter = if self.all { StringFilter::All } else { StringFilter::Shared };
        let (written, omitted) = write_topics(&people, &topics, filter, &self.out)?;
        eprintln!("{written} strings with topics in {}", self.out.display());
        if omitted > 0 {
            eprintln!(
                "omitted {omitted} strings of fewer than five people, because they can identify a person \
                 (--all writes them)"
            );
        }
        Ok(())
    }
}
