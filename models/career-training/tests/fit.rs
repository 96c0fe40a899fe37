//! The whole fit on made-up people: determinism, parity with serving, privacy.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use career_model::clean::{job_title, job_title_label, skill_fingerprint};
use career_model::roadmap::{MIN_PEOPLE_PER_ITEM, MIN_PEOPLE_PER_PAGE};
use career_model::{Level, Model, Profile, encode};
use career_training::MIN_PEOPLE_TO_FIT;
use career_training::{ClusterCount, Features};
use proptest::prelude::*;

mod made_up;

use made_up::{ALL, fitted, people};

#[test]
fn bytes_do_not_depend_on_threads_or_on_the_order_of_people() {
    for features in ALL {
        let mut profiles = people(400, 1);
        let bytes = |profiles: &[Profile], threads: usize| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("a pool");
            pool.install(|| encode(&fitted(profiles, features, ClusterCount::Auto)).expect("small"))
        };
        let once = bytes(&profiles, 1);
        assert!(once == bytes(&profiles, 4), "{features:?}: threads");
        profiles.reverse();
        assert!(once == bytes(&profiles, 2), "{features:?}: order");
        profiles[0].skills.push("Juggling".to_owned());
        profiles[1].skills.push("Juggling".to_owned());
        assert!(once != bytes(&profiles, 2), "{features:?}: the data do matter");
    }
}

/// The number of people whom serving assigns to each path.
fn served(model: &Model, profiles: &[Profile]) -> BTreeMap<String, u64> {
    let mut paths = BTreeMap::new();
    for profile in profiles.iter().filter(|profile| profile.experience_months.is_some()) {
        *paths.entry(model.classify(profile).path()).or_default() += 1;
    }
    paths
}

#[test]
fn every_page_counts_the_people_whom_serving_assigns_to_it() {
    let profiles = people(500, 2);
    let counts = [ClusterCount::Auto, ClusterCount::Fixed(4)];
    for (features, clusters) in ALL.into_iter().flat_map(|features| counts.map(|count| (features, count))) {
        let model = fitted(&profiles, features, clusters);
        let served = served(&model, &profiles);
        assert!(model.roadmaps().count() >= 2, "{features:?} {clusters:?}");
        for (level, roadmap) in model.roadmaps() {
            assert_eq!(served.get(&roadmap.path(level)), Some(&roadmap.has.people), "{}", roadmap.name);
        }
        for (metrics, level) in model.metadata().levels.iter().zip(Level::ALL) {
            assert_eq!(
                served.get(&level.path()).copied().unwrap_or(0),
                metrics.without_background,
                "{level}"
            );
            assert!(metrics.people < MIN_PEOPLE_TO_FIT || metrics.without_background > 0, "{level}");
            let people =
                profiles.iter().filter(|p| p.experience_months.map(Level::from_months) == Some(level));
            assert_eq!(metrics.people, people.count() as u64, "{level}");
            assert!(metrics.rows <= metrics.people);
        }
    }
}

#[test]
fn the_model_holds_nothing_that_only_a_few_people_have() {
    let profiles = people(500, 3);
    for features in ALL {
        let bytes = encode(&fitted(&profiles, features, ClusterCount::Auto)).expect("small");
        let text = String::from_utf8_lossy(&bytes).to_lowercase();
        assert!(!text.contains("uniquename"), "a title that one person has");
        assert!(!text.contains("employer") && !text.contains("profiles.example"));
        assert!(text.contains("machine learning"), "what many have is there");
    }
}

#[test]
fn pages_and_items_have_enough_people_and_names_are_unique() {
    let profiles = people(500, 4);
    for features in ALL {
        let model = fitted(&profiles, features, ClusterCount::Fixed(30));
        for level in Level::ALL {
            let mut names = HashSet::new();
            for roadmap in &model.level(level).roadmaps {
                let has = &roadmap.has;
                assert!(has.people >= MIN_PEOPLE_PER_PAGE);
                assert!(names.insert(roadmap.name.to_lowercase()), "{}", roadmap.name);
                let topics = has.skill_topics.iter().map(|topic| topic.people);
                let prints: Vec<u64> =
                    has.skills.iter().map(|skill| skill_fingerprint(&skill.name)).collect();
                assert_eq!(has.skill_fingerprints, prints);
                let items =
                    [&has.skills, &has.courses, &has.certifications, &has.degree_topics, &has.positions];
                let counts = items.into_iter().flatten().map(|item| item.people).chain(topics);
                for people in counts {
                    assert!(people >= MIN_PEOPLE_PER_ITEM && u64::from(people) <= has.people);
                }
            }
        }
        let topics = &model.skill_topics().names;
        assert_eq!(topics.iter().collect::<HashSet<_>>().len(), topics.len());
    }
}

/// Titles and months of the people whom serving assigns to a page, counted here.
#[test]
fn positions_and_experience_are_those_of_the_people_whom_serving_assigns_to_a_page() {
    let profiles = people(500, 9);
    for features in ALL {
        let model = fitted(&profiles, features, ClusterCount::Fixed(4));
        let mut titles: BTreeMap<String, BTreeMap<String, u32>> = BTreeMap::new();
        let mut months: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        for (profile, own) in profiles.iter().filter_map(|p| Some((p, p.experience_months?))) {
            let answer = model.classify(profile);
            for path in BTreeSet::from([answer.path(), answer.level.path()]) {
                months.entry(path.clone()).or_default().push(own);
                if let Some(title) = profile.position.as_deref().and_then(job_title) {
                    *titles.entry(path).or_default().entry(job_title_label(&title)).or_default() += 1;
                }
            }
        }
        let overviews = Level::ALL.map(|level| (level.path(), &model.level(level).overview));
        let pages = model.roadmaps().map(|(level, page)| (page.path(level), &page.has));
        let mut shown = 0;
        for (path, has) in overviews.into_iter().chain(pages) {
            let own = titles.remove(&path).unwrap_or_default();
            let enough = |people: &u32| *people >= MIN_PEOPLE_PER_ITEM && has.people >= MIN_PEOPLE_PER_PAGE;
            let mut expected: Vec<u32> = own.values().copied().filter(enough).collect();
            expected.sort_unstable_by(|a, b| b.cmp(a));
            // The order of a list follows the rounded counts.
            let mut counts: Vec<u32> = has.positions.iter().map(|position| position.people).collect();
            counts.sort_unstable_by(|a, b| b.cmp(a));
            assert_eq!(counts, expected, "{features:?} {path}");
            for position in &has.positions {
                assert_eq!(own.get(&job_title_label(&position.name)), Some(&position.people), "{path}");
            }
            let mut months = months.remove(&path).unwrap_or_default();
            months.sort_unstable();
            let too_few = has.people < MIN_PEOPLE_PER_PAGE;
            let [lower, median, upper] = match has.experience.as_slice() {
                [] if too_few => continue,
                quartiles => <[u32; 3]>::try_from(quartiles).expect("three"),
            };
            let at_most = |months_: u32| months.iter().filter(|own| **own <= months_).count() as f64;
            let n = months.len() as f64;
            assert!(!too_few && lower <= median && median <= upper, "{path}");
            assert!(at_most(lower) >= n / 4.0 - 1.0 && at_most(median) >= n / 2.0 - 1.0, "{path}");
            assert!(at_most(upper) >= 0.75 * n - 1.0 && months.contains(&upper), "{path}");
            shown += has.positions.len();
        }
        assert!(shown > 0, "{features:?}: somebody has a title");
    }
}

#[test]
fn a_level_with_too_few_people_says_so_and_keeps_its_overview() {
    let mut profiles = people(300, 5);
    for profile in profiles.iter_mut().filter(|p| p.experience_months.is_some()).take(25) {
        profile.experience_months = Some(400);
    }
    let model = fitted(&profiles, Features::Reference, ClusterCount::Auto);
    let expert = &model.metadata().level(Level::Expert).expect("metrics of every level");
    assert_eq!((expert.people, expert.n_clusters), (25, 0));
    assert!(
        expert.note.as_ref().is_some_and(|note| note.starts_with("25 of the 60 people")),
        "{:?}",
        expert.note
    );
    let fitted = model.level(Level::Expert);
    assert!(fitted.clusters.is_none() && fitted.roadmaps.is_empty());
    assert_eq!(fitted.overview.people, 25);
    let answer =
        model.classify(profiles.iter().find(|p| p.experience_months == Some(400)).expect("there are 25"));
    assert_eq!(answer.path(), "/roadmaps/expert/");
}

#[test]
fn a_topic_by_co_occurrence() {
    // "PyTorch" shares no word with other skills, but the people who have it have machine learning as well.
    let profiles = people(500, 6);
    let mut profiles: Vec<Profile> = profiles;
    for profile in &mut profiles {
        profile.skills.retain(|skill| !["PyTorch", "Machine Learning"].contains(&skill.as_str()));
    }
    for profile in profiles.iter_mut().step_by(5) {
        profile.skills.extend(["PyTorch".to_owned(), "Machine Learning".to_owned()]);
    }
    let topics = fitted(&profiles, Features::Reference, ClusterCount::Fixed(3));
    let topics = topics.skill_topics();
    let topic = |label: &str| topics.assign(label).map(|found| found.topic());
    assert_eq!(topic("pytorch"), topic("machine learning"));
    assert!(topic("pytorch").is_some());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_people_make_a_model(n in 0..90_usize, state in any::<u64>(), hostile in "\\PC{0,60}") {
        let mut profiles = people(n, state);
        for profile in &mut profiles {
            profile.degree_fields.push(hostile.clone());
            profile.skills.push(hostile.clone());
            profile.courses.push(hostile.clone());
        }
        for features in ALL {
            let model = fitted(&profiles, features, ClusterCount::Auto);
            let bytes = encode(&model).expect("small");
            prop_assert_eq!(career_model::decode(&bytes).expect("it was checked"), model);
        }
    }
}
