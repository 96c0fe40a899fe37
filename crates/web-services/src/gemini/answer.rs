//! Reads the text and the token counts of a `generateContent` answer.

use serde_json::Value;

use super::GeminiError;

/// Prompt and output tokens; `None` when the answer does not count them.
pub(crate) fn tokens(answer: &Value) -> Option<(u64, u64)> {
    let count = |name: &str| answer["usageMetadata"][name].as_u64();
    let output =
        count("candidatesTokenCount").unwrap_or(0).saturating_add(count("thoughtsTokenCount").unwrap_or(0));
    Some((count("promptTokenCount")?, output))
}

/// The text of the first candidate, without thoughts. A cut-off text (`MAX_TOKENS`) is returned, because its
/// complete records are useful.
pub(crate) fn text(answer: &Value) -> Result<String, GeminiError> {
    if !answer.is_object() {
        return Err(GeminiError::Unreadable);
    }
    let candidate = &answer["candidates"][0];
    let parts = candidate["content"]["parts"].as_array().map(Vec::as_slice).unwrap_or_default();
    let text: String = parts
        .iter()
        .filter(|part| part["thought"] != true)
        .filter_map(|part| part["text"].as_str())
        .collect();
    if !text.trim().is_empty() {
        return Ok(text);
    }
    let refusal = answer["promptFeedback"]["blockReason"].as_str().or_else(|| {
        candidate["finishReason"].as_str().filter(|&reason| reason != "STOP" && reason != "MAX_TOKENS")
    });
    match refusal {
        Some(reason) => {
            let reason = reason.chars().filter(|c| c.is_ascii_uppercase() || *c == '_').take(40).collect();
            Err(GeminiError::Blocked { reason })
        }
        None => Err(GeminiError::Empty),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn text_and_tokens_are_read_without_thoughts() {
        let answer = json!({
            "candidates": [
                {"content": {"parts": [{"text": "hm", "thought": true}, {"text": "[1,"}, {"text": "2]"}]}},
            ],
            "usageMetadata": {"promptTokenCount": 10, "candidatesTokenCount": 4, "thoughtsTokenCount": 6},
        });
        assert_eq!(text(&answer).unwrap(), "[1,2]");
        assert_eq!(tokens(&answer), Some((10, 10)));
    }

    #[test]
    fn refusals_and_empty_answers_have_names() {
        let blocked = json!({"promptFeedback": {"blockReason": "PROHIBITED_CONTENT\u{1b}[31m"}});
        assert_eq!(text(&blocked).unwrap_err().to_string(), "Gemini refused the prompt (PROHIBITED_CONTENT)");
        let stopped = json!({"candidates": [{"finishReason": "SAFETY"}]});
        assert!(matches!(text(&stopped), Err(GeminiError::Blocked { .. })));
        for empty in [json!({}), json!({"candidates": []}), json!({"candidates": [{"finishReason": "STOP"}]})]
        {
            assert!(matches!(text(&empty), Err(GeminiError::Empty)));
            assert_eq!(tokens(&empty), None);
        }
        for no_answer in [json!([]), json!("x"), json!(null)] {
            assert!(matches!(text(&no_answer), Err(GeminiError::Unreadable)));
        }
        assert_eq!(tokens(&json!({"usageMetadata": {"promptTokenCount": -4}})), None);
    }
}
