//! The public files: which of them are written, and in which order.

use std::collections::{BTreeMap, HashMap};

use anyhow::{Context, Result};
use artifact_store::{ArtifactStore, Condition, Listed, Put, Version, cache_control, content_type, layout};
use futures_util::future::try_join_all;

use crate::lease::Lease;
use crate::manifest::{FileEntry, Manifest};

/// Objects that are written at a time.
pub(crate) const AT_ONCE: usize = 16;

/// What is written, with what is there now.
#[derive(Debug)]
pub(crate) struct Write<'a> {
    /// Path within the site.
    pub(crate) path: &'a str,
    /// The object that is there.
    now: Option<Version>,
}

/// A file's place in the order: a page that visitors can reach never links to one that is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Turn {
    /// Pages link to assets, and assets to nothing.
    Asset,
    /// What lies beside pages: pictures, open data, the manifest, which links to assets.
    Beside,
    /// At an address where nothing was: no page links to it yet. The deepest come first, the front page last.
    New(std::cmp::Reverse<usize>),
    /// What it links to is there by now.
    Changed,
    /// Lists of pages.
    Index,
}

/// The files of a release that are not public yet.
///
/// What is public is known from the live release and from those that did not get through: a file is left alone when the
/// listing has it with the right length and all of them agree that it is the right one.
pub(crate) fn plan<'a>(release: &'a Manifest, known: &[&Manifest], listed: &[Listed]) -> Vec<Write<'a>> {
    let there: HashMap<&str, &Listed> = listed
        .iter()
        .filter_map(|listed| Some((listed.key.as_str().strip_prefix(layout::SITE)?, listed)))
        .collect();
    let is_up = |path: &str, entry: &FileEntry| {
        let right = |manifest: &&Manifest| manifest.files.get(path).is_none_or(|known| known == entry);
        let says = known.iter().any(|manifest| manifest.files.contains_key(path));
        there.get(path).is_some_and(|listed| listed.len == entry.bytes) && says && known.iter().all(right)
    };
    let mut writes: Vec<Write<'a>> = release
        .files
        .iter()
        .filter(|(path, entry)| !is_up(path, entry))
        .map(|(path, _)| Write { path, now: there.get(path.as_str()).map(|listed| listed.version.clone()) })
        .collect();
    writes.sort_by_key(|write| (turn(write), write.path));
    writes
}

fn turn(write: &Write<'_>) -> Turn {
    match (write.path, &write.now) {
        (path, _) if path.starts_with("assets/") => Turn::Asset,
        ("sitemap.xml" | "feed.xml" | "robots.txt", _) => Turn::Index,
        (path, _) if !path.ends_with(".html") => Turn::Beside,
        (path, None) => Turn::New(std::cmp::Reverse(path.matches('/').count())),
        (_, Some(_)) => Turn::Changed,
    }
}

/// Writes them, turn by turn; `wrote` hears after every few how many there are by now.
pub(crate) async fn write(
    store: &ArtifactStore,
    lease: &mut Lease<'_>,
    release: &Manifest,
    site: &BTreeMap<String, Vec<u8>>,
    writes: &[Write<'_>],
    wrote: impl Fn(usize),
) -> Result<()> {
    let mut done = 0;
    for turn in writes.chunk_by(|a, b| turn(a) == turn(b)) {
        for batch in turn.chunks(AT_ONCE) {
            lease.keep().await?;
            try_join_all(batch.iter().map(|write| write_one(store, release, site, write))).await?;
            done += batch.len();
            wrote(done);
        }
    }
    Ok(())
}

async fn write_one(
    store: &ArtifactStore,
    release: &Manifest,
    site: &BTreeMap<String, Vec<u8>>,
    write: &Write<'_>,
) -> Result<()> {
    let Write { path, now } = write;
    let bytes = site.get(*path).with_context(|| format!("{path}: not a file of the release"))?;
    let key = layout::site(path).with_context(|| (*path).to_owned())?;
    let put = Put {
        bytes,
        content_type: content_type(path),
        cache_control: cache_control::for_path(path),
        condition: now.as_ref().map_or(Condition::IfAbsent, Condition::IfMatch),
    };
    store.put(&key, put).await.with_context(|| format!("release {}: {path}", release.release))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use artifact_store::MemoryStore;
    use futures_util::FutureExt;

    use super::*;
    use crate::gate::Judgement;
    use crate::manifest::Origin;

    fn release(files: &[(&str, &str)]) -> Manifest {
        let files = files.iter().map(|(path, text)| ((*path).to_owned(), FileEntry::of(text.as_bytes())));
        Manifest {
            release: "0123456789abcdef".parse().expect("a name"),
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
            judgement: Judgement::default(),
            forced: None,
            changes: Vec::new(),
            figures: Default::default(),
            files: files.collect(),
        }
    }

    fn listed(files: &[(&str, &str)]) -> Vec<Listed> {
        let store = ArtifactStore::Memory(MemoryStore::default());
        for (path, text) in files {
            let key = layout::site(path).expect("a key");
            let put = store.put(&key, Put::private(text.as_bytes(), ""));
            put.now_or_never().expect("memory does not wait").expect("written");
        }
        store.list(layout::SITE).now_or_never().expect("memory does not wait").expect("listed")
    }

    fn paths<'a>(writes: &[Write<'a>]) -> Vec<&'a str> {
        writes.iter().map(|write| write.path).collect()
    }

    #[test]
    fn what_a_dead_publish_may_have_written_is_not_taken_for_right() {
        let live = release(&[("a.html", "old"), ("b.html", "old")]);
        let next = release(&[("a.html", "old"), ("b.html", "old")]);
        let there = listed(&[("a.html", "new"), ("b.html", "old")]);
        // Of the same length, so the listing does not tell.
        let dead = release(&[("a.html", "new"), ("b.html", "old")]);
        assert_eq!(paths(&plan(&next, &[&live, &dead], &there)), ["a.html"]);
        assert!(plan(&next, &[&live], &there).is_empty(), "without it nobody would know");
    }

    #[test]
    fn assets_then_new_pages_then_changed_ones_then_lists() {
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
    fn what_nobody_knows_is_written() {
        let next = release(&[("a.html", "new")]);
        assert_eq!(paths(&plan(&next, &[], &listed(&[("a.html", "new")]))), ["a.html"]);
    }
}
