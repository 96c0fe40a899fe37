//! How a page came out: the success of the method's source, and its people's place in the plane.

use std::collections::HashSet;

use career_model::clean::skill_fingerprint;
use career_model::metadata::PageMetrics;
use career_model::roadmap::Roadmap;
use ndarray::{Array2, Axis};

use crate::interests::projection::singular_directions;
use crate::people::{People, Person};

/// Skills of a page that count for success.
const OF_PAGE: usize = 5;

/// The two axes along which these rows differ most, `n_components × 2`: for pictures.
pub(crate) fn plane_of(points: &Array2<f64>, rows: &[usize], seed: u64) -> Array2<f64> {
    let mut own = points.select(Axis(0), rows);
    if let Some(mean) = own.mean_axis(Axis(0)) {
        own -= &mean;
    }
    let axes = singular_directions(&own.view(), 2, seed);
    Array2::from_shape_fn((points.ncols(), 2), |(row, axis)| axes.get([row, axis]).copied().unwrap_or(0.0))
}

/// The metrics of a page: its people, and their rows in the plane, `n × 2`.
pub(crate) fn page_metrics(
    people: &People,
    roadmap: &Roadmap,
    who: &[Person<'_>],
    points: &Array2<f64>,
) -> PageMetrics {
    let top: HashSet<u64> = roadmap.has.skill_fingerprints.iter().take(OF_PAGE).copied().collect();
    let (mut found, mut asked) = (0.0_f64, 0.0_f64);
    for person in who.iter().filter(|person| !person.skills.is_empty()) {
        asked += 1.0;
        let hit =
            person.first_skills().any(|skill| top.contains(&skill_fingerprint(people.skills.text(skill))));
        found += f64::from(u8::from(hit));
    }
    let n = (points.nrows() as f64).max(1.0);
    let centre = points.sum_axis(Axis(0)) / n;
    let apart = points - &centre;
    let between = |a: usize, b: usize| apart.column(a).dot(&apart.column(b)) / n;
    PageMetrics {
        success: found / asked.max(1.0),
        centre: centre.to_vec(),
        spread: vec![between(0, 0), between(0, 1), between(1, 1)],
    }
}
