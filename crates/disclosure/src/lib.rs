//! Statistical disclosure control: what a release tells about the people behind its counts.
//!
//! [`publish`] turns a model with exact counts into the model that may be published:
//!
//! * **Rounding.** A count is rounded to its declared step ([`rounding`]).
//! * **Memory.** A published count stays while it is no further off than its tolerance. A group keeps all
//!   its figures while only a few of its people changed. So one person who joins or leaves changes no figure,
//!   or no more than the others who join and leave with them.
//! * **Thresholds.** An item appears when clearly more than the minimum of people have it, and disappears
//!   below the minimum.
//! * **Complementary suppression.** A level's count of an item, less the counts of its pages, is never a
//!   count of a few people.
//!
//! `docs/threat-model.md` says what that promises, and against whom.

#![warn(clippy::print_stderr, reason = "a library knows no terminal: it reports through a trait or an error")]

mod counts_file;
mod group;
mod members;
mod metadata;
mod publish;
pub mod rounding;
mod sketch;
mod totals;

pub use counts_file::{CountsFile, CountsFileError, MAX_LEN as MAX_COUNTS_LEN};
pub use members::{Anchors, LevelMembers, Members};
pub use publish::{Live, MIN_CHANGED_SHARE, MIN_CHANGES, Published, publish};
pub use sketch::{Sketch, SketchError};
