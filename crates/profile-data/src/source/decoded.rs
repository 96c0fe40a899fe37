//! From stored bytes to text: gzip and zstd are known by their first bytes, whatever the file is called.

use std::io::{self, BufRead, BufReader, Cursor, Read};

use flate2::bufread::MultiGzDecoder;

use super::zstandard::ZstdReader;

/// Large enough that system calls are noise beside parsing.
const BUFFER_BYTES: usize = 1 << 16;

/// How much of the content is looked at to know its form.
pub(super) const PEEK_BYTES: usize = 1 << 16;

/// What a file holds once it is decompressed.
pub(super) struct Decoded {
    /// Its first [`PEEK_BYTES`] bytes, or all of it.
    pub(super) start: Vec<u8>,
    /// What comes after them.
    rest: Box<dyn BufRead>,
    /// Whether it was compressed.
    #[cfg_attr(not(feature = "parquet"), expect(dead_code, reason = "only Parquet asks"))]
    pub(super) compressed: bool,
}

impl Decoded {
    /// Looks at the content; a source that fails here fails as a whole.
    pub(super) fn new(stored: impl Read + 'static) -> io::Result<Decoded> {
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
        Ok(Decoded { start, rest, compressed: is_gzip || is_zstd })
    }

    /// All of it, from the beginning.
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
