//! The form's suggestions: labels that many people have, by field, the most common first.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use career_model::roadmap::{Backgrounds, ItemCount, MIN_PEOPLE_PER_PAGE};
use career_model::{Level, Model};
use serde::Serialize;
use templates::Asset;

use crate::census::is_shown;

/// Bytes of labels in each list. Compression leaves about two fifths, so the download is at most 60 kB.
const MAX_POSITIONS: usize = 25_000;
const MAX_DEGREE_FIELDS: usize = 15_000;
const MAX_COURSES: usize = 25_000;
const MAX_CERTIFICATIONS: usize = 25_000;
const MAX_SKILLS: usize = 60_000;

/// Longer labels are usually sentences, which nobody begins to type.
const MAX_CHARS: usize = 100;

/// Labels under the names of the form's fields.
#[allow(missing_docs, reason = "the names say it")]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Vocabulary {
    pub position: Vec<String>,
    pub degree_fields: Vec<String>,
    pub courses: Vec<String>,
    pub certifications: Vec<String>,
    pub skills: Vec<String>,
}

impl Vocabulary {
    /// The labels that a model's pages show.
    pub fn new(model: &Model) -> Vocabulary {
        let labels = |list: fn(&Backgrounds) -> &[ItemCount], max_bytes: usize| {
            bounded(
                by_people(model, |has| list(has).iter().map(|item| (item.name.as_str(), item.people))),
                max_bytes,
            )
        };
        Vocabulary {
            position: labels(|has| &has.positions, MAX_POSITIONS),
            degree_fields: labels(|has| &has.degree_topics, MAX_DEGREE_FIELDS),
            courses: labels(|has| &has.courses, MAX_COURSES),
            certifications: labels(|has| &has.certifications, MAX_CERTIFICATIONS),
            skills: labels(|has| &has.skills, MAX_SKILLS),
        }
    }

    /// The file that the form's script loads when a visitor begins to type.
    pub fn asset(&self) -> Asset {
        let bytes = serde_json::to_vec(self).unwrap_or_default();
        Asset::new("vocabulary", "json", bytes, "application/json")
    }
}

/// Labels, the most common first. In each level, a label counts as often as in the group where most people
/// have it, the overview or a roadmap.
fn by_people<'m, I: Iterator<Item = (&'m str, u32)>>(
    model: &'m Model,
    list: impl Fn(&'m Backgrounds) -> I,
) -> Vec<&'m str> {
    // Capitalisation does not matter; the spelling is that of the group where most people have the label.
    let mut all: BTreeMap<String, (&str, u32, u64)> = BTreeMap::new();
    for level in Level::ALL {
        let fitted = model.level(level);
        let groups =
            std::iter::once(&fitted.overview).chain(fitted.roadmaps.iter().map(|roadmap| &roadmap.has));
        let mut in_level: BTreeMap<String, (&str, u32)> = BTreeMap::new();
        for has in groups.filter(|has| has.people >= MIN_PEOPLE_PER_PAGE) {
            for (name, people) in list(has).filter(|(_, people)| is_shown(*people)) {
                let known = in_level.entry(name.to_lowercase()).or_insert((name, people));
                if people > known.1 {
                    *known = (name, people);
                }
            }
        }
        for (key, (name, people)) in in_level {
            match all.entry(key) {
                Entry::Vacant(entry) => {
                    entry.insert((name, people, u64::from(people)));
                }
                Entry::Occupied(mut entry) => {
                    let (spelled, most, total) = entry.get_mut();
                    *total += u64::from(people);
                    if people > *most {
                        (*spelled, *most) = (name, people);
                    }
                }
            }
        }
    }
    let mut labels: Vec<(&str, u64)> = all.into_values().map(|(name, _, people)| (name, people)).collect();
    labels.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(b.0)));
    labels.into_iter().map(|(name, _)| name).collect()
}

/// The first labels, as many as fit into `max_bytes`.
fn bounded(labels: Vec<&str>, max_bytes: usize) -> Vec<String> {
    let short = labels.into_iter().filter(|label| !label.is_empty() && label.chars().count() <= MAX_CHARS);
    let mut room = max_bytes;
    let fits = |label: &&str| {
        room = room.saturating_sub(label.len() + 3);
        room > 0
    };
    short.take_while(fits).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::{MAX_CHARS, bounded};

    #[test]
    fn lists_keep_the_first_labels_that_fit() {
        let labels: Vec<String> = (0..100).map(|n| format!("label {n:02}")).collect();
        let kept = bounded(labels.iter().map(String::as_str).collect(), 56);
        assert_eq!(kept, ["label 00", "label 01", "label 02", "label 03", "label 04"]);
        let long = "x".repeat(MAX_CHARS + 1);
        assert_eq!(bounded(vec![&long, "", "short"], 1000), ["short"]);
    }
}
