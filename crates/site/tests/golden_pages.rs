//! The pages of a small, hostile model, byte for byte, and rules that hold for every page.
//!
//! `UPDATE_GOLDEN=1 cargo test -p site --test golden_pages` rewrites the files in `tests/golden/`.

#![allow(clippy::unwrap_used, reason = "a test may stop where it fails")]

mod files;
mod hostile_history;
mod hostile_model;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use career_model::Level;
use career_model::roadmap::{Backgrounds, RoadmapLink};
use files::{files_below, options};
use hostile_history::hostile_history;
use hostile_model::{HOSTILE, hostile_model};
use site::pages::{RenderOptions, render_to_memory};

type Files = BTreeMap<String, Vec<u8>>;

fn site() -> Files {
    let options = RenderOptions { history: Some(hostile_history()), ..options(Some("https://example.org/")) };
    render_to_memory(&hostile_model(), &options).unwrap()
}

fn html_pages(files: &Files) -> impl Iterator<Item = (&str, &str)> {
    let pages = files.iter().filter(|(path, _)| path.ends_with(".html"));
    pages.map(|(path, bytes)| (path.as_str(), std::str::from_utf8(bytes).unwrap()))
}

/// All values of an attribute.
fn attribute<'h>(html: &'h str, name: &str) -> Vec<&'h str> {
    let start = format!(" {name}=\"");
    html.split(start.as_str()).skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}

#[test]
fn pages_equal_the_golden_files() {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    // Assets belong to the crate `templates`; a change of the stylesheet must not change every golden page.
    let (assets, mut pages): (Files, Files) =
        site().into_iter().partition(|(path, _)| path.starts_with("assets/"));
    // Cards and icons have their own tests.
    pages.retain(|path, _| !path.ends_with(".png") && path != "favicon.ico");
    // All languages share the templates, so two German pages are enough.
    const GERMAN: [&str; 2] = ["de/index.html", "de/roadmaps/junior/data/index.html"];
    pages.retain(|path, _| !path.starts_with("de/") || GERMAN.contains(&path.as_str()));
    for bytes in pages.values_mut() {
        let mut text = String::from_utf8(std::mem::take(bytes)).unwrap();
        for path in assets.keys() {
            let (stem, extension) = (path.split('-').next().unwrap(), path.rsplit('.').next().unwrap());
            text = text.replace(path, &format!("{stem}-HASH.{extension}"));
        }
        *bytes = text.into_bytes();
    }
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        let _ = fs::remove_dir_all(&golden);
        for (path, bytes) in &pages {
            let path = golden.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
    }
    let expected = files_below(&golden);
    let actual: BTreeSet<PathBuf> = pages.keys().map(PathBuf::from).collect();
    assert_eq!(actual, expected, "UPDATE_GOLDEN=1 rewrites the golden pages");
    for (path, bytes) in &pages {
        let expected = fs::read(golden.join(path)).unwrap();
        assert!(bytes == &expected, "{path} differs; UPDATE_GOLDEN=1 rewrites it, git diff shows how");
    }
}

#[test]
fn the_same_model_gives_the_same_bytes() {
    assert!(site() == site());
}

/// True for a link to the official page of a certificate or a course, which is marked as external.
fn is_official(html: &str, link: &str) -> bool {
    let marked = format!("href=\"{link}\" rel=\"external noopener\"");
    link.starts_with("https://") && !link.contains(['?', '#', '@']) && html.contains(&marked)
}

#[test]
fn every_link_has_a_target() {
    let site = site();
    let mut followed = 0;
    for (page, html) in html_pages(&site) {
        let ids: BTreeSet<&str> = attribute(html, "id").into_iter().collect();
        let links = [attribute(html, "href"), attribute(html, "src"), attribute(html, "aria-describedby")];
        for (attribute_index, link) in
            links.iter().enumerate().flat_map(|(n, l)| l.iter().map(move |l| (n, *l)))
        {
            followed += 1;
            if attribute_index == 2 {
                assert!(link.split(' ').all(|id| ids.contains(id)), "{page}: no element for {link}");
            } else if let Some(id) = link.strip_prefix('#') {
                assert!(ids.contains(id), "{page}: {link} has no target");
            } else {
                if is_official(html, link) {
                    continue;
                }
                let path = link.strip_prefix("https://example.org").unwrap_or(link);
                let path = path.strip_prefix('/').unwrap_or_else(|| panic!("{page}: {link} leaves the site"));
                let (path, id) = path.split_once('#').map_or((path, None), |(path, id)| (path, Some(id)));
                let index = format!("{path}index.html");
                let to = site.get(path).or_else(|| site.get(&index));
                let to = to.unwrap_or_else(|| panic!("{page}: {link} has no target"));
                let ids = id.map(|_| attribute(std::str::from_utf8(to).unwrap(), "id"));
                assert!(id.is_none_or(|id| ids.unwrap().contains(&id)), "{page}: {link} has no target");
            }
        }
    }
    assert!(followed > 100);
}

#[test]
fn a_site_in_one_language_does_not_refer_to_others() {
    let options = RenderOptions { languages: "en".parse().unwrap(), ..options(Some("https://example.org")) };
    let site = render_to_memory(&hostile_model(), &options).unwrap();
    assert!(site.keys().all(|path| !path.starts_with("de/")));
    for (page, html) in html_pages(&site) {
        assert!(!html.contains("/de/") && !html.contains("hreflang"), "{page}");
    }
}

#[test]
fn links_stay_within_the_language_of_the_page() {
    for (page, html) in html_pages(&site()).filter(|(page, _)| page.starts_with("de/")) {
        for link in html.split("<a ").skip(1).map(|rest| rest.split('>').next().unwrap()) {
            let link = format!(" {link}");
            let href = attribute(&link, "href")[0];
            let stays = !href.starts_with('/') || href.starts_with("/de/") || href.contains('.');
            assert!(stays || link.contains("hreflang=\"en\""), "{page}: {href} leaves the language");
        }
    }
}

#[test]
fn every_page_is_complete() {
    let site = site();
    for (page, html) in html_pages(&site) {
        let code = if page.starts_with("de/") { "de" } else { "en" };
        assert!(html.starts_with(&format!("<!doctype html>\n<html lang=\"{code}\" dir=\"ltr\">")), "{page}");
        assert!(html.trim_end().ends_with("</html>"), "{page}");
        assert_eq!(html.matches("<h1").count(), 1, "{page}");
        let title = html.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next());
        assert!(title.is_some_and(|title| !title.trim().is_empty()), "{page}");
        assert!(html.contains("<meta name=\"description\" content=\""), "{page}");
        let ids = attribute(html, "id");
        let distinct: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), distinct.len(), "{page}: an id occurs twice");
    }
}

#[test]
fn hostile_text_is_escaped() {
    let site = site();
    let escape = |text: &str| {
        let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        text.replace('"', "&quot;").replace('\'', "&#39;")
    };
    for (page, html) in html_pages(&site) {
        for hostile in HOSTILE.iter().filter(|text| escape(text) != **text) {
            assert!(!html.contains(hostile), "{page} has {hostile} unescaped");
        }
        // Scripts and styles are files; none is inline.
        for inline in ["<style", "style=\"", " onerror=\"", " onload=\"", "javascript:\""] {
            assert!(!html.contains(inline), "{page}: {inline}");
        }
        for script in html.split("<script").skip(1) {
            // Browsers do not run a data block, because of its type.
            let is_data = script.starts_with(" type=\"application/ld+json\">")
                || script.starts_with(" type=\"application/json\" id=\"");
            assert!(is_data || script.starts_with(" src=\"/assets/"), "{page}: an inline script");
        }
    }
    let roadmap = std::str::from_utf8(&site["roadmaps/senior/hostile/index.html"]).unwrap();
    for hostile in HOSTILE {
        assert!(roadmap.contains(&escape(hostile)), "{hostile} is shown as text");
    }
}

#[test]
fn no_page_has_items_of_few_people() {
    for (page, html) in html_pages(&site()) {
        assert!(!html.contains("Rare Secret"), "{page} shows an item of 4 people");
        assert!(!html.contains("Tiny Group Skill"), "{page} shows an item of a group of 9 people");
    }
}

#[test]
fn a_level_without_roadmaps_has_a_page() {
    let site = site();
    let html = std::str::from_utf8(&site["roadmaps/expert/index.html"]).unwrap();
    assert!(html.contains("There are no expert roadmaps yet: 9 people at this level are too few"));
    assert!(!html.contains("class=\"stage\""));
}

/// The next step has a list at all levels but the highest. If no roadmap follows, or no item is more common
/// in the roadmap that does, the list compares whole levels.
#[test]
fn the_next_step_has_a_list_below_the_highest_level() {
    let mut parts = hostile_model().parts().clone();
    let next = |site: &Files, page: &str| {
        let html = std::str::from_utf8(&site[page]).unwrap();
        html.split("<section id=\"next\"").nth(1).unwrap().split("</section>").next().unwrap().to_owned()
    };
    let [list, of_level, same] = [
        "More common there than here,",
        "More common at the senior level than at the level below",
        "Nothing that enough of them share",
    ];
    let messages_in = |text: &str| [list, of_level, same].map(|words| text.contains(words));

    let site = render_to_memory(&parts.clone().checked().unwrap(), &options(None)).unwrap();
    let follows = next(&site, "roadmaps/junior/data/index.html");
    assert_eq!(messages_in(&follows), [true, false, false], "{follows}");
    let none_follows = next(&site, "roadmaps/junior/bare/index.html");
    assert_eq!(messages_in(&none_follows), [false, true, false], "{none_follows}");
    assert!(none_follows.contains("No single roadmap") && none_follows.contains(">7 of 10 there"));

    // The twelve people of `quoted` list nothing.
    parts.levels[0].roadmaps[0].next = Some(RoadmapLink::new(Level::Senior, 2));
    let site = render_to_memory(&parts.clone().checked().unwrap(), &options(None)).unwrap();
    let shares_nothing = next(&site, "roadmaps/junior/data/index.html");
    assert_eq!(messages_in(&shares_nothing), [false, true, true], "{shares_nothing}");
    assert!(shares_nothing.contains("href=\"/roadmaps/senior/quoted/\""), "{shares_nothing}");
    assert!(shares_nothing.contains("<span class=\"share-figure\">7 of 10 there"), "{shares_nothing}");

    // Items that are as common in the whole level below are of another field, and not of the next level.
    let mut equal_levels = parts.clone();
    equal_levels.levels[0].overview = parts.levels[1].overview.clone();
    let site = render_to_memory(&equal_levels.checked().unwrap(), &options(None)).unwrap();
    let other_field = next(&site, "roadmaps/junior/data/index.html");
    assert_eq!(messages_in(&other_field), [false, false, true], "{other_field}");

    // The people of the whole next level list nothing, either.
    parts.levels[1].overview = Backgrounds { people: 12, ..Backgrounds::default() };
    let site = render_to_memory(&parts.checked().unwrap(), &options(None)).unwrap();
    let empty_level = next(&site, "roadmaps/junior/data/index.html");
    let has_list = empty_level.contains("<ul");
    assert_eq!((messages_in(&empty_level), has_list), ([false, false, true], false), "{empty_level}");
}

#[test]
fn absolute_urls_need_a_base() {
    let without = render_to_memory(&hostile_model(), &options(None)).unwrap();
    assert!(!without.contains_key("sitemap.xml"));
    assert!(html_pages(&without).all(|(_, html)| !html.contains("canonical") && !html.contains("og:url")));

    let sitemap = String::from_utf8(site()["sitemap.xml"].clone()).unwrap();
    let is_pair = |path: &str| path.contains("compare/") && path.split('/').count() > 4;
    // Pages of letters without skills and of levels without comparisons exist, but are not in the sitemap.
    let is_empty = |path: &str, html: &str| {
        (path.contains("skills/") || path.contains("compare/")) && html.contains("class=\"empty\"")
    };
    let is_indexed =
        |(path, html): &(&str, &str)| path.ends_with("index.html") && !is_pair(path) && !is_empty(path, html);
    let pages = html_pages(&without).filter(is_indexed).count();
    assert_eq!(
        sitemap.matches("<loc>https://example.org/").count(),
        pages + 2,
        "and /changes/ in both languages"
    );
    assert!(!sitemap.contains("/gone/"), "a replaced page is in the sitemap");

    for wrong in ["example.org", "https://", "ftp://example.org", "https://example.org/a?b", "https://a\"b"] {
        let error = render_to_memory(&hostile_model(), &options(Some(wrong))).unwrap_err();
        assert!(error.to_string().contains("https://example.org"), "{error}");
    }
}

#[test]
fn every_page_has_a_card() {
    let site = site();
    for (page, html) in html_pages(&site) {
        let image = html.split("<meta property=\"og:image\" content=\"").nth(1);
        let image = image.and_then(|rest| rest.split('"').next());
        let beside = page.strip_suffix("index.html").map(|dir| format!("{dir}card.png"));
        let own = beside.filter(|beside| site.contains_key(beside));
        let front_page = if page.starts_with("de/") { "de/card.png" } else { "card.png" };
        let expected = page.ends_with("index.html").then(|| own.as_deref().unwrap_or(front_page));
        assert_eq!(image, expected.map(|path| format!("https://example.org/{path}")).as_deref(), "{page}");
    }
    let cards: Vec<(&String, &Vec<u8>)> =
        site.iter().filter(|(path, _)| path.ends_with("card.png")).collect();
    assert!(cards.len() >= 22, "the front page, three levels and every roadmap, in two languages");
    for (path, png) in cards {
        assert!(png.starts_with(b"\x89PNG\r\n\x1a\n") && png.len() <= 40_000, "{path}: {} bytes", png.len());
    }
    let without = render_to_memory(&hostile_model(), &options(None)).unwrap();
    assert!(without.keys().all(|path| !path.ends_with("card.png")), "a card without a URL");
}

#[test]
fn the_icon_is_available_in_all_formats() {
    let site = site();
    for manifest in ["site.webmanifest", "de/site.webmanifest"] {
        let manifest: serde_json::Value = serde_json::from_slice(&site[manifest]).unwrap();
        let icons = manifest["icons"].as_array().unwrap();
        assert_eq!(icons.len(), 4);
        for icon in icons {
            let path = icon["src"].as_str().unwrap().trim_start_matches('/');
            assert!(site.contains_key(path), "{path}");
            let pixels =
                |offset: usize| u32::from_be_bytes(site[path][offset..offset + 4].try_into().unwrap());
            let sizes = icon["sizes"].as_str().unwrap();
            assert!(sizes == "any" || sizes == format!("{}x{}", pixels(16), pixels(20)), "{path}");
        }
    }
    let favicon = &site["favicon.ico"];
    assert_eq!(favicon[..8], [0, 0, 1, 0, 1, 0, 32, 32]);
    assert!(favicon[22..].starts_with(b"\x89PNG"), "the PNG begins at the offset of the entry");
    // A custom icon with more than shapes has no PNG, and pages do not link to one.
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("icon.svg"), "<svg viewBox=\"0 0 9 9\"><text>9</text></svg>").unwrap();
    let own = RenderOptions { templates: Some(dir.path().to_owned()), ..RenderOptions::default() };
    let own = render_to_memory(&hostile_model(), &own).unwrap();
    assert!(own.keys().all(|path| !path.ends_with(".png") && path != "favicon.ico"));
    assert!(html_pages(&own).all(|(_, html)| !html.contains("apple-touch-icon") && html.contains(".svg\">")));
}

#[test]
fn robots_txt_names_the_sitemap() {
    let robots = String::from_utf8(site()["robots.txt"].clone()).unwrap();
    assert_eq!(robots, "User-agent: *\nDisallow:\n\nSitemap: https://example.org/sitemap.xml\n");
    let without = render_to_memory(&hostile_model(), &options(None)).unwrap();
    assert_eq!(without["robots.txt"], b"User-agent: *\nDisallow:\n");
}

#[test]
fn the_page_of_a_retired_roadmap_refers_to_its_successor() {
    let site = site();
    let page = |path: &str| std::str::from_utf8(&site[path]).unwrap();
    let gone = page("roadmaps/senior/gone/index.html");
    assert!(
        gone.contains("<link rel=\"canonical\" href=\"https://example.org/roadmaps/junior/data/\">"),
        "{gone}"
    );
    assert!(gone.contains("Data · Databases") && gone.contains("1,200 people"), "{gone}");
    let nowhere = page("roadmaps/expert/nowhere/index.html");
    assert!(
        nowhere.contains("<link rel=\"canonical\" href=\"https://example.org/roadmaps/expert/\">"),
        "{nowhere}"
    );
    // Without a base URL, the canonical link is a path.
    let options = RenderOptions { history: Some(hostile_history()), ..options(None) };
    let site = render_to_memory(&hostile_model(), &options).unwrap();
    let gone = std::str::from_utf8(&site["roadmaps/senior/gone/index.html"]).unwrap();
    assert!(gone.contains("<link rel=\"canonical\" href=\"/roadmaps/junior/data/\">"), "{gone}");
}

#[test]
fn the_feed_escapes_hostile_names() {
    let site = site();
    let feed = std::str::from_utf8(&site["feed.xml"]).unwrap();
    assert!(feed.starts_with("<?xml"));
    for hostile in HOSTILE.iter().filter(|text| text.contains('<')) {
        assert!(!feed.contains(hostile), "{hostile} is unescaped");
    }
    assert_eq!(feed.matches("<entry>").count(), 2);
    assert_eq!(feed.matches("<id>urn:career-roadmap:release:").count(), 2);
    assert!(feed.contains("<updated>2026-02-09T00:00:00Z</updated>"));
    assert!(feed.contains("https://example.org/changes/#release-2"));
}

#[test]
fn the_form_suggests_only_labels_that_pages_show() {
    let site = site();
    let form = std::str::from_utf8(&site["index.html"]).unwrap();
    let [path] = attribute(form, "data-vocabulary")[..] else { panic!("one vocabulary") };
    let lists: BTreeMap<String, Vec<String>> = serde_json::from_slice(&site[&path[1..]]).unwrap();
    let fields: Vec<&str> = lists.keys().map(String::as_str).collect();
    assert_eq!(fields, ["certifications", "courses", "degree_fields", "position", "skills"]);
    assert_eq!(lists["skills"][..2], ["SQL", "Git"], "the most common first");
    assert!(lists["skills"].iter().any(|skill| skill == HOSTILE[0]), "a name is a name");
    assert!(!lists.values().flatten().any(|label| label.starts_with("Rare Secret")));
}
