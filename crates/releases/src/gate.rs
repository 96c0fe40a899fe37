//! The quality gate: a release that is worse than the live one is not published without `--force`.

use career_model::Model;
use career_model::metadata::{MethodRecall, Recommender};
use career_model::roadmap::MIN_PEOPLE_PER_PAGE;
use training::panel::PanelMoves;
use training::summary::method_name;

use crate::judgement::Judgement;
use crate::manifest::Manifest;

/// Largest share of the panel that may change page.
pub const MAX_MOVED_SHARE: f64 = 0.2;

/// The methods whose recall must not drop: the page and the personal ranking.
const JUDGED_METHODS: [Recommender; 2] = [Recommender::Page, Recommender::Personal];

/// Judges a model against the live release. Without a live release, only the model itself is checked.
pub fn judge(model: &Model, live: Option<&Manifest>, moved: Option<PanelMoves>) -> Judgement {
    let search = model.metadata().search.as_ref();
    let recall: Vec<MethodRecall> = search.map_or_else(Vec::new, |search| {
        let judged =
            |recall: &&MethodRecall| recall.recommender().is_some_and(|own| JUDGED_METHODS.contains(&own));
        search.recall.iter().filter(judged).cloned().collect()
    });
    let smallest = model.roadmaps().map(|(_, roadmap)| roadmap.has.people).min();
    let mut against = Vec::new();
    if let Some(live) = live {
        against.extend(recall_drops(&recall, &live.judgement.recall));
        if smallest.is_none() && !live.roadmaps.is_empty() {
            let lost = live.roadmaps.len();
            against.push(format!("no roadmap is left of {lost}; are these all the profiles?"));
        }
    }
    if let Some(people) = smallest.filter(|people| *people < MIN_PEOPLE_PER_PAGE) {
        against.push(format!(
            "a roadmap has {people} people; the minimum is {MIN_PEOPLE_PER_PAGE}, to protect their privacy"
        ));
    }
    if let Some(moved) = moved.filter(|moved| moved.share() > MAX_MOVED_SHARE) {
        against.push(format!(
            "{:.0}% of people ({} of {}) would change page; the maximum is {:.0}%",
            100.0 * moved.share(),
            moved.moved,
            moved.asked,
            100.0 * MAX_MOVED_SHARE
        ));
    }
    Judgement { recall, moved, smallest, against }
}

/// A recall has dropped if the difference is larger than its confidence interval. The two releases are
/// measured on different people, so both have sampling error: the half widths of the two intervals add up in
/// quadrature.
fn recall_drops(new: &[MethodRecall], old: &[MethodRecall]) -> Vec<String> {
    let mut drops = Vec::new();
    for old in old {
        let name = method_name(old);
        let before = format!("{:.3} ({:.3} to {:.3})", old.mean, old.low, old.high);
        match new.iter().find(|new| new.method == old.method) {
            Some(new) if old.mean - new.mean > quadrature(old.mean - old.low, new.high - new.mean) => {
                drops.push(format!(
                    "hidden skills found by {name}: {:.3} ({:.3} to {:.3}), before {before}: \
                     more than chance",
                    new.mean, new.low, new.high
                ));
            }
            Some(_) => {}
            None => drops.push(format!(
                "hidden skills found by {name} were not measured, before {:.3}; use `--features full`",
                old.mean
            )),
        }
    }
    drops
}

/// The half width of a difference's interval. Not `f64::hypot`: it requires GLIBC 2.35, and Lambda has 2.34.
fn quadrature(a: f64, b: f64) -> f64 {
    (a * a + b * b).sqrt()
}
