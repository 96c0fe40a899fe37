//! Google's Gemini over its REST interface: a prompt and a JSON schema in, text out, within a budget.
//!
//! `POST {base}/v1beta/models/{model}:generateContent`; the key travels in the header `x-goog-api-key` only.

mod answer;
mod budget;
mod client;
mod error;
mod ledger;

pub use budget::{Budget, Prices, Usage};
pub use client::{DEFAULT_BASE_URL, DEFAULT_MODEL, Gemini, GeminiSettings, Prompt};
pub use error::GeminiError;
