//! The model recognises only what enough people have: not a word, a title or a topic of fewer than five.

mod made_up;

use std::collections::{BTreeMap, BTreeSet, HashSet};

use career_model::clean::{self, Cleaning, skill_identity};
use career_model::features::NO_COLUMN;
use career_model::fingerprint::{FingerprintIndex, fingerprint};
use career_model::interests::InterestColumns;
use career_model::label_topics::LabelTopics;
use career_model::model::{Clusters, LevelModel, ModelParts};
use career_model::roadmap::MIN_PEOPLE_PER_ITEM;
use career_model::tfidf::words;
use career_model::{ItemKind, Level, Model, Profile, decode, encode};
use career_training::topics::keep_names::previous_topics;
use career_training::topics::label_topics::{LabelTable, LabelTopicsParams, fit_label_topics};
use career_training::{ClusterCount, PeopleBuilder, TopicGuide, TopicKind, TopicTruth};
use proptest::prelude::*;

use made_up::{ALL, fitted, people};

/// Text → the people who have it.
#[derive(Default)]
struct Holders(BTreeMap<String, BTreeSet<usize>>);

impl Holders {
    fn add(&mut self, person: usize, texts: impl IntoIterator<Item = String>) {
        for text in texts {
            self.0.entry(text).or_default().insert(person);
        }
    }

    /// The texts that enough people have.
    fn shared(&self) -> impl Iterator<Item = &str> {
        let enough = |people: &BTreeSet<usize>| people.len() >= MIN_PEOPLE_PER_ITEM as usize;
        self.0.iter().filter(move |(_, people)| enough(people)).map(|(text, _)| text.as_str())
    }

    /// The texts that somebody has, but too few people.
    fn rare(&self) -> HashSet<&str> {
        let shared: HashSet<&str> = self.shared().collect();
        self.0.keys().map(String::as_str).filter(|text| !shared.contains(text)).collect()
    }

    #[track_caller]
    fn hold(&self, index: &FingerprintIndex, what: &str) {
        let allowed: HashSet<u64> = self.shared().map(fingerprint).collect();
        for (found, _) in index.iter() {
            let text = self.0.iter().find(|(text, _)| fingerprint(text) == found);
            assert!(allowed.contains(&found), "{what}: {text:?}");
        }
    }
}

/// Everything that people with months of experience have, by the cleaned text that a model may recognise.
#[derive(Default)]
struct Everything {
    skills: Holders,
    identities: Holders,
    skill_words: Holders,
    spellings: Holders,
    degree_fields: Holders,
    degree_words: Holders,
    courses: Holders,
    certifications: Holders,
    position_words: Holders,
    /// Courses and certificates of each level.
    titles: [Holders; 3],
}

impl Everything {
    fn of(profiles: &[Profile]) -> Everything {
        let mut all = Everything::default();
        for (person, profile) in profiles.iter().enumerate() {
            let Some(months) = profile.experience_months else { continue };
            for raw in &profile.skills {
                all.identities.add(person, [skill_identity(raw)]);
                if let Ok(label) = Cleaning::Canonical.skill(raw) {
                    all.skill_words.add(person, words(&label));
                    all.spellings.add(person, [clean::skill_spelling(raw)]);
                    all.skills.add(person, [label]);
                }
            }
            for label in profile.degree_fields.iter().flat_map(|raw| Cleaning::Canonical.degree_field(raw)) {
                all.degree_words.add(person, words(&label));
                all.degree_fields.add(person, [label]);
            }
            let courses: Vec<String> = profile.courses.iter().map(|raw| clean::course(raw)).collect();
            let certifications: Vec<String> =
                profile.certifications.iter().map(|raw| clean::certification(raw).to_owned()).collect();
            let titles = &mut all.titles[Level::from_months(months).index()];
            titles.add(person, courses.iter().chain(&certifications).cloned());
            all.courses.add(person, courses);
            all.certifications.add(person, certifications);
            let position = profile.position.as_deref().unwrap_or_default();
            all.position_words.add(person, clean::position_words(position));
        }
        all
    }

    /// Every fingerprint of the model is that of a text of enough people. The patterns name every field of a
    /// type with fingerprints, so that none is forgotten.
    fn hold_all_of(&self, model: &Model) {
        let ModelParts { metadata: _, degree_topics, skill_topics, levels, interests } = model.parts();
        for (topics, labels, own_words, what) in [
            (degree_topics, &self.degree_fields, &self.degree_words, "degree fields"),
            (skill_topics, &self.skills, &self.skill_words, "skills"),
        ] {
            let LabelTopics { cleaning: _, vectorizer, known, means: _, names } = topics;
            labels.hold(known, what);
            own_words.hold(&vectorizer.vocabulary, what);
            let rare = own_words.rare();
            for word in names.iter().flat_map(|name| words(name)) {
                assert!(!rare.contains(word.as_str()), "{what}: {word} in the name of a topic");
            }
        }
        for (LevelModel { overview, clusters, roadmaps }, titles) in levels.iter().zip(&self.titles) {
            if let Some(Clusters { columns, pca: _, k_means: _, roadmap_of_cluster: _ }) = clusters {
                titles.hold(&columns.titles, "titles");
            }
            let identities: HashSet<u64> = self.identities.shared().map(fingerprint).collect();
            let pages = std::iter::once(overview).chain(roadmaps.iter().map(|roadmap| &roadmap.has));
            for skill in pages.flat_map(|has| &has.skill_fingerprints) {
                assert!(identities.contains(skill), "a skill of a page");
            }
        }
        let Some(interests) = interests else { return };
        let InterestColumns {
            skills,
            courses,
            certifications,
            degree_topics: _,
            position_words,
            n_items: _,
            n_columns: _,
        } = &interests.columns;
        self.spellings.hold(skills, "skills");
        self.courses.hold(courses, "courses");
        self.certifications.hold(certifications, "certificates");
        self.position_words.hold(position_words, "words of job titles");
        for target in &interests.ranker.targets {
            let holders = match target.item_kind() {
                Some(ItemKind::Skill) => &self.identities,
                Some(ItemKind::Course) => &self.courses,
                _ => &self.certifications,
            };
            let shared = holders.shared().any(|text| fingerprint(text) == target.fingerprint);
            assert!(shared, "{}", target.item.name);
        }
    }
}

/// A degree topic is an input only if at least five people have it: of the level, if the level has its own
/// inputs.
fn topics_with_a_column_have_enough_people(model: &Model, profiles: &[Profile]) {
    let people_with = |topic: usize, level: Option<Level>| {
        let of_level = |profile: &&Profile| match (profile.experience_months.map(Level::from_months), level) {
            (None, _) => false,
            (Some(own), of) => of.is_none_or(|of| of == own),
        };
        let has = |profile: &&Profile| {
            let labels = profile.degree_fields.iter().flat_map(|raw| Cleaning::Canonical.degree_field(raw));
            let mut topics = labels.filter_map(|label| model.degree_topics().assign(&label));
            topics.any(|found| found.topic() as usize == topic)
        };
        profiles.iter().filter(of_level).filter(has).count()
    };
    let check = |columns: &[u32], level: Option<Level>| {
        for (topic, _) in columns.iter().enumerate().filter(|(_, column)| **column != NO_COLUMN) {
            assert!(people_with(topic, level) >= MIN_PEOPLE_PER_ITEM as usize, "topic {topic} of {level:?}");
        }
    };
    if let Some(interests) = model.interests() {
        check(&interests.columns.degree_topics, None);
    }
    for level in Level::ALL {
        if let Some(clusters) = &model.level(level).clusters {
            check(&clusters.columns.degree_topics, Some(level));
        }
    }
}

/// Plants strings in every field, each with this many holders. Words and spellings have holders, too:
/// "Common" has all of them, and a skill is written in several ways.
fn plant(profiles: &mut [Profile], holders: &[usize], mut at: usize) {
    let n = profiles.len();
    for (string, &holders) in holders.iter().enumerate() {
        for holder in 0..holders.min(n) {
            let profile = &mut profiles[at % n];
            at += n / 7 + 1;
            profile.skills.push(match holder % 3 {
                0 => format!("Common Zorb{string}"),
                1 => format!("common-zorb{string}"),
                _ => format!("Common Zorb{string} (Skill)"),
            });
            profile.degree_fields.push(format!("Common Quibble{string}"));
            profile.courses.push(format!("Blorp{string} the Basics"));
            profile.certifications.push(format!("blorp{string} basics"));
            profile.position = Some(format!("Wibble{string} Engineer"));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_fingerprint_is_of_a_string_of_five_people(
        n in 60..260_usize,
        state in any::<u64>(),
        holders in prop::collection::vec(1..9_usize, 0..12),
        at in any::<u32>(),
    ) {
        let mut profiles = people(n, state);
        plant(&mut profiles, &holders, at as usize);
        let everything = Everything::of(&profiles);
        for features in ALL {
            let model = fitted(&profiles, features, ClusterCount::Auto);
            let model = decode(&encode(&model).expect("small")).expect("it was checked");
            everything.hold_all_of(&model);
            topics_with_a_column_have_enough_people(&model, &profiles);
        }
    }
}

/// The law above is about something: what five people have is recognised.
#[test]
fn what_five_people_have_is_recognised() {
    let mut profiles = people(300, 11);
    for profile in &mut profiles {
        profile.experience_months = Some(30);
    }
    plant(&mut profiles, &[4, 5], 3);
    for features in ALL {
        let model = fitted(&profiles, features, ClusterCount::Auto);
        let columns = model.interests().map(|interests| &interests.columns);
        let titles = columns.map(|columns| &columns.courses).filter(|courses| !courses.is_empty());
        let titles = titles.or_else(|| Some(&model.level(Level::Junior).clusters.as_ref()?.columns.titles));
        let known = |title: &str| titles.expect("a model").get(title).is_some();
        assert_eq!([known("blorp0 basics"), known("blorp1 basics")], [false, true], "{features:?}");
    }
}

/// Labels without a word of the tests, because a word of too many labels is dropped, and so is the largest
/// topic.
const OTHERS: [(&str, usize); 8] = [
    ("applied mathematics", 8),
    ("pure mathematics", 8),
    ("discrete mathematics", 8),
    ("financial mathematics", 8),
    ("organic chemistry", 8),
    ("inorganic chemistry", 8),
    ("graphic design", 8),
    ("interior design", 8),
];

/// People with these skills, and with others.
fn skills(of: &[(&str, usize)]) -> career_training::People {
    let mut builder = PeopleBuilder::default();
    for (skill, holders) in of.iter().chain(&OTHERS) {
        let skills = vec![(*skill).to_owned()];
        let profile = Profile { experience_months: Some(1), skills, ..Profile::default() };
        (0..*holders).for_each(|_| builder.push(&profile));
    }
    builder.finish()
}

fn topics(people: &career_training::People, guide: &TopicGuide) -> LabelTopics {
    let held = people.skills_of_everyone();
    let (kind, cleaning, labels) = (TopicKind::Skills, people.cleaning, &people.skills);
    let table = LabelTable { kind, cleaning, labels, people: &held };
    let params = LabelTopicsParams { n_topics: 4, ..LabelTopicsParams::skills() };
    fit_label_topics(table, &params, 3, Some(guide), None, &|| ()).topics
}

/// Two common words that a few people wrote side by side are not side by side in the mean of a topic.
#[test]
fn the_mean_of_a_topic_holds_only_words_of_five_of_its_people() {
    let people = skills(&[
        ("computer science", 6),
        ("computer graphics", 6),
        ("naval history", 6),
        ("ancient history", 6),
        ("computer history", 4),
    ]);
    let mut truth = TopicTruth::default();
    for (label, topic) in [
        ("computer science", "Computers"),
        ("computer graphics", "Computers"),
        ("naval history", "History"),
        ("ancient history", "History"),
        ("computer history", "Both"),
    ] {
        truth.insert(label.to_owned(), topic).expect("each once");
    }
    let topics = topics(&people, &TopicGuide { truth, ..TopicGuide::default() });
    let means: Vec<bool> = topics.means.iter().map(|mean| mean.is_zero()).collect();
    assert_eq!(
        (topics.names.join(","), means),
        ("Computers,History,Both".to_owned(), vec![false, false, true])
    );
}

/// Topics that an operator made by hand may be recognised, whoever has them; what else few people have may
/// not.
#[test]
fn labels_of_the_operator_are_known_and_others_of_few_people_are_not() {
    let people = skills(&[("computer science", 6), ("computer graphics", 6), ("zorb taming", 2)]);
    let mut truth = TopicTruth::default();
    truth.insert("unheard of".to_owned(), "New").expect("once");
    truth.insert("computer science".to_owned(), "Computers").expect("once");
    let topics = topics(&people, &TopicGuide { truth, ..TopicGuide::default() });
    let known = |label: &str| topics.known.get(label).is_some();
    assert!(known("unheard of") && known("computer science") && !known("zorb taming"));
}

/// A name that is kept from an earlier fit does not tell that few people still have one of its words.
#[test]
fn a_kept_name_loses_its_words_when_too_few_people_have_them() {
    let with = |zorb: usize| skills(&[("zorb taming", zorb), ("taming lions", 9), ("taming horses", 8)]);
    let name_of = |zorb: usize, guide: &TopicGuide| {
        let topics = topics(&with(zorb), guide);
        let topic = topics.assign("taming lions").expect("a topic").topic();
        topics.names[topic as usize].clone()
    };
    let mut earlier = topics(&with(9), &TopicGuide::default());
    let topic = earlier.assign("taming lions").expect("a topic").topic();
    earlier.names[topic as usize] = "Zorb Taming".to_owned();
    let guide = TopicGuide { previous: previous_topics(&earlier), ..TopicGuide::default() };
    assert_eq!(name_of(5, &guide), "Zorb Taming");
    for few in [1, 4] {
        assert!(!name_of(few, &guide).to_lowercase().contains("zorb"), "{few}");
    }
    assert_eq!(name_of(0, &guide), "Zorb Taming", "nobody wrote it, so it tells of nobody");
}
