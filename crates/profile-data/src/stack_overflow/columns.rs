//! The columns of each year. Their names changed over the years; some only in upper and lower case.

/// The field of a column. Of several columns with an answer, the one of the lowest rank counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    Id,
    Position(usize),
    Years(usize),
    Major,
    Certificates,
    Skills,
}

/// A column of the file.
pub(super) struct Column {
    pub(super) name: &'static str,
    pub(super) field: Option<Field>,
}

const IDS: [&str; 2] = ["ResponseId", "Respondent"];

const POSITIONS: [&str; 3] = ["DevType", "DeveloperType", "NonDeveloperType"];

/// Years of work first, then years of professional coding, then all years of coding.
const YEARS: [&str; 8] = [
    "WorkExp",
    "YearsCodePro",
    "YearsCodingProf",
    "YearsCodedJob",
    "YearsCodedJobPast",
    "YearsCode",
    "YearsCoding",
    "YearsProgram",
];

const MAJORS: [&str; 2] = ["UndergradMajor", "MajorUndergrad"];

const CERTIFICATES: [&str; 2] = ["LearnCodeCoursesCert", "Certifications"];

/// Without `NEWCollabToolsWorkedWith` of 2020, which has chat programs; from 2021 on it has editors, with a
/// longer name.
const SKILLS: [&str; 24] = [
    // 2017
    "HaveWorkedLanguage",
    "HaveWorkedFramework",
    "HaveWorkedDatabase",
    "HaveWorkedPlatform",
    // 2018 to 2020
    "LanguageWorkedWith",
    "DatabaseWorkedWith",
    "PlatformWorkedWith",
    "FrameworkWorkedWith",
    "WebFrameWorkedWith",
    "MiscTechWorkedWith",
    "IDE",
    "DevEnviron",
    "VersionControl",
    // 2021 on
    "LanguageHaveWorkedWith",
    "DatabaseHaveWorkedWith",
    "PlatformHaveWorkedWith",
    "WebframeHaveWorkedWith",
    "MiscTechHaveWorkedWith",
    "ToolsTechHaveWorkedWith",
    "NEWCollabToolsHaveWorkedWith",
    "VersionControlSystem",
    // 2024 and 2025
    "EmbeddedHaveWorkedWith",
    "DevEnvsHaveWorkedWith",
    "SOTagsHaveWorkedWith",
];

/// The field of a column, and its name in this table.
fn meaning(cell: &str) -> Option<(&'static str, Field)> {
    let cell = cell.trim_start_matches('\u{feff}').trim();
    let rank = |names: &[&str]| names.iter().position(|name| name.eq_ignore_ascii_case(cell));
    if let Some(rank) = rank(&IDS) {
        Some((IDS[rank], Field::Id))
    } else if let Some(rank) = rank(&POSITIONS) {
        Some((POSITIONS[rank], Field::Position(rank)))
    } else if let Some(rank) = rank(&YEARS) {
        Some((YEARS[rank], Field::Years(rank)))
    } else if let Some(rank) = rank(&MAJORS) {
        Some((MAJORS[rank], Field::Major))
    } else if let Some(rank) = rank(&CERTIFICATES) {
        Some((CERTIFICATES[rank], Field::Certificates))
    } else {
        rank(&SKILLS).map(|rank| (SKILLS[rank], Field::Skills))
    }
}

/// Whether these are the columns of a survey: a respondent, and at least one column that is read.
///
/// `ResponseId` alone is not enough, because every survey of the same tool has it.
///
/// ```
/// use profile_data::is_stack_overflow_header;
/// assert!(is_stack_overflow_header(&["Respondent", "YearsCodePro", "DevType"]));
/// assert!(!is_stack_overflow_header(&["ResponseId", "Q1", "Q2"]));
/// ```
pub fn is_stack_overflow_header(cells: &[&str]) -> bool {
    let fields = || cells.iter().filter_map(|cell| meaning(cell)).map(|(_, field)| field);
    fields().any(|field| field == Field::Id) && fields().any(|field| field != Field::Id)
}

/// The columns of a file, in its order.
pub(super) struct Columns(Vec<Column>);

impl Columns {
    /// The columns of a header.
    pub(super) fn find<'a>(cells: impl Iterator<Item = &'a [u8]>) -> Result<Columns, String> {
        let columns: Vec<Column> = cells
            .map(|cell| match std::str::from_utf8(cell).ok().and_then(meaning) {
                Some((name, field)) => Column { name, field: Some(field) },
                None => Column { name: "", field: None },
            })
            .collect();
        let mut names: Vec<&str> = columns.iter().filter(|c| c.field.is_some()).map(|c| c.name).collect();
        names.sort_unstable();
        if let Some(twice) = names.windows(2).find(|pair| pair[0] == pair[1]) {
            return Err(format!("the header names {} twice", twice[0]));
        }
        if !is_stack_overflow_header(&names) {
            return Err("the header has no ResponseId (or Respondent) and DevType, YearsCodePro, \
                        LanguageHaveWorkedWith or their names of other years"
                .into());
        }
        Ok(Columns(columns))
    }

    pub(super) fn count(&self) -> usize {
        self.0.len()
    }

    pub(super) fn fields(&self) -> impl Iterator<Item = &Column> {
        self.0.iter()
    }
}
