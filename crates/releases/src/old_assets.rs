//! Assets of earlier releases that have names of items: the form's suggestions and the index of the search.
//!
//! Public files are not deleted, and the name of an asset has its hash, so no later release replaces it. A
//! page that is still open may fetch the one of the release before; it gets the new content. Older ones are
//! emptied, so that an item that is no longer shown is in no public file.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;
use artifact_store::{ArtifactStore, layout};

use crate::manifest::Manifest;

/// The assets, and their content without items.
const DATA: [(&str, &str); 2] = [("vocabulary", "{}"), ("skills", r#"{"v":1,"roadmaps":[],"skills":[]}"#)];

/// The folder of assets.
const FOLDER: &str = "assets/";

/// The paths within the site of all such assets in a store.
///
/// # Errors
/// A store that cannot be read.
pub(crate) async fn listed(store: &ArtifactStore) -> Result<BTreeSet<String>> {
    let listed = store.list(&format!("{}{FOLDER}", layout::SITE)).await?;
    let path = |key: &str| key.strip_prefix(layout::SITE).map(str::to_owned);
    let paths = listed.iter().filter_map(|listed| path(listed.key.as_str()));
    Ok(paths.filter(|path| split(path).is_some()).collect())
}

/// Adds the assets of earlier releases to the files of a new one.
pub(crate) fn add(files: &mut BTreeMap<String, Vec<u8>>, listed: &BTreeSet<String>, live: Option<&Manifest>) {
    let current: BTreeMap<&str, Vec<u8>> =
        files.iter().filter_map(|(path, bytes)| Some((split(path)?.0, bytes.clone()))).collect();
    for path in listed {
        let Some((stem, hash, empty)) = split(path).filter(|_| !files.contains_key(path)) else { continue };
        let entry = live.and_then(|live| live.files.get(path));
        let is_of_live = entry.is_some_and(|entry| entry.sha256.starts_with(hash));
        let new = current.get(stem).filter(|_| is_of_live);
        files.insert(path.clone(), new.cloned().unwrap_or_else(|| empty.into()));
    }
}

/// Stem, hash and empty content of such an asset.
fn split(path: &str) -> Option<(&'static str, &str, &'static str)> {
    let (stem, hash) = path.strip_prefix(FOLDER)?.strip_suffix(".json")?.rsplit_once('-')?;
    let (stem, empty) = DATA.into_iter().find(|(own, _)| *own == stem)?;
    Some((stem, hash, empty))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_data_is_emptied() {
        let listed = ["assets/vocabulary-0a.json", "assets/skills-0b.json", "assets/vocabulary-0c.json"];
        let listed: BTreeSet<String> = listed.map(str::to_owned).into();
        let new =
            [("assets/vocabulary-0c.json", "new"), ("index.html", "page"), ("assets/style-0d.css", "a")];
        let mut files: BTreeMap<String, Vec<u8>> =
            new.map(|(path, text)| (path.to_owned(), text.into())).into();
        add(&mut files, &listed, None);
        assert_eq!(files.len(), 5);
        assert_eq!(files["assets/vocabulary-0a.json"], b"{}");
        assert_eq!(files["assets/vocabulary-0c.json"], b"new");
        assert!(files["assets/skills-0b.json"].starts_with(b"{\"v\":1"));
        for path in
            ["assets/style-0d.css", "assets/vocabulary.json", "vocabulary-0a.json", "assets/app-0.json"]
        {
            assert_eq!(split(path), None, "{path}");
        }
    }
}
