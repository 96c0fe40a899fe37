//! Makes a function's zip, with the same bytes for the same files on every machine.

use std::io::{Cursor, Write};

use anyhow::Result;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// The kind of a file in the zip: Lambda starts `bootstrap`, and reads a model.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kind {
    /// 0755.
    Program,
    /// 0644.
    Data,
}

/// Zips files, sorted by name, with the date 1980-01-01, which is the zero of the zip format.
pub(crate) fn zipped(files: &[(&str, Kind, Vec<u8>)]) -> Result<Vec<u8>> {
    let mut order: Vec<_> = files.iter().collect();
    order.sort_by_key(|(name, ..)| *name);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, kind, bytes) in order {
        let permissions = match kind {
            Kind::Program => 0o755,
            Kind::Data => 0o644,
        };
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::DEFAULT)
            .unix_permissions(permissions);
        zip.start_file(*name, options)?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read};

    use zip::ZipArchive;

    use super::{Kind, zipped};

    #[test]
    fn the_same_files_are_the_same_bytes() {
        let program = ("bootstrap", Kind::Program, b"\x7fELF and so on ".repeat(1000));
        let model = ("model/model.bin", Kind::Data, vec![7; 5000]);
        let one = zipped(&[program.clone(), model.clone()]).expect("zips");
        let other = zipped(&[model, program]).expect("zips");
        assert_eq!(one, other, "the order of the files changes the bytes");

        let mut zip = ZipArchive::new(Cursor::new(one)).expect("a zip");
        let mut listed = Vec::new();
        for index in 0..zip.len() {
            let mut file = zip.by_index(index).expect("an entry");
            let time = file.last_modified().expect("a time");
            assert_eq!((time.year(), time.month(), time.day(), time.hour()), (1980, 1, 1, 0));
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).expect("deflates");
            listed.push((
                file.name().expect("a name").into_owned(),
                file.unix_mode().expect("permissions") & 0o777,
                bytes.len(),
            ));
        }
        assert_eq!(
            listed,
            [("bootstrap".to_owned(), 0o755, 15_000), ("model/model.bin".to_owned(), 0o644, 5000)]
        );
    }
}
