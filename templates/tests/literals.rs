//! No template says a word of its own: what a visitor reads comes from the catalogue.

#![allow(clippy::unwrap_used, reason = "a test may stop where it fails")]

use templates::sources;

/// Reports for operators are in English and stay so.
const REPORTS: [&str; 2] = ["evaluation.html", "inspect.html"];

/// Attributes that are read or heard, and `content` of those `<meta>` that are.
const SPOKEN: [&str; 5] = ["alt", "aria-label", "aria-roledescription", "placeholder", "title"];

/// The text without every part from `open` to `close`; a space stands in its place.
fn without(text: &str, open: &str, close: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(open) {
        kept.push_str(before);
        kept.push(' ');
        rest = after.split_once(close).unwrap_or_else(|| panic!("{open} without {close}: {after:.80}")).1;
    }
    kept + rest
}

/// Names for machines, and characters by name.
const NO_WORDS: [&str; 2] = ["urn:career-roadmap:changes", "&nbsp;"];

fn has_words(text: &str) -> bool {
    !NO_WORDS.contains(&text.trim()) && text.contains(char::is_alphabetic)
}

/// Words of a template that stand between tags or in an attribute that is spoken.
fn literals(template: &str) -> Vec<String> {
    let mut text = without(template, "{#", "#}");
    for (open, close) in [("{%", "%}"), ("{{", "}}"), ("<!", ">"), ("<?", "?>")] {
        text = without(&text, open, close);
    }
    let mut found = Vec::new();
    for tag in text.split('<').skip(1) {
        let (tag, after) = tag.split_once('>').unwrap();
        for attribute in SPOKEN {
            let value = tag.split(&format!(" {attribute}=\"")).nth(1).and_then(|rest| rest.split('"').next());
            found.extend(value.filter(|value| has_words(value)).map(str::to_owned));
        }
        if tag.starts_with("script") {
            found.extend(json_values(after).filter(|value| has_words(value)).map(str::to_owned));
        } else if has_words(after) {
            found.push(after.trim().to_owned());
        }
    }
    found
}

/// The texts in JSON that are no keys: what a script is given to say.
fn json_values(json: &str) -> impl Iterator<Item = &str> {
    let texts = json.split('"').collect::<Vec<_>>();
    let pairs = texts.windows(2).map(|pair| (pair[0], pair[1])).collect::<Vec<_>>();
    pairs.into_iter().skip(1).step_by(2).filter(|(_, next)| !next.starts_with(':')).map(|(text, _)| text)
}

/// Texts that a template gives to a component or a message: `label="What did you study?"`.
fn given(template: &str) -> Vec<String> {
    let template = without(template, "{#", "#}");
    let mut found = Vec::new();
    for call in template.split("{{").skip(1).filter_map(|rest| rest.split("}}").next()) {
        let texts = call.split('"').skip(1).step_by(2);
        let is_word = |text: &&str| text.contains(' ') || text.starts_with(|c: char| c.is_uppercase());
        found.extend(texts.filter(is_word).map(str::to_owned));
    }
    found
}

#[test]
fn what_a_visitor_reads_is_in_the_catalogue() {
    let (mut read, mut said) = (0, Vec::new());
    for (name, template) in sources(None).unwrap() {
        if name.ends_with(".ftl") || REPORTS.contains(&name.as_str()) {
            continue;
        }
        read += 1;
        let words = literals(&template).into_iter().chain(given(&template));
        said.extend(words.map(|words| format!("{name}: {words}")));
    }
    assert!(said.is_empty(), "without t(): {said:#?}");
    assert!(read > 10);
}

#[test]
fn words_outside_the_catalogue_are_found() {
    let template = "{# A comment #}<p class=\"note\" title=\"A hint\">\
                    {{ t(key=\"x\") }} of <b>7</b> people</p>\
                    {{ <field label=\"Your name\" kind=\"skill\" /> }}{% if a == \"B c\" %}<br>{% endif %}";
    assert_eq!(literals(template), ["A hint", "of", "people"]);
    assert_eq!(literals("<script>{\"done\":\"Done\",\"n\":[\"{{ t(key=\"n\") }}\"]}</script>"), ["Done"]);
    assert_eq!(given(template), ["Your name"]);
}
