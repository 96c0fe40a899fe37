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
  site-gen rollback --at s3://releases                             the release before the live one
  site-gen rollback --at s3://releases --release 0123456789abcdef

A rollback is a release like any other: addresses published since still answer, and it can be rolled back.
The next refresh from the profiles that were rolled back does nothing until they change.")]
pub(crate) struct Rollback {
    /// Where releases and the site live: a folder or s3://bucket/prefix.
    #[arg(long, value_name = "PLACE")]
    pub at: String,
    /// The release to go back to; the one before the live one if not given.
    #[arg(long, value_name = "ID")]
    pub release: Option<ReleaseId>,
    /// How it is published.
    #[command(flatten)]
    pub publishing: PublishingArgs,
}

impl Rollback {
    /// An earlier release → release.
    ///
    /// # Errors
    /// A place that cannot be read or written, another publish at work, or no such release.
    pub(crate) fn run(self) -> Result<()> {
        let options = self.publishing.options(None);
        let report = runtime()?.block_on(async {
            let store = ArtifactStore::open(&self.at).await?;
            roll_back(&store, self.release.as_ref(), &options, &Terminal::default()).await
        })?;
        self.publishing.finish(&report)
    }
}
