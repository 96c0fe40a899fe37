//! The writes of a publish, in order. `docs/releases.md` gives the reasons for the order.

use std::time::Duration;

use anyhow::{Result, ensure};
use artifact_store::pointer::LiveRelease;
use artifact_store::{ArtifactStore, Condition, Put, ReleaseId, StoreError, content_type, layout};
use futures_util::future::try_join_all;

use crate::forgotten::StoredForgotten;
use crate::lease::{ClaimOutcome, Lease};
use crate::live_state::LiveState;
use crate::manifest::{Manifest, Origin};
use crate::permalinks::StoredPermalinks;
use crate::progress::{Progress, Step};
use crate::public::{self, CONCURRENCY};
use crate::release::Release;

/// Digests of rolled-back inputs kept in the pointer.
const MAX_ROLLED_BACK: usize = 20;

/// Options of a publish.
pub struct PublishOptions<'a> {
    /// How long another publish's claim may go without a renewal, see [`LEASE`](crate::lease::LEASE).
    pub lease: Duration,
    /// Receives the steps.
    pub progress: &'a dyn Progress,
}

/// Numbers of files written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WriteCounts {
    /// Public pages.
    pub pages: usize,
    /// Public files, including pages.
    pub public: usize,
    /// Private files of the release.
    pub release: usize,
}

/// Publishes a release that was prepared on top of `before`; `None` if another process has published the same
/// release in the meantime.
///
/// # Errors
/// A store that cannot be written, or another publish. The live release stays.
pub async fn publish(
    store: &ArtifactStore,
    before: &LiveState,
    mut release: Release,
    options: &PublishOptions<'_>,
) -> Result<Option<WriteCounts>> {
    let id = release.manifest.release.clone();
    let waiting =
        |release: &ReleaseId| options.progress.publishing(Step::Waiting { release, lease: options.lease });
    let claim = Lease::claim(store, &before.pointer, &id, options.lease, waiting).await?;
    let ClaimOutcome::Granted(mut lease) = claim else { return Ok(None) };
    match write(store, before, &mut release, &mut lease, options).await {
        Ok(written) => {
            let live = LiveRelease {
                release: id,
                sequence: release.manifest.sequence,
                model_sha256: release.manifest.model.sha256.clone(),
                inputs: release.manifest.inputs.clone(),
                published_at: release.manifest.published_at.clone(),
            };
            lease.finish(live, rolled_back(before, &release.manifest)).await?;
            Ok(Some(written))
        }
        Err(error) => {
            lease.give_up().await;
            Err(error)
        }
    }
}

/// Writes everything except the pointer.
async fn write(
    store: &ArtifactStore,
    before: &LiveState,
    release: &mut Release,
    lease: &mut Lease<'_>,
    options: &PublishOptions<'_>,
) -> Result<WriteCounts> {
    let permalinks = StoredPermalinks::read(store).await?;
    ensure!(
        permalinks.version == before.permalinks_version,
        "another publish reserved addresses in the meantime and crashed; nothing was written. Run this again"
    );
    ensure!(
        StoredForgotten::read(store).await?.version == before.forgotten.version,
        "people were added to the list of forgotten people in the meantime; nothing was written. \
         Run this again"
    );
    let mut written = WriteCounts::default();
    match Manifest::find(store, &release.manifest.release).await? {
        // A complete release never changes: the files that an earlier publish wrote are the ones to make
        // public.
        Some(manifest) => reuse_files(store, release, manifest).await?,
        None => written.release = write_release(store, release, lease, options).await?,
    }
    lease.keep().await?;
    let bytes = release.permalinks.to_bytes()?;
    if permalinks.permalinks != release.permalinks || permalinks.version.is_none() {
        let condition = permalinks.version.as_ref().map_or(Condition::IfAbsent, Condition::IfMatch);
        store.put(&layout::permalinks(), Put::private(&bytes, "application/json").when(condition)).await?;
    }
    let mut unfinished = Vec::new();
    for id in lease.unfinished().to_vec() {
        unfinished.extend(Manifest::find(store, &id).await?);
    }
    let known: Vec<&Manifest> = before.manifest.iter().chain(&unfinished).collect();
    let listed = store.list(layout::SITE).await?;
    let writes = public::plan(&release.manifest, &known, &listed);
    written.public = writes.len();
    written.pages = writes.iter().filter(|write| write.path.ends_with(".html")).count();
    let on_written = |written| options.progress.publishing(Step::Public { written, total: writes.len() });
    public::write(store, lease, &release.manifest, &release.site, &writes, on_written).await?;
    lease.keep().await?;
    Ok(written)
}

/// Writes the private files of the release, the manifest last. Returns the number of files.
async fn write_release(
    store: &ArtifactStore,
    release: &Release,
    lease: &mut Lease<'_>,
    options: &PublishOptions<'_>,
) -> Result<usize> {
    let id = &release.manifest.release;
    let mut files = Vec::with_capacity(release.site.len() + release.model_files.len());
    for (file, bytes) in &release.model_files {
        files.push((id.model_file(*file), bytes));
    }
    for (path, bytes) in &release.site {
        files.push((id.page(path)?, bytes));
    }
    for (n, batch) in files.chunks(CONCURRENCY).enumerate() {
        lease.keep().await?;
        let puts =
            batch.iter().map(|(key, bytes)| store.put(key, Put::private(bytes, content_type(key.as_str()))));
        try_join_all(puts).await?;
        let written = files.len().min((n + 1) * CONCURRENCY);
        options.progress.publishing(Step::Release { written, total: files.len() });
    }
    lease.keep().await?;
    let manifest = serde_json::to_vec_pretty(&release.manifest)?;
    let put = Put::private(&manifest, "application/json").when(Condition::IfAbsent);
    store.put(&id.manifest(), put).await?;
    Ok(files.len() + 1)
}

/// Replaces the prepared files by those of the stored release with the same id.
async fn reuse_files(store: &ArtifactStore, release: &mut Release, manifest: Manifest) -> Result<()> {
    for (path, entry) in &manifest.files {
        let same = release.manifest.files.get(path) == Some(entry);
        if !same {
            let key = manifest.release.page(path)?;
            let max_len = usize::try_from(entry.bytes).unwrap_or(usize::MAX);
            let bytes = store.get(&key, max_len).await?.bytes;
            ensure!(
                crate::manifest::FileEntry::of(&bytes) == *entry,
                StoreError::Damaged { location: store.location(&key) }
            );
            release.site.insert(path.clone(), bytes);
        }
    }
    release.manifest = manifest;
    Ok(())
}

/// Digests of inputs that a refresh does not publish again without `--force`.
fn rolled_back(before: &LiveState, manifest: &Manifest) -> Vec<String> {
    let mut inputs = before.pointer.pointer.rolled_back.clone();
    if matches!(manifest.origin, Origin::RollbackTo(_)) {
        inputs.extend(before.pointer.pointer.live.iter().map(|live| live.inputs.clone()));
    }
    inputs.retain(|digest| *digest != manifest.inputs);
    inputs.dedup();
    let surplus = inputs.len().saturating_sub(MAX_ROLLED_BACK);
    inputs.split_off(surplus)
}
