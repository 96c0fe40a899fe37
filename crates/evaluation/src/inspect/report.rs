//! What an inspection found, ready to be written as text, JSON or HTML.

use career_model::Level;
use profile_data::SelectionCounts;
use serde::Serialize;

use templates::english::grouped;

/// What is in the files. All texts in it are fit to be shown; all counts of fields are people.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// Records that are profiles.
    pub profiles: u64,
    /// Records that are not.
    pub rejected: u64,
    /// When only some people were taken: how many each rule kept and dropped. Profiles are then those kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub selection: Option<SelectionCounts>,
    /// Profiles and rejected records per file, in the order of reading.
    pub files: Vec<FileReport>,
    /// Who has something in each field.
    pub fields: Vec<FieldReport>,
    /// The fields that are lists.
    pub lists: Vec<ListReport>,
    /// Months of experience.
    pub experience: ExperienceReport,
    /// Why records were rejected, most frequent first.
    pub reasons: Vec<ReasonReport>,
}

/// One file.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FileReport {
    /// Its name, without folders.
    pub name: String,
    /// Its format, as `--format` takes it.
    pub format: &'static str,
    /// Records that are profiles.
    pub profiles: u64,
    /// Records that are not.
    pub rejected: u64,
}

/// How many people have something in a field.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FieldReport {
    /// The field's key.
    pub field: &'static str,
    /// People for whom it is not empty; blank text is empty.
    pub people: u64,
}

/// The strings of a list field.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ListReport {
    /// The field's key.
    pub field: &'static str,
    /// People with at least one string.
    pub people: u64,
    /// All strings that are not blank.
    pub strings: u64,
    /// Distinct strings, as the file has them but for space around.
    pub distinct: u64,
    /// Whether there are more than could be kept; `seen_once`, `common` and `rare` are then about those kept.
    pub distinct_is_at_least: bool,
    /// Distinct strings that one person has.
    pub seen_once: u64,
    /// Median number of strings, of people with at least one.
    pub median_length: f64,
    /// The longest list.
    pub max_length: u64,
    /// Distinct strings that enough people have to be shown.
    pub common: u64,
    /// Distinct strings that too few people have to be shown.
    pub rare: u64,
    /// The ten commonest.
    pub commonest: Vec<CommonString>,
}

/// A string that enough people have.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CommonString {
    /// The string, or its beginning.
    pub text: String,
    /// Who has it.
    pub people: u64,
}

/// Months of experience of those who have any number.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ExperienceReport {
    /// People with a number of months; 0 is one.
    pub people: u64,
    /// The median.
    pub median_months: f64,
    /// The most.
    pub longest_months: u32,
    /// People per level.
    pub levels: LevelCounts,
    /// The histogram, from 0 months on.
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
    /// The fewest months in it.
    pub from: u32,
    /// More months than are in it; `None` for the last bar, which has no end.
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

/// Records that were rejected for the same reason.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ReasonReport {
    /// The reason with `#` for its numbers.
    pub reason: String,
    /// How many.
    pub records: u64,
    /// The first of them: file, line and the whole reason.
    pub first: String,
}

/// How many of the people were taken, and how many each rule kept.
pub(super) fn selected(counts: &SelectionCounts) -> String {
    let rules = counts.rules().iter().map(|count| {
        let came = count.kept + count.dropped;
        format!("{} kept {} of {}", count.rule.key(), grouped(count.kept), grouped(came))
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
