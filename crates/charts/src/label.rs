//! Labels that fit into a given width. The browser's font is unknown, so widths are generous estimates.

use templates::shown;

/// Most characters of a label in tables and descriptions.
const LABEL_CHARS: usize = 120;

/// Untrusted text, trimmed, at most [`LABEL_CHARS`] long, with control characters and bidirectional marks
/// replaced.
pub(crate) fn label(text: &str) -> String {
    shown(text.trim(), LABEL_CHARS)
}

/// Estimated width of a text in the font size of charts (see `templates/static/style/charts.css`).
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

/// The text, cut to fit into the width `room`. A cut text ends in `…`.
pub(crate) fn truncate(text: &str, room: f64) -> String {
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

/// The text on one line, or on two, broken at the last space that leaves the first line within `room`.
pub(crate) fn two_lines(text: &str, room: f64) -> Vec<String> {
    if width(text) <= room {
        return vec![text.to_owned()];
    }
    let breaks = text.match_indices(' ').map(|(space, _)| text.split_at(space));
    match breaks.take_while(|(first, _)| width(first) <= room).last() {
        Some((first, rest)) => vec![first.to_owned(), truncate(rest.trim_start(), room)],
        None => vec![truncate(text, room)],
    }
}

/// An `id` for HTML: `picture-` and lowercase ASCII letters, digits and `-`.
pub(crate) fn identifier(text: &str) -> String {
    let kept = text.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' });
    format!("picture-{}", kept.take(40).collect::<String>())
}

/// Positions of the largest and the smallest finite number, the first of equal ones.
pub(crate) fn extremes(numbers: impl Iterator<Item = f64>) -> Option<(usize, usize)> {
    let mut found: Option<((usize, f64), (usize, f64))> = None;
    for (index, number) in numbers.enumerate().filter(|(_, number)| number.is_finite()) {
        let (largest, smallest) = found.get_or_insert(((index, number), (index, number)));
        if number > largest.1 {
            *largest = (index, number);
        }
        if number < smallest.1 {
            *smallest = (index, number);
        }
    }
    found.map(|(largest, smallest)| (largest.0, smallest.0))
}

#[cfg(test)]
mod tests {
    use super::{extremes, truncate, two_lines, width};

    #[test]
    fn cut_labels_fit_and_end_in_an_ellipsis() {
        for text in ["Machine learning and other things", "WWWWWWWWWWWWWWWWWW", "機械学習と人工知能と統計"]
        {
            let cut = truncate(text, 100.0);
            assert!(cut.ends_with('…') && width(&cut) <= 100.0 && cut.chars().count() > 5, "{cut}");
        }
        assert_eq!(truncate("Git", 100.0), "Git");
        assert_eq!(two_lines("held out, by month", 80.0), ["held out,", "by month"]);
    }

    #[test]
    fn extremes_ignore_numbers_that_are_not_finite() {
        let numbers = [f64::NAN, 2.0, f64::INFINITY, 2.0, -1.0];
        assert_eq!(extremes(numbers.into_iter()), Some((1, 4)));
        assert_eq!(extremes([f64::NAN].into_iter()), None);
    }
}
