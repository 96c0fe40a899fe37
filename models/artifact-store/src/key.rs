//! The files a model is made of.

use std::fmt;

/// A file of a model. The names are part of the contract with operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ArtifactKey {
    /// The model as bytes, checked before use.
    Model,
    /// The model's metadata, readable; never the weights.
    Metadata,
    /// The summary of the training run.
    Summary,
}

impl ArtifactKey {
    /// Every key.
    pub const ALL: [ArtifactKey; 3] = [ArtifactKey::Model, ArtifactKey::Metadata, ArtifactKey::Summary];

    /// The file name.
    ///
    /// ```
    /// assert_eq!(artifact_store::ArtifactKey::Model.file_name(), "model.bin");
    /// ```
    pub fn file_name(self) -> &'static str {
        match self {
            ArtifactKey::Model => "model.bin",
            ArtifactKey::Metadata => "model.json",
            ArtifactKey::Summary => "summary.json",
        }
    }
}

impl fmt::Display for ArtifactKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.file_name())
    }
}
