//! Checks the length of lines, so that files fit beside each other on a screen.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::structure::finding::Finding;

/// Files of code, by extension. HTML is exempt: a line break in a template is a line break in the rendered
/// page.
const CODE: [&str; 9] = ["css", "js", "mjs", "py", "rs", "sh", "tf", "toml", "yml"];

/// Fluent catalogues: comments are limited like code. Messages are exempt: a line break in a message is a
/// line break in the rendered text.
const FLUENT: &str = "ftl";

/// The longest line of code, in characters.
const CODE_WIDTH: usize = 110;

/// The longest line of Markdown, in characters.
const MARKDOWN_WIDTH: usize = 120;

/// Folders of files that nobody writes by hand: expected outputs, and copies of other people's code.
const NOT_BY_HAND: [&str; 2] = ["golden", "vendor"];

/// The findings about all files, which are relative to the repository.
pub(crate) fn check(root: &Path, files: &[PathBuf]) -> Result<Vec<Finding>> {
    let mut findings = Vec::new();
    for file in files.iter().filter(|file| !is_generated(file)) {
        let Some(kind) = Kind::of(file) else { continue };
        let text = fs::read_to_string(root.join(file)).with_context(|| file.display().to_string())?;
        for (line, length) in kind.long_lines(&text) {
            let message = format!("{length} characters; break the line at {} or before", kind.width());
            findings.push(Finding { file: file.clone(), line, message });
        }
    }
    Ok(findings)
}

fn is_generated(file: &Path) -> bool {
    file.iter().any(|part| NOT_BY_HAND.iter().any(|name| part == *name))
}

#[derive(Clone, Copy, Debug)]
enum Kind {
    Code,
    Fluent,
    Markdown,
}

impl Kind {
    fn of(file: &Path) -> Option<Kind> {
        let extension = file.extension()?.to_str()?;
        match extension {
            "md" => Some(Kind::Markdown),
            FLUENT => Some(Kind::Fluent),
            code => CODE.contains(&code).then_some(Kind::Code),
        }
    }

    fn width(self) -> usize {
        match self {
            Kind::Code | Kind::Fluent => CODE_WIDTH,
            Kind::Markdown => MARKDOWN_WIDTH,
        }
    }

    /// The lines that are too long and can be broken: their numbers from 1, and their lengths in characters.
    fn long_lines(self, text: &str) -> impl Iterator<Item = (usize, usize)> {
        text.lines().enumerate().filter_map(move |(index, line)| {
            let length = line.chars().count();
            let too_long = length > self.width()
                && match self {
                    Kind::Code => true,
                    Kind::Fluent => line.starts_with('#'),
                    Kind::Markdown => markdown_breaks(line),
                };
            too_long.then_some((index + 1, length))
        })
    }
}

/// Whether a line of Markdown can be broken. Rows of tables, headings with links, and lines that are one link
/// or one piece of code cannot.
fn markdown_breaks(line: &str) -> bool {
    let text = line.trim_start();
    let heading_with_link = text.starts_with('#') && text.contains("](");
    !text.starts_with('|') && !heading_with_link && has_space_between_tokens(without_marker(text))
}

/// What follows the markers of quotes and list items.
fn without_marker(text: &str) -> &str {
    let is_number = |marker: &str| {
        let digits = marker.strip_suffix('.').unwrap_or_default();
        !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    let marked = text.split_once(' ');
    let marked = marked.filter(|(marker, _)| ["-", "*", "+", ">"].contains(marker) || is_number(marker));
    marked.map_or(text, |(_, rest)| without_marker(rest.trim_start()))
}

/// Whether there is a space outside code spans and links.
fn has_space_between_tokens(text: &str) -> bool {
    let (mut in_code, mut brackets, mut before) = (false, 0_usize, ' ');
    for c in text.trim_end().chars() {
        match c {
            '`' => in_code = !in_code,
            '[' if !in_code => brackets += 1,
            '(' if !in_code && before == ']' => brackets += 1,
            ']' | ')' if !in_code => brackets = brackets.saturating_sub(1),
            ' ' if !in_code && brackets == 0 => return true,
            _ => {}
        }
        before = c;
    }
    false
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::PathBuf;

    use super::{check, markdown_breaks};

    #[test]
    fn long_lines_are_counted_in_characters_and_by_the_kind_of_file() {
        let root = tempfile::tempdir().expect("a folder");
        fs::create_dir_all(root.path().join("golden")).expect("made");
        let fits = "ä".repeat(110);
        let names = ["a.rs", "a.md", "a.csv", "golden/a.js", "b.mjs"].map(PathBuf::from);
        for name in &names {
            let long = "ä ".repeat(61);
            fs::write(root.path().join(name), format!("{fits}\n{long}\n")).expect("written");
        }
        let findings = check(root.path(), &names).expect("readable");
        let shown: Vec<String> = findings.iter().map(ToString::to_string).collect();
        assert_eq!(
            shown,
            [
                "a.rs:2: 122 characters; break the line at 110 or before",
                "a.md:2: 122 characters; break the line at 120 or before",
                "b.mjs:2: 122 characters; break the line at 110 or before",
            ]
        );
    }

    #[test]
    fn text_of_pages_is_exempt_and_comments_between_it_are_not() {
        let root = tempfile::tempdir().expect("a folder");
        let names = ["a.html", "a.ftl"].map(PathBuf::from);
        for name in &names {
            let words = "word ".repeat(30);
            fs::write(root.path().join(name), format!("key = {words}\n# {words}\n")).expect("written");
        }
        let findings = check(root.path(), &names).expect("readable");
        let [finding] = findings.as_slice() else { panic!("{findings:?}") };
        assert_eq!(finding.to_string(), "a.ftl:2: 152 characters; break the line at 110 or before");
    }

    #[test]
    fn what_cannot_be_broken_in_markdown_is_let_through() {
        for line in [
            "| a | table |",
            "## With a [link](https://example.org)",
            "- [a link with words](https://example.org)",
            "  > 1. `cargo run -- with many words`",
            "<https://example.org>",
        ] {
            assert!(!markdown_breaks(line), "{line}");
        }
        for line in
            ["some words", "## Some words", "- see [a link](https://example.org)", "`a` b", "2 b", "(a b)"]
        {
            assert!(markdown_breaks(line), "{line}");
        }
    }
}
