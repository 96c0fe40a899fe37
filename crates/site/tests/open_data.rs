//! Data for programs (open data, JSON-LD, the search index), comparisons, and the size of large pages.

#![allow(clippy::unwrap_used, reason = "a test may stop where it fails")]

mod hostile_history;
mod hostile_model;

use std::collections::BTreeMap;
use std::io::Write as _;

use career_model::fingerprint::FingerprintIndex;
use career_model::label_topics::LabelTopics;
use career_model::metadata::Metadata;
use career_model::model::{LevelModel, ModelParts};
use career_model::roadmap::{Backgrounds, ItemCount, Roadmap, RoadmapLink, TopicSkills};
use career_model::sparse::SparseVector;
use career_model::{Level, Model, RoadmapSlug};
use hostile_history::hostile_history;
use hostile_model::{HOSTILE, hostile_model};
use serde_json::Value;
use site::pages::{RenderOptions, render_to_memory};

type Files = BTreeMap<String, Vec<u8>>;

fn site() -> Files {
    let options = RenderOptions {
        base_url: Some("https://example.org".to_owned()),
        history: Some(hostile_history()),
        ..RenderOptions::default()
    };
    render_to_memory(&hostile_model(), &options).unwrap()
}

fn text<'f>(files: &'f Files, path: &str) -> &'f str {
    std::str::from_utf8(&files[path]).unwrap()
}

fn linked_data(html: &str) -> Value {
    let block = html.split("<script type=\"application/ld+json\">").nth(1).unwrap();
    serde_json::from_str(block.split("</script>").next().unwrap()).unwrap()
}

fn of_type<'v>(data: &'v Value, kind: &str) -> &'v Value {
    data["@graph"].as_array().unwrap().iter().find(|thing| thing["@type"] == kind).unwrap()
}

#[test]
fn open_data_has_the_figures_of_the_page() {
    let site = site();
    let data: Value = serde_json::from_slice(&site["roadmaps/junior/data/index.json"]).unwrap();
    assert_eq!((&data["v"], &data["level"], &data["people"]), (&1.into(), &"junior".into(), &1200.into()));
    assert_eq!(data["release"]["release"], 2);
    let skills = data["skills"].as_array().unwrap();
    let git = skills.iter().find(|skill| skill["id"] == "skill:git").unwrap();
    assert_eq!((&git["people"], &git["level_people"], &git["lift"]), (&450.into(), &600.into(), &2.5.into()));
    assert_eq!((&git["telling"], &git["stage"]), (&true.into(), &"start".into()));
    assert_eq!(data["next"]["path"], "/roadmaps/senior/hostile/");
    let page = text(&site, "roadmaps/junior/data/index.html");
    for skill in skills {
        assert!(page.contains(&format!("data-item=\"{}\"", skill["id"].as_str().unwrap())), "{skill}");
    }
    assert!(page.contains(
        "<link rel=\"alternate\" type=\"application/json\" href=\"/roadmaps/junior/data/index.json\">"
    ));
    let moved: Value = serde_json::from_slice(&site["roadmaps/senior/gone/index.json"]).unwrap();
    assert_eq!(moved, serde_json::json!({ "v": 1, "moved_to": "/roadmaps/junior/data/" }));
}

/// A roadmap lists only a few skills under each topic; the topics of the others are in the model.
#[test]
fn skills_that_are_not_listed_under_a_topic_get_it_from_the_model() {
    let mut parts = hostile_model().parts().clone();
    let mean = SparseVector { indices: Vec::new(), values: Vec::new() };
    parts.skill_topics = LabelTopics {
        known: FingerprintIndex::from_pairs([("perl", 0), ("rust", 1), ("kotlin", 2)]),
        means: vec![mean.clone(), mean.clone(), mean],
        names: ["Databases", "Absent Topic", "Rare Secret Topic"].map(str::to_owned).to_vec(),
        ..LabelTopics::default()
    };
    let site = render_to_memory(&parts.checked().unwrap(), &RenderOptions::default()).unwrap();
    let data: Value = serde_json::from_slice(&site["roadmaps/junior/data/index.json"]).unwrap();
    let topic = |id: &str| {
        let mut skills = data["skills"].as_array().unwrap().iter();
        skills.find(|skill| skill["id"] == id).unwrap()["topic"].clone()
    };
    assert_eq!([topic("skill:sql"), topic("skill:git")], ["Databases", "Tools"], "from the roadmap");
    assert_eq!(topic("skill:perl"), "Databases", "from the model");
    let unseen = ["skill:rust", "skill:kotlin", "skill:java"].map(topic);
    assert_eq!(
        unseen,
        [Value::Null, Value::Null, Value::Null],
        "a topic that the roadmap lacks, one of few people, and none"
    );
}

#[test]
fn no_json_file_has_items_of_few_people() {
    for (path, bytes) in site().iter().filter(|(path, _)| path.ends_with(".json")) {
        let text = std::str::from_utf8(bytes).unwrap();
        assert!(!text.contains("Rare Secret"), "{path} has an item of 4 people");
        assert!(!text.contains("Tiny Group"), "{path} has an item of a group of 9 people");
        // The people of this roadmap list nothing.
        let bare = path == "roadmaps/junior/bare/index.json";
        assert!(
            !bare || (text.contains("\"skills\":[]") && text.contains("\"experience_months\":null")),
            "{text}"
        );
    }
}

#[test]
fn linked_data_escapes_hostile_names_and_has_only_absolute_urls() {
    let site = site();
    let html = text(&site, "roadmaps/senior/hostile/index.html");
    let block = html.split("<script type=\"application/ld+json\">").nth(1).unwrap();
    let block = block.split("</script>").next().unwrap();
    assert!(!block.contains(['<', '>', '&']), "{block}");
    let data = linked_data(html);
    let occupation = of_type(&data, "Occupation");
    assert_eq!(occupation["name"], HOSTILE.join(" "));
    assert!(occupation["skills"].as_array().unwrap().iter().any(|skill| skill == HOSTILE[0]));
    assert_eq!(occupation["url"], "https://example.org/roadmaps/senior/hostile/");
    let dataset = of_type(&data, "Dataset");
    let url = "https://example.org/roadmaps/senior/hostile/index.json";
    assert_eq!(dataset["distribution"]["contentUrl"], url);
    assert_eq!(of_type(&data, "BreadcrumbList")["itemListElement"][2]["position"], 3);
    let german = linked_data(text(&site, "de/roadmaps/senior/hostile/index.html"));
    assert_eq!(of_type(&german, "Occupation")["url"], "https://example.org/de/roadmaps/senior/hostile/");
    // All languages share one data file.
    assert_eq!(of_type(&german, "Dataset")["distribution"]["contentUrl"], url);

    let without_base_url = RenderOptions::default();
    let site = render_to_memory(&hostile_model(), &without_base_url).unwrap();
    let data = linked_data(text(&site, "roadmaps/senior/hostile/index.html"));
    assert!(of_type(&data, "Occupation").get("url").is_none(), "{data}");
    assert!(!data.to_string().contains("/roadmaps/"), "no relative address: {data}");
}

#[test]
fn the_search_index_has_the_roadmaps_and_people_of_each_skill() {
    let site = site();
    let page = text(&site, "skills/index.html");
    let path = page.split("data-index=\"/").nth(1).unwrap().split('"').next().unwrap();
    let index: Value = serde_json::from_slice(&site[path]).unwrap();
    assert_eq!(index["v"], 1);
    let roadmaps = index["roadmaps"].as_array().unwrap();
    assert_eq!(roadmaps.len(), 5);
    assert_eq!(
        roadmaps[0],
        serde_json::json!(["/roadmaps/junior/data/", "Data · Databases", "junior", 1200])
    );
    let skills = index["skills"].as_array().unwrap();
    let git = skills.iter().find(|skill| skill[1] == "git").unwrap();
    assert_eq!(*git, serde_json::json!(["Git", "git", [[0, 450], [3, 450]]]));
    assert!(text(&site, "skills/g/index.html").contains("<li id=\"skill-git\">"));
}

#[test]
fn two_roadmaps_are_compared_once() {
    let site = site();
    let pages = |level: &str| {
        let start = format!("compare/{level}/");
        site.keys().filter(|path| path.starts_with(&start)).cloned().collect::<Vec<String>>()
    };
    assert_eq!(
        pages("senior"),
        [
            // No longer compared: the page links to both roadmaps.
            "compare/senior/gone/quoted/index.html",
            "compare/senior/hostile/quoted/index.html",
            "compare/senior/hostile/script/index.html",
            "compare/senior/index.html",
            "compare/senior/quoted/script/index.html",
        ]
    );
    assert_eq!(pages("expert"), ["compare/expert/index.html"], "a level without roadmaps has no comparisons");
    assert!(text(&site, "compare/senior/gone/quoted/index.html").contains("href=\"/roadmaps/senior/gone/\""));
    let page = text(&site, "roadmaps/senior/script/index.html");
    assert!(page.contains("href=\"/compare/senior/hostile/script/\""));
    assert!(page.contains("href=\"/compare/senior/quoted/script/\""));
}

/// A model with as many roadmaps in a level as a large site has, and with lists of the maximum length.
fn large_model() -> Model {
    let names = |n: usize| {
        (0..260).map(move |skill| format!("Skill number {} of a kind", (skill * 7 + n * 13) % 900))
    };
    let has = |n: usize| {
        let skills: Vec<ItemCount> = names(n)
            .enumerate()
            .map(|(index, name)| ItemCount { name, people: (400 - index) as u32 })
            .collect();
        let topics = (0..60).map(|topic| TopicSkills {
            name: format!("Topic {topic}"),
            people: 400 - 4 * topic,
            skills: (0..4).map(|index| 4 * topic + index).collect(),
        });
        let titles = |kind: &str| -> Vec<ItemCount> {
            (0..60).map(|n| ItemCount { name: format!("{kind} number {n}"), people: 200 - n }).collect()
        };
        Backgrounds {
            people: 500,
            degree_topics: titles("Field"),
            skill_topics: topics.collect(),
            skill_fingerprints: skills
                .iter()
                .map(|skill| career_model::clean::skill_fingerprint(&skill.name))
                .collect(),
            skills,
            courses: titles("Course"),
            certifications: titles("Certificate"),
            positions: titles("Position").into_iter().take(12).collect(),
            experience: vec![12, 34, 60],
        }
    };
    let roadmaps = |count: usize, next: bool| -> Vec<Roadmap> {
        let roadmap = |n: usize| Roadmap {
            slug: RoadmapSlug::new(&format!("roadmap-{n}")).unwrap(),
            name: format!("Roadmap {n}"),
            has: has(n),
            next: next.then(|| RoadmapLink::new(Level::Senior, 0)),
        };
        (0..count).map(roadmap).collect()
    };
    let level = |roadmaps| {
        let overview = Backgrounds { people: 12_000, ..has(0) };
        LevelModel { overview, roadmaps, ..LevelModel::default() }
    };
    let levels = vec![level(roadmaps(24, true)), level(roadmaps(1, false)), level(Vec::new())];
    ModelParts { metadata: Metadata::default(), levels, ..ModelParts::default() }.checked().unwrap()
}

/// The budget is 30 kB of HTML, compressed.
#[test]
fn a_large_page_is_within_its_budget() {
    let site = render_to_memory(&large_model(), &RenderOptions::default()).unwrap();
    let mut checked = 0;
    let has_budget = |path: &str| path.ends_with(".html") && path.contains("roadmap-");
    for (path, bytes) in site.iter().filter(|(path, _)| has_budget(path)) {
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
        gzip.write_all(bytes).unwrap();
        let compressed = gzip.finish().unwrap().len();
        assert!(compressed <= 30_000, "{path}: {compressed} bytes");
        checked += 1;
    }
    assert!(checked > 100, "{checked} pages of roadmaps and comparisons");
    // In a level of more than twenty roadmaps, each is compared only with its neighbours.
    let pairs = site.keys().filter(|path| path.starts_with("compare/junior/")).count() - 1;
    assert!((24 * 5 / 2..=24 * 5).contains(&pairs), "{pairs}");
}
