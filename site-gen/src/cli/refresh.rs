//! `site-gen refresh`

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Result;
use artifact_store::ArtifactStore;
use clap::Args;
use releases::refresh::{Options, refresh};
use training::location::runtime;
use training::workflow::TrainOptions;

use crate::cli::args::{FitArgs, PublishingArgs, ReadingArgs, ServiceArgs, TopicArgs};
use crate::progress::Terminal;

/// Learn from profiles and publish what came of it, if it is no worse than what is live.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  site-gen refresh --profiles people.jsonl --to public --base-url https://example.org
  site-gen refresh --profiles s3://profiles/2026/ --to s3://releases
  site-gen refresh --profiles people.jsonl --to public --force 'fewer profiles, as agreed'

Groups go on from those that are live, so that most people keep their page; --fresh looks for new ones.
Nothing is published, and the exit code is 1, when recall drops by more than chance explains, when a roadmap
has fewer than 10 people, or when more than 20% of people would find another page than before.
The same profiles and settings again change nothing.")]
pub(crate) struct Refresh {
    /// Files of profiles; globs in quotes, `-` is stdin, s3://bucket/prefix is every object below it.
    #[arg(long, value_name = "PATH", num_args = 1.., required = true)]
    pub profiles: Vec<PathBuf>,
    /// Where releases and the site live: a folder or s3://bucket/prefix. `site/` in it is the public part.
    #[arg(long, value_name = "PLACE")]
    pub to: String,
    /// Publish although the gate, or an earlier rollback, speaks against it; the reason is kept with the release.
    #[arg(long, value_name = "REASON")]
    pub force: Option<String>,
    /// Look for groups anew, instead of going on from those that are live: many people may find another page.
    #[arg(long)]
    pub fresh: bool,
    /// The method, its features and its seed.
    #[command(flatten)]
    pub fit: FitArgs,
    /// How it is published.
    #[command(flatten)]
    pub publishing: PublishingArgs,
    /// How profiles are read.
    #[command(flatten)]
    pub reading: ReadingArgs,
    /// What steers the topics; names are kept from the live release.
    #[command(flatten)]
    pub topics: TopicArgs,
    /// Who names topics and reads course titles.
    #[command(flatten)]
    pub services: ServiceArgs,
}

impl Refresh {
    /// Profiles → release, if it is no worse than what is live.
    ///
    /// # Errors
    /// Profiles or a place that cannot be read or written, another publish at work, or a release that would be worse.
    pub(crate) fn run(self) -> Result<()> {
        let train = TrainOptions {
            profiles: self.profiles.clone(),
            reading: self.reading.reading()?,
            steering: self.topics.steering()?,
            services: self.services.services()?,
            features: self.fit.features(),
            clusters: self.fit.clusters,
            seed: self.fit.seed,
        };
        let options = Options { fresh: self.fresh, ..self.publishing.options(self.force.as_ref()) };
        let report = runtime()?.block_on(async {
            let store = ArtifactStore::open(&self.to).await?;
            refresh(&store, train, &options, &Terminal::default(), Arc::new(Terminal::default())).await
        })?;
        self.publishing.finish(&report)
    }
}
