//! Profiles from pages that somebody saved: nothing is fetched here.
//!
//! A saved public profile page has two things of use. Its JSON-LD `Person` ([`person`]) says what the
//! person does and knows, and a section ([`courses`]) shows the courses recommended to the person, from
//! whose titles skills can be derived. [`page`] joins the two into one line of the common form.
//!
//! What is known of the pages (and asserted by the tests' fixtures, which are written by us):
//!
//! - Guest pages carry JSON-LD, alone or in a `@graph`; pages saved while signed in carry none.
//! - The course section has the English heading "Add new skills with these courses", in signed-in pages a
//!   class beginning with `pv-course-recommendations`. We know of no marker that every layout has, and
//!   the headings in other languages are not listed here. There, any link to `/learning/<course>` counts.

mod courses;
mod files;
mod page;
mod person;
mod tree;

pub use courses::RecommendedCourse;
pub use files::expand_pages;
pub use page::{CollectedProfile, MAX_PAGE_BYTES, PageError, read_page};
