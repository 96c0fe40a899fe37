//! Kinds of tech people: what they studied, took, passed, do and know, tied together.
//!
//! Everything is invented from general knowledge. Lists are texts with items between `|`, the most common
//! first, because tables of short strings are read and edited more easily that way. Skills and degree
//! fields are given by the first name of their term in [`super::vocabulary`].

mod data;
mod engineering;
mod infrastructure;
mod product;
mod software;

/// One kind of people. Each list is `|`-separated, the most common item first.
pub(super) struct Archetype {
    /// How many of all people are of this kind, relative to the other shares.
    pub(super) share: u32,
    /// Job titles without seniority.
    pub(super) positions: &'static str,
    pub(super) degree_fields: &'static str,
    pub(super) courses: &'static str,
    /// Certificates of beginners.
    pub(super) intro_certifications: &'static str,
    /// Certificates of people with years of practice.
    pub(super) certifications: &'static str,
    /// Skills that most of them share.
    pub(super) core: &'static str,
    /// Skills that come together: a person has one of these, sometimes two.
    pub(super) stacks: &'static [&'static str],
    /// Skills that come with years.
    pub(super) lead: &'static str,
    /// What the long tail of their courses and certificates is about.
    pub(super) topics: &'static str,
}

/// All kinds, in a fixed order: changing it changes every sample.
pub(super) fn all() -> impl Iterator<Item = &'static Archetype> {
    [software::ALL, data::ALL, infrastructure::ALL, engineering::ALL, product::ALL].into_iter().flatten()
}
