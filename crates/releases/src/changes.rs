//! What changed with a release, in words that a visitor understands.

use std::collections::{BTreeMap, HashMap};

use career_model::clean::skill_identity;
use career_model::roadmap::{Backgrounds, Counted};
use career_model::{Model, Roadmap};
use site::history::{Named, Permalinks, Replaced, SkillMoved, SkillsMoved};

use crate::matching::{Fate, Matched};

/// Releases whose changes are told.
pub const TOLD: usize = 50;
/// Skills that are told to have risen, and to have fallen, per roadmap.
const SKILLS: usize = 3;
/// A share that moved by less than this is not worth telling.
const LEAST: f64 = 0.05;
/// One that moved by fewer standard errors than this may be chance.
const STANDARD_ERRORS: f64 = 2.0;

/// The lists of a change; the caller knows the rest.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lists {
    /// As [`Change::new`].
    pub new: Vec<Named>,
    /// As [`Change::revived`].
    pub revived: Vec<Named>,
    /// As [`Change::retired`].
    pub retired: Vec<Replaced>,
    /// As [`Change::moved`].
    pub moved: Vec<SkillsMoved>,
}

impl Lists {
    /// What the new model changes; `before` is the live one, where it can be read.
    pub fn new(matched: &Matched, before: Option<&Model>) -> Lists {
        let mut lists = Lists::default();
        let roadmaps = by_path(&matched.model);
        let old = before.map(by_path).unwrap_or_default();
        for (path, fate) in &matched.fates {
            let Some(named) = named(&matched.permalinks, path) else { continue };
            match fate {
                Fate::New => lists.new.push(named),
                Fate::Revived => lists.revived.push(named),
                Fate::Retired(by) => lists.retired.push(Replaced {
                    roadmap: named,
                    by: by.clone(),
                    by_name: name_of(&matched.permalinks, by),
                }),
                Fate::Kept => {
                    let (Some(after), Some(before)) = (roadmaps.get(path), old.get(path)) else { continue };
                    let [rose, fell] = moved(&before.has, &after.has);
                    if !(rose.is_empty() && fell.is_empty()) {
                        lists.moved.push(SkillsMoved { roadmap: named, rose, fell });
                    }
                }
            }
        }
        lists
    }
}

fn by_path(model: &Model) -> BTreeMap<String, &Roadmap> {
    model.roadmaps().map(|(level, roadmap)| (roadmap.path(level), roadmap)).collect()
}

fn named(permalinks: &Permalinks, path: &str) -> Option<Named> {
    let link = permalinks.entries.get(path)?;
    Some(Named { path: path.to_owned(), level: link.level, name: link.name.clone() })
}

/// A roadmap's name; an overview has none of its own.
fn name_of(permalinks: &Permalinks, path: &str) -> String {
    permalinks
        .entries
        .get(path)
        .map_or_else(|| "all roadmaps of the level".to_owned(), |link| link.name.clone())
}

/// Skills on both pages' lists whose share rose, and fell. What is on one list only may have been below the least
/// number of people on the other, so nothing is said of it.
fn moved(before: &Backgrounds, after: &Backgrounds) -> [Vec<SkillMoved>; 2] {
    let old_skills: HashMap<String, &Counted> =
        before.skills.iter().map(|skill| (skill_identity(&skill.name), skill)).collect();
    let mut moves: Vec<(f64, SkillMoved)> = Vec::new();
    for skill in &after.skills {
        let Some(old) = old_skills.get(&skill_identity(&skill.name)) else { continue };
        let [before_of, after_of] = [before.people, after.people].map(|people| people.max(1) as f64);
        let [had, have] = [old.people, skill.people].map(f64::from);
        let difference = have / after_of - had / before_of;
        if difference.abs() >= LEAST.max(STANDARD_ERRORS * standard_error(had, before_of, have, after_of)) {
            let counts = SkillMoved {
                skill: skill.name.clone(),
                before: (old.people.into(), before.people),
                after: (skill.people.into(), after.people),
            };
            moves.push((difference, counts));
        }
    }
    moves.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.skill.cmp(&b.1.skill)));
    let rose = moves.iter().filter(|(difference, _)| *difference > 0.0).take(SKILLS);
    let fell = moves.iter().rev().filter(|(difference, _)| *difference < 0.0).take(SKILLS);
    [rose.map(|(_, skill)| skill.clone()).collect(), fell.map(|(_, skill)| skill.clone()).collect()]
}

/// Of the difference of two shares, when there is none (the pooled two-proportion test). Many people are in both releases,
/// so this errs on the side of telling less.
fn standard_error(had: f64, before: f64, have: f64, after: f64) -> f64 {
    let pooled = (had + have) / (before + after);
    (pooled * (1.0 - pooled).max(0.0) * (1.0 / before + 1.0 / after)).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn group(people: u64, skills: &[(&str, u32)]) -> Backgrounds {
        let skills =
            skills.iter().map(|(name, people)| Counted { name: (*name).to_owned(), people: *people });
        Backgrounds { people, skills: skills.collect(), ..Backgrounds::default() }
    }

    #[test]
    fn what_chance_explains_is_not_told() {
        let before = group(100, &[("Git", 50), ("Kafka", 10), ("Perl", 40), ("SQL", 50)]);
        let after = group(100, &[("Git", 54), ("kafka", 30), ("Perl", 20), ("SQL", 58), ("Rust", 50)]);
        let [rose, fell] = moved(&before, &after);
        let names =
            |skills: &[SkillMoved]| skills.iter().map(|moved| moved.skill.clone()).collect::<Vec<_>>();
        assert_eq!((names(&rose), names(&fell)), (vec!["kafka".to_owned()], vec!["Perl".to_owned()]));
        assert_eq!((rose[0].before, rose[0].after), ((10, 100), (30, 100)));
        // The same shares of few people.
        let [rose, fell] = moved(&group(20, &[("Kafka", 5)]), &group(20, &[("Kafka", 8)]));
        assert!(rose.is_empty() && fell.is_empty());
    }
}
