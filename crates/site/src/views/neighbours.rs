//! The roadmaps of a level that are most like one, and how they differ.

use serde::Serialize;
use templates::Words;

use crate::census::{Group, Item, Kind, LevelCensus};
use crate::views::link::LinkView;

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
    /// What more of its people have, one after another; empty for nothing.
    pub more: String,
    /// What fewer of them have.
    pub fewer: String,
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
    use career_model::roadmap::{Backgrounds, ItemCount};

    use super::*;

    fn has(people: u64, skills: &[(&str, u32)]) -> Backgrounds {
        let skills = skills.iter().map(|&(name, people)| ItemCount { name: name.to_owned(), people });
        Backgrounds { people, skills: skills.collect(), ..Backgrounds::default() }
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
