//! Reading profile files: everything that is fine goes on, everything that is not is told.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use career_model::Profile;
use profile_data::{ReadOptions, Record, SelectionCounts, SelectionRules, expand_paths, open_profiles};
use sha2::{Digest, Sha256};

use crate::place;
use crate::progress::bytes_bar;

/// Rejected records that are named one by one; the rest are counted.
const NAMED_REJECTS: u64 = 10;

/// How files are read, and who of the people in them is taken.
#[derive(Clone, Debug)]
pub struct Reading {
    /// Format, and what counts as experience.
    pub options: ReadOptions,
    /// Whom to take; everybody without it.
    pub select: Option<SelectionRules>,
    /// Whether a record that cannot be read is an error.
    pub strict: bool,
}

/// Someone who was read and selected.
#[derive(Clone, Copy, Debug)]
pub struct Person<'a> {
    /// Who it is.
    pub profile: &'a Profile,
    /// Titles of courses recommended to the person.
    pub recommended_courses: &'a [String],
}

/// What reading found, besides the profiles.
#[derive(Clone, Debug, Default)]
pub struct ReadReport {
    /// Records that are profiles, and selected.
    pub people: u64,
    /// Records that are not.
    pub rejected: u64,
    /// Per rule, how many people it kept and dropped; `None` when everybody was taken.
    pub selection: Option<SelectionCounts>,
    /// SHA-256 over the files' own hashes, in hexadecimal.
    pub data_sha256: String,
    /// Time spent reading and parsing.
    pub reading: Duration,
    /// Time spent in `accept`.
    pub accepting: Duration,
}

/// Streams every selected profile of `paths` (globs and `-` too) to `accept`. Records that cannot be read are
/// reported on stderr by file, line and reason, and skipped; when strict, the first one is an error.
///
/// # Errors
/// A path that cannot be opened or read, no profile at all, nobody selected, or a bad record when strict.
pub fn read_profiles(
    paths: &[PathBuf],
    reading: &Reading,
    mut accept: impl FnMut(Person<'_>),
) -> Result<ReadReport> {
    let mut report =
        ReadReport { selection: reading.select.as_ref().map(SelectionCounts::new), ..ReadReport::default() };
    let mut hash = Sha256::new();
    let local = place::local(paths)?;
    for path in &expand_paths(&local.paths)? {
        hash.update(read_file(path, reading, &mut accept, &mut report)?);
    }
    report.data_sha256 = hexadecimal(&hash.finalize());
    if report.rejected > NAMED_REJECTS {
        eprintln!("… and {} more records", report.rejected - NAMED_REJECTS);
    }
    let read = report.read();
    if report.rejected > 0 {
        eprintln!(
            "warning: {} of {} records could not be read and were skipped (--strict makes this an error)",
            report.rejected,
            read + report.rejected
        );
    }
    let names: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
    if read == 0 {
        bail!("{}: no profiles in it; `site-gen inspect` says what is there", names.join(", "));
    }
    if report.people == 0 {
        bail!(
            "{}: --select drops all of its {read} people; leave it out or edit the rules",
            names.join(", ")
        );
    }
    Ok(report)
}

impl ReadReport {
    /// Records that are profiles, selected or not.
    fn read(&self) -> u64 {
        self.selection.as_ref().map_or(self.people, SelectionCounts::people)
    }
}

/// One file; returns its SHA-256.
fn read_file(
    path: &Path,
    reading: &Reading,
    accept: &mut impl FnMut(Person<'_>),
    report: &mut ReadReport,
) -> Result<[u8; 32]> {
    let mut source = open_profiles(path, &reading.options)?;
    let bar = bytes_bar(source.size_bytes().unwrap_or(0), "Reading profiles");
    let start = Instant::now();
    let mut accepting = Duration::ZERO;
    while let Some(record) = source.next() {
        match record? {
            Record::Accepted { profile, recommended_courses, .. } => {
                let begin = Instant::now();
                let kept = match (&reading.select, &mut report.selection) {
                    (Some(rules), Some(counts)) => counts.add(&rules.judge(&profile)),
                    _ => true,
                };
                if kept {
                    accept(Person { profile: &profile, recommended_courses: &recommended_courses });
                    report.people += 1;
                }
                accepting += begin.elapsed();
            }
            Record::Rejected(rejected) => {
                let place = format!("{}: {rejected}", path.display());
                if reading.strict {
                    bail!("{place}; correct the record, or leave out --strict to skip it");
                }
                if report.rejected < NAMED_REJECTS {
                    bar.suspend(|| eprintln!("skipped {place}"));
                }
                report.rejected += 1;
            }
        }
        // Cheap, but not free: a bar needs no more than this.
        if source.counts().records().is_multiple_of(1024) {
            bar.set_position(source.bytes_read());
        }
    }
    bar.finish_and_clear();
    report.accepting += accepting;
    report.reading += start.elapsed().saturating_sub(accepting);
    Ok(source.data_sha256())
}

/// The one profile with this URL.
///
/// # Errors
/// A path that cannot be read, or nobody with that URL.
pub fn find_by_url(paths: &[PathBuf], reading: &Reading, url: &str) -> Result<Profile> {
    let local = place::local(paths)?;
    for path in &expand_paths(&local.paths)? {
        for record in open_profiles(path, &reading.options)? {
            if let Record::Accepted { profile, .. } = record?
                && profile.url.as_deref() == Some(url)
            {
                return Ok(profile);
            }
        }
    }
    let names: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
    bail!(
        "{}: nobody in it has the profile URL given with --url; it must be the same text as the record's `url`",
        names.join(", ")
    )
}

/// The one person in a file.
///
/// # Errors
/// A path that cannot be read, a record that cannot be read, or not exactly one person.
pub fn read_one(path: &Path, reading: &Reading) -> Result<Profile> {
    let mut found = None;
    let local = place::local(&[path.to_owned()])?;
    let [file] = local.paths.as_slice() else {
        bail!("{}: holds more than one file; use --profiles for such a place", path.display())
    };
    for record in open_profiles(file, &reading.options)? {
        match record? {
            Record::Rejected(rejected) => bail!("{}: {rejected}", path.display()),
            Record::Accepted { .. } if found.is_some() => {
                bail!("{}: holds more than one person; use --profiles for such a file", path.display())
            }
            Record::Accepted { profile, .. } => found = Some(profile),
        }
    }
    found.with_context(|| format!("{}: nobody is in it", path.display()))
}

/// Lower-case hexadecimal digits.
pub fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The SHA-256 of bytes, in lower-case hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

/// Adds which file it was to an error about it.
pub fn in_file<T, E: Into<anyhow::Error>>(path: &Path, result: Result<T, E>) -> Result<T> {
    result.map_err(Into::into).with_context(|| path.display().to_string())
}
