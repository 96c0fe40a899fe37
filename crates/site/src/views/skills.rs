//! Every skill with the roadmaps whose people have it: "who needs Kafka?"

use std::collections::{BTreeMap, BTreeSet, HashMap};

use career_model::Level;
use career_model::fingerprint::fingerprint;
use serde::Serialize;
use templates::{Asset, Words};

use crate::census::{Census, Kind};
use crate::views::link::LinkView;

/// Skills on the first page.
const COMMON: usize = 40;
/// Roadmaps of a skill on a page, and in the index.
const HOLDERS: usize = 12;
const HOLDERS_INDEXED: usize = 40;

/// What begins with no letter of the English alphabet.
const DIGITS: &str = "0-9";
/// The key of skills whose first letter is of no other page.
pub const OTHER: &str = "other";

/// Every skill of the model's roadmaps.
#[derive(Clone, Debug)]
pub struct Skills<'m> {
    /// By identity.
    all: BTreeMap<String, Skill<'m>>,
}

#[derive(Clone, Debug)]
struct Skill<'m> {
    /// As most people of the group that has most of them write it.
    name: &'m str,
    /// Most people of one group.
    most: u32,
    /// People of all levels together who have it.
    people: u64,
    /// Level, position in it, people who have it.
    holders: Vec<(Level, usize, u32)>,
}

impl<'m> Skills<'m> {
    /// Of all roadmaps.
    pub fn new(census: &Census<'m>) -> Skills<'m> {
        let mut all: BTreeMap<String, Skill<'m>> = BTreeMap::new();
        for level in Level::ALL {
            let of_level = census.level(level);
            for (place, (_, group)) in of_level.roadmaps.iter().enumerate() {
                for item in group.items(Kind::Skill).iter() {
                    let new = Skill { name: item.name, most: 0, people: 0, holders: Vec::new() };
                    let skill = all.entry(item.identity.clone()).or_insert(new);
                    if item.people > skill.most {
                        (skill.name, skill.most) = (item.name, item.people);
                    }
                    skill.holders.push((level, place, item.people));
                }
            }
        }
        for (identity, skill) in &mut all {
            // A level's list may have left it out where its roadmaps have it.
            let of_level = |level| {
                let overview = census.level(level).overview.items(Kind::Skill).people(identity);
                let of_roadmaps = skill.holders.iter().filter(|holder| holder.0 == level);
                u64::from(overview.unwrap_or(0)).max(of_roadmaps.map(|holder| u64::from(holder.2)).sum())
            };
            skill.people = Level::ALL.into_iter().map(of_level).sum();
            let share = |&(level, place, people): &(Level, usize, u32)| {
                f64::from(people) / census.level(level).roadmaps[place].1.people() as f64
            };
            skill.holders.sort_by(|a, b| {
                share(b).total_cmp(&share(a)).then(b.2.cmp(&a.2)).then_with(|| (a.0, a.1).cmp(&(b.0, b.1)))
            });
        }
        Skills { all }
    }

    /// The letters that have a skill.
    pub fn letters(&self) -> Vec<&'static str> {
        let letters: BTreeSet<&str> = self.all.keys().map(|identity| letter(identity)).collect();
        // What is of no letter comes last.
        let (other, letters): (Vec<&str>, Vec<&str>) =
            letters.into_iter().partition(|&letter| letter == OTHER);
        letters.into_iter().chain(other).collect()
    }

    /// What the search looks into: `{"v":1,"roadmaps":[[path,name,level,people],…],"skills":[[name,identity,[[roadmap,
    /// people],…]],…]}`.
    pub fn asset(&self, census: &Census<'_>) -> Asset {
        let mut places = HashMap::new();
        let mut roadmaps = Vec::new();
        for level in Level::ALL {
            for (place, (roadmap, group)) in census.level(level).roadmaps.iter().enumerate() {
                places.insert((level, place), roadmaps.len());
                roadmaps.push((roadmap.path(level), &roadmap.name, level.as_str(), group.people()));
            }
        }
        let skills = self.all.iter().map(|(identity, skill)| {
            let holders = skill.holders.iter().take(HOLDERS_INDEXED);
            let holders =
                holders.filter_map(|&(level, place, people)| Some((*places.get(&(level, place))?, people)));
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

/// Every page by letter. All of them are there, whatever the skills: an address does not die with the last skill of its letter.
pub fn letter_pages() -> impl Iterator<Item = &'static str> {
    [DIGITS].into_iter().chain(LETTERS).chain([OTHER])
}

/// The page of a skill's letter.
pub fn letter(identity: &str) -> &'static str {
    // ".NET" is looked for under N.
    match identity.chars().find(|c| c.is_alphanumeric()) {
        Some(c) if c.is_ascii_digit() => DIGITS,
        Some(c) => {
            LETTERS.into_iter().find(|letter| letter.starts_with(c.to_ascii_lowercase())).unwrap_or(OTHER)
        }
        None => OTHER,
    }
}

/// The address of a letter's page.
pub fn letter_path(letter: &str) -> String {
    format!("/skills/{letter}/")
}

/// What a skill's entry is called on its letter's page: its words, and where they do not say it all, its fingerprint.
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

/// A letter's link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LetterView {
    /// `a`, `0-9`, `other`.
    pub key: &'static str,
    /// Its page.
    pub path: String,
    /// Whether it is the page's own.
    pub is_here: bool,
}

/// A skill and who has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SkillView {
    /// Its name.
    pub name: String,
    /// Its id in ticks.
    pub id: String,
    /// Its place on its letter's page.
    pub anchor: String,
    /// Its letter's page.
    pub path: String,
    /// How many people of all.
    pub people: u64,
    /// How many roadmaps.
    pub roadmaps: usize,
    /// The roadmaps, the largest share first.
    pub holders: Vec<HolderView>,
    /// How many roadmaps more.
    pub more: usize,
}

/// A roadmap that has a skill.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HolderView {
    /// The roadmap.
    pub to: LinkView,
    /// `45 of 120`.
    pub figure: String,
    /// In percent, as text.
    pub percent: String,
}

/// `/skills/`, and one letter of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SkillsView {
    /// Every letter that has a page.
    pub letters: Vec<LetterView>,
    /// The skills of the page.
    pub skills: Vec<SkillView>,
    /// How many skills there are in all.
    pub count: usize,
}

impl SkillsView {
    /// The most common of all.
    pub fn common(words: &Words, census: &Census<'_>, skills: &Skills<'_>) -> SkillsView {
        let mut common: Vec<(&String, &Skill<'_>)> = skills.all.iter().collect();
        common.sort_by(|a, b| b.1.people.cmp(&a.1.people).then(a.0.cmp(b.0)));
        common.truncate(COMMON);
        SkillsView::of(words, census, skills, None, common)
    }

    /// A letter's.
    pub fn letter(words: &Words, census: &Census<'_>, skills: &Skills<'_>, of: &'static str) -> SkillsView {
        let here = skills.all.iter().filter(|(identity, _)| letter(identity) == of).collect();
        SkillsView::of(words, census, skills, Some(of), here)
    }

    fn of(
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
        // The first page only points to the letters'.
        let holders = if here.is_some() { HOLDERS } else { 0 };
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
    fn new(words: &Words, census: &Census<'_>, (level, place, people): (Level, usize, u32)) -> HolderView {
        let (roadmap, group) = &census.level(level).roadmaps[place];
        let (people, of) = (u64::from(people), group.people());
        HolderView {
            to: LinkView::new(words, level, roadmap),
            figure: words.text("share-figure", &[("people", people.into()), ("of", of.into())]),
            percent: words.percent(people, of),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn skills_are_found_under_their_first_letter() {
        let letters = [".net", "c++", "1c", "кафка", "++", "über", "python"].map(letter);
        assert_eq!(letters, ["n", "c", "0-9", "other", "other", "other", "p"]);
    }

    #[test]
    fn anchors_differ_where_skills_do_and_hold_nothing_but_letters() {
        let identities = ["c", "c++", "c#", "machine learning", "machine-learning", "кафка", "<script>", " "];
        let anchors = identities.map(anchor);
        assert_eq!((anchors[0].as_str(), anchors[3].as_str()), ("skill-c", "skill-machine-learning"));
        let distinct: BTreeSet<&String> = anchors.iter().collect();
        assert_eq!(distinct.len(), identities.len(), "{anchors:?}");
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        assert!(anchors.iter().all(|anchor| anchor.chars().all(plain)), "{anchors:?}");
    }
}
