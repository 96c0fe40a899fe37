//! What steers a fit's topics: an earlier model's names, and topics that somebody edited.

use std::path::Path;

use career_model::Model;
use career_model::clean::Cleaning;
use career_training::keep_names::previous_topics;
use career_training::{Guides, TopicGuide, TopicNamer};

use crate::topics::TopicsFileError;
use crate::topics::read::read_topics;

/// What steers the labels and topics of both kinds; by default nothing does.
#[derive(Clone, Debug, Default)]
pub struct Steering {
    /// How skills and degree fields become labels.
    pub cleaning: Cleaning,
    skills: TopicGuide,
    degree_fields: TopicGuide,
    groups: Option<Model>,
}

impl Steering {
    /// Nothing but how labels are cleaned.
    pub fn new(cleaning: Cleaning) -> Steering {
        Steering { cleaning, ..Steering::default() }
    }

    /// The topics of an earlier model keep their names where most of their labels are still together.
    pub fn keep_names_of(&mut self, model: &Model) {
        self.skills.previous = previous_topics(model.skill_topics());
        self.degree_fields.previous = previous_topics(model.degree_topics());
    }

    /// Groups go on from those of an earlier model: most people stay where they are.
    pub fn continue_groups_of(&mut self, model: Model) {
        self.groups = Some(model);
    }

    /// The topics are those of a folder that `site-gen topics` wrote and somebody edited.
    ///
    /// # Errors
    /// No file of topics, or the first row that cannot be used, by file and line.
    pub fn read(&mut self, dir: &Path) -> Result<(), TopicsFileError> {
        let edited = read_topics(dir, self.cleaning)?;
        self.skills.truth = edited.skills;
        self.degree_fields.truth = edited.degree_fields;
        Ok(())
    }

    /// What steers the topics of skills.
    pub(crate) fn skill_guide(&self) -> &TopicGuide {
        &self.skills
    }

    /// What steers the topics of degree fields.
    pub(crate) fn degree_guide(&self) -> &TopicGuide {
        &self.degree_fields
    }

    /// For the fit; `namer` names the topics that neither an earlier model nor a file names.
    pub fn guides<'a>(&'a self, namer: Option<&'a dyn TopicNamer>) -> Guides<'a> {
        Guides {
            skills: Some(&self.skills),
            degree_fields: Some(&self.degree_fields),
            namer,
            continue_from: self.groups.as_ref(),
        }
    }
}
