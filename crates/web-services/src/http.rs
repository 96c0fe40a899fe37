//! A blocking client for JSON services: retries, limits, and errors that are safe to print.

mod base_url;
mod client;
mod error;
mod message;
mod permits;
mod request;
mod retry;
mod secret;
mod sleeper;

pub use client::{Client, Response, Settings};
pub use error::HttpError;
pub use request::Request;
pub use secret::Secret;
pub use sleeper::{Sleeper, SystemSleeper};
