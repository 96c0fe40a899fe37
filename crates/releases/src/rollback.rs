//! Rollback to an earlier release.
//!
//! A rollback is a new release: the earlier model with its own addresses, on top of the live release. So
//! every address published since then still works, with a page that names the replacement, and the rollback
//! itself can be rolled back.

use anyhow::{Context, Result, ensure};
use artifact_store::{ArtifactStore, ModelFile, ReleaseId, StoreError, layout};
use career_training::Fitted;

use crate::live_state::LiveState;
use crate::manifest::{Manifest, Origin};
use crate::release::Candidate;

/// The release to go back to: `named`, or the one before the live release.
///
/// # Errors
/// No live release, no earlier release, no such release, or one with people who are forgotten since.
pub async fn target(
    store: &ArtifactStore,
    before: &LiveState,
    named: Option<&ReleaseId>,
) -> Result<Manifest> {
    let live =
        before.manifest.as_ref().context("nothing is published here, so there is nothing to roll back")?;
    let wanted = match named {
        Some(named) => named.clone(),
        None => {
            // After a rollback, go back from the restored release.
            let mut effective = live.clone();
            while let Origin::RollbackTo(restored) = &effective.origin {
                effective = Manifest::read(store, restored).await?;
            }
            let release = effective.release;
            effective
                .previous
                .with_context(|| format!("release {release} is the first one; there is none before it"))?
        }
    };
    ensure!(wanted != live.release, "release {wanted} is live already");
    let why = "going back to a release from before people were forgotten would bring them back; make one \
               without them: `site-gen refresh` with the profiles that you want";
    match Manifest::find(store, &wanted).await? {
        Some(target) => {
            ensure!(target.forgotten == before.forgotten.entry(), "release {wanted}: {why}");
            Ok(target)
        }
        None if before.forgotten.is_empty() => Manifest::read(store, &wanted).await,
        // A refresh deletes such releases.
        None => Manifest::read(store, &wanted).await.context(why),
    }
}

/// A candidate with the model of an earlier release.
///
/// # Errors
/// A model that cannot be read.
pub async fn candidate(store: &ArtifactStore, target: &Manifest) -> Result<Candidate> {
    let summary =
        match store.get(&target.release.model_file(ModelFile::Summary), layout::MAX_SUMMARY_LEN).await {
            Ok(object) => Some(object.bytes),
            Err(StoreError::NotFound { .. }) => None,
            Err(error) => return Err(error.into()),
        };
    Ok(Candidate {
        fitted: Fitted::without_members(target.model(store).await?),
        anchors: target.anchors.clone(),
        summary,
        origin: Origin::RollbackTo(target.release.clone()),
        inputs: target.inputs.clone(),
        panel: None,
    })
}
