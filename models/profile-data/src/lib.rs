//! What a profile file looks like, what was rejected from it, and a synthetic sample of one.
//!
//! [`ProfileReader`] streams the common profile form (JSON Lines, one person a line). Readers of other
//! forms convert to the same [`career_model::Profile`]. [`sample`] writes people who do not exist, for
//! the demo and for tests at any size.

mod reader;
mod sample;

pub use reader::{
    Counts, MAX_EXPERIENCE_MONTHS, MAX_LINE_BYTES, OpenError, ProfileReader, ReadError, Record, Rejected,
};
pub use sample::{Sample, sample, write_jsonl};
