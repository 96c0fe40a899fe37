//! Measures warm requests through the Runtime API stand-in, and those of a bare function.
//!
//! `MOTO_SERVER=… cargo run --release -p tests --example warm -- MODEL_DIR`
//!
//! Prints median and p99 of a round trip, from event to answer. The functions take turns, so that other load
//! on the machine affects all of them. The one that follows a bucket reads its pointer every second, sixty
//! times as often as in production, so that these checks are measured too.

use std::env;
use std::error::Error;
use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::time::Instant;

use serde_json::json;
use tests::built;
use tests::function::{Environment, Function};
use tests::gateway::Request;
use tests::moto::Moto;
use tests::releases::{Bucket, ReleaseStore};

/// Requests of each function.
const REQUESTS: usize = 10_000;
/// Consecutive requests, before the next function's turn.
const TURN: usize = 500;

fn main() -> Result<(), Box<dyn Error>> {
    let model = env::args().nth(1).ok_or("which model? give its folder")?;
    let moto = Moto::program().map(|program| Moto::start(program.as_os_str()));
    let mut functions = vec![
        ("bare lambda_http", Environment::default().start_binary(built::bare_function())),
        ("model in a folder", Function::start(Path::new(&model))),
    ];
    if let Some(moto) = &moto {
        let bucket = Bucket::new(moto, "releases");
        bucket.publish("00000000000000aa", &fs::read(Path::new(&model).join("model.bin"))?);
        let environment = bucket.environment().set("MODEL_CHECK_SECONDS", "1");
        functions.push(("release in a bucket", environment.start()));
    }
    let event = Request::json(&json!({
        "experience_months": 75, "position": "Software Engineer", "degree_fields": ["Computer Science"],
        "courses": ["Algorithms and Data Structures", "Operating Systems", "Linear Algebra", "Databases"],
        "certifications": ["AWS Certified Developer - Associate", "Machine Learning"],
        "skills": ["Python (Programming Language)", "Java", "C++", "SQL", "Git", "Docker", "Linux",
                   "React.js", "Machine Learning", "Data Analysis", "Project Management", "Teamwork"]
    }))
    .to_event();
    let mut micros = vec![Vec::with_capacity(REQUESTS); functions.len()];
    for (_, function) in &functions {
        (0..TURN).for_each(|_| drop(function.invoke(event.clone())));
    }
    for _ in 0..REQUESTS / TURN {
        for ((_, function), micros) in functions.iter().zip(&mut micros) {
            for _ in 0..TURN {
                let event = event.clone();
                let start = Instant::now();
                let answer = function.invoke(event);
                micros.push(start.elapsed().as_secs_f64() * 1e6);
                assert!(answer["statusCode"].as_u64().is_some_and(|status| status < 400), "{answer}");
            }
        }
    }
    for ((name, _), mut micros) in functions.into_iter().zip(micros) {
        micros.sort_by(f64::total_cmp);
        let at = |share: f64| micros[((micros.len() - 1) as f64 * share) as usize];
        let (n, median, p99, most) = (micros.len(), at(0.5), at(0.99), at(1.0));
        writeln!(
            io::stdout(),
            "{name:<22} {n} requests, median {median:.0} µs, p99 {p99:.0} µs, most {most:.0} µs"
        )?;
    }
    Ok(())
}
