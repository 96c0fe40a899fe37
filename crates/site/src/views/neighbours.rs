//! The neighbours of a roadmap: the most similar roadmaps of its level, and how they differ from it.

use serde::Serialize;
use templates::Words;

use crate::census::{Group, Item, Kind, LevelCensus};
use crate::views::link::LinkView;

/// Most neighbours on a page.
pub const MAX_NEIGHBOURS: usize = 3;
/// Most skills in which a neighbour differs, in each direction.
const MAX_DIFFERENCES: usize = 3;
/// Smallest difference of shares that counts as a difference.
const MIN_DIFFERENCE: f64 = 0.1;

/// A similar roadmap.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NeighbourView {
    /// The similar roadmap.
    pub to: LinkView,
    /// Names of skills that are more common there, separated by commas.
    pub more: String,
    /// Names of skills that are less common there, separated by commas.
    pub fewer: String,
}

impl NeighbourView {
    /// The neighbours of the level's roadmap at `index`. Roadmaps that share no skill are not neighbours.
    pub fn all(words: &Words, level: &LevelCensus<'_>, index: usize) -> Vec<NeighbourView> {
        let Some((_, own)) = level.roadmaps.get(index) else { return Vec::new() };
        let near = level.nearest[index].iter().filter(|&&(_, cosine)| cosine > 0.0).take(MAX_NEIGHBOURS);
        near.map(|&(neighbour, _)| {
            let (roadmap, other) = &level.roadmaps[neighbour];
            NeighbourView {
                to: LinkView::new(words, level.level, roadmap),
                more: more_common(other, own).join(", "),
                fewer: more_common(own, other).join(", "),
            }
        })
        .collect()
    }
}

/// Names of skills that are more common in `a` than in `b`, the greatest difference first.
fn more_common<'m>(a: &Group<'m>, b: &Group<'_>) -> Vec<&'m str> {
    let mut gains: Vec<(f64, &Item<'m>)> = a
        .items(Kind::Skill)
        .iter()
        .map(|item| (a.share(Kind::Skill, &item.identity) - b.share(Kind::Skill, &item.identity), item))
        .filter(|&(gain, _)| gain >= MIN_DIFFERENCE)
        .collect();
    gains.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.name.cmp(b.1.name)));
    gains.into_iter().take(MAX_DIFFERENCES).map(|(_, item)| item.name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::backgrounds;

    #[test]
    fn differences_are_named_the_greatest_first() {
        let here = backgrounds(100, &[("Rust", 60), ("SQL", 50), ("Git", 40)]);
        let there = backgrounds(10, &[("Kafka", 9), ("SQL", 8), ("Git", 5), ("Go", 5), ("Linux", 5)]);
        let [here, there] = [&here, &there].map(Group::new);
        assert_eq!(more_common(&there, &here), ["Kafka", "Go", "Linux"]);
        // Git is less common here: 40 of 100, but 5 of 10 there.
        assert_eq!(more_common(&here, &there), ["Rust"]);
    }
}
