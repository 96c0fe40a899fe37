//! The quality gate: a release that is worse than the live one is not published by itself.

use std::fmt::Write as _;

use career_model::Model;
use career_model::metadata::{METHODS, MethodRecall};
use career_model::roadmap::MIN_PEOPLE_PER_PAGE;
use serde::{Deserialize, Serialize};

use crate::manifest::Manifest;
use training::panel::Moved;

/// At most this share of people may find another page than before.
pub const MOST_MOVED: f64 = 0.2;

/// The methods whose recall must hold: the page's and the personal ranking's.
const JUDGED: [&str; 2] = [METHODS[3], METHODS[4]];

/// How a release compares with the one before it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Judgement {
    /// Recall@5 of hidden skills, measured when the model was fitted, by method.
    pub recall: Vec<MethodRecall>,
    /// People who would find another page; absent where there was nobody to ask.
    pub moved: Option<Moved>,
    /// People of the smallest roadmap; absent without roadmaps.
    pub smallest: Option<u64>,
    /// What speaks against publishing; empty when nothing does.
    pub against: Vec<String>,
}

impl Judgement {
    /// Judges a model beside the live release; without one only the model itself is looked at.
    pub fn new(model: &Model, live: Option<&Manifest>, moved: Option<Moved>) -> Judgement {
        let search = model.metadata().search.as_ref();
        let recall = search.map_or_else(Vec::new, |search| {
            search.recall.iter().filter(|recall| JUDGED.contains(&recall.method.as_str())).cloned().collect()
        });
        let smallest = model.roadmaps().map(|(_, roadmap)| roadmap.has.people).min();
        let mut judgement = Judgement { recall, moved, smallest, against: Vec::new() };
        if let Some(live) = live {
            judgement.compare_recall(&live.judgement.recall);
            if smallest.is_none() && !live.roadmaps.is_empty() {
                let lost = live.roadmaps.len();
                judgement.against.push(format!("no roadmap is left of {lost}; are these all the profiles?"));
            }
        }
        if let Some(people) = smallest.filter(|people| *people < MIN_PEOPLE_PER_PAGE) {
            judgement.against.push(format!(
                "a roadmap has {people} people; the least is {MIN_PEOPLE_PER_PAGE}, for their privacy"
            ));
        }
        if let Some(moved) = moved.filter(|moved| moved.share() > MOST_MOVED) {
            judgement.against.push(format!(
                "{:.0}% of people ({} of {} asked) would find another page than before; the most is {:.0}%",
                100.0 * moved.share(),
                moved.moved,
                moved.asked,
                100.0 * MOST_MOVED
            ));
        }
        judgement
    }

    /// A recall has dropped when the difference is more than its interval. Two releases ask different people, so chance is
    /// in both: the half widths of the two intervals add up as the sides of a right angle do.
    fn compare_recall(&mut self, before: &[MethodRecall]) {
        for old in before {
            let name = training::summary::method_name(&old.method);
            match self.recall.iter().find(|new| new.method == old.method) {
                Some(new) if old.mean - new.mean > together(old.mean - old.low, new.high - new.mean) => self.against.push(format!(
                    "hidden skills found by {name}: {:.3} ({:.3} to {:.3}), before {:.3} ({:.3} to {:.3}): more than chance",
                    new.mean, new.low, new.high, old.mean, old.low, old.high
                )),
                Some(_) => {}
                None => self.against.push(format!(
                    "hidden skills found by {name} were not measured, before {:.3}; `--features full` measures them",
                    old.mean
                )),
            }
        }
    }

    /// Whether it may be published.
    pub fn passes(&self) -> bool {
        self.against.is_empty()
    }

    /// The comparison, for people; `before` is the live release's.
    pub fn to_text(&self, before: Option<&Judgement>) -> String {
        let mut text = String::new();
        for new in &self.recall {
            let old = before.and_then(|before| before.recall.iter().find(|old| old.method == new.method));
            let before = old.map_or_else(String::new, |old| {
                format!(", before {:.3} ({:.3} to {:.3})", old.mean, old.low, old.high)
            });
            let name = training::summary::method_name(&new.method);
            // Writing to a string cannot fail.
            let _ = writeln!(
                text,
                "  hidden skills found by {name}: {:.3} ({:.3} to {:.3}){before}",
                new.mean, new.low, new.high
            );
        }
        if let Some(moved) = self.moved {
            let share = 100.0 * moved.share();
            let _ =
                writeln!(text, "  {} of {} people ({share:.1}%) find another page", moved.moved, moved.asked);
        }
        if let Some(smallest) = self.smallest {
            let _ = writeln!(text, "  the smallest roadmap has {smallest} people");
        }
        for reason in &self.against {
            let _ = writeln!(text, "  against: {reason}");
        }
        text
    }
}

/// The half width of a difference's interval. Not `f64::hypot`: that asks for GLIBC 2.35, and Lambda has 2.34.
fn together(a: f64, b: f64) -> f64 {
    (a * a + b * b).sqrt()
}
