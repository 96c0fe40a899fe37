//! Typefaces: outlines of glyphs from a table (see `letters/README.md`), and text that is measured, truncated
//! and wrapped.

use std::collections::HashMap;
use std::sync::LazyLock;

use tiny_skia::{Path, PathBuilder, Transform};

use super::path_data::path;

/// Characters of a text beyond these are ignored.
const MAX_CHARS: usize = 300;
const ELLIPSIS: char = '…';

/// For titles: Literata SemiBold.
pub(super) static SERIF: LazyLock<Typeface> =
    LazyLock::new(|| Typeface::new(include_str!("letters/serif.tsv")));
/// For everything else: Inter Medium.
pub(super) static SANS: LazyLock<Typeface> =
    LazyLock::new(|| Typeface::new(include_str!("letters/sans.tsv")));

/// A font's glyphs, advances and kerning, in units of 1 / `units` of the font size.
pub(super) struct Typeface {
    units: f32,
    glyphs: HashMap<char, Glyph>,
    kerning: HashMap<(char, char), f32>,
}

struct Glyph {
    advance: f32,
    /// Absent for spaces.
    outline: Option<Path>,
}

/// A text in lines, and its font size in pixels.
#[derive(Debug, PartialEq)]
pub(super) struct TextBlock {
    pub(super) lines: Vec<String>,
    pub(super) size: f32,
}

impl Typeface {
    /// Reads a table of tab-separated rows. The first row has the font's name, its units and the height of
    /// its capitals; the others have a letter, its advance and its outline, or two letters and their kerning.
    fn new(table: &str) -> Typeface {
        let mut face = Typeface { units: 1000.0, glyphs: HashMap::new(), kerning: HashMap::new() };
        for (index, row) in table.lines().enumerate() {
            let mut cells = row.split('\t');
            let name = cells.next().unwrap_or_default();
            let number = cells.next().and_then(|cell| cell.parse::<f32>().ok()).unwrap_or_default();
            let mut letters = name.chars();
            match (letters.next(), letters.next(), index) {
                (_, _, 0) => face.units = number,
                (Some(letter), None, _) => {
                    let outline = cells.next().and_then(path);
                    face.glyphs.insert(letter, Glyph { advance: number, outline });
                }
                (Some(left), Some(right), _) => {
                    face.kerning.insert((left, right), number);
                }
                (None, ..) => {}
            }
        }
        face
    }

    /// The text on one line, in characters that the font has: letters of other scripts become Latin letters,
    /// and other characters are dropped.
    pub(super) fn transliterate(&self, text: &str) -> String {
        let mut latin = String::new();
        let mut push = |letter: char| {
            if self.glyphs.contains_key(&letter) && !letter.is_whitespace() {
                latin.push(letter);
            } else if letter.is_whitespace() && !latin.is_empty() && !latin.ends_with(' ') {
                latin.push(' ');
            }
        };
        for letter in text.chars().take(MAX_CHARS) {
            if letter.is_whitespace() || self.glyphs.contains_key(&letter) {
                push(letter);
            } else if letter.is_alphabetic() {
                deunicode::deunicode_char(letter).unwrap_or_default().chars().for_each(&mut push);
            }
        }
        latin.truncate(latin.trim_end().len());
        latin
    }

    /// Width of a text in pixels, at a font size in pixels.
    pub(super) fn width(&self, text: &str, size: f32) -> f32 {
        self.glyphs(text).last().map_or(0.0, |(letter, at)| (at + letter.advance) * size / self.units)
    }

    /// Outlines of a text that begins at `x` on the baseline `y`; `None` if it has none.
    pub(super) fn outline(&self, text: &str, size: f32, x: f32, y: f32) -> Option<Path> {
        let scale = size / self.units;
        let mut whole = PathBuilder::new();
        for (letter, at) in self.glyphs(text) {
            if let Some(outline) = &letter.outline {
                let index = Transform::from_row(scale, 0.0, 0.0, scale, x + at * scale, y);
                whole.push_path(&outline.clone().transform(index)?);
            }
        }
        whole.finish()
    }

    /// Glyphs of a text, and the x at which each begins, in the font's units.
    fn glyphs(&self, text: &str) -> impl Iterator<Item = (&Glyph, f32)> {
        let mut at = 0.0;
        let mut before = None;
        text.chars().filter_map(move |letter| {
            let glyph = self.glyphs.get(&letter)?;
            let kerning = before.and_then(|left| self.kerning.get(&(left, letter))).unwrap_or(&0.0);
            let start = at + kerning;
            at = start + glyph.advance;
            before = Some(letter);
            Some((glyph, start))
        })
    }

    /// The text, cut to fit into `width`. A cut text ends in an ellipsis; it is empty if even that does not
    /// fit.
    pub(super) fn truncate(&self, text: &str, size: f32, width: f32) -> String {
        if self.width(text, size) <= width {
            return text.to_owned();
        }
        let mut kept = text.to_owned();
        while kept.pop().is_some() {
            let cut = format!("{}{ELLIPSIS}", kept.trim_end());
            if self.width(&cut, size) <= width {
                return cut;
            }
        }
        String::new()
    }

    /// Wraps the text at the first of the `sizes` (font size, most lines) at which it fits into `width`. If
    /// it fits at none, it is truncated at the last.
    pub(super) fn fit(&self, text: &str, sizes: &[(f32, usize)], width: f32) -> TextBlock {
        let fits = |&&(size, most): &&(f32, usize)| {
            let lines = self.wrap(text, size, width);
            lines.len() <= most && lines.iter().all(|line| self.width(line, size) <= width)
        };
        let Some(&(size, _)) = sizes.iter().find(fits) else {
            let (size, most) = sizes.last().copied().unwrap_or((16.0, 1));
            let mut lines = self.wrap(text, size, width);
            if lines.len() > most {
                let rest = lines.split_off(most.saturating_sub(1)).join(" ");
                lines.push(rest);
            }
            return TextBlock {
                lines: lines.iter().map(|line| self.truncate(line, size, width)).collect(),
                size,
            };
        };
        // Narrow the column until one more line would be needed, so that the lines are about equally long.
        let count = self.wrap(text, size, width).len();
        let narrower = (0..40).map(|step| width * (1.0 - step as f32 / 80.0));
        let even = narrower.map(|width| self.wrap(text, size, width)).take_while(|lines| {
            lines.len() == count && lines.iter().all(|line| self.width(line, size) <= width)
        });
        TextBlock { lines: even.last().unwrap_or_default(), size }
    }

    /// Breaks the text into lines, each as long as `width` allows. A sign between words begins no line.
    fn wrap(&self, text: &str, size: f32, width: f32) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for word in text.split(' ').filter(|word| !word.is_empty()) {
            let is_sign = !word.chars().any(char::is_alphanumeric);
            match lines.last_mut() {
                Some(line) if is_sign || self.width(&format!("{line} {word}"), size) <= width => {
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
    fn both_tables_are_read_completely() {
        for face in [&*SERIF, &*SANS] {
            assert!(face.glyphs.len() > 600, "{} glyphs", face.glyphs.len());
            assert!(face.kerning.len() > 2_000, "{} pairs", face.kerning.len());
            let without = face.glyphs.iter().filter(|(_, glyph)| glyph.outline.is_none());
            assert!(without.clone().count() <= 4, "{:?}", without.map(|(c, _)| c).collect::<Vec<_>>());
        }
    }

    #[test]
    fn scripts_that_the_font_lacks_become_latin_letters() {
        assert_eq!(SANS.transliterate("  Γνώση,\tЗнание\n і  Größe "), "Γνώση, Знание і Größe");
        assert_eq!(SANS.transliterate("机器学习"), "Ji Qi Xue Xi");
        assert_eq!(SANS.transliterate("🚀 Data\u{202e} \u{0}Sci\u{301}ence 🎉"), "Data Science");
        assert_eq!(SANS.transliterate("🚀🎉"), "");
        assert!(!SANS.transliterate("مهارة").is_empty());
    }

    #[test]
    fn kerning_and_advances_add_up() {
        assert!(SERIF.width("AV", 10.0) < SERIF.width("A", 10.0) + SERIF.width("V", 10.0));
        assert!((SANS.width("nn", 10.0) - 2.0 * SANS.width("n", 10.0)).abs() < 1e-3);
        assert_eq!(SANS.width("", 10.0), 0.0);
    }

    #[test]
    fn lines_are_even_and_none_begins_with_a_sign() {
        let two = SERIF.fit("Machine Learning · Databases", &[(64.0, 3), (48.0, 3)], 640.0);
        assert_eq!(
            two,
            TextBlock { lines: vec!["Machine Learning ·".into(), "Databases".into()], size: 64.0 }
        );
    }

    proptest! {
        #[test]
        fn any_text_stays_within_its_bounds(
            text in "\\PC{0,40}( \\PC{0,60}){0,12}",
            width in 60.0..600.0_f32,
        ) {
            let latin = SERIF.transliterate(&text);
            let TextBlock { lines, size } = SERIF.fit(&latin, &[(64.0, 3), (48.0, 3), (40.0, 3)], width);
            prop_assert!(lines.len() <= 3);
            for line in &lines {
                prop_assert!(SERIF.width(line, size) <= width, "{line}");
            }
            let cut = SERIF.truncate(&latin, 26.0, width);
            prop_assert!(SERIF.width(&cut, 26.0) <= width);
        }
    }
}
