//! Similar roadmaps of a level, by the cosine of their shares of skills.

use career_model::fingerprint::fingerprint;
use rayon::prelude::*;

use crate::census::group::{Group, Kind};

/// Most neighbours of a roadmap; more than any page shows.
const MAX_NEIGHBOURS: usize = 32;

/// A similar roadmap: its position in the level, and the cosine of the shares of skills.
pub type Neighbour = (usize, f64);

/// For each group its neighbours, the most similar first, at most [`MAX_NEIGHBOURS`].
pub fn nearest(groups: &[&Group<'_>]) -> Vec<Vec<Neighbour>> {
    let vectors: Vec<Vec<(u64, f64)>> = groups.iter().map(|group| unit_vector(group)).collect();
    let neighbours = |group: usize| {
        let mut found: Vec<Neighbour> = (0..vectors.len())
            .filter(|&other| other != group)
            .map(|other| (other, dot(&vectors[group], &vectors[other])))
            .collect();
        found.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        found.truncate(MAX_NEIGHBOURS);
        found
    };
    (0..vectors.len()).into_par_iter().map(neighbours).collect()
}

/// A group's skills as a unit vector: fingerprint and weight, in ascending order of fingerprints. Counts give
/// the same unit vector as shares.
fn unit_vector(group: &Group<'_>) -> Vec<(u64, f64)> {
    let skills = group.items(Kind::Skill).iter();
    let mut vector: Vec<(u64, f64)> =
        skills.map(|item| (fingerprint(&item.identity), f64::from(item.people))).collect();
    let length = vector.iter().map(|(_, people)| people * people).sum::<f64>().sqrt();
    vector.iter_mut().for_each(|(_, people)| *people /= length);
    vector.sort_unstable_by_key(|&(skill, _)| skill);
    vector
}

fn dot(a: &[(u64, f64)], b: &[(u64, f64)]) -> f64 {
    let (mut a, mut b) = (a.iter().peekable(), b.iter().peekable());
    let mut sum = 0.0;
    while let (Some(&&(left, x)), Some(&&(right, y))) = (a.peek(), b.peek()) {
        if left == right {
            sum += x * y;
        }
        if left <= right {
            a.next();
        }
        if right <= left {
            b.next();
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::backgrounds;

    #[test]
    fn similarity_depends_on_shares_and_not_on_sizes() {
        let small = backgrounds(20, &[("Rust", 10), ("Kafka", 5)]);
        let large = backgrounds(2000, &[("RUST", 1000), ("kafka", 500)]);
        let other = backgrounds(20, &[("Excel", 10)]);
        let bare = backgrounds(20, &[]);
        let groups = [&small, &large, &other, &bare].map(Group::new);
        let near = nearest(&groups.each_ref());
        assert_eq!(near[0][0].0, 1);
        assert!((near[0][0].1 - 1.0).abs() < 1e-12, "{near:?}");
        assert_eq!((&near[0][1..], near[3][0].1), (&[(2, 0.0), (3, 0.0)][..], 0.0));
    }
}
