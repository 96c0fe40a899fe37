//! The skills pages: every skill with the roadmaps whose people list it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use career_model::Level;
use career_model::fingerprint::fingerprint;
use serde::Serialize;
use templates::{Asset, Words};

use crate::census::{Census, Kind};
use crate::views::link::LinkView;
use crate::views::share::figure;

/// Most skills on the first page.
const MAX_COMMON: usize = 40;
/// Most roadmaps of a skill on a page, and in the search index.
const MAX_HOLDERS: usize = 12;
const MAX_INDEXED_HOLDERS: usize = 40;

/// Page of skills that begin with a digit.
const DIGITS: &str = "0-9";
/// Page of skills that begin with another letter, or have none.
pub const OTHER: &str = "other";

/// All skills of the model's roadmaps.
#[derive(Clone, Debug)]
pub struct Skills<'m> {
    /// Identity → skill.
    all: BTreeMap<String, Skill<'m>>,
}

#[derive(Clone, Debug)]
struct Skill<'m> {
    /// The spelling in the roadmap with the most holders.
    name: &'m str,
    /// Number of holders in that roadmap.
    most: u32,
    /// Number of people in all levels who have it.
    people: u64,
    /// Roadmaps whose people have it: level, position in the level, number of people.
    holders: Vec<(Level, usize, u32)>,
}

impl<'m> Skills<'m> {
    /// Collects the skills of all roadmaps.
    pub fn new(census: &Census<'m>) -> Skills<'m> {
        let mut all: BTreeMap<String, Skill<'m>> = BTreeMap::new();
        for level in Level::ALL {
            let of_level = census.level(level);
            for (index, (_, group)) in of_level.roadmaps.iter().enumerate() {
                for item in group.items(Kind::Skill).iter() {
                    let new = Skill { name: item.name, most: 0, people: 0, holders: Vec::new() };
                    let skill = all.entry(item.identity.clone()).or_insert(new);
                    if item.people > skill.most {
                        (skill.name, skill.most) = (item.name, item.people);
                    }
                    skill.holders.push((level, index, item.people));
                }
            }
        }
        for (identity, skill) in &mut all {
            // The level's list may omit a skill that its roadmaps list.
            let of_level = |level| {
                let overview = census.level(level).overview.items(Kind::Skill).people(identity);
                let of_roadmaps = skill.holders.iter().filter(|holder| holder.0 == level);
                u64::from(overview.unwrap_or(0)).max(of_roadmaps.map(|holder| u64::from(holder.2)).sum())
            };
            skill.people = Level::ALL.into_iter().map(of_level).sum();
            let share = |&(level, index, people): &(Level, usize, u32)| {
                f64::from(people) / census.level(level).roadmaps[index].1.people() as f64
            };
            skill.holders.sort_by(|a, b| {
                share(b).total_cmp(&share(a)).then(b.2.cmp(&a.2)).then_with(|| (a.0, a.1).cmp(&(b.0, b.1)))
            });
        }
        Skills { all }
    }

    /// Pages that have a skill: `a`, `0-9`, `other`.
    pub fn letters(&self) -> Vec<&'static str> {
        let letters: BTreeSet<&str> = self.all.keys().map(|identity| letter(identity)).collect();
        // `other` comes last.
        let (other, letters): (Vec<&str>, Vec<&str>) =
            letters.into_iter().partition(|&letter| letter == OTHER);
        letters.into_iter().chain(other).collect()
    }

    /// The search index:
    /// `{"v":1,"roadmaps":[[path,name,level,people],…],"skills":[[name,identity,[[roadmap,people],…]],…]}`.
    pub fn asset(&self, census: &Census<'_>) -> Asset {
        let mut indices = HashMap::new();
        let mut roadmaps = Vec::new();
        for level in Level::ALL {
            for (index, (roadmap, group)) in census.level(level).roadmaps.iter().enumerate() {
                indices.insert((level, index), roadmaps.len());
                roadmaps.push((roadmap.path(level), &roadmap.name, level.as_str(), group.people()));
            }
        }
        let skills = self.all.iter().map(|(identity, skill)| {
            let holders = skill.holders.iter().take(MAX_INDEXED_HOLDERS);
            let holders =
                holders.filter_map(|&(level, index, people)| Some((*indices.get(&(level, index))?, people)));
            (skill.name, identity, holders.collect::<Vec<(usize, u32)>>())
        });
        let index = Index { v: 1, roadmaps, skills: skills.collect::<Vec<_>>() };
        Asset::new("skills", "json", serde_json::to_vec(&index).unwrap_or_default(), "application/json")
    }
}

#[derive(Serialize)]
struct Index<R, S> {
    v: u32,
    roadmaps: R,
    skills: S,
}

const LETTERS: [&str; 26] = [
    "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u",
    "v", "w", "x", "y", "z",
];

/// The keys of all letter pages. Every page exists even without skills, so that its address stays valid.
pub fn letter_pages() -> impl Iterator<Item = &'static str> {
    [DIGITS].into_iter().chain(LETTERS).chain([OTHER])
}

/// Key of the page on which a skill is listed.
pub fn letter(identity: &str) -> &'static str {
    // Readers look for ".NET" under N.
    match identity.chars().find(|c| c.is_alphanumeric()) {
        Some(c) if c.is_ascii_digit() => DIGITS,
        Some(c) => {
            LETTERS.into_iter().find(|letter| letter.starts_with(c.to_ascii_lowercase())).unwrap_or(OTHER)
        }
        None => OTHER,
    }
}

/// Address of a letter page.
pub fn letter_path(letter: &str) -> String {
    format!("/skills/{letter}/")
}

/// HTML id of a skill on its letter page: its words, and its fingerprint if the words are not the whole
/// identity.
pub fn anchor(identity: &str) -> String {
    let mut slug = String::new();
    for c in identity.chars().filter(char::is_ascii) {
        match c {
            'a'..='z' | '0'..='9' => slug.push(c),
            _ if !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
            _ => {}
        }
    }
    let slug = slug.trim_end_matches('-');
    let is_plain = identity
        .split(' ')
        .all(|word| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()));
    if is_plain && slug.len() <= 80 {
        return format!("skill-{slug}");
    }
    let slug: String = slug.chars().take(40).collect();
    format!("skill-{slug}-{:016x}", fingerprint(identity))
}

/// A link to a letter page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LetterView {
    /// `a`, `0-9` or `other`.
    pub key: &'static str,
    /// Address of the page.
    pub path: String,
    /// True for the link to the current page.
    pub is_here: bool,
}

/// A skill and the roadmaps whose people list it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SkillView {
    /// Name of the skill.
    pub name: String,
    /// Id in ticks.
    pub id: String,
    /// HTML id on its letter page.
    pub anchor: String,
    /// Address of its letter page.
    pub path: String,
    /// Number of people in all levels who have it.
    pub people: u64,
    /// Number of roadmaps whose people have it.
    pub roadmaps: usize,
    /// Listed roadmaps, the largest share first.
    pub holders: Vec<HolderView>,
    /// Number of roadmaps that are not listed.
    pub more: usize,
}

/// A roadmap whose people have a skill.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HolderView {
    /// The roadmap.
    pub to: LinkView,
    /// Number of people: `45 of 120`.
    pub figure: String,
    /// Share of its people in percent.
    pub percent: String,
}

/// Skills on `/skills/` or on a letter page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SkillsView {
    /// Links to the letter pages that have a skill.
    pub letters: Vec<LetterView>,
    /// The skills of the page.
    pub skills: Vec<SkillView>,
    /// Number of skills on all pages.
    pub count: usize,
}

impl SkillsView {
    /// The most common skills, for `/skills/`.
    pub fn common(words: &Words, census: &Census<'_>, skills: &Skills<'_>) -> SkillsView {
        let mut common: Vec<(&String, &Skill<'_>)> = skills.all.iter().collect();
        common.sort_by(|a, b| b.1.people.cmp(&a.1.people).then(a.0.cmp(b.0)));
        common.truncate(MAX_COMMON);
        SkillsView::new(words, census, skills, None, common)
    }

    /// The skills of the letter page `key`.
    pub fn letter(words: &Words, census: &Census<'_>, skills: &Skills<'_>, key: &'static str) -> SkillsView {
        let here = skills.all.iter().filter(|(identity, _)| letter(identity) == key).collect();
        SkillsView::new(words, census, skills, Some(key), here)
    }

    fn new(
        words: &Words,
        census: &Census<'_>,
        all: &Skills<'_>,
        here: Option<&'static str>,
        skills: Vec<(&String, &Skill<'_>)>,
    ) -> SkillsView {
        let letters = all.letters().into_iter().map(|key| LetterView {
            key,
            path: letter_path(key),
            is_here: here == Some(key),
        });
        // `/skills/` lists no roadmaps; it links to the letter pages.
        let holders = if here.is_some() { MAX_HOLDERS } else { 0 };
        let views = skills.into_iter().map(|(identity, skill)| SkillView {
            name: skill.name.to_owned(),
            id: format!("{}:{identity}", Kind::Skill.as_str()),
            anchor: anchor(identity),
            path: letter_path(letter(identity)),
            people: skill.people,
            roadmaps: skill.holders.len(),
            holders: skill
                .holders
                .iter()
                .take(holders)
                .map(|&at| HolderView::new(words, census, at))
                .collect(),
            more: skill.holders.len().saturating_sub(holders),
        });
        SkillsView { letters: letters.collect(), skills: views.collect(), count: all.all.len() }
    }
}

impl HolderView {
    fn new(words: &Words, census: &Census<'_>, (level, index, people): (Level, usize, u32)) -> HolderView {
        let (roadmap, group) = &census.level(level).roadmaps[index];
        let (people, of) = (u64::from(people), group.people());
        HolderView {
            to: LinkView::new(words, level, roadmap),
            figure: figure(words, people, of),
            percent: words.percent(people, of),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn skills_are_listed_under_their_first_letter() {
        let letters = [".net", "c++", "1c", "кафка", "++", "über", "python"].map(letter);
        assert_eq!(letters, ["n", "c", "0-9", "other", "other", "other", "p"]);
    }

    #[test]
    fn anchors_of_different_skills_differ_and_need_no_escaping() {
        let identities = ["c", "c++", "c#", "machine learning", "machine-learning", "кафка", "<script>", " "];
        let anchors = identities.map(anchor);
        assert_eq!((anchors[0].as_str(), anchors[3].as_str()), ("skill-c", "skill-machine-learning"));
        let distinct: BTreeSet<&String> = anchors.iter().collect();
        assert_eq!(distinct.len(), identities.len(), "{anchors:?}");
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        assert!(anchors.iter().all(|anchor| anchor.chars().all(plain)), "{anchors:?}");
    }
}
