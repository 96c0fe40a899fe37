//! Reads Bright Data records as Parquet: sections are nested lists, or JSON in text columns.

use std::fs::File;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};

use parquet::errors::ParquetError;
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::reader::RowIter;
use parquet::record::{Field, Row};
use parquet::schema::types::Type;
use serde_json::Value;

use super::record::RawRecord;
use crate::{ReadError, ReadOptions, Record, Rejection};

/// Reads the rows of a Parquet file. The line of a record is the number of its row.
///
/// The end of a file is read first, so only files can be read. Memory is one page of each used column.
pub(crate) struct ParquetReader {
    name: String,
    rows: RowIter<'static>,
    row: u64,
    options: ReadOptions,
    finished: bool,
}

impl ParquetReader {
    /// Opens a file; reads only the used columns.
    pub(crate) fn new(name: String, file: File, options: ReadOptions) -> Result<Self, ParquetError> {
        let rows = guarded(|| open(file))?;
        Ok(ParquetReader { name, rows, row: 0, options, finished: false })
    }
}

fn open(file: File) -> Result<RowIter<'static>, ParquetError> {
    let reader = SerializedFileReader::new(file)?;
    let schema = reader.metadata().file_metadata().schema();
    let used: Vec<_> = schema
        .get_fields()
        .iter()
        .filter(|column| RawRecord::FIELDS.contains(&column.name()))
        .cloned()
        .collect();
    if used.is_empty() {
        return Err(ParquetError::General("it has none of the columns of a person".into()));
    }
    let projection = Type::group_type_builder(schema.name()).with_fields(used).build()?;
    RowIter::from_file_into(Box::new(reader)).project(Some(projection))
}

/// The crate panics on some damaged files, because it asserts their metadata; here that is an error. The
/// reader is dropped then, so its state is not used again.
fn guarded<T>(read: impl FnOnce() -> Result<T, ParquetError>) -> Result<T, ParquetError> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| {
        Err(ParquetError::General("its metadata or its pages contradict each other".into()))
    })
}

impl Iterator for ParquetReader {
    type Item = Result<Record, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.finished {
            return None;
        }
        self.row += 1;
        let line = self.row;
        match guarded(|| self.rows.next().transpose()).transpose()? {
            Ok(row) => {
                let record = raw(row).into_record(line, &self.options);
                Some(Ok(record.unwrap_or_else(|reason| Record::Rejected(Rejection { line, reason }))))
            }
            Err(error) => {
                self.finished = true;
                let source = io::Error::new(io::ErrorKind::InvalidData, error.to_string());
                Some(Err(ReadError { name: self.name.clone(), line, source }))
            }
        }
    }
}

fn raw(row: Row) -> RawRecord {
    let mut raw = RawRecord::default();
    for (name, field) in row.into_columns() {
        if let Some(place) = RawRecord::FIELDS.iter().position(|known| *known == name) {
            raw.set(place, value(&field));
        }
    }
    raw
}

fn value(field: &Field) -> Value {
    match field {
        Field::Str(text) => Value::String(text.clone()),
        Field::Bytes(bytes) => Value::String(String::from_utf8_lossy(bytes.data()).into_owned()),
        Field::Bool(truth) => Value::Bool(*truth),
        Field::Byte(number) => Value::from(*number),
        Field::Short(number) => Value::from(*number),
        Field::Int(number) => Value::from(*number),
        Field::Long(number) => Value::from(*number),
        Field::UByte(number) => Value::from(*number),
        Field::UShort(number) => Value::from(*number),
        Field::UInt(number) => Value::from(*number),
        Field::ULong(number) => Value::from(*number),
        Field::Group(row) => {
            Value::Object(row.get_column_iter().map(|(name, field)| (name.clone(), value(field))).collect())
        }
        Field::ListInternal(list) => Value::Array(list.elements().iter().map(value).collect()),
        // Fractions, times and maps: no used field has them.
        _ => Value::Null,
    }
}
