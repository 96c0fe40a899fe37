//! The client: a connection pool, a key, and limits.

use std::fs::File;
use std::io::{self, Read, Seek};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use rand_chacha::ChaCha8Rng;
use ureq::http::{self, HeaderName, HeaderValue};

use super::permits::Permits;
use super::retry::{self, Verdict};
use super::{HttpError, Request, Secret, Sleeper, base_url, error, message};

/// The most bytes of an error answer that are read for its message.
const MAX_ERROR_BYTES: u64 = 16 * 1024;

/// The limits of a [`Client`].
#[derive(Clone, Debug)]
pub struct Settings {
    /// The name of the service in errors.
    pub service: String,
    /// `https://…`; `http://` only on this machine.
    pub base_url: String,
    /// For one attempt, from the name look-up to the last byte.
    pub timeout_per_try: Duration,
    /// Attempts in total, at least one.
    pub max_attempts: u32,
    /// For all attempts and the waits between them.
    pub total_time: Duration,
    /// Requests at the same time.
    pub max_concurrent: usize,
    /// The largest answer that is read into memory.
    pub max_response_bytes: u64,
    /// The maximum of the first random wait; it doubles with each attempt.
    pub backoff_base: Duration,
    /// The limit of every wait, including those of `Retry-After`.
    pub longest_wait: Duration,
}

impl Settings {
    /// Five attempts of a minute each within five minutes, four requests at a time, answers up to 8 MiB.
    pub fn new(service: impl Into<String>, base_url: impl Into<String>) -> Settings {
        Settings {
            service: service.into(),
            base_url: base_url.into(),
            timeout_per_try: Duration::from_secs(60),
            max_attempts: 5,
            total_time: Duration::from_secs(300),
            max_concurrent: 4,
            max_response_bytes: 8 * 1024 * 1024,
            backoff_base: Duration::from_secs(1),
            longest_wait: Duration::from_secs(60),
        }
    }
}

/// An answer with a 2xx status.
#[derive(Clone, Debug)]
pub struct Response {
    /// HTTP status, 200 to 299.
    pub status: u16,
    /// The body; empty when it was written to a file.
    pub body: Vec<u8>,
}

/// A blocking client, shared by threads. No proxy, no redirects: the key is sent to the base URL's host only.
pub struct Client {
    agent: ureq::Agent,
    settings: Settings,
    base_url: String,
    auth: Option<(HeaderName, HeaderValue)>,
    secret: Option<Secret>,
    permits: Permits,
    rng: Mutex<ChaCha8Rng>,
    sleeper: Arc<dyn Sleeper>,
}

impl std::fmt::Debug for Client {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Client").field("settings", &self.settings).finish_non_exhaustive()
    }
}

/// The failure of an attempt.
struct Failure {
    verdict: Verdict,
    retry_after: Option<Duration>,
    error: HttpError,
}

impl Client {
    /// A client without a key.
    ///
    /// # Errors
    /// [`HttpError::BadBaseUrl`].
    pub fn new(settings: Settings, rng: ChaCha8Rng, sleeper: Arc<dyn Sleeper>) -> Result<Client, HttpError> {
        let base_url = base_url::checked(&settings.base_url)
            .map_err(|why| HttpError::BadBaseUrl { service: settings.service.clone(), why })?;
        let agent = ureq::Agent::config_builder()
            .proxy(None)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .http_status_as_error(false)
            .user_agent(concat!("career-roadmap/", env!("CARGO_PKG_VERSION")))
            .max_response_header_size(64 * 1024)
            .build()
            .new_agent();
        let permits = Permits::new(settings.max_concurrent);
        Ok(Client {
            agent,
            base_url,
            auth: None,
            secret: None,
            permits,
            rng: Mutex::new(rng),
            sleeper,
            settings,
        })
    }

    /// The same client, which sends `<header>: <prefix><secret>` with every request.
    ///
    /// # Errors
    /// [`HttpError::BadSecret`].
    pub fn with_secret(
        mut self,
        header: &'static str,
        prefix: &str,
        secret: Secret,
    ) -> Result<Client, HttpError> {
        let bad = || HttpError::BadSecret { service: self.settings.service.clone() };
        let name = HeaderName::from_bytes(header.as_bytes()).map_err(|_| bad())?;
        let value = secret.header(prefix).ok_or_else(bad)?;
        self.auth = Some((name, value));
        self.secret = Some(secret);
        Ok(self)
    }

    /// The limits.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The clock of this client, for callers that poll.
    pub fn sleeper(&self) -> &Arc<dyn Sleeper> {
        &self.sleeper
    }

    /// Sends a request and reads the answer into memory.
    ///
    /// # Errors
    /// The error of the last attempt, when none succeeds within the limits.
    pub fn send(&self, request: &Request) -> Result<Response, HttpError> {
        self.with_retries(request, |answer| {
            let status = answer.status().as_u16();
            let limit = self.settings.max_response_bytes;
            match answer.body_mut().with_config().limit(limit).read_to_vec() {
                Ok(body) => Ok(Response { status, body }),
                Err(error) => Err(self.broken(&error, limit)),
            }
        })
    }

    /// Sends a request and writes the body of a `200` to `file`, which is emptied at every attempt. The body
    /// of another success is small, and is returned instead.
    ///
    /// # Errors
    /// Like [`Client::send`]; [`HttpError::File`] when writing fails.
    pub fn download(
        &self,
        request: &Request,
        file: &mut File,
        max_bytes: u64,
    ) -> Result<Response, HttpError> {
        self.with_retries(request, |answer| {
            let status = answer.status().as_u16();
            if status != 200 {
                let limit = self.settings.max_response_bytes;
                let body = answer.body_mut().with_config().limit(limit).read_to_vec();
                return body
                    .map(|body| Response { status, body })
                    .map_err(|error| self.broken(&error, limit));
            }
            file.set_len(0).and_then(|()| file.rewind()).map_err(|source| self.unwritable(source))?;
            // One byte more than allowed shows that the body is too large.
            let reader = answer.body_mut().with_config().limit(u64::MAX).reader();
            let mut reader = ServiceReader { reader: reader.take(max_bytes.saturating_add(1)), failed: None };
            match (io::copy(&mut reader, file), reader.failed) {
                (Ok(n_bytes), None) if n_bytes > max_bytes => Err(self.too_large(max_bytes)),
                (Ok(_), None) => Ok(Response { status, body: Vec::new() }),
                (_, Some(failed)) => Err(self.broken(&ureq::Error::from(failed), max_bytes)),
                (Err(source), None) => Err(self.unwritable(source)),
            }
        })
    }

    fn with_retries(
        &self,
        request: &Request,
        mut read: impl FnMut(&mut http::Response<ureq::Body>) -> Result<Response, Failure>,
    ) -> Result<Response, HttpError> {
        let start = self.sleeper.now();
        let mut attempt = 1;
        loop {
            let left = self.settings.total_time.saturating_sub(self.sleeper.now().saturating_sub(start));
            let failure = match self.try_once(request, left, &mut read) {
                Ok(response) => return Ok(response),
                Err(failure) => failure,
            };
            let again = match failure.verdict {
                Verdict::NotDone => true,
                Verdict::Unknown => request.repeatable,
                Verdict::Never => false,
            };
            if !again || attempt >= self.settings.max_attempts {
                return Err(with_attempts(failure.error, attempt));
            }
            let wait = self.wait(attempt, failure.retry_after);
            if self.sleeper.now().saturating_sub(start) + wait >= self.settings.total_time {
                let (service, total) = (self.settings.service.clone(), self.settings.total_time);
                let last = Box::new(with_attempts(failure.error, attempt));
                return Err(HttpError::OutOfTime { service, total, attempts: attempt, last });
            }
            self.sleeper.sleep(wait);
            attempt += 1;
        }
    }

    fn wait(&self, attempt: u32, retry_after: Option<Duration>) -> Duration {
        let (base, cap) = (self.settings.backoff_base, self.settings.longest_wait);
        let mut rng = self.rng.lock().unwrap_or_else(PoisonError::into_inner);
        match retry_after {
            // A little more than requested, so that not all callers retry at the same time.
            Some(asked) => asked.min(cap) + retry::jitter(&mut rng, base),
            None => retry::backoff(&mut rng, base, cap, attempt),
        }
    }

    fn try_once(
        &self,
        request: &Request,
        left: Duration,
        read: &mut impl FnMut(&mut http::Response<ureq::Body>) -> Result<Response, Failure>,
    ) -> Result<Response, Failure> {
        let _permit = self.permits.take();
        let timeout = request.timeout.unwrap_or(self.settings.timeout_per_try).min(left);
        let mut answer = self.exchange(request, timeout)?;
        let status = answer.status().as_u16();
        if answer.status().is_success() {
            return read(&mut answer);
        }
        let retry_after = retry::retry_after(answer.headers());
        let mut body = Vec::new();
        // If the body of an error answer breaks off, only its message is lost.
        let whole = answer.body_mut().as_reader().take(MAX_ERROR_BYTES).read_to_end(&mut body).is_ok();
        let message = if whole { message::sanitised(&body, self.secret.as_ref()) } else { None };
        let service = self.settings.service.clone();
        let advice = error::advice(status);
        Err(Failure {
            verdict: retry::of_status(status),
            retry_after,
            error: HttpError::Status { service, status, attempts: 1, message, advice },
        })
    }

    fn exchange(&self, request: &Request, timeout: Duration) -> Result<http::Response<ureq::Body>, Failure> {
        let bad_path = || self.never(HttpError::BadPath { service: self.settings.service.clone() });
        if !request.path.starts_with('/') || request.path.contains(['?', '#']) {
            return Err(bad_path());
        }
        let mut builder =
            http::Request::builder().uri(format!("{}{}{}", self.base_url, request.path, request.query));
        if let Some((name, value)) = &self.auth {
            builder = builder.header(name, value);
        }
        let answer = match &request.body {
            Some(body) => {
                let builder = builder.method("POST").header("content-type", "application/json");
                let built = builder.body(body.as_slice()).map_err(|_| bad_path())?;
                self.agent.run(self.agent.configure_request(built).timeout_global(Some(timeout)).build())
            }
            None => {
                let built = builder.method("GET").body(()).map_err(|_| bad_path())?;
                self.agent.run(self.agent.configure_request(built).timeout_global(Some(timeout)).build())
            }
        };
        answer.map_err(|error| self.broken(&error, self.settings.max_response_bytes))
    }

    fn broken(&self, error: &ureq::Error, max_bytes: u64) -> Failure {
        if matches!(error, ureq::Error::BodyExceedsLimit(_)) {
            return self.too_large(max_bytes);
        }
        let (verdict, what) = retry::of_error(error);
        let service = self.settings.service.clone();
        let never_sent = verdict == Verdict::NotDone;
        let error = HttpError::Connection { service, what, never_sent, attempts: 1 };
        Failure { verdict, retry_after: None, error }
    }

    fn too_large(&self, max_bytes: u64) -> Failure {
        self.never(HttpError::TooLarge { service: self.settings.service.clone(), max_bytes })
    }

    fn unwritable(&self, source: io::Error) -> Failure {
        self.never(HttpError::File { service: self.settings.service.clone(), source })
    }

    fn never(&self, error: HttpError) -> Failure {
        Failure { verdict: Verdict::Never, retry_after: None, error }
    }
}

fn with_attempts(error: HttpError, n: u32) -> HttpError {
    match error {
        HttpError::Status { service, status, message, advice, .. } => {
            HttpError::Status { service, status, attempts: n, message, advice }
        }
        HttpError::Connection { service, what, never_sent, .. } => {
            HttpError::Connection { service, what, never_sent, attempts: n }
        }
        other => other,
    }
}

/// Distinguishes a broken connection from a full disk: for [`io::copy`], both are an [`io::Error`].
struct ServiceReader<R> {
    reader: R,
    failed: Option<io::Error>,
}

impl<R: Read> Read for ServiceReader<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.reader.read(buffer).map_err(|error| {
            let kind = error.kind();
            if kind != io::ErrorKind::Interrupted {
                self.failed = Some(error);
            }
            kind.into()
        })
    }
}
