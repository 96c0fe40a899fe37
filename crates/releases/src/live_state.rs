//! The live release, read before another one is published.

use std::collections::BTreeSet;

use anyhow::Result;
use artifact_store::{ArtifactStore, Version};
use career_model::Model;
use career_model::artifact::ArtifactError;
use site::history::Permalinks;
use templates::Languages;

use crate::forgotten::StoredForgotten;
use crate::lease::LivePointer;
use crate::manifest::Manifest;
use crate::old_assets;
use crate::permalinks::StoredPermalinks;

/// The live release.
#[derive(Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub struct LiveState {
    pub pointer: LivePointer,
    /// `None` before the first release.
    pub manifest: Option<Manifest>,
    /// Every address ever published.
    pub permalinks: Permalinks,
    /// Version of `permalinks.json`; `None` before the first release.
    pub permalinks_version: Option<Version>,
    /// People whom no new release has.
    pub forgotten: StoredForgotten,
    /// Public assets with names of items, of all releases so far.
    pub data_assets: BTreeSet<String>,
    model: LiveModel,
}

/// The model of the live release.
#[derive(Debug)]
#[expect(clippy::large_enum_variant, reason = "one value a run")]
enum LiveModel {
    /// Nothing is published.
    None,
    Loaded(Model),
    /// This program does not read the model's format version. A new release is not compared with the model.
    UnsupportedFormat {
        found: u32,
    },
    /// The file cannot be read, is missing or damaged, or does not match the manifest's checksum.
    Unusable(anyhow::Error),
}

impl LiveState {
    /// Reads the live release. An unusable model is not an error yet, so that a rollback can still repair the
    /// site: see [`LiveState::with_checked_model`].
    ///
    /// # Errors
    /// A store that cannot be read, a pointer, a manifest, permalinks or a list of forgotten people that
    /// cannot be parsed, or a list that was lost.
    pub async fn read(store: &ArtifactStore) -> Result<LiveState> {
        let pointer = LivePointer::read(store).await?;
        let manifest = match pointer.live() {
            Some(live) => Some(Manifest::read(store, live).await?),
            None => None,
        };
        let model = match &manifest {
            Some(manifest) => LiveModel::read(store, manifest).await,
            None => LiveModel::None,
        };
        let stored = StoredPermalinks::read(store).await?;
        let forgotten = StoredForgotten::read(store).await?;
        if let Some(manifest) = &manifest {
            forgotten.ensure_not_lost(&manifest.forgotten)?;
        }
        Ok(LiveState {
            pointer,
            manifest,
            permalinks: stored.permalinks,
            permalinks_version: stored.version,
            forgotten,
            data_assets: old_assets::listed(store).await?,
            model,
        })
    }

    /// The live model; `None` before the first release, and if this program cannot use it.
    pub fn model(&self) -> Option<&Model> {
        match &self.model {
            LiveModel::Loaded(model) => Some(model),
            _ => None,
        }
    }

    /// Returns the state if a new release can be compared with the live model: continuity and the limit on
    /// people who change page need the comparison. Only a model of an unsupported format version is passed
    /// over.
    ///
    /// # Errors
    /// A live model that cannot be read, is missing or damaged, or does not match its manifest.
    pub fn with_checked_model(self) -> Result<LiveState> {
        match self.model {
            LiveModel::Unusable(error) => Err(error.context(
                "the live model cannot be used, so nothing was written and the live release stays; \
                 restore its file, or go back to an earlier release with `site-gen rollback`",
            )),
            _ => Ok(self),
        }
    }

    /// Why a release is not compared with the live model; `None` if it is compared, or if nothing is live.
    pub fn not_compared(&self) -> Option<String> {
        match &self.model {
            LiveModel::None | LiveModel::Loaded(_) => None,
            LiveModel::UnsupportedFormat { found } => {
                Some(format!("the live model has format version {found}, which this program does not read"))
            }
            LiveModel::Unusable(error) => Some(format!("the live model cannot be used: {error:#}")),
        }
    }

    /// Whether the live people are made up (by `site-gen sample`); `None` if nothing is live, or if the model
    /// cannot be read.
    pub fn is_sample(&self) -> Option<bool> {
        self.model().map(|model| model.metadata().is_sample)
    }

    /// Whether the live release may have people who are forgotten since.
    pub fn has_forgotten_people(&self) -> bool {
        self.manifest.as_ref().is_some_and(|live| live.forgotten != self.forgotten.entry())
    }

    /// The base URL of the live site.
    pub fn base_url(&self) -> Option<String> {
        self.manifest.as_ref().and_then(|manifest| manifest.base_url.clone())
    }

    /// The languages of the live site; `None` if the manifest does not name them.
    pub fn languages(&self) -> Option<Languages> {
        self.manifest.as_ref().and_then(|manifest| manifest.languages.as_ref()?.parse().ok())
    }

    /// The paths of the live roadmaps.
    pub fn paths(&self) -> BTreeSet<String> {
        let roadmaps = self.manifest.iter().flat_map(|manifest| &manifest.roadmaps);
        roadmaps.map(|roadmap| roadmap.path.clone()).collect()
    }
}

impl LiveModel {
    async fn read(store: &ArtifactStore, manifest: &Manifest) -> LiveModel {
        match manifest.model(store).await {
            Ok(model) => LiveModel::Loaded(model),
            Err(error) => match error.downcast_ref() {
                Some(ArtifactError::WrongVersion { found }) => LiveModel::UnsupportedFormat { found: *found },
                _ => LiveModel::Unusable(error),
            },
        }
    }
}
