//! How many people a level needs, and how many are held out.

/// A level with fewer people than this is not clustered: it has an overview page only.
pub const MIN_PEOPLE_TO_FIT: u64 = 60;

/// One person in this many is held out of training to compare candidates, recommenders and methods.
pub const HELD_OUT_ONE_IN: usize = 5;

/// The share of [`MIN_PEOPLE_TO_FIT`] that is left when one in [`HELD_OUT_ONE_IN`] is held out.
pub const MIN_PEOPLE_TO_FIT_WITHOUT_HELD_OUT: u64 =
    MIN_PEOPLE_TO_FIT - MIN_PEOPLE_TO_FIT / HELD_OUT_ONE_IN as u64;
