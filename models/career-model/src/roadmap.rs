//! Roadmaps: the counted skills, courses, certificates and titles of people with a similar background.

use std::fmt;

use wincode::{SchemaRead, SchemaWrite};

use crate::level::Level;

/// A page needs at least this many people.
pub const MIN_PEOPLE_PER_PAGE: u64 = 10;

/// The longest list on a page; a shorter list holds everything that at least [`LISTED_FROM`] people have.
pub const MAX_ITEMS: usize = 200;

/// An item is shown only when at least this many people have it.
pub const MIN_PEOPLE_PER_ITEM: u32 = 5;

/// An item that a complete list does not hold is that of fewer people than this: an item joins a published
/// list with so many (see the crate `disclosure`).
pub const LISTED_FROM: u32 = MIN_PEOPLE_PER_ITEM + 3;

/// The most job titles shown for a group.
pub const MAX_POSITIONS: usize = 12;

/// The last part of a roadmap's URL: lower-case ASCII letters, digits and single hyphens.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, SchemaRead, SchemaWrite)]
pub struct RoadmapSlug(pub(crate) String);

impl RoadmapSlug {
    /// The longest slug, in bytes.
    pub const MAX_LEN: usize = 80;

    /// A slug from text; `None` unless the text is one already.
    pub fn new(text: &str) -> Option<RoadmapSlug> {
        let word = |word: &str| {
            !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        };
        (text.len() <= Self::MAX_LEN && text.split('-').all(word)).then(|| RoadmapSlug(text.to_owned()))
    }

    /// The slug as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for RoadmapSlug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// An item and the number of people who have it.
#[derive(Clone, Debug, Default, PartialEq, Eq, SchemaRead, SchemaWrite)]
pub struct ItemCount {
    /// The name as most people write it.
    pub name: String,
    /// The number of people who have it; at least [`MIN_PEOPLE_PER_ITEM`].
    pub people: u32,
}

/// A skill topic on a roadmap, with the concrete skills to learn under it.
#[derive(Clone, Debug, Default, PartialEq, Eq, SchemaRead, SchemaWrite)]
pub struct TopicSkills {
    /// The topic's name.
    pub name: String,
    /// People who have at least one skill of the topic.
    pub people: u32,
    /// Its skills, as positions in [`Backgrounds::skills`]; ascending, so by people.
    pub skills: Vec<u32>,
}

/// The backgrounds of a group of people, counted; each list by descending number of people, then by name.
#[derive(Clone, Debug, Default, PartialEq, Eq, SchemaRead, SchemaWrite)]
pub struct Backgrounds {
    /// The number of people in the group.
    pub people: u64,
    /// Degree topics.
    pub degree_topics: Vec<ItemCount>,
    /// Skill topics with their skills.
    pub skill_topics: Vec<TopicSkills>,
    /// Single skills.
    pub skills: Vec<ItemCount>,
    /// The fingerprint of each skill, the same for every spelling; see [`crate::clean::skill_fingerprint`].
    pub skill_fingerprints: Vec<u64>,
    /// Courses.
    pub courses: Vec<ItemCount>,
    /// Certificates.
    pub certifications: Vec<ItemCount>,
    /// Job titles, see [`crate::clean::job_title`]; at most [`MAX_POSITIONS`].
    pub positions: Vec<ItemCount>,
    /// Quartiles of the months of experience; empty for a group that is too small for a page.
    pub experience: Vec<u32>,
}

impl Backgrounds {
    /// The skills of one of this group's topics.
    pub fn skills_of(&self, topic: &TopicSkills) -> impl Iterator<Item = &ItemCount> {
        topic.skills.iter().map(|&skill| &self.skills[skill as usize])
    }
}

/// A link to another roadmap.
#[derive(Clone, Debug, PartialEq, Eq, SchemaRead, SchemaWrite)]
pub struct RoadmapLink {
    /// Position of its level in [`Level::ALL`].
    pub(crate) level: u8,
    /// Position in that level's roadmaps.
    pub roadmap: u32,
}

impl RoadmapLink {
    /// A link to a level's roadmap.
    pub fn new(level: Level, roadmap: u32) -> RoadmapLink {
        RoadmapLink { level: level as u8, roadmap }
    }

    /// The level of the other roadmap.
    pub fn level(&self) -> Level {
        Level::ALL[usize::from(self.level)]
    }
}

/// One roadmap page: a group of similar people of one level.
#[derive(Clone, Debug, Default, PartialEq, Eq, SchemaRead, SchemaWrite)]
pub struct Roadmap {
    /// The last part of its URL, unique within the level.
    pub slug: RoadmapSlug,
    /// Its name, unique within the level.
    pub name: String,
    /// The people's backgrounds.
    pub has: Backgrounds,
    /// The nearest roadmap of the next level.
    pub next: Option<RoadmapLink>,
}

impl Roadmap {
    /// The page's path.
    pub fn path(&self, level: Level) -> String {
        format!("/roadmaps/{level}/{}/", self.slug)
    }
}
