//! Counts and hashes the bytes of a stored file before they are decoded.

use std::io::{self, Read};
use std::sync::{Arc, Mutex, PoisonError};

use sha2::{Digest, Sha256};

/// The count and hash of the bytes read so far, shared by the reader inside the decoders and by
/// [`super::ProfileSource`].
#[derive(Clone, Default)]
pub(super) struct Tally(Arc<Mutex<(Sha256, u64)>>);

impl Tally {
    pub(super) fn add(&self, bytes: &[u8]) {
        let mut inner = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        inner.0.update(bytes);
        inner.1 += bytes.len() as u64;
    }

    pub(super) fn bytes(&self) -> u64 {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).1
    }

    pub(super) fn sha256(&self) -> [u8; 32] {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).0.clone().finalize().into()
    }
}

/// A reader that tallies its bytes.
pub(super) struct TalliedReader<R> {
    inner: R,
    tally: Tally,
}

impl<R: Read> TalliedReader<R> {
    pub(super) fn new(inner: R, tally: Tally) -> Self {
        TalliedReader { inner, tally }
    }
}

impl<R: Read> Read for TalliedReader<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(buffer)?;
        self.tally.add(&buffer[..n]);
        Ok(n)
    }
}
