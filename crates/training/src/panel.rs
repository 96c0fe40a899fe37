//! A panel: a sample of people to compare two models on.

use std::collections::BTreeMap;

use career_model::{Level, Model, Profile};
use serde::{Deserialize, Serialize};

use crate::reading::{RecordNumber, remove_taken_back};

/// The largest number of people in a panel.
const MAX_PEOPLE: usize = 10_000;

/// An even sample of the people read: every k-th person, with the smallest k that keeps the panel below its
/// maximum.
#[derive(Debug)]
pub struct Panel {
    profiles: Vec<Profile>,
    /// The record of each profile.
    records: Vec<RecordNumber>,
    every: u64,
    seen: u64,
}

impl Default for Panel {
    fn default() -> Panel {
        Panel { profiles: Vec::new(), records: Vec::new(), every: 1, seen: 0 }
    }
}

impl Panel {
    /// Offers a person to the sample.
    pub fn add(&mut self, profile: &Profile, record: RecordNumber) {
        if self.seen.is_multiple_of(self.every) {
            // Models do not use these fields.
            let anonymous = Profile { id: String::new(), url: None, company: None, ..profile.clone() };
            self.profiles.push(anonymous);
            self.records.push(record);
        }
        self.seen += 1;
        if self.profiles.len() > MAX_PEOPLE {
            self.profiles = every_second(std::mem::take(&mut self.profiles));
            self.records = every_second(std::mem::take(&mut self.records));
            self.every *= 2;
        }
    }

    /// Takes back the people of these records, which are ascending.
    pub fn take_back(&mut self, records: &[RecordNumber]) {
        remove_taken_back(&mut self.profiles, &self.records, records);
        self.records.retain(|record| records.binary_search(record).is_err());
    }

    /// Assigns every person of the panel to a page of each model.
    pub fn overlap(&self, before: &Model, after: &Model) -> Overlap {
        let mut overlap = Overlap::default();
        for profile in &self.profiles {
            let (old, new) = (before.classify(profile), after.classify(profile));
            let Some(assigned) = &old.assignment else { continue };
            let old = assigned.roadmap.path(old.level);
            let new_path = new.assignment.as_ref().map(|assigned| assigned.roadmap.path(new.level));
            *overlap.pairs.entry((new.level, old, new_path)).or_default() += 1;
        }
        overlap
    }
}

fn every_second<T>(all: Vec<T>) -> Vec<T> {
    all.into_iter().step_by(2).collect()
}

/// Numbers of people by old and new page. The new paths are those of the new model as fitted, before links
/// are assigned.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overlap {
    /// (level, old page, new page, `None` for the level's overview) → people.
    pub pairs: BTreeMap<(Level, String, Option<String>), u64>,
}

/// Numbers of people of a panel who get another page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PanelMoves {
    /// People who had a roadmap in the old model.
    pub asked: u64,
    /// Those of them who get another page.
    pub moved: u64,
}

impl Overlap {
    /// Counts the people who get another page. `link_of` maps a page of the new model to its link.
    pub fn moved(&self, link_of: impl Fn(&str) -> String) -> PanelMoves {
        let mut moves = PanelMoves::default();
        for ((_, old, new), people) in &self.pairs {
            moves.asked += people;
            if new.as_deref().map(&link_of).as_deref() != Some(old) {
                moves.moved += people;
            }
        }
        moves
    }
}

impl PanelMoves {
    /// The share of people who get another page, 0 to 1.
    pub fn share(self) -> f64 {
        self.moved as f64 / self.asked.max(1) as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sample_is_even_and_bounded() {
        let mut panel = Panel::default();
        for months in 0..45_000 {
            panel.add(&Profile { experience_months: Some(months), ..Profile::default() }, months);
        }
        let kept: Vec<u32> = panel.profiles.iter().filter_map(|p| p.experience_months).collect();
        assert!(kept.len() <= MAX_PEOPLE && kept.len() > MAX_PEOPLE / 2, "{}", kept.len());
        assert!(kept.windows(2).all(|pair| pair[1] - pair[0] == kept[1]), "every k-th, from the first on");
        panel.take_back(&[kept[0], kept[1] + 1, kept[2]]);
        let left: Vec<u32> = panel.profiles.iter().filter_map(|p| p.experience_months).collect();
        assert_eq!(left, [&kept[1..2], &kept[3..]].concat());
    }

    #[test]
    fn people_who_keep_their_link_are_not_counted_as_moved() {
        let to = |page: &str| Some(page.to_owned());
        let pairs = [("a", to("x"), 7), ("a", to("y"), 2), ("a", None, 1)];
        let pairs = pairs.map(|(old, new, people)| ((Level::Junior, old.to_owned(), new), people));
        let overlap = Overlap { pairs: pairs.into_iter().collect() };
        let moved = overlap.moved(|new| if new == "x" { "a".to_owned() } else { new.to_owned() });
        assert_eq!(moved, PanelMoves { asked: 10, moved: 3 });
    }
}
