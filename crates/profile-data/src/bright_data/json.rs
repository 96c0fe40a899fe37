//! Bright Data records as JSON: the elements of a list, objects one after the other, or one object a line.

use std::io::{self, BufRead};

use serde::de::IgnoredAny;

use super::elements::{Element, Elements};
use super::record::Raw;
use crate::reader::line::{Line, LineReader};
use crate::{MAX_LINE_BYTES, ReadError, ReadOptions, Record, Rejected};

/// Streams the records of a JSON list or of JSON Lines. The line of a record is that at which it begins;
/// since a list may be one long line, reasons of a list also give the number of the record.
pub(crate) struct JsonReader<R> {
    name: String,
    cutter: Cutter<R>,
    options: ReadOptions,
    finished: bool,
}

enum Cutter<R> {
    /// A line that is broken costs this line only.
    Lines(LineReader<R>),
    Elements(Elements<R>),
}

impl<R: BufRead> JsonReader<R> {
    /// `start` is what the source begins with; it says how records are told apart.
    pub(crate) fn new(name: String, start: &[u8], source: R, options: ReadOptions) -> Self {
        let cutter = if is_by_line(start) {
            let mut lines = LineReader::new(source, MAX_LINE_BYTES);
            lines.leave_out_hash();
            Cutter::Lines(lines)
        } else {
            Cutter::Elements(Elements::new(source, MAX_LINE_BYTES))
        };
        JsonReader { name, cutter, options, finished: false }
    }

    fn take(&mut self) -> io::Result<Option<Record>> {
        let options = &self.options;
        let profile = |text: &[u8]| Raw::from_json(text).and_then(|raw| raw.into_profile(options));
        let too_long = || Err(format!("longer than {MAX_LINE_BYTES} bytes"));
        let (line, parsed) = match &mut self.cutter {
            Cutter::Lines(lines) => {
                let parsed = loop {
                    match lines.next_line()? {
                        None => return Ok(None),
                        Some(Line::Blank) => {}
                        Some(Line::TooLong) => break too_long(),
                        Some(Line::Whole) => break profile(lines.text()),
                    }
                };
                (lines.number(), parsed)
            }
            Cutter::Elements(elements) => {
                let Some(element) = elements.next_element()? else { return Ok(None) };
                let parsed = match element {
                    Element::Whole => profile(elements.text()),
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
                (elements.begins_at(), parsed.map_err(|reason| format!("record {number}: {reason}")))
            }
        };
        Ok(Some(match parsed {
            Ok((profile, recommended_courses)) => Record::Accepted { line, profile, recommended_courses },
            Err(reason) => Record::Rejected(Rejected { line, reason }),
        }))
    }

    fn line(&self) -> u64 {
        match &self.cutter {
            Cutter::Lines(lines) => lines.number(),
            Cutter::Elements(elements) => elements.begins_at(),
        }
    }
}

/// Whether some line near the beginning is an object of its own, or the first line has no end in sight.
/// Objects inside a record that is broken over lines are indented.
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
