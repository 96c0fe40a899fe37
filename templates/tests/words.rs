//! The catalogues hold together: the same messages in every language, and every message that a template asks
//! for.

#![allow(clippy::unwrap_used, reason = "a test may stop where it fails")]

use std::collections::{BTreeMap, BTreeSet};

use templates::{Language, sources};

/// File and key → the message's text.
type Messages = BTreeMap<(String, String), String>;

fn messages(language: Language) -> Messages {
    let prefix = format!("{language}/");
    let mut messages = Messages::new();
    for (name, text) in sources(None).unwrap() {
        let Some(file) = name.strip_prefix(&prefix) else { continue };
        let resource = fluent_syntax::parser::parse(text.as_str());
        assert!(resource.is_ok(), "{name}: {:?}", resource.unwrap_err().1);
        let mut key = None;
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if line.starts_with(|c: char| c.is_ascii_lowercase()) {
                key = line.split_once(" =").map(|(key, _)| key.to_owned());
            }
            let Some(key) = &key else { continue };
            let text = messages.entry((file.to_owned(), key.clone())).or_default();
            text.push_str(line);
            text.push('\n');
        }
    }
    messages
}

/// What stands behind a sign, as long as it is of a name.
fn names_behind(text: &str, sign: char) -> BTreeSet<&str> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '/');
    let parts = text.split(sign).skip(1);
    parts.map(|part| part.split(|c| !is_name(c)).next().unwrap()).filter(|name| !name.is_empty()).collect()
}

#[test]
fn every_language_has_the_same_messages_with_the_same_arguments_and_elements() {
    let english = messages(Language::English);
    for language in Language::ALL {
        let other = messages(language);
        let (keys, others): (BTreeSet<_>, BTreeSet<_>) = (english.keys().collect(), other.keys().collect());
        let missing: Vec<_> = keys.symmetric_difference(&others).collect();
        assert!(missing.is_empty(), "{language} and English differ in {missing:?}");
        for (key, text) in &english {
            for sign in ['$', '<'] {
                let (own, others) = (names_behind(text, sign), names_behind(&other[key], sign));
                assert_eq!(own, others, "{language}: {key:?} has other {sign} than in English");
            }
        }
    }
}

#[test]
fn a_key_is_in_one_file_only() {
    let mut files = BTreeMap::new();
    for (file, key) in messages(Language::English).into_keys() {
        if let Some(first) = files.insert(key.clone(), file.clone()) {
            panic!("{key} is in {first} and in {file}");
        }
    }
}

#[test]
fn what_templates_say_is_in_the_catalogue_and_has_its_arguments() {
    let messages: BTreeMap<String, String> =
        messages(Language::English).into_iter().map(|((_, key), text)| (key, text)).collect();
    for (name, text) in sources(None).unwrap().into_iter().filter(|(name, _)| !name.ends_with(".ftl")) {
        for call in text.split("t(key=\"").skip(1) {
            let (key, rest) = call.split_once('"').unwrap();
            let message =
                messages.get(key).unwrap_or_else(|| panic!("{name} says {key}, which is not there"));
            // Up to where the call ends: no argument of ours holds a closing brace.
            let given = rest.split("}}").next().unwrap();
            for variable in names_behind(message, '$') {
                assert!(given.contains(&format!("{variable}=")), "{name}: {key} is not given {variable}");
            }
        }
    }
}
