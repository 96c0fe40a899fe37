//! Rendering into a folder, and with custom templates.

#![allow(clippy::unwrap_used, reason = "a test may stop where it fails")]

mod files;
mod hostile_model;

use std::fs;

use files::{files_below, options};
use hostile_model::hostile_model;
use site::pages::{RenderOptions, render, render_to_memory};

#[test]
fn custom_templates_replace_embedded_ones_by_name() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("404.html"), "gone: {{ page.title }}").unwrap();
    let options = RenderOptions { templates: Some(dir.path().to_owned()), ..RenderOptions::default() };
    let files = render_to_memory(&hostile_model(), &options).unwrap();
    assert_eq!(files["404.html"], b"gone: Page not found");
    let embedded = render_to_memory(&hostile_model(), &self::options(None)).unwrap();
    assert!(files["index.html"] == embedded["index.html"]);

    fs::write(dir.path().join("404.html"), "one\n{% if %}\n").unwrap();
    let error = format!("{:#}", render_to_memory(&hostile_model(), &options).unwrap_err());
    assert!(error.contains("404.html:2:"), "{error}");
    // An unknown variable is an error with its line, too.
    fs::write(dir.path().join("404.html"), "one\ntwo {{ unknown }}\n").unwrap();
    let error = format!("{:#}", render_to_memory(&hostile_model(), &options).unwrap_err());
    assert!(error.contains("404.html:2:"), "{error}");
}

#[test]
fn a_folder_is_replaced_completely_or_not_at_all() {
    let model = hostile_model();
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("a/site");
    let report = render(&model, &out, &options(None)).unwrap();
    let written = files_below(&out);
    assert_eq!(written.len(), report.files + 1, "all files and the marker");

    // A rendered site is replaced, including files that are not part of it.
    fs::write(out.join("stale.html"), "old").unwrap();
    assert_eq!(render(&model, &out, &options(None)).unwrap(), report);
    assert_eq!(files_below(&out), written);
    assert_eq!(fs::read_dir(out.parent().unwrap()).unwrap().count(), 1, "no folder is left beside it");

    // Any other folder is left untouched.
    let other = dir.path().join("thesis");
    fs::create_dir(&other).unwrap();
    fs::write(other.join("chapter-1.txt"), "years of work").unwrap();
    let error = render(&model, &other, &options(None)).unwrap_err();
    assert!(error.to_string().contains("empty folder"), "{error}");
    assert_eq!(fs::read_to_string(other.join("chapter-1.txt")).unwrap(), "years of work");
    let error = render(&model, &other.join("chapter-1.txt"), &options(None)).unwrap_err();
    assert!(error.to_string().contains("is a file"), "{error}");

    // If a template is wrong, the old site stays.
    let templates = tempfile::tempdir().unwrap();
    fs::write(templates.path().join("base.html"), "{% block %}").unwrap();
    let broken = RenderOptions { templates: Some(templates.path().to_owned()), ..RenderOptions::default() };
    render(&model, &out, &broken).unwrap_err();
    assert_eq!(files_below(&out), written);
}
