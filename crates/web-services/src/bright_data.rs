//! Bright Data collections: trigger, progress, snapshot, in a way that can be killed and run again.
//!
//! Profiles of URLs that the caller names are collected by Bright Data, not by us. URLs are sent in batches;
//! a journal beside the output ([`Journal`]) knows which were sent, so that none is paid for twice.
//!
//! The API, as documented in 2026: `POST /datasets/v3/trigger` answers `{"snapshot_id"}`;
//! `GET /datasets/v3/progress/{id}` answers `{"status"}` of `starting`, `running`, `ready` or `failed`;
//! `GET /datasets/v3/snapshot/{id}` answers the records, `202` while they are built, `400` when the
//! snapshot is expired or empty, `404` when it never was. The token goes in `Authorization: Bearer`.

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
/// Where the service is.
pub const BASE_URL: &str = "https://api.brightdata.com";
/// The environment variable with the token.
pub const TOKEN_VARIABLE: &str = "BRIGHT_DATA_API_TOKEN";
