//! A file of the export as a table. Some begin with a few lines of notes before the header.

use super::files::Content;
use crate::MAX_LINE_BYTES;
use crate::reader::rows::{Row, RowReader};

/// How many rows may stand before the header.
const MAX_NOTES: usize = 10;

/// Why a file is no table, and the line.
pub(super) struct Broken {
    pub(super) file: &'static str,
    pub(super) line: u64,
    pub(super) reason: String,
}

/// The cells of these columns, row by row; a blank or missing cell is `None`, and a row
/// without any is left out. The first column must be in the
/// header, the others may be missing. White space inside a cell (line breaks, too) becomes one space.
pub(super) fn rows<const N: usize>(
    content: &Content,
    columns: [&str; N],
) -> Result<Vec<[Option<String>; N]>, Broken> {
    let mut reader = RowReader::new(content.bytes.as_slice(), MAX_LINE_BYTES);
    let mut header: Option<[Option<usize>; N]> = None;
    let mut rows = Vec::new();
    let mut notes = 0;
    while let Ok(Some(row)) = reader.next_row() {
        let broken = |reason: &str| Broken { file: content.file, line: reader.line(), reason: reason.into() };
        match (row, &header) {
            (Row::Whole, Some(places)) => {
                let mut cells: [Option<String>; N] = [const { None }; N];
                for (cell, place) in cells.iter_mut().zip(places) {
                    let Some(bytes) = place.and_then(|place| reader.cells().nth(place)) else { continue };
                    let text = std::str::from_utf8(bytes).map_err(|_| broken("not valid UTF-8"))?;
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
                let places = columns.map(|name| reader.cells().position(|cell| is_named(cell, name)));
                if places[0].is_some() {
                    header = Some(places);
                    continue;
                }
                notes += 1;
                if notes > MAX_NOTES {
                    break;
                }
            }
            (Row::Torn, None) => notes += 1,
            (Row::Torn, Some(_)) => {
                return Err(broken("a quote stands inside a cell that is not in quotes"));
            }
            (Row::TooLong, _) => return Err(broken("a row is too long (a quote that is not closed?)")),
            (Row::CutOff, _) => return Err(broken("the file ends inside quotes (cut off?)")),
        }
    }
    if header.is_none() && notes > 0 {
        let reason = format!("no header with the column {:?}", columns[0]);
        return Err(Broken { file: content.file, line: 1, reason });
    }
    Ok(rows)
}
