//! The model card's figures.

use career_model::metadata::{LevelMetrics, Metadata, MethodRecall, TopicMetrics};
use career_model::{Level, Model};
use career_training::interests::search::STABLE;
use serde::Serialize;

use crate::summary::method_name;
use crate::views::evidence::EvidenceView;
use crate::views::levels::{LevelView, title};
use crate::views::number::{decimal, grouped};

/// What stands where a level has no such figure.
const NONE: &str = "none";

/// The model card.
#[derive(Debug, Serialize)]
pub struct MethodView {
    /// People read, as text.
    pub people: String,
    /// Records rejected, as text.
    pub rejected: String,
    /// People without known experience, as text.
    pub without_experience: String,
    /// Roadmaps of all levels, as text.
    pub roadmaps: String,
    /// The feature set.
    pub features: String,
    /// How the groups were chosen, with the features `full`.
    pub search: Option<SearchView>,
    /// Groups asked for.
    pub clusters: String,
    /// The seed of the fit, as text.
    pub seed: String,
    /// SHA-256 of the data in hexadecimal.
    pub data_sha256: String,
    /// The columns of `rows`.
    pub levels: Vec<LevelView>,
    /// Figures per level.
    pub rows: Vec<RowView>,
    /// Figures of topics: skills, then fields of study.
    pub topic_rows: Vec<RowView>,
    /// Why levels have no groups.
    pub notes: Vec<String>,
    /// Pictures.
    pub pictures: EvidenceView,
}

/// How groups were chosen on people kept out of learning; everything as text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SearchView {
    /// Ways to group that were tried.
    pub candidates: String,
    /// Whether several ways to group people were compared; else the groups go on from those of an earlier model.
    pub was_searched: bool,
    /// Of them, those with enough stable pages.
    pub admissible: String,
    /// People asked.
    pub asked: String,
    /// Whether all levels are grouped together.
    pub shared: bool,
    /// What was found of the hidden skills: by popularity, the page, and the personal ranking, as percent and as times
    /// popularity.
    pub recall: Vec<RowView>,
    /// Skills, courses and certificates in the ranking, and those left out of it.
    pub items: String,
    /// Left out: too few people have them.
    pub items_left_out: String,
    /// Pages, and stable ones.
    pub pages: String,
    /// Pages found again in other samples of the same people.
    pub stable: String,
    /// Silhouettes: of the groups, and of groups found where nothing belongs together.
    pub silhouettes: Option<[String; 2]>,
}

impl SearchView {
    fn new(metadata: &Metadata) -> Option<SearchView> {
        let search = metadata.search.as_ref()?;
        let row = |recall: &MethodRecall| RowView {
            name: method_name(&recall.method),
            values: vec![
                format!("{:.1}%", 100.0 * recall.mean),
                format!("{:.2}", search.times_popularity(&recall.method)),
            ],
        };
        let all = metadata.levels.iter().flat_map(|level| &level.stability);
        Some(SearchView {
            was_searched: search.candidates > 1,
            candidates: grouped(search.candidates),
            admissible: grouped(search.admissible),
            asked: grouped(search.asked),
            shared: search.shared,
            recall: search.recall.iter().map(row).collect(),
            items: grouped(search.items),
            items_left_out: grouped(search.items_left_out),
            pages: grouped(all.clone().count() as u64),
            silhouettes: search
                .silhouette
                .zip(search.silhouette_shuffled)
                .map(|(own, null)| [own, null].map(|value| format!("{value:.3}"))),
            stable: grouped(all.filter(|jaccard| **jaccard >= STABLE).count() as u64),
        })
    }
}

/// A figure with a value per column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RowView {
    /// What it is.
    pub name: &'static str,
    /// The values, as text.
    pub values: Vec<String>,
}

type LevelFigure = (&'static str, fn(&LevelMetrics) -> String);
type TopicFigure = (&'static str, fn(&TopicMetrics) -> String);

const LEVEL_FIGURES: [LevelFigure; 10] = [
    ("People", |m| grouped(m.people)),
    ("People with nothing to compare by", |m| grouped(m.without_background)),
    ("Distinct backgrounds", |m| grouped(m.rows)),
    ("Features", |m| grouped(m.n_features)),
    ("Groups (k-means)", |m| grouped(m.n_clusters)),
    ("Roadmaps", |m| grouped(m.n_roadmaps)),
    ("Silhouette", |m| m.silhouette.map_or_else(|| NONE.to_owned(), |value| format!("{value:.3}"))),
    ("People behind the silhouette", silhouette_people),
    ("Inertia", |m| m.inertia.map_or_else(|| NONE.to_owned(), decimal)),
    ("Explained variance, all components", explained),
];

const TOPIC_FIGURES: [TopicFigure; 4] = [
    ("Distinct labels", |m| grouped(m.labels)),
    ("Labels without a topic", |m| grouped(m.without_topic)),
    ("Topics", |m| grouped(m.n_topics)),
    ("Inertia", |m| decimal(m.inertia)),
];

impl MethodView {
    /// The figures of a model.
    pub fn new(model: &Model) -> MethodView {
        let metadata = model.metadata();
        let metrics_of = |level: Level| metadata.levels.iter().find(|m| m.level == level.as_str());
        let value = |level, figure: fn(&LevelMetrics) -> String| {
            metrics_of(level).map_or_else(|| NONE.to_owned(), figure)
        };
        let row =
            |(name, figure)| RowView { name, values: Level::ALL.map(|level| value(level, figure)).to_vec() };
        let topic_row = |(name, figure): TopicFigure| RowView {
            name,
            values: vec![figure(&metadata.skills), figure(&metadata.degree_fields)],
        };
        let mut rows: Vec<RowView> = LEVEL_FIGURES.into_iter().map(row).collect();
        rows.retain(|row| row.values.iter().any(|value| value != NONE));
        rows.extend(component_rows(metadata.levels.as_slice()));
        let notes = Level::ALL.into_iter().filter_map(|level| {
            let note = metrics_of(level)?.note.as_deref()?;
            Some(format!("{}: {note}", title(level)))
        });
        MethodView {
            people: grouped(metadata.people),
            rejected: grouped(metadata.rejected),
            without_experience: grouped(metadata.without_experience),
            roadmaps: grouped(model.roadmaps().count() as u64),
            features: metadata.features.clone(),
            search: SearchView::new(metadata),
            clusters: metadata.clusters.clone(),
            seed: metadata.seed.to_string(),
            data_sha256: metadata.data_sha256.clone(),
            levels: LevelView::all(model),
            rows,
            topic_rows: TOPIC_FIGURES.into_iter().map(topic_row).collect(),
            notes: notes.collect(),
            pictures: EvidenceView::new(model),
        }
    }
}

/// The silhouette is that of a sample when there are many people.
fn silhouette_people(metrics: &LevelMetrics) -> String {
    match (metrics.silhouette, metrics.silhouette_sample) {
        (None, _) => NONE.to_owned(),
        (Some(_), Some(sample)) => format!("{} drawn", grouped(sample)),
        (Some(_), None) => "all".to_owned(),
    }
}

fn explained(metrics: &LevelMetrics) -> String {
    match metrics.explained_variance_ratio.as_slice() {
        [] => NONE.to_owned(),
        ratios => format!("{:.1}%", 100.0 * ratios.iter().sum::<f64>()),
    }
}

/// One row per principal component.
fn component_rows(levels: &[LevelMetrics]) -> Vec<RowView> {
    const NAMES: [&str; 5] =
        ["– component 1", "– component 2", "– component 3", "– component 4", "– component 5"];
    let ratios_of = |level: Level| {
        let metrics = levels.iter().find(|m| m.level == level.as_str());
        metrics.map_or(&[][..], |m| m.explained_variance_ratio.as_slice())
    };
    let most = Level::ALL.into_iter().map(|level| ratios_of(level).len()).max().unwrap_or(0);
    let text = |level, place| {
        let ratio = ratios_of(level).get(place);
        ratio.map_or_else(|| NONE.to_owned(), |ratio| format!("{:.1}%", 100.0 * ratio))
    };
    let row = |(place, name)| RowView { name, values: Level::ALL.map(|level| text(level, place)).to_vec() };
    NAMES.into_iter().enumerate().take(most).map(row).collect()
}
