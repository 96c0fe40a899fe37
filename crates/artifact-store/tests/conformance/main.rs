//! What every store promises, asked of a folder, memory and a bucket; then what each promises beyond that.
//!
//! * `laws`: reads, writes, conditions, listings, deletes; `races`: two writers. All of them on every store.
//! * `names`: keys, stores and URIs.
//! * `folder`: files, locks between processes, nothing half-written.
//! * `bucket`: what S3 keeps of an object, long listings, damage. `network`: answers lost, cut off, late and refused.
//!   `environment`: where credentials and endpoints come from.
//!
//! Buckets are of moto, S3 on this machine (feature `s3`, `MOTO_SERVER=…/moto_server`; `cargo xtask test` fetches it).
//! Without it their tests print that they are skipped, and pass.

#[cfg(feature = "s3")]
mod bucket;
#[cfg(feature = "s3")]
mod environment;
mod folder;
mod laws;
mod names;
#[cfg(feature = "s3")]
mod network;
mod races;
mod stores;
