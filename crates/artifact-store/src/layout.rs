//! The path of every object.
//!
//! ```text
//! current.json                      the pointer: the live release, and a running publish
//! permalinks.json                   every roadmap address ever published
//! forgotten.json                    hashes of the ids and addresses of people to forget
//! releases/<id>/model.bin           the model, as the function loads it (and model.json, summary.json)
//! releases/<id>/release.json        the manifest; written last, so a release with one is complete
//! releases/<id>/site/…              every public file of the release
//! site/…                            the public files of the live release, for visitors
//! ```

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::key::{Key, KeyError};

/// The prefix of all releases.
pub const RELEASES: &str = "releases/";

/// The prefix of all public files.
pub const SITE: &str = "site/";

/// A file of a model, in a folder of its own (`train --out`) or in a release.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ModelFile {
    /// The model, which is checked before use.
    Model,
    /// The model's metadata, readable; never the weights.
    Metadata,
    /// The summary of the training run.
    Summary,
    /// The exact counts behind the model, in its own folder only: a release does not hold them.
    Counts,
}

/// The most bytes of a `summary.json`.
pub const MAX_SUMMARY_LEN: usize = 8 << 20;

impl ModelFile {
    /// Every file of a model.
    pub const ALL: [ModelFile; 4] =
        [ModelFile::Model, ModelFile::Metadata, ModelFile::Summary, ModelFile::Counts];

    /// The file name; part of the contract with operators.
    ///
    /// ```
    /// assert_eq!(artifact_store::ModelFile::Model.file_name(), "model.bin");
    /// ```
    pub fn file_name(self) -> &'static str {
        match self {
            ModelFile::Model => "model.bin",
            ModelFile::Metadata => "model.json",
            ModelFile::Summary => "summary.json",
            ModelFile::Counts => "counts.bin",
        }
    }

    /// The file in a model's own folder.
    pub fn key(self) -> Key {
        Key::spelled(self.file_name())
    }
}

/// A release's name: the first 16 hexadecimal digits of the SHA-256 of its inputs.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ReleaseId(String);

/// The text names no release.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a release is named by 16 hexadecimal digits in lower case; `site-gen releases` lists them")]
pub struct InvalidReleaseId;

impl ReleaseId {
    /// The number of digits.
    pub const LEN: usize = 16;

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The manifest.
    pub fn manifest(&self) -> Key {
        Key::spelled(format!("{RELEASES}{self}/release.json"))
    }

    /// A file of the model.
    pub fn model_file(&self, file: ModelFile) -> Key {
        Key::spelled(format!("{RELEASES}{self}/{}", file.file_name()))
    }

    /// The release's own copy of a public file.
    ///
    /// # Errors
    /// A path that is no key.
    pub fn page(&self, path: &str) -> Result<Key, KeyError> {
        Key::new(format!("{RELEASES}{self}/{SITE}{path}"))
    }

    /// The prefix of all its objects.
    pub fn prefix(&self) -> String {
        format!("{RELEASES}{self}/")
    }
}

impl FromStr for ReleaseId {
    type Err = InvalidReleaseId;

    fn from_str(text: &str) -> Result<ReleaseId, InvalidReleaseId> {
        let digit = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
        let is_id = text.len() == Self::LEN && text.bytes().all(digit);
        if is_id { Ok(ReleaseId(text.to_owned())) } else { Err(InvalidReleaseId) }
    }
}

impl TryFrom<String> for ReleaseId {
    type Error = InvalidReleaseId;

    fn try_from(text: String) -> Result<ReleaseId, InvalidReleaseId> {
        text.parse()
    }
}

impl From<ReleaseId> for String {
    fn from(id: ReleaseId) -> String {
        id.0
    }
}

impl fmt::Display for ReleaseId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// `current.json`.
pub fn pointer() -> Key {
    Key::spelled("current.json")
}

/// `permalinks.json`.
pub fn permalinks() -> Key {
    Key::spelled("permalinks.json")
}

/// `forgotten.json`.
pub fn forgotten() -> Key {
    Key::spelled("forgotten.json")
}

/// A public file: `site/…`.
///
/// # Errors
/// A path that is no key.
pub fn site(path: &str) -> Result<Key, KeyError> {
    Key::new(format!("{SITE}{path}"))
}
