//! Inputs that steer a fit: the names and groups of an earlier model, and edited topics.

use std::path::Path;

use career_model::Model;
use career_model::clean::Cleaning;
use career_training::topics::keep_names::previous_topics;
use career_training::{Guides, TopicGuide, TopicNamer};

use crate::topics::TopicsFileError;
use crate::topics::read::read_topics;

/// Inputs that steer the labels, topics and groups of a fit; empty by default.
#[derive(Clone, Debug, Default)]
pub struct Steering {
    /// How skills and degree fields become labels.
    pub cleaning: Cleaning,
    skills: TopicGuide,
    degree_fields: TopicGuide,
    groups: Option<Model>,
}

impl Steering {
    /// Only the cleaning of labels.
    pub fn new(cleaning: Cleaning) -> Steering {
        Steering { cleaning, ..Steering::default() }
    }

    /// Keeps the names of an earlier model's topics if most of a topic's labels are still together.
    pub fn keep_names_of(&mut self, model: &Model) {
        self.skills.previous = previous_topics(model.skill_topics());
        self.degree_fields.previous = previous_topics(model.degree_topics());
    }

    /// Continues the groups of an earlier model, so that most people keep their page.
    pub fn continue_groups_of(&mut self, model: Model) {
        self.groups = Some(model);
    }

    /// Reads edited topics from a folder that `site-gen topics` wrote.
    ///
    /// # Errors
    /// The errors of [`read_topics`].
    pub fn read(&mut self, dir: &Path) -> Result<(), TopicsFileError> {
        let edited = read_topics(dir, self.cleaning)?;
        self.skills.truth = edited.skills;
        self.degree_fields.truth = edited.degree_fields;
        Ok(())
    }

    pub(crate) fn skill_guide(&self) -> &TopicGuide {
        &self.skills
    }

    pub(crate) fn degree_guide(&self) -> &TopicGuide {
        &self.degree_fields
    }

    /// The guides of a fit. `namer` names topics without a name from an earlier model or a file.
    pub fn guides<'a>(&'a self, namer: Option<&'a dyn TopicNamer>) -> Guides<'a> {
        Guides {
            skills: Some(&self.skills),
            degree_fields: Some(&self.degree_fields),
            namer,
            continue_from: self.groups.as_ref(),
        }
    }
}
