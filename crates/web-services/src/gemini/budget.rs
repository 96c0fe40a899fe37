//! The prices of calls, and their limits.

use serde::Serialize;

/// US dollars per million tokens.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Prices {
    /// For the prompt.
    pub input_usd: f64,
    /// For the answer, including thinking.
    pub output_usd: f64,
}

impl Default for Prices {
    /// `gemini-3.5-flash-lite`, paid tier, as published in July 2026. The budget is counted with these
    /// prices; Google's bill may differ.
    fn default() -> Prices {
        Prices { input_usd: 0.30, output_usd: 2.50 }
    }
}

impl Prices {
    pub(super) fn cost(self, prompt_tokens: u64, output_tokens: u64) -> f64 {
        (prompt_tokens as f64 * self.input_usd + output_tokens as f64 * self.output_usd) / 1e6
    }
}

/// The default of [`Budget::max_usd`].
pub const DEFAULT_MAX_USD: f64 = 1.0;

/// The limits of a client.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Budget {
    /// Estimated US dollars.
    pub max_usd: f64,
    /// Prompts sent; repeated attempts count once.
    pub max_calls: u64,
}

impl Default for Budget {
    fn default() -> Budget {
        Budget { max_usd: DEFAULT_MAX_USD, max_calls: 2_000 }
    }
}

/// The usage so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Usage {
    /// Prompts sent.
    pub calls: u64,
    /// Tokens of the prompts, as counted by the service.
    pub prompt_tokens: u64,
    /// Tokens of the answers and of thinking.
    pub output_tokens: u64,
    /// Estimated US dollars. A call whose answer was lost counts with its highest possible cost.
    pub cost_usd: f64,
}
