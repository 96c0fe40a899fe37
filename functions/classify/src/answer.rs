//! The JSON answer: the roadmap, the reasons, and what to learn next.

use std::borrow::Cow;

use career_model::recommend::NextSteps;
use career_model::roadmap::ItemCount;
use career_model::{Classification, Model, Profile};
use serde::Serialize;

use crate::limits::MAX_SUGGESTIONS;

/// The body of a `200`.
#[derive(Debug, Serialize)]
pub(crate) struct Answer<'a> {
    level: &'static str,
    level_assumed: bool,
    /// The page to which a browser is redirected.
    path: String,
    /// `null` when the model knows nothing in the profile.
    roadmap: Option<RoadmapRef<'a>>,
    cluster: Option<usize>,
    /// Euclidean distances to all centroids, in PCA coordinates.
    distances: &'a [f64],
    understood: Vec<Understood<'a>>,
    not_understood: Vec<NotUnderstood<'a>>,
    recommended_skills: Vec<Item<'a>>,
    courses: Vec<Item<'a>>,
    certifications: Vec<Item<'a>>,
}

#[derive(Debug, Serialize)]
struct RoadmapRef<'a> {
    path: String,
    name: &'a str,
    people: u64,
}

#[derive(Debug, Serialize)]
struct Understood<'a> {
    field: &'static str,
    text: &'a str,
    /// `null` when the model recognises the input but does not store its text.
    taken_for: Option<Cow<'a, str>>,
    topic: Option<&'a str>,
    by_similarity: bool,
    contribution: f64,
}

#[derive(Debug, Serialize)]
struct NotUnderstood<'a> {
    field: &'static str,
    text: &'a str,
    /// A similar input that the model knows.
    suggestion: Option<&'a str>,
}

/// Something to learn, and the number of people on the page who have it.
#[derive(Debug, Serialize)]
struct Item<'a> {
    name: &'a str,
    people: u32,
}

impl<'a> Answer<'a> {
    /// The answer to a profile.
    pub(crate) fn new(model: &'a Model, found: &'a Classification<'a, 'a>, profile: &Profile) -> Answer<'a> {
        let NextSteps { skills, courses, certifications } = model.next_steps(found, profile, usize::MAX);
        Answer {
            level: found.level.as_str(),
            level_assumed: found.level_assumed,
            path: found.path(),
            roadmap: found.assignment.as_ref().map(|assigned| RoadmapRef {
                path: assigned.roadmap.path(found.level),
                name: &assigned.roadmap.name,
                people: assigned.roadmap.has.people,
            }),
            cluster: found.assignment.as_ref().map(|assigned| assigned.cluster),
            distances: found.assignment.as_ref().map_or(&[], |assigned| &assigned.distances),
            understood: found
                .known
                .iter()
                .map(|input| Understood {
                    field: input.kind.as_str(),
                    text: input.raw,
                    taken_for: model.taken_for(input),
                    topic: input.topic,
                    by_similarity: input.by_similarity,
                    contribution: input.contribution,
                })
                .collect(),
            not_understood: found
                .unknown
                .iter()
                .enumerate()
                .map(|(index, input)| NotUnderstood {
                    field: input.kind.as_str(),
                    text: input.raw,
                    suggestion: (index < MAX_SUGGESTIONS)
                        .then(|| model.suggestion(input.kind, input.raw))
                        .flatten(),
                })
                .collect(),
            recommended_skills: items(&skills),
            courses: items(&courses),
            certifications: items(&certifications),
        }
    }
}

fn items<'a>(counted: &[&'a ItemCount]) -> Vec<Item<'a>> {
    counted.iter().map(|item| Item { name: &item.name, people: item.people }).collect()
}
