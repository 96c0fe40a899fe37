use std::fs;
use std::io::{self, BufReader, Read};

use proptest::prelude::*;
use sha2::{Digest, Sha256};

use super::*;

fn read(bytes: &[u8]) -> Vec<Record> {
    ProfileReader::new("test", bytes).map(Result::unwrap).collect()
}

/// The lines and reasons of rejected records.
fn rejected(bytes: &[u8]) -> Vec<String> {
    let records = read(bytes).into_iter();
    records
        .filter_map(|record| match record {
            Record::Rejected(rejected) => Some(rejected.to_string()),
            Record::Accepted { .. } => None,
        })
        .collect()
}

fn accepted_lines(bytes: &[u8]) -> Vec<u64> {
    let records = read(bytes).into_iter();
    records
        .filter_map(|record| match record {
            Record::Accepted { line, .. } => Some(line),
            Record::Rejected(_) => None,
        })
        .collect()
}

#[test]
fn reasons_for_rejected_lines() {
    let table: &[(&[u8], &str)] = &[
        (br#"{"experience_months": -3}"#, "experience_months: expected a whole number of months, found -3"),
        (br#"{"experience_months": 1.5}"#, "experience_months: expected a whole number of months, found 1.5"),
        (
            br#"{"experience_months": "12"}"#,
            "experience_months: expected a whole number of months, found a string",
        ),
        (
            br#"{"experience_months": 99999999999}"#,
            "experience_months: expected a whole number of months, found 99999999999",
        ),
        (br#"{"experience_months": 2401}"#, "experience_months: expected at most 2400 months, found 2401"),
        (br#"{"id": ["secret"]}"#, "id: expected a string, found a list"),
        (br#"{"position": {"secret": 1}}"#, "position: expected a string, found an object"),
        (br#"{"skills": "secret"}"#, "skills: expected a list of strings, found a string"),
        (br#"{"skills": ["secret", true]}"#, "skills: item 2: expected a string, found true or false"),
        (br#"["1", null]"#, "expected one JSON object a line, found a list"),
        (b"[]", "expected one JSON object a line, found a list"),
        (b"null", "expected one JSON object a line, found null"),
        (br#"{"id": "1", "id": "2"}"#, "a key of the profile is given twice"),
        (br#"{"id": "1"} secret"#, "not valid JSON at column 13"),
        (
            br#"{"id": "se"#,
            "the JSON ends in the middle of the record (cut off, or broken over several lines?)",
        ),
        (b"{\"id\": \"\xff\"}", "not valid UTF-8 at byte 9"),
        (b"{\"unknown\": \"\xff\"}", "not valid UTF-8 at byte 14"),
    ];
    for (line, reason) in table {
        assert_eq!(rejected(line), [format!("line 1: {reason}")], "{}", String::from_utf8_lossy(line));
    }
}

#[test]
fn null_absent_and_unknown_keys_are_accepted() {
    let line = concat!(
        r#"{"id": 5, "url": null, "experience_months": null, "skills": null, "courses": [null], "#,
        r#""new": {"a": 1}}"#,
    );
    assert_eq!(accepted_lines(line.as_bytes()), [1]);
    assert_eq!(accepted_lines(br#"{"experience_months": 2400}"#), [1]);
}

#[test]
fn byte_order_mark_crlf_and_blank_lines() {
    let file = b"\xEF\xBB\xBF{\"id\": \"1\"}\r\n\r\n  \t\n{\"id\": \"2\"}\r\n{\"id\": ";
    assert_eq!(accepted_lines(file), [1, 4]);
    assert_eq!(rejected(file).len(), 1);
    assert!(rejected(file)[0].starts_with("line 5: "));
    // A byte order mark counts only at the beginning of a file.
    assert_eq!(rejected(b"{}\n\xEF\xBB\xBF{}").len(), 1);
}

#[test]
fn an_empty_file_has_no_records() {
    for file in [&b""[..], b"\n\r\n ", b"\xEF\xBB\xBF"] {
        let mut reader = ProfileReader::new("test", file);
        assert!(reader.next().is_none());
        assert_eq!(reader.counts().records(), 0);
    }
}

/// Endless `x` in chunks: a line that fits into no memory.
struct Endless {
    left: u64,
}

impl Read for Endless {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.left.min(buffer.len() as u64) as usize;
        buffer[..n].fill(b'x');
        self.left -= n as u64;
        Ok(n)
    }
}

#[test]
fn a_line_that_is_too_long_is_rejected_in_bounded_memory() {
    let source = BufReader::new(Endless { left: 64 << 20 }.chain(&b"\n{\"id\": \"2\"}\n"[..]));
    let mut lines = LineReader::new(source, MAX_LINE_BYTES);
    assert_eq!(lines.next_line().unwrap(), Some(Line::TooLong));
    assert!(lines.text().len() <= MAX_LINE_BYTES + 4);
    assert_eq!(lines.next_line().unwrap(), Some(Line::Whole));
    assert_eq!((lines.text(), lines.number()), (&b"{\"id\": \"2\"}"[..], 2));
}

#[test]
fn the_limit_counts_the_text_of_the_line() {
    let line = |n: usize| format!("{{\"id\": \"{}\"}}", "x".repeat(n - 10));
    let (longest, longer) = (line(MAX_LINE_BYTES), line(MAX_LINE_BYTES + 1));
    assert_eq!(longest.len(), MAX_LINE_BYTES);
    for ending in ["", "\n", "\r\n"] {
        assert_eq!(
            accepted_lines(format!("\u{feff}{longest}{ending}{{}}").as_bytes()).is_empty(),
            ending.is_empty()
        );
        assert_eq!(accepted_lines(format!("{{}}\n{longest}{ending}").as_bytes()), [1, 2]);
        let file = format!("{longer}{ending}");
        assert_eq!(rejected(file.as_bytes()), [format!("line 1: longer than {MAX_LINE_BYTES} bytes")]);
    }
    let blank = " ".repeat(3 * MAX_LINE_BYTES);
    assert_eq!(read(format!("{blank}\n{{}}").as_bytes()).len(), 1);
}

/// Fails after its first bytes.
struct Broken<'a>(&'a [u8]);

impl Read for Broken<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.0.is_empty() { Err(io::Error::other("the disk is gone")) } else { self.0.read(buffer) }
    }
}

#[test]
fn a_failing_source_ends_the_stream_with_file_and_line() {
    let mut reader = ProfileReader::new("people.jsonl", BufReader::new(Broken(b"{}\n{\"id\": ")));
    assert!(reader.next().unwrap().is_ok());
    let error = reader.next().unwrap().unwrap_err();
    assert!(error.to_string().starts_with("people.jsonl: line 2: reading failed"), "{error}");
    assert_eq!(std::error::Error::source(&error).unwrap().to_string(), "the disk is gone");
    assert!(reader.next().is_none());
}

#[test]
fn errors_of_opening_name_the_problem() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("people.jsonl");
    let message = |path: &Path| ProfileReader::open(path).err().map(|error| error.to_string());
    let shown = path.display();
    assert_eq!(message(&path).unwrap(), format!("{shown}: no such file; check the path to the profiles"));
    let directory = message(folder.path()).unwrap();
    assert!(
        directory
            .ends_with(": a folder that is not a LinkedIn export; name the files of profiles in it instead"),
        "{directory}"
    );
    // Tests may run as root, who may read any file, so the error is constructed.
    let denied = OpenError::from_io(&path, io::ErrorKind::PermissionDenied.into());
    assert_eq!(
        denied.to_string(),
        format!("{shown}: permission denied; make the file readable for this user")
    );

    fs::write(&path, "{}\n").unwrap();
    let mut reader = ProfileReader::open(&path).unwrap();
    assert_eq!(reader.by_ref().count(), 1);
    assert_eq!((reader.size_bytes(), reader.bytes_read()), (Some(3), 3));
}

/// Bytes that are often nearly profiles.
fn nearly_jsonl() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        Just(b"{\"id\": \"1\", \"skills\": [\"Git\"]}".to_vec()),
        Just(b"{\"experience_months\": ".to_vec()),
        Just(b"\xEF\xBB\xBF".to_vec()),
        Just(b"\r\n".to_vec()),
        Just(b"\n".to_vec()),
        Just(b" ".to_vec()),
        Just(b"}".to_vec()),
        Just(b"[[[[".to_vec()),
        prop::collection::vec(any::<u8>(), 0..20),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_bytes_give_one_record_per_line_with_ink(bytes in nearly_jsonl(), chunk in 1usize..40) {
        let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes);
        let lines = text.split(|&byte| byte == b'\n').enumerate();
        let not_blank = lines.filter(|(_, line)| !line.trim_ascii().is_empty());
        let inked: Vec<u64> = not_blank.map(|(index, _)| index as u64 + 1).collect();

        let mut reader = ProfileReader::new("test", BufReader::with_capacity(chunk, bytes.as_slice()));
        let mut found = Vec::new();
        for record in reader.by_ref() {
            found.push(match record.unwrap() {
                Record::Accepted { line, .. } => line,
                Record::Rejected(rejected) => rejected.line,
            });
        }
        prop_assert_eq!(found, inked);
        prop_assert_eq!(reader.bytes_read(), bytes.len() as u64);
        let hash: [u8; 32] = Sha256::digest(&bytes).into();
        prop_assert_eq!(reader.data_sha256(), hash);
    }

    #[test]
    fn a_reason_never_repeats_the_text(secret in "zq[a-z]{6}zq") {
        let lines = [
            format!("{{\"skills\": \"{secret}\"}}"), format!("{{\"experience_months\": \"{secret}\"}}"),
            format!("{{\"{secret}\": 1, \"id\": true}}"), format!("\"{secret}\""),
            format!("{{\"id\": {secret}}}"), format!("{{\"id\": \"{secret}"), format!("[\"{secret}\"]"),
            format!("{{\"position\": [\"{secret}\"]}}"),
        ];
        for line in lines {
            let reasons = rejected(line.as_bytes());
            prop_assert_eq!(reasons.len(), 1);
            prop_assert!(!reasons[0].contains(&secret), "{}", reasons[0]);
        }
    }

    #[test]
    fn short_limits_behave_like_long_ones(bytes in prop::collection::vec(
        prop_oneof![Just(b'\n'), Just(b'a'), Just(b' '), Just(b'\r')], 0..80,
    )) {
        let mut lines = LineReader::new(BufReader::with_capacity(3, bytes.as_slice()), 5);
        for line in bytes.split(|&byte| byte == b'\n') {
            let Some(found) = lines.next_line().unwrap() else {
                prop_assert!(line.is_empty());
                break;
            };
            let wanted = match line.trim_ascii_end().len() {
                0 => Line::Blank,
                1..=5 => Line::Whole,
                _ => Line::TooLong,
            };
            // White space at the end counts towards the length of a line only when it is far too long.
            let is_right = found == wanted || (line.len() > 9 && found == Line::TooLong);
            prop_assert!(is_right, "{:?} {:?}", found, wanted);
        }
        prop_assert!(lines.next_line().unwrap().is_none());
    }
}
