//! Reads Bright Data records as JSON: the elements of a list, a sequence of objects, or one object per line.

use std::io::{self, BufRead};

use serde::de::IgnoredAny;

use super::elements::{Element, Elements};
use super::record::RawRecord;
use crate::reader::line::{Line, LineReader};
use crate::{MAX_LINE_BYTES, ReadError, ReadOptions, Record, Rejection};

/// Streams the records of a JSON list or of JSON Lines. The line of a record is its first line; because a
/// list may be one long line, reasons in a list also have the number of the record.
pub(crate) struct JsonReader<R> {
    name: String,
    cutter: Splitter<R>,
    options: ReadOptions,
    finished: bool,
}

enum Splitter<R> {
    /// An invalid line affects no other.
    Lines(LineReader<R>),
    Elements(Elements<R>),
}

impl<R: BufRead> JsonReader<R> {
    /// `start` is the beginning of the source, which shows how records are separated.
    pub(crate) fn new(name: String, start: &[u8], source: R, options: ReadOptions) -> Self {
        let cutter = if is_by_line(start) {
            let mut lines = LineReader::new(source, MAX_LINE_BYTES);
            lines.leave_out_hash();
            Splitter::Lines(lines)
        } else {
            Splitter::Elements(Elements::new(source, MAX_LINE_BYTES))
        };
        JsonReader { name, cutter, options, finished: false }
    }

    fn take(&mut self) -> io::Result<Option<Record>> {
        let options = &self.options;
        let record = |line: u64, text: &[u8]| {
            RawRecord::from_json(text).and_then(|raw| raw.into_record(line, options))
        };
        let too_long = || Err(format!("longer than {MAX_LINE_BYTES} bytes"));
        let (line, parsed) = match &mut self.cutter {
            Splitter::Lines(lines) => {
                let parsed = loop {
                    match lines.next_line()? {
                        None => return Ok(None),
                        Some(Line::Blank) => {}
                        Some(Line::TooLong) => break too_long(),
                        Some(Line::Whole) => break record(lines.number(), lines.text()),
                    }
                };
                (lines.number(), parsed)
            }
            Splitter::Elements(elements) => {
                let Some(element) = elements.next_element()? else { return Ok(None) };
                let parsed = match element {
                    Element::Whole => record(elements.first_line(), elements.text()),
                    Element::TooLong => too_long(),
                    Element::CutOff => Err("the file ends in the middle of the record (cut off?)".into()),
                    Element::ListNotClosed => {
                        Err("the file ends before the end of the list (cut off?)".into())
                    }
                    Element::AfterTheList => {
                        Err("something stands after the end of the list; it was not read".into())
                    }
                };
                let number = elements.number();
                (elements.first_line(), parsed.map_err(|reason| format!("record {number}: {reason}")))
            }
        };
        Ok(Some(parsed.unwrap_or_else(|reason| Record::Rejected(Rejection { line, reason }))))
    }

    fn line(&self) -> u64 {
        match &self.cutter {
            Splitter::Lines(lines) => lines.number(),
            Splitter::Elements(elements) => elements.first_line(),
        }
    }
}

/// Whether a line near the beginning is an object, or the first line does not end there. Objects inside a
/// record of several lines are indented.
fn is_by_line(start: &[u8]) -> bool {
    let text = start.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(start).trim_ascii_start();
    if text.starts_with(b"[") {
        return false;
    }
    let is_object =
        |line: &[u8]| line.starts_with(b"{") && serde_json::from_slice::<IgnoredAny>(line).is_ok();
    let mut lines = text.split(|&byte| byte == b'\n').map(<[u8]>::trim_ascii_end);
    !text.contains(&b'\n') || lines.any(is_object)
}

impl<R: BufRead> Iterator for JsonReader<R> {
    type Item = Result<Record, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.finished {
            return None;
        }
        match self.take() {
            Ok(record) => record.map(Ok),
            Err(source) => {
                self.finished = true;
                Some(Err(ReadError { name: self.name.clone(), line: self.line(), source }))
            }
        }
    }
}
