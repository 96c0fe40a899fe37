//! Releases: from a model to what visitors see, so that a crash at any point costs nothing and no address ever dies.
//!
//! ```text
//! candidate ─► links (matching) ─► judgement (gate) ─► pages ─► claim (lease) ─► release files ─► permalinks
//!                                                                          ─► public files (public) ─► pointer
//! ```
//!
//! Up to the claim nothing is written ([`release::Release`]); [`publish::publish`] is everything after it. What lies
//! where, and why in this order, is told in `docs/releases.md`.

pub mod catalogue;
pub mod changes;
pub mod gate;
pub mod inputs;
pub mod lease;
pub mod live_state;
pub mod manifest;
pub mod matching;
pub mod permalinks;
pub mod progress;
mod public;
pub mod publish;
pub mod refresh;
pub mod release;
pub mod rollback;
