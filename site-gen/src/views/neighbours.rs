//! The roadmaps of a level that are most like one, and how they differ.

use serde::Serialize;
use templates::Words;

use crate::views::census::{Group, Item, Kind, LevelCensus};
use crate::views::roadmaps::LinkView;

/// Neighbours on a page.
pub const NEIGHBOURS: usize = 3;
/// Skills that say how a neighbour differs, in each direction.
const DIFFERENCES: usize = 3;
/// A smaller difference of shares is none.
const LEAST_DIFFERENCE: f64 = 0.1;

/// A roadmap that is much like another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NeighbourView {
    /// The other one.
    pub to: LinkView,
    /// What more of its people have.
    pub more: Vec<String>,
    /// What fewer of them have.
    pub fewer: Vec<String>,
}

/// The other roadmaps of a level, the most alike first: position in the level, and cosine of shares of skills.
pub fn nearest(level: &LevelCensus<'_>, of: usize) -> Vec<(usize, f64)> {
    let Some((_, own)) = level.roadmaps.get(of) else { return Vec::new() };
    let mut found: Vec<(usize, f64)> = level
        .roadmaps
        .iter()
        .enumerate()
        .filter(|&(place, _)| place != of)
        .map(|(place, (_, other))| (place, cosine(own, other)))
        .collect();
    found.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    found
}

/// The cosine of two groups' shares of skills; 0 where they have none in common.
pub fn cosine(a: &Group<'_>, b: &Group<'_>) -> f64 {
    let square = |group: &Group<'_>| -> f64 {
        let counts = group.items(Kind::Skill).iter().map(|item| f64::from(item.people));
        counts.map(|people| people * people).sum()
    };
    let product: f64 = a
        .items(Kind::Skill)
        .iter()
        .filter_map(|item| Some((item.people, b.items(Kind::Skill).people(&item.identity)?)))
        .map(|(a, b)| f64::from(a) * f64::from(b))
        .sum();
    // Shares are counts over a number that is the same for all of a group, and cosines do not see that.
    let length = (square(a) * square(b)).sqrt();
    if length > 0.0 { product / length } else { 0.0 }
}

impl NeighbourView {
    /// A level's roadmaps that are most like one of them; those that have nothing in common are no neighbours.
    pub fn all(words: &Words, level: &LevelCensus<'_>, of: usize) -> Vec<NeighbourView> {
        let Some((_, own)) = level.roadmaps.get(of) else { return Vec::new() };
        let near = nearest(level, of).into_iter().filter(|&(_, cosine)| cosine > 0.0).take(NEIGHBOURS);
        near.map(|(place, _)| {
            let (roadmap, other) = &level.roadmaps[place];
            NeighbourView {
                to: LinkView::new(words, level.level, roadmap),
                more: more_common(other, own),
                fewer: more_common(own, other),
            }
        })
        .collect()
    }
}

/// Names of what is more common in `a` than in `b`, the greatest difference first.
fn more_common(a: &Group<'_>, b: &Group<'_>) -> Vec<String> {
    let mut gains: Vec<(f64, &Item<'_>)> = a
        .items(Kind::Skill)
        .iter()
        .map(|item| (a.share(Kind::Skill, &item.identity) - b.share(Kind::Skill, &item.identity), item))
        .filter(|&(gain, _)| gain >= LEAST_DIFFERENCE)
        .collect();
    gains.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.name.cmp(b.1.name)));
    gains.into_iter().take(DIFFERENCES).map(|(_, item)| item.name.to_owned()).collect()
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
        let [small, large, other, bare] = [&small, &large, &other, &bare].map(Group::new);
        assert!((cosine(&small, &large) - 1.0).abs() < 1e-12);
        assert_eq!(cosine(&small, &other), 0.0);
        assert_eq!(cosine(&small, &bare), 0.0);
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
