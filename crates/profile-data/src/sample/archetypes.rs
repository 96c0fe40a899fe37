//! Kinds of tech people: what they studied, took, passed, do and know, tied together.
//!
//! Everything is invented from general knowledge. Lists are texts with items between `|`, the most common
//! first, because tables of short strings are read and edited more easily that way. Skills and degree
//! fields are given by the first name of their term in [`super::vocabulary`].

mod archetype;
mod data;
mod engineering;
mod infrastructure;
mod product;
mod software;

pub(super) use archetype::Archetype;

/// All kinds, in a fixed order: changing it changes every sample.
pub(super) fn all() -> impl Iterator<Item = &'static Archetype> {
    [software::ALL, data::ALL, infrastructure::ALL, engineering::ALL, product::ALL].into_iter().flatten()
}
