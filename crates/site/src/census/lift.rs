//! Lift: how many times as common an item is in a group as in its level, and whether that is significant.

use crate::census::group::{Group, Item};

/// Smallest lift that is significant; pages would show a smaller one as "1.0×".
const MIN_LIFT: f64 = 1.1;

/// Standard deviations from which a difference is significant.
pub const SIGNIFICANT_DEVIATIONS: f64 = 2.0;

/// An item of a group, compared with the whole level.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LevelComparison {
    /// Number of people in the level who have the item.
    pub people: u64,
    /// Number of people in the level.
    pub of: u64,
    /// Share of the group divided by the share of the level.
    pub lift: f64,
    /// True if the item is more common in the group than chance and rounding explain.
    pub is_significant: bool,
}

impl LevelComparison {
    /// Share of the level's people who have the item, 0 to 1.
    pub fn share(&self) -> f64 {
        self.people as f64 / (self.of as f64).max(1.0)
    }
}

/// Compares a group's item with the whole level; `None` if the level does not list the item.
///
/// A lift is significant if it is at least 1.1, and if at most about one in forty random samples of the level
/// of this size would reach it (hypergeometric distribution, by its mean and variance).
pub fn compare_with_level(item: &Item<'_>, group: &Group<'_>, level: &Group<'_>) -> Option<LevelComparison> {
    let in_level = level.items(item.kind).people(&item.identity)?;
    let (drawn, of) = (group.people() as f64, level.people() as f64);
    let level_share = f64::from(in_level) / of;
    let share = f64::from(item.people) / drawn;
    let lift = share / level_share;
    let variance = drawn * level_share * (1.0 - level_share) * (of - drawn) / (of - 1.0).max(1.0);
    let excess = f64::from(item.people) - drawn * level_share;
    let is_significant =
        variance > 0.0 && excess > SIGNIFICANT_DEVIATIONS * variance.sqrt() && lift >= MIN_LIFT;
    Some(LevelComparison { people: u64::from(in_level), of: level.people(), lift, is_significant })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::census::group::Kind;
    use crate::testing::backgrounds;

    fn lift(group: (u64, u32), level: (u64, u32)) -> Option<(String, bool)> {
        let [group, level] = [group, level].map(|(people, with)| backgrounds(people, &[("Kafka", with)]));
        let (group, level) = (Group::new(&group), Group::new(&level));
        let item = group.items(Kind::Skill).iter().next()?;
        compare_with_level(item, &group, &level)
            .map(|found| (format!("{:.1}", found.lift), found.is_significant))
    }

    #[test]
    fn differences_within_chance_are_not_significant() {
        assert_eq!(lift((100, 50), (1000, 200)), Some(("2.5".to_owned(), true)));
        // Among twelve people, a similar ratio is often chance.
        assert_eq!(lift((12, 5), (1000, 250)), Some(("1.7".to_owned(), false)));
        assert_eq!(lift((100, 20), (1000, 200)), Some(("1.0".to_owned(), false)));
        assert_eq!(lift((100_000, 50_000), (1_000_000, 490_000)), Some(("1.0".to_owned(), false)));
        // The group is the whole level.
        assert_eq!(lift((100, 50), (100, 50)), Some(("1.0".to_owned(), false)));
        // The level does not list items of fewer than five people.
        assert_eq!(lift((100, 50), (1000, 4)), None);
    }
}
