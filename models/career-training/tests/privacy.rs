//! Attempts to find in a model items that only a few people have, or the identity of somebody.

mod made_up;

use std::collections::{BTreeMap, HashMap};

use career_model::clean::skill_fingerprint;
use career_model::roadmap::{Backgrounds, MIN_PEOPLE_PER_ITEM, MIN_PEOPLE_PER_PAGE};
use career_model::{Level, Model, Profile, encode};
use career_training::ClusterCount;

use made_up::{ALL, fitted, people};

const FEW: u32 = MIN_PEOPLE_PER_ITEM - 1;

/// People of whom four share items that nobody else has, and eight share a skill, four of them at each level.
fn with_rare_things() -> Vec<Profile> {
    let mut profiles = people(500, 8);
    let juniors: Vec<usize> = at(&profiles, Level::Junior);
    let seniors: Vec<usize> = at(&profiles, Level::Senior);
    for &person in &juniors[..FEW as usize] {
        let profile = &mut profiles[person];
        profile.skills.push("Quizzlewick Taming".to_owned());
        profile.courses.push("Quizzlewick Care".to_owned());
        profile.certifications.push("Certified Quizzlewick Keeper".to_owned());
        profile.degree_fields.push("Quizzlewick Studies".to_owned());
        profile.position = Some("Quizzlewick Engineer".to_owned());
    }
    // The eight spellings of one skill still belong to these people only.
    for (n, &person) in juniors[10..].iter().take(4).chain(seniors.iter().take(4)).enumerate() {
        profiles[person].skills.push(if n % 2 == 0 { "Zorbing".to_owned() } else { "zorbing".to_owned() });
    }
    profiles
}

fn at(profiles: &[Profile], level: Level) -> Vec<usize> {
    let of = |person: &usize| profiles[*person].experience_months.map(Level::from_months) == Some(level);
    (0..profiles.len()).filter(of).collect()
}

/// Every list that the model shows, with the path of its page.
fn lists(model: &Model) -> Vec<(String, &Backgrounds)> {
    let overviews = Level::ALL.into_iter().map(|level| (level.path(), &model.level(level).overview));
    overviews.chain(model.roadmaps().map(|(level, page)| (page.path(level), &page.has))).collect()
}

#[test]
fn what_four_people_share_is_nowhere() {
    let profiles = with_rare_things();
    for features in ALL {
        let bytes = encode(&fitted(&profiles, features, ClusterCount::Auto)).expect("small");
        let text = String::from_utf8_lossy(&bytes).to_lowercase();
        assert!(!text.contains("quizzlewick"), "{features:?}");
    }
}

#[test]
fn what_four_people_of_a_level_share_is_on_none_of_its_pages() {
    let profiles = with_rare_things();
    for features in ALL {
        let model = fitted(&profiles, features, ClusterCount::Auto);
        for (path, has) in lists(&model) {
            assert!(!has.skills.iter().any(|skill| skill.name.eq_ignore_ascii_case("zorbing")), "{path}");
        }
    }
}

#[test]
fn every_count_is_of_people_who_are_there_and_of_enough_of_them() {
    let profiles = with_rare_things();
    for features in ALL {
        let model = fitted(&profiles, features, ClusterCount::Fixed(12));
        let mut holders: BTreeMap<String, HashMap<u64, u32>> = BTreeMap::new();
        let mut served: BTreeMap<String, u64> = BTreeMap::new();
        for profile in profiles.iter().filter(|profile| profile.experience_months.is_some()) {
            let answer = model.classify(profile);
            let paths = [answer.path(), answer.level.path()];
            let mut prints: Vec<u64> = profile.skills.iter().map(|skill| skill_fingerprint(skill)).collect();
            prints.sort_unstable();
            prints.dedup();
            for path in paths.iter().take(if paths[0] == paths[1] { 1 } else { 2 }) {
                *served.entry(path.clone()).or_default() += 1;
                for print in &prints {
                    *holders.entry(path.clone()).or_default().entry(*print).or_default() += 1;
                }
            }
        }
        for (path, has) in lists(&model) {
            assert_eq!(served.get(&path).copied().unwrap_or(0), has.people, "{features:?} {path}");
            assert!(has.people >= MIN_PEOPLE_PER_PAGE || has.skills.is_empty(), "{features:?} {path}");
            assert!(has.people >= MIN_PEOPLE_PER_PAGE || has.positions.is_empty(), "{features:?} {path}");
            assert_eq!(has.people >= MIN_PEOPLE_PER_PAGE, !has.experience.is_empty(), "{features:?} {path}");
            for skill in &has.skills {
                let there = holders[&path].get(&skill_fingerprint(&skill.name)).copied().unwrap_or(0);
                assert!(skill.people >= MIN_PEOPLE_PER_ITEM, "{path}: {}", skill.name);
                assert!(there >= skill.people, "{path}: {} has {there}, shown {}", skill.name, skill.people);
            }
        }
    }
}

/// Four people of a level with one title, eight of all levels; titles also contain employers.
#[test]
fn a_title_of_four_people_of_a_group_is_on_none_of_its_pages_and_no_employer_is() {
    let mut profiles = with_rare_things();
    let (juniors, seniors) = (at(&profiles, Level::Junior), at(&profiles, Level::Senior));
    let few = FEW as usize;
    for &person in juniors[30..30 + few].iter().chain(&seniors[30..30 + few]) {
        profiles[person].position = Some("Zorbing Instructor".to_owned());
    }
    for &person in &juniors[40..60] {
        profiles[person].position = Some("Tester @ Zorbcorp".to_owned());
    }
    for &person in &juniors[60..80] {
        profiles[person].position = Some("Quizzlewick Zorbsen".to_owned());
    }
    for features in ALL {
        let model = fitted(&profiles, features, ClusterCount::Auto);
        let shown: Vec<&str> = lists(&model)
            .into_iter()
            .flat_map(|(_, has)| has.positions.iter().map(|position| position.name.as_str()))
            .collect();
        assert!(shown.contains(&"Tester"), "{features:?}: {shown:?}");
        let hidden = ["zorbing", "zorbcorp", "zorbsen", "quizzlewick", "uniquename", "employer"];
        for name in shown {
            assert!(!hidden.iter().any(|part| name.to_lowercase().contains(part)), "{features:?}: {name}");
        }
    }
}

/// Even a request that ranks everything only gets names of items that at least five people have.
#[test]
fn the_ranking_gives_away_nothing_rare() {
    let profiles = with_rare_things();
    for features in ALL {
        let model = fitted(&profiles, features, ClusterCount::Auto);
        let mut holders: HashMap<u64, u32> = HashMap::new();
        for profile in profiles.iter().filter(|profile| profile.experience_months.is_some()) {
            let mut prints: Vec<u64> = profile.skills.iter().map(|skill| skill_fingerprint(skill)).collect();
            prints.sort_unstable();
            prints.dedup();
            prints.into_iter().for_each(|print| *holders.entry(print).or_default() += 1);
        }
        for profile in profiles.iter().take(60) {
            let asked = Profile { position: profile.position.clone(), ..profile.clone() };
            let found = model.classify(&asked);
            for item in model.recommend(&found, &asked).skills {
                assert!(item.people >= MIN_PEOPLE_PER_ITEM);
                assert!(holders[&skill_fingerprint(&item.name)] >= MIN_PEOPLE_PER_ITEM, "{}", item.name);
            }
        }
    }
}
