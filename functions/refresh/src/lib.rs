//! The scheduled run of `site-gen`'s workflow: an event in, a release out, and one line that says what was done.
//!
//! ```text
//! event ─► what is asked for ─► time limit ─► releases::refresh ─► report ─► prune ─► one line: log and metrics
//!             (event)            (deadline)                               (outcome)             (line, metrics)
//! ```
//!
//! Idempotent: the same profiles, settings and seed change nothing, so an event that comes twice costs reading. Whatever a
//! stranger can write into an event or a profile is in no line of the log. What an operator sets and sees is told in
//! `docs/refresh-function.md`.

mod deadline;
mod event;
mod failure;
mod function;
mod line;
mod metrics;
mod outcome;
mod profiles;
mod progress;
mod settings;

pub use deadline::{Deadline, TO_ANSWER, TO_WRITE};
pub use event::{Asked, EventError, Trigger};
pub use failure::Failure;
pub use function::Function;
pub use line::{Line, Told};
pub use metrics::Metrics;
pub use outcome::Outcome;
pub use settings::{Settings, SettingsError};
