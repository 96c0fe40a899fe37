//! Measures a warm request in the handler, from body to response.
//!
//! `cargo run --release -p classify --example warm_request -- MODEL_DIR [PROFILES.jsonl]`
//!
//! Without profiles, a typical one is sent repeatedly. Prints microseconds, and nothing of a profile.

use std::env;
use std::fs;
use std::future::Future;
use std::io::{self, Write};
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use std::time::Instant;

use classify::Classifier;
use lambda_http::http::{Method, Request, header};
use lambda_http::{Body, Error};

const TYPICAL: &str = r#"{"experience_months": 75, "position": "Software Engineer",
    "degree_fields": ["Computer Science", "Maths and comp sci"],
    "courses": ["Algorithms and Data Structures", "Operating Systems", "Linear Algebra", "Databases"],
    "certifications": ["AWS Certified Developer - Associate", "Machine Learning"],
    "skills": ["Python (Programming Language)", "Java", "C++", "SQL", "Git", "Docker", "Linux", "React.js",
               "Machine Learning", "Data Analysis", "Project Management", "Teamwork"]}"#;

/// How often every body is sent.
const ROUNDS: usize = 20;

fn main() -> Result<(), Error> {
    let mut arguments = env::args().skip(1);
    let model = arguments.next().ok_or("which model? give its folder")?;
    let classifier = now(Classifier::from_uri(&model))?;
    let bodies: Vec<String> = match arguments.next() {
        Some(file) => fs::read_to_string(file)?.lines().take(2_000).map(str::to_owned).collect(),
        None => vec![TYPICAL.to_owned(); 1_000],
    };
    for accept in ["text/html", "application/json"] {
        let mut micros = Vec::with_capacity(bodies.len() * ROUNDS);
        let mut answered = 0;
        for body in bodies.iter().cycle().take(bodies.len() * ROUNDS) {
            let mut request = Request::new(Body::from(body.as_str()));
            *request.method_mut() = Method::POST;
            *request.uri_mut() = "/classify".parse()?;
            request.headers_mut().insert(header::CONTENT_TYPE, "application/json".parse()?);
            request.headers_mut().insert(header::ACCEPT, accept.parse()?);
            let start = Instant::now();
            let response = now(classifier.handle(request))?;
            micros.push(start.elapsed().as_secs_f64() * 1e6);
            answered += usize::from(response.status().is_success() || response.status().is_redirection());
        }
        micros.sort_by(f64::total_cmp);
        let at = |share: f64| micros[((micros.len() - 1) as f64 * share) as usize];
        let n = micros.len();
        let (median, p99) = (at(0.5), at(0.99));
        writeln!(
            io::stdout(),
            "{accept}: {n} requests, {answered} answered, median {median:.1} µs, p99 {p99:.1} µs"
        )?;
    }
    Ok(())
}

/// The value of a future that is ready, as those of a folder are.
fn now<T>(future: impl Future<Output = T>) -> Result<T, Error> {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => Ok(value),
        Poll::Pending => Err("the handler waited".into()),
    }
}
