//! Writing of topics as CSV.

use std::collections::HashMap;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result};
use career_model::roadmap::MIN_PEOPLE_PER_ITEM;
use career_training::people::interner::{LabelId, Labels};
use career_training::topics::label_topics::LabelTopicsFit;
use career_training::{People, TopicKind, TopicsFit};

use crate::topics::cell::cell;
use crate::topics::file_name;

/// The strings to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StringFilter {
    /// Strings of at least [`MIN_PEOPLE_PER_ITEM`] people: a string that one person wrote can identify them,
    /// and a file for review is passed around.
    Shared,
    /// Every string.
    All,
}

/// Writes `skills.csv` and `degree_fields.csv` into `dir`, with the columns topic, string and people. Topics,
/// and strings within a topic, are sorted by people. Returns the numbers of written and of omitted strings.
///
/// # Errors
/// A file that cannot be written.
pub fn write_topics(
    people: &People,
    topics: &TopicsFit,
    filter: StringFilter,
    dir: &Path,
) -> Result<(usize, usize)> {
    std::fs::create_dir_all(dir).with_context(|| format!("{}: cannot be created", dir.display()))?;
    let skills = (TopicKind::Skills, &topics.skills, &people.skills, people.skills_of_everyone());
    let fields = people.degree_fields_of_everyone();
    let fields = (TopicKind::DegreeFields, &topics.degree_fields, &people.degree_fields, fields);
    let (mut written, mut omitted) = (0, 0);
    for (kind, topics, labels, held) in [skills, fields] {
        let path = dir.join(file_name(kind));
        let mut table = Vec::new();
        let counts = write_table(topics, labels, &held, filter, &mut table)
            .with_context(|| path.display().to_string())?;
        std::fs::write(&path, table).with_context(|| format!("{}: cannot be written", path.display()))?;
        written += counts.0;
        omitted += counts.1;
    }
    Ok((written, omitted))
}

fn write_table(
    fit: &LabelTopicsFit,
    labels: &Labels,
    held: &[&[LabelId]],
    filter: StringFilter,
    out: impl Write,
) -> Result<(usize, usize)> {
    let mut people = vec![0_u32; labels.len()];
    for &label in held.iter().copied().flatten() {
        people[label as usize] += 1;
    }
    let mut rows: Vec<(&str, &str, u32)> = Vec::new();
    let mut in_topic: HashMap<&str, u64> = HashMap::new();
    let mut omitted = 0;
    for label in 0..labels.len() as LabelId {
        let count = people[label as usize];
        if filter == StringFilter::Shared && count < MIN_PEOPLE_PER_ITEM {
            omitted += 1;
            continue;
        }
        // A string without a topic has an empty cell, to be filled in by the reviewer.
        let topic = fit.topic_of[label as usize];
        let name = topic.map_or("", |topic| fit.topics.names[topic as usize].as_str());
        *in_topic.entry(name).or_default() += u64::from(count);
        let commonest = labels.spellings(label).next().filter(|_| filter == StringFilter::All);
        rows.push((name, commonest.map_or_else(|| labels.shown(label), |(raw, _)| raw), count));
    }
    let key = |name: &str| (name.is_empty(), std::cmp::Reverse(in_topic.get(name).copied().unwrap_or(0)));
    rows.sort_by(|a, b| (key(a.0), a.0, b.2, a.1).cmp(&(key(b.0), b.0, a.2, b.1)));
    let mut csv = csv::Writer::from_writer(out);
    csv.write_record(["topic", "string", "people"])?;
    for (topic, string, people) in &rows {
        csv.write_record([cell(topic), cell(string), people.to_string()])?;
    }
    csv.flush()?;
    Ok((rows.len(), omitted))
}
