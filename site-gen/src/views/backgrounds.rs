//! What a group of people has.

use career_model::roadmap::{Backgrounds, Counted, MIN_PEOPLE_PER_ITEM, MIN_PEOPLE_PER_PAGE, TopicSkills};
use serde::Serialize;

use crate::views::number::{grouped, percent, plural};
use crate::views::share::{ListView, ShareView, is_shown};

/// Topics seen at once.
const TOPICS: usize = 8;
/// Skills in a topic's card.
const SKILLS_PER_TOPIC: usize = 5;
/// Skills seen at once.
const SKILLS: usize = 12;
/// Courses, certificates or fields of study seen at once.
const TITLES: usize = 8;

/// A group and what it has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BackgroundsView {
    /// How many people the group is, as text.
    pub people: String,
    /// Why nothing of a group this small is shown.
    pub too_few: Option<String>,
    /// Skill topics.
    pub topics: ListView<TopicView>,
    /// Skills across topics.
    pub skills: ListView<ShareView>,
    /// Courses.
    pub courses: ListView<ShareView>,
    /// Certificates.
    pub certifications: ListView<ShareView>,
    /// Topics of degree fields.
    pub degree_topics: ListView<ShareView>,
}

/// A skill topic with skills to learn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TopicView {
    /// Its name.
    pub name: String,
    /// People with at least one skill of it, as text.
    pub people: String,
    /// `person` or `people`.
    pub people_word: &'static str,
    /// Their share of the group in percent, as text.
    pub percent: String,
    /// Its most common skills.
    pub skills: Vec<ShareView>,
}

impl BackgroundsView {
    /// A group's lists; a group too small for a page has none.
    pub fn new(has: &Backgrounds) -> BackgroundsView {
        let too_few = has.people < MIN_PEOPLE_PER_PAGE;
        let group = has.people;
        let shares = |items: &[Counted], make: fn(&Counted, u64) -> ShareView| -> Vec<ShareView> {
            let shown = items.iter().filter(|item| is_shown(item.people) && !too_few);
            shown.map(|item| make(item, group)).collect()
        };
        let title = |item: &Counted, group| ShareView::new(&item.name, item.people, group);
        let topics = has.skill_topics.iter().filter(|topic| is_shown(topic.people) && !too_few);
        let topics: Vec<TopicView> =
            topics.map(|topic| TopicView::new(topic, has)).filter(|topic| !topic.skills.is_empty()).collect();
        BackgroundsView {
            people: grouped(group),
            too_few: too_few.then(|| too_few_people(group)),
            topics: ListView::new(topics, TOPICS, &none_shared(group, "a skill")),
            skills: ListView::new(
                shares(&has.skills, ShareView::skill),
                SKILLS,
                &none_shared(group, "a skill"),
            ),
            courses: ListView::new(shares(&has.courses, title), TITLES, &none_shared(group, "a course")),
            certifications: ListView::new(
                shares(&has.certifications, title),
                TITLES,
                &none_shared(group, "a certificate"),
            ),
            degree_topics: ListView::new(
                shares(&has.degree_topics, title),
                TITLES,
                &none_shared(group, "a field of study"),
            ),
        }
    }
}

impl TopicView {
    fn new(topic: &TopicSkills, has: &Backgrounds) -> TopicView {
        let (people, group) = (u64::from(topic.people), has.people);
        let skills = has.skills_of(topic).filter(|skill| is_shown(skill.people)).take(SKILLS_PER_TOPIC);
        TopicView {
            name: topic.name.clone(),
            people: grouped(people),
            people_word: plural(people, "person", "people"),
            percent: percent(people, group),
            skills: skills.map(|skill| ShareView::skill(skill, group)).collect(),
        }
    }
}

/// Why a small group's lists are not shown.
pub fn too_few_people(people: u64) -> String {
    format!(
        "{} {} too few to show what they have: a page needs at least {MIN_PEOPLE_PER_PAGE}, so that it \
         speaks of nobody in particular.",
        grouped(people),
        plural(people, "person is", "people are")
    )
}

fn none_shared(group: u64, thing: &str) -> String {
    if group < MIN_PEOPLE_PER_PAGE {
        return too_few_people(group);
    }
    format!(
        "Fewer than {MIN_PEOPLE_PER_ITEM} of the {} people here share {thing}, so none is shown.",
        grouped(group)
    )
}
