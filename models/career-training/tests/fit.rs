//! The whole fit on people made up here: determinism, parity with serving, privacy.

use std::collections::{BTreeMap, HashSet};

use career_model::clean::skill_fingerprint;
use career_model::metadata::Metadata;
use career_model::roadmap::{MIN_PEOPLE_PER_ITEM, MIN_PEOPLE_PER_PAGE};
use career_model::{Level, Model, Profile, encode};
use career_training::fit::MIN_PEOPLE_TO_FIT;
use career_training::{
    ClusterCount, Features, FitParams, Observer, PeopleBuilder, Search, Stage, TopicGuides, fit,
};
use proptest::prelude::*;

struct Silent;

impl Observer for Silent {
    fn begin(&self, _: Stage, _: u64) {}
    fn end(&self, _: Stage) {}
}

const BOTH: [Features; 2] = [Features::Seed, Features::Full(Search::Quick)];

/// Makes a model of these people.
fn fitted(profiles: &[Profile], features: Features, clusters: ClusterCount) -> Model {
    let mut builder = PeopleBuilder::default();
    for profile in profiles {
        builder.push(profile);
    }
    let params = FitParams { features, ..FitParams::seed_method(clusters, 5) };
    fit(&builder.finish(), &params, TopicGuides::default(), Metadata::default(), &Silent).expect("consistent")
}

/// A step of a linear congruential generator: enough to mix people up.
fn step(state: &mut u64, n: usize) -> usize {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*state >> 33) as usize % n
}

const FIELDS: [&str; 8] = [
    "Computer Science",
    "Computer science & Engineering",
    "Graphic Design",
    "Design Theory",
    "Applied Mathematics",
    "Mathematics 3.9/4.0",
    "Электротехника",
    "Basket weaving",
];
const COURSES: [&str; 4] = ["Operating Systems", "The Art of Drawing", "Linear Algebra II", "Compilers"];
const CERTIFICATIONS: [&str; 3] = ["Cloud Practitioner", "Scrum Master", "Compilers"];
const SKILLS: [&str; 8] = [
    "Rust",
    "Rust (Programming Language)",
    "Figma",
    "Drawing",
    "PyTorch",
    "Machine Learning",
    "machine vision",
    "Sales",
];

const POSITIONS: [&str; 4] =
    ["Senior Backend Engineer", "Designer at Employer", "Data Scientist", "Engineer"];

/// People of a few kinds; three in ten have something that nobody else has, one in ten has no background.
fn people(n: usize, mut state: u64) -> Vec<Profile> {
    let pick = |from: &[&str], most: usize, state: &mut u64| -> Vec<String> {
        (0..step(state, most + 1)).map(|_| from[step(state, from.len())].to_owned()).collect()
    };
    (0..n)
        .map(|i| {
            let kind = step(&mut state, 4);
            let mut profile = Profile {
                id: i.to_string(),
                url: Some(format!("https://profiles.example/person{i}")),
                company: Some(format!("Employer{i}")),
                experience_months: (step(&mut state, 20) > 0)
                    .then_some([30, 80, 140, 240][step(&mut state, 4)]),
                degree_fields: pick(&FIELDS[kind * 2..kind * 2 + 2], 2, &mut state),
                courses: pick(&COURSES, 2, &mut state),
                certifications: pick(&CERTIFICATIONS, 1, &mut state),
                skills: pick(&SKILLS, 6, &mut state),
                position: (step(&mut state, 4) > 0).then(|| POSITIONS[kind].to_owned()),
            };
            match i % 10 {
                0..3 => {
                    profile.certifications.push(format!("Certificate of uniquename{i}"));
                    profile.skills.push(format!("Skill of uniquename{i}"));
                    profile.degree_fields.push(format!("Field uniquename{i}"));
                    profile.position = Some(format!("Uniquename{i} Engineer"));
                }
                3 => {
                    profile.degree_fields.clear();
                    profile.courses.clear();
                    profile.certifications.clear();
                    profile.skills.clear();
                    profile.position = None;
                }
                _ => {}
            }
            profile
        })
        .collect()
}

#[test]
fn bytes_do_not_depend_on_threads_or_on_the_order_of_people() {
    for features in BOTH {
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

/// The number of people whom serving sends to each path.
fn served(model: &Model, profiles: &[Profile]) -> BTreeMap<String, u64> {
    let mut paths = BTreeMap::new();
    for profile in profiles.iter().filter(|profile| profile.experience_months.is_some()) {
        *paths.entry(model.classify(profile).path()).or_default() += 1;
    }
    paths
}

#[test]
fn every_page_counts_the_people_whom_serving_sends_there() {
    let profiles = people(500, 2);
    let counts = [ClusterCount::Auto, ClusterCount::Fixed(4)];
    for (features, clusters) in BOTH.into_iter().flat_map(|features| counts.map(|count| (features, count))) {
        let model = fitted(&profiles, features, clusters);
        let served = served(&model, &profiles);
        assert!(model.roadmaps().count() >= 4);
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
    for features in BOTH {
        let bytes = encode(&fitted(&profiles, features, ClusterCount::Auto)).expect("small");
        let text = String::from_utf8_lossy(&bytes).to_lowercase();
        assert!(!text.contains("uniquename"), "a title that one person has");
        assert!(!text.contains("employer") && !text.contains("profiles.example") && !text.contains("person"));
        assert!(text.contains("machine learning"), "what many have is there");
    }
}

#[test]
fn pages_and_items_have_enough_people_and_names_are_unique() {
    let profiles = people(500, 4);
    for features in BOTH {
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
                let items = [&has.skills, &has.courses, &has.certifications, &has.degree_topics];
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

#[test]
fn a_level_with_too_few_people_says_so_and_keeps_its_overview() {
    let mut profiles = people(300, 5);
    for profile in profiles.iter_mut().filter(|p| p.experience_months.is_some()).take(25) {
        profile.experience_months = Some(400);
    }
    let model = fitted(&profiles, Features::Seed, ClusterCount::Auto);
    let expert = &model.metadata().levels[Level::Expert.index()];
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
fn a_topic_by_company() {
    // "PyTorch" shares no word with anything; the people who have it have machine learning too.
    let profiles = people(500, 6);
    let mut profiles: Vec<Profile> = profiles;
    for profile in &mut profiles {
        profile.skills.retain(|skill| !["PyTorch", "Machine Learning"].contains(&skill.as_str()));
    }
    for profile in profiles.iter_mut().step_by(5) {
        profile.skills.extend(["PyTorch".to_owned(), "Machine Learning".to_owned()]);
    }
    let topics = fitted(&profiles, Features::Seed, ClusterCount::Fixed(3));
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
        for features in BOTH {
            let model = fitted(&profiles, features, ClusterCount::Auto);
            let bytes = encode(&model).expect("small");
            prop_assert_eq!(career_model::decode(&bytes).expect("it was checked"), model);
        }
    }
}
