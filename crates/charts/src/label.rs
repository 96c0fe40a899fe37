//! Labels that fit their room. The browser's font is not known here: widths are estimates on the wide side.

use templates::shown;

/// Characters of a label in tables and descriptions.
const LABEL_CHARS: usize = 120;

/// A stranger's text, bounded and harmless.
pub(crate) fn label(text: &str) -> String {
    shown(text.trim(), LABEL_CHARS)
}

/// The width of a text of the size that `style.css` gives charts on a phone.
pub(crate) fn width(text: &str) -> f64 {
    text.chars().map(char_width).sum()
}

fn char_width(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | 't' | 'f' | 'r' | '.' | ',' | ':' | ';' | '|' | '!' | '\'' | ' ' | '(' | ')'
        | '\u{202f}' => 5.2,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '…' | '–' | '—' => 12.7,
        'a'..='z' => 8.0,
        '0'..='9' => 8.3,
        '\0'..='\u{10ff}' => 9.2,
        _ => 14.0,
    }
}

/// As much of a text as fits; a cut ends in `…`.
pub(crate) fn fitted(text: &str, room: f64) -> String {
    if width(text) <= room {
        return text.to_owned();
    }
    let mut left = room - char_width('…');
    let taken = text.chars().take_while(|c| {
        left -= char_width(*c);
        left >= 0.0
    });
    let mut cut: String = taken.collect();
    cut.truncate(cut.trim_end().len());
    cut.push('…');
    cut
}

/// A text on one line or two, broken at a space if there is one that leaves both lines their room.
pub(crate) fn two_lines(text: &str, room: f64) -> Vec<String> {
    if width(text) <= room {
        return vec![text.to_owned()];
    }
    let breaks = text.match_indices(' ').map(|(place, _)| text.split_at(place));
    match breaks.take_while(|(first, _)| width(first) <= room).last() {
        Some((first, rest)) => vec![first.to_owned(), fitted(rest.trim_start(), room)],
        None => vec![fitted(text, room)],
    }
}

/// Lowercase ASCII letters, digits and `-`: fit for an `id`.
pub(crate) fn identifier(text: &str) -> String {
    let kept = text.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' });
    format!("picture-{}", kept.take(40).collect::<String>())
}

/// Where the largest and the smallest finite number are; the first of equal ones.
pub(crate) fn extremes(numbers: impl Iterator<Item = f64>) -> Option<(usize, usize)> {
    let mut found: Option<((usize, f64), (usize, f64))> = None;
    for (place, number) in numbers.enumerate().filter(|(_, number)| number.is_finite()) {
        let (largest, smallest) = found.get_or_insert(((place, number), (place, number)));
        if number > largest.1 {
            *largest = (place, number);
        }
        if number < smallest.1 {
            *smallest = (place, number);
        }
    }
    found.map(|(largest, smallest)| (largest.0, smallest.0))
}

#[cfg(test)]
mod tests {
    use super::{extremes, fitted, two_lines, width};

    #[test]
    fn what_is_cut_fits_and_says_so() {
        for text in ["Machine learning and other things", "WWWWWWWWWWWWWWWWWW", "機械学習と人工知能と統計"]
        {
            let cut = fitted(text, 100.0);
            assert!(cut.ends_with('…') && width(&cut) <= 100.0 && cut.chars().count() > 5, "{cut}");
        }
        assert_eq!(fitted("Git", 100.0), "Git");
        assert_eq!(two_lines("held out, by month", 80.0), ["held out,", "by month"]);
    }

    #[test]
    fn extremes_are_of_finite_numbers() {
        let numbers = [f64::NAN, 2.0, f64::INFINITY, 2.0, -1.0];
        assert_eq!(extremes(numbers.into_iter()), Some((1, 4)));
        assert_eq!(extremes([f64::NAN].into_iter()), None);
    }
}
