//! The roadmaps of a level that are most like one, and how they differ.

use career_model::fingerprint::fingerprint;
use rayon::prelude::*;
use serde::Serialize;
use templates::Words;

use crate::views::census::{Group, Item, Kind, LevelCensus};
use crate::views::roadmaps::LinkView;

/// Neighbours on a page.
pub const NEIGHBOURS: usize = 3;
/// Neighbours that are known of each roadmap; more than any page shows.
const KEPT: usize = 32;
/// Skills that say how a neighbour differs, in each direction.
const DIFFERENCES: usize = 3;
/// A smaller difference of shares is none.
const LEAST_DIFFERENCE: f64 = 0.1;

/// A roadmap that is much like another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NeighbourView {
    /// The other one.
    pub to: LinkView,
    /// What more of its people have, one after another; empty for nothing.
    pub more: String,
    /// What fewer of them have.
    pub fewer: String,
}

/// Another roadmap of a level: its position there, and the cosine of shares of skills.
pub type Near = (usize, f64);

/// For each group the others, the most alike first, at most [`KEPT`] of them.
pub fn nearest(groups: &[&Group<'_>]) -> Vec<Vec<Near>> {
    let vectors: Vec<Vec<(u64, f64)>> = groups.iter().map(|group| unit_vector(group)).collect();
    let others = |of: usize| {
        let mut found: Vec<Near> = (0..vectors.len())
            .filter(|&other| other != of)
            .map(|other| (other, dot(&vectors[of], &vectors[other])))
            .collect();
        found.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        found.truncate(KEPT);
        found
    };
    (0..vectors.len()).into_par_iter().map(others).collect()
}

/// Shares of skills, by fingerprint, of length 1. Shares are counts over a number that is the same for all of a group,
/// so counts do.
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

impl NeighbourView {
    /// A level's roadmaps that are most like one of them; those that have nothing in common are no neighbours.
    pub fn all(words: &Words, level: &LevelCensus<'_>, of: usize) -> Vec<NeighbourView> {
        let Some((_, own)) = level.roadmaps.get(of) else { return Vec::new() };
        let near = level.nearest[of].iter().filter(|&&(_, cosine)| cosine > 0.0).take(NEIGHBOURS);
        near.map(|&(place, _)| {
            let (roadmap, other) = &level.roadmaps[place];
            NeighbourView {
                to: LinkView::new(words, level.level, roadmap),
                more: more_common(other, own).join(", "),
                fewer: more_common(own, other).join(", "),
            }
        })
        .collect()
    }
}

/// Names of what is more common in `a` than in `b`, the greatest difference first.
fn more_common<'m>(a: &Group<'m>, b: &Group<'_>) -> Vec<&'m str> {
    let mut gains: Vec<(f64, &Item<'m>)> = a
        .items(Kind::Skill)
        .iter()
        .map(|item| (a.share(Kind::Skill, &item.identity) - b.share(Kind::Skill, &item.identity), item))
        .filter(|&(gain, _)| gain >= LEAST_DIFFERENCE)
        .collect();
    gains.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.name.cmp(b.1.name)));
    gains.into_iter().take(DIFFERENCES).map(|(_, item)| item.name).collect()
}

#[cfg(test)]
mod tests {
    use career_model::roadmap::{Backgrounds, Counted};

    use super::*;

    fn has(people: u64, skills: &[(&str, u32)]) -> Backgrounds {
        let skills = skills.iter().map(|&(name, people)| Counted { name: name.to_owned(), people });
        Backgrounds { people, skills: skills.collect(), ..Backgrounds::default() }
    }

    #[test]
    fn likeness_is_of_shares_and_not_of_sizes() {
        let small = has(20, &[("Rust", 10), ("Kafka", 5)]);
        let large = has(2000, &[("RUST", 1000), ("kafka", 500)]);
        let other = has(20, &[("Excel", 10)]);
        let bare = has(20, &[]);
        let groups = [&small, &large, &other, &bare].map(Group::new);
        let near = nearest(&groups.each_ref());
        assert_eq!(near[0][0].0, 1);
        assert!((near[0][0].1 - 1.0).abs() < 1e-12, "{near:?}");
        assert_eq!((&near[0][1..], near[3][0].1), (&[(2, 0.0), (3, 0.0)][..], 0.0));
    }

    #[test]
    fn what_differs_is_named_the_greatest_difference_first() {
        let here = has(100, &[("Rust", 60), ("SQL", 50), ("Git", 40)]);
        let there = has(10, &[("Kafka", 9), ("SQL", 8), ("Git", 5), ("Go", 5), ("Linux", 5)]);
        let [here, there] = [&here, &there].map(Group::new);
        assert_eq!(more_common(&there, &here), ["Kafka", "Go", "Linux"]);
        // Git is in half of ten and in 40 of a hundred.
        assert_eq!(more_common(&here, &there), ["Rust"]);
    }
}
