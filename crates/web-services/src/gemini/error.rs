//! Errors of calls.

use thiserror::Error;

use super::budget::Budget;
use crate::http::HttpError;

/// Why a prompt has no answer. Safe to print, like [`HttpError`].
#[derive(Debug, Error)]
pub enum GeminiError {
    /// The model name is not valid in a path.
    #[error(
        "Gemini: the model name may have only letters, digits, '.', '-' and '_' (64 at most); correct it"
    )]
    BadModel,
    /// A price or the budget is not a number from 0 up.
    #[error("Gemini: the budget and the prices must be numbers from 0 up; correct them")]
    BadBudget,
    /// The call might exceed a limit; nothing was sent.
    #[error(
        "Gemini: the budget of ${} and {} calls is used up; raise it to ask for the rest",
        .0.max_usd, .0.max_calls
    )]
    OverBudget(Budget),
    /// No call is made after earlier failures.
    #[error("Gemini: no more calls after earlier failures")]
    Stopped,
    /// The call failed.
    #[error(transparent)]
    Http(#[from] HttpError),
    /// The service refused to answer this prompt.
    #[error("Gemini refused the prompt ({reason})")]
    Blocked {
        /// The service's reason, such as `SAFETY`.
        reason: String,
    },
    /// An answer without text.
    #[error("Gemini sent an empty answer")]
    Empty,
    /// An answer that is not the JSON of the interface.
    #[error("Gemini's answer could not be parsed")]
    Unreadable,
}
