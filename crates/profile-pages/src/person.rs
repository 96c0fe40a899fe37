//! The JSON-LD `Person` of a page (vocabulary: schema.org/Person).

use profile_data::{Job, YearMonth};
use serde_json::Value;

use crate::courses::one_line;
use crate::tree::Tree;

/// Deepest nesting at which a `Person` is found.
const MAX_DEPTH: usize = 8;
/// Most strings of a kind.
const MAX_ITEMS: usize = 500;

/// schema.org's types of schools.
const SCHOOLS: [&str; 4] = ["EducationalOrganization", "CollegeOrUniversity", "School", "HighSchool"];

/// The person of a page. The name is not read.
#[derive(Debug, Default)]
pub(super) struct Person {
    pub(super) url: Option<String>,
    pub(super) position: Option<String>,
    pub(super) company: Option<String>,
    pub(super) jobs: Vec<Job>,
    pub(super) degree_fields: Vec<String>,
    pub(super) courses: Vec<String>,
    pub(super) certifications: Vec<String>,
    pub(super) skills: Vec<String>,
}

/// The outcome of the search for a `Person`.
pub(super) struct PersonSearch {
    pub(super) person: Option<Person>,
    /// JSON-LD scripts that are not valid JSON.
    pub(super) broken: usize,
}

/// The person of the page: the one with the page's URL, or the first one.
pub(super) fn person(tree: &Tree, page_url: Option<&str>, as_of: YearMonth) -> PersonSearch {
    let mut found = Vec::new();
    let mut broken = 0;
    for id in tree.ids().filter(|&id| tree.element(id).name == "script") {
        let kind = tree.element(id).attribute("type").unwrap_or_default();
        let kind = kind.split(';').next().unwrap_or_default().trim();
        if !kind.eq_ignore_ascii_case("application/ld+json") {
            continue;
        }
        match serde_json::from_str::<Value>(tree.text(id).trim()) {
            Ok(document) => gather(&document, as_of, 0, &mut found),
            Err(_) => broken += 1,
        }
    }
    let own = found.iter().position(|person| person.url.is_some() && person.url.as_deref() == page_url);
    let person = if found.is_empty() { None } else { Some(found.swap_remove(own.unwrap_or(0))) };
    PersonSearch { person, broken }
}

fn gather(value: &Value, as_of: YearMonth, depth: usize, found: &mut Vec<Person>) {
    if depth > MAX_DEPTH || found.len() >= MAX_ITEMS {
        return;
    }
    match value {
        Value::Array(items) => items.iter().for_each(|item| gather(item, as_of, depth + 1, found)),
        Value::Object(_) if is_a(value, "Person") => found.push(read(value, as_of)),
        Value::Object(map) => {
            for key in ["@graph", "mainEntity"] {
                if let Some(inner) = map.get(key) {
                    gather(inner, as_of, depth + 1, found);
                }
            }
        }
        _ => {}
    }
}

fn read(node: &Value, as_of: YearMonth) -> Person {
    let mut person = Person {
        url: ["sameAs", "url", "@id"].iter().find_map(|key| each(&node[key]).find_map(web_url)),
        position: first(&node["jobTitle"]).or_else(|| first(&node["hasOccupation"])),
        company: first(&node["worksFor"]),
        jobs: jobs(node, as_of),
        ..Person::default()
    };
    for knows in each(&node["knowsAbout"]).chain(each(&node["skills"])) {
        add(&mut person.skills, label(knows));
    }
    for occupation in each(&node["hasOccupation"]) {
        // schema.org allows one string with commas here.
        for skills in each(&occupation["skills"]) {
            for skill in label(skills).unwrap_or_default().split(',') {
                add(&mut person.skills, clean(skill));
            }
        }
    }
    for credential in each(&node["hasCredential"]) {
        read_credential(credential, &mut person);
    }
    for school in each(&node["alumniOf"]) {
        // A school has no subject, but its department or the person's role in it may have one.
        for key in ["department", "fieldOfStudy"] {
            each(&school[key]).for_each(|part| add(&mut person.degree_fields, label(part)));
        }
    }
    person
}

/// Current and past jobs, with the dates of the person's roles; schools are not jobs.
fn jobs(node: &Value, as_of: YearMonth) -> Vec<Job> {
    let organizations = each(&node["worksFor"]).chain(each(&node["alumniOf"]));
    let is_school = |organization: &Value| SCHOOLS.iter().any(|school| is_a(organization, school));
    let employers = organizations.filter(|organization| !is_school(organization));
    let roles = employers.flat_map(|employer| each(&employer["member"]));
    roles.map(|role| job(role, as_of)).collect()
}

fn job(role: &Value, as_of: YearMonth) -> Job {
    // Years are often numbers instead of strings.
    let date = |key: &str| match &role[key] {
        Value::Number(year) => Some(year.to_string()),
        other => other.as_str().map(str::to_owned),
    };
    // A role without a start date has an unknown duration.
    date("startDate")
        .map_or(Job::Unknown, |start| Job::from_texts(Some(&start), date("endDate").as_deref(), None, as_of))
}

fn read_credential(credential: &Value, person: &mut Person) {
    let category = each(&credential["credentialCategory"]).find_map(label).unwrap_or_default().to_lowercase();
    let mut about = each(&credential["about"]).filter_map(label).peekable();
    if ["degree", "diploma", "bachelor", "master", "doctor"].iter().any(|word| category.contains(word)) {
        if about.peek().is_some() {
            about.for_each(|field| add(&mut person.degree_fields, Some(field)));
        } else {
            add(&mut person.degree_fields, label(credential));
        }
    } else if category.contains("course") || is_a(credential, "Course") {
        add(&mut person.courses, label(credential));
    } else {
        add(&mut person.certifications, label(credential));
    }
}

fn is_a(node: &Value, name: &str) -> bool {
    each(&node["@type"])
        .any(|kind| kind.as_str().is_some_and(|kind| kind.rsplit(['/', '#', ':']).next() == Some(name)))
}

/// The values of a list, or a single value: JSON-LD omits the list around a single value.
fn each(value: &Value) -> impl Iterator<Item = &Value> {
    let (one, many) = match value {
        Value::Null => (None, [].as_slice()),
        Value::Array(items) => (None, items.as_slice()),
        other => (Some(other), [].as_slice()),
    };
    one.into_iter().chain(many).take(MAX_ITEMS)
}

fn first(value: &Value) -> Option<String> {
    each(value).find_map(label)
}

/// A string, or the name of an object.
fn label(value: &Value) -> Option<String> {
    let text = value.as_str().or_else(|| value["name"].as_str()).or_else(|| value["@value"].as_str())?;
    clean(text)
}

/// The text on one line; `None` if it is empty, or masked with asterisks, as in guest pages.
fn clean(text: &str) -> Option<String> {
    let line = one_line(text);
    let masked = line.contains("***") || line.chars().all(|c| matches!(c, '*' | ' ' | '-' | '.' | ','));
    (!line.is_empty() && !masked).then_some(line)
}

fn add(items: &mut Vec<String>, item: Option<String>) {
    if let Some(item) = item
        && items.len() < MAX_ITEMS
        && !items.contains(&item)
    {
        items.push(item);
    }
}

fn web_url(value: &Value) -> Option<String> {
    without_query(value.as_str()?)
}

/// A web URL without query and fragment; `None` for other texts.
pub(super) fn without_query(text: &str) -> Option<String> {
    let text = text.trim();
    let text = &text[..text.find(['?', '#']).unwrap_or(text.len())];
    let scheme = text.split_once("://")?.0;
    let is_web = scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http");
    let plain = !text.contains(|c: char| c.is_control() || c.is_whitespace()) && text.len() <= 2_000;
    (is_web && plain).then(|| text.to_owned())
}
