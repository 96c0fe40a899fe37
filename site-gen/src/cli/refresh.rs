//! `site-gen refresh`

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Result;
use artifact_store::ArtifactStore;
use clap::Args;
use releases::refresh::{Options, refresh};
use training::location::runtime;
use training::progress::SharedProgress;

use crate::cli::args::{ForgetArgs, PublishingArgs, TrainingArgs};
use crate::progress::Terminal;

/// Train a model on profiles and publish it, unless it is worse than the live release.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  site-gen refresh --profiles people.jsonl --to public --base-url https://example.org
  site-gen refresh --profiles s3://profiles/2026/ --to s3://releases
  site-gen refresh --profiles people.jsonl --to public --force 'fewer profiles, as agreed'
  site-gen refresh --profiles people.jsonl --to public --forget people-to-forget.txt

A refresh continues the live groups, so that most people keep their page; use --fresh to search for new
groups. It publishes nothing and exits with 1 if recall drops by more than chance explains, if a roadmap has
fewer than 10 people, or if more than 20% of people would change page. With unchanged profiles and settings
it does nothing.

Forgotten people stay forgotten in all later refreshes, also without --forget. A number of at most nine digits
means everyone with that number; an address is safer. Earlier releases are deleted, because they have them.")]
pub(crate) struct Refresh {
    /// Files of profiles; quote globs, `-` is stdin, s3://bucket/prefix means all objects below it.
    #[arg(long, value_name = "PATH", num_args = 1.., required = true)]
    pub profiles: Vec<PathBuf>,
    /// Location of the releases and the site: a folder or s3://bucket/prefix. Only `site/` in it is public.
    #[arg(long, value_name = "LOCATION")]
    pub to: String,
    /// Publish despite the quality gate or an earlier rollback; the reason is stored with the release.
    #[arg(long, value_name = "REASON")]
    pub force: Option<String>,
    /// Search for new groups instead of continuing the live ones; many people may change page.
    #[arg(long)]
    pub fresh: bool,
    /// People to forget.
    #[command(flatten)]
    pub forgetting: ForgetArgs,
    /// Options of the training run.
    #[command(flatten)]
    pub training: TrainingArgs,
    /// Options of the release.
    #[command(flatten)]
    pub publishing: PublishingArgs,
}

impl Refresh {
    /// Trains a model and publishes it if the gate lets it pass.
    ///
    /// # Errors
    /// Profiles or a location that cannot be read or written, another publish, or a refused release.
    pub(crate) fn run(self) -> Result<()> {
        let train = self.training.options(self.profiles.clone())?;
        let forget = self.forgetting.names()?;
        let options = Options { fresh: self.fresh, forget, ..self.publishing.options(self.force.as_ref()) };
        let report = runtime()?.block_on(async {
            let store = ArtifactStore::open(&self.to).await?;
            let terminal = Arc::new(Terminal::default());
            refresh(&store, train, &options, &*terminal, Arc::clone(&terminal) as SharedProgress).await
        })?;
        self.publishing.finish(&report)
    }
}
