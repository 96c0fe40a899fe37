//! Keys of answers.

use std::fmt;

use sha2::{Digest, Sha256};

/// SHA-256 of the model's name, the prompt's version and the question's content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AnswerKey([u8; 32]);

impl AnswerKey {
    /// The key of `content`, a list of strings, for this model and prompt. Every string is hashed with its
    /// length, so that different lists with the same concatenation differ.
    pub fn new<'a>(model: &'a str, prompt: &'a str, content: impl IntoIterator<Item = &'a str>) -> AnswerKey {
        let mut hash = Sha256::new();
        for text in [model, prompt].into_iter().chain(content) {
            hash.update((text.len() as u64).to_le_bytes());
            hash.update(text);
        }
        AnswerKey(hash.finalize().into())
    }

    /// Whether a file with this name is the entry of a key.
    pub(super) fn names_file(name: &str) -> bool {
        let digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        name.strip_suffix(".json").is_some_and(|key| key.len() == 64 && key.bytes().all(digit))
    }
}

/// 64 hexadecimal digits: a file name.
impl fmt::Display for AnswerKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:x}", base16ct::HexDisplay(&self.0))
    }
}
