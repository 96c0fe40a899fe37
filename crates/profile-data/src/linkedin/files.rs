//! Finds the six files of an export in a ZIP or in a folder.

use std::fs::{self, File};
use std::io::{self, Cursor, Read};
use std::path::{Path, PathBuf};

use zip::ZipArchive;
use zip::result::ZipError;

use super::error::{LinkedInError, MAX_LINKEDIN_ZIP_BYTES};

/// The largest size of an unpacked file, in bytes.
const MAX_FILE_BYTES: u64 = 2 << 20;

/// The files, in the order of [`Files`].
const NAMES: [&str; 6] =
    ["Profile.csv", "Positions.csv", "Education.csv", "Skills.csv", "Certifications.csv", "Courses.csv"];

/// A file's name and its content, which is empty if the file is absent.
#[derive(Default)]
pub(super) struct Content {
    pub(super) file: &'static str,
    pub(super) bytes: Vec<u8>,
}

/// The contents of all files.
pub(super) struct Files {
    pub(super) profile: Content,
    pub(super) positions: Content,
    pub(super) education: Content,
    pub(super) skills: Content,
    pub(super) certifications: Content,
    pub(super) courses: Content,
}

impl Files {
    /// `read` returns the content of a file by its index, empty if it is absent.
    fn read<E>(mut read: impl FnMut(usize) -> Result<Vec<u8>, E>) -> Result<Files, E> {
        let mut next = 0;
        let mut content = || {
            let content = Content { file: NAMES[next], bytes: read(next)? };
            next += 1;
            Ok(content)
        };
        Ok(Files {
            profile: content()?,
            positions: content()?,
            education: content()?,
            skills: content()?,
            certifications: content()?,
            courses: content()?,
        })
    }
}

/// The index of a file in [`NAMES`], in any folder and in upper or lower case. Exports from Windows may have
/// backslashes.
fn index_of(path: &str) -> Option<usize> {
    let name = path.rsplit(['/', '\\']).next()?;
    NAMES.iter().position(|known| known.eq_ignore_ascii_case(name))
}

pub(super) fn of_zip(name: &str, source: impl Read) -> Result<Files, LinkedInError> {
    let broken = |reason: String| LinkedInError::Archive { name: name.into(), reason };
    let io_error = |source| LinkedInError::Io { name: name.into(), source };
    let mut bytes = Vec::new();
    source.take(MAX_LINKEDIN_ZIP_BYTES + 1).read_to_end(&mut bytes).map_err(io_error)?;
    if bytes.len() as u64 > MAX_LINKEDIN_ZIP_BYTES {
        let limit = MAX_LINKEDIN_ZIP_BYTES >> 20;
        return Err(broken(format!("the archive is larger than {limit} MiB; unpack it and give the folder")));
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes))
        .map_err(|error| broken(format!("not a whole ZIP archive ({}); fetch it again", plain(&error))))?;
    // Of several files with one name, the one in the fewest folders, else the first.
    let mut found: [Option<(usize, usize)>; 6] = [None; 6];
    for index in 0..archive.len() {
        let Some(Ok(path)) = archive.name_for_index(index) else { continue };
        let Some(file_index) = index_of(&path) else { continue };
        let depth = path.matches(['/', '\\']).count();
        if found[file_index].is_none_or(|(least, _)| depth < least) {
            found[file_index] = Some((depth, index));
        }
    }
    if found.iter().all(Option::is_none) {
        return Err(LinkedInError::NotAnExport { name: name.into() });
    }
    Files::read(|file_index| {
        let Some((_, index)) = found[file_index] else { return Ok(Vec::new()) };
        let file = NAMES[file_index];
        let entry = archive
            .by_index(index)
            .map_err(|error| broken(format!("{file}: cannot be unpacked ({})", plain(&error))))?;
        // The archive is in memory, so a failure is caused by the archive.
        capped(entry).map_err(|error| broken(format!("{file}: cannot be unpacked ({error})")))
    })
}

/// The paths of the files that exist.
pub(super) fn find_in(folder: &Path) -> io::Result<[Option<PathBuf>; 6]> {
    let mut found: [Option<PathBuf>; 6] = [const { None }; 6];
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let Some(file_index) = path.file_name().and_then(|name| name.to_str()).and_then(index_of) else {
            continue;
        };
        // Only plain files belong to an export; a pipe would wait forever.
        let better = found[file_index].as_ref().is_none_or(|known| path < *known);
        if better && path.is_file() {
            found[file_index] = Some(path);
        }
    }
    Ok(found)
}

pub(super) fn of_folder(name: &str, folder: &Path) -> Result<Files, LinkedInError> {
    let io_error = |source| LinkedInError::Io { name: name.into(), source };
    let found = find_in(folder).map_err(io_error)?;
    if found.iter().all(Option::is_none) {
        return Err(LinkedInError::NotAnExport { name: name.into() });
    }
    Files::read(|file_index| {
        let Some(path) = &found[file_index] else { return Ok(Vec::new()) };
        File::open(path).and_then(capped).map_err(|source| match source.kind() {
            io::ErrorKind::FileTooLarge => LinkedInError::Archive {
                name: name.into(),
                reason: format!("{}: {source}", NAMES[file_index]),
            },
            _ => io_error(source),
        })
    })
}

/// The content of a file, up to the limit.
fn capped(source: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MAX_FILE_BYTES {
        let reason = format!("larger than {} MiB, which no export is", MAX_FILE_BYTES >> 20);
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, reason));
    }
    Ok(bytes)
}

/// The error, without any text of the archive.
fn plain(error: &ZipError) -> &'static str {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => "it is encrypted",
        ZipError::UnsupportedArchive(_) | ZipError::CompressionMethodNotSupported(_) => {
            "it is packed in a way that is not supported"
        }
        _ => "it is damaged or cut off",
    }
}

#[cfg(test)]
mod tests {
    use std::io::{self, Read};

    use super::{MAX_FILE_BYTES, capped};

    #[test]
    fn at_most_the_limit_is_unpacked() {
        let mut rest = io::repeat(b'x').take(3 * MAX_FILE_BYTES);
        assert!(capped(&mut rest).is_err());
        assert_eq!(rest.limit(), 2 * MAX_FILE_BYTES - 1);
        assert_eq!(
            capped(io::repeat(b'x').take(MAX_FILE_BYTES)).expect("just fits").len() as u64,
            MAX_FILE_BYTES
        );
    }
}
