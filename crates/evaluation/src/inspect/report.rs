//! The report of an inspection, to be written as text, JSON or HTML.

use career_model::Level;
use profile_data::SelectionCounts;
use serde::Serialize;

use templates::english::{grouped, plural};
use training::summary::records_of_people;

/// The contents of the files. All strings are safe to show; counts of fields are numbers of people.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// People, each once; with selection rules, selected people.
    pub profiles: u64,
    /// Accepted records.
    pub records: u64,
    /// Accepted records that a newer one of the same person supersedes.
    pub duplicates: u64,
    /// Accepted records that are left out because another one, under another id, is nearly equal.
    pub near_equal: u64,
    /// Rejected records.
    pub rejected: u64,
    /// People kept and dropped by each selection rule; absent without rules.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub selection: Option<SelectionCounts>,
    /// The files, in the order of reading.
    pub files: Vec<FileReport>,
    /// The fill rate of each field.
    pub fields: Vec<FieldReport>,
    /// The strings of each list field.
    pub lists: Vec<ListReport>,
    /// The distribution of experience.
    pub experience: ExperienceReport,
    /// Reasons of rejected records, most frequent first.
    pub reasons: Vec<ReasonReport>,
}

/// A file.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FileReport {
    /// The name, without folders.
    pub name: String,
    /// The format, as a value of `--format`.
    pub format: &'static str,
    /// People whose newest record is in this file; with selection rules, selected people.
    pub profiles: u64,
    /// Accepted records.
    pub records: u64,
    /// Different people in this file.
    pub people: u64,
    /// Rejected records.
    pub rejected: u64,
}

/// The fill rate of a field.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FieldReport {
    /// The field's key.
    pub field: &'static str,
    /// People with a non-blank value.
    pub people: u64,
}

/// The strings of a list field.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ListReport {
    /// The field's key.
    pub field: &'static str,
    /// People with at least one string.
    pub people: u64,
    /// Non-blank strings.
    pub strings: u64,
    /// Distinct strings, without surrounding space.
    pub distinct: u64,
    /// Whether there are more distinct strings than were kept; `seen_once`, `common` and `rare` count those
    /// kept.
    pub distinct_is_at_least: bool,
    /// Distinct strings of exactly one person.
    pub seen_once: u64,
    /// Median length of the lists that are not empty.
    pub median_length: f64,
    /// Length of the longest list.
    pub max_length: u64,
    /// Distinct strings of enough people to be shown.
    pub common: u64,
    /// Distinct strings of too few people to be shown.
    pub rare: u64,
    /// The ten most frequent strings.
    pub commonest: Vec<CommonString>,
}

/// A string of enough people to be shown.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CommonString {
    /// The string, or its beginning.
    pub text: String,
    /// People who have it.
    pub people: u64,
}

/// The distribution of experience.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ExperienceReport {
    /// People with months of experience, including 0 months.
    pub people: u64,
    /// The median.
    pub median_months: f64,
    /// The maximum.
    pub longest_months: u32,
    /// People per level.
    pub levels: LevelCounts,
    /// The histogram, from 0 months.
    pub bins: Vec<Bin>,
}

/// People per level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[allow(missing_docs, reason = "the names say it")]
pub struct LevelCounts {
    pub junior: u64,
    pub senior: u64,
    pub expert: u64,
}

/// A bar of the histogram.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Bin {
    /// The first month.
    pub from: u32,
    /// The first month after the bar; `None` for the last bar, which has no end.
    pub below: Option<u32>,
    /// People in it.
    pub people: u64,
}

impl Bin {
    /// `75–99` or `600+`.
    pub(super) fn label(&self) -> String {
        match self.below {
            Some(below) => format!("{}–{}", self.from, below - 1),
            None => format!("{}+", self.from),
        }
    }
}

/// Records rejected for the same reason.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ReasonReport {
    /// The reason, with `#` for numbers.
    pub reason: String,
    /// Number of records.
    pub records: u64,
    /// File, line and full reason of the first record.
    pub first: String,
}

impl Report {
    /// How many records are how many people; `None` if every person has one record.
    pub(super) fn records_of_people(&self) -> Option<String> {
        let repeated = self.duplicates + self.near_equal > 0;
        repeated.then(|| records_of_people(self.records, self.duplicates, self.near_equal))
    }
}

impl FileReport {
    /// `400 profiles`, or `2,000 records of 400 people`.
    pub(super) fn count(&self, is_selected: bool) -> String {
        if self.records > self.people {
            let people = plural(self.people, "person", "people");
            return format!("{} records of {} {people}", grouped(self.records), grouped(self.people));
        }
        let profiles = self.profiles(is_selected);
        format!("{} {}", grouped(profiles), plural(profiles, "profile", "profiles"))
    }

    /// The people in this file; with selection rules, only those they keep.
    pub(super) fn profiles(&self, is_selected: bool) -> u64 {
        if is_selected { self.profiles } else { self.people }
    }
}

/// Numbers of selected people, and of people kept by each rule.
pub(super) fn selected(counts: &SelectionCounts) -> String {
    let rules = counts.rules().iter().map(|count| {
        let tested = count.kept + count.dropped;
        format!("{} kept {} of {}", count.rule.key(), grouped(count.kept), grouped(tested))
    });
    let rules = rules.collect::<Vec<_>>().join(", ");
    format!("{} of {} people selected: {rules}", grouped(counts.kept()), grouped(counts.people()))
}

/// A field's key as words: `degree fields`.
pub(super) fn words(field: &str) -> String {
    field.replace('_', " ")
}

impl LevelCounts {
    /// Each level in words, with its people.
    pub(super) fn named(self) -> [(String, u64); 3] {
        let people = [self.junior, self.senior, self.expert];
        Level::ALL.map(|level| (with_bounds(level), people[level.index()]))
    }
}

/// `senior, 100 to 250 months`
fn with_bounds(level: Level) -> String {
    match level.months().into_inner() {
        (0, last) => format!("{level}, below {} months", last + 1),
        (first, u32::MAX) => format!("{level}, over {} months", first - 1),
        (first, last) => format!("{level}, {first} to {last} months"),
    }
}
