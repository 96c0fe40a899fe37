//! Cells that a spreadsheet does not take for formulas.

/// Characters at the start of a cell that make a formula of it.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// The text for a cell: control characters become spaces, and a formula gets a leading apostrophe, so that
/// spreadsheets show it as text. A text with a leading apostrophe gets another one, so that [`text`] is the
/// inverse.
pub(super) fn cell(text: &str) -> String {
    let plain: String = text.chars().map(|c| if is_hidden(c) { ' ' } else { c }).collect();
    let plain = plain.trim();
    if plain.starts_with(FORMULA) || plain.starts_with('\'') { format!("'{plain}") } else { plain.to_owned() }
}

/// The text of a cell: the inverse of [`cell`], except for control characters and surrounding space.
pub(super) fn text(cell: &str) -> &str {
    let cell = cell.trim();
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(FORMULA) || rest.starts_with('\'') => rest,
        _ => cell,
    }
}

/// Control characters, and characters that change the direction of text.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}')
        || matches!(c, '\u{2066}'..='\u{2069}' | '\u{feff}')
}
