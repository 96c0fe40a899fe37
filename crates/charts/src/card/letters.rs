//! Letters: outlines from a table (`letters/README.md`), and text that is measured, cut and broken into lines.

use std::collections::HashMap;
use std::sync::LazyLock;

use tiny_skia::{Path, PathBuilder, Transform};

use super::path_data::path;

/// The most characters of a text that are looked at.
const LONGEST: usize = 300;
const ELLIPSIS: char = '…';

/// For titles: Literata SemiBold.
pub(super) static SERIF: LazyLock<Typeface> =
    LazyLock::new(|| Typeface::new(include_str!("letters/serif.tsv")));
/// For everything else: Inter Medium.
pub(super) static SANS: LazyLock<Typeface> =
    LazyLock::new(|| Typeface::new(include_str!("letters/sans.tsv")));

/// The letters of a font.
pub(super) struct Typeface {
    units: f32,
    letters: HashMap<char, Letter>,
    kerning: HashMap<(char, char), f32>,
}

struct Letter {
    advance: f32,
    /// Absent for spaces.
    outline: Option<Path>,
}

/// Lines of a text, and the size they are set in.
#[derive(Debug, PartialEq)]
pub(super) struct Lines {
    pub(super) lines: Vec<String>,
    pub(super) size: f32,
}

impl Typeface {
    /// The table's rows: name, units and height of capitals; letter, advance and outline; two letters and their kerning.
    fn new(table: &str) -> Typeface {
        let mut face = Typeface { units: 1000.0, letters: HashMap::new(), kerning: HashMap::new() };
        for (place, row) in table.lines().enumerate() {
            let mut cells = row.split('\t');
            let name = cells.next().unwrap_or_default();
            let number = cells.next().and_then(|cell| cell.parse::<f32>().ok()).unwrap_or_default();
            let mut letters = name.chars();
            match (letters.next(), letters.next(), place) {
                (_, _, 0) => face.units = number,
                (Some(letter), None, _) => {
                    let outline = cells.next().and_then(path);
                    face.letters.insert(letter, Letter { advance: number, outline });
                }
                (Some(left), Some(right), _) => {
                    face.kerning.insert((left, right), number);
                }
                (None, ..) => {}
            }
        }
        face
    }

    /// The text in letters that there are: one line, other scripts in Latin letters, what is no letter left out.
    pub(super) fn spell(&self, text: &str) -> String {
        let mut spelled = String::new();
        let mut push = |letter: char| {
            if self.letters.contains_key(&letter) && !letter.is_whitespace() {
                spelled.push(letter);
            } else if letter.is_whitespace() && !spelled.is_empty() && !spelled.ends_with(' ') {
                spelled.push(' ');
            }
        };
        for letter in text.chars().take(LONGEST) {
            if letter.is_whitespace() || self.letters.contains_key(&letter) {
                push(letter);
            } else if letter.is_alphabetic() {
                deunicode::deunicode_char(letter).unwrap_or_default().chars().for_each(&mut push);
            }
        }
        spelled.truncate(spelled.trim_end().len());
        spelled
    }

    /// The length of a text.
    pub(super) fn length(&self, text: &str, size: f32) -> f32 {
        self.set(text).last().map_or(0.0, |(letter, at)| (at + letter.advance) * size / self.units)
    }

    /// The outlines of a text that begins at a point of the line it stands on.
    pub(super) fn outline(&self, text: &str, size: f32, x: f32, y: f32) -> Option<Path> {
        let scale = size / self.units;
        let mut whole = PathBuilder::new();
        for (letter, at) in self.set(text) {
            if let Some(outline) = &letter.outline {
                let place = Transform::from_row(scale, 0.0, 0.0, scale, x + at * scale, y);
                whole.push_path(&outline.clone().transform(place)?);
            }
        }
        whole.finish()
    }

    /// Letters and where they begin, in the font's units.
    fn set(&self, text: &str) -> impl Iterator<Item = (&Letter, f32)> {
        let mut at = 0.0;
        let mut before = None;
        text.chars().filter_map(move |letter| {
            let there = self.letters.get(&letter)?;
            let kerning = before.and_then(|left| self.kerning.get(&(left, letter))).unwrap_or(&0.0);
            let begins = at + kerning;
            at = begins + there.advance;
            before = Some(letter);
            Some((there, begins))
        })
    }

    /// The text, cut with an ellipsis where it is longer than `width`.
    pub(super) fn cut(&self, text: &str, size: f32, width: f32) -> String {
        if self.length(text, size) <= width {
            return text.to_owned();
        }
        let mut kept = text.to_owned();
        while kept.pop().is_some() {
            let cut = format!("{}{ELLIPSIS}", kept.trim_end());
            if self.length(&cut, size) <= width {
                return cut;
            }
        }
        String::new()
    }

    /// The text in the first size in which it has no more lines than that size may; in the last one it is cut.
    pub(super) fn fit(&self, text: &str, sizes: &[(f32, usize)], width: f32) -> Lines {
        let fits = |&&(size, most): &&(f32, usize)| {
            let lines = self.lines(text, size, width);
            lines.len() <= most && lines.iter().all(|line| self.length(line, size) <= width)
        };
        let Some(&(size, _)) = sizes.iter().find(fits) else {
            let (size, most) = sizes.last().copied().unwrap_or((16.0, 1));
            let mut lines = self.lines(text, size, width);
            if lines.len() > most {
                let rest = lines.split_off(most.saturating_sub(1)).join(" ");
                lines.push(rest);
            }
            return Lines { lines: lines.iter().map(|line| self.cut(line, size, width)).collect(), size };
        };
        // As even as they can be without one line more.
        let count = self.lines(text, size, width).len();
        let narrower = (0..40).map(|step| width * (1.0 - step as f32 / 80.0));
        let even = narrower.map(|width| self.lines(text, size, width)).take_while(|lines| {
            lines.len() == count && lines.iter().all(|line| self.length(line, size) <= width)
        });
        Lines { lines: even.last().unwrap_or_default(), size }
    }

    /// As much on each line as there is room for. A sign between words does not begin a line.
    fn lines(&self, text: &str, size: f32, width: f32) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for word in text.split(' ').filter(|word| !word.is_empty()) {
            let is_sign = !word.chars().any(char::is_alphanumeric);
            match lines.last_mut() {
                Some(line) if is_sign || self.length(&format!("{line} {word}"), size) <= width => {
                    line.push(' ');
                    line.push_str(word);
                }
                _ => lines.push(word.to_owned()),
            }
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn both_tables_are_read_to_the_end() {
        for face in [&*SERIF, &*SANS] {
            assert!(face.letters.len() > 600, "{} letters", face.letters.len());
            assert!(face.kerning.len() > 2_000, "{} pairs", face.kerning.len());
            let without = face.letters.iter().filter(|(_, letter)| letter.outline.is_none());
            assert!(without.clone().count() <= 4, "{:?}", without.map(|(c, _)| c).collect::<Vec<_>>());
        }
    }

    #[test]
    fn scripts_that_are_not_there_are_spelled_in_latin() {
        assert_eq!(SANS.spell("  Γνώση,\tЗнание\n і  Größe "), "Γνώση, Знание і Größe");
        assert_eq!(SANS.spell("机器学习"), "Ji Qi Xue Xi");
        assert_eq!(SANS.spell("🚀 Data\u{202e} \u{0}Sci\u{301}ence 🎉"), "Data Science");
        assert_eq!(SANS.spell("🚀🎉"), "");
        assert!(!SANS.spell("مهارة").is_empty());
    }

    #[test]
    fn kerning_and_advances_add_up() {
        assert!(SERIF.length("AV", 10.0) < SERIF.length("A", 10.0) + SERIF.length("V", 10.0));
        assert!((SANS.length("nn", 10.0) - 2.0 * SANS.length("n", 10.0)).abs() < 1e-3);
        assert_eq!(SANS.length("", 10.0), 0.0);
    }

    #[test]
    fn lines_are_even_and_no_sign_begins_one() {
        let two = SERIF.fit("Machine Learning · Databases", &[(64.0, 3), (48.0, 3)], 640.0);
        assert_eq!(two, Lines { lines: vec!["Machine Learning ·".into(), "Databases".into()], size: 64.0 });
    }

    proptest! {
        #[test]
        fn any_text_stays_within_its_bounds(text in "\\PC{0,40}( \\PC{0,60}){0,12}", width in 60.0..600.0_f32) {
            let spelled = SERIF.spell(&text);
            let Lines { lines, size } = SERIF.fit(&spelled, &[(64.0, 3), (48.0, 3), (40.0, 3)], width);
            prop_assert!(lines.len() <= 3);
            for line in &lines {
                prop_assert!(SERIF.length(line, size) <= width, "{line}");
            }
            let cut = SERIF.cut(&spelled, 26.0, width);
            prop_assert!(SERIF.length(&cut, 26.0) <= width);
        }
    }
}
