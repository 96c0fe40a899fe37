//! Someone who follows every link.

use std::collections::BTreeSet;

use artifact_store::{ArtifactStore, ModelFile, layout};
use career_model::{Level, artifact};
use site_gen::releases::release::Before;

/// What a visitor of this path gets, as the CDN maps paths to objects; `None` is a 404.
pub(crate) async fn visit(store: &ArtifactStore, path: &str) -> Option<String> {
    let path = path.split('#').next()?.trim_start_matches('/');
    let file =
        if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
    let object = store.get(&layout::site(&file).ok()?, 1 << 20).await.ok()?;
    Some(String::from_utf8_lossy(&object.bytes).into_owned())
}

fn links(html: &str) -> impl Iterator<Item = &str> {
    let attributes = [" href=\"", " src=\"", " action=\""];
    attributes.into_iter().flat_map(|attribute| html.split(attribute).skip(1)).filter_map(|rest| {
        let link = rest.split('"').next()?;
        let link = link.strip_prefix("https://example.org").unwrap_or(link);
        // The function answers this one.
        (link.starts_with('/') && link != "/classify").then_some(link)
    })
}

/// Walks the whole site from the front page, and every address in `ever`: nothing is dead, nobody is sent to a page that
/// is not there, and every address ends at a roadmap of today.
pub(crate) async fn walk(store: &ArtifactStore, ever: &BTreeSet<String>) {
    let before = Before::read(store).await.expect("readable");
    let mut open: Vec<(String, String)> = Vec::new();
    let from = |page: &str, to: &str| (page.to_owned(), to.split('#').next().unwrap_or_default().to_owned());
    if let Some(manifest) = &before.manifest {
        open.push(from("(front page)", "/"));
        open.extend(["/sitemap.xml", "/feed.xml", "/changes/"].map(|path| from("(conventions)", path)));
        // What the function loads, and everywhere it may send somebody.
        let model = manifest.release.model_file(ModelFile::Model);
        let bytes = store.get(&model, 1 << 26).await.expect("the model is there").bytes;
        let model = artifact::decode(&bytes).expect("and whole");
        open.extend(model.roadmaps().map(|(level, roadmap)| from("(function)", &roadmap.path(level))));
        open.extend(Level::ALL.map(|level| from("(function)", &level.path())));
    }
    open.extend(ever.iter().map(|path| from("(shared)", path)));
    let mut seen = BTreeSet::new();
    while let Some((page, path)) = open.pop() {
        if !seen.insert(path.clone()) {
            continue;
        }
        let content = visit(store, &path).await;
        let content = content.unwrap_or_else(|| panic!("{page} leads to {path}, which is not there"));
        if path.ends_with('/') {
            open.extend(links(&content).map(|link| from(&path, link)));
        }
    }
    let live: BTreeSet<&String> =
        before.manifest.iter().flat_map(|m| &m.roadmaps).map(|roadmap| &roadmap.path).collect();
    for path in ever {
        let end = canonical(store, path).await;
        // While a publish is under way, that is also a roadmap which is about to be.
        let about_to_be = before.seen.pointer.claim.is_some() && end.matches('/').count() == 4;
        assert!(live.contains(&end) || about_to_be, "{path} ends at {end}, which is no roadmap of today");
    }
}

/// Where the page says it stands, in the end.
pub(crate) async fn canonical(store: &ArtifactStore, path: &str) -> String {
    let mut path = path.to_owned();
    for _ in 0..3 {
        let html = visit(store, &path).await.expect("there");
        let here = html.split("<link rel=\"canonical\" href=\"https://example.org").nth(1);
        let here = here.and_then(|rest| rest.split('"').next()).expect("a canonical link").to_owned();
        if here == path {
            return path;
        }
        path = here;
    }
    panic!("{path} goes round in circles")
}
