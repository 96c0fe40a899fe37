//! Reads people: duplicates and near-equal people once.

use std::path::PathBuf;

use anyhow::Result;
use career_model::Profile;
use career_model::clean::Cleaning;
use career_training::{People, PeopleBuilder};

use crate::course_skills::PeopleWithoutSkills;
use crate::panel::Panel;
use crate::progress::Progress;
use crate::reading::{
    Consumer, Files, Person, ReadReport, ReadSettings, RecordNumber, Rejects, remove_taken_back,
};
use crate::services::Services;

/// People as a table, with a panel of them.
pub(crate) struct Read {
    pub(crate) people: People,
    pub(crate) panel: Panel,
    /// People with skills from course titles.
    pub(crate) from_courses: u64,
    pub(crate) report: ReadReport,
}

/// Reads the people of files into a table.
///
/// # Errors
/// Files that cannot be read or have no profiles.
pub(crate) fn read_table(
    paths: &[PathBuf],
    settings: &ReadSettings,
    cleaning: Cleaning,
    services: Option<&Services>,
    progress: &dyn Progress,
) -> Result<Read> {
    let mut files = Files::open(paths, settings, progress, Rejects::Report)?;
    let (mut table, report) = files.read(|| TableBuilder::new(cleaning))?;
    report.ensure_people(paths)?;
    let mut from_courses = table.fill(services, progress);
    let twins = near_equal_records(&table.builder, &table.all_records());
    if files.leave_out_all_but_newest(&twins, &mut table) && !table.without_skills.is_empty() {
        // Some words of the vocabulary may be theirs alone.
        table.take_back_filled();
        from_courses = table.fill(services, progress);
    }
    let found =
        Read { people: table.builder.finish(), panel: table.panel, from_courses, report: files.report() };
    let (synthetic, people) = (found.report.synthetic, found.report.people);
    if (1..people).contains(&synthetic) {
        progress.say(&format!(
            "warning: {synthetic} of {people} people are made up by `site-gen sample`, so the model counts \
             as a sample; real people need files of their own"
        ));
    }
    Ok(found)
}

/// Reads the people of files as profiles, in the order of the files.
///
/// # Errors
/// Files that cannot be read or have no profiles.
pub fn read_profiles(
    paths: &[PathBuf],
    settings: &ReadSettings,
    progress: &dyn Progress,
) -> Result<(Vec<Profile>, ReadReport)> {
    let mut files = Files::open(paths, settings, progress, Rejects::Report)?;
    let (mut profiles, report) = files.read(Profiles::default)?;
    report.ensure_people(paths)?;
    let mut builder = PeopleBuilder::default();
    profiles.profiles.iter().for_each(|profile| builder.push(profile));
    let twins = near_equal_records(&builder, &profiles.records);
    files.leave_out_all_but_newest(&twins, &mut profiles);
    Ok((profiles.profiles, files.report()))
}

/// The records of near-equal people; `records` has the record of each person.
pub fn near_equal_records(people: &PeopleBuilder, records: &[RecordNumber]) -> Vec<Vec<RecordNumber>> {
    let of = |group: Vec<u32>| group.into_iter().map(|person| records[person as usize]).collect();
    people.near_equal_people().into_iter().map(of).collect()
}

/// Collects the people of a training run.
struct TableBuilder {
    builder: PeopleBuilder,
    /// The record of each person in `builder` who was passed on with skills, ascending.
    records: Vec<RecordNumber>,
    /// Once filled, they follow in `builder`.
    without_skills: PeopleWithoutSkills,
    panel: Panel,
}

impl TableBuilder {
    fn new(cleaning: Cleaning) -> TableBuilder {
        TableBuilder {
            builder: PeopleBuilder::new(cleaning),
            records: Vec::new(),
            without_skills: PeopleWithoutSkills::default(),
            panel: Panel::default(),
        }
    }

    /// Adds the people without skills, with skills from courses. Returns the number of those who got some.
    fn fill(&mut self, services: Option<&Services>, progress: &dyn Progress) -> u64 {
        self.without_skills.fill(services, &mut self.builder, progress)
    }

    fn take_back_filled(&mut self) {
        self.builder.leave_out(self.records.len() as u32..self.builder.len() as u32);
    }

    /// The record of each person in `builder`.
    fn all_records(&self) -> Vec<RecordNumber> {
        [&self.records, self.without_skills.records()].concat()
    }
}

impl Consumer for TableBuilder {
    const TAKES_BACK: bool = true;

    fn person(&mut self, person: Person<'_>) {
        self.panel.add(person.profile, person.record);
        // Skills are found in titles once the vocabulary of all other people is known.
        if !self.without_skills.hold_back(person) {
            self.builder.push(person.profile);
            self.records.push(person.record);
        }
    }

    fn take_back(&mut self, records: &[RecordNumber]) {
        let position = |record| self.records.binary_search(record).ok().map(|position| position as u32);
        self.builder.leave_out(records.iter().filter_map(position));
        self.without_skills.take_back(records);
        self.panel.take_back(records);
    }
}

#[derive(Default)]
struct Profiles {
    profiles: Vec<Profile>,
    /// The record of each profile.
    records: Vec<RecordNumber>,
}

impl Consumer for Profiles {
    const TAKES_BACK: bool = true;

    fn person(&mut self, person: Person<'_>) {
        self.profiles.push(person.profile.clone());
        self.records.push(person.record);
    }

    fn take_back(&mut self, records: &[RecordNumber]) {
        remove_taken_back(&mut self.profiles, &self.records, records);
        self.records.retain(|record| records.binary_search(record).is_err());
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use profile_data::{ExperienceRule, Forgotten, ReadOptions, SelectionRules, YearMonth};
    use serde_json::{Value, json};

    use super::*;
    use crate::progress::Silent;

    fn table(records: &[Value], select: Option<SelectionRules>) -> Read {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("people.jsonl");
        let lines: Vec<String> = records.iter().map(|record| format!("{record}\n")).collect();
        fs::write(&path, lines.concat()).expect("written");
        let as_of = YearMonth::new(2026, 11).expect("a month");
        let options = ReadOptions { format: None, experience: ExperienceRule::default(), as_of };
        let settings = ReadSettings { options, select, strict: true, forgotten: Forgotten::default() };
        read_table(&[path], &settings, Cleaning::default(), None, &Silent).expect("a table")
    }

    #[test]
    fn nothing_of_duplicates_and_near_equal_people_remains() {
        let person = |number: usize, note: &str| {
            let common = (0..8).map(|skill| format!("Skill {}", (number * 3 + skill) % 20));
            let own = (0..9).map(|skill| format!("Own {number} {skill}"));
            let skills: Vec<String> = common.chain(own).chain([note.to_owned()]).collect();
            json!({
                "id": format!("{note}-{number}"), "company": "Google", "position": "Software engineer",
                "skills": skills, "degree_fields": [note], "experience_months": number,
            })
        };
        // Skills come from titles, if others list them.
        let titles = json!({
            "id": "without-skills", "company": "Google", "position": "Software engineer", "skills": [],
            "recommended_courses": ["Learn gardening and skill 3"],
        });
        let others: Vec<Value> =
            (0..120).map(|number| person(number, "new")).chain([titles.clone()]).collect();
        let mut records: Vec<Value> = (3..9).map(|number| person(number, "gardening")).collect();
        let mut twice = person(5, "old");
        twice["id"] = "new-5".into();
        records.extend([twice, titles]);
        records.extend(others.iter().cloned());
        for select in [None, SelectionRules::builtin("successful-tech")] {
            let (found, expected) = (table(&records, select.clone()), table(&others, select));
            let (report, without) = (&found.report, &expected.report);
            assert_eq!((report.duplicates, report.near_equal, report.people), (2, 6, without.people));
            assert_eq!(report.selection, without.selection);
            assert_eq!((found.people, found.from_courses), (expected.people, expected.from_courses));
        }
    }
}
