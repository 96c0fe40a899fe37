//! Limits on the titles and skills of a person.

/// The most skills of one person.
pub const MAX_SKILLS: usize = 3;
/// The most titles of one person that are read.
pub const MAX_TITLES: usize = 20;
/// The longest title, in characters; the rest is cut off.
pub const MAX_TITLE_CHARS: usize = 120;
