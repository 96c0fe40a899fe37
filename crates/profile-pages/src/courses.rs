//! The courses recommended on a page.

use serde::Serialize;

use crate::tree::{ElementId, Tree};

/// The English heading; some versions continue with ", free for 24 hours".
const HEADING: &str = "add new skills with these courses";
/// Prefixes of class names and `data-section` values of the section.
const MARKERS: [&str; 3] = ["pv-course-recommendations", "course-recommendations", "recommended-courses"];
/// Parts of `/learning/` that are not courses.
const NOT_COURSES: [&str; 8] =
    ["search", "topics", "certificates", "instructors", "browse", "me", "subscription", "login"];
/// Most courses read from a page; real pages have fewer.
const MAX_COURSES: usize = 100;
/// Most links examined; without a limit, hostile nesting would cost quadratic time.
const MAX_LINKS: usize = 1_000;
/// Most headings examined; real pages have one.
const MAX_HEADINGS: usize = 20;
/// Longest title; the rest is cut.
const MAX_TITLE_CHARS: usize = 300;

/// A course recommended to a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RecommendedCourse {
    /// The title as shown on the page.
    pub title: String,
    /// The https URL without query and fragment; absent without such a link.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// The courses in document order, without duplicate titles.
pub(super) fn courses(tree: &Tree) -> Vec<RecommendedCourse> {
    let sections = sections(tree);
    let mut courses: Vec<RecommendedCourse> = Vec::new();
    let links = |range: std::ops::Range<ElementId>| {
        range.filter(|&id| tree.element(id).name == "a" && tree.element(id).attribute("href").is_some())
    };
    for &section in &sections {
        for link in links(tree.inside(section)).take(MAX_LINKS) {
            let href = tree.element(link).attribute("href").unwrap_or_default();
            if !is_call_to_action(tree, link, href) {
                push(&mut courses, title(tree, link), https(href));
            }
        }
        if courses.is_empty() {
            // The links of the cards were lost when the page was saved; the headings have the titles.
            let heads =
                tree.inside(section).filter(|&id| matches!(tree.element(id).name.as_str(), "h3" | "h4"));
            for id in heads {
                push(&mut courses, one_line(tree.text(id)), None);
            }
        }
    }
    if sections.is_empty() {
        // The heading is in another language. Course URLs have the same form in all languages.
        let url_of = |link| https(tree.element(link).attribute("href").unwrap_or_default());
        let with_urls = links(tree.ids()).filter_map(|link| url_of(link).map(|url| (link, url)));
        for (link, url) in with_urls.filter(|(_, url)| is_course_url(url)).take(MAX_LINKS) {
            push(&mut courses, title(tree, link), Some(url));
        }
    }
    courses
}

/// The elements with courses; none is inside another one.
fn sections(tree: &Tree) -> Vec<ElementId> {
    let mut found: Vec<ElementId> = Vec::new();
    let mut headings = 0;
    for id in tree.ids() {
        if found.last().is_some_and(|&last| tree.inside(last).contains(&id)) {
            continue;
        }
        let element = tree.element(id);
        let is_marked = |value: &str| MARKERS.iter().any(|marker| value.starts_with(marker));
        let marked =
            element.attribute("class").is_some_and(|class| class.split_ascii_whitespace().any(is_marked))
                || ["data-section", "data-test-id"]
                    .iter()
                    .any(|name| element.attribute(name).is_some_and(is_marked));
        // Elements inside a heading have the same text; the outermost element comes first.
        let is_heading = || {
            matches!(element.name.as_str(), "h1" | "h2" | "h3" | "h4" | "p" | "div" | "span")
                && tree.text(id).len() < 1_000
                && one_line(tree.text(id)).to_lowercase().starts_with(HEADING)
        };
        if marked && matches!(element.name.as_str(), "section" | "div" | "aside" | "ul") {
            found.push(id);
        } else if headings < MAX_HEADINGS && is_heading() {
            headings += 1;
            found.extend(around_heading(tree, id));
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// The nearest section around the heading, or the nearest element with a link.
fn around_heading(tree: &Tree, heading: ElementId) -> Option<ElementId> {
    let has_link = |id: ElementId| tree.inside(id).any(|id| tree.element(id).name == "a");
    let mut named = tree
        .ancestors(heading)
        .filter(|&id| matches!(tree.element(id).name.as_str(), "section" | "aside" | "div") && has_link(id));
    let section =
        tree.ancestors(heading).find(|&id| matches!(tree.element(id).name.as_str(), "section" | "aside"));
    section.or_else(|| named.next())
}

/// Whether the link is not a course, such as "See all courses".
fn is_call_to_action(tree: &Tree, link: ElementId, href: &str) -> bool {
    let is_cta = |id: ElementId| {
        tree.element(id).attribute("class").is_some_and(|class| {
            class.split_ascii_whitespace().any(|c| c.contains("cta") || c.contains("see-more"))
        })
    };
    let near = std::iter::once(link).chain(tree.ancestors(link).take(3));
    let on_platform = https(href).is_some_and(|url| platform_path(&url).is_some() && !is_course_url(&url));
    on_platform || near.into_iter().any(is_cta)
}

/// The title in the link, or in the card around it.
fn title(tree: &Tree, link: ElementId) -> String {
    let heading_in = |id: ElementId| {
        tree.inside(id)
            .find(|&id| matches!(tree.element(id).name.as_str(), "h3" | "h4"))
            .map(|id| one_line(tree.text(id)))
            .filter(|text| !text.is_empty())
    };
    let own = || Some(one_line(tree.text(link))).filter(|text| !text.is_empty());
    let label = || tree.element(link).attribute("aria-label").map(one_line).filter(|text| !text.is_empty());
    let card = || {
        tree.ancestors(link)
            .find(|&id| matches!(tree.element(id).name.as_str(), "li" | "article"))
            .and_then(heading_in)
    };
    heading_in(link).or_else(own).or_else(label).or_else(card).unwrap_or_default()
}

fn push(courses: &mut Vec<RecommendedCourse>, title: String, url: Option<String>) {
    if title.is_empty() || courses.len() == MAX_COURSES {
        return;
    }
    match courses.iter_mut().find(|course| course.title == title) {
        // A picture and a title may both be links, and only one of them may have a usable URL.
        Some(course) => course.url = course.url.take().or(url),
        None => courses.push(RecommendedCourse { title, url }),
    }
}

/// The URL without query and fragment, which may identify the viewer; `None` unless it is a plain https URL.
pub(super) fn https(href: &str) -> Option<String> {
    let href = href.trim();
    let end = href.find(['?', '#']).unwrap_or(href.len());
    let address = &href[..end];
    // The scheme may be in any case.
    let rest =
        address.get(..8).filter(|scheme| scheme.eq_ignore_ascii_case("https://")).map(|_| &address[8..])?;
    let host = rest.split('/').next().unwrap_or_default();
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | ':');
    let path_is_plain =
        !rest.contains(|c: char| c.is_control() || c.is_whitespace() || "\"<>\\^`{|}".contains(c));
    (!host.is_empty() && host.chars().all(plain) && path_is_plain && rest.len() <= 2_000)
        .then(|| format!("https://{rest}"))
}

/// The path of a URL on the platform; `None` for another host.
fn platform_path(url: &str) -> Option<&str> {
    let (host, path) = url.strip_prefix("https://")?.split_once('/')?;
    (host == "linkedin.com" || host.ends_with(".linkedin.com")).then_some(path)
}

fn is_course_url(url: &str) -> bool {
    let Some(slug) = platform_path(url).and_then(|path| path.strip_prefix("learning/")) else { return false };
    let first = slug.split('/').next().unwrap_or_default();
    !first.is_empty() && !NOT_COURSES.contains(&first)
}

/// The text with collapsed white space and without control and direction characters, cut to
/// [`MAX_TITLE_CHARS`].
pub(super) fn one_line(text: &str) -> String {
    let invisible = |c: char| {
        c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
            || matches!(c, '\u{2060}'..='\u{2069}' | '\u{feff}')
    };
    let mut line = String::new();
    for word in text.split(|c: char| c.is_whitespace()) {
        let word: String = word.chars().filter(|&c| !invisible(c)).collect();
        if !word.is_empty() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(&word);
        }
        if line.len() > 4 * MAX_TITLE_CHARS {
            break;
        }
    }
    line.chars().take(MAX_TITLE_CHARS).collect::<String>().trim_end().to_owned()
}
