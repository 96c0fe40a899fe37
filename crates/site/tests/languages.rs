//! Every page is in its own language: no German page has an English message, and every message is used.

#![allow(clippy::unwrap_used, reason = "a test may stop where it fails")]

mod hostile_history;
mod hostile_model;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use hostile_history::hostile_history;
use hostile_model::hostile_model;
use site::pages::{RenderOptions, render_to_memory};
use templates::{Language, sources};

/// Shorter texts may be the same in both languages by chance.
const SENTENCE_CHARS: usize = 20;

/// Words that most English texts have and no German text has.
const ENGLISH: [&str; 12] =
    ["the", "and", "of", "with", "people", "your", "you", "this", "have", "are", "from", "or"];

/// Paths and HTML of a language's pages.
fn pages(language: Language) -> Vec<(String, String)> {
    let root = format!("{language}/");
    let options = RenderOptions {
        base_url: Some("https://example.org".to_owned()),
        history: Some(hostile_history()),
        ..RenderOptions::default()
    };
    let files = render_to_memory(&hostile_model(), &options).unwrap().into_iter();
    let pages = files.filter(|(path, _)| path.starts_with(&root) && path.ends_with(".html"));
    pages.map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap())).collect()
}

/// Texts of a language's messages, split at arguments and tags.
fn parts(language: Language) -> BTreeSet<String> {
    let prefix = format!("{language}/");
    let mut parts = BTreeSet::new();
    for (_, text) in sources(None).unwrap().into_iter().filter(|(name, _)| name.starts_with(&prefix)) {
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let message = line.split_once('=').map_or(line, |(_, text)| text);
            let variant = message.trim_start().strip_prefix(['[', '*']).and_then(|rest| rest.split_once(']'));
            let text = variant.map_or(message, |(_, text)| text);
            let pieces = text.split(['{', '<']).map(|piece| {
                // The text after the end of an argument or a tag; neither contains `}` or `>`.
                piece.rsplit_once(['}', '>']).map_or(piece, |(_, text)| text)
            });
            parts.extend(pieces.map(|piece| piece.trim().to_owned()));
        }
    }
    parts
}

/// Every key of the catalogue, with its file.
fn keys() -> Vec<(String, String)> {
    let catalogue = sources(None).unwrap().into_iter();
    let english = catalogue.filter_map(|(name, text)| Some((name.strip_prefix("en/")?.to_owned(), text)));
    let keys = |(file, text): (String, String)| -> Vec<(String, String)> {
        let lines = text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
        let keys = lines.filter_map(|line| line.split_once(" ="));
        keys.map(|(key, _)| (file.clone(), key.to_owned())).collect()
    };
    english.flat_map(keys).collect()
}

/// The visible text of a page, without names from the data, which are in `<bdi>`, in SVG and in data for
/// programs.
fn visible_text(html: &str) -> String {
    let body = html.split_once("<body>").unwrap().1;
    let mut text = body.to_owned();
    for element in ["bdi", "svg", "script", "code"] {
        let (open, close) = (format!("<{element}"), format!("</{element}>"));
        while let Some(start) = text.find(&open) {
            let end = text[start..].find(&close).unwrap() + start + close.len();
            text.replace_range(start..end, " ");
        }
    }
    let texts = text.split('<').skip(1).map(|part| part.split_once('>').unwrap().1);
    texts.collect::<Vec<_>>().join(" ")
}

#[test]
fn no_page_in_another_language_has_an_english_message() {
    for language in Language::ALL.into_iter().filter(|language| *language != Language::English) {
        let own = parts(language);
        let english: Vec<String> = parts(Language::English)
            .into_iter()
            .filter(|part| part.chars().count() > SENTENCE_CHARS && !own.contains(part))
            .collect();
        assert!(english.len() > 100);
        let mut found = BTreeSet::new();
        for (path, html) in pages(language) {
            let text = html.replace("&#39;", "'").replace("&quot;", "\"").replace("&amp;", "&");
            let shown = english.iter().filter(|part| text.contains(part.as_str()));
            found.extend(shown.map(|part| format!("{path}: {part}")));
        }
        assert!(found.is_empty(), "{found:#?}");
    }
}

#[test]
fn no_german_page_has_english_words() {
    let mut found = BTreeSet::new();
    for (path, html) in pages(Language::German) {
        let text = visible_text(&html);
        let words: BTreeSet<&str> = text.split(|c: char| !c.is_alphanumeric()).collect();
        for word in ENGLISH.iter().filter(|word| words.contains(*word)) {
            let around = text.split_once(&format!(" {word} ")).map_or("", |(before, _)| before);
            let before: String =
                around.chars().rev().take(60).collect::<Vec<_>>().into_iter().rev().collect();
            found.insert(format!("{path}: … {before} {word}"));
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn every_message_is_used() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut code = String::new();
    let mut open: Vec<PathBuf> = [
        "crates/site/src",
        "crates/charts/src",
        "crates/evaluation/src",
        "templates/src",
        "functions/classify/src",
    ]
    .map(|dir| root.join(dir))
    .into();
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else {
            code.push_str(&fs::read_to_string(&path).unwrap());
        }
    }
    let templates = sources(None).unwrap().into_iter().filter(|(name, _)| !name.ends_with(".ftl"));
    code.extend(templates.map(|(_, text)| text));
    let mut unused = Vec::new();
    for (file, key) in keys() {
        // Scripts receive all messages of such a file.
        let is_for_scripts = file.ends_with("-scripts.ftl");
        let is_quoted = |key: &str| code.contains(&format!("\"{key}\""));
        // `t(key=key ~ "-hint")`
        let is_composed = || {
            let (stem, last) = key.rsplit_once('-').unwrap_or_default();
            is_quoted(stem) && code.contains(&format!("~ \"-{last}\""))
        };
        if !is_for_scripts && !is_quoted(&key) && !is_composed() {
            unused.push(format!("{file}: {key}"));
        }
    }
    assert!(unused.is_empty(), "unused messages: {unused:#?}");
}
