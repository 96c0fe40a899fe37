//! Reading files of profiles: every person is passed on once, invalid records are reported.
//!
//! [`Files`] finds the records of one person, and passes on the newest one. [`profile_data::Identity`] says
//! which records are of one person.

mod chains;
mod content;
mod files;
mod groups;
mod identities;
mod record_set;
mod rejects;
mod single;
#[cfg(test)]
mod tests;
mod weak_keys;

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use career_model::Profile;
use profile_data::{Forgotten, Format, ReadOptions, Rejection, SelectionCounts, SelectionRules};

pub use files::Files;
pub use record_set::RecordNumber;
pub(crate) use record_set::remove_taken_back;
pub use rejects::Rejects;
pub use single::{find_by_url, read_one};

/// How files are read, and which people are selected.
#[derive(Clone, Debug)]
pub struct ReadSettings {
    /// The format, and how months of experience are counted.
    pub options: ReadOptions,
    /// The selection rules; `None` selects everyone.
    pub select: Option<SelectionRules>,
    /// Whether an unreadable record is an error.
    pub strict: bool,
    /// People who are not passed on, nor counted.
    pub forgotten: Forgotten,
}

/// A selected person.
#[derive(Clone, Copy, Debug)]
pub struct Person<'a> {
    /// The profile.
    pub profile: &'a Profile,
    /// Titles of courses recommended to the person.
    pub recommended_courses: &'a [String],
    /// The number of the record, for [`Consumer::take_back`] and [`Files::leave_out_all_but_newest`].
    pub record: RecordNumber,
}

/// Receives the people of files.
pub trait Consumer {
    /// Whether [`Consumer::take_back`] works. If not, a new consumer receives all people again.
    const TAKES_BACK: bool = false;

    /// The following people and rejected records are in this file.
    fn begin_file(&mut self, _name: &str, _format: Format) {}

    /// Receives a selected person.
    fn person(&mut self, person: Person<'_>);

    /// Takes people back, as if they had never been passed on; `records` are ascending.
    fn take_back(&mut self, _records: &[RecordNumber]) {}

    /// A record could not be read.
    fn rejected(&mut self, _rejection: &Rejection) {}
}

/// The numbers of records and people of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileCounts {
    /// Records that could be read.
    pub records: u64,
    /// Different people among them.
    pub people: u64,
}

/// Counts and times of reading. The times are those of all attempts.
#[derive(Clone, Debug, Default)]
pub struct ReadReport {
    /// Records that could be read, without those of forgotten people.
    pub records: u64,
    /// People who were read and selected.
    pub people: u64,
    /// Records that a newer one of the same person supersedes.
    pub duplicates: u64,
    /// People who are made up, by `site-gen sample`.
    pub synthetic: u64,
    /// People who were left out, because they are nearly equal to another one.
    pub near_equal: u64,
    /// People who were left out, because they are forgotten.
    pub forgotten: u64,
    /// The records and people of each file, with forgotten people.
    pub files: Vec<FileCounts>,
    /// Records that could not be read.
    pub rejected: u64,
    /// People kept and dropped by each rule; `None` without rules.
    pub selection: Option<SelectionCounts>,
    /// SHA-256 over the files' own hashes, in hexadecimal.
    pub data_sha256: String,
    /// Time spent reading and parsing.
    pub reading: Duration,
    /// Time spent in the consumer.
    pub accepting: Duration,
}

impl ReadReport {
    /// People who were read, selected or not.
    fn read(&self) -> u64 {
        self.selection.as_ref().map_or(self.people, SelectionCounts::people)
    }

    /// That there is somebody to learn from; `paths` as given by the user.
    ///
    /// # Errors
    /// No profiles, or no selected person.
    pub fn ensure_people(&self, paths: &[PathBuf]) -> Result<()> {
        let names: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
        let (names, read) = (names.join(", "), self.read());
        ensure!(read > 0, "{names}: no profiles found; see what it contains with `site-gen inspect`");
        ensure!(
            self.people > 0,
            "{names}: --select drops all of its {read} people; omit it or edit the rules"
        );
        Ok(())
    }
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
