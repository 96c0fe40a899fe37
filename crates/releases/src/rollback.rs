//! Taking an earlier release back up.
//!
//! A rollback is a release like any other: the earlier model with the addresses it had, on top of what is live. So every
//! address published since still answers, with a page that says what stands in its place, and the rollback itself can be
//! rolled back.

use anyhow::{Context, Result, ensure};
use artifact_store::{ArtifactStore, ModelFile, ReleaseId, StoreError};

use crate::live_state::LiveState;
use crate::manifest::{Manifest, Origin};
use crate::release::Candidate;

/// The most bytes of a `summary.json`.
const MAX_SUMMARY_LEN: usize = 8 << 20;

/// The release to go back to: the one named, else the one before what is live.
///
/// # Errors
/// Nothing live, no earlier release, or a release that is not there.
pub async fn target(
    store: &ArtifactStore,
    before: &LiveState,
    named: Option<&ReleaseId>,
) -> Result<Manifest> {
    let live =
        before.manifest.as_ref().context("nothing is published here, so there is nothing to go back from")?;
    let wanted = match named {
        Some(named) => named.clone(),
        None => {
            // After a rollback, "before" is before the release that it took up.
            let mut effective = live.clone();
            while let Origin::RollbackTo(taken_up) = &effective.origin {
                effective = Manifest::read(store, taken_up).await?;
            }
            let release = effective.release;
            effective
                .previous
                .with_context(|| format!("release {release} is the first; there is none before it"))?
        }
    };
    ensure!(wanted != live.release, "release {wanted} is live already");
    Manifest::read(store, &wanted).await
}

/// The earlier release's model as a candidate.
///
/// # Errors
/// A model that cannot be read.
pub async fn candidate(store: &ArtifactStore, target: &Manifest) -> Result<Candidate> {
    let summary = match store.get(&target.release.model_file(ModelFile::Summary), MAX_SUMMARY_LEN).await {
        Ok(object) => Some(object.bytes),
        Err(StoreError::NotFound { .. }) => None,
        Err(error) => return Err(error.into()),
    };
    Ok(Candidate {
        model: target.model(store).await?,
        summary,
        origin: Origin::RollbackTo(target.release.clone()),
        inputs: target.inputs.clone(),
        panel: None,
    })
}
