//! The summary of a training run: `summary.json`, and the output of `site-gen train`.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use career_model::PerLevel;
use career_model::metadata::{
    LevelMetrics, Metadata, MethodRecall, Recommender, SearchMetrics, TopicMetrics,
};
use career_training::People;
use career_training::people::interner::Labels;
use career_training::selection::search_space::STABLE;
use profile_data::SelectionCounts;
use serde::{Serialize, Serializer};
use templates::english::{grouped, plural};

use crate::stopwatch::Seconds;

/// Figures and times of a training run.
#[derive(Clone, Debug, Serialize)]
pub struct Summary {
    /// Records read.
    pub records: u64,
    /// People read, each once, and selected.
    pub people: u64,
    /// Records that a newer one of the same person supersedes.
    pub duplicates: u64,
    /// Records that were left out because another one, under another id, is nearly equal.
    pub near_equal: u64,
    /// Some people are made up by `site-gen sample`.
    pub is_sample: bool,
    /// Records skipped because they could not be read.
    pub rejected: u64,
    /// People kept and dropped by each rule of `--select`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub selection: Option<SelectionCounts>,
    /// People with skills from titles of recommended courses.
    pub from_courses: u64,
    /// Strings that are not skills or degree fields, by reason.
    pub dropped: DropCounts,
    /// People without months of experience.
    pub without_experience: u64,
    /// Topics of labels.
    pub label_topics: LabelTopics,
    /// Metrics of each level.
    #[serde(serialize_with = "by_name")]
    pub levels: PerLevel<LevelMetrics>,
    /// Metrics of the search for groups, with `--features full`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub search: Option<SearchMetrics>,
    /// Wall-clock seconds per stage.
    pub seconds: Seconds,
    /// The feature set: `full` or `seed`.
    pub features: String,
    /// The random seed.
    pub seed: u64,
    /// SHA-256 of the profiles as read.
    pub data_sha256: String,
}

/// Metrics of the topics.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs, reason = "the names say it")]
pub struct LabelTopics {
    pub skills: TopicMetrics,
    pub degree_fields: TopicMetrics,
}

/// Numbers of dropped strings by reason (see [`career_model::clean::Rejection`]).
#[derive(Clone, Debug, Default, Serialize)]
#[allow(missing_docs, reason = "the names say it")]
pub struct DropCounts {
    pub skills: BTreeMap<&'static str, u64>,
    pub degree_fields: BTreeMap<&'static str, u64>,
}

impl DropCounts {
    /// Counts the strings dropped from these people's lists.
    pub fn of(people: &People) -> DropCounts {
        let by_name = |labels: &Labels| labels.dropped().iter().map(|(why, n)| (why.as_str(), *n)).collect();
        DropCounts { skills: by_name(&people.skills), degree_fields: by_name(&people.degree_fields) }
    }
}

impl Summary {
    /// The summary of a model; fields that its metadata does not have are empty.
    pub fn new(metadata: &Metadata, seconds: Seconds) -> Summary {
        Summary {
            records: metadata.records,
            people: metadata.people,
            duplicates: 0,
            near_equal: 0,
            is_sample: metadata.is_sample,
            rejected: metadata.rejected,
            selection: None,
            from_courses: 0,
            dropped: DropCounts::default(),
            without_experience: metadata.without_experience,
            label_topics: LabelTopics {
                skills: metadata.skills.clone(),
                degree_fields: metadata.degree_fields.clone(),
            },
            levels: PerLevel::from_fn(|level| metadata.level(level).cloned().unwrap_or_default()),
            search: metadata.search.clone(),
            seconds,
            features: metadata.features.clone(),
            seed: metadata.seed,
            data_sha256: metadata.data_sha256.clone(),
        }
    }

    /// The summary as text for a terminal.
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        // Writing to a string cannot fail.
        let _ = self.write_text(&mut text);
        text
    }

    /// The figures of the search, and of each level.
    fn write_search(&self, out: &mut String, search: &SearchMetrics) -> std::fmt::Result {
        write_recall(out, search)?;
        if let (Some(own), Some(null)) = (search.silhouette, search.silhouette_shuffled) {
            writeln!(out, "  silhouette {own:.3}, with shuffled columns {null:.3}")?;
        }
        writeln!(out, "\n{:<8}{:>8}{:>10}{:>7}{:>9}", "level", "people", "clusters", "pages", "stable")?;
        for level in self.levels.values() {
            let stable = level.stability.iter().filter(|jaccard| **jaccard >= STABLE).count();
            writeln!(
                out,
                "{:<8}{:>8}{:>10}{:>7}{:>9}",
                level.level, level.people, level.n_clusters, level.n_roadmaps, stable
            )?;
        }
        for level in self.levels.values() {
            if let Some(note) = &level.note {
                writeln!(out, "{}: {note}", level.level)?;
            }
        }
        writeln!(out, "\n{:.2} s in total", self.seconds.total)
    }

    fn write_text(&self, out: &mut String) -> std::fmt::Result {
        writeln!(out, "{}", records_of_people(self.records, self.duplicates, self.near_equal))?;
        writeln!(
            out,
            "{} {} ({} without months of experience), {} {} rejected",
            self.people,
            plural(self.people, "person", "people"),
            self.without_experience,
            self.rejected,
            plural(self.rejected, "record", "records"),
        )?;
        if let Some(selection) = &self.selection {
            writeln!(out, "selected: {selection}")?;
        }
        if self.from_courses > 0 {
            writeln!(out, "{} people with skills from course titles", self.from_courses)?;
        }
        for (name, topics) in
            [("skills", &self.label_topics.skills), ("degree fields", &self.label_topics.degree_fields)]
        {
            writeln!(
                out,
                "{:>6} distinct {name} in {} topics ({} without a topic), inertia {:.1}",
                topics.labels, topics.n_topics, topics.without_topic, topics.inertia
            )?;
        }
        for (name, dropped) in
            [("skills", &self.dropped.skills), ("degree fields", &self.dropped.degree_fields)]
        {
            if !dropped.is_empty() {
                let reasons: Vec<String> = dropped.iter().map(|(why, n)| format!("{n} {why}")).collect();
                writeln!(out, "{:>6} {name} dropped: {}", dropped.values().sum::<u64>(), reasons.join(", "))?;
            }
        }
        if let Some(search) = &self.search {
            return self.write_search(out, search);
        }
        writeln!(
            out,
            "\n{:<8}{:>8}{:>10}{:>10}{:>7}{:>12}{:>10}{:>12}",
            "level", "people", "features", "clusters", "pages", "silhouette", "inertia", "explained"
        )?;
        for level in self.levels.values() {
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
        for level in self.levels.values() {
            if let Some(note) = &level.note {
                writeln!(out, "note: {}: {note}", level.level)?;
            }
        }
        writeln!(out, "\n{:.2} s in total", self.seconds.total)
    }
}

/// The recall of each recommender, if somebody was held out.
fn write_recall(out: &mut String, search: &SearchMetrics) -> std::fmt::Result {
    let candidates = match search.candidates {
        1 => "1 candidate".to_owned(),
        n => format!("{n} candidates ({} with enough stable pages)", search.admissible),
    };
    if search.asked == 0 {
        return writeln!(out, "\n{candidates} not tested: nobody could be held out");
    }
    writeln!(
        out,
        "\n{candidates} tested on {} held-out people; hidden skills found among five recommendations:",
        search.asked
    )?;
    for (recommender, recall) in search.recalls() {
        let (name, times) = (recommender_name(recommender), search.times_popularity(recommender));
        let interval = format!("{:.3} to {:.3}", recall.low, recall.high);
        writeln!(out, "  {name:<28}{:.3} ({interval})   {times:.2} times", recall.mean)?;
    }
    Ok(())
}

/// How many records are how many people: `2,000 records of 400 people (1,590 duplicates, 10 near-equal)`.
pub fn records_of_people(records: u64, duplicates: u64, near_equal: u64) -> String {
    let people = records.saturating_sub(duplicates + near_equal);
    let nouns = (plural(records, "record", "records"), plural(people, "person", "people"));
    let [records, people, duplicates, near_equal] = [records, people, duplicates, near_equal].map(grouped);
    format!(
        "{records} {} of {people} {} ({duplicates} duplicates, {near_equal} near-equal)",
        nouns.0, nouns.1
    )
}

/// The name of a recommender for people.
fn recommender_name(recommender: Recommender) -> &'static str {
    match recommender {
        Recommender::Popularity => "most frequent of all",
        Recommender::LevelPopularity => "most frequent of the level",
        Recommender::ReferencePage => "the reference method's page",
        Recommender::Page => "the page",
        Recommender::Personal => "ranked for the person",
    }
}

/// The name of a recall's recommender for people.
pub fn method_name(recall: &MethodRecall) -> &'static str {
    recall.recommender().map_or("another method", recommender_name)
}

fn by_name<S: Serializer>(levels: &PerLevel<LevelMetrics>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(levels.iter().map(|(level, metrics)| (level.as_str(), metrics)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_of_nobody_are_left_out() {
        let recall =
            MethodRecall { method: Recommender::Page.to_string(), mean: 0.5, ..MethodRecall::default() };
        let mut search = SearchMetrics { candidates: 1, recall: vec![recall], ..SearchMetrics::default() };
        let text = |search: &SearchMetrics| {
            let mut out = String::new();
            write_recall(&mut out, search).map(|()| out).unwrap_or_default()
        };
        assert_eq!(text(&search), "\n1 candidate not tested: nobody could be held out\n");
        search.asked = 2;
        assert!(text(&search).contains("the page                    0.500"), "{}", text(&search));
    }

    #[test]
    fn one_person_is_a_person() {
        assert_eq!(records_of_people(1, 0, 0), "1 record of 1 person (0 duplicates, 0 near-equal)");
        assert_eq!(records_of_people(3, 2, 0), "3 records of 1 person (2 duplicates, 0 near-equal)");
        assert_eq!(
            records_of_people(2_000, 1_590, 10),
            "2,000 records of 400 people (1,590 duplicates, 10 near-equal)"
        );
    }
}
