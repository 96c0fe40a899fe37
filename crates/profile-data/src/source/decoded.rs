//! Decompresses files: gzip and zstd are detected by their first bytes, not by the file name.

use std::io::{self, BufRead, BufReader, Cursor, Read};

use flate2::bufread::MultiGzDecoder;

use super::zstandard::ZstdReader;

/// Large enough that the time of system calls is negligible.
const BUFFER_BYTES: usize = 1 << 16;

/// The number of bytes that are read to detect the format.
pub(super) const PEEK_BYTES: usize = 1 << 16;

/// The decompressed content of a file.
pub(super) struct DecodedContent {
    /// Its first [`PEEK_BYTES`] bytes, or all of it.
    pub(super) start: Vec<u8>,
    /// The bytes after them.
    rest: Box<dyn BufRead>,
    /// Whether it was compressed.
    #[cfg_attr(not(feature = "parquet"), expect(dead_code, reason = "only Parquet uses it"))]
    pub(super) compressed: bool,
}

impl DecodedContent {
    /// Reads the start of the content.
    pub(super) fn new(stored: impl Read + 'static) -> io::Result<DecodedContent> {
        let mut stored = BufReader::with_capacity(BUFFER_BYTES, stored);
        let magic = up_to(&mut stored, 4)?;
        let is_gzip = magic.starts_with(&[0x1F, 0x8B]);
        // A file may also begin with a frame to skip: its number ends in 0x50..=0x5F.
        let is_zstd = matches!(magic[..], [0x28, 0xB5, 0x2F, 0xFD] | [0x50..=0x5F, 0x2A, 0x4D, 0x18]);
        let stored = Cursor::new(magic).chain(stored);
        let mut rest: Box<dyn BufRead> = if is_gzip {
            Box::new(BufReader::with_capacity(BUFFER_BYTES, MultiGzDecoder::new(stored)))
        } else if is_zstd {
            Box::new(BufReader::with_capacity(BUFFER_BYTES, ZstdReader::new(stored)))
        } else {
            Box::new(stored)
        };
        let start = up_to(&mut rest, PEEK_BYTES)?;
        Ok(DecodedContent { start, rest, compressed: is_gzip || is_zstd })
    }

    /// The whole content, from the beginning.
    pub(super) fn into_reader(self) -> Box<dyn BufRead> {
        Box::new(Cursor::new(self.start).chain(self.rest))
    }
}

/// The next `limit` bytes, fewer only at the end.
fn up_to(source: &mut impl Read, limit: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source.by_ref().take(limit as u64).read_to_end(&mut bytes)?;
    Ok(bytes)
}
