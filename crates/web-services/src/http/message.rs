//! The part of an error answer that is safe to print.

use super::Secret;

/// The most characters of a service's message in an error.
const MAX_CHARS: usize = 200;
/// A sequence of this many key characters is treated as a key.
const MIN_KEY_CHARS: usize = 20;

/// The service's message in an error body, bounded and without keys, URLs and terminal commands. It is the
/// JSON string `error.message`, `error` or `message`; other bodies (pages of proxies) are ignored.
pub(crate) fn sanitised(body: &[u8], secret: Option<&Secret>) -> Option<String> {
    let value: serde_json::Value = serde_json::from_slice(body).ok()?;
    let text = value["error"]["message"]
        .as_str()
        .or_else(|| value["error"].as_str())
        .or_else(|| value["message"].as_str())?;
    let redact = |text: &str| secret.map_or_else(|| text.to_owned(), |secret| secret.redact(text));
    let text = redact(text);
    let words: Vec<String> =
        text.split(|c: char| c.is_whitespace() || c.is_control()).map(safe_word).collect();
    let joined =
        words.iter().filter(|word| !word.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" ");
    // Again, because removed characters may have split the key; and before the cut, which could leave half of
    // it.
    let joined = redact(&joined);
    let mut short: String = joined.chars().take(MAX_CHARS).collect();
    if short.len() < joined.len() {
        short.push('…');
    }
    (!short.is_empty()).then_some(short)
}

fn safe_word(word: &str) -> String {
    if word.contains("://") || word.contains('?') && word.contains('=') {
        return "(URL)".to_owned();
    }
    let is_key_char = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    if word.split(|c| !is_key_char(c)).any(|run| run.len() >= MIN_KEY_CHARS) {
        return "***".to_owned();
    }
    // Letters, digits and ASCII punctuation; no control, direction or invisible characters.
    word.chars().filter(|c| c.is_alphanumeric() || c.is_ascii_punctuation()).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn messages_are_kept_without_secrets() {
        let secret = Secret::new("k3y");
        let body = concat!(
            r#"{"error":{"code":400,"message":"API key not valid: k3y, see https://x.example/?key=k3y "#,
            r#"\u001b[31m AIzaSyA0123456789abcdefgh"}}"#,
        );
        let message = sanitised(body.as_bytes(), secret.as_ref()).unwrap();
        assert_eq!(message, "API key not valid: ***, see (URL) [31m ***");
        assert_eq!(sanitised(b"<html>k3y</html>", secret.as_ref()), None);
        let odd = sanitised("{\"error\":\"not a€b\"}".as_bytes(), Secret::new("a€b").as_ref());
        assert_eq!(odd.unwrap(), "not ***");
    }

    proptest! {
        #[test]
        fn any_message_is_short_and_plain(text in any::<String>()) {
            let body = serde_json::json!({ "message": text }).to_string();
            if let Some(message) = sanitised(body.as_bytes(), None) {
                prop_assert!(message.chars().count() <= MAX_CHARS + 1);
                let is_invisible = |c: char| c.is_control() || c == '\u{202e}';
                prop_assert!(!message.chars().any(is_invisible));
            }
        }

        #[test]
        fn no_message_holds_the_key(text in "[ab\u{200b} ?]{0,20}", key in "[ab]{1,4}", n in 0_usize..60) {
            let message = format!("{}{key}{text}", text.repeat(n));
            let body = serde_json::json!({ "error": { "message": message } }).to_string();
            let message = sanitised(body.as_bytes(), Secret::new(&key).as_ref()).unwrap_or_default();
            prop_assert!(!message.contains(&key), "{message}");
        }
    }
}
