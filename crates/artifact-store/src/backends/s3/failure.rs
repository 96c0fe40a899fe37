//! Failures of S3 or the network in one line, with what to check.
//!
//! The SDK's errors print whole requests in their `Debug`; nothing of that is kept. A failure has S3's code,
//! status, message and request id, or the innermost cause of a failure before S3 answered. None of these
//! contains credentials.

use std::error::Error;
use std::fmt;

use aws_credential_types::provider::error::CredentialsError;
use aws_sdk_s3::error::{ProvideErrorMetadata, SdkError};

use crate::error::StoreError;

/// The most characters of a message that are kept.
const MAX_MESSAGE: usize = 300;

/// The kind of a failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// No such object; the bucket is there.
    NotFound,
    /// The object is the version the caller has.
    NotModified,
    /// A condition does not hold, or two conditional writes met.
    Conflict,
    /// Credentials, policy or region.
    Denied,
    /// Everything else.
    Other,
}

/// A failed request.
#[derive(Debug)]
pub(super) struct Failure {
    pub(super) kind: Kind,
    message: String,
    check: &'static str,
}

impl Failure {
    /// From an error of the SDK.
    pub(super) fn of<E>(error: &SdkError<E>) -> Failure
    where
        E: ProvideErrorMetadata + Error + 'static,
    {
        let Some(answer) = error.raw_response() else { return Failure::on_the_way(error) };
        let status = answer.status().as_u16();
        let code = error.code().unwrap_or_default();
        let (kind, check) = meaning(status, code);
        let s3_message: String = error
            .message()
            .unwrap_or_default()
            .chars()
            .filter(|c| !c.is_control())
            .take(MAX_MESSAGE)
            .collect();
        let mut message = format!("HTTP {status}");
        for part in [code, &s3_message].into_iter().filter(|part| !part.is_empty()) {
            message += ": ";
            message += part;
        }
        let header = |name| answer.headers().get(name).unwrap_or_default();
        if check == REGION && !header("x-amz-bucket-region").is_empty() {
            message += &format!(" (the bucket is in {})", header("x-amz-bucket-region"));
        }
        if !header("x-amz-request-id").is_empty() {
            message += &format!(" (request {})", header("x-amz-request-id"));
        }
        Failure { kind, message, check }
    }

    /// The request had no answer.
    fn on_the_way(error: &(dyn Error + 'static)) -> Failure {
        let credentials = causes(error).find_map(|cause| cause.downcast_ref::<CredentialsError>());
        match credentials {
            Some(CredentialsError::CredentialsNotLoaded(_)) => Failure {
                kind: Kind::Denied,
                message: "no credentials were found".to_owned(),
                check: NO_CREDENTIALS,
            },
            Some(other) => Failure { kind: Kind::Denied, message: innermost(other), check: PROFILE },
            None => Failure { kind: Kind::Other, message: innermost(error), check: NETWORK },
        }
    }

    /// As the error of a read.
    pub(super) fn into_read(self, location: String) -> StoreError {
        match self.kind {
            Kind::NotFound => StoreError::NotFound { location },
            Kind::Denied => self.into_denied(location),
            _ => StoreError::Read { location, source: self.into_source() },
        }
    }

    /// As the error of a write.
    pub(super) fn into_write(self, location: String) -> StoreError {
        match self.kind {
            Kind::Denied => self.into_denied(location),
            _ => StoreError::Write { location, source: self.into_source() },
        }
    }

    fn into_denied(self, location: String) -> StoreError {
        StoreError::Denied { location, check: self.check, source: Box::new(Message(self.message)) }
    }

    fn into_source(self) -> Box<Message> {
        Box::new(Message(if self.check.is_empty() {
            self.message
        } else {
            format!("{}; {}", self.message, self.check)
        }))
    }
}

/// An error that is only a message.
#[derive(Debug)]
pub(super) struct Message(pub(super) String);

impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Error for Message {}

/// The last cause, in one line: "Connection refused" rather than "dispatch failure".
pub(super) fn innermost(error: &(dyn Error + 'static)) -> String {
    let text = causes(error).last().map(ToString::to_string).unwrap_or_default();
    text.chars().filter(|c| !c.is_control()).take(MAX_MESSAGE).collect()
}

fn causes<'a>(error: &'a (dyn Error + 'static)) -> impl Iterator<Item = &'a (dyn Error + 'static)> {
    std::iter::successors(Some(error), |error| (*error).source())
}

const NO_CREDENTIALS: &str = "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE with a \
     profile of ~/.aws/credentials; on AWS, give the function or machine a role";
const PROFILE: &str = "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or check AWS_PROFILE and \
     ~/.aws/config; for a profile that signs in or runs a program, first run \
     `eval \"$(aws configure export-credentials --format env)\"`";
const CREDENTIALS: &str = "check AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN or the \
     profile: S3 does not know these credentials, or they have expired";
const POLICY: &str = "does the policy of these credentials allow it? it needs s3:GetObject, s3:PutObject and \
     s3:DeleteObject on the objects, and s3:ListBucket on the bucket, without which S3 denies access to \
     missing objects";
const REGION: &str = "the bucket is in another region; set AWS_REGION to it";
const CLOCK: &str = "the clock of this machine is wrong";
const BUCKET: &str = "is the bucket's name right, and has the bucket been created?";
const NETWORK: &str = "is the network up, and is the endpoint right (AWS_ENDPOINT_URL, AWS_REGION)?";
const LATER: &str = "all attempts failed; try again later";

/// The kind of an answer, and what to check. S3's codes are at
/// <https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html>; some answers (to HEAD, `304`) have
/// none.
fn meaning(status: u16, code: &str) -> (Kind, &'static str) {
    match (status, code) {
        (304, _) => (Kind::NotModified, ""),
        (_, "NoSuchBucket") => (Kind::Other, BUCKET),
        (_, "NoSuchKey") | (404, _) => (Kind::NotFound, ""),
        (412, _) | (_, "ConditionalRequestConflict") => (Kind::Conflict, ""),
        (301 | 307, _) | (_, "PermanentRedirect") => (Kind::Denied, REGION),
        (_, "AuthorizationHeaderMalformed" | "IllegalLocationConstraintException") => (Kind::Denied, REGION),
        (
            _,
            "InvalidAccessKeyId"
            | "SignatureDoesNotMatch"
            | "ExpiredToken"
            | "InvalidToken"
            | "TokenRefreshRequired",
        ) => (Kind::Denied, CREDENTIALS),
        (_, "RequestTimeTooSkewed") => (Kind::Denied, CLOCK),
        (401 | 403, _) => (Kind::Denied, POLICY),
        (500.., _) => (Kind::Other, LATER),
        _ => (Kind::Other, ""),
    }
}
