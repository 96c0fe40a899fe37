//! A group of people and its items that may be shown: no item of fewer than five people, and no item of a
//! group of fewer than ten.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use career_model::clean;
use career_model::roadmap::{Backgrounds, ItemCount, MAX_ITEMS, MIN_PEOPLE_PER_ITEM, MIN_PEOPLE_PER_PAGE};

/// Kind of an item. Visitors can tick items of these kinds.
#[allow(missing_docs, reason = "the names say it")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Skill,
    Course,
    Certification,
}

impl Kind {
    /// Every kind, in the order of the page.
    pub const ALL: [Kind; 3] = [Kind::Skill, Kind::Course, Kind::Certification];

    /// The name in ids: `skill`, `course` or `certification`.
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Skill => "skill",
            Kind::Course => "course",
            Kind::Certification => "certification",
        }
    }

    /// Identity of an item, which is the same for all spellings of its name.
    pub fn identity(self, name: &str) -> String {
        match self {
            Kind::Skill => clean::skill_identity(name),
            Kind::Course => clean::course(name),
            Kind::Certification => clean::certification(name).to_owned(),
        }
    }

    fn list(self, has: &Backgrounds) -> &[ItemCount] {
        match self {
            Kind::Skill => &has.skills,
            Kind::Course => &has.courses,
            Kind::Certification => &has.certifications,
        }
    }
}

/// An item of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item<'m> {
    /// Kind of the item.
    pub kind: Kind,
    /// Identity of the item, the same for all spellings.
    pub identity: String,
    /// The most common spelling.
    pub name: &'m str,
    /// Number of people in the group who have it.
    pub people: u32,
}

impl Item<'_> {
    /// Id in ticks, links and open data: `skill:python`.
    pub fn id(&self) -> String {
        format!("{}:{}", self.kind.as_str(), self.identity)
    }
}

/// A group's items of one kind, in the order of its page.
#[derive(Clone, Debug)]
pub struct Items<'m> {
    list: Vec<Item<'m>>,
    indices: HashMap<String, usize>,
    /// True if no item was cut off the end of the list.
    is_complete: bool,
}

impl<'m> Items<'m> {
    fn new(kind: Kind, has: &'m Backgrounds) -> Items<'m> {
        let all = kind.list(has);
        let mut items =
            Items { list: Vec::new(), indices: HashMap::new(), is_complete: all.len() < MAX_ITEMS };
        for ItemCount { name, people } in shown(has, all) {
            let identity = kind.identity(name);
            // Of two spellings of an item, the first listed one counts.
            if !items.indices.contains_key(&identity) {
                items.indices.insert(identity.clone(), items.list.len());
                items.list.push(Item { kind, identity, name, people: *people });
            }
        }
        items
    }

    /// The items in the order of the page.
    pub fn iter(&self) -> impl Iterator<Item = &Item<'m>> {
        self.list.iter()
    }

    /// The `n` most common items, the most common first.
    pub fn most_common(&self, n: usize) -> Vec<&Item<'m>> {
        let mut items: Vec<&Item<'m>> = self.iter().collect();
        items.sort_by_key(|item| Reverse(item.people));
        items.truncate(n);
        items
    }

    /// Number of items.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// True if there is no item.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// An item by its identity, if it is listed.
    pub fn get(&self, identity: &str) -> Option<&Item<'m>> {
        self.indices.get(identity).map(|&index| &self.list[index])
    }

    /// Number of people who have an item, if it is listed.
    pub fn people(&self, identity: &str) -> Option<u32> {
        self.get(identity).map(|item| item.people)
    }

    /// True if the list was not cut. Then fewer than [`LISTED_FROM`](career_model::roadmap::LISTED_FROM)
    /// people have an item that is not listed.
    pub fn is_complete(&self) -> bool {
        self.is_complete
    }
}

/// True if enough people have an item for a page to show it.
///
/// Training already omits rarer items from the model; this is a second safeguard.
pub fn is_shown(people: u32) -> bool {
    people >= MIN_PEOPLE_PER_ITEM
}

/// The items of a list that may be shown: none of a small group, and none that few people have.
///
/// Training already omits the others from the model; this is a second safeguard.
fn shown<'m>(has: &Backgrounds, list: &'m [ItemCount]) -> impl Iterator<Item = &'m ItemCount> {
    let list = if has.people < MIN_PEOPLE_PER_PAGE { &[] } else { list };
    list.iter().filter(|item| is_shown(item.people))
}

/// Skill topics of a group, and the skills listed under each.
#[derive(Clone, Debug)]
pub struct Topics<'m> {
    by_identity: HashMap<String, &'m str>,
    names: HashSet<&'m str>,
}

impl<'m> Topics<'m> {
    fn new(has: &'m Backgrounds, skills: &Items<'m>) -> Topics<'m> {
        // Cleaning a name is slow, and most identities are known already.
        let known: HashMap<&str, &String> = skills.iter().map(|item| (item.name, &item.identity)).collect();
        let mut topics = Topics { by_identity: HashMap::new(), names: HashSet::new() };
        for topic in has.skill_topics.iter().filter(|topic| is_shown(topic.people)) {
            topics.names.insert(&topic.name);
            for skill in has.skills_of(topic) {
                let known = known.get(skill.name.as_str()).map(|identity| (*identity).clone());
                let identity = known.unwrap_or_else(|| Kind::Skill.identity(&skill.name));
                topics.by_identity.entry(identity).or_insert(&topic.name);
            }
        }
        topics
    }

    /// The topic under which a skill is listed.
    pub fn topic_of(&self, identity: &str) -> Option<&'m str> {
        self.by_identity.get(identity).copied()
    }

    /// The topic's name, if enough people of the group have a skill of this topic.
    pub fn shown(&self, name: &str) -> Option<&'m str> {
        self.names.get(name).copied()
    }
}

/// A group of people and its items.
#[derive(Clone, Debug)]
pub struct Group<'m> {
    /// The group's lists in the model.
    pub backgrounds: &'m Backgrounds,
    kinds: [Items<'m>; 3],
    topics: Topics<'m>,
}

impl<'m> Group<'m> {
    /// A group with the given lists.
    pub fn new(backgrounds: &'m Backgrounds) -> Group<'m> {
        let kinds = Kind::ALL.map(|kind| Items::new(kind, backgrounds));
        let topics = Topics::new(backgrounds, &kinds[Kind::Skill as usize]);
        Group { backgrounds, kinds, topics }
    }

    /// Number of people.
    pub fn people(&self) -> u64 {
        self.backgrounds.people
    }

    /// True if the group is too small for its items to be shown.
    pub fn is_too_few(&self) -> bool {
        self.people() < MIN_PEOPLE_PER_PAGE
    }

    /// The items of one of its lists that may be shown, in the list's order.
    pub fn shown(&self, list: &'m [ItemCount]) -> impl Iterator<Item = &'m ItemCount> {
        shown(self.backgrounds, list)
    }

    /// The group's items of a kind.
    pub fn items(&self, kind: Kind) -> &Items<'m> {
        &self.kinds[kind as usize]
    }

    /// The group's skill topics.
    pub fn topics(&self) -> &Topics<'m> {
        &self.topics
    }

    /// Share of people who have an item, 0 to 1; 0 if the item is not listed.
    pub fn share(&self, kind: Kind, identity: &str) -> f64 {
        let people = self.items(kind).people(identity).unwrap_or(0);
        f64::from(people) / (self.people() as f64).max(1.0)
    }
}
