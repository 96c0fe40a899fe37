//! `site-gen collect --html`: profiles from saved pages. The pages are invented.

#![allow(clippy::unwrap_used, reason = "a test may panic, in its helping functions too")]

use std::fs;
use std::path::{Path, PathBuf};

use profile_data::{ExperienceRule, YearMonth};
use profile_pages::{CollectedProfile, MAX_PAGE_BYTES, PageError, expand_pages};
use serde_json::{Value, json};

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/saved").join(name)
}

/// Reads a page in January 2026.
fn read_page(path: &Path) -> Result<CollectedProfile, PageError> {
    profile_pages::read_page(path, ExperienceRule::Union, YearMonth::new(2026, 1).unwrap())
}

fn read(name: &str) -> Value {
    serde_json::to_value(read_page(&fixture(name)).unwrap()).unwrap()
}

#[test]
fn a_guest_page_has_a_person_and_courses() {
    let line = read("guest.html");
    assert_eq!(
        line,
        json!({
            "id": line["id"],
            "url": "https://profiles.example/in/kim-sample",
            "position": "Platform engineer",
            "company": "Sample Works",
            "experience_months": 13 + 55,
            "degree_fields": ["Distributed Systems", "Computer Science"],
            "courses": [],
            "certifications": ["Cloud Practice"],
            "skills": ["Rust (Programming Language)", "Kubernetes"],
            "recommended_courses": [
                {"title": "Learning Rust & More", "url": "https://www.linkedin.com/learning/learning-rust"},
                {"title": "Advanced Kubernetes"},
                {"title": "Observability Basics"},
            ],
        })
    );
    assert!(!line.to_string().contains("Kim S"), "the name is not read");
}

#[test]
fn a_signed_in_page_has_only_courses() {
    let line = read("signed_in.html");
    assert_eq!(line["url"], "https://profiles.example/in/lee");
    assert_eq!(line["position"], Value::Null);
    assert_eq!(
        line["recommended_courses"],
        json!([{
            "title": "Docker Grundkurs",
            "url": "https://www.linkedin.com/learning/docker-grundkurs/start"
        }])
    );
}

#[test]
fn in_other_languages_courses_are_found_by_url() {
    let line = read("other_language.html");
    assert_eq!(line["position"], "Ingénieure");
    assert_eq!(line["skills"], json!(["SQL", "dbt"]));
    assert_eq!(
        line["recommended_courses"],
        json!([{"title": "L’essentiel de SQL", "url": "https://fr.linkedin.com/learning/l-essentiel-de-sql"}])
    );
}

#[test]
fn the_id_depends_on_the_url_and_not_on_the_person() {
    let dir = tempfile::tempdir().unwrap();
    let page = |name: &str, job: &str, url: &str| {
        let path = dir.path().join(name);
        let person = json!({"@type": "Person", "name": name, "jobTitle": job, "url": url});
        fs::write(&path, format!("<script type=application/ld+json>{person}</script>")).unwrap();
        read_page(&path).unwrap().profile.id
    };
    let first = page("a.html", "Engineer", "https://profiles.example/in/a");
    assert_eq!(first.len(), 16);
    assert_eq!(page("b.html", "Analyst", "https://profiles.example/in/a?trk=1"), first);
    assert_ne!(page("c.html", "Engineer", "https://profiles.example/in/c"), first);
    assert_ne!(page("d.html", "Engineer", ""), page("e.html", "Analyst", ""));
}

#[test]
fn errors_name_the_file_and_the_problem() {
    let error = read_page(&fixture("login_wall.html")).unwrap_err().to_string();
    assert!(error.contains("login_wall.html: no JSON-LD Person and no course recommendations"), "{error}");
    let dir = tempfile::tempdir().unwrap();
    let broken = dir.path().join("broken.html");
    fs::write(&broken, "<script type=application/ld+json>{</script>").unwrap();
    assert!(matches!(read_page(&broken), Err(PageError::NoProfile { broken: 1, .. })));
    fs::write(&broken, b"<p>\xff").unwrap();
    assert!(matches!(read_page(&broken), Err(PageError::NotUtf8 { byte: 4, .. })));
    fs::File::create(&broken).unwrap().set_len(MAX_PAGE_BYTES + 1).unwrap();
    assert!(matches!(read_page(&broken), Err(PageError::TooLarge { .. })));
    assert!(matches!(read_page(dir.path()), Err(PageError::Io { .. })));
}

#[test]
fn folders_and_globs_are_expanded() {
    let dir = fixture("");
    let names = |paths: &[PathBuf]| -> Vec<String> {
        let files = expand_pages(paths).unwrap();
        files.iter().map(|path| path.file_name().unwrap().to_string_lossy().into_owned()).collect()
    };
    let all = ["guest.html", "login_wall.html", "other_language.html", "signed_in.html"];
    assert_eq!(names(std::slice::from_ref(&dir)), all);
    assert_eq!(names(&[dir.join("*_*.htm?")]), &all[1..]);
    assert!(expand_pages(&[dir.join("*.pdf")]).unwrap_err().to_string().contains("no file matches"));
}
