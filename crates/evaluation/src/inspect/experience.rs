//! The distribution of months of experience, and of levels.

use std::collections::BTreeMap;

use career_model::Level;
use profile_data::MAX_EXPERIENCE_MONTHS;

use crate::inspect::report::{Bin, ExperienceReport, LevelCounts};
use crate::inspect::strings::median;

/// Months in a bar of the histogram. A bound of a level is printed below the bar that contains it.
const BIN_MONTHS: u32 = 25;
/// First month of the last bar, which has no end: 50 years.
const LAST_BIN: u32 = 600;

/// Numbers of people by months, at most [`MAX_EXPERIENCE_MONTHS`], so memory is bounded.
#[derive(Debug, Default)]
pub(super) struct Experience {
    people: BTreeMap<u32, u64>,
}

impl Experience {
    pub(super) fn push(&mut self, months: u32) {
        *self.people.entry(months.min(MAX_EXPERIENCE_MONTHS)).or_default() += 1;
    }

    pub(super) fn report(&self) -> ExperienceReport {
        let people: u64 = self.people.values().sum();
        let of_level = |level: Level| {
            let of_level = |months: &u32| Level::from_months(*months) == level;
            self.people.iter().filter(|(months, _)| of_level(months)).map(|(_, people)| people).sum()
        };
        let bins = (0..=LAST_BIN / BIN_MONTHS).map(|bin| {
            let from = bin * BIN_MONTHS;
            let below = (from < LAST_BIN).then_some(from + BIN_MONTHS);
            let inside = self.people.range(from..below.unwrap_or(u32::MAX));
            Bin { from, below, people: inside.map(|(_, people)| people).sum() }
        });
        ExperienceReport {
            people,
            median_months: median(
                self.people.iter().map(|(months, people)| (f64::from(*months), *people)),
                people,
            ),
            longest_months: self.people.last_key_value().map_or(0, |(months, _)| *months),
            levels: LevelCounts {
                junior: of_level(Level::Junior),
                senior: of_level(Level::Senior),
                expert: of_level(Level::Expert),
            },
            bins: bins.collect(),
        }
    }
}
