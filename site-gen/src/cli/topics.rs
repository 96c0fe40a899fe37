//! `site-gen topics`

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Result;
use career_training::{ClusterCount, Features};
use clap::Args;
use training::topics::{Strings, write_topics};
use training::workflow::{TrainOptions, group_labels};

use crate::cli::args::{ReadingArgs, ServiceArgs, TopicArgs};
use crate::progress::Terminal;

/// Group skills and degree fields into named topics, and write them for review.
#[derive(Debug, Args)]
pub(crate) struct Topics {
    /// Files of profiles; globs in quotes, `-` is stdin.
    #[arg(long, value_name = "PATH", num_args = 1.., required = true)]
    pub profiles: Vec<PathBuf>,
    /// The folder for skills.csv and degree_fields.csv.
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    /// Also write strings of fewer than five people. What one person wrote can name that person: keep such a
    /// file to yourself.
    #[arg(long)]
    pub all: bool,
    /// Seed of everything random.
    #[arg(long, value_name = "S", default_value_t = 1)]
    pub seed: u64,
    /// How they are read.
    #[command(flatten)]
    pub reading: ReadingArgs,
    /// What steers them.
    #[command(flatten)]
    pub topics: TopicArgs,
    /// Who names them.
    #[command(flatten)]
    pub services: ServiceArgs,
}

impl Topics {
    /// Groups labels and writes the topics.
    ///
    /// # Errors
    /// Profiles that cannot be read, or a folder that cannot be written.
    pub(crate) fn run(self) -> Result<()> {
        let options = TrainOptions {
            profiles: self.profiles.clone(),
            reading: self.reading.reading()?,
            steering: self.topics.steering()?,
            services: self.services.services()?,
            features: Features::Seed,
            clusters: ClusterCount::Auto,
            seed: self.seed,
        };
        let (people, topics) = group_labels(&options, Arc::new(Terminal::default()))?;
        let strings = if self.all { Strings::All } else { Strings::Shared };
        let (written, left_out) = write_topics(&people, &topics, strings, &self.out)?;
        eprintln!("{written} strings with their topics in {}", self.out.display());
        if left_out > 0 {
            eprintln!(
                "{left_out} strings of fewer than five people are left out, because they can name a person (--all writes them)"
            );
        }
        Ok(())
    }
}
