//! The courses that a page recommends to its person.

use serde::Serialize;

use crate::tree::{ElementId, Tree};

/// The English heading; it goes on with ", free for 24 hours" in some versions.
const HEADING: &str = "add new skills with these courses";
/// Beginnings of class names and `data-section` values of the section.
const MARKERS: [&str; 3] = ["pv-course-recommendations", "course-recommendations", "recommended-courses"];
/// The parts of `/learning/` that are no courses.
const NOT_COURSES: [&str; 8] =
    ["search", "topics", "certificates", "instructors", "browse", "me", "subscription", "login"];
/// More than any page shows; a page with more of them is not one we know.
const MAX_COURSES: usize = 100;
/// Links that are followed up; without a bound, hostile nesting would cost quadratic time.
const MAX_LINKS: usize = 1_000;
/// Headings that are followed up; a page has one.
const MAX_HEADINGS: usize = 20;
/// Characters of a title that are kept.
const MAX_TITLE_CHARS: usize = 300;

/// A course recommended to a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RecommendedCourse {
    /// As shown.
    pub title: String,
    /// Its https address without query and fragment; absent when the page has no such link.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// The courses in document order, each title once.
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
            // Cards whose links were lost when the page was saved: their headings are the titles.
            let heads =
                tree.inside(section).filter(|&id| matches!(tree.element(id).name.as_str(), "h3" | "h4"));
            for id in heads {
                push(&mut courses, one_line(tree.text(id)), None);
            }
        }
    }
    if sections.is_empty() {
        // No heading that we know: another language. The address of a course is the same in all of them.
        let address = |link| https(tree.element(link).attribute("href").unwrap_or_default());
        let addressed = links(tree.ids()).filter_map(|link| address(link).map(|url| (link, url)));
        for (link, url) in addressed.filter(|(_, url)| is_course_address(url)).take(MAX_LINKS) {
            push(&mut courses, title(tree, link), Some(url));
        }
    }
    courses
}

/// The elements that hold the courses, none inside another.
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
        // A heading's inner elements hold the same text; the outermost of them comes first.
        let headed = || {
            matches!(element.name.as_str(), "h1" | "h2" | "h3" | "h4" | "p" | "div" | "span")
                && tree.text(id).len() < 1_000
                && one_line(tree.text(id)).to_lowercase().starts_with(HEADING)
        };
        if marked && matches!(element.name.as_str(), "section" | "div" | "aside" | "ul") {
            found.push(id);
        } else if headings < MAX_HEADINGS && headed() {
            headings += 1;
            found.extend(around_heading(tree, id));
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// The nearest section, or else the nearest element with a link in it.
fn around_heading(tree: &Tree, heading: ElementId) -> Option<ElementId> {
    let has_link = |id: ElementId| tree.inside(id).any(|id| tree.element(id).name == "a");
    let mut named = tree
        .ancestors(heading)
        .filter(|&id| matches!(tree.element(id).name.as_str(), "section" | "aside" | "div") && has_link(id));
    let section =
        tree.ancestors(heading).find(|&id| matches!(tree.element(id).name.as_str(), "section" | "aside"));
    section.or_else(|| named.next())
}

/// "See all courses" and the like.
fn is_call_to_action(tree: &Tree, link: ElementId, href: &str) -> bool {
    let is_cta = |id: ElementId| {
        tree.element(id).attribute("class").is_some_and(|class| {
            class.split_ascii_whitespace().any(|c| c.contains("cta") || c.contains("see-more"))
        })
    };
    let near = std::iter::once(link).chain(tree.ancestors(link).take(3));
    let on_platform =
        https(href).is_some_and(|url| platform_path(&url).is_some() && !is_course_address(&url));
    on_platform || near.into_iter().any(is_cta)
}

/// The title in a link, or in the card around it.
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
        // A picture and a title may both link, and only one of them well.
        Some(course) => course.url = course.url.take().or(url),
        None => courses.push(RecommendedCourse { title, url }),
    }
}

/// The address without query and fragment, which say who looked; `None` unless it is a plain https one.
pub(super) fn https(href: &str) -> Option<String> {
    let href = href.trim();
    let end = href.find(['?', '#']).unwrap_or(href.len());
    let address = &href[..end];
    // Browsers take the scheme in any case; what is written is lower case.
    let rest =
        address.get(..8).filter(|scheme| scheme.eq_ignore_ascii_case("https://")).map(|_| &address[8..])?;
    let host = rest.split('/').next().unwrap_or_default();
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | ':');
    let path_is_plain =
        !rest.contains(|c: char| c.is_control() || c.is_whitespace() || "\"<>\\^`{|}".contains(c));
    (!host.is_empty() && host.chars().all(plain) && path_is_plain && rest.len() <= 2_000)
        .then(|| format!("https://{rest}"))
}

/// The path on the platform that the section belongs to.
fn platform_path(url: &str) -> Option<&str> {
    let (host, path) = url.strip_prefix("https://")?.split_once('/')?;
    (host == "linkedin.com" || host.ends_with(".linkedin.com")).then_some(path)
}

fn is_course_address(url: &str) -> bool {
    let Some(slug) = platform_path(url).and_then(|path| path.strip_prefix("learning/")) else { return false };
    let first = slug.split('/').next().unwrap_or_default();
    !first.is_empty() && !NOT_COURSES.contains(&first)
}

/// White space collapsed, control and direction characters dropped, cut at a sane length.
pub(super) fn one_line(text: &str) -> String {
    let invisible = |c: char| {
        c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
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
