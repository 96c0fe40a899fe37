//! The published counts of a model's metadata.

use career_model::PerLevel;
use career_model::metadata::{LevelMetrics, Metadata, PageMetrics};
use career_model::roadmap::Backgrounds;

use crate::rounding::total;

/// Decimals of what is measured on the people of a page: a share of hits, a position in a picture.
const STEPS_PER_UNIT: f64 = 50.0;

/// The metadata to publish: without the hash of the data, and with rounded counts. `shown` holds the
/// published overviews.
pub(crate) fn published(
    exact: &Metadata,
    before: Option<&Metadata>,
    shown: &PerLevel<&Backgrounds>,
) -> Metadata {
    let count = |of: &dyn Fn(&Metadata) -> u64| total(of(exact), before.map(of));
    let search = exact.search.clone().map(|mut search| {
        let before = before.and_then(|before| before.search.as_ref());
        search.asked = total(search.asked, before.map(|search| search.asked));
        search.items_left_out = total(search.items_left_out, before.map(|search| search.items_left_out));
        search
    });
    let mut skills = exact.skills.clone();
    skills.labels = count(&|metadata| metadata.skills.labels);
    skills.without_topic = count(&|metadata| metadata.skills.without_topic);
    let mut degree_fields = exact.degree_fields.clone();
    degree_fields.labels = count(&|metadata| metadata.degree_fields.labels);
    degree_fields.without_topic = count(&|metadata| metadata.degree_fields.without_topic);
    Metadata {
        data_sha256: String::new(),
        people: count(&|metadata| metadata.people),
        rejected: count(&|metadata| metadata.rejected),
        records: count(&|metadata| metadata.records),
        without_experience: count(&|metadata| metadata.without_experience),
        experience: (0..exact.experience.len())
            .map(|bin| count(&|metadata| metadata.experience.get(bin).copied().unwrap_or(0)))
            .collect(),
        skills,
        degree_fields,
        search,
        levels: exact
            .levels
            .iter()
            .zip(shown.values())
            .enumerate()
            .map(|(level, (metrics, shown))| {
                level_metrics(metrics, before.and_then(|before| before.levels.get(level)), shown.people)
            })
            .collect(),
        ..exact.clone()
    }
}

fn level_metrics(exact: &LevelMetrics, before: Option<&LevelMetrics>, people: u64) -> LevelMetrics {
    let count = |of: &dyn Fn(&LevelMetrics) -> u64| total(of(exact), before.map(of));
    LevelMetrics {
        people,
        without_background: count(&|level| level.without_background),
        rows: count(&|level| level.rows).min(people),
        n_features: count(&|level| level.n_features),
        pages: exact.pages.iter().map(page_metrics).collect(),
        ..exact.clone()
    }
}

fn page_metrics(exact: &PageMetrics) -> PageMetrics {
    let round = |value: &f64| (value * STEPS_PER_UNIT).round() / STEPS_PER_UNIT;
    PageMetrics {
        success: round(&exact.success),
        centre: exact.centre.iter().map(round).collect(),
        // Variances are smaller than coordinates.
        spread: exact.spread.iter().map(|value| round(&(value * 10.0)) / 10.0).collect(),
    }
}
