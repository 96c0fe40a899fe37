//! A file of profiles that can be read twice.

use std::fs::File;
use std::io::{self, Read, Seek as _, Write as _};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use profile_data::{ProfileSource, ReadOptions, open_profiles, read_profiles_from};

/// A file, or standard input or a pipe with a temporary copy, which has no name and disappears with the
/// program.
#[derive(Debug)]
pub(super) struct Content {
    path: PathBuf,
    copy: Option<File>,
    was_read: bool,
}

impl Content {
    /// The content of a path; `-` is standard input.
    pub(super) fn new(path: PathBuf) -> Result<Content> {
        let is_pipe =
            is_stdin(&path) || path.metadata().is_ok_and(|found| !found.is_file() && !found.is_dir());
        let copy = is_pipe.then(tempfile::tempfile).transpose();
        let copy = copy.with_context(|| format!("{}: no temporary copy can be written", path.display()))?;
        Ok(Content { path, copy, was_read: false })
    }

    /// The path as given.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Whether a second reading is of a copy.
    pub(super) fn is_copy(&self) -> bool {
        self.copy.is_some()
    }

    /// The records, from the beginning. The first time, they must be read to their end.
    pub(super) fn open(&mut self, options: &ReadOptions) -> Result<ProfileSource> {
        let is_first = !std::mem::replace(&mut self.was_read, true);
        let Some(copy) = &mut self.copy else {
            return Ok(open_profiles(&self.path, options)?);
        };
        let name = if is_stdin(&self.path) { Path::new("standard input") } else { &self.path };
        if !is_first {
            copy.rewind()?;
            return Ok(read_profiles_from(name, copy.try_clone()?, options)?);
        }
        let copy = copy.try_clone()?;
        Ok(if is_stdin(&self.path) {
            read_profiles_from(name, Copying { source: io::stdin(), copy }, options)?
        } else {
            let source = File::open(&self.path).with_context(|| self.path.display().to_string())?;
            read_profiles_from(name, Copying { source, copy }, options)?
        })
    }
}

fn is_stdin(path: &Path) -> bool {
    path == Path::new("-")
}

/// Copies what is read from a source.
struct Copying<R> {
    source: R,
    copy: File,
}

impl<R: Read> Read for Copying<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.source.read(buffer)?;
        self.copy.write_all(&buffer[..n])?;
        Ok(n)
    }
}
