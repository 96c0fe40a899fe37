//! Counts of what a group of people has.

use std::collections::HashSet;

use career_model::clean::{skill_fingerprint, skill_identity};
use career_model::roadmap::{
    Backgrounds, ItemCount, MAX_POSITIONS, MIN_PEOPLE_PER_ITEM, MIN_PEOPLE_PER_PAGE, TopicSkills,
};
use disclosure::Sketch;
use disclosure::rounding::round;

use crate::interests::ranking::page_score;
use crate::people::interner::Labels;
use crate::people::table::{People, Person};
use crate::topics::label_topics::LabelTopicsFit;
use crate::topics::vocabulary::Vocabulary;

/// The most skills under one topic.
const MAX_SKILLS_PER_TOPIC: usize = 12;

/// The score that orders a list, by the position in the counts.
type Score<'a> = &'a dyn Fn(usize) -> f64;

/// Per label and topic the number of people of one group who have it.
#[derive(Clone, Debug)]
pub(crate) struct Tally {
    pub(crate) people: u64,
    pub(crate) degree_topics: Vec<u32>,
    pub(crate) skill_topics: Vec<u32>,
    pub(crate) certifications: Vec<u32>,
    skills: Vec<u32>,
    courses: Vec<u32>,
    titles: Vec<u32>,
    months: Vec<u32>,
    /// The people, to compare them with those of another fit.
    pub(crate) members: Sketch,
}

impl Tally {
    /// Counts of no people.
    pub(crate) fn new(vocabulary: Vocabulary<'_>) -> Tally {
        Tally {
            people: 0,
            degree_topics: vec![0; vocabulary.degree_topics.topics.len()],
            skill_topics: vec![0; vocabulary.skill_topics.topics.len()],
            skills: vec![0; vocabulary.people.skills.len()],
            courses: vec![0; vocabulary.people.courses.len()],
            certifications: vec![0; vocabulary.people.certifications.len()],
            titles: vec![0; vocabulary.people.titles.len()],
            months: Vec::new(),
            members: Sketch::default(),
        }
    }

    /// Counts a person, once per label and topic.
    pub(crate) fn add(&mut self, vocabulary: Vocabulary<'_>, person: Person<'_>) {
        let background = &vocabulary.people.backgrounds[person.background as usize];
        self.people += 1;
        self.months.push(person.months);
        self.members.toggle(person.content);
        count(&mut self.titles, person.title().as_slice());
        count(&mut self.skills, person.skills);
        count(&mut self.courses, &background.courses);
        count(&mut self.certifications, &background.certifications);
        count_topics(&mut self.skill_topics, vocabulary.skill_topics, person.skills);
        count_topics(&mut self.degree_topics, vocabulary.degree_topics, &background.degree_fields);
    }

    /// The lists of a page, ordered by the share of the group and by how much more frequent an item is than
    /// in the level (see [`page_score`]).
    pub(crate) fn backgrounds_within(&self, vocabulary: Vocabulary<'_>, level: &Tally) -> Backgrounds {
        let score = |own: &[u32], of_level: &[u32], label: usize| {
            let share = level.shown(of_level[label]) / level.shown_people().max(1.0);
            page_score(self.shown(own[label]), self.shown_people(), share)
        };
        self.lists(
            vocabulary,
            &|label| score(&self.skills, &level.skills, label),
            &|label| score(&self.courses, &level.courses, label),
            &|label| score(&self.certifications, &level.certifications, label),
        )
    }

    /// The lists of a page: items of at least [`MIN_PEOPLE_PER_ITEM`] people, the most frequent first. A
    /// group below [`MIN_PEOPLE_PER_PAGE`] shows only its size.
    pub(crate) fn backgrounds(&self, vocabulary: Vocabulary<'_>) -> Backgrounds {
        let of = |counts: &'_ [u32], label: usize| self.shown(counts[label]);
        self.lists(
            vocabulary,
            &|label| of(&self.skills, label),
            &|label| of(&self.courses, label),
            &|label| of(&self.certifications, label),
        )
    }

    /// A count as a page shows it: the order of a list must not tell more than its counts.
    fn shown(&self, count: u32) -> f64 {
        round(count.into(), self.people) as f64
    }

    fn shown_people(&self) -> f64 {
        round(self.people, self.people) as f64
    }

    fn lists(
        &self,
        vocabulary: Vocabulary<'_>,
        skill: Score<'_>,
        course: Score<'_>,
        title: Score<'_>,
    ) -> Backgrounds {
        if self.people < MIN_PEOPLE_PER_PAGE {
            return Backgrounds { people: self.people, ..Backgrounds::default() };
        }
        let people = vocabulary.people;
        let topic_name = |topics: &LabelTopicsFit, topic: usize| topics.topics.names[topic].clone();
        let (skills, skill_topics) = self.skills(vocabulary, skill);
        Backgrounds {
            people: self.people,
            degree_topics: ranked(
                &self.degree_topics,
                &|topic| self.shown(self.degree_topics[topic]),
                |topic| topic_name(vocabulary.degree_topics, topic),
            ),
            skill_topics,
            skill_fingerprints: skills.iter().map(|skill| skill_fingerprint(&skill.name)).collect(),
            skills,
            courses: ranked(&self.courses, course, |label| spelling(&people.courses, label)),
            certifications: ranked(&self.certifications, title, |label| {
                spelling(&people.certifications, label)
            }),
            positions: self.positions(people),
            experience: quartiles(&self.months),
        }
    }

    /// The commonest job titles.
    fn positions(&self, people: &People) -> Vec<ItemCount> {
        let title = |label: usize| people.titles.shown_in_case(label as u32).to_owned();
        let mut positions = ranked(&self.titles, &|label| self.shown(self.titles[label]), title);
        positions.truncate(MAX_POSITIONS);
        positions
    }

    /// The best skills overall and of each topic by score, and the topics by number of people.
    fn skills(&self, vocabulary: Vocabulary<'_>, score: Score<'_>) -> (Vec<ItemCount>, Vec<TopicSkills>) {
        let fit = vocabulary.skill_topics;
        let mut kept = Vec::new();
        let mut skills_of: Vec<Vec<u32>> = vec![Vec::new(); self.skill_topics.len()];
        let mut seen = HashSet::new();
        for (label, skill) in counted(&self.skills, score, |label| spelling(&vocabulary.people.skills, label))
        {
            // Different labels with the same identity: the one with more people is kept.
            if !seen.insert(skill_identity(&skill.name)) {
                continue;
            }
            let position = kept.len() as u32;
            let topic = fit.topic_of[label].map(|topic| &mut skills_of[topic as usize]);
            let topic = topic.filter(|skills| skills.len() < MAX_SKILLS_PER_TOPIC);
            kept.push(skill);
            if let Some(skills) = topic {
                skills.push(position);
            }
        }
        let mut topics: Vec<TopicSkills> = skills_of
            .into_iter()
            .enumerate()
            .filter(|(_, skills)| !skills.is_empty())
            .map(|(topic, skills)| TopicSkills {
                name: fit.topics.names[topic].clone(),
                people: self.skill_topics[topic],
                skills,
            })
            .collect();
        topics.sort_by(|a, b| {
            self.shown(b.people).total_cmp(&self.shown(a.people)).then_with(|| a.name.cmp(&b.name))
        });
        (kept, topics)
    }
}

/// The quartiles; between two numbers, interpolated and rounded to a whole number. Empty for no numbers.
fn quartiles(months: &[u32]) -> Vec<u32> {
    let mut months = months.to_vec();
    months.sort_unstable();
    let Some(last) = months.len().checked_sub(1) else { return Vec::new() };
    let at = |quarters: usize| {
        let (index, part) = (last * quarters / 4, last * quarters % 4);
        let (below, above) = (u64::from(months[index]), u64::from(months[(index + 1).min(last)]));
        // Quarters of the way from one number to the next, rounded half up.
        (below + ((above - below) * part as u64 + 2) / 4) as u32
    };
    vec![at(1), at(2), at(3)]
}

fn count(counts: &mut [u32], labels: &[u32]) {
    for &label in labels {
        counts[label as usize] += 1;
    }
}

fn count_topics(counts: &mut [u32], topics: &LabelTopicsFit, labels: &[u32]) {
    let mut found: Vec<u32> = labels.iter().filter_map(|&label| topics.topic_of[label as usize]).collect();
    found.sort_unstable();
    found.dedup();
    count(counts, &found);
}

fn spelling(labels: &Labels, label: usize) -> String {
    labels.shown(label as u32).to_owned()
}

/// Items that enough people have, best first. `disclosure` cuts the published lists; it needs all counts.
fn ranked(counts: &[u32], score: Score<'_>, name: impl Fn(usize) -> String) -> Vec<ItemCount> {
    counted(counts, score, name).into_iter().map(|(_, item)| item).collect()
}

/// Items that enough people have, with their position in `counts`, best first.
fn counted(counts: &[u32], score: Score<'_>, name: impl Fn(usize) -> String) -> Vec<(usize, ItemCount)> {
    let shared = counts.iter().enumerate().filter(|&(_, &people)| people >= MIN_PEOPLE_PER_ITEM);
    let mut items: Vec<(usize, ItemCount)> =
        shared.map(|(label, &people)| (label, ItemCount { name: name(label), people })).collect();
    items.sort_by(|(a_label, a), (b_label, b)| {
        let by_score = score(*b_label).total_cmp(&score(*a_label));
        by_score.then_with(|| a.name.cmp(&b.name))
    });
    items
}

#[cfg(test)]
mod tests {
    use super::quartiles;

    #[test]
    fn quartiles_are_those_of_the_definition() {
        assert_eq!(quartiles(&[]), []);
        assert_eq!(quartiles(&[7]), [7, 7, 7]);
        assert_eq!(quartiles(&[50, 10, 40, 20, 30]), [20, 30, 40]);
        assert_eq!(quartiles(&[0, 10]), [3, 5, 8]);
        assert_eq!(quartiles(&[0, 0, 0, u32::MAX]), [0, 0, 1_073_741_824]);
    }
}
