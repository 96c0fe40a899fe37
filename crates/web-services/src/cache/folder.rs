//! A folder with one JSON file for each answer.

use std::fs::{self, File};
use std::io::{self, Read as _, Write as _};
use std::path::PathBuf;

use super::{AnswerKey, AnswerStore, MAX_ENTRY_BYTES};

/// The file with the mark of the answers.
const MARK_FILE: &str = "mark";

/// A folder on this machine; the first write creates it. Its files may be deleted at any time.
#[derive(Clone, Debug)]
pub struct FolderAnswers {
    dir: PathBuf,
}

impl FolderAnswers {
    /// Opens nothing yet.
    pub fn new(dir: impl Into<PathBuf>) -> FolderAnswers {
        FolderAnswers { dir: dir.into() }
    }

    fn path(&self, key: &AnswerKey) -> PathBuf {
        self.dir.join(format!("{key}.json"))
    }
}

impl AnswerStore for FolderAnswers {
    fn get(&self, key: &AnswerKey) -> Option<Vec<u8>> {
        let path = self.path(key);
        // Checked before it is opened, because opening a pipe would wait forever.
        if !fs::metadata(&path).ok()?.is_file() {
            return None;
        }
        let mut entry = Vec::new();
        // One byte more than the limit, so that the caller can see that it is too large.
        File::open(path).ok()?.take(MAX_ENTRY_BYTES as u64 + 1).read_to_end(&mut entry).ok()?;
        Some(entry)
    }

    fn put(&self, key: &AnswerKey, entry: &[u8]) -> io::Result<()> {
        fs::create_dir_all(&self.dir)?;
        let mut file = tempfile::NamedTempFile::new_in(&self.dir)?;
        file.write_all(entry)?;
        file.persist(self.path(key)).map_err(|error| error.error)?;
        Ok(())
    }

    fn keep_only_of(&self, mark: &str) -> io::Result<()> {
        let marked = self.dir.join(MARK_FILE);
        if fs::read(&marked).is_ok_and(|own| own == mark.as_bytes()) {
            return Ok(());
        }
        fs::create_dir_all(&self.dir)?;
        for entry in fs::read_dir(&self.dir)? {
            let entry = entry?;
            // Only its own files: the operator may have named a folder with others.
            let is_own = entry.file_name().to_str().is_some_and(AnswerKey::names_file);
            if is_own && entry.file_type()?.is_file() {
                fs::remove_file(entry.path())?;
            }
        }
        // Last: a deletion that was interrupted begins again.
        fs::write(&marked, mark)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::cache::Answers;

    fn key(content: &[&str]) -> AnswerKey {
        AnswerKey::new("model", "prompt 1", content.iter().copied())
    }

    #[test]
    fn an_answer_is_read_back_and_a_damaged_one_is_replaced() {
        let dir = tempfile::tempdir().unwrap();
        let answers = Answers::new(FolderAnswers::new(dir.path().join("answers")));
        let (one, two) = (key(&["a"]), key(&["b"]));
        assert_eq!(answers.get::<String>(&one), None);
        answers.put(&one, &"Databases").unwrap();
        assert_eq!(answers.get::<String>(&one).as_deref(), Some("Databases"));
        assert_eq!(answers.get::<String>(&two), None);

        let path = |key: &AnswerKey| dir.path().join("answers").join(format!("{key}.json"));
        let whole = fs::read(path(&one)).unwrap();
        for len in 0..whole.len() - 1 {
            fs::write(path(&one), &whole[..len]).unwrap();
            assert_eq!(answers.get::<String>(&one), None, "{len} bytes");
        }
        fs::write(path(&one), vec![b' '; MAX_ENTRY_BYTES * 2]).unwrap();
        assert_eq!(answers.get::<String>(&one), None);
        // An entry with another key's name is ignored.
        fs::write(path(&two), &whole).unwrap();
        assert_eq!(answers.get::<String>(&two), None);

        answers.put(&one, &"Databases").unwrap();
        assert_eq!(answers.get::<String>(&one).as_deref(), Some("Databases"));
        assert_eq!(fs::read_dir(dir.path().join("answers")).unwrap().count(), 2, "no temporary file is left");
    }

    #[test]
    fn answers_with_another_mark_are_deleted_and_nothing_else() {
        let dir = tempfile::tempdir().unwrap();
        let answers = Answers::new(FolderAnswers::new(dir.path()));
        let one = key(&["a"]);
        answers.put(&one, &"Databases").unwrap();
        fs::write(dir.path().join("notes.json"), "mine").unwrap();
        answers.keep_only_of("first").unwrap();
        assert_eq!(answers.get::<String>(&one), None);
        answers.put(&one, &"Databases").unwrap();
        answers.keep_only_of("first").unwrap();
        assert!(answers.get::<String>(&one).is_some(), "the same list");
        answers.keep_only_of("second").unwrap();
        assert_eq!(answers.get::<String>(&one), None);
        assert_eq!(fs::read(dir.path().join("notes.json")).unwrap(), b"mine");
    }

    proptest! {
        #[test]
        fn different_content_has_different_keys(
            a in prop::collection::vec("[ab]{0,3}", 0..4), b in prop::collection::vec("[ab]{0,3}", 0..4),
        ) {
            let of = |list: &[String]| AnswerKey::new("m", "p", list.iter().map(String::as_str));
            prop_assert_eq!(a == b, of(&a) == of(&b));
            prop_assert_ne!(of(&a), AnswerKey::new("m", "q", a.iter().map(String::as_str)));
            prop_assert_ne!(of(&a), AnswerKey::new("n", "p", a.iter().map(String::as_str)));
        }
    }
}
