//! The learning path: a group's skills in stages.
//!
//! `docs/pages.md` explains the rule and its reasons.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use career_model::Model;
use serde::Serialize;
use templates::Words;

use crate::census::{Group, Item, Kind};
use crate::census::{LevelComparison, compare_with_level};
use crate::views::empty::none_shared;
use crate::views::share::{ShareView, visible_count};

/// The first stage has the skills that at least this share of the people have …
const START_SHARE: f64 = 0.25;
/// … but at least this many skills …
const START_MIN: usize = 5;
/// … and at most this many.
const START_MAX: usize = 12;
/// Visible skills of the stage `apart`.
const APART_VISIBLE: usize = 20;
/// Visible skills of the stage `later`.
const LATER_VISIBLE: usize = 8;

/// A skill on the path.
#[derive(Clone, Debug)]
pub struct PathSkill<'g, 'm> {
    /// The skill.
    pub item: &'g Item<'m>,
    /// Comparison with the level, if the level lists the skill.
    pub level: Option<LevelComparison>,
    /// Topic of the skill, if it has one.
    pub topic: Option<&'m str>,
}

/// A stage of the path.
#[derive(Clone, Debug)]
pub struct Stage<'g, 'm> {
    /// `start` (the most common skills), `apart` (significantly more common than in the level) or `later`
    /// (the others).
    pub key: &'static str,
    /// Number of visible skills.
    visible: usize,
    /// Skills in the order of the page; never empty.
    pub skills: Vec<PathSkill<'g, 'm>>,
}

/// Stages of a group's skills, compared with the level; `level` is `None` if the group is a whole level.
pub fn stages<'g, 'm>(
    model: &'m Model,
    group: &'g Group<'m>,
    level: Option<&'g Group<'m>>,
) -> Vec<Stage<'g, 'm>> {
    let topics = Topics { model, groups: [Some(group), level] };
    let skill = |item| PathSkill {
        item,
        level: level.and_then(|level| compare_with_level(item, group, level)),
        topic: topics.topic_of(item),
    };
    let mut rest: Vec<PathSkill<'_, '_>> = group.items(Kind::Skill).iter().map(skill).collect();
    let start = start(group);
    let by_people =
        |skills: &mut Vec<PathSkill<'_, '_>>| skills.sort_by_key(|skill| Reverse(skill.item.people));

    let mut first: Vec<_> =
        rest.extract_if(.., |skill| start.contains(skill.item.identity.as_str())).collect();
    by_people(&mut first);
    // Stays in the order of the group's list.
    let is_significant =
        |skill: &mut PathSkill<'_, '_>| skill.level.is_some_and(|level| level.is_significant);
    let apart: Vec<_> = rest.extract_if(.., is_significant).collect();
    by_people(&mut rest);
    let stages = [
        Stage { key: "start", visible: START_MAX, skills: first },
        Stage { key: "apart", visible: APART_VISIBLE, skills: apart },
        Stage { key: "later", visible: LATER_VISIBLE, skills: rest },
    ];
    stages.into_iter().filter(|stage| !stage.skills.is_empty()).collect()
}

/// Identities of the skills in the first stage.
fn start<'g>(group: &'g Group<'_>) -> HashSet<&'g str> {
    let mut items = group.items(Kind::Skill).most_common(START_MAX);
    let is_common = |item: &&&Item<'_>| f64::from(item.people) >= START_SHARE * group.people() as f64;
    let count = items.iter().take_while(is_common).count();
    items.truncate(count.clamp(START_MIN, START_MAX));
    items.into_iter().map(|item| item.identity.as_str()).collect()
}

/// The learning path.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PathView {
    /// Stages that have skills.
    pub stages: Vec<StageView>,
    /// The first skill with a significant lift, which the page explains as an example.
    pub example: Option<ShareView>,
    /// Explains why there are no stages; absent if there are.
    pub empty: Option<String>,
}

/// One stage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StageView {
    /// `start`, `apart` or `later`.
    pub key: &'static str,
    /// Skills that are visible at first.
    pub shown: Vec<TopicView>,
    /// Skills that are hidden at first.
    pub more: Vec<TopicView>,
    /// Number of skills that are hidden at first.
    pub more_count: usize,
}

/// Skills of one topic within a stage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TopicView {
    /// Name of the topic; absent for the group of skills that are alone in their topics.
    pub name: Option<String>,
    /// Skills of the topic, in the stage's order.
    pub skills: Vec<ShareView>,
}

impl PathView {
    /// The path of a group, compared with its level.
    pub fn new(words: &Words, model: &Model, group: &Group<'_>, level: Option<&Group<'_>>) -> PathView {
        let stages = stages(model, group, level);
        let share = |skill: &PathSkill<'_, '_>| {
            ShareView::item(words, skill.item, group).compared_with(words, skill.level)
        };
        let skills = || stages.iter().flat_map(|stage| &stage.skills);
        let example = skills().find(|skill| skill.level.is_some_and(|level| level.is_significant));
        // The example is an explanation, and cannot be ticked.
        let example = example.map(|skill| ShareView { id: None, ..share(skill) });
        let views = stages.iter().map(|stage| {
            let (shown, more) = stage.skills.split_at(visible_count(stage.skills.len(), stage.visible));
            StageView {
                key: stage.key,
                shown: by_topic(shown, share),
                more: by_topic(more, share),
                more_count: more.len(),
            }
        });
        let empty = stages.is_empty().then(|| none_shared(words, group.people(), "none-shared-skill"));
        PathView { stages: views.collect(), example, empty }
    }
}

/// Groups skills by topic, in the order of the topics' first skills. Skills that are alone in their topics
/// are one group.
fn by_topic<'g, 'm>(
    skills: &[PathSkill<'g, 'm>],
    share: impl Fn(&PathSkill<'g, 'm>) -> ShareView,
) -> Vec<TopicView> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for name in skills.iter().filter_map(|skill| skill.topic) {
        *counts.entry(name).or_default() += 1;
    }
    let mut views: Vec<TopicView> = Vec::new();
    for skill in skills {
        let name = skill.topic.filter(|name| counts.get(name).is_some_and(|&count| count > 1));
        match views.iter_mut().find(|view| view.name.as_deref() == name) {
            Some(view) => view.skills.push(share(skill)),
            None => views.push(TopicView { name: name.map(str::to_owned), skills: vec![share(skill)] }),
        }
    }
    views
}

/// Looks up the topic of a skill, first in the group, then in the level.
struct Topics<'a, 'g> {
    model: &'a Model,
    groups: [Option<&'g Group<'a>>; 2],
}

impl<'a> Topics<'a, '_> {
    /// The topic under which a group lists the skill, or else the skill's topic in the model: a group lists
    /// only a few skills under each topic.
    fn topic_of(&self, item: &Item<'_>) -> Option<&'a str> {
        let mut groups = self.groups.iter().flatten();
        if let Some(name) = groups.find_map(|group| group.topics().topic_of(&item.identity)) {
            return Some(name);
        }
        let topics = self.model.skill_topics();
        let label = topics.cleaning.skill(item.name).ok()?;
        let name = topics.names.get(topics.known.get(&label)? as usize)?;
        self.groups.iter().flatten().find_map(|group| group.topics().shown(name))
    }
}
