//! Options of a command, as `--name value` and `--switch`.

use std::fmt;

use anyhow::{Result, bail};

/// The command line is not valid; the program exits with 2.
#[derive(Debug)]
pub(crate) struct WrongUsage(pub(crate) String);

impl fmt::Display for WrongUsage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}; see `cargo xtask help`", self.0)
    }
}

impl std::error::Error for WrongUsage {}

/// The given options, in order.
#[derive(Debug)]
pub(crate) struct Options {
    given: Vec<(String, String)>,
}

impl Options {
    /// Reads options that take a value, and switches that take none.
    ///
    /// # Errors
    /// [`WrongUsage`] for any other argument.
    pub(crate) fn parse(args: &[&str], with_value: &[&str], switches: &[&str]) -> Result<Options> {
        let mut given = Vec::new();
        let mut args = args.iter();
        while let Some(name) = args.next() {
            if with_value.contains(name) {
                let Some(value) = args.next().filter(|value| !value.starts_with("--")) else {
                    bail!(WrongUsage(format!("{name} needs a value")));
                };
                given.push(((*name).to_owned(), (*value).to_owned()));
            } else if switches.contains(name) {
                given.push(((*name).to_owned(), String::new()));
            } else {
                bail!(WrongUsage(format!("this command has no option {name}")));
            }
        }
        Ok(Options { given })
    }

    /// Whether a switch was given.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.given.iter().any(|(given, _)| given == name)
    }

    /// The last value of an option.
    pub(crate) fn value(&self, name: &str) -> Option<&str> {
        self.given.iter().rfind(|(given, _)| given == name).map(|(_, value)| value.as_str())
    }

    /// Every value of an option that may be repeated.
    pub(crate) fn values<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.given.iter().filter(move |(given, _)| given == name).map(|(_, value)| value.as_str())
    }
}

/// The error for an invalid value of an option.
pub(crate) fn wrong_value(option: &str, value: &str, expected: &str) -> anyhow::Error {
    WrongUsage(format!("{option} {value}: {expected}")).into()
}

#[cfg(test)]
mod tests {
    use super::{Options, WrongUsage};

    #[test]
    fn options_are_read() {
        let args = ["--profiles", "a", "--yes", "--profiles", "b"];
        let options =
            Options::parse(&args, &["--profiles", "--model"], &["--yes", "--dry-run"]).expect("options");
        assert_eq!(options.values("--profiles").collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!(options.value("--model"), None);
        assert!(options.has("--yes") && !options.has("--dry-run"));
    }

    #[test]
    fn other_arguments_are_wrong_usage() {
        for args in [&["--profile", "a"][..], &["--profiles"], &["--profiles", "--yes"], &["a"]] {
            let error = Options::parse(args, &["--profiles"], &["--yes"]).expect_err("wrong");
            assert!(error.is::<WrongUsage>(), "{args:?}");
        }
    }
}
