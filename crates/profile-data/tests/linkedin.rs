//! LinkedIn's copy of the data: the oddities of its files, as ZIP and as folder, and texts that are no
//! export.

use std::fs;
use std::io::{self, Cursor, Read, Write};
use std::path::{Path, PathBuf};

use career_model::Profile;
use profile_data::{
    ExperienceRule, LinkedInError, LinkedInReader, MAX_LINKEDIN_ZIP_BYTES, ReadOptions, Record, YearMonth,
    read_linkedin_folder, read_linkedin_zip,
};
use proptest::prelude::*;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

fn options() -> ReadOptions {
    let as_of = YearMonth::new(2024, 12).expect("a month");
    ReadOptions { format: None, experience: ExperienceRule::Union, as_of }
}

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/linkedin").join(name)
}

fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        let deflated = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        zip.start_file(*name, deflated).expect("a name");
        zip.write_all(bytes).expect("memory");
    }
    zip.finish().expect("memory").into_inner()
}

fn read(zip: &[u8]) -> Result<Profile, LinkedInError> {
    read_linkedin_zip("export.zip", zip, &options())
}

fn message(zip: &[u8]) -> String {
    read(zip).expect_err("no export").to_string()
}

fn owned(items: &[&str]) -> Vec<String> {
    items.iter().map(|&item| item.to_owned()).collect()
}

fn expected() -> Profile {
    Profile {
        position: Some("Senior Data Engineer".into()),
        company: Some("Example Two".into()),
        // January 2018 to December 2024, in parallel jobs.
        experience_months: Some(84),
        degree_fields: owned(&["Computer Science", "Прикладная математика"]),
        certifications: owned(&["Example Cloud Practitioner"]),
        skills: owned(&["Python (Programming Language)", "Extract, Transform, Load (ETL)", "SQL"]),
        ..Profile::default()
    }
}

#[test]
fn a_folder_with_every_oddity() {
    let profile = read_linkedin_folder(&fixture("export"), &options()).expect("an export");
    assert_eq!(profile, expected());
}

#[test]
fn no_personal_data_is_kept() {
    // All personal data in the fixture begins with these letters.
    let profile = read_linkedin_folder(&fixture("export"), &options()).expect("an export");
    assert!(!format!("{profile:?}").to_lowercase().contains("zq"));
}

#[test]
fn archive_and_folder_give_the_same_profile() {
    let mut files = Vec::new();
    for entry in fs::read_dir(fixture("export")).expect("the fixture") {
        let entry = entry.expect("an entry");
        let name = entry.file_name().into_string().expect("a plain name");
        files.push((name, fs::read(entry.path()).expect("the fixture")));
    }
    for prefix in ["", "Basic_LinkedInDataExport_01-31-2025/", "a\\b\\"] {
        let named: Vec<(String, &[u8])> = files
            .iter()
            .map(|(name, bytes)| (format!("{prefix}{}", name.to_uppercase()), &bytes[..]))
            .collect();
        let mut named: Vec<(&str, &[u8])> =
            named.iter().map(|(name, bytes)| (name.as_str(), *bytes)).collect();
        named.push(("messages.csv", b"\"not read"));
        named.push(("__MACOSX/._Positions.csv", b"\x00\x05"));
        named.push(("Jobs/deep/er/er/Skills.csv", b"Name\nof another folder\n"));
        assert_eq!(read(&archive(&named)).expect("an export"), expected(), "{prefix}");
    }
}

#[test]
fn without_a_current_job_the_last_title_counts_and_no_employer() {
    let profile = read_linkedin_folder(&fixture("between_jobs"), &options()).expect("an export");
    assert_eq!(profile.position.as_deref(), Some("Tester"));
    assert_eq!(profile.company, None);
    assert_eq!(profile.experience_months, Some(42));
    assert_eq!(profile.courses, ["Graph Theory", "Compilers"]);
    let headline = b"First Name,Headline\nX,Test lead @Example\n";
    let positions = fs::read(fixture("between_jobs/positions.CSV")).expect("the fixture");
    let profile =
        read(&archive(&[("Profile.csv", headline), ("Positions.csv", &positions)])).expect("an export");
    assert_eq!(profile.position.as_deref(), Some("Test lead"));
}

#[test]
fn both_rules_of_experience() {
    let positions =
        b"Title,Company Name,Started On,Finished On\nA,,Jan 2020,Jun 2020\nB,,Apr 2020,Jun 2020\n";
    let zip = archive(&[("Positions.csv", positions)]);
    let sum = ReadOptions { experience: ExperienceRule::Sum, ..options() };
    assert_eq!(read(&zip).expect("an export").experience_months, Some(6));
    assert_eq!(read_linkedin_zip("x", zip.as_slice(), &sum).expect("an export").experience_months, Some(9));
}

#[test]
fn a_job_that_ends_after_the_export_is_current() {
    let positions =
        b"Title,Company Name,Started On,Finished On\nOld,E,Jan 2020,Present\nNew,E,Jul 2024,Dec 2030\n";
    let profile = read(&archive(&[("Positions.csv", positions)])).expect("an export");
    assert_eq!(profile.position.as_deref(), Some("New"));
    assert_eq!(profile.experience_months, Some(60));
}

#[test]
fn of_jobs_that_began_together_the_first_counts() {
    let positions = b"Title,Company Name\nFirst,E\nSecond,E\n";
    let profile = read(&archive(&[("Positions.csv", positions)])).expect("an export");
    assert_eq!((profile.position.as_deref(), profile.experience_months), (Some("First"), None));
    let positions = b"Title,Company Name,Finished On\nFirst,E,2019\nSecond,E,2019\n";
    let profile = read(&archive(&[("Positions.csv", positions)])).expect("an export");
    assert_eq!(profile.position.as_deref(), Some("First"));
}

#[test]
fn files_that_are_no_export() {
    let none = "export.zip: holds none of Profile.csv, Positions.csv, Education.csv, Skills.csv, \
                Certifications.csv, Courses.csv; ask LinkedIn for the larger copy of the data";
    assert_eq!(message(&archive(&[("messages.csv", b"x")])), none);
    assert_eq!(message(&archive(&[])), none);
    let damaged = "export.zip: not a whole ZIP archive (it is damaged or cut off); fetch it again";
    assert_eq!(message(b""), damaged);
    assert_eq!(message(b"PK\x03\x04 and then nothing"), damaged);
    let zip = archive(&[("Skills.csv", b"Name\nSQL\n")]);
    assert_eq!(message(&zip[..zip.len() - 30]), damaged);
    let folder = tempfile::tempdir().expect("a folder");
    assert!(matches!(
        read_linkedin_folder(folder.path(), &options()),
        Err(LinkedInError::NotAnExport { .. })
    ));
    let missing = folder.path().join("nothing");
    assert!(matches!(read_linkedin_folder(&missing, &options()), Err(LinkedInError::Io { .. })));
    // A folder with the name of a file.
    fs::create_dir(folder.path().join("Skills.csv")).expect("a folder");
    assert!(matches!(
        read_linkedin_folder(folder.path(), &options()),
        Err(LinkedInError::NotAnExport { .. })
    ));
}

#[test]
fn invalid_files_are_located() {
    let cases: [(&str, &[u8], &str); 7] = [
        (
            "Skills.csv",
            b"Name\n5\" disks\n3\" disks\n",
            "Skills.csv: line 2: a quote stands inside a cell that is not in quotes",
        ),
        ("Skills.csv", b"Name\nSQL\n\xff\n", "Skills.csv: line 3: not valid UTF-8"),
        ("Skills.csv", b"Name\nSQL\n\"C", "Skills.csv: line 3: the file ends inside quotes (cut off?)"),
        ("Skills.csv", b"Skill\nSQL\n", "Skills.csv: line 1: no header with the column \"Name\""),
        ("skills.CSV", b"Notes:\nonly\n", "Skills.csv: line 1: no header with the column \"Name\""),
        ("Positions.csv", b"Company Name\nE\n", "Positions.csv: line 1: no header with the column \"Title\""),
        ("Profile.csv", b"<!DOCTYPE html>\n", "Profile.csv: line 1: no header with the column \"Headline\""),
    ];
    for (name, bytes, wanted) in cases {
        let zip = archive(&[(name, bytes)]);
        assert_eq!(message(&zip), format!("export.zip: {wanted}"));
        let mut reader = LinkedInReader::zip("export.zip", zip.as_slice(), &options());
        let Some(Ok(Record::Rejected(rejected))) = reader.next() else { panic!("{wanted}") };
        let (file, rest) = wanted.split_once(": ").expect("a file");
        let (line, reason) = rest.split_once(": ").expect("a line");
        assert_eq!(rejected.to_string(), format!("{line}: {file}: {reason}"));
        assert!(reader.next().is_none());
    }
}

#[test]
fn notes_may_have_quotes_anywhere() {
    let zip = archive(&[("Skills.csv", b"Notes:\non 5\" disks\nand 3\" disks\nName\nSQL\n")]);
    assert_eq!(read(&zip).expect("an export").skills, ["SQL"]);
}

#[test]
fn bombs_are_errors() {
    // Nine megabytes of spaces in some ten kilobytes.
    let mut bomb = b"Name\n".to_vec();
    bomb.resize(9 << 20, b' ');
    let zip = archive(&[("Skills.csv", &bomb)]);
    assert!(zip.len() < 20_000);
    let reason = message(&zip);
    assert_eq!(reason, "export.zip: Skills.csv: cannot be unpacked (larger than 2 MiB, which no export is)");
    // Other files are not unpacked, even if they are large.
    let zip = archive(&[("messages.csv", &bomb), ("Skills.csv", b"Name\nSQL\n")]);
    assert_eq!(read(&zip).expect("an export").skills, ["SQL"]);
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("Skills.csv"), &bomb).expect("a file");
    let error = read_linkedin_folder(folder.path(), &options()).expect_err("too large").to_string();
    assert!(error.ends_with("Skills.csv: larger than 2 MiB, which no export is"), "{error}");
}

/// Endless bytes, which are counted.
struct Endless<'a>(&'a mut u64, u64);

impl Read for Endless<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = buffer.len().min(usize::try_from(self.1 - *self.0).expect("small"));
        buffer[..n].fill(b'P');
        *self.0 += n as u64;
        Ok(n)
    }
}

#[test]
fn an_archive_that_is_too_large_is_read_to_its_end_without_being_held() {
    let total = MAX_LINKEDIN_ZIP_BYTES + (3 << 20);
    let mut taken = 0;
    let error =
        read_linkedin_zip("export.zip", Endless(&mut taken, total), &options()).expect_err("too large");
    assert_eq!(
        error.to_string(),
        "export.zip: the archive is larger than 64 MiB; unpack it and give the folder"
    );
    assert_eq!(taken, MAX_LINKEDIN_ZIP_BYTES + 1);
    let mut taken = 0;
    let mut reader = LinkedInReader::zip("export.zip", Endless(&mut taken, total), &options());
    assert!(matches!(reader.next(), Some(Ok(Record::Rejected(_)))));
    assert_eq!(taken, total, "for the hash of the file");
}

struct TableError;

impl Read for TableError {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        Err(io::Error::other("the disk is gone"))
    }
}

#[test]
fn a_failing_source_is_an_error() {
    let mut reader = LinkedInReader::zip("export.zip", TableError, &options());
    let error = reader.next().expect("one").expect_err("it failed");
    assert!(error.to_string().starts_with("export.zip: line 1: reading failed"));
    assert!(reader.next().is_none());
    let mut reader = LinkedInReader::folder(&fixture("nothing"), &options());
    assert!(matches!(reader.next(), Some(Err(_))));
    let mut reader = LinkedInReader::folder(&fixture("export"), &options());
    assert!(
        matches!(reader.next(), Some(Ok(Record::Accepted { line: 1, profile, .. })) if profile == expected())
    );
}

fn nearly_csv() -> impl Strategy<Value = Vec<u8>> {
    let pieces = prop::sample::select(vec![
        &b"Name\n"[..],
        b"Title,Company Name,Started On,Finished On\n",
        b"Degree Name\n",
        b"Engineer,E,Jan 2020,\n",
        b"BS - Physics, in (\n",
        b"Notes:\n",
        b"\"",
        b",",
        b"\r\n",
        b"\xEF\xBB\xBF",
        b"\xff",
    ]);
    let piece = prop_oneof![
        3 => pieces.prop_map(<[u8]>::to_vec),
        1 => prop::collection::vec(any::<u8>(), 0..12),
    ];
    prop::collection::vec(piece, 0..15).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_files_are_a_person_or_a_located_error(
        positions in nearly_csv(), education in nearly_csv(), skills in nearly_csv(), profile in nearly_csv(),
    ) {
        let zip = archive(&[
            ("Positions.csv", &positions), ("Education.csv", &education), ("Skills.csv", &skills),
            ("Profile.csv", &profile),
        ]);
        if let Err(error) = read(&zip) {
            prop_assert!(matches!(error, LinkedInError::File { line: 1.., .. }), "{error}");
        }
    }

    #[test]
    fn damaged_archives_are_a_person_or_an_error(
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..12),
        cut in any::<prop::sample::Index>(),
        whole in any::<bool>(),
    ) {
        let mut zip = archive(&[("Positions.csv", b"Title\nEngineer\n"), ("Skills.csv", b"Name\nSQL\n")]);
        for (at, byte) in damage {
            let at = at.index(zip.len());
            zip[at] = byte;
        }
        if !whole {
            zip.truncate(cut.index(zip.len()));
        }
        let records: Vec<_> = LinkedInReader::zip("x", zip.as_slice(), &options()).collect();
        prop_assert_eq!(records.len(), 1);
        prop_assert!(records[0].is_ok());
    }

    #[test]
    fn any_bytes_are_one_record(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        prop_assert!(LinkedInReader::zip("x", bytes.as_slice(), &options()).all(|record| record.is_ok()));
    }
}
