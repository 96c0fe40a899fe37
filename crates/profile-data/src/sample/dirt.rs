//! Errors in typed text, and hostile input.

use super::draw::Draw;

/// The longest item, in characters: the limit of the visitors' form.
pub(super) const MAX_ITEM_CHARS: usize = 200;

/// `text` as typed: nearly always unchanged.
pub(super) fn typed(text: impl Into<String>, draw: &mut Draw) -> String {
    let mut text = text.into();
    // Two joined fields can exceed the limit; a real export would have cut them too.
    if text.len() > MAX_ITEM_CHARS - 2 {
        text = text.chars().take(MAX_ITEM_CHARS - 2).collect();
    }
    match draw.below(1_000) {
        0..15 => text = text.to_lowercase(),
        15..20 => text = text.to_uppercase(),
        20..26 => text.insert(0, ' '),
        26..40 => text.push(' '),
        40..45 => text = text.replacen(' ', "  ", 1),
        45..48 => text = text.replacen(' ', "\u{a0}", 1),
        48..52 => text.push(draw.pick(&['.', ',', ';', '\t'])),
        52..72 => text = with_typo(&text, draw),
        72..73 => text.clear(),
        _ => {}
    }
    text
}

/// Swaps, drops or doubles a letter. Only near the start of a longer word, so that a name has a few wrong
/// spellings and not hundreds.
fn with_typo(text: &str, draw: &mut Draw) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    if letters.len() < 5 {
        return text.to_owned();
    }
    let at = 1 + draw.below(3);
    match draw.below(3) {
        0 => letters.swap(at, at + 1),
        1 => drop(letters.remove(at)),
        _ => letters.insert(at, letters[at]),
    }
    letters.into_iter().collect()
}

/// A field of study with other text that people type there: a degree, a grade, a year, a domain.
pub(super) fn with_degree_dirt(field: &str, domains: &[&str], draw: &mut Draw) -> String {
    match draw.below(1_000) {
        0..12 => format!("B.Sc. {field}"),
        12..22 => {
            format!("{} {field}", draw.pick(&["BSc", "MSc", "M.Sc.", "BS", "Bachelor of", "MS in", "PhD,"]))
        }
        22..30 => format!("{field}, GPA {}.{}", 3 + draw.below(2), draw.below(10)),
        30..35 => format!("{field} ({}.{}/5)", 3 + draw.below(2), draw.below(10)),
        35..39 => format!("{field} {}", 1995 + draw.below(30)),
        39..43 => format!("09.0{}.0{} {field}", 3 + draw.below(2), 1 + draw.below(4)),
        43..46 => format!("{}.{} / 4.0", 2 + draw.below(2), draw.below(10)),
        46..160 => format!("{field} {} {}", draw.pick(&["in", "and", "for", "-"]), draw.pick(domains)),
        _ => field.to_owned(),
    }
}

/// Hostile text.
pub(super) fn hostile(draw: &mut Draw) -> String {
    const TEXTS: &[&str] = &[
        "<script>alert(1)</script>",
        "{{ 7*7 }}",
        "{% include \"/etc/passwd\" %}",
        "\"><img src=x onerror=alert(1)>",
        "'; DROP TABLE profiles; --",
        "' OR '1'='1",
        "</script><svg/onload=alert(1)>",
        "javascript:alert(document.cookie)",
        "\u{202e}gnp.exe\u{202c} Designer",
        "Py\u{200b}th\u{200d}on",
        "\u{feff}Java",
        "Data\u{0}Science",
        "bell\u{7} escape\u{1b}[31m red",
        "line\r\nSet-Cookie: a=b",
        "../../../../etc/passwd",
        "${jndi:ldap://127.0.0.1/a}",
        "=HYPERLINK(\"http://127.0.0.1\")",
        "%00%0d%0a",
        "Z\u{335}\u{30d}a\u{334}\u{30e}l\u{337}\u{308}g\u{336}\u{301}o\u{335}\u{302}",
        "]]><!--",
        "👩‍💻🏳️‍🌈",
        "\\u0000\\",
    ];
    match draw.below(TEXTS.len() + 2) {
        0 => "A".repeat(150 + draw.below(31)),
        1 => "très long ".repeat(15 + draw.below(4)),
        at => TEXTS[at - 2].to_owned(),
    }
}
