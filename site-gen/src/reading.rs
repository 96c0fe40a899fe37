//! Reading profile files: everything that is fine goes on, everything that is not is told.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use career_model::Profile;
use profile_data::{ProfileReader, Record};
use sha2::{Digest, Sha256};

use crate::progress::bytes_bar;

/// Rejected records that are named one by one; the rest are counted.
const NAMED_REJECTS: u64 = 10;

/// What reading found, besides the profiles.
#[derive(Clone, Debug, Default)]
pub struct ReadReport {
    /// Records that are profiles.
    pub people: u64,
    /// Records that are not.
    pub rejected: u64,
    /// SHA-256 over the files' own hashes, in hexadecimal.
    pub data_sha256: String,
    /// Time spent reading and parsing.
    pub reading: Duration,
    /// Time spent in `accept`.
    pub accepting: Duration,
}

/// Streams every profile of `paths` to `accept`. Records that cannot be read are reported on stderr by
/// file, line and reason, and skipped; with `strict` the first one is an error.
///
/// # Errors
/// A path that cannot be opened or read, no profile at all, or a bad record under `strict`.
pub fn read_profiles(
    paths: &[PathBuf],
    strict: bool,
    mut accept: impl FnMut(&Profile),
) -> Result<ReadReport> {
    let mut report = ReadReport::default();
    let mut hash = Sha256::new();
    for path in paths {
        hash.update(read_file(path, strict, &mut accept, &mut report)?);
    }
    report.data_sha256 = hexadecimal(&hash.finalize());
    if report.rejected > NAMED_REJECTS {
        eprintln!("… and {} more records", report.rejected - NAMED_REJECTS);
    }
    if report.rejected > 0 {
        eprintln!(
            "warning: {} of {} records could not be read and were skipped (--strict makes this an error)",
            report.rejected,
            report.people + report.rejected
        );
    }
    if report.people == 0 {
        let names: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
        bail!("{}: no profiles in it; give JSON Lines with one person a line", names.join(", "));
    }
    Ok(report)
}

/// One file; returns its SHA-256.
fn read_file(
    path: &Path,
    strict: bool,
    accept: &mut impl FnMut(&Profile),
    report: &mut ReadReport,
) -> Result<[u8; 32]> {
    let mut reader = ProfileReader::open(path)?;
    let bar = bytes_bar(reader.size_bytes().unwrap_or(0), "Reading profiles");
    let start = Instant::now();
    let mut accepting = Duration::ZERO;
    while let Some(record) = reader.next() {
        match record? {
            Record::Accepted { profile, .. } => {
                let begin = Instant::now();
                accept(&profile);
                accepting += begin.elapsed();
                report.people += 1;
            }
            Record::Rejected(rejected) => {
                let place = format!("{}: {rejected}", path.display());
                if strict {
                    bail!("{place}; correct the record, or leave out --strict to skip it");
                }
                if report.rejected < NAMED_REJECTS {
                    bar.suspend(|| eprintln!("skipped {place}"));
                }
                report.rejected += 1;
            }
        }
        // Cheap, but not free: a bar needs no more than this.
        if (report.people + report.rejected).is_multiple_of(1024) {
            bar.set_position(reader.bytes_read());
        }
    }
    bar.finish_and_clear();
    report.accepting += accepting;
    report.reading += start.elapsed().saturating_sub(accepting);
    Ok(reader.data_sha256())
}

/// The one profile with this URL.
///
/// # Errors
/// A path that cannot be read, or nobody with that URL.
pub fn find_by_url(path: &Path, url: &str) -> Result<Profile> {
    for record in ProfileReader::open(path)? {
        if let Record::Accepted { profile, .. } = record?
            && profile.url.as_deref() == Some(url)
        {
            return Ok(profile);
        }
    }
    bail!(
        "{}: nobody in it has the profile URL given with --url; it must be the same text as the record's `url`",
        path.display()
    )
}

/// Lower-case hexadecimal digits.
pub fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Adds which file it was to an error about it.
pub fn in_file<T, E: Into<anyhow::Error>>(path: &Path, result: Result<T, E>) -> Result<T> {
    result.map_err(Into::into).with_context(|| path.display().to_string())
}
