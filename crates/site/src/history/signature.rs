//! Signatures: the distinctive skills of a roadmap, by which it is recognised in another model.

use std::collections::BTreeMap;

use career_model::clean::skill_identity;
use career_model::roadmap::Backgrounds;
use serde::{Deserialize, Serialize};

/// Most skills of a signature.
const MAX_SKILLS: usize = 24;

/// Skills that are more common in a group than in its level → their terms of the Kullback–Leibler divergence,
/// `share · ln(share / share in the level)`. It is made from the counts on the page, so at least five people
/// list each of the skills.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Signature(BTreeMap<String, f64>);

impl Signature {
    /// The signature of a group within its level.
    pub fn new(group: &Backgrounds, level: &Backgrounds) -> Signature {
        let of_level: BTreeMap<String, u32> =
            level.skills.iter().map(|skill| (skill_identity(&skill.name), skill.people)).collect();
        let share = |people: u32, all: u64| f64::from(people) / all.max(1) as f64;
        let weighed = group.skills.iter().map(|skill| {
            let identity = skill_identity(&skill.name);
            let own = share(skill.people, group.people);
            let expected = of_level.get(&identity).map_or(own, |people| share(*people, level.people));
            (identity, own, own * (own / expected.max(f64::MIN_POSITIVE)).ln())
        });
        let mut weighed: Vec<(String, f64, f64)> = weighed.collect();
        // The only group of a level has no distinctive skills: use its most common skills.
        if weighed.iter().all(|(_, _, weight)| *weight <= 0.0) {
            weighed.iter_mut().for_each(|(_, own, weight)| *weight = *own);
        }
        weighed.retain(|(_, _, weight)| *weight > 0.0);
        weighed.sort_by(|a, b| b.2.total_cmp(&a.2).then_with(|| a.0.cmp(&b.0)));
        weighed.truncate(MAX_SKILLS);
        // Four digits are precise enough to compare, and keep the file small.
        let rounded = |value: f64| (value * 1e4).round() / 1e4;
        Signature(weighed.into_iter().map(|(skill, _, weight)| (skill, rounded(weight))).collect())
    }

    /// The cosine of two signatures, 0 to 1; 0 when either is empty.
    pub fn cosine(&self, other: &Signature) -> f64 {
        let dot: f64 = self.0.iter().filter_map(|(skill, a)| Some(a * other.0.get(skill)?)).sum();
        let norm = |signature: &Signature| signature.0.values().map(|v| v * v).sum::<f64>().sqrt();
        let norms = norm(self) * norm(other);
        if norms > 0.0 { dot / norms } else { 0.0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::backgrounds;

    #[test]
    fn skills_common_in_the_whole_level_do_not_make_signatures_similar() {
        let level = backgrounds(100, &[("Git", 90), ("Python", 50), ("Kafka", 10)]);
        let signature = |skills: &[(&str, u32)]| Signature::new(&backgrounds(20, skills), &level);
        let data = signature(&[("Git", 18), ("Python", 20)]);
        let streams = signature(&[("Git", 18), ("Kafka", 10)]);
        assert!(data.cosine(&signature(&[("git", 19), ("python", 18)])) > 0.99);
        assert!(data.cosine(&streams) < 0.01, "both have Git, but so does the whole level");
    }

    #[test]
    fn the_only_group_of_a_level_has_a_signature() {
        let level = backgrounds(20, &[("Git", 18), ("Python", 9)]);
        let only = Signature::new(&level, &level);
        assert!((only.cosine(&only) - 1.0).abs() < 1e-12);
        assert_eq!(Signature::default().cosine(&only).to_bits(), 0.0_f64.to_bits());
    }
}
