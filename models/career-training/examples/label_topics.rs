//! Prints the topic of every string on stdin, for tests/yardstick/topic_quality.py.
//!
//! ```text
//! label_topics skills|degree_fields canonical|seed [SEED] < lines of "people<TAB>string"
//! ```
//!
//! Writes one line per input line: the label, a tab, and the topic's name. Both are empty for rejected
//! strings; the name is empty for labels without a topic.

use std::io::{self, BufRead, Write};
use std::process::ExitCode;

use career_model::Profile;
use career_model::clean::Cleaning;
use career_model::label_topics::TopicMatch;
use career_training::topics::label_topics::{LabelTable, LabelTopicsParams, fit_label_topics};
use career_training::{PeopleBuilder, TopicKind};

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(io::stderr(), "{error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> io::Result<()> {
    let arguments: Vec<String> = std::env::args().collect();
    let wrong = || io::Error::other("usage: label_topics skills|degree_fields canonical|seed [SEED]");
    let kind = match arguments.get(1).map(String::as_str) {
        Some("skills") => TopicKind::Skills,
        Some("degree_fields") => TopicKind::DegreeFields,
        _ => return Err(wrong()),
    };
    let cleaning = match arguments.get(2).map(String::as_str) {
        Some("canonical") => Cleaning::Canonical,
        Some("seed") => Cleaning::Reference,
        _ => return Err(wrong()),
    };
    let seed = arguments.get(3).map_or(Ok(1), |seed| seed.parse()).map_err(|_| wrong())?;
    let mut lines = Vec::new();
    let mut builder = PeopleBuilder::new(cleaning);
    for line in io::stdin().lock().lines() {
        let line = line?;
        let (people, text) = line.split_once('\t').ok_or_else(wrong)?;
        let mut profile = Profile { experience_months: Some(0), ..Profile::default() };
        match kind {
            TopicKind::Skills => profile.skills.push(text.to_owned()),
            TopicKind::DegreeFields => profile.degree_fields.push(text.to_owned()),
        }
        for _ in 0..people.parse::<u32>().map_err(|_| wrong())? {
            builder.push(&profile);
        }
        lines.push(text.to_owned());
    }
    let people = builder.finish();
    let (labels, held, params) = match kind {
        TopicKind::Skills => (&people.skills, people.skills_of_everyone(), LabelTopicsParams::skills()),
        TopicKind::DegreeFields => {
            (&people.degree_fields, people.degree_fields_of_everyone(), LabelTopicsParams::degree_fields())
        }
    };
    let table = LabelTable { kind, cleaning, labels, people: &held };
    let fit = fit_label_topics(table, &params, seed, None, None, &|| ());
    let mut out = io::BufWriter::new(io::stdout().lock());
    for text in lines {
        let label = match kind {
            TopicKind::Skills => cleaning.skill(&text),
            TopicKind::DegreeFields => cleaning.degree_field(&text),
        };
        let label = label.unwrap_or_default();
        let topic = fit.topics.assign(&label).map(TopicMatch::topic).filter(|_| !label.is_empty());
        let name = topic.map_or("", |topic| &fit.topics.names[topic as usize]);
        writeln!(out, "{label}\t{name}")?;
    }
    out.flush()
}
