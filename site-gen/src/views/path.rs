//! The learning path: a group's skills in the order in which it makes sense to look at them.
//!
//! The rule and its reasons are in `docs/pages.md`.

use std::collections::{HashMap, HashSet};

use career_model::Model;
use career_model::clean::skill_identity;
use serde::Serialize;

use crate::views::backgrounds::none_shared;
use crate::views::census::{Group, Item, Kind};
use crate::views::number::grouped;
use crate::views::share::{ShareView, cut, is_shown};

/// The first stage holds what at least this share of the people have …
const START_SHARE: f64 = 0.25;
/// … but not fewer skills than this …
const START_LEAST: usize = 5;
/// … and not more than this.
const START_MOST: usize = 12;
/// Skills that set a group apart, seen at once.
const APART_AT_ONCE: usize = 20;
/// Other skills, seen at once.
const LATER_AT_ONCE: usize = 8;

/// Stages of skills.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PathView {
    /// Those that hold something.
    pub stages: Vec<StageView>,
    /// How many skills, as text.
    pub skills: String,
    /// The first skill that is told to be more common here, to explain the others by.
    pub example: Option<ShareView>,
    /// Why there are none.
    pub empty: Option<String>,
}

/// One stage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StageView {
    /// `start`, `apart` or `later`.
    pub key: &'static str,
    /// How many skills, as text.
    pub skills: String,
    /// Seen at once.
    pub shown: Vec<TopicView>,
    /// Seen when asked for.
    pub more: Vec<TopicView>,
    /// How many skills those are, as text.
    pub more_count: String,
}

/// Skills of one topic within a stage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TopicView {
    /// Its name; absent for skills that are alone in theirs.
    pub name: Option<String>,
    /// The most common first.
    pub skills: Vec<ShareView>,
}

impl PathView {
    /// Of a roadmap beside all people of its level, or of these alone.
    pub fn new(model: &Model, group: &Group<'_>, level: Option<&Group<'_>>) -> PathView {
        let topics = Topics::new(model, [Some(group), level]);
        let share = |item| match level {
            Some(level) => ShareView::in_level(item, group, level),
            None => ShareView::item(item, group),
        };
        let mut rest: Vec<(&Item<'_>, ShareView)> =
            group.items(Kind::Skill).iter().map(|item| (item, share(item))).collect();
        let example = rest.iter().map(|(_, share)| share).find(|share| share.times.is_some()).cloned();
        let example = example.map(|share| ShareView { id: None, ..share });
        let count = rest.len();

        // The page's own order is kept for what sets people apart.
        let start: HashSet<String> = start(group).into_iter().map(|item| item.identity.clone()).collect();
        let mut stages = Vec::new();
        let mut stage = |key, at_once, taken: Vec<(&Item<'_>, ShareView)>| {
            stages.extend(StageView::new(key, at_once, taken, &topics));
        };
        let mut first: Vec<_> = rest.extract_if(.., |(item, _)| start.contains(&item.identity)).collect();
        first.sort_by_key(|(item, _)| std::cmp::Reverse(item.people));
        stage("start", START_MOST, first);
        stage("apart", APART_AT_ONCE, rest.extract_if(.., |(_, share)| share.times.is_some()).collect());
        rest.sort_by_key(|(item, _)| std::cmp::Reverse(item.people));
        stage("later", LATER_AT_ONCE, rest);
        let empty = stages.is_empty().then(|| none_shared(group.people(), "a skill"));
        PathView { stages, skills: grouped(count as u64), example, empty }
    }
}

/// The skills to start with: what many have, by people.
fn start<'a, 'm>(group: &'a Group<'m>) -> Vec<&'a Item<'m>> {
    let mut items: Vec<&Item<'_>> = group.items(Kind::Skill).iter().collect();
    items.sort_by_key(|item| std::cmp::Reverse(item.people));
    let many = |item: &&Item<'_>| f64::from(item.people) >= START_SHARE * group.people() as f64;
    let count = items.iter().take_while(|item| many(item)).count();
    items.truncate(count.clamp(START_LEAST, START_MOST));
    items
}

impl StageView {
    fn new(
        key: &'static str,
        at_once: usize,
        mut items: Vec<(&Item<'_>, ShareView)>,
        topics: &Topics<'_>,
    ) -> Option<StageView> {
        let count = items.len();
        let more = items.split_off(cut(count, at_once));
        let more_count = more.len();
        (count > 0).then(|| StageView {
            key,
            skills: grouped(count as u64),
            shown: topics.grouped(items),
            more: topics.grouped(more),
            more_count: grouped(more_count as u64),
        })
    }
}

/// The topic of each skill.
struct Topics<'a> {
    of: HashMap<String, &'a str>,
    model: &'a Model,
    names: HashSet<&'a str>,
}

impl<'a> Topics<'a> {
    /// As the groups have them, the first before the second.
    fn new(model: &'a Model, groups: [Option<&Group<'a>>; 2]) -> Topics<'a> {
        let mut topics = Topics { of: HashMap::new(), model, names: HashSet::new() };
        for group in groups.into_iter().flatten() {
            for topic in group.has.skill_topics.iter().filter(|topic| is_shown(topic.people)) {
                topics.names.insert(&topic.name);
                for skill in group.has.skills_of(topic) {
                    topics.of.entry(skill_identity(&skill.name)).or_insert(&topic.name);
                }
            }
        }
        topics
    }

    /// A group lists a few skills under each topic; the model knows where the others belong.
    fn of(&self, item: &Item<'_>) -> Option<&'a str> {
        if let Some(name) = self.of.get(&item.identity) {
            return Some(name);
        }
        let topics = self.model.skill_topics();
        let label = topics.cleaning.skill(item.name).ok()?;
        let name = topics.names.get(topics.known.get(&label)? as usize)?;
        self.names.get(name.as_str()).copied()
    }

    /// Skills by topic: a topic stands where its first skill does, and those that are alone in theirs are one group.
    fn grouped(&self, items: Vec<(&Item<'_>, ShareView)>) -> Vec<TopicView> {
        let mut counts: HashMap<&str, usize> = HashMap::new();
        let named: Vec<(Option<&str>, ShareView)> =
            items.into_iter().map(|(item, share)| (self.of(item), share)).collect();
        for name in named.iter().filter_map(|(name, _)| *name) {
            *counts.entry(name).or_default() += 1;
        }
        let mut views: Vec<TopicView> = Vec::new();
        for (name, share) in named {
            let name = name.filter(|name| counts.get(name).is_some_and(|&count| count > 1));
            match views.iter_mut().find(|view| view.name.as_deref() == name) {
                Some(view) => view.skills.push(share),
                None => views.push(TopicView { name: name.map(str::to_owned), skills: vec![share] }),
            }
        }
        views
    }
}
