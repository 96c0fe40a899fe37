//! The scheduled refresh: an event triggers a refresh, and one log line reports the result.
//!
//! ```text
//! event ─► request ─► time limit ─► releases::refresh ─► result ─► prune ─► one line: log and metrics
//!          (event)    (deadline)                        (outcome)           (line, metrics)
//! ```
//!
//! The function is idempotent: the same profiles, settings and seed change nothing, so a duplicate event only
//! costs the time to read the profiles. The log contains no text from events or profiles, which strangers can
//! write. `docs/refresh-function.md` describes the settings and the log.

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

pub use deadline::{ANSWER_TIME, Deadline, WRITE_TIME};
pub use event::{EventError, Request, Trigger};
pub use failure::Failure;
pub use function::Function;
pub use line::{EventResult, LogLine};
pub use metrics::Metrics;
pub use outcome::Outcome;
pub use settings::{Settings, SettingsError};
