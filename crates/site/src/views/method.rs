//! The method page: a model card with figures and charts.

use career_model::metadata::{LevelMetrics, LevelNote, Metadata, MethodRecall, Recommender, TopicMetrics};
use career_model::{Level, Model, PerLevel};
use career_training::selection::search_space::STABLE;
use serde::Serialize;
use templates::Words;

use crate::views::evidence::EvidenceView;
use crate::views::levels::{LevelView, title};
use crate::views::recommender::recommender;

/// The method page.
#[derive(Debug, Serialize)]
pub struct MethodView {
    /// Number of people, as text.
    pub people: String,
    /// Number of rejected records, as text.
    pub rejected: String,
    /// Number of people without known experience, as text.
    pub without_experience: String,
    /// Number of roadmaps in all levels, as text.
    pub roadmaps: String,
    /// Name of the feature set.
    pub features: String,
    /// The search for groups, with the features `full`.
    pub search: Option<SearchView>,
    /// Requested number of groups, as text.
    pub clusters: String,
    /// Random seed of the fit, as text.
    pub seed: String,
    /// First month of the senior level.
    pub senior_from: u32,
    /// Last month of the senior level.
    pub senior_to: u32,
    /// Columns of `rows`.
    pub levels: PerLevel<LevelView>,
    /// Figures per level.
    pub rows: Vec<RowView>,
    /// Figures of topics, with the columns skills and fields of study.
    pub topic_rows: Vec<RowView>,
    /// Explains why levels have no groups or fewer than requested.
    pub notes: Vec<String>,
    /// Charts of the page.
    pub charts: EvidenceView,
}

/// The search for groups, evaluated on held-out people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SearchView {
    /// Number of compared candidates.
    pub candidates: u64,
    /// True if several candidates were compared; false if the groups continue those of an earlier model.
    pub was_searched: bool,
    /// Number of held-out people.
    pub asked: u64,
    /// True if all levels are grouped together.
    pub shared: bool,
    /// A row per recommender: recall of the hidden skills in percent, and as a multiple of the recall of
    /// popularity.
    pub recall: Vec<RowView>,
    /// Number of skills, courses and certificates in the ranking.
    pub items: u64,
    /// Number of items that are omitted because too few people have them.
    pub items_left_out: u64,
    /// Number of pages.
    pub pages: u64,
    /// Number of pages that are found again in other samples of the same people.
    pub stable: u64,
    /// Silhouette of the groups, and of groups in shuffled data.
    pub silhouettes: Option<[String; 2]>,
}

impl SearchView {
    fn new(words: &Words, metadata: &Metadata) -> Option<SearchView> {
        let search = metadata.search.as_ref()?;
        let row = |(method, recall): (Recommender, &MethodRecall)| RowView {
            name: recommender(words, method),
            values: vec![words.share(recall.mean, 1), words.decimal(search.times_popularity(method), 2)],
        };
        let all = metadata.levels.iter().flat_map(|level| &level.stability);
        Some(SearchView {
            was_searched: search.candidates > 1,
            candidates: search.candidates,
            asked: search.asked,
            shared: search.shared,
            recall: search.recalls().map(row).collect(),
            items: search.items,
            items_left_out: search.items_left_out,
            pages: all.clone().count() as u64,
            silhouettes: search
                .silhouette
                .zip(search.silhouette_shuffled)
                .map(|(own, null)| [own, null].map(|value| words.decimal(value, 3))),
            stable: all.filter(|jaccard| **jaccard >= STABLE).count() as u64,
        })
    }
}

/// A figure with a value per column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RowView {
    /// Name of the figure.
    pub name: String,
    /// Values as text.
    pub values: Vec<String>,
}

/// Most principal components on the page.
const MAX_COMPONENTS: usize = 5;

/// Message of a figure's name, and its value, if it has one.
type LevelFigure = (&'static str, fn(&Words, &LevelMetrics) -> Option<String>);
type TopicFigure = (&'static str, fn(&Words, &TopicMetrics) -> String);

const LEVEL_FIGURES: [LevelFigure; 10] = [
    ("method-figure-people", |words, m| Some(words.number(m.people))),
    ("method-figure-without-background", |words, m| Some(words.number(m.without_background))),
    ("method-figure-rows", |words, m| Some(words.number(m.rows))),
    ("method-figure-features", |words, m| Some(words.number(m.n_features))),
    ("method-figure-groups", |words, m| Some(words.number(m.n_clusters))),
    ("method-figure-roadmaps", |words, m| Some(words.number(m.n_roadmaps))),
    ("method-figure-silhouette", |words, m| Some(words.decimal(m.silhouette?, 3))),
    ("method-figure-silhouette-people", silhouette_people),
    ("method-figure-inertia", |words, m| Some(words.decimal(m.inertia?, 2))),
    ("method-figure-explained", explained),
];

const TOPIC_FIGURES: [TopicFigure; 4] = [
    ("method-figure-labels", |words, m| words.number(m.labels)),
    ("method-figure-without-topic", |words, m| words.number(m.without_topic)),
    ("method-figure-topics", |words, m| words.number(m.n_topics)),
    ("method-figure-inertia", |words, m| words.decimal(m.inertia, 2)),
];

impl MethodView {
    /// The figures of a model.
    pub fn new(words: &Words, model: &Model) -> MethodView {
        let metadata = model.metadata();
        let metrics_of = |level: Level| metadata.levels.iter().find(|m| m.level == level.as_str());
        let figure = |(key, figure): LevelFigure| {
            row(words, words.text(key, &[]), |level| figure(words, metrics_of(level)?))
        };
        let topic_row = |(key, figure): TopicFigure| RowView {
            name: words.text(key, &[]),
            values: vec![figure(words, &metadata.skills), figure(words, &metadata.degree_fields)],
        };
        let component = |index: usize| {
            let name = words.text("method-figure-component", &[("n", (index + 1).into())]);
            row(words, name, |level| {
                Some(words.share(*metrics_of(level)?.explained_variance_ratio.get(index)?, 1))
            })
        };
        let notes = Level::ALL.into_iter().filter_map(|level| {
            let note = note(words, metrics_of(level)?)?;
            Some(format!("{}: {note}", title(words, level)))
        });
        MethodView {
            people: words.number(metadata.people),
            rejected: words.number(metadata.rejected),
            without_experience: words.number(metadata.without_experience),
            roadmaps: words.number(model.roadmaps().count() as u64),
            features: metadata.features.clone(),
            search: SearchView::new(words, metadata),
            clusters: match metadata.clusters.as_str() {
                "auto" => words.text("method-auto", &[]),
                number => number.to_owned(),
            },
            seed: metadata.seed.to_string(),
            senior_from: *Level::Senior.months().start(),
            senior_to: *Level::Senior.months().end(),
            levels: LevelView::all(words, model),
            rows: LEVEL_FIGURES
                .into_iter()
                .filter_map(figure)
                .chain((0..MAX_COMPONENTS).map_while(component))
                .collect(),
            topic_rows: TOPIC_FIGURES.into_iter().map(topic_row).collect(),
            notes: notes.collect(),
            charts: EvidenceView::new(words, model),
        }
    }
}

/// A row with a value per level; `None` if no level has the figure.
fn row(words: &Words, name: String, value: impl Fn(Level) -> Option<String>) -> Option<RowView> {
    let values = Level::ALL.map(value);
    let none = || words.text("method-none", &[]);
    values.iter().any(Option::is_some).then(|| RowView {
        name,
        values: values.into_iter().map(|value| value.unwrap_or_else(none)).collect(),
    })
}

/// Size of the sample for the silhouette, or a text for all people.
fn silhouette_people(words: &Words, metrics: &LevelMetrics) -> Option<String> {
    metrics.silhouette?;
    Some(match metrics.silhouette_sample {
        Some(sample) => words.text("method-drawn", &[("people", sample.into())]),
        None => words.text("method-all-people", &[]),
    })
}

fn explained(words: &Words, metrics: &LevelMetrics) -> Option<String> {
    let ratios = metrics.explained_variance_ratio.as_slice();
    (!ratios.is_empty()).then(|| words.share(ratios.iter().sum(), 1))
}

/// Explains why a level has no groups, or fewer than requested.
fn note(words: &Words, metrics: &LevelMetrics) -> Option<String> {
    let (key, n) = match metrics.cause()? {
        LevelNote::BelowMinimum { needed } | LevelNote::TooFewPeople { needed, .. } => {
            ("method-note-few-people", needed)
        }
        LevelNote::TooFewBackgrounds { backgrounds } => ("method-note-few-backgrounds", backgrounds),
        LevelNote::FewerClusters { made, .. } => ("method-note-fewer-groups", made),
        LevelNote::NoPageLargeEnough => return Some(words.text("method-note-no-page", &[])),
    };
    Some(words.text(key, &[("n", n.into())]))
}
