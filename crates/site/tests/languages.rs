//! A page speaks the language it says it does: what is English in the catalogue is on no German page.

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

/// A shorter text may be the same in both languages by chance.
const SENTENCE_CHARS: usize = 20;

/// Words that hardly any English text is without, and that no German one has.
const ENGLISH: [&str; 12] =
    ["the", "and", "of", "with", "people", "your", "you", "this", "have", "are", "from", "or"];

/// Pages of a language below its root, as HTML.
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

/// The texts of a language's messages, in parts between arguments and tags.
fn parts(language: Language) -> BTreeSet<String> {
    let prefix = format!("{language}/");
    let mut parts = BTreeSet::new();
    for (_, text) in sources(None).unwrap().into_iter().filter(|(name, _)| name.starts_with(&prefix)) {
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let message = line.split_once('=').map_or(line, |(_, text)| text);
            let variant = message.trim_start().strip_prefix(['[', '*']).and_then(|rest| rest.split_once(']'));
            let text = variant.map_or(message, |(_, text)| text);
            let pieces = text.split(['{', '<']).map(|piece| {
                // What follows an argument or a tag, which itself holds neither sign.
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

/// What a reader sees, without names out of the data: these stand in `<bdi>`, in pictures and in data for machines.
fn read(html: &str) -> String {
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
fn no_page_has_a_sentence_of_the_english_catalogue_in_another_language() {
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
            let said = english.iter().filter(|part| text.contains(part.as_str()));
            found.extend(said.map(|part| format!("{path}: {part}")));
        }
        assert!(found.is_empty(), "{found:#?}");
    }
}

#[test]
fn no_german_page_has_english_words_that_are_in_no_catalogue() {
    let mut found = BTreeSet::new();
    for (path, html) in pages(Language::German) {
        let text = read(&html);
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
fn every_message_is_said_somewhere() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut said = String::new();
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
            said.push_str(&fs::read_to_string(&path).unwrap());
        }
    }
    let templates = sources(None).unwrap().into_iter().filter(|(name, _)| !name.ends_with(".ftl"));
    said.extend(templates.map(|(_, text)| text));
    let mut silent = Vec::new();
    for (file, key) in keys() {
        // Scripts are given such a file as a whole.
        let is_given = file.ends_with("-scripts.ftl");
        let is_said = |key: &str| said.contains(&format!("\"{key}\""));
        // `t(key=key ~ "-hint")`
        let is_composed = || {
            let (stem, last) = key.rsplit_once('-').unwrap_or_default();
            is_said(stem) && said.contains(&format!("~ \"-{last}\""))
        };
        if !is_given && !is_said(&key) && !is_composed() {
            silent.push(format!("{file}: {key}"));
        }
    }
    assert!(silent.is_empty(), "nothing says {silent:#?}");
}
