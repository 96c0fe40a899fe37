//! The learning path: a group's skills in the order in which it makes sense to look at them.
//!
//! The rule and its reasons are in `docs/pages.md`.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use career_model::Model;
use serde::Serialize;
use templates::Words;

use crate::census::{Compared, compared};
use crate::census::{Group, Item, Kind};
use crate::views::empty::none_shared;
use crate::views::share::{ShareView, cut};

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

/// A skill on the path.
#[derive(Clone, Debug)]
pub struct Placed<'g, 'm> {
    /// The skill.
    pub item: &'g Item<'m>,
    /// Beside its level, where that is known.
    pub level: Option<Compared>,
    /// Its topic, where it has one.
    pub topic: Option<&'m str>,
}

/// Skills to look at together.
#[derive(Clone, Debug)]
pub struct Stage<'g, 'm> {
    /// `start`, `apart` or `later`.
    pub key: &'static str,
    /// Seen at once.
    at_once: usize,
    /// In the order in which they are read; never empty.
    pub skills: Vec<Placed<'g, 'm>>,
}

/// A group's skills in stages, beside all people of its level, or of a level alone.
pub fn stages<'g, 'm>(
    model: &'m Model,
    group: &'g Group<'m>,
    level: Option<&'g Group<'m>>,
) -> Vec<Stage<'g, 'm>> {
    let topics = Topics { model, groups: [Some(group), level] };
    let place = |item| Placed {
        item,
        level: level.and_then(|level| compared(item, group, level)),
        topic: topics.of(item),
    };
    let mut rest: Vec<Placed<'_, '_>> = group.items(Kind::Skill).iter().map(place).collect();
    let start = start(group);
    let by_people = |skills: &mut Vec<Placed<'_, '_>>| skills.sort_by_key(|skill| Reverse(skill.item.people));

    let mut first: Vec<_> =
        rest.extract_if(.., |skill| start.contains(skill.item.identity.as_str())).collect();
    by_people(&mut first);
    // The page's own order is kept for what sets people apart.
    let telling = |skill: &mut Placed<'_, '_>| skill.level.is_some_and(|level| level.is_telling);
    let apart: Vec<_> = rest.extract_if(.., telling).collect();
    by_people(&mut rest);
    let stages = [
        Stage { key: "start", at_once: START_MOST, skills: first },
        Stage { key: "apart", at_once: APART_AT_ONCE, skills: apart },
        Stage { key: "later", at_once: LATER_AT_ONCE, skills: rest },
    ];
    stages.into_iter().filter(|stage| !stage.skills.is_empty()).collect()
}

/// What to start with: identities of what many have.
fn start<'g>(group: &'g Group<'_>) -> HashSet<&'g str> {
    let mut items = group.items(Kind::Skill).most_common(START_MOST);
    let many = |item: &&&Item<'_>| f64::from(item.people) >= START_SHARE * group.people() as f64;
    let count = items.iter().take_while(many).count();
    items.truncate(count.clamp(START_LEAST, START_MOST));
    items.into_iter().map(|item| item.identity.as_str()).collect()
}

/// Stages of skills.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PathView {
    /// Those that hold something.
    pub stages: Vec<StageView>,
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
    /// Seen at once.
    pub shown: Vec<TopicView>,
    /// Seen when asked for.
    pub more: Vec<TopicView>,
    /// How many skills those are.
    pub more_count: usize,
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
    /// Of a group, beside its level.
    pub fn new(words: &Words, model: &Model, group: &Group<'_>, level: Option<&Group<'_>>) -> PathView {
        let stages = stages(model, group, level);
        let share =
            |skill: &Placed<'_, '_>| ShareView::item(words, skill.item, group).beside(words, skill.level);
        let skills = || stages.iter().flat_map(|stage| &stage.skills);
        let example = skills().find(|skill| skill.level.is_some_and(|level| level.is_telling));
        // It is words about a skill, not another place to tick it.
        let example = example.map(|skill| ShareView { id: None, ..share(skill) });
        let views = stages.iter().map(|stage| {
            let (shown, more) = stage.skills.split_at(cut(stage.skills.len(), stage.at_once));
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

/// Skills by topic: a topic stands where its first skill does, and those that are alone in theirs are one group.
fn by_topic<'g, 'm>(
    skills: &[Placed<'g, 'm>],
    share: impl Fn(&Placed<'g, 'm>) -> ShareView,
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

/// The topic of each skill: as the groups have them, the first before the second.
struct Topics<'a, 'g> {
    model: &'a Model,
    groups: [Option<&'g Group<'a>>; 2],
}

impl<'a> Topics<'a, '_> {
    /// A group lists a few skills under each topic; the model knows where the others belong.
    fn of(&self, item: &Item<'_>) -> Option<&'a str> {
        let mut groups = self.groups.iter().flatten();
        if let Some(name) = groups.find_map(|group| group.topics().of(&item.identity)) {
            return Some(name);
        }
        let topics = self.model.skill_topics();
        let label = topics.cleaning.skill(item.name).ok()?;
        let name = topics.names.get(topics.known.get(&label)? as usize)?;
        self.groups.iter().flatten().find_map(|group| group.topics().shown(name))
    }
}
