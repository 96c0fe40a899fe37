//! Releases: publish a model as a site, so that a crash at any point loses nothing and no address ever dies.
//!
//! ```text
//! candidate ─► links (matching) ─► judgement (gate) ─► pages
//!           ─► claim (lease) ─► release files ─► permalinks ─► public files (public) ─► pointer
//! ```
//!
//! Nothing is written before the claim, except the list of people to forget ([`forgotten`]):
//! [`release::Release`] is prepared in memory. [`publish::publish`] takes the claim and writes.
//! `docs/releases.md` describes the stored files and the reasons for this order.

#![warn(clippy::print_stderr, reason = "a library knows no terminal: it reports through a trait or an error")]

pub mod catalogue;
pub mod changes;
pub mod forgotten;
pub mod gate;
pub mod inputs;
pub mod judgement;
pub mod lease;
pub mod live_state;
pub mod manifest;
pub mod matching;
mod old_assets;
pub mod permalinks;
pub mod progress;
mod public;
pub mod publish;
pub mod refresh;
pub mod release;
pub mod report;
pub mod rollback;
