//! The report as a self-contained HTML file.

use anyhow::Result;
use serde::Serialize;
use site::views::share::ShareView;
use templates::english::{grouped, percent, plural};
use templates::{Chrome, Language, Words, templates};
use tera::Context;

use crate::inspect::chart::Chart;
use crate::inspect::report::{ListReport, Report, selected, words};

/// The data of the template; numbers are formatted.
#[derive(Debug, Serialize)]
struct ReportView {
    title: String,
    profiles: String,
    rejected: String,
    /// How many records are how many people, if some people have several.
    repeated: Option<String>,
    /// The format of all files; `None` if they differ.
    format: Option<&'static str>,
    selected: Option<String>,
    files: Vec<FileView>,
    fields: Vec<ShareView>,
    lists: Vec<ListView>,
    experience_people: String,
    experience_median: String,
    experience_longest: String,
    /// `person` or `people`.
    experience_word: &'static str,
    levels: Vec<ShareView>,
    chart: Option<Chart>,
    reasons: Vec<ReasonView>,
}

#[derive(Debug, Serialize)]
struct FileView {
    name: String,
    format: &'static str,
    profiles: String,
    rejected: String,
}

#[derive(Debug, Serialize)]
struct ListView {
    title: String,
    strings: String,
    distinct: String,
    seen_once: String,
    median: String,
    longest: String,
    commonest: Vec<ShareView>,
    left_out: String,
}

#[derive(Debug, Serialize)]
struct ReasonView {
    reason: String,
    records: String,
    first: String,
}

impl Report {
    /// The report as a self-contained page in the style of the site.
    ///
    /// # Errors
    /// A template that does not render: a bug.
    pub fn to_html(&self) -> Result<String> {
        let mut context = Context::new();
        context.insert("chrome", &Chrome::inlined());
        context.insert("report", &ReportView::new(self));
        Ok(templates(None, templates::Language::English)?.render("inspect.html", &context)?)
    }
}

impl ReportView {
    fn new(report: &Report) -> ReportView {
        let title = match report.files.as_slice() {
            [file] => file.name.clone(),
            files => format!("{} files", grouped(files.len() as u64)),
        };
        let fields = report.fields.iter();
        let experience = &report.experience;
        ReportView {
            title,
            profiles: grouped(report.profiles),
            rejected: grouped(report.rejected),
            format: one_format(report),
            repeated: report.records_of_people(),
            selected: report.selection.as_ref().map(selected),
            files: report
                .files
                .iter()
                .map(|file| FileView {
                    name: file.name.clone(),
                    format: file.format,
                    profiles: grouped(file.profiles(report.selection.is_some())),
                    rejected: grouped(file.rejected),
                })
                .collect(),
            fields: fields
                .map(|field| share(&title_of(field.field), field.people, report.profiles))
                .collect(),
            lists: report
                .lists
                .iter()
                .filter(|list| list.people > 0)
                .map(|list| ListView::new(list, report.profiles))
                .collect(),
            experience_people: grouped(experience.people),
            experience_median: experience.median_months.to_string(),
            experience_longest: grouped(experience.longest_months.into()),
            experience_word: plural(experience.people, "person", "people"),
            levels: experience
                .levels
                .named()
                .map(|(level, people)| share(&title_of(&level), people, experience.people))
                .into(),
            chart: Chart::new(experience),
            reasons: report
                .reasons
                .iter()
                .map(|reason| ReasonView {
                    reason: reason.reason.clone(),
                    records: grouped(reason.records),
                    first: reason.first.clone(),
                })
                .collect(),
        }
    }
}

impl ListView {
    fn new(list: &ListReport, profiles: u64) -> ListView {
        let at_least = if list.distinct_is_at_least { "at least " } else { "" };
        ListView {
            title: title_of(list.field),
            strings: grouped(list.strings),
            distinct: format!("{at_least}{}", grouped(list.distinct)),
            seen_once: percent(list.seen_once, list.distinct),
            median: list.median_length.to_string(),
            longest: grouped(list.max_length),
            commonest: list
                .commonest
                .iter()
                .map(|common| share(&common.text, common.people, profiles))
                .collect(),
            left_out: list.left_out(),
        }
    }
}

fn one_format(report: &Report) -> Option<&'static str> {
    let first = report.files.first()?.format;
    report.files.iter().all(|file| file.format == first).then_some(first)
}

fn share(name: &str, people: u64, of: u64) -> ShareView {
    ShareView::new(&Words::of(Language::English), name, u32::try_from(people).unwrap_or(u32::MAX), of)
}

/// A field's key as a title: `Degree fields`, but `ID` and `URL`.
fn title_of(field: &str) -> String {
    let words = words(field);
    if matches!(field, "id" | "url") {
        return words.to_uppercase();
    }
    let mut chars = words.chars();
    chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
}
