//! Profiles from saved pages. The crate fetches nothing.
//!
//! A saved public profile page has two useful parts: its JSON-LD `Person` ([`person`]), and a section of
//! courses recommended to the person ([`courses`]), whose titles contain skills. [`page`] combines both into
//! a line of the common profile form.
//!
//! Known facts about the pages, which the tests check on invented pages:
//!
//! - Guest pages have JSON-LD, alone or in a `@graph`; pages saved while signed in have none.
//! - The section of courses has the English heading "Add new skills with these courses", and in signed-in
//!   pages a class that begins with `pv-course-recommendations`. No known marker is in all layouts, and the
//!   headings in other languages are not known; there, all links to `/learning/<course>` count.

#![warn(clippy::print_stderr, reason = "a library knows no terminal: it reports through a trait or an error")]

mod courses;
mod files;
mod page;
mod person;
mod tree;

pub use courses::RecommendedCourse;
pub use files::expand_pages;
pub use page::{CollectedProfile, MAX_PAGE_BYTES, PageError, read_page};
