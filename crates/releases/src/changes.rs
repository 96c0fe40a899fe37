//! What a release changes, for the page of changes and the feed.

use std::collections::{BTreeMap, HashMap, HashSet};

use career_model::clean::skill_identity;
use career_model::roadmap::{Backgrounds, ItemCount};
use career_model::{Level, Model, Roadmap};
use site::history::{Change, Permalinks, Replacement, RoadmapName, SkillChange, SkillChanges};

use crate::matching::{Fate, MatchedModel};

/// Releases whose changes are listed.
pub const MAX_LISTED_RELEASES: usize = 50;
/// Skills per roadmap and direction that are listed.
const MAX_SKILLS: usize = 3;
/// Smallest change of a share that is listed.
const MIN_DIFFERENCE: f64 = 0.05;
/// Smallest change in standard errors; a smaller one may be chance.
const MIN_STANDARD_ERRORS: f64 = 2.0;

/// The lists of a [`Change`](site::history::Change), named as there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ChangeLists {
    pub new: Vec<RoadmapName>,
    pub revived: Vec<RoadmapName>,
    pub retired: Vec<Replacement>,
    pub moved: Vec<SkillChanges>,
}

impl ChangeLists {
    /// Compares the new model with the live one. With `None`, no skills have moved.
    pub fn new(matched: &MatchedModel, live: Option<&Model>) -> ChangeLists {
        let mut lists = ChangeLists::default();
        let roadmaps = by_path(&matched.model);
        let old = live.map(by_path).unwrap_or_default();
        for (path, fate) in &matched.fates {
            let Some(named) = named(&matched.permalinks, path) else { continue };
            match fate {
                Fate::New => lists.new.push(named),
                Fate::Revived => lists.revived.push(named),
                Fate::Retired(by) => lists.retired.push(Replacement {
                    roadmap: named,
                    by: by.clone(),
                    by_name: name_of(&matched.permalinks, by),
                }),
                Fate::Kept => {
                    let (Some(after), Some(before)) = (roadmaps.get(path), old.get(path)) else { continue };
                    let [rose, fell] = moved(&before.has, &after.has);
                    if !(rose.is_empty() && fell.is_empty()) {
                        lists.moved.push(SkillChanges { roadmap: named, rose, fell });
                    }
                }
            }
        }
        lists
    }
}

/// Drops skills that no page of the model shows from the lists of earlier releases.
pub fn keep_shown_skills(changes: &mut [Change], model: &Model) {
    let roadmaps = model.roadmaps().map(|(_, roadmap)| &roadmap.has);
    let groups = Level::ALL.map(|level| &model.level(level).overview).into_iter().chain(roadmaps);
    let shown: HashSet<String> =
        groups.flat_map(|group| &group.skills).map(|skill| skill_identity(&skill.name)).collect();
    for change in changes {
        for roadmap in &mut change.moved {
            for list in [&mut roadmap.rose, &mut roadmap.fell] {
                list.retain(|moved| shown.contains(&skill_identity(&moved.skill)));
            }
        }
        change.moved.retain(|roadmap| !(roadmap.rose.is_empty() && roadmap.fell.is_empty()));
    }
}

fn by_path(model: &Model) -> BTreeMap<String, &Roadmap> {
    model.roadmaps().map(|(level, roadmap)| (roadmap.path(level), roadmap)).collect()
}

fn named(permalinks: &Permalinks, path: &str) -> Option<RoadmapName> {
    let link = permalinks.entries.get(path)?;
    Some(RoadmapName { path: path.to_owned(), level: link.level, name: link.name.clone() })
}

/// A roadmap's name; a level's overview has no permalink.
fn name_of(permalinks: &Permalinks, path: &str) -> String {
    permalinks
        .entries
        .get(path)
        .map_or_else(|| "all roadmaps of the level".to_owned(), |link| link.name.clone())
}

/// The skills whose share rose, and those whose share fell. A skill on only one of the two pages is left out:
/// on the other page it may have been below the minimum number of people.
fn moved(before: &Backgrounds, after: &Backgrounds) -> [Vec<SkillChange>; 2] {
    let old_skills: HashMap<String, &ItemCount> =
        before.skills.iter().map(|skill| (skill_identity(&skill.name), skill)).collect();
    let mut moves: Vec<(f64, SkillChange)> = Vec::new();
    for skill in &after.skills {
        let Some(old) = old_skills.get(&skill_identity(&skill.name)) else { continue };
        let [before_of, after_of] = [before.people, after.people].map(|people| people.max(1) as f64);
        let [had, have] = [old.people, skill.people].map(f64::from);
        let difference = have / after_of - had / before_of;
        let chance = MIN_STANDARD_ERRORS * standard_error(had, before_of, have, after_of);
        if difference.abs() >= MIN_DIFFERENCE.max(chance) {
            let counts = SkillChange {
                skill: skill.name.clone(),
                before: (old.people.into(), before.people),
                after: (skill.people.into(), after.people),
            };
            moves.push((difference, counts));
        }
    }
    moves.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.skill.cmp(&b.1.skill)));
    let rose = moves.iter().filter(|(difference, _)| *difference > 0.0).take(MAX_SKILLS);
    let fell = moves.iter().rev().filter(|(difference, _)| *difference < 0.0).take(MAX_SKILLS);
    [rose.map(|(_, skill)| skill.clone()).collect(), fell.map(|(_, skill)| skill.clone()).collect()]
}

/// Standard error of the difference of two shares under the null hypothesis (pooled two-proportion test). The
/// two groups share many people, which the test ignores, so it lists too little rather than too much.
fn standard_error(had: f64, before: f64, have: f64, after: f64) -> f64 {
    let pooled = (had + have) / (before + after);
    (pooled * (1.0 - pooled).max(0.0) * (1.0 / before + 1.0 / after)).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn group(people: u64, skills: &[(&str, u32)]) -> Backgrounds {
        let skills =
            skills.iter().map(|(name, people)| ItemCount { name: (*name).to_owned(), people: *people });
        Backgrounds { people, skills: skills.collect(), ..Backgrounds::default() }
    }

    #[test]
    fn changes_within_chance_are_not_listed() {
        let before = group(100, &[("Git", 50), ("Kafka", 10), ("Perl", 40), ("SQL", 50)]);
        let after = group(100, &[("Git", 54), ("kafka", 30), ("Perl", 20), ("SQL", 58), ("Rust", 50)]);
        let [rose, fell] = moved(&before, &after);
        let names =
            |skills: &[SkillChange]| skills.iter().map(|moved| moved.skill.clone()).collect::<Vec<_>>();
        assert_eq!((names(&rose), names(&fell)), (vec!["kafka".to_owned()], vec!["Perl".to_owned()]));
        assert_eq!((rose[0].before, rose[0].after), ((10, 100), (30, 100)));
        // The same shares in a small group.
        let [rose, fell] = moved(&group(20, &[("Kafka", 5)]), &group(20, &[("Kafka", 8)]));
        assert!(rose.is_empty() && fell.is_empty());
    }
}
