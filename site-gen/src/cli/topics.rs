//! `site-gen topics`

use std::path::PathBuf;

use anyhow::Result;
use career_training::{ClusterCount, Features};
use clap::Args;

use crate::cli::{ReadingArgs, ServiceArgs};
use crate::cli_topics::TopicArgs;
use crate::services::Services;
use crate::topics::{Strings, write_topics};
use crate::workflow::{TrainOptions, group_labels};

/// Arguments of `topics`.
#[derive(Debug, Args)]
pub struct TopicsArgs {
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

/// Groups labels and writes the topics.
///
/// # Errors
/// Profiles that cannot be read, or a folder that cannot be written.
pub fn run(args: &TopicsArgs) -> Result<()> {
    let (people, topics) = group_labels(&TrainOptions {
        profiles: args.profiles.clone(),
        reading: args.reading.reading()?,
        steering: args.topics.steering()?,
        services: Services::from_args(&args.services)?,
        features: Features::Seed,
        clusters: ClusterCount::Auto,
        seed: args.seed,
    })?;
    let strings = if args.all { Strings::All } else { Strings::Shared };
    let (written, left_out) = write_topics(&people, &topics, strings, &args.out)?;
    eprintln!("{written} strings with their topics in {}", args.out.display());
    if left_out > 0 {
        eprintln!(
            "{left_out} strings of fewer than five people are left out, because they can name a person (--all writes them)"
        );
    }
    Ok(())
}
