//! Why a prompt has no answer.

use thiserror::Error;

use super::budget::Budget;
use crate::http::HttpError;

/// A prompt without an answer. Safe to print, like [`HttpError`].
#[derive(Debug, Error)]
pub enum GeminiError {
    /// The model name would not make a path.
    #[error(
        "Gemini: the model name may have only letters, digits, '.', '-' and '_' (64 at most); correct it"
    )]
    BadModel,
    /// A price or the budget is not a number from 0 up.
    #[error("Gemini: the budget and the prices must be numbers from 0 up; correct them")]
    BadBudget,
    /// The next call could pass a limit; nothing was sent.
    #[error("Gemini: the budget of ${} and {} calls is used up; raise it to ask for the rest", .0.max_usd, .0.max_calls)]
    OverBudget(Budget),
    /// Earlier calls showed that this one would fail; nothing was sent.
    #[error("Gemini: not asked any more after earlier failures")]
    Stopped,
    /// The call failed.
    #[error(transparent)]
    Http(#[from] HttpError),
    /// The service refused to answer this prompt.
    #[error("Gemini refused the prompt ({reason})")]
    Blocked {
        /// Its reason, such as `SAFETY`.
        reason: String,
    },
    /// An answer without text.
    #[error("Gemini sent an empty answer")]
    Empty,
    /// Not the JSON that the interface promises.
    #[error("Gemini's answer could not be understood")]
    Unreadable,
}
