//! The metrics of a page: the success measure of the reference method, and the position of its people in the
//! plane.

use std::collections::HashSet;

use career_model::clean::skill_fingerprint;
use career_model::metadata::PageMetrics;
use career_model::roadmap::Roadmap;
use ndarray::{Array2, Axis};

use crate::maths::truncated_svd::singular_directions;
use crate::people::table::{People, Person};

/// The number of a page's skills that count for success.
const N_PAGE_SKILLS: usize = 5;

/// The two axes along which these rows differ most, `n_components × 2`, for pictures.
pub(crate) fn plane_of(points: &Array2<f64>, rows: &[usize], seed: u64) -> Array2<f64> {
    let mut own = points.select(Axis(0), rows);
    if let Some(mean) = own.mean_axis(Axis(0)) {
        own -= &mean;
    }
    let axes = singular_directions(&own.view(), 2, seed);
    Array2::from_shape_fn((points.ncols(), 2), |(row, axis)| axes.get([row, axis]).copied().unwrap_or(0.0))
}

/// The metrics of a page from its people and their points in the plane, `n × 2`.
pub(crate) fn page_metrics(
    people: &People,
    roadmap: &Roadmap,
    persons: &[Person<'_>],
    points: &Array2<f64>,
) -> PageMetrics {
    let top: HashSet<u64> = roadmap.has.skill_fingerprints.iter().take(N_PAGE_SKILLS).copied().collect();
    let (mut hits, mut n_persons) = (0.0_f64, 0.0_f64);
    for person in persons.iter().filter(|person| !person.skills.is_empty()) {
        n_persons += 1.0;
        let hit =
            person.first_skills().any(|skill| top.contains(&skill_fingerprint(people.skills.text(skill))));
        hits += f64::from(u8::from(hit));
    }
    let n = (points.nrows() as f64).max(1.0);
    let centre = points.sum_axis(Axis(0)) / n;
    let centred = points - &centre;
    let covariance = |a: usize, b: usize| centred.column(a).dot(&centred.column(b)) / n;
    PageMetrics {
        success: hits / n_persons.max(1.0),
        centre: centre.to_vec(),
        spread: vec![covariance(0, 0), covariance(0, 1), covariance(1, 1)],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn centre_and_spread_are_mean_and_variance() {
        let points = Array2::from_shape_vec((4, 2), vec![1.0, 0.0, 3.0, 0.0, 1.0, 4.0, 3.0, 4.0]).unwrap();
        let found = page_metrics(&People::default(), &Roadmap::default(), &[], &points);
        assert_eq!((found.centre, found.spread, found.success), (vec![2.0, 2.0], vec![1.0, 0.0, 4.0], 0.0));
    }

    #[test]
    fn the_plane_is_where_rows_differ() {
        let points = Array2::from_shape_fn((9, 3), |(row, axis)| match axis {
            0 => (row % 3) as f64 * 10.0,
            1 => 5.0,
            _ => (row / 3) as f64,
        });
        let plane = plane_of(&points, &(0..9).collect::<Vec<_>>(), 1);
        for (axis, own) in [(0, 0), (1, 2)] {
            assert!((plane[[own, axis]].abs() - 1.0).abs() < 1e-9, "{plane}");
        }
    }
}
