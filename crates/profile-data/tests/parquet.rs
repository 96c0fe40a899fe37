//! Parquet with JSON in text columns, and with nested columns.
#![cfg(feature = "parquet")]
#![expect(clippy::unwrap_used, reason = "helpers of tests, too")]

use std::fs::{self, File};
use std::path::Path;
use std::sync::Arc;

use parquet::basic::Compression;
use parquet::data_type::{ByteArray, ByteArrayType};
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::parser::parse_message_type;
use profile_data::{ExperienceRule, Format, ReadOptions, Record, YearMonth, open_profiles};
use proptest::prelude::*;
use sha2::{Digest, Sha256};

fn options() -> ReadOptions {
    ReadOptions {
        format: None,
        experience: ExperienceRule::default(),
        as_of: YearMonth::new(2024, 12).unwrap(),
    }
}

/// A leaf column: its values with their definition and repetition levels.
type Column = (Vec<&'static str>, Vec<i16>, Vec<i16>);

fn write(path: &Path, schema: &str, compression: Compression, columns: &[Column]) {
    let schema = Arc::new(parse_message_type(schema).unwrap());
    let properties = Arc::new(WriterProperties::builder().set_compression(compression).build());
    let mut file = SerializedFileWriter::new(File::create(path).unwrap(), schema, properties).unwrap();
    let mut group = file.next_row_group().unwrap();
    for (values, definitions, repetitions) in columns {
        let values: Vec<ByteArray> = values.iter().map(|value| ByteArray::from(*value)).collect();
        let mut column = group.next_column().unwrap().unwrap();
        column.typed::<ByteArrayType>().write_batch(&values, Some(definitions), Some(repetitions)).unwrap();
        column.close().unwrap();
    }
    group.close().unwrap();
    file.close().unwrap();
}

const TEXTS: &str = "message people { optional binary id (UTF8); optional binary position (UTF8);
    optional binary about (UTF8); optional binary experience (UTF8); optional binary courses; }";

fn texts() -> Vec<Column> {
    vec![
        (vec!["1", "2"], vec![1, 1], vec![0, 0]),
        (vec!["Engineer"], vec![1, 0], vec![0, 0]),
        (vec!["unused"], vec![1, 0], vec![0, 0]),
        (vec![r#"[{"duration_short": "1 year"}]"#, "broken"], vec![1, 1], vec![0, 0]),
        (vec![r#"[{"title": "Statistics"}]"#], vec![1, 0], vec![0, 0]),
    ]
}

const NESTED: &str = "message people { optional binary id (UTF8);
    optional group experience (LIST) { repeated group list { optional group element {
        optional binary duration_short (UTF8); } } } }";

#[test]
fn text_columns_hold_json() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("people.parquet");
    for compression in [
        Compression::UNCOMPRESSED,
        Compression::SNAPPY,
        Compression::GZIP(Default::default()),
        Compression::ZSTD(Default::default()),
    ] {
        write(&path, TEXTS, compression, &texts());
        let mut source = open_profiles(&path, &options()).unwrap();
        assert_eq!(source.format(), Format::BrightDataParquet);
        let Some(Ok(Record::Accepted { line: 1, profile, .. })) = source.next() else { panic!() };
        assert_eq!((profile.id.as_str(), profile.position.as_deref()), ("1", Some("Engineer")));
        assert_eq!((profile.experience_months, profile.courses), (Some(12), vec!["Statistics".to_owned()]));
        let Some(Ok(Record::Rejected(rejected))) = source.next() else { panic!() };
        let reason = "line 2: experience: expected a list of objects as JSON, found another text";
        assert_eq!(rejected.to_string(), reason);
        assert!(source.next().is_none());
        let hash: [u8; 32] = Sha256::digest(fs::read(&path).unwrap()).into();
        assert_eq!(source.data_sha256(), hash);
    }
}

#[test]
fn nested_columns_are_lists_of_objects() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("people.parquet");
    // Person 1 has two jobs, person 2 has no section, person 3 an empty one.
    let columns = vec![
        (vec!["1", "2", "3"], vec![1, 1, 1], vec![0, 0, 0]),
        (vec!["1 year", "5 months"], vec![4, 4, 0, 1], vec![0, 1, 0, 0]),
    ];
    write(&path, NESTED, Compression::SNAPPY, &columns);
    let months: Vec<Option<u32>> = open_profiles(&path, &options())
        .unwrap()
        .map(|record| match record.unwrap() {
            Record::Accepted { profile, .. } => profile.experience_months,
            Record::Rejected(rejected) => panic!("{rejected}"),
        })
        .collect();
    assert_eq!(months, [Some(17), None, None]);
}

proptest! {
    #[test]
    fn a_damaged_file_is_an_error_or_other_records(at in 0usize..10_000, byte: u8, cut in 0usize..400) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("people.parquet");
        write(&path, TEXTS, Compression::SNAPPY, &texts());
        let mut bytes = fs::read(&path).unwrap();
        let at = 4 + at % (bytes.len() - 4);
        bytes[at] = byte;
        if cut < 100 {
            bytes.truncate(bytes.len() - cut);
        }
        fs::write(&path, &bytes).unwrap();
        match open_profiles(&path, &options()) {
            Ok(source) => prop_assert!(source.count() < 100_000),
            Err(error) => prop_assert!(error.to_string().contains("people.parquet: "), "{}", error),
        }
    }
}
