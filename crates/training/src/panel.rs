//! A panel: people whose roadmaps in two models are compared.

use std::collections::BTreeMap;

use career_model::{Level, Model, Profile};
use serde::{Deserialize, Serialize};

/// The most people of a panel.
const MOST: usize = 10_000;

/// An even sample of the people who were read: every k-th, k as small as memory allows.
#[derive(Debug)]
pub struct Panel {
    profiles: Vec<Profile>,
    every: u64,
    seen: u64,
}

impl Default for Panel {
    fn default() -> Panel {
        Panel { profiles: Vec::new(), every: 1, seen: 0 }
    }
}

impl Panel {
    /// Offers one more person.
    pub fn add(&mut self, profile: &Profile) {
        if self.seen.is_multiple_of(self.every) {
            // Neither a name nor an address is needed to be placed.
            let placed_by = Profile { id: String::new(), url: None, company: None, ..profile.clone() };
            self.profiles.push(placed_by);
        }
        self.seen += 1;
        if self.profiles.len() > MOST {
            let mut position = 0;
            self.profiles.retain(|_| {
                position += 1;
                position % 2 == 1
            });
            self.every *= 2;
        }
    }

    /// Assigns every person of the panel by both models.
    pub fn overlap(&self, before: &Model, after: &Model) -> Overlap {
        let mut overlap = Overlap::default();
        for profile in &self.profiles {
            let (old, new) = (before.classify(profile), after.classify(profile));
            let Some(place) = &old.place else { continue };
            let old = place.roadmap.path(old.level);
            let new_path = new.place.as_ref().map(|place| place.roadmap.path(new.level));
            *overlap.pairs.entry((new.level, old, new_path)).or_default() += 1;
        }
        overlap
    }
}

/// How many people went from which page to which. The new paths are those of the new model as it was fitted, before
/// links were matched.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overlap {
    /// (level, old page, new page, `None` for the level's overview) → people.
    pub pairs: BTreeMap<(Level, String, Option<String>), u64>,
}

/// How many people would find another page than before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    /// People who had a roadmap and were asked.
    pub asked: u64,
    /// Those who get another one.
    pub moved: u64,
}

impl Overlap {
    /// People who leave their page; `link_of` says which link a page of the new model gets.
    pub fn moved(&self, link_of: impl Fn(&str) -> String) -> Moved {
        let mut moved = Moved::default();
        for ((_, old, new), people) in &self.pairs {
            moved.asked += people;
            if new.as_deref().map(&link_of).as_deref() != Some(old) {
                moved.moved += people;
            }
        }
        moved
    }
}

impl Moved {
    /// The share of those asked, 0 to 1.
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
            panel.add(&Profile { experience_months: Some(months), ..Profile::default() });
        }
        let kept: Vec<u32> = panel.profiles.iter().filter_map(|p| p.experience_months).collect();
        assert!(kept.len() <= MOST && kept.len() > MOST / 2, "{}", kept.len());
        assert!(kept.windows(2).all(|pair| pair[1] - pair[0] == kept[1]), "every k-th, from the first on");
    }

    #[test]
    fn whoever_keeps_the_link_has_not_moved() {
        let to = |page: &str| Some(page.to_owned());
        let pairs = [("a", to("x"), 7), ("a", to("y"), 2), ("a", None, 1)];
        let pairs = pairs.map(|(old, new, people)| ((Level::Junior, old.to_owned(), new), people));
        let overlap = Overlap { pairs: pairs.into_iter().collect() };
        let moved = overlap.moved(|new| if new == "x" { "a".to_owned() } else { new.to_owned() });
        assert_eq!(moved, Moved { asked: 10, moved: 3 });
    }
}
