//! The published figures of one group: a roadmap, or the overview of a level.

use std::collections::{HashMap, HashSet};

use career_model::clean::skill_fingerprint;
use career_model::fingerprint::fingerprint;
use career_model::roadmap::{
    Backgrounds, ItemCount, LISTED_FROM, MAX_ITEMS, MIN_PEOPLE_PER_ITEM, MIN_PEOPLE_PER_PAGE, TopicSkills,
};

use crate::rounding::{APPEARS_AT, MONTHS_STEP, most_off, remembered, round, round_to};

/// The counts of a list by identity.
type Counts = HashMap<u64, u32>;

/// The figures of a group to publish; `before` are those that are published already.
pub(crate) fn published(exact: &Backgrounds, before: Option<&Backgrounds>) -> Backgrounds {
    // A group that was too small for figures is published for the first time.
    let before = before.filter(|before| before.people >= MIN_PEOPLE_PER_PAGE);
    let people = remembered(exact.people, exact.people, before.map(|before| before.people));
    // A group of the minimum size stays one.
    let people = if exact.people >= MIN_PEOPLE_PER_PAGE { people.max(MIN_PEOPLE_PER_PAGE) } else { people };
    let list = |of: fn(&Backgrounds) -> &Vec<ItemCount>| {
        let known = before.map(|before| counts(of(before), name_identity));
        items(of(exact), exact.people, people, known.as_ref(), name_identity)
    };
    let known = before.map(|before| counts(&before.skills, skill_identity));
    let in_topics: HashSet<usize> =
        exact.skill_topics.iter().flat_map(|topic| &topic.skills).map(|&skill| skill as usize).collect();
    let mut n_shown = 0;
    let shown: Vec<Option<ItemCount>> = exact
        .skills
        .iter()
        .enumerate()
        .map(|(at, skill)| {
            let shown = item(skill, exact.people, people, known.as_ref(), skill_identity)?;
            n_shown += 1;
            (n_shown <= MAX_ITEMS || in_topics.contains(&at)).then_some(shown)
        })
        .collect();
    let mut position = 0;
    let new_position: Vec<Option<u32>> = shown
        .iter()
        .map(|skill| {
            skill.is_some().then(|| {
                position += 1;
                position - 1
            })
        })
        .collect();
    let skills: Vec<ItemCount> = shown.into_iter().flatten().collect();
    let topics_before: Counts = before
        .iter()
        .flat_map(|before| &before.skill_topics)
        .map(|topic| (name_identity(&topic.name), topic.people))
        .collect();
    let skill_topics = exact
        .skill_topics
        .iter()
        .filter_map(|topic| {
            let own: Vec<u32> =
                topic.skills.iter().filter_map(|&skill| new_position[skill as usize]).collect();
            let counted = ItemCount { name: topic.name.clone(), people: topic.people };
            let known = before.map(|_| &topics_before);
            let shown = item(&counted, exact.people, people, known, name_identity)?;
            // A topic has at least the people of each of its skills.
            let most = own.iter().map(|&skill| skills[skill as usize].people).max()?;
            Some(TopicSkills { name: shown.name, people: shown.people.max(most), skills: own })
        })
        .collect();
    Backgrounds {
        people,
        degree_topics: list(|has| &has.degree_topics),
        skill_topics,
        skill_fingerprints: skills.iter().map(|skill| skill_fingerprint(&skill.name)).collect(),
        skills,
        courses: list(|has| &has.courses),
        certifications: list(|has| &has.certifications),
        positions: list(|has| &has.positions),
        experience: experience(&exact.experience, before.map(|before| before.experience.as_slice())),
    }
}

/// The published figures of a group whose people hardly changed: unchanged, but without items that fewer
/// than the minimum of people have now, and with new counts where they are far from the true ones.
pub(crate) fn kept(exact: &Backgrounds, before: &Backgrounds) -> Backgrounds {
    let list = |of: fn(&Backgrounds) -> &Vec<ItemCount>| {
        let now = counts(of(exact), name_identity);
        let kept = |item: &ItemCount| kept_item(item, now.get(&name_identity(&item.name)), exact.people);
        of(before).iter().filter_map(kept).collect()
    };
    let now = counts(&exact.skills, skill_identity);
    let mut new_position = Vec::with_capacity(before.skills.len());
    let mut skills: Vec<ItemCount> = Vec::new();
    for skill in &before.skills {
        let kept = kept_item(skill, now.get(&skill_identity(&skill.name)), exact.people);
        new_position.push(kept.as_ref().map(|_| skills.len() as u32));
        skills.extend(kept);
    }
    let mut skill_topics = before.skill_topics.clone();
    for topic in &mut skill_topics {
        topic.skills = topic.skills.iter().filter_map(|&skill| new_position[skill as usize]).collect();
    }
    skill_topics.retain(|topic| !topic.skills.is_empty());
    Backgrounds {
        people: before.people,
        degree_topics: list(|has| &has.degree_topics),
        skill_topics,
        skill_fingerprints: skills.iter().map(|skill| skill_fingerprint(&skill.name)).collect(),
        skills,
        courses: list(|has| &has.courses),
        certifications: list(|has| &has.certifications),
        positions: list(|has| &has.positions),
        experience: before.experience.clone(),
    }
}

/// The identity of a skill, the same for all its spellings.
pub(crate) fn skill_identity(name: &str) -> u64 {
    skill_fingerprint(name)
}

/// The identity of any other item.
pub(crate) fn name_identity(name: &str) -> u64 {
    fingerprint(&name.to_lowercase())
}

/// The counts of a list; of items with one identity the first counts, as on pages.
pub(crate) fn counts(list: &[ItemCount], identity: fn(&str) -> u64) -> Counts {
    let mut counts = Counts::new();
    for item in list {
        counts.entry(identity(&item.name)).or_insert(item.people);
    }
    counts
}

/// A published item of a group that keeps its figures; `now` is its exact count, which is known unless it is
/// below the minimum.
fn kept_item(item: &ItemCount, now: Option<&u32>, of: u64) -> Option<ItemCount> {
    let &now = now?;
    let is_near = u64::from(item.people.abs_diff(now)) <= most_off(of);
    let people = if is_near { item.people } else { u32::try_from(round(now.into(), of)).unwrap_or(now) };
    (now >= MIN_PEOPLE_PER_ITEM).then(|| ItemCount { name: item.name.clone(), people })
}

fn items(
    list: &[ItemCount],
    of: u64,
    shown_of: u64,
    before: Option<&Counts>,
    identity: fn(&str) -> u64,
) -> Vec<ItemCount> {
    list.iter().filter_map(|own| item(own, of, shown_of, before, identity)).take(MAX_ITEMS).collect()
}

/// An item to publish; `None` if too few people have it.
fn item(
    item: &ItemCount,
    of: u64,
    shown_of: u64,
    before: Option<&Counts>,
    identity: fn(&str) -> u64,
) -> Option<ItemCount> {
    let known = before.map(|counts| counts.get(&identity(&item.name)).copied());
    let least = match known {
        None => APPEARS_AT,
        Some(None) => LISTED_FROM,
        Some(Some(_)) => MIN_PEOPLE_PER_ITEM,
    };
    let shown = remembered(item.people.into(), of, known.flatten().map(u64::from));
    let shown = u32::try_from(shown.min(shown_of)).unwrap_or(u32::MAX);
    (item.people >= least)
        .then(|| ItemCount { name: item.name.clone(), people: shown.max(MIN_PEOPLE_PER_ITEM) })
}

/// Quartiles in steps of [`MONTHS_STEP`]; a quartile stays within one step.
fn experience(exact: &[u32], before: Option<&[u32]>) -> Vec<u32> {
    let before = before.filter(|before| before.len() == exact.len());
    let quartile = |(at, &months): (usize, &u32)| match before {
        Some(before) if before[at].abs_diff(months) <= MONTHS_STEP => before[at],
        _ => u32::try_from(round_to(months.into(), MONTHS_STEP.into())).unwrap_or(u32::MAX),
    };
    let mut quartiles: Vec<u32> = exact.iter().enumerate().map(quartile).collect();
    quartiles.sort_unstable();
    quartiles
}
