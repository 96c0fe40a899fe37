//! `site-gen rollback`

use anyhow::Result;
use artifact_store::{ArtifactStore, ReleaseId};
use clap::Args;
use releases::refresh::roll_back;
use training::location::runtime;

use crate::cli::args::PublishingArgs;
use crate::progress::Terminal;

/// Go back to an earlier release.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  site-gen rollback --at s3://releases                             to the release before the live one
  site-gen rollback --at s3://releases --release 0123456789abcdef

A rollback is a new release: all addresses still work, and you can roll it back.
A refresh does not publish the rolled-back profiles again until they change.")]
pub(crate) struct Rollback {
    /// Location of the releases and the site: a folder or s3://bucket/prefix.
    #[arg(long, value_name = "LOCATION")]
    pub at: String,
    /// Release to go back to [default: the one before the live release]
    #[arg(long, value_name = "ID")]
    pub release: Option<ReleaseId>,
    /// Options of the release.
    #[command(flatten)]
    pub publishing: PublishingArgs,
}

impl Rollback {
    /// Publishes the model of an earlier release.
    ///
    /// # Errors
    /// A location that cannot be read or written, another publish, or no such release.
    pub(crate) fn run(self) -> Result<()> {
        let options = self.publishing.options(None);
        let report = runtime()?.block_on(async {
            let store = ArtifactStore::open(&self.at).await?;
            roll_back(&store, self.release.as_ref(), &options, &Terminal::default()).await
        })?;
        self.publishing.finish(&report)
    }
}
