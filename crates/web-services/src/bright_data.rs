//! Collections by Bright Data: trigger, progress, snapshot. A run may be killed and resumed.
//!
//! Bright Data, not this program, collects the profiles of the caller's URLs. URLs are sent in batches; a
//! journal beside the output ([`Journal`]) records which were sent, so that none is paid for twice.
//!
//! The API, as documented in 2026: `POST /datasets/v3/trigger` answers `{"snapshot_id"}`;
//! `GET /datasets/v3/progress/{id}` answers `{"status"}` of `starting`, `running`, `ready` or `failed`;
//! `GET /datasets/v3/snapshot/{id}` answers the records, `202` while they are built, `400` when the snapshot
//! is expired or empty, `404` when it is unknown. The token is sent in `Authorization: Bearer`.

mod answers;
mod collection;
mod error;
mod journal;
mod snapshot_lines;
mod urls;

pub use collection::{Collection, CollectionSettings, Outcome, Progress};
pub use error::CollectError;
pub use journal::Journal;
pub use urls::{MAX_URLS, read_urls};

/// The people profiles (LinkedIn) data set.
pub const PEOPLE_PROFILES: &str = "gd_l1viktl72bvl7bjuj0";
/// The address of the service.
pub const BASE_URL: &str = "https://api.brightdata.com";
/// The environment variable with the token.
pub const TOKEN_VARIABLE: &str = "BRIGHT_DATA_API_TOKEN";
