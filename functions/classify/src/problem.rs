//! Errors of requests, as problem details (RFC 9457).

use lambda_http::http::StatusCode;
use serde::Serialize;
use templates::{FormValues, Language};

use crate::detail::Detail;
use crate::submission::FieldError;

/// The kinds of problems; each has one status and one `type`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// The body cannot be read.
    MalformedBody,
    /// No route has this path.
    NotFound,
    /// The route does not have this method.
    MethodNotAllowed,
    /// The body is longer than [`crate::limits::MAX_BODY_LEN`].
    BodyTooLarge,
    /// The body is neither a form nor JSON.
    UnsupportedMediaType,
    /// Some fields have errors.
    InvalidProfile,
    /// There is no model yet.
    NoModel,
}

impl ProblemKind {
    /// Every kind.
    pub const ALL: [ProblemKind; 7] = [
        ProblemKind::MalformedBody,
        ProblemKind::NotFound,
        ProblemKind::MethodNotAllowed,
        ProblemKind::BodyTooLarge,
        ProblemKind::UnsupportedMediaType,
        ProblemKind::InvalidProfile,
        ProblemKind::NoModel,
    ];

    /// The `type` member: a URN.
    pub fn type_uri(self) -> &'static str {
        match self {
            ProblemKind::MalformedBody => "urn:problem:career-roadmap:malformed-body",
            ProblemKind::NotFound => "urn:problem:career-roadmap:not-found",
            ProblemKind::MethodNotAllowed => "urn:problem:career-roadmap:method-not-allowed",
            ProblemKind::BodyTooLarge => "urn:problem:career-roadmap:body-too-large",
            ProblemKind::UnsupportedMediaType => "urn:problem:career-roadmap:unsupported-media-type",
            ProblemKind::InvalidProfile => "urn:problem:career-roadmap:invalid-profile",
            ProblemKind::NoModel => "urn:problem:career-roadmap:no-model",
        }
    }

    /// The status code.
    pub fn status(self) -> StatusCode {
        match self {
            ProblemKind::MalformedBody => StatusCode::BAD_REQUEST,
            ProblemKind::NotFound => StatusCode::NOT_FOUND,
            ProblemKind::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            ProblemKind::BodyTooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            ProblemKind::UnsupportedMediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            ProblemKind::InvalidProfile => StatusCode::UNPROCESSABLE_ENTITY,
            ProblemKind::NoModel => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    /// The `title` member.
    pub fn title(self) -> &'static str {
        match self {
            ProblemKind::MalformedBody => "The request cannot be read",
            ProblemKind::NotFound => "Page not found",
            ProblemKind::MethodNotAllowed => "Method not allowed",
            ProblemKind::BodyTooLarge => "The request is too large",
            ProblemKind::UnsupportedMediaType => "Unsupported content type",
            ProblemKind::InvalidProfile => "The profile has errors",
            ProblemKind::NoModel => "The roadmaps are not ready yet",
        }
    }

    /// The key of the page's heading.
    pub(crate) fn title_key(self) -> &'static str {
        match self {
            ProblemKind::MalformedBody => "error-title-malformed-body",
            ProblemKind::NotFound => "error-title-not-found",
            ProblemKind::MethodNotAllowed => "error-title-method-not-allowed",
            ProblemKind::BodyTooLarge => "error-title-body-too-large",
            ProblemKind::UnsupportedMediaType => "error-title-unsupported-media-type",
            ProblemKind::InvalidProfile => "error-title-invalid-profile",
            ProblemKind::NoModel => "error-title-no-model",
        }
    }
}

/// A problem, and the content of its answer.
#[derive(Debug)]
pub(crate) struct Problem {
    pub(crate) kind: ProblemKind,
    pub(crate) detail: Detail,
    pub(crate) errors: Vec<FieldError>,
    /// The visitor's input, for the form.
    pub(crate) values: Box<FormValues>,
    /// The language of the page.
    pub(crate) language: Language,
    /// The allowed methods, for a `405`.
    pub(crate) allow: Option<&'static str>,
}

/// The body of `application/problem+json`.
#[derive(Debug, Serialize)]
struct ProblemDetails<'a> {
    r#type: &'static str,
    title: &'static str,
    status: u16,
    detail: &'a Detail,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    errors: &'a [FieldError],
}

impl Problem {
    /// A problem without errors in the form's fields.
    pub(crate) fn new(kind: ProblemKind, detail: Detail) -> Problem {
        Problem {
            kind,
            detail,
            errors: Vec::new(),
            values: Box::default(),
            language: Language::default(),
            allow: None,
        }
    }

    /// The JSON body.
    pub(crate) fn to_json(&self) -> serde_json::Result<String> {
        serde_json::to_string(&ProblemDetails {
            r#type: self.kind.type_uri(),
            title: self.kind.title(),
            status: self.kind.status().as_u16(),
            detail: &self.detail,
            errors: &self.errors,
        })
    }
}
