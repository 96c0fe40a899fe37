//! Which releases there are, and which of them may go.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use anyhow::Result;
use artifact_store::pointer::Pointer;
use artifact_store::{ArtifactStore, Key, ReleaseId, layout};
use serde::Serialize;

use crate::lease::LivePointer;
use crate::manifest::{Manifest, Origin};

/// Every release of a store.
#[derive(Debug)]
pub struct Catalogue {
    /// Whole releases, the latest first.
    pub releases: Vec<Manifest>,
    /// What is live.
    pub pointer: Pointer,
    files: BTreeMap<ReleaseId, Vec<Key>>,
}

/// A release in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Line {
    /// Its name.
    pub release: ReleaseId,
    /// How many releases there were until it.
    pub sequence: u64,
    /// When it was made, RFC 3339.
    pub published_at: String,
    /// People learned from.
    pub people: u64,
    /// Its roadmaps.
    pub roadmaps: usize,
    /// How it came about.
    pub origin: Origin,
    /// Why it was published although it was judged worse.
    pub forced: Option<String>,
    /// Whether visitors see it.
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
        // After the listing: whoever wrote what is in it has a claim, or is live by now.
        let pointer = LivePointer::read(store).await?.pointer;
        let mut releases = Vec::new();
        for id in files.keys() {
            releases.extend(Manifest::find(store, id).await?);
        }
        releases.sort_by_key(|manifest| std::cmp::Reverse(manifest.sequence));
        Ok(Catalogue { releases, pointer, files })
    }

    /// The list.
    pub fn lines(&self) -> Vec<Line> {
        let live = self.pointer.live.as_ref().map(|live| &live.release);
        let line = |manifest: &Manifest| Line {
            release: manifest.release.clone(),
            sequence: manifest.sequence,
            published_at: manifest.published_at.clone(),
            people: manifest.people,
            roadmaps: manifest.roadmaps.len(),
            origin: manifest.origin.clone(),
            forced: manifest.forced.clone(),
            live: live == Some(&manifest.release),
        };
        self.releases.iter().map(line).collect()
    }

    /// The list, for people.
    pub fn to_text(&self) -> String {
        if self.releases.is_empty() {
            return "no release yet; `site-gen refresh` makes one\n".to_owned();
        }
        let mut text =
            format!("{:<6}{:<18}{:<22}{:>9}{:>10}  how\n", "", "release", "made", "people", "roadmaps");
        for line in self.lines() {
            let how = match &line.origin {
                Origin::Refresh => "learned from profiles".to_owned(),
                Origin::Publish => "a model was given".to_owned(),
                Origin::RollbackTo(release) => format!("back to {release}"),
            };
            let forced = line.forced.as_ref().map_or_else(String::new, |why| format!(", forced: {why}"));
            let live = if line.live { "live" } else { "" };
            let made = line.published_at.get(..19).unwrap_or(&line.published_at);
            // Writing to a string cannot fail.
            let _ = writeln!(
                text,
                "{live:<6}{:<18}{made:<22}{:>9}{:>10}  {how}{forced}",
                line.release.as_str(),
                line.people,
                line.roadmaps
            );
        }
        if let Some(claim) = &self.pointer.claim {
            let _ =
                writeln!(text, "release {} is being published, or was when its process ended", claim.release);
        }
        text
    }

    /// Releases that nothing needs: neither among the latest `keep`, nor live, nor what a rollback would take up, nor
    /// being published. Addresses need no release: every live one has a page for each.
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
                // Which release that took up, and which was before it, a second rollback asks.
                Some(Origin::RollbackTo(taken_up)) => Some(taken_up),
                _ => {
                    needed.extend(manifest.and_then(|manifest| manifest.previous.as_ref()));
                    None
                }
            };
        }
        self.files.keys().filter(|id| !needed.contains(id)).collect()
    }

    /// Deletes those; returns how many objects went.
    ///
    /// # Errors
    /// A store that cannot be written; releases that are gone are gone.
    pub async fn prune(&self, store: &ArtifactStore, keep: usize) -> Result<(Vec<ReleaseId>, usize)> {
        let (mut gone, mut objects) = (Vec::new(), 0);
        for id in self.surplus(keep) {
            // Without its manifest a release is not whole, so nobody takes up half of one.
            store.delete(&id.manifest()).await?;
            for key in self.files.get(id).into_iter().flatten() {
                store.delete(key).await?;
                objects += 1;
            }
            gone.push(id.clone());
        }
        Ok((gone, objects))
    }
}
