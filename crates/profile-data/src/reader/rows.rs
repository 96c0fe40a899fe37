//! Reads rows of a CSV file with bounded memory; a row may span several lines inside quotes.

use std::io::{self, BufRead};

/// The result of [`RowReader::next_row`]; the cells are in [`RowReader::cells`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Row {
    /// A row.
    Whole,
    /// Longer than the limit, as after a quote that is not closed. Reading continues at the next line.
    TooLong,
    /// The file ends inside quotes.
    CutOff,
    /// A misplaced quote, so that the ends of rows are unknown.
    Torn,
}

/// Streams rows. Skips blank lines and a byte order mark.
pub(crate) struct RowReader<R> {
    source: R,
    max_bytes: usize,
    buffer: Vec<u8>,
    /// All cells of the last row, concatenated.
    output: Vec<u8>,
    /// The end of each cell.
    ends: Vec<usize>,
    parser: csv_core::Reader,
    /// Lines read so far.
    lines: u64,
    /// The first line of the last row, from 1.
    begins_at: u64,
}

impl<R: BufRead> RowReader<R> {
    pub(crate) fn new(source: R, max_bytes: usize) -> Self {
        RowReader {
            source,
            max_bytes,
            buffer: Vec::new(),
            output: Vec::new(),
            ends: Vec::new(),
            parser: csv_core::Reader::new(),
            lines: 0,
            begins_at: 1,
        }
    }

    /// The first line of the last row, from 1.
    pub(crate) fn line(&self) -> u64 {
        self.begins_at
    }

    /// The cells of the last complete row.
    pub(crate) fn cells(&self) -> impl ExactSizeIterator<Item = &[u8]> {
        self.ends.iter().enumerate().map(|(index, &end)| {
            let start = if index == 0 { 0 } else { self.ends[index - 1] };
            &self.output[start..end]
        })
    }

    /// The next row that is not blank, or `None` at the end.
    pub(crate) fn next_row(&mut self) -> io::Result<Option<Row>> {
        loop {
            self.buffer.clear();
            self.begins_at = self.lines + 1;
            let Some(row) = self.take_row()? else { return Ok(None) };
            if row != Row::Whole {
                return Ok(Some(row));
            }
            if self.begins_at == 1 && self.buffer.starts_with(b"\xEF\xBB\xBF") {
                self.buffer.drain(..3);
            }
            if !self.buffer.trim_ascii().is_empty() {
                return Ok(Some(if self.split() { Row::Whole } else { Row::Torn }));
            }
        }
    }

    /// Reads lines until all quotes are closed.
    fn take_row(&mut self) -> io::Result<Option<Row>> {
        let mut quoted = false;
        let mut started = false;
        let mut too_long = false;
        loop {
            let chunk = match self.source.fill_buf() {
                Ok(chunk) => chunk,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            if chunk.is_empty() {
                return Ok(match () {
                    () if !started => None,
                    () if too_long => Some(Row::TooLong),
                    () if quoted => Some(Row::CutOff),
                    () => Some(Row::Whole),
                });
            }
            started = true;
            let newline = memchr::memchr(b'\n', chunk);
            let used = newline.map_or(chunk.len(), |at| at + 1);
            let taken = &chunk[..used];
            // A quote inside quotes is written twice, so the parity says whether quotes are open.
            quoted ^= taken.iter().filter(|&&byte| byte == b'"').count() % 2 == 1;
            let room = self.max_bytes.saturating_sub(self.buffer.len());
            too_long |= used > room;
            self.buffer.extend_from_slice(&taken[..used.min(room)]);
            self.source.consume(used);
            if newline.is_some() {
                self.lines += 1;
                if too_long {
                    return Ok(Some(Row::TooLong));
                }
                if !quoted {
                    return Ok(Some(Row::Whole));
                }
            }
        }
    }

    /// Parses the row into cells; false when the row ends before its text.
    fn split(&mut self) -> bool {
        self.parser.reset();
        // No cell is longer than its row, and there is at most one cell more than separators.
        self.output.resize(self.buffer.len(), 0);
        let separators = self.buffer.iter().filter(|&&byte| byte == b',').count();
        self.ends.resize(separators + 1, 0);
        let (mut at, mut written, mut cells) = (0, 0, 0);
        loop {
            // After the last byte the input is empty, which means the end to the parser.
            let (result, read, out, ends) = self.parser.read_record(
                &self.buffer[at..],
                &mut self.output[written..],
                &mut self.ends[cells..],
            );
            (at, written, cells) = (at + read, written + out, cells + ends);
            match result {
                csv_core::ReadRecordResult::InputEmpty => {}
                csv_core::ReadRecordResult::Record | csv_core::ReadRecordResult::End => {
                    self.ends.truncate(cells);
                    return self.buffer[at..].trim_ascii().is_empty();
                }
                // Impossible with the sizes above.
                _ => return false,
            }
        }
    }
}
