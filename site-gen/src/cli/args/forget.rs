//! The argument that names people to forget.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use clap::Args;
use releases::forgotten::Names;

/// The largest file of names, in bytes.
const MAX_LEN: u64 = 32 << 20;

/// Ends of names that only files have.
const FILE_ENDINGS: [&str; 4] = [".txt", ".csv", ".list", ".ids"];

/// People to forget.
#[derive(Clone, Args)]
pub(crate) struct ForgetArgs {
    /// Forget people, from this release on and for good: ids or profile addresses, comma-separated, or a file
    /// with one per line (which keeps them out of the shell's history). May be repeated. They are kept as
    /// salted hashes in forgotten.json, and never printed.
    #[arg(long, value_name = "IDS")]
    pub forget: Vec<String>,
}

impl ForgetArgs {
    /// The names.
    ///
    /// # Errors
    /// A file that does not exist, cannot be read or is empty. The error repeats no value.
    pub(crate) fn names(&self) -> Result<Names> {
        let mut names = Vec::new();
        for (n, value) in self.forget.iter().enumerate() {
            let argument = || format!("argument {} of --forget", n + 1);
            let before = names.len();
            if Path::new(value).is_file() {
                let len = fs::metadata(value).with_context(argument)?.len();
                ensure!(len <= MAX_LEN, "{}: the file has {len} bytes, the limit is {MAX_LEN}", argument());
                let text = fs::read_to_string(value).with_context(argument)?;
                let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
                names.extend(text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned));
            } else if looks_like_a_file(value) {
                bail!("{}: there is no such file", argument());
            } else {
                names.extend(value.split(',').map(|name| name.trim().to_owned()));
            }
            ensure!(names.len() > before, "{}: the file names nobody", argument());
        }
        Ok(Names::new(names))
    }
}

/// A mistyped path must not be taken for an id that nobody has.
fn looks_like_a_file(value: &str) -> bool {
    let value = value.to_lowercase();
    let is_path = ["/", "./", "../", "~", "\\"].iter().any(|start| value.starts_with(start));
    !value.contains(',') && !value.starts_with("//") && is_path
        || FILE_ENDINGS.iter().any(|end| value.ends_with(end)) && !value.contains("://")
}

impl std::fmt::Debug for ForgetArgs {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} arguments", self.forget.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(values: &[&str]) -> Result<usize> {
        let forget = values.iter().map(|value| (*value).to_owned()).collect();
        ForgetArgs { forget }.names().map(|names| names.len())
    }

    #[test]
    fn names_are_lists_or_lines_of_files() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("people");
        fs::write(&file, "\u{feff}mira-test\r\n\n https://x.example/in/ben,son \n").expect("written");
        let file = file.to_str().expect("UTF-8");
        assert_eq!(names(&[]).expect("none"), 0);
        assert_eq!(names(&["mira, https://x.example/ben", file, "//x.example/kim"]).expect("names"), 5);
    }

    #[test]
    fn a_file_that_does_not_exist_is_no_id_and_no_error_repeats_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let empty = folder.path().join("needle");
        fs::write(&empty, "\n").expect("written");
        for value in ["needle.txt", "./needle", "/no/needle", "~/needle", empty.to_str().expect("UTF-8")] {
            let error = format!("{:#}", names(&["mira", value]).expect_err(value));
            assert!(error.contains("argument 2 of --forget") && !error.contains("needle"), "{error}");
        }
    }
}
