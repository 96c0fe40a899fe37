//! One reader for all formats: opens and decompresses a file, detects its format, and iterates over its
//! records.

mod decoded;
mod paths;
mod tally;
mod zstandard;

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::bright_data::{CsvReader, JsonReader};
use crate::json_resume::JsonResumeReader;
use crate::linkedin::LinkedInReader;
use crate::stack_overflow::StackOverflowReader;
use crate::{Counts, Format, OpenError, ProfileReader, ReadError, ReadOptions, Record};
use decoded::DecodedContent;
pub use paths::expand_paths;
use tally::{TalliedReader, Tally};

/// The records of a file; boxed, because every format has its own reader.
type Records = Box<dyn Iterator<Item = Result<Record, ReadError>>>;

/// An iterator over the records of one file of any [`Format`].
///
/// Memory is bounded by [`crate::MAX_LINE_BYTES`] per record in all streamed formats (JSON, CSV), also for
/// compressed files. It ends after the last record or the first [`ReadError`].
pub struct ProfileSource {
    name: String,
    format: Format,
    size_bytes: Option<u64>,
    tally: Tally,
    records: Records,
    counts: Counts,
    finished: bool,
}

impl ProfileSource {
    /// The name of the source in errors.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The given or detected format.
    pub fn format(&self) -> Format {
        self.format
    }

    /// The size of the stored file, in bytes; `None` for a source without a size, such as a pipe.
    pub fn size_bytes(&self) -> Option<u64> {
        self.size_bytes
    }

    /// Bytes of the stored file that were read so far.
    pub fn bytes_read(&self) -> u64 {
        self.tally.bytes()
    }

    /// Records accepted and rejected so far.
    pub fn counts(&self) -> Counts {
        self.counts
    }

    /// SHA-256 of the stored bytes that were read so far; after the last record, of the whole file.
    pub fn data_sha256(&self) -> [u8; 32] {
        self.tally.sha256()
    }
}

impl Iterator for ProfileSource {
    type Item = Result<Record, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.finished {
            return None;
        }
        let next = self.records.next();
        match &next {
            Some(Ok(Record::Accepted { .. })) => self.counts.accepted += 1,
            Some(Ok(Record::Rejected(_))) => self.counts.rejected += 1,
            Some(Err(_)) | None => self.finished = true,
        }
        next
    }
}

impl std::iter::FusedIterator for ProfileSource {}

/// Opens a file of profiles, or `-` for standard input.
///
/// # Errors
/// The file does not exist, may not be read, or has no known format.
pub fn open_profiles(path: &Path, options: &ReadOptions) -> Result<ProfileSource, OpenError> {
    if path == Path::new("-") {
        return assemble(PathBuf::from("standard input"), None, io::stdin(), options);
    }
    let file = File::open(path).map_err(|error| OpenError::from_io(path, error))?;
    let metadata = file.metadata().map_err(|error| OpenError::from_io(path, error))?;
    if metadata.is_dir() {
        return open_folder(path, options);
    }
    // A pipe has no size for a progress bar.
    let size_bytes = metadata.is_file().then_some(metadata.len());
    assemble(path.to_owned(), size_bytes, file, options)
}

/// Reads profiles from any source, like [`open_profiles`]; errors use `name` for it.
///
/// # Errors
/// The source cannot be read, or has no known format.
pub fn read_profiles_from(
    name: impl Into<PathBuf>,
    source: impl Read + 'static,
    options: &ReadOptions,
) -> Result<ProfileSource, OpenError> {
    assemble(name.into(), None, source, options)
}

/// The only kind of folder that is read is an unpacked LinkedIn export. Its hash is that of its profile.
fn open_folder(path: &Path, options: &ReadOptions) -> Result<ProfileSource, OpenError> {
    let is_export = LinkedInReader::is_export(path).map_err(|error| OpenError::from_io(path, error))?;
    if !is_export {
        return Err(OpenError::IsDirectory { path: path.to_owned() });
    }
    let tally = Tally::default();
    let read = tally.clone();
    let records = LinkedInReader::folder(path, options).inspect(move |record| {
        if let Ok(Record::Accepted { profile, .. }) = record {
            read.add(format!("{profile:?}").as_bytes());
        }
    });
    Ok(ProfileSource {
        name: path.display().to_string(),
        format: Format::LinkedIn,
        size_bytes: None,
        tally,
        records: Box::new(records),
        counts: Counts::default(),
        finished: false,
    })
}

fn assemble(
    path: PathBuf,
    size_bytes: Option<u64>,
    source: impl Read + 'static,
    options: &ReadOptions,
) -> Result<ProfileSource, OpenError> {
    let tally = Tally::default();
    let content = match DecodedContent::new(TalliedReader::new(source, tally.clone())) {
        Ok(content) => content,
        Err(source) => {
            let damaged = matches!(
                source.kind(),
                io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput | io::ErrorKind::UnexpectedEof
            );
            return Err(if damaged {
                OpenError::Damaged { path, source }
            } else {
                OpenError::from_io(&path, source)
            });
        }
    };
    let Some(format) = options.format.or_else(|| Format::detect(&content.start)) else {
        return Err(OpenError::Unknown { path });
    };
    let name = path.display().to_string();
    let records = records(&path, &name, format, content, options)?;
    Ok(ProfileSource { name, format, size_bytes, tally, records, counts: Counts::default(), finished: false })
}

/// The reader of a format. The start of the content decides between a JSON list and JSON Lines.
fn records(
    path: &Path,
    name: &str,
    format: Format,
    content: DecodedContent,
    options: &ReadOptions,
) -> Result<Records, OpenError> {
    let name = name.to_owned();
    Ok(match format {
        Format::Jsonl => Box::new(ProfileReader::without_hash(name, content.into_reader())),
        Format::BrightData => {
            let start = content.start.clone();
            Box::new(JsonReader::new(name, &start, content.into_reader(), *options))
        }
        Format::BrightDataCsv => Box::new(CsvReader::new(name, content.into_reader(), *options)),
        Format::BrightDataParquet => parquet(path, name, content, options)?,
        Format::StackOverflow => Box::new(StackOverflowReader::new(name, content.into_reader())),
        Format::LinkedIn => Box::new(LinkedInReader::zip(&name, content.into_reader(), options)),
        Format::JsonResume => Box::new(JsonResumeReader::new(&name, content.into_reader(), options)),
    })
}

#[cfg(feature = "parquet")]
fn parquet(
    path: &Path,
    name: String,
    content: DecodedContent,
    options: &ReadOptions,
) -> Result<Records, OpenError> {
    use crate::bright_data::ParquetReader;

    let unfit =
        |why: String| OpenError::Unfit { path: path.to_owned(), format: Format::BrightDataParquet, why };
    if content.compressed || !path.is_file() {
        return Err(unfit("cannot be read from a pipe or inside gzip or zstd; give the plain file".into()));
    }
    // The hash is of the whole file, which Parquet does not read in order.
    io::copy(&mut content.into_reader(), &mut io::sink()).map_err(|error| OpenError::from_io(path, error))?;
    let file = File::open(path).map_err(|error| OpenError::from_io(path, error))?;
    let rows = ParquetReader::new(name, file, *options)
        .map_err(|error| unfit(format!("cannot be read ({error}); export it again, or as JSON Lines")))?;
    Ok(Box::new(rows))
}

#[cfg(not(feature = "parquet"))]
fn parquet(path: &Path, _: String, _: DecodedContent, _: &ReadOptions) -> Result<Records, OpenError> {
    Err(OpenError::Unfit {
        path: path.to_owned(),
        format: Format::BrightDataParquet,
        why:
            "is not in this build; `cargo run --release --features parquet -- …` builds it in, or export as \
              JSON Lines or CSV"
                .into(),
    })
}
