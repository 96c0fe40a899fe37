//! The client.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use rand_chacha::ChaCha8Rng;
use serde_json::{Value, json};

use super::ledger::{Ledger, Reservation};
use super::{Budget, GeminiError, Prices, Usage, answer};
use crate::http::{self, Client, HttpError, Request, Secret, Sleeper};

/// Google's address.
pub const DEFAULT_BASE_URL: &str = "https://generativelanguage.googleapis.com";
/// The cheapest current flash model. It does not think before it answers, which naming does not need.
pub const DEFAULT_MODEL: &str = "gemini-3.5-flash-lite";
/// After this many failed calls in a row, each after all attempts, the service counts as down.
const MAX_FAILURES_IN_A_ROW: u32 = 3;

/// The settings of a client.
#[derive(Clone, Debug)]
pub struct GeminiSettings {
    /// Such as [`DEFAULT_MODEL`].
    pub model: String,
    /// The address and limits of the connection.
    pub http: http::Settings,
    /// The prices of tokens.
    pub prices: Prices,
    /// Where to stop.
    pub budget: Budget,
    /// The longest answer to one prompt, in tokens.
    pub max_output_tokens: u32,
}

impl Default for GeminiSettings {
    fn default() -> GeminiSettings {
        GeminiSettings {
            model: DEFAULT_MODEL.to_owned(),
            http: http::Settings::new("Gemini", DEFAULT_BASE_URL),
            prices: Prices::default(),
            budget: Budget::default(),
            max_output_tokens: 4_096,
        }
    }
}

/// A prompt.
#[derive(Clone, Debug)]
pub struct Prompt {
    /// The instruction.
    pub system: String,
    /// Untrusted data: always JSON, so that it cannot be taken for an instruction.
    pub data: Value,
    /// The schema of the answer (`responseSchema`, the OpenAPI subset of the interface).
    pub schema: Value,
}

/// A client with a key and a budget, shared by threads.
#[derive(Debug)]
pub struct Gemini {
    client: Client,
    path: String,
    model: String,
    max_output_tokens: u32,
    ledger: Mutex<Ledger>,
    settled: Condvar,
    health: Mutex<Health>,
}

#[derive(Debug, Default)]
struct Health {
    failures_in_a_row: u32,
    /// Why no more calls are made, for the report.
    stopped: Option<String>,
}

impl Gemini {
    /// Checks the settings. Sends nothing.
    ///
    /// # Errors
    /// [`GeminiError::BadModel`], [`GeminiError::BadBudget`], or a base URL or key that cannot be used.
    pub fn new(
        settings: GeminiSettings,
        key: Secret,
        rng: ChaCha8Rng,
        sleeper: Arc<dyn Sleeper>,
    ) -> Result<Gemini, GeminiError> {
        let model = settings.model;
        let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
        if model.is_empty() || model.len() > 64 || !model.chars().all(is_name) || model.starts_with('.') {
            return Err(GeminiError::BadModel);
        }
        let ledger = Ledger::new(settings.prices, settings.budget)?;
        let client = Client::new(settings.http, rng, sleeper)?.with_secret("x-goog-api-key", "", key)?;
        Ok(Gemini {
            client,
            path: format!("/v1beta/models/{model}:generateContent"),
            model,
            max_output_tokens: settings.max_output_tokens,
            ledger: Mutex::new(ledger),
            settled: Condvar::new(),
            health: Mutex::default(),
        })
    }

    /// The model's name, which is part of the keys of cached answers.
    pub fn model(&self) -> &str {
        &self.model
    }

    /// The most calls at the same time.
    pub fn max_concurrent(&self) -> usize {
        self.client.settings().max_concurrent.max(1)
    }

    /// The usage so far.
    pub fn usage(&self) -> Usage {
        lock(&self.ledger).usage()
    }

    /// Why no more calls are made (a refused key, a service that is down); `None` while they are.
    pub fn stopped(&self) -> Option<String> {
        lock(&self.health).stopped.clone()
    }

    /// Sends a prompt, at temperature 0, and returns the text of the answer.
    ///
    /// # Errors
    /// See [`GeminiError`]. After a refusal of all calls (401, 403, 404) or three failures in a row, no more
    /// calls are made.
    pub fn generate(&self, prompt: &Prompt) -> Result<String, GeminiError> {
        if lock(&self.health).stopped.is_some() {
            return Err(GeminiError::Stopped);
        }
        let body = json!({
            "systemInstruction": {"parts": [{"text": prompt.system}]},
            "contents": [{"role": "user", "parts": [{"text": prompt.data.to_string()}]}],
            "generationConfig": {
                "temperature": 0,
                "candidateCount": 1,
                "maxOutputTokens": self.max_output_tokens,
                "responseMimeType": "application/json",
                "responseSchema": prompt.schema,
            },
        })
        .to_string()
        .into_bytes();
        let reservation = self.reserve(body.len())?;
        let sent = self.client.send(&Request::post_json(self.path.as_str(), body));
        let answer: Option<Value> =
            sent.as_ref().ok().and_then(|response| serde_json::from_slice(&response.body).ok());
        {
            let mut ledger = lock(&self.ledger);
            match sent.as_ref().map_err(HttpError::status) {
                Err(Some(_)) => ledger.release(&reservation),
                Err(None) | Ok(_) => ledger.settle(&reservation, answer.as_ref().and_then(answer::tokens)),
            }
        }
        self.settled.notify_all();
        self.note(sent.as_ref().err());
        sent?;
        answer::text(&answer.ok_or(GeminiError::Unreadable)?)
    }

    /// Waits for running calls while it depends on them whether this one fits into the budget.
    fn reserve(&self, prompt_bytes: usize) -> Result<Reservation, GeminiError> {
        let mut ledger = lock(&self.ledger);
        loop {
            if let Some(reservation) = ledger.reserve(prompt_bytes, self.max_output_tokens)? {
                return Ok(reservation);
            }
            ledger = self.settled.wait(ledger).unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn note(&self, error: Option<&HttpError>) {
        let mut health = lock(&self.health);
        let Some(error) = error else {
            health.failures_in_a_row = 0;
            return;
        };
        // A bad request (400) may be caused by the prompt or by the key; three in a row mean the key.
        health.failures_in_a_row += 1;
        if health.stopped.is_none() && (error.is_final() || health.failures_in_a_row >= MAX_FAILURES_IN_A_ROW)
        {
            health.stopped = Some(error.to_string());
        }
    }
}

/// The values are plain counts, so they are valid even after a panic of another thread.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
