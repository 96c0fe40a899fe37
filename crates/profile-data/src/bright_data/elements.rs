//! Splits a JSON list, or a sequence of objects, into its elements, with one element in memory at a time.

use std::io::{self, BufRead};

/// The result of [`Elements::next_element`]; the text is in [`Elements::text`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Element {
    /// An element, which may be invalid JSON.
    Whole,
    /// Longer than the limit; only its first bytes were kept.
    TooLong,
    /// The file ends inside the element.
    CutOff,
    /// The file ends between elements, before the end of the list.
    ListNotClosed,
    /// There is text after the end of the list.
    AfterTheList,
}

/// The position of the splitter.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// Before the first byte that is not white space.
    Start,
    /// Between elements; `true` inside a list.
    Between(bool),
    /// After the closing bracket.
    Closed,
    /// All elements were returned.
    Done,
}

/// Streams elements. Invalid text between two elements is an element of its own, which is rejected, so that
/// the next object can be read.
pub(super) struct Elements<R> {
    source: R,
    max_bytes: usize,
    buffer: Vec<u8>,
    state: State,
    /// The current line.
    current_line: u64,
    /// The first line of the last element, from 1.
    begins_at: u64,
    /// The number of the last element, from 1.
    number: u64,
}

impl<R: BufRead> Elements<R> {
    pub(super) fn new(source: R, max_bytes: usize) -> Self {
        Elements {
            source,
            max_bytes,
            buffer: Vec::new(),
            state: State::Start,
            current_line: 1,
            begins_at: 1,
            number: 0,
        }
    }

    pub(super) fn text(&self) -> &[u8] {
        &self.buffer
    }

    /// The first line of the last element, from 1.
    pub(super) fn first_line(&self) -> u64 {
        self.begins_at
    }

    pub(super) fn number(&self) -> u64 {
        self.number
    }

    fn peek(&mut self) -> io::Result<Option<u8>> {
        loop {
            match self.source.fill_buf() {
                Ok(chunk) => return Ok(chunk.first().copied()),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }

    fn step(&mut self, byte: u8) {
        self.current_line += u64::from(byte == b'\n');
        self.source.consume(1);
    }

    /// The next element, or `None` at the end.
    pub(super) fn next_element(&mut self) -> io::Result<Option<Element>> {
        self.buffer.clear();
        loop {
            let byte = self.peek()?;
            match (self.state, byte) {
                (State::Done, _) | (State::Start | State::Closed | State::Between(false), None) => {
                    self.state = State::Done;
                    return Ok(None);
                }
                (State::Between(true), None) => {
                    self.state = State::Done;
                    self.begin();
                    return Ok(Some(Element::ListNotClosed));
                }
                (_, Some(byte)) if byte.is_ascii_whitespace() => self.step(byte),
                (State::Start, Some(0xEF)) => self.step_over_mark()?,
                (State::Start, Some(b'[')) => {
                    self.step(b'[');
                    self.state = State::Between(true);
                }
                (State::Start, Some(_)) => self.state = State::Between(false),
                (State::Between(_), Some(b',')) => self.step(b','),
                (State::Between(true), Some(b']')) => {
                    self.step(b']');
                    self.state = State::Closed;
                }
                (State::Closed, Some(_)) => {
                    self.begin();
                    self.state = State::Done;
                    // Read to the end, for the hash of the whole file.
                    while self.peek()?.is_some() {
                        let n = self.source.fill_buf()?.len();
                        self.source.consume(n);
                    }
                    return Ok(Some(Element::AfterTheList));
                }
                (State::Between(_), Some(_)) => {
                    self.begin();
                    return self.element().map(Some);
                }
            }
        }
    }

    fn begin(&mut self) {
        self.begins_at = self.current_line;
        self.number += 1;
    }

    /// Skips a byte order mark. Its later bytes are not checked: with other bytes it is not JSON.
    fn step_over_mark(&mut self) -> io::Result<()> {
        for _ in 0..3 {
            if let Some(byte @ 0x80..) = self.peek()? {
                self.step(byte);
            }
        }
        Ok(())
    }

    /// Reads bytes up to the end of the element that begins here.
    fn element(&mut self) -> io::Result<Element> {
        let mut shape = Shape::default();
        let mut too_long = false;
        loop {
            let chunk = match self.source.fill_buf() {
                Ok(chunk) => chunk,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            let at_end = chunk.is_empty();
            let (used, ended) = if at_end { (0, false) } else { shape.advance(chunk) };
            let taken = &chunk[..used];
            let room = self.max_bytes.saturating_sub(self.buffer.len());
            too_long |= taken.len() > room;
            self.buffer.extend_from_slice(&taken[..taken.len().min(room)]);
            self.current_line += taken.iter().filter(|&&byte| byte == b'\n').count() as u64;
            self.source.consume(used);
            if at_end {
                let complete = shape.depth == 0 && !shape.in_string;
                // For a list that is cut off after a bare word, the next call returns the error.
                return Ok(if too_long {
                    Element::TooLong
                } else if complete {
                    Element::Whole
                } else {
                    self.state = State::Done;
                    Element::CutOff
                });
            }
            if ended {
                return Ok(if too_long { Element::TooLong } else { Element::Whole });
            }
        }
    }
}

/// The nesting inside an element.
#[derive(Default)]
struct Shape {
    depth: usize,
    in_string: bool,
    escaped: bool,
    /// Neither a bracket nor a string: ends before the next comma or bracket.
    bare: bool,
}

impl Shape {
    /// The number of bytes of the chunk that belong to the element, and whether it ends there.
    fn advance(&mut self, chunk: &[u8]) -> (usize, bool) {
        for (index, &byte) in chunk.iter().enumerate() {
            if self.in_string {
                match byte {
                    _ if self.escaped => self.escaped = false,
                    b'\\' => self.escaped = true,
                    b'"' => {
                        self.in_string = false;
                        if self.depth == 0 {
                            return (index + 1, true);
                        }
                    }
                    _ => {}
                }
                continue;
            }
            match byte {
                b',' | b'{' | b'[' | b'"' | b']' if self.depth == 0 && self.bare => return (index, true),
                b'"' => self.in_string = true,
                b'{' | b'[' => self.depth += 1,
                b'}' | b']' if self.depth > 0 => {
                    self.depth -= 1;
                    if self.depth == 0 {
                        return (index + 1, true);
                    }
                }
                _ if self.depth == 0 => self.bare = true,
                _ => {}
            }
        }
        (chunk.len(), false)
    }
}
