//! The public files: the ones to write, and the order.

use std::collections::{BTreeMap, HashMap};

use anyhow::{Context, Result};
use artifact_store::{
    ArtifactStore, Condition, ListedObject, Put, Version, cache_control, content_type, layout,
};
use futures_util::future::try_join_all;

use crate::lease::Lease;
use crate::manifest::{FileEntry, Manifest};

/// Objects written concurrently.
pub(crate) const CONCURRENCY: usize = 16;

/// A file to write.
#[derive(Debug)]
pub(crate) struct PendingWrite<'a> {
    /// Path within the site.
    pub(crate) path: &'a str,
    /// Version of the object to replace; `None` if there is none.
    replaces: Option<Version>,
}

/// The order of writes: a page that visitors can reach never links to a missing file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Phase {
    /// Pages link to assets; assets link to nothing.
    Asset,
    /// Pictures, open data and the web manifest, which links to assets.
    Other,
    /// A page at a new address: no public page links to it yet. The deepest come first, the front page last.
    New(std::cmp::Reverse<usize>),
    /// A page that is replaced: everything it links to is public by now.
    Changed,
    /// Lists of pages.
    Index,
}

/// The files of a release that are not public yet.
///
/// `known` are the releases that may have written public files: the live one, and those whose publish has
/// crashed. A file is skipped if the listing has it with the right length and all known releases that have it
/// have this content.
pub(crate) fn plan<'a>(
    release: &'a Manifest,
    known: &[&Manifest],
    listed: &[ListedObject],
) -> Vec<PendingWrite<'a>> {
    let existing: HashMap<&str, &ListedObject> = listed
        .iter()
        .filter_map(|listed| Some((listed.key.as_str().strip_prefix(layout::SITE)?, listed)))
        .collect();
    let is_current = |path: &str, entry: &FileEntry| {
        let agrees = |manifest: &&Manifest| manifest.files.get(path).is_none_or(|known| known == entry);
        let is_known = known.iter().any(|manifest| manifest.files.contains_key(path));
        let has_len = existing.get(path).is_some_and(|listed| listed.len == entry.bytes);
        has_len && is_known && known.iter().all(agrees)
    };
    let version_of = |path: &str| existing.get(path).map(|listed| listed.version.clone());
    let mut writes: Vec<PendingWrite<'a>> = release
        .files
        .iter()
        .filter(|(path, entry)| !is_current(path, entry))
        .map(|(path, _)| PendingWrite { path, replaces: version_of(path) })
        .collect();
    writes.sort_by_key(|write| (phase(write), write.path));
    writes
}

fn phase(write: &PendingWrite<'_>) -> Phase {
    match (write.path, &write.replaces) {
        (path, _) if path.starts_with("assets/") => Phase::Asset,
        ("sitemap.xml" | "feed.xml" | "robots.txt", _) => Phase::Index,
        (path, _) if !path.ends_with(".html") => Phase::Other,
        (path, None) => Phase::New(std::cmp::Reverse(path.matches('/').count())),
        (_, Some(_)) => Phase::Changed,
    }
}

/// Writes the files, phase by phase. `on_written` gets the number of files written so far after each batch.
pub(crate) async fn write(
    store: &ArtifactStore,
    lease: &mut Lease<'_>,
    release: &Manifest,
    site: &BTreeMap<String, Vec<u8>>,
    writes: &[PendingWrite<'_>],
    on_written: impl Fn(usize),
) -> Result<()> {
    let mut written = 0;
    for phase in writes.chunk_by(|a, b| phase(a) == phase(b)) {
        for batch in phase.chunks(CONCURRENCY) {
            lease.keep().await?;
            try_join_all(batch.iter().map(|write| write_one(store, release, site, write))).await?;
            written += batch.len();
            on_written(written);
        }
    }
    Ok(())
}

async fn write_one(
    store: &ArtifactStore,
    release: &Manifest,
    site: &BTreeMap<String, Vec<u8>>,
    write: &PendingWrite<'_>,
) -> Result<()> {
    let PendingWrite { path, replaces } = write;
    let bytes = site.get(*path).with_context(|| format!("{path}: not a file of the release"))?;
    let key = layout::site(path).with_context(|| (*path).to_owned())?;
    let put = Put {
        bytes,
        content_type: content_type(path),
        cache_control: cache_control::for_path(path),
        condition: replaces.as_ref().map_or(Condition::IfAbsent, Condition::IfMatch),
    };
    store.put(&key, put).await.with_context(|| format!("release {}: {path}", release.release))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use artifact_store::MemoryStore;
    use futures_util::FutureExt;

    use super::*;
    use crate::forgotten::ListEntry;
    use crate::judgement::Judgement;
    use crate::manifest::Origin;

    fn release(files: &[(&str, &str)]) -> Manifest {
        let files = files.iter().map(|(path, text)| ((*path).to_owned(), FileEntry::of(text.as_bytes())));
        Manifest {
            release: "0123456789abcdef".parse().expect("an id"),
            sequence: 1,
            previous: None,
            published_at: "2026-01-01T00:00:00Z".parse().expect("a time"),
            origin: Origin::Publish,
            inputs: String::new(),
            base_url: None,
            languages: None,
            model: FileEntry::of(b""),
            data_sha256: String::new(),
            people: 0,
            roadmaps: Vec::new(),
            anchors: BTreeMap::new(),
            judgement: Judgement::default(),
            forced: None,
            changes: Vec::new(),
            forgotten: ListEntry::default(),
            figures: Default::default(),
            files: files.collect(),
        }
    }

    fn listed(files: &[(&str, &str)]) -> Vec<ListedObject> {
        let store = ArtifactStore::Memory(MemoryStore::default());
        for (path, text) in files {
            let key = layout::site(path).expect("a key");
            let put = store.put(&key, Put::private(text.as_bytes(), ""));
            put.now_or_never().expect("memory does not wait").expect("written");
        }
        store.list(layout::SITE).now_or_never().expect("memory does not wait").expect("listed")
    }

    fn paths<'a>(writes: &[PendingWrite<'a>]) -> Vec<&'a str> {
        writes.iter().map(|write| write.path).collect()
    }

    #[test]
    fn files_of_a_crashed_publish_are_written_again() {
        let live = release(&[("a.html", "old"), ("b.html", "old")]);
        let next = release(&[("a.html", "old"), ("b.html", "old")]);
        let listed = listed(&[("a.html", "new"), ("b.html", "old")]);
        // The contents have the same length, so the listing alone cannot tell them apart.
        let crashed = release(&[("a.html", "new"), ("b.html", "old")]);
        assert_eq!(paths(&plan(&next, &[&live, &crashed], &listed)), ["a.html"]);
        assert!(plan(&next, &[&live], &listed).is_empty(), "only the crashed release shows the difference");
    }

    #[test]
    fn assets_come_first_then_new_pages_then_changed_pages_then_lists() {
        let live = release(&[("index.html", "old")]);
        let next = release(&[
            ("assets/style-0.css", "x"),
            ("feed.xml", "x"),
            ("card.png", "x"),
            ("index.html", "newer"),
            ("robots.txt", "x"),
            ("roadmaps/index.html", "x"),
            ("roadmaps/junior/data/index.html", "x"),
        ]);
        let writes = plan(&next, &[&live], &listed(&[("index.html", "old")]));
        let order = [
            "assets/style-0.css",
            "card.png",
            "roadmaps/junior/data/index.html",
            "roadmaps/index.html",
            "index.html",
            "feed.xml",
            "robots.txt",
        ];
        assert_eq!(paths(&writes), order);
    }

    #[test]
    fn a_file_of_no_known_release_is_written_again() {
        let next = release(&[("a.html", "new")]);
        assert_eq!(paths(&plan(&next, &[], &listed(&[("a.html", "new")]))), ["a.html"]);
    }
}
