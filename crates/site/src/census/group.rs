//! A group of people and its items that may be shown.
//!
//! Nothing that fewer than five people have, and nothing of a group of fewer than ten.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use career_model::clean;
use career_model::roadmap::{Backgrounds, ItemCount, MAX_ITEMS, MIN_PEOPLE_PER_ITEM, MIN_PEOPLE_PER_PAGE};

/// What can be ticked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A skill.
    Skill,
    /// A course.
    Course,
    /// A certificate.
    Certification,
}

impl Kind {
    /// Every kind, in the order of the page.
    pub const ALL: [Kind; 3] = [Kind::Skill, Kind::Course, Kind::Certification];

    /// Its name in ids.
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Skill => "skill",
            Kind::Course => "course",
            Kind::Certification => "certification",
        }
    }

    /// What an item is, however it is spelled.
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
    /// What it is.
    pub kind: Kind,
    /// The same for every spelling.
    pub identity: String,
    /// As most people write it.
    pub name: &'m str,
    /// How many of the group have it.
    pub people: u32,
}

impl Item<'_> {
    /// What it is called in ticks, links and open data: `skill:python`.
    pub fn id(&self) -> String {
        format!("{}:{}", self.kind.as_str(), self.identity)
    }
}

/// A group's items of one kind, in the order of its page.
#[derive(Clone, Debug)]
pub struct Items<'m> {
    list: Vec<Item<'m>>,
    places: HashMap<String, usize>,
    /// Whether everything that enough people have is in it.
    is_complete: bool,
}

impl<'m> Items<'m> {
    fn new(kind: Kind, has: &'m Backgrounds) -> Items<'m> {
        let all = kind.list(has);
        let mut items =
            Items { list: Vec::new(), places: HashMap::new(), is_complete: all.len() < MAX_ITEMS };
        for ItemCount { name, people } in shown(has, all) {
            let identity = kind.identity(name);
            // Two spellings of a thing: the one of more people speaks for both.
            if !items.places.contains_key(&identity) {
                items.places.insert(identity.clone(), items.list.len());
                items.list.push(Item { kind, identity, name, people: *people });
            }
        }
        items
    }

    /// In the order of the page.
    pub fn iter(&self) -> impl Iterator<Item = &Item<'m>> {
        self.list.iter()
    }

    /// The `n` that most people have.
    pub fn most_common(&self, n: usize) -> Vec<&Item<'m>> {
        let mut items: Vec<&Item<'m>> = self.iter().collect();
        items.sort_by_key(|item| Reverse(item.people));
        items.truncate(n);
        items
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// An item, where it is known.
    pub fn get(&self, identity: &str) -> Option<&Item<'m>> {
        self.places.get(identity).map(|&place| &self.list[place])
    }

    /// How many people have an item, where that is known.
    pub fn people(&self, identity: &str) -> Option<u32> {
        self.get(identity).map(|item| item.people)
    }

    /// Whether an item that is not in it is one of fewer than five people for sure.
    pub fn is_complete(&self) -> bool {
        self.is_complete
    }
}

/// Whether enough people have an item for a page to show it.
///
/// Training leaves rarer items out of the model; this is the second lock on the same door.
pub fn is_shown(people: u32) -> bool {
    people >= MIN_PEOPLE_PER_ITEM
}

/// The second lock on the door that training has: nothing of few people, nothing that few of them have.
fn shown<'m>(has: &Backgrounds, list: &'m [ItemCount]) -> impl Iterator<Item = &'m ItemCount> {
    let list = if has.people < MIN_PEOPLE_PER_PAGE { &[] } else { list };
    list.iter().filter(|item| is_shown(item.people))
}

/// A group's topics of skills, and the skills that it lists under each.
#[derive(Clone, Debug)]
pub struct Topics<'m> {
    by_identity: HashMap<String, &'m str>,
    names: HashSet<&'m str>,
}

impl<'m> Topics<'m> {
    fn new(has: &'m Backgrounds, skills: &Items<'m>) -> Topics<'m> {
        // Most of them were cleaned already.
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
    pub fn of(&self, identity: &str) -> Option<&'m str> {
        self.by_identity.get(identity).copied()
    }

    /// A topic's name, where enough people of the group have a skill of it.
    pub fn shown(&self, name: &str) -> Option<&'m str> {
        self.names.get(name).copied()
    }
}

/// A group of people and what they have.
#[derive(Clone, Debug)]
pub struct Group<'m> {
    /// The lists as the model has them.
    pub has: &'m Backgrounds,
    kinds: [Items<'m>; 3],
    topics: Topics<'m>,
}

impl<'m> Group<'m> {
    /// Counts of a group.
    pub fn new(has: &'m Backgrounds) -> Group<'m> {
        let kinds = Kind::ALL.map(|kind| Items::new(kind, has));
        let topics = Topics::new(has, &kinds[Kind::Skill as usize]);
        Group { has, kinds, topics }
    }

    /// How many people.
    pub fn people(&self) -> u64 {
        self.has.people
    }

    /// Whether its people are too few to show what they have.
    pub fn is_too_few(&self) -> bool {
        self.people() < MIN_PEOPLE_PER_PAGE
    }

    /// What may be shown of one of its lists, in the list's order.
    pub fn shown(&self, list: &'m [ItemCount]) -> impl Iterator<Item = &'m ItemCount> {
        shown(self.has, list)
    }

    /// Its items of a kind.
    pub fn items(&self, kind: Kind) -> &Items<'m> {
        &self.kinds[kind as usize]
    }

    /// Its topics of skills.
    pub fn topics(&self) -> &Topics<'m> {
        &self.topics
    }

    /// Share of its people who have an item; 0 where few do.
    pub fn share(&self, kind: Kind, identity: &str) -> f64 {
        let people = self.items(kind).people(identity).unwrap_or(0);
        f64::from(people) / (self.people() as f64).max(1.0)
    }
}
