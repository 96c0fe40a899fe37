//! One saved page → one line of the common profile form.

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
use crate::person::{Person, page_address, person};
use crate::tree::Tree;

/// The largest page that is read, in bytes.
pub const MAX_PAGE_BYTES: u64 = 10 << 20;

/// A line of the output: a profile, with the courses recommended to the person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CollectedProfile {
    /// The common form. The id is a hash of the profile's address, or of the page when it names none.
    #[serde(flatten)]
    pub profile: Profile,
    /// In the page's order.
    pub recommended_courses: Vec<RecommendedCourse>,
}

/// Why a page gave no profile.
#[derive(Debug, Error)]
pub enum PageError {
    /// It cannot be read at all.
    #[error("{path}: cannot be read; check that it is a file and readable", path = path.display())]
    Io {
        /// As given by the caller.
        path: PathBuf,
        /// What the operating system said.
        source: io::Error,
    },
    /// It is longer than [`MAX_PAGE_BYTES`].
    #[error("{path}: larger than {MAX_PAGE_BYTES} bytes; save the page alone, without pictures", path = path.display())]
    TooLarge {
        /// As given by the caller.
        path: PathBuf,
    },
    /// It is no text.
    #[error("{path}: not UTF-8 at byte {byte}; save the page again as HTML", path = path.display())]
    NotUtf8 {
        /// As given by the caller.
        path: PathBuf,
        /// Where, from 1.
        byte: usize,
    },
    /// It has neither a person nor courses.
    #[error(
        "{path}: no JSON-LD Person{broken} and no course recommendations in it; save the public profile page itself",
        path = path.display(),
        broken = if *.broken == 0 { String::new() } else { format!(" ({broken} JSON-LD scripts are not valid JSON)") }
    )]
    NoProfile {
        /// As given by the caller.
        path: PathBuf,
        /// JSON-LD scripts that are no JSON.
        broken: usize,
    },
}

/// Reads one saved page; jobs that go on end at `as_of`.
///
/// # Errors
/// A file that cannot be read, is too large or no text, or holds nothing of a profile.
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

/// The profile in a page, or how many of its JSON-LD scripts are broken.
fn profile_of(html: &str, rule: ExperienceRule, as_of: YearMonth) -> Result<CollectedProfile, usize> {
    let tree = Tree::parse(html);
    let page_url = page_url(&tree);
    let found = person(&tree, page_url.as_deref(), as_of);
    let recommended_courses = courses(&tree);
    if found.person.is_none() && recommended_courses.is_empty() {
        return Err(found.broken);
    }
    let Person { url, position, company, jobs, degree_fields, courses, certifications, skills } =
        found.person.unwrap_or_default();
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

/// 16 hexadecimal digits of SHA-256.
fn id(text: &str) -> String {
    lower::encode_string(&Sha256::digest(text.as_bytes())[..8])
}

/// The address that the page gives itself.
fn page_url(tree: &Tree) -> Option<String> {
    tree.ids().find_map(|id| {
        let element = tree.element(id);
        let is = |name, value: &str| element.attribute(name).is_some_and(|v| v.eq_ignore_ascii_case(value));
        let href = match element.name.as_str() {
            "link" if is("rel", "canonical") => element.attribute("href"),
            "meta" if is("property", "og:url") => element.attribute("content"),
            _ => None,
        };
        href.and_then(page_address)
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
        /// Whatever the markup, there is a profile or none, never a panic, and only https links.
        #[test]
        fn any_markup_is_read(parts in proptest::collection::vec(prop_oneof![
            Just("<section class=pv-course-recommendations>".to_owned()),
            Just("<h2>Add new skills with these courses".to_owned()),
            Just("</section>".to_owned()), Just("<li>".to_owned()), Just("</a></li>".to_owned()),
            Just("<script type='application/ld+json'>{\"@type\":\"Person\",\"jobTitle\":[\"x\"]}</script>".to_owned()),
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
    fn depth_costs_no_stack_and_no_square() {
        let course = "<section class=course-recommendations><a href=https://x.example/c>T</a>";
        let deep = format!("{course}{}{}", "<div>".repeat(200_000), "</p>".repeat(200_000));
        assert_eq!(profile_in(&deep).unwrap().recommended_courses[0].title, "T");
    }
}
