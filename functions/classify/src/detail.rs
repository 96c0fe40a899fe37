//! An error message, twice: in English for programs, and from the catalogue, in the language of the form, for
//! people.

use serde::{Serialize, Serializer};
use templates::{Argument, Words};

/// A clause in English, and the catalogue's message with the same meaning. Neither repeats what was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Detail {
    english: String,
    key: &'static str,
    numbers: Vec<(&'static str, u64)>,
}

impl Detail {
    /// A clause, and the key of its message.
    pub(crate) fn new(english: impl Into<String>, key: &'static str) -> Detail {
        Detail { english: english.into(), key, numbers: Vec::new() }
    }

    /// With a number for the message.
    pub(crate) fn with(mut self, name: &'static str, number: u64) -> Detail {
        self.numbers.push((name, number));
        self
    }

    /// The message for people. Its numbers are written without separators, as in the clause.
    pub(crate) fn in_words(&self, words: &Words) -> String {
        let arguments: Vec<(&'static str, Argument<'_>)> =
            self.numbers.iter().map(|(name, number)| (*name, number.to_string().into())).collect();
        words.text(self.key, &arguments)
    }
}

impl Serialize for Detail {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.english)
    }
}
