//! A saved page as a line of the common profile form.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use base16ct::lower;
use career_model::Profile;
use profile_data::{ExperienceRule, YearMonth, experience_months};
use serde::Serialize;
use sha2::{Digest, Sha256};
use thiserror::Error;

use crate::courses::{RecommendedCourse, courses};
use crate::person::{Person, person, without_query};
use crate::tree::Tree;

/// Largest page that is read, in bytes.
pub const MAX_PAGE_BYTES: u64 = 10 << 20;

/// A line of the output: a profile, and the courses recommended to the person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CollectedProfile {
    /// The profile. Its id is a hash of the profile's URL, or of the page if it has no URL.
    #[serde(flatten)]
    pub profile: Profile,
    /// The courses, in the order of the page.
    pub recommended_courses: Vec<RecommendedCourse>,
}

/// Why a page has no usable profile.
#[derive(Debug, Error)]
#[allow(missing_docs, reason = "the names of the fields say it")]
pub enum PageError {
    /// The file cannot be read.
    #[error("{path}: cannot be read; check that it is a file and readable", path = path.display())]
    Io { path: PathBuf, source: io::Error },
    /// The file is larger than [`MAX_PAGE_BYTES`].
    #[error(
        "{path}: larger than {MAX_PAGE_BYTES} bytes; save the page without pictures",
        path = path.display()
    )]
    TooLarge { path: PathBuf },
    /// The file is not UTF-8; `byte` counts from 1.
    #[error("{path}: not UTF-8 at byte {byte}; save the page again as HTML", path = path.display())]
    NotUtf8 { path: PathBuf, byte: usize },
    /// The page has neither a person nor courses; `broken` is the number of JSON-LD scripts that are not
    /// valid JSON.
    #[error(
        "{path}: no JSON-LD Person{} and no course recommendations found; \
         save the public profile page itself",
        broken_scripts(*.broken),
        path = path.display(),
    )]
    NoProfile { path: PathBuf, broken: usize },
}

/// ` (2 JSON-LD scripts are not valid JSON)`
fn broken_scripts(broken: usize) -> String {
    if broken == 0 { String::new() } else { format!(" ({broken} JSON-LD scripts are not valid JSON)") }
}

/// Reads a saved page; current jobs end at `as_of`.
///
/// # Errors
/// A file that cannot be read, is too large or not UTF-8, or has no profile.
pub fn read_page(path: &Path, rule: ExperienceRule, as_of: YearMonth) -> Result<CollectedProfile, PageError> {
    let io = |source| PageError::Io { path: path.to_owned(), source };
    let mut bytes = Vec::new();
    File::open(path).map_err(io)?.take(MAX_PAGE_BYTES + 1).read_to_end(&mut bytes).map_err(io)?;
    if bytes.len() as u64 > MAX_PAGE_BYTES {
        return Err(PageError::TooLarge { path: path.to_owned() });
    }
    let html = std::str::from_utf8(&bytes)
        .map_err(|error| PageError::NotUtf8 { path: path.to_owned(), byte: error.valid_up_to() + 1 })?;
    profile_of(html, rule, as_of).map_err(|broken| PageError::NoProfile { path: path.to_owned(), broken })
}

/// The profile in a page, or the number of JSON-LD scripts that are not valid JSON.
fn profile_of(html: &str, rule: ExperienceRule, as_of: YearMonth) -> Result<CollectedProfile, usize> {
    let tree = Tree::parse(html);
    let page_url = page_url(&tree);
    let search = person(&tree, page_url.as_deref(), as_of);
    let recommended_courses = courses(&tree);
    if search.person.is_none() && recommended_courses.is_empty() {
        return Err(search.broken);
    }
    let Person { url, position, company, jobs, degree_fields, courses, certifications, skills } =
        search.person.unwrap_or_default();
    let url = url.or(page_url);
    let profile = Profile {
        id: id(url.as_deref().unwrap_or(html)),
        url,
        position,
        company,
        experience_months: experience_months(&jobs, rule),
        degree_fields,
        courses,
        certifications,
        skills,
    };
    Ok(CollectedProfile { profile, recommended_courses })
}

/// The first 16 hexadecimal digits of the SHA-256.
fn id(text: &str) -> String {
    lower::encode_string(&Sha256::digest(text.as_bytes())[..8])
}

/// The canonical URL of the page.
fn page_url(tree: &Tree) -> Option<String> {
    tree.ids().find_map(|id| {
        let element = tree.element(id);
        let is = |name, value: &str| element.attribute(name).is_some_and(|v| v.eq_ignore_ascii_case(value));
        let href = match element.name.as_str() {
            "link" if is("rel", "canonical") => element.attribute("href"),
            "meta" if is("property", "og:url") => element.attribute("content"),
            _ => None,
        };
        href.and_then(without_query)
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn profile_in(html: &str) -> Result<CollectedProfile, usize> {
        profile_of(html, ExperienceRule::Union, YearMonth::new(2026, 1).unwrap())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(300))]
        /// No markup causes a panic, and all links of courses are https.
        #[test]
        fn any_markup_is_read(parts in proptest::collection::vec(prop_oneof![
            Just("<section class=pv-course-recommendations>".to_owned()),
            Just("<h2>Add new skills with these courses".to_owned()),
            Just("</section>".to_owned()), Just("<li>".to_owned()), Just("</a></li>".to_owned()),
            Just(
                "<script type='application/ld+json'>{\"@type\":\"Person\",\"jobTitle\":[\"x\"]}</script>"
                    .to_owned()
            ),
            Just("<script>".to_owned()), Just("<svg><path/>".to_owned()), Just("</div>".to_owned()),
            "[a-z]{1,6}://[a-z./]{0,9}".prop_map(|url| format!("<a href=\"{url}\">t")),
            any::<String>(),
        ], 0..60)) {
            if let Ok(found) = profile_in(&parts.concat()) {
                for course in &found.recommended_courses {
                    prop_assert!(!course.title.is_empty());
                    prop_assert!(!course.title.contains(char::is_control));
                    prop_assert!(course.url.as_deref().is_none_or(|url| url.starts_with("https://")));
                }
                prop_assert_eq!(found.profile.id.len(), 16);
            }
        }
    }

    #[test]
    fn deep_nesting_costs_linear_time_and_no_stack() {
        let course = "<section class=course-recommendations><a href=https://x.example/c>T</a>";
        let deep = format!("{course}{}{}", "<div>".repeat(200_000), "</p>".repeat(200_000));
        assert_eq!(profile_in(&deep).unwrap().recommended_courses[0].title, "T");
    }
}
