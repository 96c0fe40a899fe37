//! The distribution of experience, in bins that identify no person.

use career_model::roadmap::MIN_PEOPLE_PER_ITEM;
use career_model::{Level, Profile};
use serde::Serialize;

/// Months per bin.
const BIN_MONTHS: u32 = 24;

/// A bin of the distribution.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ExperienceBin {
    /// The first month.
    pub from: u32,
    /// The last month.
    pub to: u32,
    /// The levels in the bin, each with its first month there.
    pub levels: Vec<(&'static str, u32)>,
    /// People in the bin.
    pub people: u64,
}

/// The bins with at least [`MIN_PEOPLE_PER_ITEM`] people.
pub fn experience(profiles: &[Profile]) -> Vec<ExperienceBin> {
    let months = profiles.iter().filter_map(|profile| profile.experience_months);
    let mut bins: Vec<u32> = months.map(|months| months / BIN_MONTHS).collect();
    bins.sort_unstable();
    let same = bins.chunk_by(|a, b| a == b);
    let enough = same.filter(|bin| bin.len() >= MIN_PEOPLE_PER_ITEM as usize);
    enough.map(|bin| ExperienceBin::new(bin[0], bin.len() as u64)).collect()
}

impl ExperienceBin {
    fn new(index: u32, people: u64) -> ExperienceBin {
        let from = index * BIN_MONTHS;
        // The last bin is shorter: it ends at `u32::MAX`.
        let to = from.saturating_add(BIN_MONTHS - 1);
        let mut levels = vec![(Level::from_months(from).as_str(), from)];
        for month in from + 1..=to {
            let level = Level::from_months(month).as_str();
            if levels.last().is_some_and(|last| last.0 != level) {
                levels.push((level, month));
            }
        }
        ExperienceBin { from, to, levels, people }
    }

    /// `96 to 119 months, junior, senior from 100`
    pub fn label(&self) -> String {
        let mut text = format!("{} to {} months", self.from, self.to);
        for (index, (level, month)) in self.levels.iter().enumerate() {
            text.push_str(&if index == 0 { format!(", {level}") } else { format!(", {level} from {month}") });
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn people(months: &[(u32, usize)]) -> Vec<Profile> {
        let person = |months| Profile { experience_months: Some(months), ..Profile::default() };
        months.iter().flat_map(|(months, n)| std::iter::repeat_n(person(*months), *n)).collect()
    }

    #[test]
    fn bins_show_where_a_level_begins_and_small_bins_are_left_out() {
        let bins =
            experience(&people(&[(97, 3), (119, 2), (240, 9), (0, 5), (23, 1), (24, 4), (u32::MAX, 5)]));
        let labels: Vec<(String, u64)> = bins.iter().map(|bin| (bin.label(), bin.people)).collect();
        assert_eq!(
            labels[..3],
            [
                ("0 to 23 months, junior".to_owned(), 6),
                ("96 to 119 months, junior, senior from 100".to_owned(), 5),
                ("240 to 263 months, senior, expert from 251".to_owned(), 9),
            ]
        );
        assert_eq!((bins.len(), bins[3].to), (4, u32::MAX), "{bins:?}");
    }
}
