//! Writes synthetic profiles in the formats of exports, to measure reading on files of any size.
//!
//! `write_formats FORM MEGABYTES FILE`: FORM is `jsonl` (the common form), `bright-json` (one array),
//! `bright-jsonl`, `bright-csv` (JSON in cells) or `stack-overflow` (2025's columns). The people are those
//! of `profile_data::sample(1)`; writing ends when the file has that size.

use std::env;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use career_model::Profile;
use serde_json::{Value, json};

const USAGE: &str =
    "usage: write_formats jsonl|bright-json|bright-jsonl|bright-csv|stack-overflow MEGABYTES FILE";

/// A format: the first text, one person, the text between people, and the last text.
struct Form {
    head: String,
    between: &'static str,
    tail: &'static str,
    person: fn(u64, &Profile) -> String,
}

const BRIGHT_COLUMNS: [&str; 8] =
    ["id", "url", "position", "current_company_name", "experience", "education", "certifications", "courses"];

const SURVEY_COLUMNS: [&str; 8] = [
    "ResponseId",
    "EdLevel",
    "WorkExp",
    "YearsCode",
    "DevType",
    "LanguageHaveWorkedWith",
    "DatabaseHaveWorkedWith",
    "Country",
];

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [form, megabytes, file] = arguments.as_slice() else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    let (Some(form), Ok(megabytes)) = (form_called(form), megabytes.parse::<u64>()) else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    match write(&form, megabytes * 1_000_000, file) {
        Ok((people, bytes)) => {
            eprintln!("{people} people, {bytes} bytes in {file}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{file}: cannot be written: {error}");
            ExitCode::FAILURE
        }
    }
}

fn form_called(name: &str) -> Option<Form> {
    let lines = |head: String, person| Form { head, between: "\n", tail: "\n", person };
    Some(match name {
        "jsonl" => lines(String::new(), |_, profile| json!(profile).to_string()),
        "bright-jsonl" => lines(String::new(), |i, profile| Value::Object(bright(i, profile)).to_string()),
        "bright-json" => Form {
            head: "[\n".to_owned(),
            between: ",\n",
            tail: "\n]\n",
            person: |i, profile| Value::Object(bright(i, profile)).to_string(),
        },
        "bright-csv" => lines(format!("{}\n", BRIGHT_COLUMNS.join(",")), bright_row),
        "stack-overflow" => lines(format!("{}\n", SURVEY_COLUMNS.join(",")), survey_row),
        _ => return None,
    })
}

fn write(form: &Form, bytes: u64, file: &str) -> io::Result<(u64, u64)> {
    let mut out = BufWriter::with_capacity(1 << 20, File::create(file)?);
    out.write_all(form.head.as_bytes())?;
    let mut written = form.head.len() as u64;
    let mut people = 0;
    for profile in profile_data::sample(1) {
        if people > 0 {
            out.write_all(form.between.as_bytes())?;
            written += form.between.len() as u64;
        }
        let person = (form.person)(people, &profile);
        out.write_all(person.as_bytes())?;
        written += person.len() as u64;
        people += 1;
        if written >= bytes {
            break;
        }
    }
    out.write_all(form.tail.as_bytes())?;
    out.flush()?;
    Ok((people, written + form.tail.len() as u64))
}

/// Bright Data's record; the months are split between two jobs, the second one grouped.
fn bright(index: u64, profile: &Profile) -> serde_json::Map<String, Value> {
    let months = profile.experience_months.unwrap_or(0);
    let (first, second) = (months / 3, months - months / 3);
    let position = profile.position.as_deref().unwrap_or_default();
    let titled = |titles: &[String]| -> Value {
        if titles.is_empty() {
            return Value::Null;
        }
        titles
            .iter()
            .map(|title| json!({ "title": title, "subtitle": "Sample issuer", "meta": "Issued 2021" }))
            .collect()
    };
    let education: Value = profile
        .degree_fields
        .iter()
        .map(|field| {
            json!({
                "title": "Sample University", "degree": "Bachelor", "field": field,
                "start_year": "2008", "end_year": "2012",
            })
        })
        .collect();
    let experience = json!([
        {
            "title": position, "company": "Sample company", "location": "Sample town",
            "duration_short": duration(second), "description": "Made samples of many things, with care.",
        },
        {
            "title": "Sample employer", "company": "Sample employer", "duration": duration(first),
            "positions": [{ "title": "Junior", "duration_short": duration(first) }],
        },
    ]);
    let fields = json!({
        "id": format!("sample-{index}"),
        "url": format!("https://profiles.example/in/sample-{index}"),
        "position": profile.position,
        "current_company_name": profile.company,
        "experience": if months == 0 { Value::Null } else { experience },
        "education": education,
        "certifications": titled(&profile.certifications),
        "courses": titled(&profile.courses),
    });
    match fields {
        Value::Object(fields) => fields,
        _ => serde_json::Map::new(),
    }
}

fn duration(months: u32) -> String {
    let part = |n: u32, unit: &str| match n {
        0 => None,
        1 => Some(format!("1 {unit}")),
        n => Some(format!("{n} {unit}s")),
    };
    let parts: Vec<String> =
        part(months / 12, "year").into_iter().chain(part(months % 12, "month")).collect();
    if parts.is_empty() { "less than a year".to_owned() } else { parts.join(" ") }
}

fn bright_row(index: u64, profile: &Profile) -> String {
    let fields = bright(index, profile);
    row(BRIGHT_COLUMNS.iter().map(|column| match &fields[*column] {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }))
}

fn survey_row(index: u64, profile: &Profile) -> String {
    let years = profile.experience_months.map(|months| (months / 12).to_string());
    let years = years.unwrap_or_else(|| "NA".to_owned());
    let (languages, databases) = profile.skills.split_at(profile.skills.len() / 2);
    row([
        (index + 1).to_string(),
        "Bachelor’s degree (B.A., B.S., B.Eng., etc.)".to_owned(),
        years.clone(),
        years,
        profile.position.clone().unwrap_or_else(|| "NA".to_owned()),
        languages.join(";"),
        databases.join(";"),
        "Sampleland".to_owned(),
    ])
}

/// A line of CSV, quoted by RFC 4180.
fn row(cells: impl IntoIterator<Item = String>) -> String {
    let quoted = |cell: String| {
        if cell.contains([',', '"', '\n', '\r']) {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            cell
        }
    };
    cells.into_iter().map(quoted).collect::<Vec<_>>().join(",")
}
