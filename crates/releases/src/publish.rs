//! The order of a publish. What it is for is told in `docs/releases.md`.

use std::time::Duration;

use anyhow::{Result, ensure};
use artifact_store::pointer::Live;
use artifact_store::{ArtifactStore, Condition, Put, ReleaseId, StoreError, content_type, layout};
use futures_util::future::try_join_all;

use crate::lease::{Claimed, Lease};
use crate::live_state::LiveState;
use crate::manifest::{Manifest, Origin};
use crate::permalinks::StoredPermalinks;
use crate::progress::{Progress, Step};
use crate::public::{self, AT_ONCE};
use crate::release::Release;

/// Rolled-back inputs that are remembered.
const REMEMBERED: usize = 20;

/// How a release is published.
pub struct Publishing<'a> {
    /// How long another publish's claim may go without a renewal, see [`LEASE`](crate::lease::LEASE).
    pub lease: Duration,
    /// Receives the steps.
    pub progress: &'a dyn Progress,
}

/// What was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Public pages.
    pub pages: usize,
    /// Public files, pages among them.
    pub public: usize,
    /// Files of the release.
    pub release: usize,
}

/// Publishes a release that was prepared on top of `before`; `None` when someone else published the same one meanwhile.
///
/// # Errors
/// A store that cannot be written, or another publish. The live release is then still the old one.
pub async fn publish(
    store: &ArtifactStore,
    before: &LiveState,
    mut release: Release,
    publishing: &Publishing<'_>,
) -> Result<Option<Written>> {
    let id = release.manifest.release.clone();
    let waiting = |release: &ReleaseId| {
        publishing.progress.publishing(Step::Waiting { release, lease: publishing.lease })
    };
    let claimed = Lease::claim(store, &before.pointer, &id, publishing.lease, waiting).await?;
    let Claimed::Ours(mut lease) = claimed else { return Ok(None) };
    match write(store, before, &mut release, &mut lease, publishing).await {
        Ok(written) => {
            let live = Live {
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

/// Everything but the pointer.
async fn write(
    store: &ArtifactStore,
    before: &LiveState,
    release: &mut Release,
    lease: &mut Lease<'_>,
    publishing: &Publishing<'_>,
) -> Result<Written> {
    let permalinks = StoredPermalinks::read(store).await?;
    ensure!(
        permalinks.version == before.permalinks_version,
        "a publish that ended early has reserved addresses meanwhile; nothing was written. Run this again"
    );
    let mut written = Written::default();
    match Manifest::find(store, &release.manifest.release).await? {
        // A whole release never changes: what a publish before this one wrote is what goes public.
        Some(manifest) => take_up(store, release, manifest).await?,
        None => written.release = write_release(store, release, lease, publishing).await?,
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
    let wrote = |done: usize| publishing.progress.publishing(Step::Public { done, all: writes.len() });
    public::write(store, lease, &release.manifest, &release.site, &writes, wrote).await?;
    lease.keep().await?;
    Ok(written)
}

/// The files of the release, the manifest last.
async fn write_release(
    store: &ArtifactStore,
    release: &Release,
    lease: &mut Lease<'_>,
    publishing: &Publishing<'_>,
) -> Result<usize> {
    let id = &release.manifest.release;
    let mut files = Vec::with_capacity(release.site.len() + release.model_files.len());
    for (file, bytes) in &release.model_files {
        files.push((id.model_file(*file), bytes));
    }
    for (path, bytes) in &release.site {
        files.push((id.page(path)?, bytes));
    }
    for (n, batch) in files.chunks(AT_ONCE).enumerate() {
        lease.keep().await?;
        let puts =
            batch.iter().map(|(key, bytes)| store.put(key, Put::private(bytes, content_type(key.as_str()))));
        try_join_all(puts).await?;
        let done = files.len().min((n + 1) * AT_ONCE);
        publishing.progress.publishing(Step::Release { done, all: files.len() });
    }
    lease.keep().await?;
    let manifest = serde_json::to_vec_pretty(&release.manifest)?;
    let put = Put::private(&manifest, "application/json").when(Condition::IfAbsent);
    store.put(&id.manifest(), put).await?;
    Ok(files.len() + 1)
}

/// Goes on with a release that is whole already, from the files it has.
async fn take_up(store: &ArtifactStore, release: &mut Release, manifest: Manifest) -> Result<()> {
    for (path, entry) in &manifest.files {
        let same = release.manifest.files.get(path) == Some(entry);
        if !same {
            let key = manifest.release.page(path)?;
            let most = usize::try_from(entry.bytes).unwrap_or(usize::MAX);
            let bytes = store.get(&key, most).await?.bytes;
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

/// Inputs that a refresh shall not publish again by itself.
fn rolled_back(before: &LiveState, manifest: &Manifest) -> Vec<String> {
    let mut inputs = before.pointer.pointer.rolled_back.clone();
    if matches!(manifest.origin, Origin::RollbackTo(_)) {
        inputs.extend(before.pointer.pointer.live.iter().map(|live| live.inputs.clone()));
    }
    inputs.retain(|digest| *digest != manifest.inputs);
    inputs.dedup();
    let surplus = inputs.len().saturating_sub(REMEMBERED);
    inputs.split_off(surplus)
}
