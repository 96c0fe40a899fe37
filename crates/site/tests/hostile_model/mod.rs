//! A small model with hostile names.

use career_model::clean::skill_fingerprint;
use career_model::metadata::{
    LevelMetrics, Metadata, MethodRecall, PageMetrics, Recommender, SearchMetrics, TopicMetrics,
};
use career_model::model::{LevelModel, ModelParts};
use career_model::roadmap::{Backgrounds, ItemCount, Roadmap, RoadmapLink, TopicSkills};
use career_model::{Level, Model, RoadmapSlug};

/// Names that attack HTML, scripts, templates and the direction of text.
pub(crate) const HOSTILE: [&str; 7] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(2)>",
    "' onmouseover='alert(3)",
    "{{ chrome.policy }}{% include \"base.html\" %}",
    "</title></textarea><!-- & &amp; -->",
    "مهارة\u{202e}elpoep",
    "javascript:alert(4)",
];

fn counted(name: &str, people: u32) -> ItemCount {
    ItemCount { name: name.to_owned(), people }
}

/// A topic; its `skills` are positions in `all`.
fn topic(name: &str, people: u32, skills: &[&str], all: &[ItemCount]) -> TopicSkills {
    let position = |skill: &&str| all.iter().position(|item| item.name == *skill).unwrap() as u32;
    TopicSkills { name: name.to_owned(), people, skills: skills.iter().map(position).collect() }
}

fn roadmap(slug: &str, name: &str, has: Backgrounds, next: Option<RoadmapLink>) -> Roadmap {
    Roadmap { slug: RoadmapSlug::new(slug).unwrap(), name: name.to_owned(), has, next }
}

/// 1,200 people with ordinary skills, enough skills for a list whose end is hidden.
fn ordinary() -> Backgrounds {
    let names = ["SQL", "Git", "Python", "Linux", "Docker", "Java", "Bash", "C++"];
    let more = ["Go (Programming Language)", "Rust", "Excel", "Scrum", "Perl", "R", "Kotlin", "PHP"];
    let people = (1..).map(|n| 900 / n);
    let mut skills: Vec<ItemCount> =
        names.iter().chain(&more).zip(people).map(|(name, people)| counted(name, people)).collect();
    skills.extend([counted("PostgreSQL", 5), counted("Rare Secret", 4)]);
    Backgrounds {
        people: 1200,
        degree_topics: vec![counted("Computer Science", 700)],
        skill_topics: vec![
            topic("Databases", 950, &["SQL", "PostgreSQL"], &skills),
            topic("Tools", 451, &["Git", "Rare Secret"], &skills),
            topic("Rare Secret Topic", 4, &["Rare Secret"], &skills),
        ],
        skill_fingerprints: fingerprints(&skills),
        skills,
        courses: vec![counted("Algorithms, Part I", 6), counted("Rare Secret Course", 4)],
        certifications: Vec::new(),
        positions: vec![
            counted("Software Engineer", 301),
            counted("Data Analyst", 44),
            counted("Rare Secret Title", 4),
        ],
        experience: vec![18, 37, 60],
    }
}

/// 4,000 juniors, of whom a smaller share has Git than of `ordinary`.
fn juniors_overview() -> Backgrounds {
    let mut has = ordinary();
    has.people = 4000;
    for skill in &mut has.skills {
        skill.people = match skill.name.as_str() {
            "Git" => 600,
            "Rare Secret" => 4,
            _ => 2 * skill.people,
        };
    }
    has
}

fn fingerprints(skills: &[ItemCount]) -> Vec<u64> {
    skills.iter().map(|skill| skill_fingerprint(&skill.name)).collect()
}

fn hostile() -> Backgrounds {
    let all: Vec<ItemCount> = HOSTILE.iter().map(|name| counted(name, 7)).collect();
    Backgrounds {
        people: 10,
        degree_topics: all.clone(),
        skill_topics: HOSTILE.iter().map(|name| topic(name, 8, &[name], &all)).collect(),
        skill_fingerprints: fingerprints(&all),
        skills: all.clone(),
        courses: all.clone(),
        certifications: all.clone(),
        positions: all,
        experience: vec![0, 0, u32::MAX],
    }
}

fn metrics(level: Level, overview: &Backgrounds, n_roadmaps: u64) -> LevelMetrics {
    LevelMetrics {
        level: level.to_string(),
        people: overview.people,
        without_background: 3,
        rows: 41,
        n_features: 321,
        n_clusters: 15,
        n_roadmaps,
        stability: [0.91, 0.62, 0.8][..n_roadmaps as usize].to_vec(),
        pages: (0..n_roadmaps).map(|n| page(n as f64)).collect(),
        silhouette: Some(0.6789),
        silhouette_sample: (level == Level::Junior).then_some(1000),
        inertia: Some(12.345),
        explained_variance_ratio: vec![0.2, 0.1, 0.05, 0.04, 0.03],
        note: None,
    }
}

fn page(n: f64) -> PageMetrics {
    PageMetrics { success: 0.25 * (n + 1.0), centre: vec![n, -0.5 * n], spread: vec![0.04, 0.01, 0.09] }
}

fn searched() -> SearchMetrics {
    let recall = |(n, method): (usize, &Recommender)| {
        let mean = 0.1 + 0.03 * n as f64;
        MethodRecall { method: method.to_string(), mean, low: mean - 0.02, high: mean + 0.02 }
    };
    SearchMetrics {
        candidates: 42,
        admissible: 40,
        asked: 226,
        recall: Recommender::ALL.iter().enumerate().map(recall).collect(),
        silhouette: Some(0.3),
        silhouette_shuffled: Some(0.1),
        inputs: "interests".to_owned(),
        block_weights: vec![1.0, 0.1, 0.1],
        shared: true,
        n_components: 6,
        items: 900,
        items_left_out: 1200,
    }
}

/// Two junior roadmaps, three senior roadmaps, and an expert level of nine people without roadmaps.
pub(crate) fn hostile_model() -> Model {
    let tiny_skill = vec![counted("Tiny Group Skill", 9)];
    let tiny = Backgrounds {
        people: 9,
        skill_topics: vec![topic("Tiny Group Skill", 9, &["Tiny Group Skill"], &tiny_skill)],
        skill_fingerprints: fingerprints(&tiny_skill),
        skills: tiny_skill,
        ..Backgrounds::default()
    };
    let bare = Backgrounds { people: 12, ..Backgrounds::default() };
    let to = |level, roadmap| Some(RoadmapLink::new(level, roadmap));
    let juniors = vec![
        roadmap("data", "Data · Databases", ordinary(), to(Level::Senior, 0)),
        roadmap("bare", "Mixed backgrounds", bare.clone(), None),
    ];
    let seniors = vec![
        roadmap("hostile", &HOSTILE.join(" "), hostile(), None),
        roadmap("script", HOSTILE[0], ordinary(), None),
        roadmap("quoted", HOSTILE[1], bare, None),
    ];
    let expert_metrics = LevelMetrics {
        level: Level::Expert.to_string(),
        people: 9,
        note: Some(format!("too few people {}", HOSTILE[0])),
        ..LevelMetrics::default()
    };
    let metadata = Metadata {
        is_sample: true,
        search: Some(searched()),
        features: "full".to_owned(),
        clusters: "auto".to_owned(),
        seed: 1,
        data_sha256: "0123456789abcdef".repeat(4),
        people: 2431,
        records: 2500,
        rejected: 2,
        without_experience: 10,
        experience: vec![0, 400, 900, 0, 300, 200, 31],
        skills: TopicMetrics { labels: 5000, without_topic: 400, n_topics: 150, inertia: 3210.987 },
        degree_fields: TopicMetrics { labels: 700, without_topic: 80, n_topics: 150, inertia: 321.5 },
        levels: vec![
            metrics(Level::Junior, &juniors_overview(), 2),
            metrics(Level::Senior, &ordinary(), 3),
            expert_metrics,
        ],
    };
    let level = |overview, roadmaps| LevelModel { overview, roadmaps, ..LevelModel::default() };
    let levels = vec![level(juniors_overview(), juniors), level(hostile(), seniors), level(tiny, Vec::new())];
    ModelParts { metadata, levels, ..ModelParts::default() }.checked().unwrap()
}
