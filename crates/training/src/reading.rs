//! Reading profile files: good records are passed on, bad ones are reported.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use base16ct::lower;
use career_model::Profile;
use profile_data::{ReadOptions, Record, SelectionCounts, SelectionRules, expand_paths, open_profiles};
use sha2::{Digest, Sha256};

use crate::location;
use crate::progress::{Progress, Task};

/// Rejected records that are reported one by one; the rest are counted.
const NAMED_REJECTS: u64 = 10;

/// How files are read, and which people are selected.
#[derive(Clone, Debug)]
pub struct Reading {
    /// Format, and what counts as experience.
    pub options: ReadOptions,
    /// Rules that select people; everybody without them.
    pub select: Option<SelectionRules>,
    /// Whether a record that cannot be read is an error.
    pub strict: bool,
}

/// A person who was read and selected.
#[derive(Clone, Copy, Debug)]
pub struct Person<'a> {
    /// The profile.
    pub profile: &'a Profile,
    /// Titles of courses recommended to the person.
    pub recommended_courses: &'a [String],
}

/// Counts and times of reading.
#[derive(Clone, Debug, Default)]
pub struct ReadReport {
    /// Records that are profiles and were selected.
    pub people: u64,
    /// Records that could not be read.
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
/// reported by file, line and reason, and skipped; when strict, the first one is an error.
///
/// # Errors
/// A path that cannot be opened or read, no profile at all, nobody selected, or a bad record when strict.
pub fn read_profiles(
    paths: &[PathBuf],
    reading: &Reading,
    progress: &dyn Progress,
    mut accept: impl FnMut(Person<'_>),
) -> Result<ReadReport> {
    let mut report =
        ReadReport { selection: reading.select.as_ref().map(SelectionCounts::new), ..ReadReport::default() };
    let mut hash = Sha256::new();
    let local = location::local(paths)?;
    for path in &expand_paths(&local.paths)? {
        hash.update(read_file(path, reading, progress, &mut accept, &mut report)?);
    }
    report.data_sha256 = lower::encode_string(&hash.finalize());
    if report.rejected > NAMED_REJECTS {
        progress.say(&format!("… and {} more records", report.rejected - NAMED_REJECTS));
    }
    let read = report.read();
    if report.rejected > 0 {
        progress.say(&format!(
            "warning: {} of {} records could not be read and were skipped (--strict makes this an error)",
            report.rejected,
            read + report.rejected
        ));
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
    progress: &dyn Progress,
    accept: &mut impl FnMut(Person<'_>),
    report: &mut ReadReport,
) -> Result<[u8; 32]> {
    let mut source = open_profiles(path, &reading.options)?;
    progress.begin(Task::Reading, source.size_bytes().unwrap_or(0));
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
                    progress.say(&format!("skipped {place}"));
                }
                report.rejected += 1;
            }
        }
        // Cheap, but not free: progress needs no more than this.
        if source.counts().records().is_multiple_of(1024) {
            progress.set_position(source.bytes_read());
        }
    }
    progress.end();
    report.accepting += accepting;
    report.reading += start.elapsed().saturating_sub(accepting);
    Ok(source.data_sha256())
}

/// The one profile with this URL.
///
/// # Errors
/// A path that cannot be read, or nobody with that URL.
pub fn find_by_url(paths: &[PathBuf], reading: &Reading, url: &str) -> Result<Profile> {
    let local = location::local(paths)?;
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
    let local = location::local(&[path.to_owned()])?;
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

/// Rules by their name, or from a file.
///
/// # Errors
/// A name that is neither a built-in set of rules nor a readable file, or a file that is not a set of rules.
pub fn selection_rules(name: &str) -> Result<SelectionRules> {
    if let Some(rules) = SelectionRules::builtin(name) {
        return Ok(rules);
    }
    let text = fs::read_to_string(name)
        .context("neither a known rule (successful-tech) nor a file that can be read")?;
    Ok(SelectionRules::from_toml(&text)?)
}
