//! What a person has not got yet, of what people like them have.

use std::collections::HashSet;

use crate::classify::Classification;
use crate::clean;
use crate::features::Field;
use crate::model::Model;
use crate::profile::Profile;
use crate::ranker::MAX_RANKED;
use crate::roadmap::{Backgrounds, Counted, TopicSkills};

/// What to learn next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recommendation<'m> {
    /// Skills, best first, none of which the person lists: ranked for the person, or in the page's order where the
    /// model has no personal ranking.
    pub skills: Vec<&'m Counted>,
    /// Skills in the page's order, none of which the person lists.
    pub page_skills: Vec<&'m Counted>,
    /// Topics in the page's order, each with the skills that the person lacks; topics with none left are skipped.
    pub skill_topics: Vec<(&'m TopicSkills, Vec<&'m Counted>)>,
    /// Courses the person has not taken.
    pub courses: Vec<&'m Counted>,
    /// Certificates the person does not hold.
    pub certifications: Vec<&'m Counted>,
}

/// The skills a person holds, ready to be asked.
pub struct HeldSkills(HashSet<u64>);

impl HeldSkills {
    /// The skills of a profile, by [`clean::skill_fingerprint`].
    pub fn of(profile: &Profile) -> HeldSkills {
        HeldSkills(profile.skills.iter().map(|skill| clean::skill_fingerprint(skill)).collect())
    }

    /// The same of a profile that was classified: what was cleaned then is not cleaned again.
    pub fn classified(found: &Classification<'_, '_>, profile: &Profile) -> HeldSkills {
        if found.listed.is_empty() {
            return HeldSkills::of(profile);
        }
        HeldSkills(found.held(Field::Skill))
    }

    /// For each skill of a group, whether the person lists it, however it is spelled.
    pub fn among<'a>(&'a self, has: &'a Backgrounds) -> impl Iterator<Item = (&'a Counted, bool)> {
        let held = has.skill_fingerprints.iter().map(|skill| self.0.contains(skill));
        has.skills.iter().zip(held)
    }
}

/// What `profile` lacks of what a group has, in the group's own order.
pub fn recommend<'m>(has: &'m Backgrounds, profile: &Profile) -> Recommendation<'m> {
    let lacks: Vec<bool> = HeldSkills::of(profile).among(has).map(|(_, held)| !held).collect();
    let missing = |topic: &TopicSkills| -> Vec<&'m Counted> {
        let places = topic.skills.iter().map(|&place| place as usize);
        places.filter(|&place| lacks[place]).map(|place| &has.skills[place]).collect()
    };
    let courses: HashSet<String> = profile.courses.iter().map(|c| clean::course(c)).collect();
    let certifications: HashSet<&str> =
        profile.certifications.iter().map(|c| clean::certification(c)).collect();
    let skills: Vec<&Counted> =
        has.skills.iter().zip(&lacks).filter(|(_, lacks)| **lacks).map(|(skill, _)| skill).collect();
    Recommendation {
        page_skills: skills.clone(),
        skills,
        skill_topics: has
            .skill_topics
            .iter()
            .map(|topic| (topic, missing(topic)))
            .filter(|(_, skills)| !skills.is_empty())
            .collect(),
        courses: has
            .courses
            .iter()
            .filter(|course| !courses.contains(&clean::course(&course.name)))
            .collect(),
        certifications: has
            .certifications
            .iter()
            .filter(|held| !certifications.contains(held.name.as_str()))
            .collect(),
    }
}

/// What to learn next, without the page's own order: all that an answer needs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NextSteps<'m> {
    /// As [`Recommendation::skills`].
    pub skills: Vec<&'m Counted>,
    /// As [`Recommendation::courses`].
    pub courses: Vec<&'m Counted>,
    /// As [`Recommendation::certifications`].
    pub certifications: Vec<&'m Counted>,
}

impl Model {
    /// What `profile` lacks of what the people on its page have; ranked for the person where the model can.
    pub fn recommend<'m>(&'m self, found: &Classification<'m, '_>, profile: &Profile) -> Recommendation<'m> {
        let page = recommend(found.has(), profile);
        match self.ranked(found, MAX_RANKED) {
            Some(NextSteps { skills, courses, certifications }) => {
                Recommendation { skills, courses, certifications, ..page }
            }
            None => page,
        }
    }

    /// The first `most` of each list of [`Model::recommend`], in less time.
    pub fn next_steps<'m>(
        &'m self,
        found: &Classification<'m, '_>,
        profile: &Profile,
        most: usize,
    ) -> NextSteps<'m> {
        let page = || {
            let Recommendation { skills, courses, certifications, .. } = recommend(found.has(), profile);
            NextSteps { skills, courses, certifications }
        };
        let mut next = self.ranked(found, most).unwrap_or_else(page);
        for list in [&mut next.skills, &mut next.courses, &mut next.certifications] {
            list.truncate(most);
        }
        next
    }

    /// The personal ranking, `most` of each kind, if the model has one.
    fn ranked<'m>(&'m self, found: &Classification<'m, '_>, most: usize) -> Option<NextSteps<'m>> {
        let interests = self.interests()?;
        let scores = interests.ranker.scores(found.level, &found.listed, interests.columns.n_items);
        let ranked = |field| interests.ranker.ranked(field, &scores, &found.held(field), most);
        Some(NextSteps {
            skills: ranked(Field::Skill),
            courses: ranked(Field::Course),
            certifications: ranked(Field::Certification),
        })
    }
}
