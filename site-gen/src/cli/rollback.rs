//! `site-gen rollback`

use anyhow::Result;
use artifact_store::ArtifactStore;

use crate::cli_releases::RollbackArgs;
use crate::commands::refresh::finish;
use crate::commands::runtime;
use crate::progress::PublishProgress;
use crate::releases::refresh::roll_back;

/// An earlier release → release.
///
/// # Errors
/// A place that cannot be read or written, another publish at work, or no such release.
pub fn run(args: &RollbackArgs) -> Result<()> {
    let options = args.publishing.options(None);
    let progress = PublishProgress::new();
    let report = runtime()?.block_on(async {
        let store = ArtifactStore::open(&args.at).await?;
        roll_back(&store, args.release.as_ref(), &options, &|step| progress.tell(step)).await
    })?;
    finish(&report, args.publishing.json)
}
