//! Reads people: duplicates and near-equal people once.

use std::path::PathBuf;

use anyhow::Result;
use career_model::Profile;
use career_model::clean::Cleaning;
use career_training::{People, PeopleBuilder, near_equal_people};

use crate::course_skills::PeopleWithoutSkills;
use crate::panel::Panel;
use crate::progress::Progress;
use crate::reading::{Consumer, Files, Person, ReadReport, ReadSettings, RecordNumber, Rejects};
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
    let read = |files: &mut Files<'_>| -> Result<(Read, Vec<RecordNumber>)> {
        let (table, report) = files.read(|| TableBuilder::new(cleaning))?;
        report.ensure_people(paths)?;
        let TableBuilder { mut builder, mut records, without_skills, panel } = table;
        records.extend_from_slice(without_skills.records());
        let from_courses = without_skills.fill(services, &mut builder, progress);
        Ok((Read { people: builder.finish(), panel, from_courses, report }, records))
    };
    let (mut found, records) = read(&mut files)?;
    let twins = near_equal_records(&found.people, &records);
    if !twins.is_empty() {
        // Without a trace of those who are left out: the table is made anew.
        drop(found);
        files.leave_out_all_but_newest(&twins);
        found = read(&mut files)?.0;
    }
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
    let (profiles, report) = files.read(Profiles::default)?;
    report.ensure_people(paths)?;
    let mut builder = PeopleBuilder::default();
    profiles.profiles.iter().for_each(|profile| builder.push(profile));
    let twins = near_equal_records(&builder.finish(), &profiles.records);
    if twins.is_empty() {
        return Ok((profiles.profiles, report));
    }
    drop(profiles);
    files.leave_out_all_but_newest(&twins);
    let (profiles, report) = files.read(Profiles::default)?;
    Ok((profiles.profiles, report))
}

/// The records of near-equal people; `records` has the record of each person.
pub fn near_equal_records(people: &People, records: &[RecordNumber]) -> Vec<Vec<RecordNumber>> {
    let of = |group: Vec<u32>| group.into_iter().map(|person| records[person as usize]).collect();
    near_equal_people(people).into_iter().map(of).collect()
}

/// Collects the people of a training run.
struct TableBuilder {
    builder: PeopleBuilder,
    /// The record of each person in `builder`.
    records: Vec<RecordNumber>,
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
}

impl Consumer for TableBuilder {
    fn person(&mut self, person: Person<'_>) {
        self.panel.add(person.profile);
        // Skills are found in titles once the vocabulary of all other people is known.
        if !self.without_skills.hold_back(person) {
            self.builder.push(person.profile);
            self.records.push(person.record);
        }
    }
}

#[derive(Default)]
struct Profiles {
    profiles: Vec<Profile>,
    records: Vec<RecordNumber>,
}

impl Consumer for Profiles {
    fn person(&mut self, person: Person<'_>) {
        self.profiles.push(person.profile.clone());
        self.records.push(person.record);
    }
}
