//! Kinds of tech people, with matching fields of study, courses, certificates, positions and skills.
//!
//! All of it is invented from general knowledge. A list is a text with items between `|`, the most common
//! first, because such tables of short strings are easy to read and edit. A skill or degree field is the
//! first name of its term in [`super::vocabulary`].

mod archetype;
mod data;
mod engineering;
mod infrastructure;
mod product;
mod software;

pub(super) use archetype::Archetype;

/// All kinds, in a fixed order; another order would change every sample.
pub(super) fn all() -> impl Iterator<Item = &'static Archetype> {
    [software::ALL, data::ALL, infrastructure::ALL, engineering::ALL, product::ALL].into_iter().flatten()
}
