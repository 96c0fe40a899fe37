//! Google's Gemini over its REST interface: sends a prompt and a JSON schema, returns text, within a budget.
//!
//! `POST {base}/v1beta/models/{model}:generateContent`; the key is sent only in the header `x-goog-api-key`.

mod answer;
mod budget;
mod client;
mod error;
mod ledger;

pub use budget::{Budget, DEFAULT_MAX_USD, Prices, Usage};
pub use client::{DEFAULT_BASE_URL, DEFAULT_MODEL, Gemini, GeminiSettings, Prompt};
pub use error::GeminiError;
