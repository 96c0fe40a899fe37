//! Makes untrusted text safe to display: on a terminal, in JSON, on a page.

/// At most `max` characters of `text` on one line. Control characters, bidirectional marks and invisible
/// characters become `�`; a cut text ends in `…`.
pub fn shown(text: &str, max: usize) -> String {
    let mut chars = text.chars();
    let mut shown: String =
        chars.by_ref().take(max).map(|c| if is_harmless(c) { c } else { '\u{fffd}' }).collect();
    if chars.next().is_some() {
        shown.pop();
        shown.push('…');
    }
    shown
}

/// No control character, line or paragraph separator, bidirectional mark, invisible operator or tag. Joiners
/// are harmless: Persian, Hindi and other languages need them.
fn is_harmless(c: char) -> bool {
    !c.is_control()
        && !matches!(
            c,
            '\u{ad}'
                | '\u{61c}'
                | '\u{180e}'
                | '\u{200b}'
                | '\u{200e}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e0fff}'
        )
}
