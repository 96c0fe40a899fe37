//! A release before it is published: everything is decided, and nothing is written.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use anyhow::Result;
use artifact_store::{ModelFile, ReleaseId, Timestamp};
use career_model::{Model, artifact};
use career_training::Fitted;
use charts::Card;
use disclosure::{Anchors, Live};
use site::base_url::BaseUrl;
use site::history::{Change, Figures, History, Permalinks};
use site::pages::{RenderOptions, render_to_memory};
use site::views::official;
use templates::Languages;
use training::panel::Panel;

use crate::changes::{self, ChangeLists, MAX_LISTED_RELEASES};
use crate::forgotten::ListEntry;
use crate::gate::judge;
use crate::inputs::Inputs;
use crate::live_state::LiveState;
use crate::manifest::{FileEntry, Manifest, Origin, RoadmapEntry};
use crate::matching::{MatchedModel, PublishedLinks, keep_links, match_links};
use crate::old_assets;

/// A model that may become a release.
#[derive(Debug)]
pub struct Candidate {
    /// The model, with the slugs of the fit: with exact counts, or with those of the release to go back to.
    pub fitted: Fitted,
    /// The bytes of `summary.json`.
    pub summary: Option<Vec<u8>>,
    /// How the release is made.
    pub origin: Origin,
    /// The people behind the figures of the release to go back to; empty for a new model.
    pub anchors: Anchors,
    /// Digest of everything the release is made from.
    pub inputs: String,
    /// People to compare the model with the live one on.
    pub panel: Option<Panel>,
}

/// How pages are rendered.
#[derive(Clone, Debug, Default)]
pub struct SiteOptions {
    /// Base URL of the site; defaults to the live release's.
    pub base_url: Option<String>,
    /// Languages of the site; default to the live release's, for the first release to all languages.
    pub languages: Option<Languages>,
    /// A folder of templates that replace the built-in ones.
    pub templates: Option<PathBuf>,
}

/// A release, ready to be written.
#[derive(Clone, Debug)]
pub struct Release {
    /// The manifest.
    pub manifest: Manifest,
    /// The model, its metadata and its summary.
    pub model_files: Vec<(ModelFile, Vec<u8>)>,
    /// Public files: path within the site → bytes.
    pub site: BTreeMap<String, Vec<u8>>,
    /// Every address ever published, including those of this release.
    pub permalinks: Permalinks,
}

impl Release {
    /// Prepares a release: assigns links, judges the model and renders the pages.
    ///
    /// # Errors
    /// Templates that do not render, or a base URL that is not valid.
    pub fn new(
        candidate: Candidate,
        before: &LiveState,
        site: &SiteOptions,
        now: &Timestamp,
        forced: Option<String>,
    ) -> Result<Release> {
        let model = &candidate.fitted.model;
        // Real people have nothing in common with made-up ones.
        let is_afresh = before.is_sample() == Some(true) && !model.metadata().is_sample;
        let live_model = before.model().filter(|_| !is_afresh);
        let live_manifest = before.manifest.as_ref().filter(|_| !is_afresh);
        let live = if is_afresh { BTreeSet::new() } else { before.paths() };
        let overlap = match (&candidate.panel, live_model) {
            (Some(panel), Some(old)) => Some(panel.overlap(old, model)),
            _ => None,
        };
        let published =
            PublishedLinks { live: &live, permalinks: &before.permalinks, overlap: overlap.as_ref() };
        let mut matched = match candidate.origin {
            Origin::RollbackTo(_) => keep_links(model, published)?,
            Origin::Refresh | Origin::Publish => match_links(model, published)?,
        };
        let moved = overlap
            .map(|overlap| overlap.moved(|fitted| matched.link_of.get(fitted).cloned().unwrap_or_default()));
        let data_sha256 = matched.model.metadata().data_sha256.clone();
        let anchors = match &candidate.origin {
            // Its counts are published already.
            Origin::RollbackTo(_) => candidate.anchors,
            Origin::Refresh | Origin::Publish => {
                let no_anchors = Anchors::new();
                let anchors = live_manifest.map_or(&no_anchors, |live| &live.anchors);
                let live = live_model.map(|model| Live { model, anchors });
                let published = disclosure::publish(&matched.model, candidate.fitted.members.as_ref(), live)?;
                matched.model = published.model;
                for (level, roadmap) in matched.model.roadmaps() {
                    if let Some(link) = matched.permalinks.entries.get_mut(&roadmap.path(level)) {
                        link.name.clone_from(&roadmap.name);
                    }
                }
                published.anchors
            }
        };
        // The list that the model was made with. That of a given model is not known.
        let forgotten = match &candidate.origin {
            Origin::Publish => ListEntry::default(),
            Origin::Refresh | Origin::RollbackTo(_) => before.forgotten.entry(),
        };
        let judgement = judge(&matched.model, live_manifest, moved);
        let model = artifact::encode(&matched.model)?;
        let site = &site.with_defaults_of(before);
        let base_url = site.base_url.clone();
        let languages = site.languages.clone().unwrap_or_default();
        let previous = before.pointer.live().cloned();
        let release = Inputs::default()
            .with("model", &model)
            .with("pages", &site.digest()?)
            .with("previous", previous.as_ref().map_or("", ReleaseId::as_str).as_bytes())
            .release_id();
        let mut manifest = Manifest {
            release,
            sequence: before.manifest.as_ref().map_or(0, |manifest| manifest.sequence) + 1,
            previous,
            published_at: now.clone(),
            origin: candidate.origin,
            inputs: candidate.inputs,
            base_url,
            languages: Some(languages.to_string()),
            model: FileEntry::of(&model),
            data_sha256,
            people: matched.model.metadata().people,
            roadmaps: RoadmapEntry::all(&matched.model),
            anchors,
            judgement,
            forced,
            changes: Vec::new(),
            forgotten,
            figures: None,
            files: BTreeMap::new(),
        };
        manifest.figures = Some(figures(&manifest, before));
        manifest.changes = changes(&manifest, &matched, live_model, live_manifest, before);
        let history = History {
            changes: manifest.changes.clone(),
            permalinks: matched.permalinks.clone(),
            figures: manifest.figures.clone(),
        };
        let options = RenderOptions {
            templates: site.templates.clone(),
            base_url: manifest.base_url.clone(),
            languages,
            history: Some(history),
        };
        let mut files = render_to_memory(&matched.model, &options)?;
        old_assets::add(&mut files, &before.data_assets, before.manifest.as_ref());
        manifest.files = files.iter().map(|(path, bytes)| (path.clone(), FileEntry::of(bytes))).collect();
        let mut model_files = vec![
            (ModelFile::Model, model),
            (ModelFile::Metadata, serde_json::to_vec_pretty(matched.model.metadata())?),
        ];
        model_files.extend(candidate.summary.map(|summary| (ModelFile::Summary, summary)));
        Ok(Release { manifest, model_files, site: files, permalinks: matched.permalinks })
    }
}

impl SiteOptions {
    /// Checks the base URL.
    ///
    /// # Errors
    /// A base URL that is not valid.
    pub fn check(&self) -> Result<()> {
        self.base_url.as_deref().map(BaseUrl::new).transpose().map(drop)
    }

    /// These options, with those of the live release as defaults.
    pub fn with_defaults_of(&self, live: &LiveState) -> SiteOptions {
        SiteOptions {
            base_url: self.base_url.clone().or_else(|| live.base_url()),
            languages: self.languages.clone().or_else(|| live.languages()),
            templates: self.templates.clone(),
        }
    }

    /// Digest of everything pages depend on besides the model: version, templates, assets, languages, base
    /// URL.
    ///
    /// # Errors
    /// Templates that cannot be read.
    pub fn digest(&self) -> Result<Vec<u8>> {
        let mut inputs = Inputs::default()
            .with("version", env!("CARGO_PKG_VERSION").as_bytes())
            .with("cards", &Card::DESIGN.to_le_bytes())
            .with("languages", self.languages.clone().unwrap_or_default().to_string().as_bytes())
            .with("official_pages", official::TABLE.as_bytes())
            .with("base_url", self.base_url.as_deref().unwrap_or_default().as_bytes());
        for (name, text) in templates::sources(self.templates.as_deref())? {
            inputs = inputs.with(&name, text.as_bytes());
        }
        for asset in templates::assets(self.templates.as_deref())?.all() {
            inputs = inputs.with(&asset.path, &asset.bytes);
        }
        Ok(inputs.digest().into_bytes())
    }
}

/// When the figures of this release were first published: it may have the model of an earlier release.
fn figures(manifest: &Manifest, before: &LiveState) -> Figures {
    let own = || Figures { release: manifest.sequence, published_at: manifest.published_at.clone() };
    let Some(last) = &before.manifest else { return own() };
    // Old manifests have no figures.
    if let Some(figures) = last.figures.as_ref().filter(|_| last.model == manifest.model) {
        return figures.clone();
    }
    let Origin::RollbackTo(release) = &manifest.origin else { return own() };
    let back_to = last.changes.iter().find(|change| change.release == *release);
    back_to.map_or_else(own, |change| Figures {
        release: change.sequence,
        published_at: change.published_at.clone(),
    })
}

/// The changes of this release and of earlier ones, the latest first.
fn changes(
    manifest: &Manifest,
    matched: &MatchedModel,
    live_model: Option<&Model>,
    live_manifest: Option<&Manifest>,
    before: &LiveState,
) -> Vec<Change> {
    let ChangeLists { new, revived, retired, moved } = ChangeLists::new(matched, live_model);
    let back_to = match &manifest.origin {
        Origin::RollbackTo(release) => Some(release.clone()),
        Origin::Refresh | Origin::Publish => None,
    };
    let own = Change {
        release: manifest.release.clone(),
        sequence: manifest.sequence,
        published_at: manifest.published_at.clone(),
        people: manifest.people,
        roadmaps: manifest.roadmaps.len() as u64,
        back_to,
        new,
        revived,
        retired,
        moved,
    };
    let mut earlier: Vec<Change> =
        live_manifest.iter().flat_map(|manifest| manifest.changes.iter().cloned()).collect();
    if before.has_forgotten_people() {
        changes::keep_shown_skills(&mut earlier, &matched.model);
    }
    std::iter::once(own).chain(earlier).take(MAX_LISTED_RELEASES).collect()
}
