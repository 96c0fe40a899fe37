//! Measures the speed of reading a file of profiles: `read_speed FILE`.

use std::env;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use profile_data::{ExperienceRule, ReadOptions, Record, YearMonth, open_profiles};

fn main() -> ExitCode {
    let Some(path) = env::args_os().nth(1).map(PathBuf::from) else {
        eprintln!("usage: read_speed FILE");
        return ExitCode::from(2);
    };
    match read(&path) {
        Ok(line) => {
            eprintln!("{line}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn read(path: &std::path::Path) -> Result<String, Box<dyn std::error::Error>> {
    // Any month; the work is the same.
    let as_of = YearMonth::parse("2026-01").ok_or("not a month")?;
    let options = ReadOptions { format: None, experience: ExperienceRule::default(), as_of };
    let start = Instant::now();
    let (mut accepted, mut rejected) = (0_u64, 0_u64);
    for record in open_profiles(path, &options)? {
        match record? {
            Record::Accepted { .. } => accepted += 1,
            Record::Rejected(_) => rejected += 1,
        }
    }
    let seconds = start.elapsed().as_secs_f64();
    let megabytes = std::fs::metadata(path)?.len() as f64 / 1e6;
    Ok(format!(
        "{accepted} records, {rejected} rejected, {megabytes:.0} MB in {seconds:.2} s: {:.0} MB/s",
        megabytes / seconds
    ))
}
