//! Interests: what a person lists, smoothed by what similar people list beside it.
//!
//! ```text
//! items, context ─► EASE and prior ─► expected items ─► directions ─► unit coordinates ─► spherical k-means
//! ```
//!
//! Everything up to the coordinates is linear in the listed items, so a model needs one row of coordinates
//! per column, and the share of every input in a decision is exact.

pub mod blocks;
pub mod columns;
pub mod correspondence;
pub mod ease;
pub mod prior;
pub mod ranking;
pub mod table;
pub mod weights;
