//! Reading files of profiles: valid records are passed on, invalid ones are reported.

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

/// Rejected records that are reported one by one; the others are only counted.
const MAX_REPORTED_REJECTS: u64 = 10;

/// How files are read, and which people are selected.
#[derive(Clone, Debug)]
pub struct ReadSettings {
    /// The format, and how months of experience are counted.
    pub options: ReadOptions,
    /// The selection rules; `None` selects everyone.
    pub select: Option<SelectionRules>,
    /// Whether an unreadable record is an error.
    pub strict: bool,
}

/// A selected person.
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
    /// People who were read and selected.
    pub people: u64,
    /// Records that could not be read.
    pub rejected: u64,
    /// People kept and dropped by each rule; `None` without rules.
    pub selection: Option<SelectionCounts>,
    /// SHA-256 over the files' own hashes, in hexadecimal.
    pub data_sha256: String,
    /// Time spent reading and parsing.
    pub reading: Duration,
    /// Time spent in `accept`.
    pub accepting: Duration,
}

/// Streams every selected profile of `paths` (also globs and `-`) to `accept`. Unreadable records are
/// reported with file, line and reason, and skipped; with `strict`, the first one is an error.
///
/// # Errors
/// A path that cannot be read, no profiles, no selected person, or with `strict` an unreadable record.
pub fn read_profiles(
    paths: &[PathBuf],
    settings: &ReadSettings,
    progress: &dyn Progress,
    mut accept: impl FnMut(Person<'_>),
) -> Result<ReadReport> {
    let mut report =
        ReadReport { selection: settings.select.as_ref().map(SelectionCounts::new), ..ReadReport::default() };
    let mut hash = Sha256::new();
    let local = location::local(paths)?;
    for path in &expand_paths(&local.paths)? {
        hash.update(read_file(path, settings, progress, &mut accept, &mut report)?);
    }
    report.data_sha256 = lower::encode_string(&hash.finalize());
    if report.rejected > MAX_REPORTED_REJECTS {
        progress.say(&format!("… and {} more records", report.rejected - MAX_REPORTED_REJECTS));
    }
    let read = report.read();
    if report.rejected > 0 {
        progress.say(&format!(
            "warning: skipped {} of {} records that could not be read (--strict makes this an error)",
            report.rejected,
            read + report.rejected
        ));
    }
    let names: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
    if read == 0 {
        bail!("{}: no profiles found; see what it contains with `site-gen inspect`", names.join(", "));
    }
    if report.people == 0 {
        bail!("{}: --select drops all of its {read} people; omit it or edit the rules", names.join(", "));
    }
    Ok(report)
}

impl ReadReport {
    /// People who were read, selected or not.
    fn read(&self) -> u64 {
        self.selection.as_ref().map_or(self.people, SelectionCounts::people)
    }
}

/// Reads a file; returns its SHA-256.
fn read_file(
    path: &Path,
    settings: &ReadSettings,
    progress: &dyn Progress,
    accept: &mut impl FnMut(Person<'_>),
    report: &mut ReadReport,
) -> Result<[u8; 32]> {
    let mut source = open_profiles(path, &settings.options)?;
    progress.begin(Task::Reading, source.size_bytes().unwrap_or(0));
    let start = Instant::now();
    let mut accepting = Duration::ZERO;
    while let Some(record) = source.next() {
        match record? {
            Record::Accepted { profile, recommended_courses, .. } => {
                let begin = Instant::now();
                let kept = match (&settings.select, &mut report.selection) {
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
                let record = format!("{}: {rejected}", path.display());
                if settings.strict {
                    bail!("{record}; correct the record, or omit --strict to skip it");
                }
                if report.rejected < MAX_REPORTED_REJECTS {
                    progress.say(&format!("skipped {record}"));
                }
                report.rejected += 1;
            }
        }
        // An update costs some time, and more of them are not visible.
        if source.counts().records().is_multiple_of(1024) {
            progress.set_position(source.bytes_read());
        }
    }
    progress.end();
    report.accepting += accepting;
    report.reading += start.elapsed().saturating_sub(accepting);
    Ok(source.data_sha256())
}

/// The profile with this URL.
///
/// # Errors
/// A path that cannot be read, or no profile with the URL.
pub fn find_by_url(paths: &[PathBuf], settings: &ReadSettings, url: &str) -> Result<Profile> {
    let local = location::local(paths)?;
    for path in &expand_paths(&local.paths)? {
        for record in open_profiles(path, &settings.options)? {
            if let Record::Accepted { profile, .. } = record?
                && profile.url.as_deref() == Some(url)
            {
                return Ok(profile);
            }
        }
    }
    let names: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
    bail!("{}: no profile has the URL given with --url; it must equal a record's `url`", names.join(", "))
}

/// The profile in a file with exactly one person.
///
/// # Errors
/// A path that cannot be read, a record that cannot be read, or not exactly one person.
pub fn read_one(path: &Path, settings: &ReadSettings) -> Result<Profile> {
    let mut found = None;
    let local = location::local(&[path.to_owned()])?;
    let [file] = local.paths.as_slice() else {
        bail!("{}: more than one file; use --profiles instead of --profile", path.display())
    };
    for record in open_profiles(file, &settings.options)? {
        match record? {
            Record::Rejected(rejected) => bail!("{}: {rejected}", path.display()),
            Record::Accepted { .. } if found.is_some() => {
                bail!("{}: more than one person; use --profiles instead of --profile", path.display())
            }
            Record::Accepted { profile, .. } => found = Some(profile),
        }
    }
    found.with_context(|| format!("{}: no profile found", path.display()))
}

/// The built-in selection rules with this name, or the rules in the file with this path.
///
/// # Errors
/// A name that is neither a built-in set of rules nor a readable file, or a file without valid rules.
pub fn selection_rules(name: &str) -> Result<SelectionRules> {
    if let Some(rules) = SelectionRules::builtin(name) {
        return Ok(rules);
    }
    let text = fs::read_to_string(name)
        .context("neither a built-in set of rules (successful-tech) nor a readable file")?;
    Ok(SelectionRules::from_toml(&text)?)
}
