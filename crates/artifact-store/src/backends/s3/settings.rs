//! The client: retries, time limits and addresses of buckets.

use std::env;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use aws_config::ConfigLoader;
use aws_config::retry::RetryConfig;
use aws_config::timeout::TimeoutConfig;
use aws_sdk_s3::Client;
use aws_sdk_s3::config::interceptors::BeforeTransmitInterceptorContextRef;
use aws_sdk_s3::config::{
    self, BehaviorVersion, ConfigBag, Intercept, Region, RequestChecksumCalculation,
    ResponseChecksumValidation, RuntimeComponents, StalledStreamProtectionConfig,
};
use aws_sdk_s3::error::BoxError;
use aws_smithy_http_client::Builder;
use aws_smithy_http_client::tls::Provider;
use aws_smithy_http_client::tls::rustls_provider::CryptoMode;

/// A connection takes milliseconds within a region, and some hundred around the world.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(2);

/// S3 answers small requests within a tenth of a second; after this time a request is lost.
const ATTEMPT_TIMEOUT: Duration = Duration::from_secs(5);

/// More time for an upload, for each megabyte: 8 Mbit/s.
const ATTEMPT_TIMEOUT_PER_MB: Duration = Duration::from_secs(1);

/// All attempts of one request together. The lease of a publish (docs/releases.md) is 30 seconds because of
/// this: a write that starts before the lease ends is never sent for longer than this, so it cannot overwrite
/// the next holder's write.
const OPERATION_TIMEOUT: Duration = Duration::from_secs(20);

/// From the first byte of an object to its last; the time limits above end with the head of the answer.
pub(super) const BODY_TIMEOUT: Duration = Duration::from_secs(20);

/// Attempts, including the first. S3 recommends retries: single requests do fail (`500`, `503 Slow Down`).
const MAX_ATTEMPTS: u32 = 4;

/// The maximum of the first pause; it doubles each time. Pauses are random.
const INITIAL_BACKOFF: Duration = Duration::from_millis(200);

/// The longest pause.
const MAX_BACKOFF: Duration = Duration::from_secs(3);

/// The region when none is configured. S3's error then names the right one.
const FALLBACK_REGION: &str = "us-east-1";

/// Region, credentials and endpoint from the environment, `~/.aws` or the machine. The behaviour version is
/// fixed, so that an update of the SDK does not change it.
pub(super) fn loader() -> ConfigLoader {
    aws_config::defaults(BehaviorVersion::v2026_01_12())
}

/// A client with this crate's time limits and connections.
///
/// A configured endpoint (MinIO, R2, a test's) gets `endpoint/bucket/key`, because `bucket.localhost` is no
/// host; S3 itself gets `bucket.s3.…/key`.
pub(super) async fn client(config: ConfigLoader) -> Client {
    let retries = RetryConfig::standard()
        .with_max_attempts(MAX_ATTEMPTS)
        .with_initial_backoff(INITIAL_BACKOFF)
        .with_max_backoff(MAX_BACKOFF);
    let connections = Builder::new().tls_provider(Provider::Rustls(CryptoMode::Ring)).build_https();
    let config = config
        .http_client(connections)
        .retry_config(retries)
        .timeout_config(timeouts(ATTEMPT_TIMEOUT))
        .stalled_stream_protection(StalledStreamProtectionConfig::enabled().build())
        .load()
        .await;
    let is_configured = config.endpoint_url().is_some() || env::var_os("AWS_ENDPOINT_URL_S3").is_some();
    let region = config.region().cloned().unwrap_or_else(|| Region::from_static(FALLBACK_REGION));
    let config = config::Builder::from(&config)
        .region(region)
        .force_path_style(is_configured)
        // S3 verifies our SHA-256 of every object on arrival, and we verify it after every read. A second
        // checksum of another kind would only cost time.
        .request_checksum_calculation(RequestChecksumCalculation::WhenRequired)
        .response_checksum_validation(ResponseChecksumValidation::WhenRequired);
    Client::from_conf(config.build())
}

/// The settings for a write of this many bytes: more time.
pub(super) fn for_upload(len: usize) -> config::Builder {
    let megabytes = u32::try_from(len / 1_000_000).unwrap_or(u32::MAX);
    let attempt = ATTEMPT_TIMEOUT.saturating_add(ATTEMPT_TIMEOUT_PER_MB.saturating_mul(megabytes));
    config::Builder::new().timeout_config(timeouts(attempt.min(OPERATION_TIMEOUT)))
}

fn timeouts(attempt: Duration) -> TimeoutConfig {
    TimeoutConfig::builder()
        .connect_timeout(CONNECT_TIMEOUT)
        .operation_attempt_timeout(attempt)
        .operation_timeout(OPERATION_TIMEOUT)
        .build()
}

/// Counts the attempts of one request.
#[derive(Clone, Debug, Default)]
pub(super) struct Attempts(Arc<AtomicU32>);

impl Attempts {
    /// The number of attempts.
    pub(super) fn count(&self) -> u32 {
        self.0.load(Ordering::Relaxed)
    }
}

impl Intercept for Attempts {
    fn name(&self) -> &'static str {
        "Attempts"
    }

    fn read_before_attempt(
        &self,
        _: &BeforeTransmitInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        self.0.fetch_add(1, Ordering::Relaxed);
        Ok(())
    }
}
