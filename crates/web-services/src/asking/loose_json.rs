//! Extracts records `{"id": …, …}` from an answer that should be a JSON list, but may not be.

use serde_json::Value;

/// The most records that are read; a batch is far smaller.
const MAX_RECORDS: usize = 1_000;

/// The records of an answer, each with its id, and whether the text was repaired: Markdown fences, words
/// around the JSON, a cut-off end, a map by id, an object around the list, or plain lines `1: name` (`field`
/// then names the text after the number).
pub(crate) fn records(text: &str, field: &str) -> (Vec<(usize, Value)>, bool) {
    if let Ok(value) = serde_json::from_str::<Value>(text.trim()) {
        let plain = value.is_array();
        let found = from_value(&value, field);
        return (found, !plain);
    }
    if let Some(value) = inner_json(text) {
        let found = from_value(&value, field);
        if !found.is_empty() {
            return (found, true);
        }
    }
    let found = whole_objects(text);
    if !found.is_empty() {
        return (found, true);
    }
    (numbered_lines(text, field), true)
}

fn from_value(value: &Value, field: &str) -> Vec<(usize, Value)> {
    match value {
        Value::Array(items) => items.iter().take(MAX_RECORDS).filter_map(with_id).collect(),
        Value::Object(map) => {
            if let Some(record) = with_id(value) {
                return vec![record];
            }
            if let Some(list) = map.values().find(|value| value.is_array()).filter(|_| map.len() == 1) {
                let inner = from_value(list, field);
                if !inner.is_empty() {
                    return inner;
                }
            }
            let by_id = map.iter().take(MAX_RECORDS).filter_map(|(id, inner)| {
                Some((id.trim().parse().ok()?, serde_json::json!({ field: inner })))
            });
            by_id.collect()
        }
        _ => Vec::new(),
    }
}

/// An id may be a number or a number in a string.
fn with_id(record: &Value) -> Option<(usize, Value)> {
    let id = &record["id"];
    let id = id.as_u64().or_else(|| id.as_str()?.trim().parse().ok())?;
    Some((usize::try_from(id).ok()?, record.clone()))
}

/// The JSON between the first opening and the last closing bracket.
fn inner_json(text: &str) -> Option<Value> {
    let start = text.find(['[', '{'])?;
    let end = text.rfind([']', '}'])?;
    serde_json::from_str(text.get(start..=end)?).ok()
}

/// Every innermost `{…}` that is a record: the complete records of a cut-off list.
fn whole_objects(text: &str) -> Vec<(usize, Value)> {
    let mut found = Vec::new();
    let (mut start, mut in_string, mut escaped) = (None, false, false);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            // Outside an object a quote opens no string, because prose has quotes too.
            b'"' if start.is_some() => in_string = !in_string,
            _ if in_string => {}
            b'{' => start = Some(at),
            b'}' => {
                // Both are ASCII, so both are character boundaries.
                let object = start.take().and_then(|start| text.get(start..=at));
                let value: Option<Value> = object.and_then(|object| serde_json::from_str(object).ok());
                found.extend(value.as_ref().and_then(with_id));
                if found.len() >= MAX_RECORDS {
                    break;
                }
            }
            _ => {}
        }
    }
    found
}

/// Lines such as `1: Databases` or `2. Networks`.
fn numbered_lines(text: &str, field: &str) -> Vec<(usize, Value)> {
    let line = |line: &str| {
        let line = line.trim();
        let digits = line.bytes().take_while(u8::is_ascii_digit).count();
        let rest = line[digits..].trim_start().strip_prefix([':', '.', ')', '-'])?;
        Some((line[..digits].parse().ok()?, serde_json::json!({ field: rest.trim() })))
    };
    text.lines().filter_map(line).take(MAX_RECORDS).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn names(text: &str) -> Vec<(usize, String)> {
        let (found, _) = records(text, "name");
        found.into_iter().map(|(id, value)| (id, value["name"].as_str().unwrap_or("?").to_owned())).collect()
    }

    #[test]
    fn every_known_form_is_read() {
        let want = vec![(1, "a".to_owned()), (2, "b".to_owned())];
        for text in [
            r#"[{"id":1,"name":"a"},{"id":2,"name":"b"}]"#,
            "```json\n[{\"id\":1,\"name\":\"a\"},{\"id\":\"2\",\"name\":\"b\"}]\n```",
            r#"Sure! Here: [{"id":1,"name":"a"},{"id":2,"name":"b"}] That's it."#,
            r#"{"names":[{"id":1,"name":"a"},{"id":2,"name":"b"}]}"#,
            r#"{"1":"a","2":"b"}"#,
            r#"[{"id":1,"name":"a"},{"id":2,"name":"b"},{"id":3,"na"#,
            "It's: {\"id\":1,\"name\":\"a\"}\n{\"id\":2,\"name\":\"b\"}",
            "1: a\n2. b\nthree: c\n",
        ] {
            assert_eq!(names(text), want, "{text}");
        }
        assert!(!records(r#"[{"id":1,"name":"a"}]"#, "name").1);
        assert!(records("```\n[]\n```", "name").1);
        for nothing in ["", "null", "[]", "{}", "no", "[1,2]", r#"[{"name":"a"}]"#, r#"[{"id":-1}]"#] {
            assert_eq!(names(nothing), vec![], "{nothing}");
        }
    }

    proptest! {
        #[test]
        fn no_text_panics(text in any::<String>()) {
            records(&text, "name");
        }

        #[test]
        fn whole_records_before_a_cut_are_kept(
            names_in in prop::collection::vec("[a-z{}\\[\\]\"\\\\ ]{1,8}", 1..6),
            share in 0.0_f64..1.0,
        ) {
            let list: Vec<Value> =
                names_in.iter().enumerate().map(|(id, name)| json!({"id": id, "name": name})).collect();
            let lens: Vec<usize> = list.iter().map(|value| value.to_string().len() + 1).collect();
            let text = Value::Array(list).to_string();
            let cut = (text.len() as f64 * share) as usize;
            let ends = lens.iter().scan(0, |sum, len| { *sum += len; Some(*sum) });
            let n_whole = ends.filter(|&end| end <= cut).count();
            let got = names(&text[..cut]);
            prop_assert!(got.len() >= n_whole, "{} of {}", got.len(), n_whole);
            for (id, name) in got {
                prop_assert_eq!(&name, &names_in[id]);
            }
        }
    }
}
