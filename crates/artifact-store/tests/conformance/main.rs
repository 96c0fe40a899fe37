//! Tests of the guarantees of all stores (a folder, memory and a bucket), then of each store's own
//! guarantees.
//!
//! * `laws`: reads, writes, conditions, listings, deletes; `races`: two writers. All of them on every store.
//! * `names`: keys, stores and URIs.
//! * `folder`: files, locks between processes, atomic writes.
//! * `bucket`: metadata of objects, long lists, damage. `network`: answers that are lost, cut off, late or
//!   errors. `environment`: sources of credentials and endpoints.
//!
//! Buckets are served by moto, an S3 on this machine (feature `s3`, `MOTO_SERVER=…/moto_server`;
//! `cargo xtask test` fetches it). Without it their tests print that they are skipped, and pass.

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
