//! How much more common something is in a group than in its level, and whether that may be chance.

use crate::census::group::{Group, Item};

/// Below this, "1.0×" would be told as a difference.
const LEAST: f64 = 1.1;

/// Standard deviations above what a group drawn by lot would have.
pub const BEYOND_CHANCE: f64 = 2.0;

/// An item among all people of a level, and how many times as common it is in a group.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Compared {
    /// People of the level who have it.
    pub people: u64,
    /// People of the level.
    pub of: u64,
    /// The group's share over that of the level.
    pub times: f64,
    /// Whether the difference is worth telling.
    pub is_telling: bool,
}

impl Compared {
    /// Share of the level's people, 0 to 1.
    pub fn share(&self) -> f64 {
        self.people as f64 / (self.of as f64).max(1.0)
    }
}

/// Compares a group's item with all people of its level; `None` when the level's count is not known.
///
/// Telling is what one in forty groups of this size, drawn from the level by lot, would not reach (the hypergeometric
/// distribution, by its mean and variance), and what is at least 1.1 times as common.
pub fn compared(item: &Item<'_>, group: &Group<'_>, level: &Group<'_>) -> Option<Compared> {
    let in_level = level.items(item.kind).people(&item.identity)?;
    let (drawn, of) = (group.people() as f64, level.people() as f64);
    let level_share = f64::from(in_level) / of;
    let share = f64::from(item.people) / drawn;
    let times = share / level_share;
    let variance = drawn * level_share * (1.0 - level_share) * (of - drawn) / (of - 1.0).max(1.0);
    let beyond = f64::from(item.people) - drawn * level_share;
    let is_telling = variance > 0.0 && beyond > BEYOND_CHANCE * variance.sqrt() && times >= LEAST;
    Some(Compared { people: u64::from(in_level), of: level.people(), times, is_telling })
}

#[cfg(test)]
mod tests {
    use career_model::roadmap::{Backgrounds, ItemCount};

    use super::*;
    use crate::census::group::Kind;

    fn has(people: u64, with: u32) -> Backgrounds {
        let skills = vec![ItemCount { name: "Kafka".to_owned(), people: with }];
        Backgrounds { people, skills, ..Backgrounds::default() }
    }

    fn times(group: (u64, u32), level: (u64, u32)) -> Option<(String, bool)> {
        let (group, level) = (has(group.0, group.1), has(level.0, level.1));
        let (group, level) = (Group::new(&group), Group::new(&level));
        let item = group.items(Kind::Skill).iter().next()?;
        compared(item, &group, &level).map(|found| (format!("{:.1}", found.times), found.is_telling))
    }

    #[test]
    fn what_chance_may_do_is_not_told() {
        assert_eq!(times((100, 50), (1000, 200)), Some(("2.5".to_owned(), true)));
        // The same ratio among twelve people is luck often enough.
        assert_eq!(times((12, 5), (1000, 250)), Some(("1.7".to_owned(), false)));
        assert_eq!(times((100, 20), (1000, 200)), Some(("1.0".to_owned(), false)));
        assert_eq!(times((100_000, 50_000), (1_000_000, 490_000)), Some(("1.0".to_owned(), false)));
        // The group is the level: there is nothing to compare with.
        assert_eq!(times((100, 50), (100, 50)), Some(("1.0".to_owned(), false)));
        // Fewer than five of the level, as far as the model knows.
        assert_eq!(times((100, 50), (1000, 4)), None);
    }
}
