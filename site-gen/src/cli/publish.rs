//! `site-gen publish`

use anyhow::Result;
use artifact_store::{ArtifactStore, ModelFile, StoreError};

use crate::cli_releases::PublishArgs;
use crate::commands::refresh::finish;
use crate::commands::runtime;
use crate::place;
use crate::progress::PublishProgress;
use crate::releases::refresh::publish_model;
use crate::workflow::load;

/// The most bytes of a `summary.json`.
const MAX_SUMMARY_LEN: usize = 8 << 20;

/// Model → release, if it is no worse than what is live.
///
/// # Errors
/// A model or a place that cannot be read or written, another publish at work, or a release that would be worse.
pub fn run(args: &PublishArgs) -> Result<()> {
    let options = args.publishing.options(args.force.as_ref());
    let progress = PublishProgress::new();
    let report = runtime()?.block_on(async {
        let model = load(&args.model).await?;
        let summary =
            match place::open(&args.model).await?.get(&ModelFile::Summary.key(), MAX_SUMMARY_LEN).await {
                Ok(object) => Some(object.bytes),
                // A model without its summary is one all the same.
                Err(StoreError::NotFound { .. }) => None,
                Err(error) => return Err(error.into()),
            };
        let store = ArtifactStore::open(&args.to).await?;
        publish_model(&store, model, summary, &options, &|step| progress.tell(step)).await
    })?;
    finish(&report, args.publishing.json)
}
