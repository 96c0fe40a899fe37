//! `release.json`: the manifest of a release.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use artifact_store::{ArtifactStore, ModelFile, ReleaseId, StoreError, Timestamp};
use base16ct::lower;
use career_model::{Level, Model, artifact};
use disclosure::Anchors;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use site::history::Change;
use site::history::Figures;

use crate::forgotten::ListEntry;
use crate::judgement::Judgement;

/// Largest manifest that is read, in bytes: enough for tens of thousands of pages.
const MAX_MANIFEST_LEN: usize = 16 << 20;

/// A release. The manifest is written after all other files of the release and never changes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Manifest {
    pub release: ReleaseId,
    /// Number of the release, from 1.
    pub sequence: u64,
    /// The release that was live before this one.
    pub previous: Option<ReleaseId>,
    pub published_at: Timestamp,
    pub origin: Origin,
    /// Digest of everything the release was made from, see [`Inputs`](crate::inputs::Inputs).
    pub inputs: String,
    /// The base URL of the site, if one was given.
    pub base_url: Option<String>,
    /// The languages of the site, in the format of `--languages`; absent in old manifests of English-only
    /// sites.
    #[serde(default)]
    pub languages: Option<String>,
    /// `model.bin`.
    pub model: FileEntry,
    /// SHA-256 of the profiles as read.
    pub data_sha256: String,
    /// People the model was trained on.
    pub people: u64,
    pub roadmaps: Vec<RoadmapEntry>,
    /// The people behind the figures of every group, as sketches; absent in old manifests.
    #[serde(default)]
    pub anchors: Anchors,
    /// The comparison with the release before.
    pub judgement: Judgement,
    /// The reason given with `--force`.
    pub forced: Option<String>,
    /// Changes of this release and of earlier ones, the latest first.
    pub changes: Vec<Change>,
    /// The list of forgotten people that the release was made with; absent in old manifests.
    #[serde(default)]
    pub forgotten: ListEntry,
    /// When the model's figures were first published; absent in old manifests.
    #[serde(default)]
    pub figures: Option<Figures>,
    /// The public files: path within the site → content.
    pub files: BTreeMap<String, FileEntry>,
}

/// How a release was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// From a model that was fitted for it.
    Refresh,
    /// From a given model.
    Publish,
    /// From the model of an earlier release.
    RollbackTo(ReleaseId),
}

/// The checksum and the length of a file.
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
    /// Path of its page.
    pub path: String,
    /// Its name.
    pub name: String,
    /// Number of people in it.
    pub people: u64,
}

impl FileEntry {
    /// The entry of a file with these bytes.
    pub fn of(bytes: &[u8]) -> FileEntry {
        FileEntry { sha256: lower::encode_string(&Sha256::digest(bytes)), bytes: bytes.len() as u64 }
    }
}

impl RoadmapEntry {
    /// The entries of all roadmaps of a model.
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
    /// Reads the manifest of a release; `None` if the release is incomplete or does not exist.
    ///
    /// # Errors
    /// A store that cannot be read, or a manifest that is not valid.
    pub async fn find(store: &ArtifactStore, release: &ReleaseId) -> Result<Option<Manifest>> {
        let key = release.manifest();
        let bytes = match store.get(&key, MAX_MANIFEST_LEN).await {
            Ok(object) => object.bytes,
            Err(StoreError::NotFound { .. }) => return Ok(None),
            Err(error) => return Err(error.into()),
        };
        let manifest: Manifest = serde_json::from_slice(&bytes)
            .with_context(|| format!("{}: not a valid manifest", store.location(&key)))?;
        ensure!(manifest.release == *release, "{}: the manifest of another release", store.location(&key));
        Ok(Some(manifest))
    }

    /// Reads the manifest of a release that must exist.
    ///
    /// # Errors
    /// The errors of [`Manifest::find`], or no manifest.
    pub async fn read(store: &ArtifactStore, release: &ReleaseId) -> Result<Manifest> {
        Manifest::find(store, release).await?.with_context(|| {
            format!(
                "{}: no such release; list the releases with `site-gen releases`",
                store.location(&release.manifest())
            )
        })
    }

    /// Reads the release's model and checks it against the manifest's checksum.
    ///
    /// # Errors
    /// A store that cannot be read, or a file that is damaged or has another checksum.
    pub async fn model(&self, store: &ArtifactStore) -> Result<Model> {
        let key = self.release.model_file(ModelFile::Model);
        let location = || store.location(&key);
        let bytes = store.get(&key, artifact::HEADER_LEN + artifact::MAX_PAYLOAD_LEN).await?.bytes;
        ensure!(
            FileEntry::of(&bytes) == self.model,
            "{}: its checksum does not match the manifest",
            location()
        );
        artifact::decode(&bytes).with_context(location)
    }
}
