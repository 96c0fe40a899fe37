//! A visitor who follows every link of a site in memory.

use std::collections::BTreeSet;

use artifact_store::{ArtifactStore, Key};
use futures_util::FutureExt;
use tests::visitor::Visitor;

/// A visitor of a store in memory.
fn visitor(store: &ArtifactStore) -> Visitor<'_> {
    Visitor::new(|key| {
        let key = Key::new(key).ok()?;
        let object = store.get(&key, 1 << 26).now_or_never().expect("memory does not wait");
        Some(object.ok()?.bytes)
    })
}

/// See [`Visitor::walk`].
pub(crate) fn walk(store: &ArtifactStore, ever: &BTreeSet<String>) {
    visitor(store).walk(ever);
}

/// See [`Visitor::end`].
pub(crate) fn end(store: &ArtifactStore, path: &str) -> String {
    visitor(store).end(path)
}
