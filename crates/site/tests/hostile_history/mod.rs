//! A history with hostile names, for the hostile model.

use career_model::Level;
use site::history::Signature;
use site::history::{Change, Replacement, RoadmapName, SkillChange, SkillChanges};
use site::history::{Figures, History};
use site::history::{Permalink, Permalinks};

use crate::hostile_model::HOSTILE;

const DATA: &str = "/roadmaps/junior/data/";
const GONE: &str = "/roadmaps/senior/gone/";
const NOWHERE: &str = "/roadmaps/expert/nowhere/";

fn link(path: &str, name: &str, replaced_by: Option<&str>) -> (String, Permalink) {
    let mut parts = path.trim_matches('/').split('/').skip(1);
    let link = Permalink {
        level: parts.next().and_then(|level| level.parse().ok()).unwrap_or(Level::Junior),
        slug: parts.next().unwrap_or_default().to_owned(),
        name: name.to_owned(),
        replaced_by: replaced_by.map(str::to_owned),
        // A comparison that is no longer made.
        compared_with: (path == GONE).then(|| "quoted".to_owned()).into_iter().collect(),
        signature: Signature::default(),
    };
    (path.to_owned(), link)
}

fn named(path: &str, level: Level, name: &str) -> RoadmapName {
    RoadmapName { path: path.to_owned(), level, name: name.to_owned() }
}

/// Two releases. In the second, a roadmap is new, one is live again, two are retired, and one has changed
/// shares of skills. The first has no changes of roadmaps.
pub(crate) fn hostile_history() -> History {
    let moved =
        |skill: &str| SkillChange { skill: skill.to_owned(), before: (12, 60), after: (1_100, 1_200) };
    let second = Change {
        release: "00112233445566aa".parse().unwrap(),
        sequence: 2,
        published_at: "2026-02-09T00:00:00Z".parse().unwrap(),
        people: 12_345,
        roadmaps: 5,
        back_to: None,
        new: vec![named("/roadmaps/senior/hostile/", Level::Senior, &HOSTILE.join(" "))],
        revived: vec![named("/roadmaps/senior/quoted/", Level::Senior, HOSTILE[1])],
        retired: vec![
            Replacement {
                roadmap: named(GONE, Level::Senior, HOSTILE[0]),
                by: DATA.to_owned(),
                by_name: HOSTILE[5].to_owned(),
            },
            Replacement {
                roadmap: named(NOWHERE, Level::Expert, HOSTILE[4]),
                by: "/roadmaps/expert/".to_owned(),
                by_name: "all roadmaps of the level".to_owned(),
            },
        ],
        moved: vec![SkillChanges {
            roadmap: named(DATA, Level::Junior, "Data · Databases"),
            rose: vec![moved(HOSTILE[0]), moved("SQL")],
            fell: vec![moved(HOSTILE[5])],
        }],
    };
    let first = Change {
        release: "ffeeddccbbaa9988".parse().unwrap(),
        sequence: 1,
        published_at: "2026-02-02T00:00:00Z".parse().unwrap(),
        people: 1,
        roadmaps: 1,
        back_to: Some("00112233445566aa".parse().unwrap()),
        new: Vec::new(),
        revived: Vec::new(),
        retired: Vec::new(),
        moved: Vec::new(),
    };
    let links = [
        link(DATA, "Data · Databases", None),
        link(GONE, HOSTILE[0], Some(DATA)),
        link(NOWHERE, HOSTILE[4], Some("/roadmaps/expert/")),
    ];
    History {
        changes: vec![second, first],
        permalinks: Permalinks { entries: links.into_iter().collect() },
        figures: Some(Figures { release: 2, published_at: "2026-02-09T00:00:00Z".parse().unwrap() }),
    }
}
