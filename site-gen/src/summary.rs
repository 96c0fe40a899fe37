//! The summary of a training run: `summary.json`, and what `train` prints.

use std::fmt::Write as _;

use career_model::Level;
use career_model::metadata::{LevelMetrics, Metadata, TopicMetrics};
use profile_data::SelectionCounts;
use serde::Serialize;

use crate::stopwatch::Seconds;

/// What came out of a training run, and how long it took.
#[derive(Clone, Debug, Serialize)]
pub struct Summary {
    /// People read.
    pub people: u64,
    /// Records skipped because they could not be read.
    pub rejected: u64,
    /// Per rule of `--select`, how many people it kept and dropped.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub selection: Option<SelectionCounts>,
    /// People whose skills were read out of the titles of courses recommended to them.
    pub from_courses: u64,
    /// People without months of experience.
    pub without_experience: u64,
    /// Topics of labels.
    pub label_topics: LabelTopics,
    /// By level.
    pub levels: Levels,
    /// Wall-clock seconds per stage.
    pub seconds: Seconds,
    /// The feature set.
    pub features: String,
    /// The seed.
    pub seed: u64,
    /// SHA-256 of the profiles as read.
    pub data_sha256: String,
}

/// The three levels, in their order.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Levels {
    /// Fewer than 100 months.
    pub junior: LevelMetrics,
    /// 100 to 250 months.
    pub senior: LevelMetrics,
    /// More than 250 months.
    pub expert: LevelMetrics,
}

impl Levels {
    fn new(metrics: &[LevelMetrics]) -> Levels {
        let of = |level: Level| metrics.get(level.index()).cloned().unwrap_or_default();
        Levels { junior: of(Level::Junior), senior: of(Level::Senior), expert: of(Level::Expert) }
    }

    fn iter(&self) -> impl Iterator<Item = &LevelMetrics> {
        [&self.junior, &self.senior, &self.expert].into_iter()
    }
}

/// Topics of both kinds of label.
#[derive(Clone, Debug, Serialize)]
pub struct LabelTopics {
    /// Of skills.
    pub skills: TopicMetrics,
    /// Of degree fields.
    pub degree_fields: TopicMetrics,
}

impl Summary {
    /// The summary of a model that took this long.
    pub fn new(metadata: &Metadata, seconds: Seconds) -> Summary {
        Summary {
            people: metadata.people,
            rejected: metadata.rejected,
            selection: None,
            from_courses: 0,
            without_experience: metadata.without_experience,
            label_topics: LabelTopics {
                skills: metadata.skills.clone(),
                degree_fields: metadata.degree_fields.clone(),
            },
            levels: Levels::new(&metadata.levels),
            seconds,
            features: metadata.features.clone(),
            seed: metadata.seed,
            data_sha256: metadata.data_sha256.clone(),
        }
    }

    /// The summary as a person reads it.
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        // Writing to a string cannot fail.
        let _ = self.write_text(&mut text);
        text
    }

    fn write_text(&self, out: &mut String) -> std::fmt::Result {
        writeln!(
            out,
            "{} people ({} without months of experience), {} records rejected",
            self.people, self.without_experience, self.rejected
        )?;
        if let Some(selection) = &self.selection {
            writeln!(out, "selected: {selection}")?;
        }
        if self.from_courses > 0 {
            writeln!(out, "{} people have their skills from course titles", self.from_courses)?;
        }
        for (name, topics) in
            [("skills", &self.label_topics.skills), ("degree fields", &self.label_topics.degree_fields)]
        {
            writeln!(
                out,
                "{:>6} distinct {name} in {} topics ({} tied to none), inertia {:.1}",
                topics.labels, topics.n_topics, topics.without_topic, topics.inertia
            )?;
        }
        writeln!(
            out,
            "\n{:<8}{:>8}{:>10}{:>10}{:>7}{:>12}{:>10}{:>12}",
            "level", "people", "features", "clusters", "pages", "silhouette", "inertia", "explained"
        )?;
        for level in self.levels.iter() {
            let figure = |value: Option<f64>| value.map_or("–".to_owned(), |value| format!("{value:.3}"));
            let explained = (!level.explained_variance_ratio.is_empty())
                .then(|| level.explained_variance_ratio.iter().sum());
            writeln!(
                out,
                "{:<8}{:>8}{:>10}{:>10}{:>7}{:>12}{:>10}{:>12}",
                level.level,
                level.people,
                level.n_features,
                level.n_clusters,
                level.n_roadmaps,
                figure(level.silhouette),
                figure(level.inertia),
                figure(explained),
            )?;
        }
        for level in self.levels.iter() {
            if let Some(note) = &level.note {
                writeln!(out, "note: {}: {note}", level.level)?;
            }
        }
        writeln!(out, "\n{:.2} s in all", self.seconds.total)
    }
}
