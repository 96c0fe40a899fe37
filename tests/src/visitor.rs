//! A visitor who follows every link of a published site.

use std::collections::BTreeSet;

use serde_json::Value;

/// The base URL of the sites of tests.
const BASE_URL: &str = "https://example.org";

/// Finds an object by its key.
type Get<'a> = dyn Fn(&str) -> Option<Vec<u8>> + 'a;

/// Reads objects of a store of releases by their keys, like a visitor, the CDN and the function.
pub struct Visitor<'a> {
    get: Box<Get<'a>>,
}

impl<'a> Visitor<'a> {
    /// `get` finds an object by its key; `None` is a 404.
    pub fn new(get: impl Fn(&str) -> Option<Vec<u8>> + 'a) -> Visitor<'a> {
        Visitor { get: Box::new(get) }
    }

    /// The page for a visitor of this path, as the CDN maps paths to objects.
    pub fn visit(&self, path: &str) -> Option<String> {
        let path = path.split('#').next()?.trim_start_matches('/');
        let file = if path.is_empty() || path.ends_with('/') {
            format!("{path}index.html")
        } else {
            path.to_owned()
        };
        Some(String::from_utf8_lossy(&(self.get)(&format!("site/{file}"))?).into_owned())
    }

    /// The pointer; null before the first publish.
    pub fn pointer(&self) -> Value {
        self.json("current.json")
    }

    /// The live release's manifest; null before the first release.
    pub fn manifest(&self) -> Value {
        let pointer = self.pointer();
        let live = pointer["live"]["release"].as_str();
        live.map_or(Value::Null, |release| self.json(&format!("releases/{release}/release.json")))
    }

    /// The pages of the live release's roadmaps.
    pub fn roadmaps(&self) -> BTreeSet<String> {
        let manifest = self.manifest();
        let roadmaps = manifest["roadmaps"].as_array().into_iter().flatten();
        roadmaps.filter_map(|roadmap| roadmap["path"].as_str()).map(str::to_owned).collect()
    }

    /// Follows all links from the front page, all targets of the function, and every address in `ever`. No
    /// link is dead, and every address leads to a current roadmap.
    ///
    /// # Panics
    /// At a dead link, with its page.
    pub fn walk(&self, ever: &BTreeSet<String>) {
        let live = self.roadmaps();
        let from =
            |page: &str, to: &str| (page.to_owned(), to.split('#').next().unwrap_or_default().to_owned());
        let mut open: Vec<(String, String)> = ever.iter().map(|path| from("(shared)", path)).collect();
        if !self.manifest().is_null() {
            open.extend(
                ["/", "/sitemap.xml", "/feed.xml", "/changes/"].map(|path| from("(conventions)", path)),
            );
            open.extend(live.iter().map(|path| from("(function)", path)));
            open.extend(
                ["junior", "senior", "expert"].map(|l| from("(function)", &format!("/roadmaps/{l}/"))),
            );
        }
        let mut seen = BTreeSet::new();
        while let Some((page, path)) = open.pop() {
            if !seen.insert(path.clone()) {
                continue;
            }
            let content = self.visit(&path);
            let content = content.unwrap_or_else(|| panic!("{page} leads to {path}, which is not there"));
            if path.ends_with('/') {
                open.extend(links(&content).map(|link| from(&path, link)));
            }
        }
        // During a publish, or after a failed one, a page may already be of the next release.
        let pointer = self.pointer();
        let under_way = !pointer["claim"].is_null() || !pointer["unfinished"].is_null();
        for path in ever {
            let end = self.end(path);
            let about_to_be = under_way && end.matches('/').count() == 4;
            assert!(live.contains(&end) || about_to_be, "{path} ends at {end}, which is no roadmap of today");
        }
    }

    /// The page to which an address leads: the one with its own path as canonical link.
    ///
    /// # Panics
    /// If there is none.
    pub fn end(&self, path: &str) -> String {
        let mut path = path.to_owned();
        for _ in 0..3 {
            let html = self.visit(&path).unwrap_or_else(|| panic!("{path} is not there"));
            let here = html.split("<link rel=\"canonical\" href=\"").nth(1);
            let here = here.and_then(|rest| rest.split('"').next()).expect("a canonical link");
            let here = here.strip_prefix(BASE_URL).unwrap_or(here);
            if here == path {
                return path;
            }
            here.clone_into(&mut path);
        }
        panic!("{path} goes round in circles")
    }

    fn json(&self, key: &str) -> Value {
        (self.get)(key).map_or(Value::Null, |bytes| serde_json::from_slice(&bytes).expect("JSON"))
    }
}

/// Links within the site, without `/classify`, which the function answers.
fn links(html: &str) -> impl Iterator<Item = &str> {
    let attributes = [" href=\"", " src=\"", " action=\""];
    attributes.into_iter().flat_map(|attribute| html.split(attribute).skip(1)).filter_map(|rest| {
        let link = rest.split('"').next()?;
        let link = link.strip_prefix(BASE_URL).unwrap_or(link);
        (link.starts_with('/') && link != "/classify").then_some(link)
    })
}
