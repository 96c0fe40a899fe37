//! How much of a person's titles is read, and how much comes out.

/// The most skills of one person.
pub const MAX_SKILLS: usize = 3;
/// The most titles of one person that are looked at.
pub const MAX_TITLES: usize = 20;
/// The longest title that is looked at, in characters; the rest of it is cut off.
pub const MAX_TITLE_CHARS: usize = 120;
