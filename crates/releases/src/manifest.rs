//! `release.json`: what a release is.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use artifact_store::{ArtifactStore, ModelFile, ReleaseId, StoreError, Timestamp};
use base16ct::lower;
use career_model::{Level, Model, artifact};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::gate::Judgement;
use site::history::Change;
use site::history::Figures;

/// The most bytes a manifest has: files of some ten thousand pages.
const MAX_MANIFEST_LEN: usize = 16 << 20;

/// A release. Written last of its files, and never again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    /// Its name.
    pub release: ReleaseId,
    /// How many releases there were until it, itself included.
    pub sequence: u64,
    /// The release that was live before.
    pub previous: Option<ReleaseId>,
    /// When it was made, RFC 3339.
    pub published_at: Timestamp,
    /// How it came about.
    pub origin: Origin,
    /// Digest of what it was made from, see [`super::inputs`].
    pub inputs: String,
    /// Where the site lives, if that was said.
    pub base_url: Option<String>,
    /// The languages of the site, as `--languages` takes them; releases of before there were several do not say.
    #[serde(default)]
    pub languages: Option<String>,
    /// `model.bin`.
    pub model: FileEntry,
    /// SHA-256 of the profiles as read.
    pub data_sha256: String,
    /// People learned from.
    pub people: u64,
    /// The live roadmaps.
    pub roadmaps: Vec<RoadmapEntry>,
    /// How it was judged beside the release before.
    pub judgement: Judgement,
    /// Why it was published although it was judged worse.
    pub forced: Option<String>,
    /// What changed with it and with those before it, the latest first.
    pub changes: Vec<Change>,
    /// When the figures of its model were first published.
    #[serde(default)]
    pub figures: Option<Figures>,
    /// The public files: path within the site → content.
    pub files: BTreeMap<String, FileEntry>,
}

/// How a release came about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// Profiles were learned from.
    Refresh,
    /// A model was given.
    Publish,
    /// An earlier release was taken back up.
    RollbackTo(ReleaseId),
}

/// A file's content, by its checksum.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileEntry {
    /// SHA-256, in hexadecimal.
    pub sha256: String,
    /// Length in bytes.
    pub bytes: u64,
}

/// A roadmap of a release.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoadmapEntry {
    /// Its page.
    pub path: String,
    /// Its name.
    pub name: String,
    /// The people behind it.
    pub people: u64,
}

impl FileEntry {
    /// Of these bytes.
    pub fn of(bytes: &[u8]) -> FileEntry {
        FileEntry { sha256: lower::encode_string(&Sha256::digest(bytes)), bytes: bytes.len() as u64 }
    }
}

impl RoadmapEntry {
    /// Every roadmap of a model.
    pub fn all(model: &Model) -> Vec<RoadmapEntry> {
        let entry = |level: Level, roadmap: &career_model::Roadmap| RoadmapEntry {
            path: roadmap.path(level),
            name: roadmap.name.clone(),
            people: roadmap.has.people,
        };
        model.roadmaps().map(|(level, roadmap)| entry(level, roadmap)).collect()
    }
}

impl Manifest {
    /// The manifest of a release; `None` when the release is not whole.
    ///
    /// # Errors
    /// A store that cannot be read, or a manifest that is none.
    pub async fn find(store: &ArtifactStore, release: &ReleaseId) -> Result<Option<Manifest>> {
        let key = release.manifest();
        let bytes = match store.get(&key, MAX_MANIFEST_LEN).await {
            Ok(object) => object.bytes,
            Err(StoreError::NotFound { .. }) => return Ok(None),
            Err(error) => return Err(error.into()),
        };
        let manifest: Manifest = serde_json::from_slice(&bytes)
            .with_context(|| format!("{}: not the manifest of a release", store.location(&key)))?;
        ensure!(manifest.release == *release, "{}: the manifest of another release", store.location(&key));
        Ok(Some(manifest))
    }

    /// The manifest of a release that must be whole.
    ///
    /// # Errors
    /// As [`Manifest::find`], or no manifest.
    pub async fn read(store: &ArtifactStore, release: &ReleaseId) -> Result<Manifest> {
        Manifest::find(store, release).await?.with_context(|| {
            format!(
                "{}: there is no such release; `site-gen releases` lists those there are",
                store.location(&release.manifest())
            )
        })
    }

    /// The release's model, checked against the manifest.
    ///
    /// # Errors
    /// A store that cannot be read, or a file that is not the one the manifest names.
    pub async fn model(&self, store: &ArtifactStore) -> Result<Model> {
        let key = self.release.model_file(ModelFile::Model);
        let place = || store.location(&key);
        let bytes = store.get(&key, artifact::HEADER_LEN + artifact::MAX_PAYLOAD_LEN).await?.bytes;
        ensure!(
            lower::encode_string(&Sha256::digest(&bytes)) == self.model.sha256,
            "{}: not the model of its manifest",
            place()
        );
        artifact::decode(&bytes).with_context(place)
    }
}
