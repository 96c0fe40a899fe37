//! Reads a file of the export as a table. Some have a few lines of notes before the header.

use super::files::Content;
use crate::MAX_LINE_BYTES;
use crate::reader::rows::{Row, RowReader};

/// The most rows before the header.
const MAX_NOTES: usize = 10;

/// Why a file is not a table, with the line.
pub(super) struct TableError {
    pub(super) file: &'static str,
    pub(super) line: u64,
    pub(super) reason: String,
}

/// The cells of these columns, row by row. A blank or missing cell is `None`, and a row of blank cells is
/// left out. The header must have the first column; the others may be missing. White space inside a cell,
/// also a line break, becomes one space.
pub(super) fn rows<const N: usize>(
    content: &Content,
    columns: [&str; N],
) -> Result<Vec<[Option<String>; N]>, TableError> {
    let mut reader = RowReader::new(content.bytes.as_slice(), MAX_LINE_BYTES);
    let mut header: Option<[Option<usize>; N]> = None;
    let mut rows = Vec::new();
    let mut notes = 0;
    while let Ok(Some(row)) = reader.next_row() {
        let invalid =
            |reason: &str| TableError { file: content.file, line: reader.line(), reason: reason.into() };
        match (row, &header) {
            (Row::Whole, Some(indices)) => {
                let mut cells: [Option<String>; N] = [const { None }; N];
                for (cell, index) in cells.iter_mut().zip(indices) {
                    let Some(bytes) = index.and_then(|index| reader.cells().nth(index)) else { continue };
                    let text = std::str::from_utf8(bytes).map_err(|_| invalid("not valid UTF-8"))?;
                    let text = text.split_whitespace().collect::<Vec<&str>>().join(" ");
                    *cell = Some(text).filter(|text| !text.is_empty());
                }
                if cells.iter().any(Option::is_some) {
                    rows.push(cells);
                }
            }
            (Row::Whole, None) => {
                let is_named =
                    |cell: &[u8], name: &str| cell.trim_ascii().eq_ignore_ascii_case(name.as_bytes());
                let indices = columns.map(|name| reader.cells().position(|cell| is_named(cell, name)));
                if indices[0].is_some() {
                    header = Some(indices);
                    continue;
                }
                notes += 1;
                if notes > MAX_NOTES {
                    break;
                }
            }
            (Row::Torn, None) => notes += 1,
            (Row::Torn, Some(_)) => {
                return Err(invalid("a quote stands inside a cell that is not in quotes"));
            }
            (Row::TooLong, _) => return Err(invalid("a row is too long (a quote that is not closed?)")),
            (Row::CutOff, _) => return Err(invalid("the file ends inside quotes (cut off?)")),
        }
    }
    if header.is_none() && notes > 0 {
        let reason = format!("no header with the column {:?}", columns[0]);
        return Err(TableError { file: content.file, line: 1, reason });
    }
    Ok(rows)
}
