//! The list of releases, and deletion of those that nothing needs.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use anyhow::Result;
use artifact_store::pointer::Pointer;
use artifact_store::{ArtifactStore, Key, ReleaseId, Timestamp, layout};
use serde::Serialize;

use crate::forgotten::ListEntry;
use crate::lease::LivePointer;
use crate::manifest::{Manifest, Origin};

/// Every release of a store.
#[derive(Debug)]
pub struct Catalogue {
    /// Complete releases, the latest first.
    pub releases: Vec<Manifest>,
    /// The pointer to the live release.
    pub pointer: Pointer,
    files: BTreeMap<ReleaseId, Vec<Key>>,
}

/// A release in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ListedRelease {
    pub release: ReleaseId,
    /// Number of the release, from 1.
    pub sequence: u64,
    pub published_at: Timestamp,
    /// People the model was trained on.
    pub people: u64,
    /// Number of roadmaps.
    pub roadmaps: usize,
    pub origin: Origin,
    /// The reason given with `--force`.
    pub forced: Option<String>,
    pub live: bool,
}

impl Catalogue {
    /// Reads every manifest.
    ///
    /// # Errors
    /// A store that cannot be read.
    pub async fn read(store: &ArtifactStore) -> Result<Catalogue> {
        let mut files: BTreeMap<ReleaseId, Vec<Key>> = BTreeMap::new();
        for listed in store.list(layout::RELEASES).await? {
            let id =
                listed.key.as_str().strip_prefix(layout::RELEASES).and_then(|rest| rest.split('/').next());
            if let Some(id) = id.and_then(|id| id.parse().ok()) {
                files.entry(id).or_default().push(listed.key);
            }
        }
        // Read after the listing: every release in the listing is then finished, or covered by a claim.
        let pointer = LivePointer::read(store).await?.pointer;
        let mut releases = Vec::new();
        for id in files.keys() {
            releases.extend(Manifest::find(store, id).await?);
        }
        releases.sort_by_key(|manifest| std::cmp::Reverse(manifest.sequence));
        Ok(Catalogue { releases, pointer, files })
    }

    /// One entry per complete release, the latest first.
    pub fn entries(&self) -> Vec<ListedRelease> {
        let live = self.pointer.live.as_ref().map(|live| &live.release);
        let entry = |manifest: &Manifest| ListedRelease {
            release: manifest.release.clone(),
            sequence: manifest.sequence,
            published_at: manifest.published_at.clone(),
            people: manifest.people,
            roadmaps: manifest.roadmaps.len(),
            origin: manifest.origin.clone(),
            forced: manifest.forced.clone(),
            live: live == Some(&manifest.release),
        };
        self.releases.iter().map(entry).collect()
    }

    /// The list as a table for a terminal.
    pub fn to_text(&self) -> String {
        if self.releases.is_empty() {
            return "no releases yet; publish one with `site-gen refresh`\n".to_owned();
        }
        let [none, release, published] = ["", "release", "published"];
        let mut text =
            format!("{none:<6}{release:<18}{published:<22}{:>9}{:>10}  origin\n", "people", "roadmaps");
        for entry in self.entries() {
            let origin = match &entry.origin {
                Origin::Refresh => "refresh".to_owned(),
                Origin::Publish => "publish".to_owned(),
                Origin::RollbackTo(release) => format!("rollback to {release}"),
            };
            let forced = entry.forced.as_ref().map_or_else(String::new, |why| format!(", forced: {why}"));
            let live = if entry.live { "live" } else { "" };
            let published = entry.published_at.as_str().get(..19).unwrap_or(entry.published_at.as_str());
            // Writing to a string cannot fail.
            let _ = writeln!(
                text,
                "{live:<6}{:<18}{published:<22}{:>9}{:>10}  {origin}{forced}",
                entry.release.as_str(),
                entry.people,
                entry.roadmaps
            );
        }
        if let Some(claim) = &self.pointer.claim {
            let _ =
                writeln!(text, "release {} is being published, or its publish has crashed", claim.release);
        }
        text
    }

    /// Releases that can be deleted: not among the latest `keep`, not live, not the target of a rollback, and
    /// not being published. Old addresses need no old release: the live release has a page for each of them.
    pub fn surplus(&self, keep: usize) -> Vec<&ReleaseId> {
        let mut needed: BTreeSet<&ReleaseId> =
            self.releases.iter().take(keep).map(|manifest| &manifest.release).collect();
        needed.extend(self.pointer.claim.iter().map(|claim| &claim.release));
        needed.extend(&self.pointer.unfinished);
        let mut next = self.pointer.live.as_ref().map(|live| &live.release);
        while let Some(id) = next.take() {
            needed.insert(id);
            let manifest = self.releases.iter().find(|manifest| manifest.release == *id);
            next = match manifest.map(|manifest| &manifest.origin) {
                // A second rollback needs the restored release and the one before it.
                Some(Origin::RollbackTo(restored)) => Some(restored),
                _ => {
                    needed.extend(manifest.and_then(|manifest| manifest.previous.as_ref()));
                    None
                }
            };
        }
        self.files.keys().filter(|id| !needed.contains(id)).collect()
    }

    /// Deletes the [`surplus`](Catalogue::surplus); returns the deleted releases and the number of deleted
    /// objects.
    ///
    /// # Errors
    /// A store that cannot be written; some releases may be deleted already.
    pub async fn prune(&self, store: &ArtifactStore, keep: usize) -> Result<(Vec<ReleaseId>, usize)> {
        self.delete(store, self.surplus(keep)).await
    }

    /// Deletes the releases made with another list of forgotten people, and incomplete ones: nothing can be
    /// made of them any more. The live release stays, and one that is being published. Returns as
    /// [`prune`](Catalogue::prune).
    ///
    /// # Errors
    /// A store that cannot be written; some releases may be deleted already.
    pub async fn delete_all_but(
        &self,
        store: &ArtifactStore,
        forgotten: &ListEntry,
    ) -> Result<(Vec<ReleaseId>, usize)> {
        let with_list = self.releases.iter().filter(|manifest| manifest.forgotten == *forgotten);
        let mut needed: BTreeSet<&ReleaseId> = with_list.map(|manifest| &manifest.release).collect();
        needed.extend(self.pointer.live.iter().map(|live| &live.release));
        needed.extend(self.pointer.claim.iter().map(|claim| &claim.release));
        needed.extend(&self.pointer.unfinished);
        self.delete(store, self.files.keys().filter(|id| !needed.contains(id)).collect()).await
    }

    async fn delete(&self, store: &ArtifactStore, ids: Vec<&ReleaseId>) -> Result<(Vec<ReleaseId>, usize)> {
        let (mut deleted, mut objects) = (Vec::new(), 0);
        for id in ids {
            // The manifest goes first: a release without one is incomplete, so a rollback cannot restore half
            // of it.
            store.delete(&id.manifest()).await?;
            for key in self.files.get(id).into_iter().flatten() {
                store.delete(key).await?;
                objects += 1;
            }
            deleted.push(id.clone());
        }
        Ok((deleted, objects))
    }
}
