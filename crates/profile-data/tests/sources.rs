//! Sources and formats: the source of bytes does not change the result.
#![expect(clippy::unwrap_used, reason = "helpers of tests, too")]

use std::fs;
use std::io::{self, BufReader, Cursor, Read, Write};
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::write::GzEncoder;
use profile_data::{
    ExperienceRule, Format, MAX_LINE_BYTES, OpenError, ReadOptions, Record, YearMonth, expand_paths,
    open_profiles, read_profiles_from,
};
use proptest::prelude::*;
use ruzstd::encoding::{CompressionLevel, compress_to_vec};
use sha2::{Digest, Sha256};

fn options(format: Option<Format>) -> ReadOptions {
    ReadOptions { format, experience: ExperienceRule::default(), as_of: YearMonth::new(2024, 12).unwrap() }
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn zstd(bytes: &[u8]) -> Vec<u8> {
    compress_to_vec(bytes, CompressionLevel::Fastest)
}

/// The records, or the error that ends them.
fn read(bytes: Vec<u8>, format: Option<Format>) -> Result<Vec<Record>, String> {
    let source = read_profiles_from("test", Cursor::new(bytes), &options(format));
    source
        .map_err(|error| error.to_string())?
        .map(|record| record.map_err(|error| error.to_string()))
        .collect()
}

fn people(lines: &str) -> Vec<Record> {
    read(lines.as_bytes().to_vec(), Some(Format::Jsonl)).unwrap()
}

const TWO: &str = "{\"id\": \"1\", \"skills\": [\"Git\"]}\n{\"id\": \"2\", \"experience_months\": 5}\n";

#[test]
fn formats_have_names_and_names_are_formats() {
    for format in Format::ALL {
        assert_eq!(format.to_string().parse(), Ok(format));
    }
    let error = "xml".parse::<Format>().unwrap_err().to_string();
    assert!(Format::ALL.iter().all(|format| error.contains(format.name())), "{error}");
}

#[test]
fn formats_are_detected_from_content() {
    let table: &[(&str, Option<Format>)] = &[
        ("", Some(Format::Jsonl)),
        ("\u{feff} \r\n", Some(Format::Jsonl)),
        (TWO, Some(Format::Jsonl)),
        ("{\"id\": \"1\", \"experience_months\": 3, \"education\": []}", Some(Format::Jsonl)),
        (
            "{\"id\": \"1\", \"about\": \"{\\\"basics\\\": 1}\", \"experience\": null}",
            Some(Format::BrightData),
        ),
        ("{\n \"id\": \"1\",\n \"current_company\": {\"name\": \"x\"}\n}", Some(Format::BrightData)),
        ("\u{feff}[\n {\"id\": 1}]", Some(Format::BrightData)),
        ("{\"x\": {\"basics\": 1}}", Some(Format::Jsonl)),
        ("{\n  \"$schema\": \"x\",\n  \"basics\": {\"name\"", Some(Format::JsonResume)),
        ("broken\n{\"id\": \"1\", \"education\": []}\n", Some(Format::BrightData)),
        ("id,position,\"current_company:name\"\n", Some(Format::BrightDataCsv)),
        ("timestamp,\"experience\",x", Some(Format::BrightDataCsv)),
        ("\u{feff}ResponseId,MainBranch,DevType\n1,x,y\n", Some(Format::StackOverflow)),
        ("Respondent,Professional,DeveloperType\r\n", Some(Format::StackOverflow)),
        // A survey without any column that is read.
        ("ResponseId,Q1\n1,x\n", None),
        ("PAR1....", Some(Format::BrightDataParquet)),
        ("PK\u{3}\u{4}", Some(Format::LinkedIn)),
        ("id,name\n1,x\n", None),
        ("<html>", None),
    ];
    for (text, format) in table {
        assert_eq!(Format::detect(text.as_bytes()), *format, "{text}");
    }
    let error = read(b"<html>".to_vec(), None).unwrap_err();
    assert!(error.starts_with("test: the format is not recognised"), "{error}");
    assert!(Format::ALL.iter().all(|format| error.contains(format.name())), "{error}");
}

#[test]
fn compressed_files_are_detected_by_content_and_hashed_as_stored() {
    let folder = tempfile::tempdir().unwrap();
    let (first, second) = TWO.split_at(TWO.find('\n').unwrap() + 1);
    let mut skippable = vec![0x50, 0x2A, 0x4D, 0x18, 3, 0, 0, 0, 1, 2, 3];
    skippable.extend(zstd(TWO.as_bytes()));
    let variants = [
        TWO.as_bytes().to_vec(),
        gzip(TWO.as_bytes()),
        [gzip(first.as_bytes()), gzip(second.as_bytes())].concat(),
        zstd(TWO.as_bytes()),
        [zstd(first.as_bytes()), zstd(second.as_bytes())].concat(),
        skippable,
    ];
    for stored in variants {
        let path = folder.path().join("people.jsonl");
        fs::write(&path, &stored).unwrap();
        let mut source = open_profiles(&path, &options(None)).unwrap();
        let records: Vec<Record> = source.by_ref().map(Result::unwrap).collect();
        assert_eq!(records, people(TWO));
        assert_eq!(source.counts().accepted, 2);
        assert_eq!(source.size_bytes(), Some(stored.len() as u64));
        assert_eq!(source.bytes_read(), stored.len() as u64);
        let hash: [u8; 32] = Sha256::digest(&stored).into();
        assert_eq!(source.data_sha256(), hash);
        assert_eq!(source.format(), Format::Jsonl);
    }
}

#[test]
fn damaged_compression_is_an_error_at_any_position() {
    let long = TWO.repeat(20_000);
    for whole in [gzip(TWO.as_bytes()), zstd(TWO.as_bytes()), gzip(long.as_bytes()), zstd(long.as_bytes())] {
        let error = read(whole[..whole.len() - 3].to_vec(), None).unwrap_err();
        assert!(error.starts_with("test: "), "{error}");
        let mut flipped = whole.clone();
        let last = flipped.len() - 1;
        flipped[last] ^= 1;
        assert!(read(flipped, None).is_err());
    }
}

/// Returns one byte per call, like a slow pipe.
struct Trickle(Cursor<Vec<u8>>);

impl Read for Trickle {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = buffer.len().min(1);
        self.0.read(&mut buffer[..n])
    }
}

#[test]
fn a_slow_pipe_gives_the_same_records() {
    for stored in [TWO.as_bytes().to_vec(), gzip(TWO.as_bytes()), zstd(TWO.as_bytes())] {
        let source = read_profiles_from("pipe", Trickle(Cursor::new(stored)), &options(None)).unwrap();
        assert_eq!(source.size_bytes(), None);
        assert_eq!(source.map(Result::unwrap).collect::<Vec<_>>(), people(TWO));
    }
}

#[test]
fn a_bomb_is_a_record_that_is_too_long() {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    io::copy(&mut io::repeat(b'x').take(256 << 20), &mut encoder).unwrap();
    encoder.write_all(b"\n{\"id\": \"2\"}\n").unwrap();
    let bomb = encoder.finish().unwrap();
    for format in [Format::Jsonl, Format::BrightData, Format::BrightDataCsv] {
        let records = read(bomb.clone(), Some(format)).unwrap();
        let Record::Rejected(rejected) = &records[0] else { panic!("{:?}", records[0]) };
        assert!(rejected.reason.contains(&format!("longer than {MAX_LINE_BYTES} bytes")), "{rejected}");
    }
}

#[test]
fn patterns_are_sorted_and_an_empty_one_is_an_error() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["people-2.jsonl", "people-10.jsonl", "people-1.jsonl", "other.txt", "odd[1].jsonl"] {
        fs::write(folder.path().join(name), TWO).unwrap();
    }
    fs::create_dir(folder.path().join("people-folder.jsonl")).unwrap();
    let path = |name: &str| folder.path().join(name);
    let found = expand_paths(&[path("people-*.jsonl"), PathBuf::from("-"), path("odd[1].jsonl")]).unwrap();
    let wanted = [
        path("people-1.jsonl"),
        path("people-10.jsonl"),
        path("people-2.jsonl"),
        PathBuf::from("-"),
        path("odd[1].jsonl"),
    ];
    assert_eq!(found, wanted);
    let error = expand_paths(&[path("nobody-*.jsonl")]).unwrap_err();
    assert!(matches!(error, OpenError::NoMatch { .. }), "{error}");
    let error = expand_paths(&[path("***")]).unwrap_err();
    assert!(matches!(error, OpenError::Pattern { .. }), "{error}");
    // A missing file without a pattern is an error of `open_profiles`.
    assert_eq!(expand_paths(&[path("missing.jsonl")]).unwrap(), [path("missing.jsonl")]);
    let missing = open_profiles(&path("missing.jsonl"), &options(None)).err().unwrap();
    assert!(matches!(missing, OpenError::Missing { .. }), "{missing}");
    let folder = open_profiles(Path::new(folder.path()), &options(None)).err().unwrap();
    assert!(matches!(folder, OpenError::IsDirectory { .. }), "{folder}");
}

#[test]
fn recommended_courses_have_our_key_or_the_reference_methods() {
    let titles = |line: &str| match people(line).remove(0) {
        Record::Accepted { recommended_courses, .. } => recommended_courses,
        Record::Rejected(rejected) => panic!("{rejected}"),
    };
    assert_eq!(titles("{\"like_name\": [\"Rust\", {\"title\": \"Go\"}, 5, null, \" \"]}"), ["Rust", "Go"]);
    assert_eq!(titles("{\"recommended_courses\": \"Rust\", \"like_name\": null}"), ["Rust"]);
    assert_eq!(titles("{\"like_name\": \"[\\\"Rust\\\"]\"}"), ["Rust"]);
    assert!(titles("{\"skills\": [\"like_name\"]}").is_empty());
}

/// Bytes that are often nearly a file of some format.
fn nearly_anything() -> impl Strategy<Value = Vec<u8>> {
    let pieces: [&[u8]; 21] = [
        b"{\"id\": \"1\", \"experience\": [{\"duration\": \"1 year\"}]}",
        b"{\"id\": ",
        b"[",
        b"]",
        b"{",
        b"}",
        b",",
        b"\"",
        b"\\",
        b"\n",
        b"\r\n",
        b" ",
        b"\xEF\xBB\xBF",
        b"id,position,experience\n",
        b"1,Engineer,\"[{\"\"duration\"\": \"\"2 years\"\"}]\"\n",
        b"ResponseId,YearsCodePro\n",
        b"{\n\"basics\": {}}",
        b"PAR1",
        b"PK\x03\x04",
        b"\x1F\x8B\x08",
        b"\x28\xB5\x2F\xFD",
    ];
    let piece = prop_oneof![
        6 => prop::sample::select(pieces.to_vec()).prop_map(<[u8]>::to_vec),
        1 => prop::collection::vec(any::<u8>(), 0..20),
    ];
    prop::collection::vec(piece, 0..30).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_bytes_give_records_or_located_errors(
        bytes in nearly_anything(), format in 0..Format::ALL.len() + 1,
    ) {
        let format = Format::ALL.get(format).copied();
        let limit = bytes.len() + 2;
        match read_profiles_from("some name", Cursor::new(bytes), &options(format)) {
            Err(error) => prop_assert!(error.to_string().starts_with("some name: "), "{}", error),
            Ok(source) => {
                let mut last = 0;
                let mut n = 0;
                for record in source {
                    n += 1;
                    prop_assert!(n <= limit);
                    let line = match record {
                        Ok(Record::Accepted { line, .. }) => line,
                        Ok(Record::Rejected(rejected)) => rejected.line,
                        Err(error) => {
                            prop_assert!(error.to_string().starts_with("some name: line "), "{}", error);
                            error.line.max(last)
                        }
                    };
                    prop_assert!(line >= last);
                    last = line;
                }
            }
        }
    }

    #[test]
    fn compression_and_chunks_change_nothing(bytes in nearly_anything(), chunk in 1usize..50) {
        let mut bytes = bytes;
        // Bytes that look compressed are treated as compressed.
        if matches!(bytes.first(), Some(0x1F | 0x28 | 0x50..=0x5F)) {
            bytes.insert(0, b' ');
        }
        for format in [Format::Jsonl, Format::BrightData, Format::BrightDataCsv] {
            let plain = read(bytes.clone(), Some(format)).unwrap();
            prop_assert_eq!(&read(gzip(&bytes), Some(format)).unwrap(), &plain);
            prop_assert_eq!(&read(zstd(&bytes), Some(format)).unwrap(), &plain);
            let chunked = BufReader::with_capacity(chunk, Cursor::new(bytes.clone()));
            let source = read_profiles_from("test", chunked, &options(Some(format))).unwrap();
            prop_assert_eq!(&source.map(Result::unwrap).collect::<Vec<_>>(), &plain);
        }
    }
}
