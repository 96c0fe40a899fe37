//! Keys: the paths of objects within their store.

use std::fmt;

/// The path of an object within its store, such as `releases/0123456789abcdef/model.bin`.
///
/// Never absolute and never with `..`, so a key cannot leave its store.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(String);

/// The text is no key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a key is 1 to 1024 bytes of names between single `/`; a name does not begin with a dot")]
pub struct KeyError;

impl Key {
    /// The longest key that S3 takes, in bytes.
    pub const MAX_LEN: usize = 1024;

    /// Takes names between single slashes, none of them empty or beginning with a dot, without control
    /// characters and backslashes, of at most [`Key::MAX_LEN`] bytes.
    ///
    /// # Errors
    /// Any other text.
    ///
    /// ```
    /// use artifact_store::Key;
    /// assert!(Key::new("site/roadmaps/index.html").is_ok());
    /// assert!(Key::new("site/../current.json").is_err());
    /// ```
    pub fn new(text: impl Into<String>) -> Result<Key, KeyError> {
        let text = text.into();
        let name = |name: &str| !name.is_empty() && !name.starts_with('.');
        let fits = text.len() <= Self::MAX_LEN && !text.contains(|c: char| c.is_control() || c == '\\');
        if fits && text.split('/').all(name) { Ok(Key(text)) } else { Err(KeyError) }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// For names that are constants of this crate.
    pub(crate) fn spelled(text: impl Into<String>) -> Key {
        let text = text.into();
        debug_assert!(Key::new(text.clone()).is_ok(), "{text}");
        Key(text)
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}
