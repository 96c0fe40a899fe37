//! Recommendations: what similar people have and a person lacks.

use std::collections::HashSet;

use crate::classify::Classification;
use crate::clean;
use crate::item_kind::ItemKind;
use crate::model::Model;
use crate::profile::Profile;
use crate::ranker::MAX_RANKED;
use crate::roadmap::{Backgrounds, ItemCount, TopicSkills};

/// What a person could learn next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recommendation<'m> {
    /// Skills, best first, none of which the person lists: ranked for the person, or in the page's order
    /// where the model has no personal ranking.
    pub skills: Vec<&'m ItemCount>,
    /// Skills in the page's order, none of which the person lists.
    pub page_skills: Vec<&'m ItemCount>,
    /// Topics in the page's order, each with the skills that the person lacks; topics with none left are
    /// skipped.
    pub skill_topics: Vec<(&'m TopicSkills, Vec<&'m ItemCount>)>,
    /// Courses the person has not taken.
    pub courses: Vec<&'m ItemCount>,
    /// Certificates the person does not hold.
    pub certifications: Vec<&'m ItemCount>,
}

/// The skills of a person, for fast look-up.
pub struct HeldSkills(HashSet<u64>);

impl HeldSkills {
    /// The skills of a profile, by [`clean::skill_fingerprint`].
    pub fn of(profile: &Profile) -> HeldSkills {
        HeldSkills(profile.skills.iter().map(|skill| clean::skill_fingerprint(skill)).collect())
    }

    /// The skills of a classified profile, without cleaning them again.
    pub fn classified(found: &Classification<'_, '_>, profile: &Profile) -> HeldSkills {
        if found.items.is_empty() {
            return HeldSkills::of(profile);
        }
        HeldSkills(found.held(ItemKind::Skill))
    }

    /// For each skill of a group, whether the person lists it in any spelling.
    pub fn among<'a>(&'a self, has: &'a Backgrounds) -> impl Iterator<Item = (&'a ItemCount, bool)> {
        let held = has.skill_fingerprints.iter().map(|skill| self.0.contains(skill));
        has.skills.iter().zip(held)
    }
}

/// The items of a group that `profile` lacks, in the group's own order.
pub fn recommend<'m>(has: &'m Backgrounds, profile: &Profile) -> Recommendation<'m> {
    let lacks: Vec<bool> = HeldSkills::of(profile).among(has).map(|(_, held)| !held).collect();
    let missing = |topic: &TopicSkills| -> Vec<&'m ItemCount> {
        let skills = topic.skills.iter().map(|&skill| skill as usize);
        skills.filter(|&skill| lacks[skill]).map(|skill| &has.skills[skill]).collect()
    };
    let courses: HashSet<String> = profile.courses.iter().map(|c| clean::course(c)).collect();
    let certifications: HashSet<&str> =
        profile.certifications.iter().map(|c| clean::certification(c)).collect();
    let skills: Vec<&ItemCount> =
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

/// The part of a [`Recommendation`] that an answer of the function needs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NextSteps<'m> {
    /// See [`Recommendation::skills`].
    pub skills: Vec<&'m ItemCount>,
    /// See [`Recommendation::courses`].
    pub courses: Vec<&'m ItemCount>,
    /// See [`Recommendation::certifications`].
    pub certifications: Vec<&'m ItemCount>,
}

impl Model {
    /// The items of the person's page that `profile` lacks, in the personal order if the model has one.
    pub fn recommend<'m>(&'m self, found: &Classification<'m, '_>, profile: &Profile) -> Recommendation<'m> {
        let page = recommend(found.has(), profile);
        match self.ranked(found, MAX_RANKED) {
            Some(NextSteps { skills, courses, certifications }) => {
                Recommendation { skills, courses, certifications, ..page }
            }
            None => page,
        }
    }

    /// The first `most` items of each list of [`Model::recommend`], in less time.
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

    /// The personal ranking, at most `most` items of each kind; `None` if the model has no ranking.
    fn ranked<'m>(&'m self, found: &Classification<'m, '_>, most: usize) -> Option<NextSteps<'m>> {
        let interests = self.interests()?;
        let scores = interests.ranker.scores(found.level, &found.items, interests.columns.n_items);
        let ranked = |kind| interests.ranker.ranked(kind, &scores, &found.held(kind), most);
        Some(NextSteps {
            skills: ranked(ItemKind::Skill),
            courses: ranked(ItemKind::Course),
            certifications: ranked(ItemKind::Certification),
        })
    }
}
