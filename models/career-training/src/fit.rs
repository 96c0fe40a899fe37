//! The fit from people to model, stage by stage.

mod full;
mod interest_model;
mod output;
pub mod params;
mod reference_fit;

use career_model::check::CheckError;
use career_model::metadata::Metadata;
use career_model::model::ModelParts;
use career_model::roadmap::MIN_PEOPLE_PER_ITEM;
use career_model::{Model, TopicKind};
use disclosure::Members;

use crate::people::interner::{LabelId, Labels};
use crate::people::table::People;
use crate::progress::{FitError, Observer, Stage, StageGuard, check_stop};
use crate::topics::guide::Guides;
use crate::topics::label_topics::{LabelTable, LabelTopicsFit, fit_label_topics};
use crate::topics::vocabulary::Vocabulary;
use full::fit_full;
use params::{Features, FitParams};
use reference_fit::fit_reference;

/// Topics of both kinds of label.
#[derive(Clone, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub struct TopicsFit {
    pub skills: LabelTopicsFit,
    pub degree_fields: LabelTopicsFit,
}

/// Fits the label topics alone: the first stage of [`fit`].
pub fn fit_topics(
    people: &People,
    params: &FitParams,
    guides: Guides<'_>,
    observer: &dyn Observer,
) -> TopicsFit {
    let steps = params.skill_topics.n_init + params.degree_topics.n_init;
    let _stage = StageGuard::begin(observer, Stage::LabelTopics, steps);
    let topics = |kind, labels: &Labels, held: Vec<&[LabelId]>, topic_params, guide| {
        let table = LabelTable { kind, cleaning: people.cleaning, labels, people: &held };
        fit_label_topics(table, topic_params, params.seed, guide, guides.namer, &|| observer.step())
    };
    TopicsFit {
        skills: topics(
            TopicKind::Skills,
            &people.skills,
            people.skills_of_everyone(),
            &params.skill_topics,
            guides.skills,
        ),
        degree_fields: topics(
            TopicKind::DegreeFields,
            &people.degree_fields,
            people.degree_fields_of_everyone(),
            &params.degree_topics,
            guides.degree_fields,
        ),
    }
}

/// A fitted model with exact counts, and the people behind them.
#[derive(Clone, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Fitted {
    pub model: Model,
    /// `None` if they are not known, as of a model that was read from a file.
    pub members: Option<Members>,
}

impl Fitted {
    /// A model whose people are not known.
    pub fn without_members(model: Model) -> Fitted {
        Fitted { model, members: None }
    }

    /// The model that may be published first: nothing is published yet that it could be compared with.
    ///
    /// # Errors
    /// An inconsistent model: a bug.
    pub fn published(&self) -> Result<Model, CheckError> {
        Ok(disclosure::publish(&self.model, self.members.as_ref(), None)?.model)
    }
}

/// Fits a model. `metadata` carries the facts that only the caller has (data hash, rejected records); the fit
/// fills in the rest. `guides` influence the label topics from outside; the default has no influence.
///
/// # Errors
/// [`FitError::Stopped`] if the observer stops the fit; [`FitError::Check`] is a bug in the fit.
pub fn fit(
    people: &People,
    params: &FitParams,
    guides: Guides<'_>,
    metadata: Metadata,
    observer: &dyn Observer,
) -> Result<Fitted, FitError> {
    let begin = |stage, steps| {
        check_stop(observer, stage)?;
        Ok(StageGuard::begin(observer, stage, steps))
    };
    check_stop(observer, Stage::LabelTopics)?;
    let TopicsFit { skills: skill_topics, degree_fields: degree_topics } =
        fit_topics(people, params, guides, observer);

    let vocabulary = Vocabulary { people, degree_topics: &degree_topics, skill_topics: &skill_topics };
    let output = match params.features {
        Features::Reference => fit_reference(vocabulary, params, &begin)?,
        Features::Full(search) => fit_full(vocabulary, params, search, guides.continue_from, &begin)?,
    };
    let at_least_five = |n: u64| if n < u64::from(MIN_PEOPLE_PER_ITEM) { 0 } else { n };
    let metadata = Metadata {
        features: params.features.set().to_string(),
        search: output.search,
        clusters: params.clusters.to_string(),
        seed: params.seed,
        people: people.n_people,
        experience: people.experience.iter().copied().map(at_least_five).collect(),
        without_experience: people.without_experience,
        skills: skill_topics.metrics.clone(),
        degree_fields: degree_topics.metrics.clone(),
        levels: output.metrics.into_vec(),
        ..metadata
    };
    let parts = ModelParts {
        metadata,
        degree_topics: degree_topics.topics,
        skill_topics: skill_topics.topics,
        levels: output.levels.into_vec(),
        interests: output.interests,
    };
    Ok(Fitted { model: parts.checked()?, members: Some(output.members) })
}
