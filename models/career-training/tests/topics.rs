//! Stable names, names from a namer, topics edited by hand.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap, HashSet};

use career_model::Profile;
use career_model::clean::{Cleaning, Rejection};
use career_training::topics::guide::acceptable_name;
use career_training::topics::keep_names::{PreviousTopic, keep_names, previous_topics};
use career_training::topics::label_topics::{
    LabelTable, LabelTopicsFit, LabelTopicsParams, fit_label_topics,
};
use career_training::{People, PeopleBuilder, TopicGuide, TopicKind, TopicNamer, TopicToName, TopicTruth};
use proptest::prelude::*;

const STRINGS: [&str; 12] = [
    "Computer Science",
    "Computer Engineering",
    "Computer Graphics",
    "Graphic Design",
    "Interior Design",
    "Design Theory",
    "Applied Mathematics",
    "Pure Mathematics",
    "Mathematics",
    "Art History",
    "Modern History",
    "History",
];

fn people() -> People {
    let mut builder = PeopleBuilder::default();
    for string in STRINGS {
        let profile =
            Profile { experience_months: Some(1), skills: vec![string.to_owned()], ..Profile::default() };
        for _ in 0..6 {
            builder.push(&profile);
        }
    }
    builder.finish()
}

fn fitted(people: &People, guide: Option<&TopicGuide>, namer: Option<&dyn TopicNamer>) -> LabelTopicsFit {
    let held = people.skills_of_everyone();
    let table = LabelTable {
        kind: TopicKind::Skills,
        cleaning: people.cleaning,
        labels: &people.skills,
        people: &held,
    };
    let params = LabelTopicsParams { n_topics: 4, ..LabelTopicsParams::skills() };
    fit_label_topics(table, &params, 3, guide, namer, &|| ())
}

/// "fire", "find" and "first" are stop words, so no name can be made of the words of their topic.
#[test]
fn a_topic_without_words_is_called_by_its_commonest_label() {
    let mut builder = PeopleBuilder::default();
    for string in STRINGS.into_iter().chain(["Fire", "Fire", "Find Fire", "First Fire"]) {
        let degree_fields = vec![string.to_owned()];
        let profile = Profile { experience_months: Some(1), degree_fields, ..Profile::default() };
        for _ in 0..6 {
            builder.push(&profile);
        }
    }
    let people = builder.finish();
    let held = people.degree_fields_of_everyone();
    let table = LabelTable {
        kind: TopicKind::DegreeFields,
        cleaning: people.cleaning,
        labels: &people.degree_fields,
        people: &held,
    };
    let params = LabelTopicsParams { n_topics: 4, ..LabelTopicsParams::degree_fields() };
    let fit = fit_label_topics(table, &params, 3, None, None, &|| ());
    let names = &fit.topics.names;
    let topic = fit.topics.assign("fire").expect("a topic").topic();
    assert_eq!(names[topic as usize], "Fire", "{names:?}");
}

#[test]
fn a_name_that_is_only_a_number_is_not_kept() {
    let members = vec![(0..10).collect::<Vec<usize>>()];
    let kept = |name: &str| {
        let previous = [PreviousTopic { name: name.to_owned(), members: members[0].clone() }];
        keep_names(&previous, &members).remove(0)
    };
    assert_eq!(kept("Topic 83"), None);
    for name in ["Topic", "Topic ", "Topic 83a", "Topic modelling", "Hot Topic 83"] {
        assert_eq!(kept(name).as_deref(), Some(name));
    }
}

/// Always returns the same names, and records the topics it was asked about.
struct Answers(Vec<Option<String>>, RefCell<Vec<TopicToName>>);

impl Answers {
    fn new(answers: &[Option<&str>]) -> Answers {
        Answers(answers.iter().map(|a| a.map(str::to_owned)).collect(), RefCell::default())
    }
}

impl TopicNamer for Answers {
    fn names(&self, _: TopicKind, topics: &[TopicToName]) -> Vec<Option<String>> {
        self.1.borrow_mut().extend_from_slice(topics);
        self.0.clone()
    }
}

#[test]
fn a_namer_names_and_hostile_answers_change_nothing() {
    let people = people();
    let offline = fitted(&people, None, None).topics.names;
    let n = offline.len();
    assert!(n >= 3, "{offline:?}");
    let long = "x".repeat(61);
    for bad in
        ["", "  ", "<script>", "a\u{202e}b", "two\nlines", "1234", "see https://x.example", long.as_str()]
    {
        let namer = Answers::new(&vec![Some(bad); n + 5]);
        assert_eq!(fitted(&people, None, Some(&namer)).topics.names, offline, "{bad:?}");
    }
    assert_eq!(fitted(&people, None, Some(&Answers::new(&[]))).topics.names, offline);
    let namer = Answers::new(&vec![Some("  The  same "); n]);
    let names = fitted(&people, None, Some(&namer)).topics.names;
    assert_eq!(names[0], "The same");
    assert_eq!(names.iter().map(|name| name.to_lowercase()).collect::<HashSet<_>>().len(), n);
    let asked = namer.1.into_inner();
    assert_eq!(asked.len(), n);
    assert!(asked.iter().all(|topic| !topic.labels.is_empty() && !topic.terms.is_empty()));
}

#[test]
fn a_refit_keeps_names_and_asks_for_none() {
    let people = people();
    let first = fitted(&people, None, Some(&Answers::new(&[Some("Alpha"), Some("Beta"), None])));
    let guide = TopicGuide { previous: previous_topics(&first.topics), ..TopicGuide::default() };
    let namer = Answers::new(&[Some("Other"); 9]);
    assert_eq!(fitted(&people, Some(&guide), Some(&namer)).topics.names, first.topics.names);
    assert!(namer.1.into_inner().is_empty());
}

#[test]
fn topics_edited_by_hand_replace_the_fitted_ones() {
    let people = people();
    let mut truth = TopicTruth::default();
    for (string, topic) in [
        ("graphic design", "Pictures"),
        ("computer graphics", "Pictures"),
        ("computer science", "Machines"),
        ("unheard of", "New"),
    ] {
        truth.insert(string.to_owned(), topic).expect("each once");
    }
    assert_eq!(truth.insert("graphic design".to_owned(), "Machines"), Err("Pictures"));
    assert_eq!(truth.insert("graphic design".to_owned(), "PICTURES"), Ok(()));
    let guide = TopicGuide { truth, ..TopicGuide::default() };
    let fit = fitted(&people, Some(&guide), Some(&Answers::new(&[Some("Other"); 9])));
    assert_eq!(fit.topics.names, ["Pictures", "Machines", "New"]);
    let topic = |label: &str| fit.topics.assign(label).map(|found| found.topic());
    assert_eq!(topic("computer graphics"), Some(0));
    assert_eq!(topic("graphic design"), Some(0));
    assert_eq!(topic("computer science"), Some(1));
    assert_eq!(topic("unheard of"), Some(2));
    assert_eq!(topic("interior design"), Some(0), "by similarity");
    assert_eq!(topic("art history"), None, "shares no word with any topic");
    for (text, found) in people.skills.texts().iter().zip(&fit.topic_of) {
        assert_eq!(topic(text), *found, "training and serving agree on {text}");
    }
}

#[test]
fn junk_is_counted_by_reason_and_spellings_are_one_label() {
    let mut builder = PeopleBuilder::default();
    let skills = ["Python", "Python", "python (programming language)", "3.5", "na", "N/A", "aaaaa", "Java"];
    let mut seed = PeopleBuilder::new(Cleaning::Reference);
    for skill in skills {
        let profile = Profile { skills: vec![skill.to_owned()], ..Profile::default() };
        builder.push(&profile);
        seed.push(&profile);
    }
    let people = builder.finish();
    let dropped =
        BTreeMap::from([(Rejection::Number, 1), (Rejection::Placeholder, 2), (Rejection::Repeated, 1)]);
    assert_eq!(people.skills.dropped(), &dropped);
    let texts: Vec<&str> = people.skills.texts().iter().map(|text| &**text).collect();
    assert_eq!(texts, ["java", "python"]);
    assert_eq!(
        people.skills.spellings(1).collect::<Vec<_>>(),
        [("Python", 2), ("python (programming language)", 1)]
    );
    assert_eq!(people.skills.shown(1), "python", "nobody's spelling, when fewer than five people share it");
    let seed = seed.finish();
    assert_eq!(seed.skills.len(), 7);
    assert!(seed.skills.dropped().is_empty());
}

/// Members as numbers below 40, in up to six topics; `None` leaves a member out.
fn partition() -> impl Strategy<Value = Vec<Option<usize>>> {
    prop::collection::vec(prop::option::weighted(0.9, 0..6_usize), 40)
}

fn topics(of: &[Option<usize>]) -> Vec<Vec<usize>> {
    (0..6).map(|topic| (0..of.len()).filter(|&member| of[member] == Some(topic)).collect()).collect()
}

fn named(topics: Vec<Vec<usize>>) -> Vec<PreviousTopic<usize>> {
    topics
        .into_iter()
        .enumerate()
        .map(|(n, members)| PreviousTopic { name: format!("name {n}"), members })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// A kept name comes from a topic with most of its present members here; no other name has a better
    /// claim.
    #[test]
    fn names_follow_majorities(before in partition(), after in partition()) {
        let (previous, fitted) = (named(topics(&before)), topics(&after));
        let kept = keep_names(&previous, &fitted);
        prop_assert_eq!(kept.len(), fitted.len());
        let mut seen = HashSet::new();
        prop_assert!(kept.iter().flatten().all(|name| seen.insert(name)));
        let share = |topic: &PreviousTopic<usize>, index: usize| {
            let present = topic.members.iter().filter(|&&member| after[member].is_some()).count();
            let here = topic.members.iter().filter(|&&member| after[member] == Some(index)).count();
            (here, 2 * here > present)
        };
        for (index, name) in kept.iter().enumerate() {
            let claims: HashMap<&str, usize> = previous
                .iter()
                .filter_map(|topic| Some((topic.name.as_str(), share(topic, index))).filter(|c| c.1.1))
                .map(|(name, (here, _))| (name, here))
                .collect();
            let most = claims.values().max();
            prop_assert_eq!(name.as_ref().and_then(|name| claims.get(name.as_str())), most);
        }
    }

    /// The same topics in another order keep their names.
    #[test]
    fn the_same_topics_keep_their_names(before in partition(), turn in 0..6_usize) {
        let mut fitted = topics(&before);
        let previous = named(fitted.clone());
        fitted.rotate_left(turn);
        let kept = keep_names(&previous, &fitted);
        for (index, members) in fitted.iter().enumerate() {
            let name = (!members.is_empty()).then(|| format!("name {}", (index + turn) % 6));
            prop_assert_eq!(&kept[index], &name);
        }
    }

    /// An accepted name is short, on one line, normalised, and without markup.
    #[test]
    fn accepted_names_are_plain(name in prop_oneof![".{0,80}", "[ a-zA-Z<>&/.:\u{202e}]{0,70}"]) {
        if let Some(accepted) = acceptable_name(&name) {
            prop_assert_eq!(acceptable_name(&accepted), Some(accepted.clone()));
            prop_assert!((1..=60).contains(&accepted.chars().count()));
            let hostile = ['<', '>', '"', '\n', '\u{202e}', '\\'];
            prop_assert!(!accepted.contains(hostile) && !accepted.contains("//"));
        }
    }
}
