//! Reads lines of bounded length, and hashes all bytes.

use std::io::{self, BufRead};

use sha2::{Digest, Sha256};

const BOM: &[u8] = b"\xEF\xBB\xBF";

/// The result of [`LineReader::next_line`]; the text is in [`LineReader::text`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Line {
    /// Only white space.
    Blank,
    /// A complete line within the limit.
    Whole,
    /// Longer than the limit; only its first bytes were kept.
    TooLong,
}

/// Reads lines into a reused buffer, and hashes the bytes.
pub(crate) struct LineReader<R> {
    source: R,
    max_line_bytes: usize,
    buffer: Vec<u8>,
    /// Number of the last returned line or, inside `next_line`, of the line being read; from 1.
    number: u64,
    bytes_read: u64,
    /// `None` when the source is already hashed.
    hash: Option<Sha256>,
}

impl<R: BufRead> LineReader<R> {
    pub(crate) fn new(source: R, max_line_bytes: usize) -> Self {
        LineReader {
            source,
            max_line_bytes,
            buffer: Vec::new(),
            number: 0,
            bytes_read: 0,
            hash: Some(Sha256::new()),
        }
    }

    pub(crate) fn leave_out_hash(&mut self) {
        self.hash = None;
    }

    /// The text of the last line, without its line ending and without a byte order mark.
    pub(crate) fn text(&self) -> &[u8] {
        let text = self.buffer.as_slice();
        if self.number == 1 { text.strip_prefix(BOM).unwrap_or(text) } else { text }.trim_ascii_end()
    }

    pub(crate) fn number(&self) -> u64 {
        self.number
    }

    pub(crate) fn bytes_read(&self) -> u64 {
        self.bytes_read
    }

    pub(crate) fn sha256(&self) -> [u8; 32] {
        self.hash.clone().unwrap_or_default().finalize().into()
    }

    /// The next line, or `None` at the end. Memory never exceeds the limit.
    pub(crate) fn next_line(&mut self) -> io::Result<Option<Line>> {
        self.buffer.clear();
        self.number += 1;
        // One byte more than the limit is kept, for the `\r` of a longest line that ends in CRLF,
        // and three for the byte order mark.
        let keep = self.max_line_bytes + 1 + BOM.len();
        let mut dropped_ink = false;
        let mut dropped_bytes = false;
        let mut started = false;
        loop {
            let chunk = match self.source.fill_buf() {
                Ok(chunk) => chunk,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            if chunk.is_empty() {
                if started {
                    break;
                }
                self.number -= 1;
                return Ok(None);
            }
            started = true;
            let newline = memchr::memchr(b'\n', chunk);
            let (body, used) = newline.map_or((chunk, chunk.len()), |at| (&chunk[..at], at + 1));
            let (kept, dropped) = body.split_at(body.len().min(keep - self.buffer.len()));
            self.buffer.extend_from_slice(kept);
            dropped_bytes |= !dropped.is_empty();
            dropped_ink |= !dropped.trim_ascii().is_empty();
            if let Some(hash) = &mut self.hash {
                hash.update(&chunk[..used]);
            }
            self.bytes_read += used as u64;
            self.source.consume(used);
            if newline.is_some() {
                break;
            }
        }
        let text = self.text();
        Ok(Some(if text.trim_ascii_start().is_empty() && !dropped_ink {
            Line::Blank
        } else if dropped_bytes || text.len() > self.max_line_bytes {
            Line::TooLong
        } else {
            Line::Whole
        }))
    }
}
