//! From request to response.

use career_model::Model;
use lambda_http::http::header::{ALLOW, HeaderValue, LOCATION, RETRY_AFTER};
use lambda_http::http::{Method, Response, StatusCode};
use lambda_http::{Body, Request};
use serde::Serialize;
use templates::Language;

use crate::accept::Preference;
use crate::answer::Answer;
use crate::classifier::Classifier;
use crate::content_type::BodyType;
use crate::detail::Detail;
use crate::gateway::UndecodableBody;
use crate::limits::{MAX_BODY_LEN, RETRY_AFTER_SECONDS};
use crate::live_model::{LiveModel, ModelSource};
use crate::location::location;
use crate::problem::{Problem, ProblemKind};
use crate::respond::{HTML, JSON, PROBLEM, respond};
use crate::submission::{Rejection, Submission};
use crate::{error_page, form_body, json_body};

impl Classifier {
    /// Answers any request.
    ///
    /// Routes are `POST /classify`, and `GET` or `HEAD /health`. `OPTIONS` gets `405` like any other method:
    /// the form is on the same origin, so no CORS is needed.
    pub async fn handle(&self, request: Request) -> Response<Body> {
        let live = self.live().await;
        let answer = match request.uri().path() {
            "/classify" => classify(live.as_deref().map(|live| live.model.as_ref()), &request),
            "/health" => health(live.as_deref(), request.method()),
            _ => {
                let detail = Detail::new("send your profile to /classify with POST", "error-not-found");
                Err(Problem::new(ProblemKind::NotFound, detail))
            }
        };
        answer.unwrap_or_else(|problem| explain(&problem, &request))
    }
}

fn classify(model: Option<&Model>, request: &Request) -> Result<Response<Body>, Problem> {
    if request.method() != Method::POST {
        return Err(not_allowed(Detail::new("send the profile with POST", "error-send-with-post"), "POST"));
    }
    let body: &[u8] = request.body().as_ref();
    let kind = BodyType::of(request.headers());
    let language = if kind == Some(BodyType::Form) { form_body::language(body) } else { Language::default() };
    if body.len() > MAX_BODY_LEN {
        let kib = MAX_BODY_LEN as u64 / 1024;
        let detail = format!("the limit is {kib} KiB; shorten the lists");
        let detail = Detail::new(detail, "error-body-too-large").with("kib", kib);
        return Err(Problem { language, ..Problem::new(ProblemKind::BodyTooLarge, detail) });
    }
    let parsed = match kind {
        _ if request.extensions().get::<UndecodableBody>().is_some() => {
            let detail = "the body is marked as base64 but is not valid base64; send it again";
            Err(Rejection::Malformed(Detail::new(detail, "error-not-base64")))
        }
        Some(BodyType::Form) => form_body::parse(body),
        Some(BodyType::Json) => json_body::parse(body),
        None => {
            let detail = "send application/x-www-form-urlencoded or application/json, in UTF-8, uncompressed";
            let detail = Detail::new(detail, "error-media-type");
            return Err(Problem::new(ProblemKind::UnsupportedMediaType, detail));
        }
    };
    let Submission { profile, values } = parsed.map_err(|rejection| rejected(rejection, language))?;
    let Some(model) = model else {
        let detail = format!("the profile has no errors; send it again in {RETRY_AFTER_SECONDS} seconds");
        let detail = Detail::new(detail, "error-no-model").with("seconds", RETRY_AFTER_SECONDS.into());
        return Err(Problem { values, language, ..Problem::new(ProblemKind::NoModel, detail) });
    };

    let found = model.classify(&profile);
    if Preference::for_answer(request.headers()) == Preference::Json {
        return Ok(json(StatusCode::OK, &Answer::new(model, &found, &profile)));
    }
    let mut response = respond(StatusCode::SEE_OTHER, None);
    // ASCII, so it is always a valid header value; otherwise the visitor is sent to the page of the level.
    let target = HeaderValue::try_from(location(model, &found, &profile, language));
    let target = target.or_else(|_| HeaderValue::try_from(found.level.path()));
    if let Ok(target) = target {
        response.headers_mut().insert(LOCATION, target);
    }
    Ok(response)
}

fn rejected(rejection: Rejection, language: Language) -> Problem {
    match rejection {
        Rejection::Malformed(detail) => {
            Problem { language, ..Problem::new(ProblemKind::MalformedBody, detail) }
        }
        Rejection::Invalid { errors, values } => {
            let detail = match errors.len() {
                1 => Detail::new("correct the field with an error", "error-invalid-profile-one"),
                _ => Detail::new("correct the fields with errors", "error-invalid-profile"),
            };
            Problem { errors, values, language, ..Problem::new(ProblemKind::InvalidProfile, detail) }
        }
    }
}

/// The body of `/health`.
#[derive(Debug, Serialize)]
struct Health<'a> {
    status: &'static str,
    model: &'static str,
    /// Always `null`: the hash of the data told whether somebody's guess of the data was right.
    data_sha256: Option<&'a str>,
    /// Rounded.
    people: Option<u64>,
    release: Option<&'a str>,
    source: Option<ModelSource>,
    version: &'static str,
}

/// `200` when there is a model, else `503`, for load balancers and alarms.
fn health(live: Option<&LiveModel>, method: &Method) -> Result<Response<Body>, Problem> {
    if method != Method::GET && method != Method::HEAD {
        return Err(not_allowed(Detail::new("use GET or HEAD", "error-ask-with-get"), "GET, HEAD"));
    }
    let metadata = live.map(|live| live.model.metadata());
    let (code, status, state) = match metadata {
        Some(_) => (StatusCode::OK, "ok", "loaded"),
        None => (StatusCode::SERVICE_UNAVAILABLE, "unavailable", "missing"),
    };
    let health = Health {
        status,
        model: state,
        data_sha256: None,
        people: metadata.map(|metadata| metadata.people),
        release: live.and_then(|live| live.published.as_ref()).map(|published| published.release.as_str()),
        source: live.map(|live| live.source),
        version: env!("CARGO_PKG_VERSION"),
    };
    let mut response = json(code, &health);
    if metadata.is_none() {
        response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(RETRY_AFTER_SECONDS));
    }
    if method == Method::HEAD {
        *response.body_mut() = Body::Empty;
    }
    Ok(response)
}

fn not_allowed(detail: Detail, allow: &'static str) -> Problem {
    Problem { allow: Some(allow), ..Problem::new(ProblemKind::MethodNotAllowed, detail) }
}

/// A problem as a page or as JSON: in the format that the client prefers, else in the format of its request.
fn explain(problem: &Problem, request: &Request) -> Response<Body> {
    let as_json = match Preference::for_error(request.headers()) {
        Preference::Json => true,
        Preference::Html => false,
        Preference::Either => BodyType::of(request.headers()) == Some(BodyType::Json),
    };
    let body = if as_json {
        problem.to_json().ok().map(|text| (PROBLEM, text))
    } else {
        Some((HTML, error_page::render(problem)))
    };
    let mut response = respond(problem.kind.status(), body);
    if let Some(allow) = problem.allow {
        response.headers_mut().insert(ALLOW, HeaderValue::from_static(allow));
    }
    if problem.kind == ProblemKind::NoModel {
        response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(RETRY_AFTER_SECONDS));
    }
    if request.method() == Method::HEAD {
        *response.body_mut() = Body::Empty;
    }
    response
}

fn json(status: StatusCode, body: &impl Serialize) -> Response<Body> {
    // Serialising plain structs of text and numbers does not fail.
    let text = serde_json::to_string(body).unwrap_or_else(|_| "{}".to_owned());
    respond(status, Some((JSON, text)))
}
