//! Cells that a spreadsheet shows as they are.

/// Characters at the start of a cell that make spreadsheets calculate.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// The text for a cell: controls become spaces, and what would be a formula is led by an apostrophe, as
/// spreadsheets show it as text. A text that begins with an apostrophe gets one too, so that
/// [`text`] undoes it.
pub(super) fn cell(text: &str) -> String {
    let plain: String = text.chars().map(|c| if is_hidden(c) { ' ' } else { c }).collect();
    let plain = plain.trim();
    if plain.starts_with(FORMULA) || plain.starts_with('\'') { format!("'{plain}") } else { plain.to_owned() }
}

/// The text of a cell: what [`cell`] was given, but for controls and space around it.
pub(super) fn text(cell: &str) -> &str {
    let cell = cell.trim();
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(FORMULA) || rest.starts_with('\'') => rest,
        _ => cell,
    }
}

/// Controls, and marks that turn the direction of the text around them.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}
