//! The test people and their hidden skills.

use std::collections::HashSet;

use career_model::clean::skill_fingerprint;
use career_model::fingerprint::fingerprint;
use career_model::{Level, Profile};
use career_training::HELD_OUT_ONE_IN;
use career_training::selection::held_out::{HIDDEN_SHARE, MIN_SKILLS};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng as _, SeedableRng as _};

/// How the test set is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Split {
    /// A random fifth of the people, the same for the same seed.
    Person,
    /// The last fifth of the people, for files in chronological order.
    Time,
}

/// A test person.
#[derive(Clone, Debug)]
pub struct TestPerson {
    /// The profile without the hidden skills.
    pub shown: Profile,
    /// The level.
    pub level: Level,
    /// The fingerprints of the hidden skills.
    pub hidden: HashSet<u64>,
}

/// Why a person of the test set is skipped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SkipReason {
    /// Without months of experience, the level is unknown.
    NoMonths,
    /// With so few different skills, hiding some of them leaves next to nothing.
    TooFewSkills,
}

/// The indices of the training set and of the test set.
pub fn split(profiles: &[Profile], how: Split, seed: u64) -> (Vec<usize>, Vec<usize>) {
    let n = profiles.len();
    match how {
        Split::Time => ((0..n - n / HELD_OUT_ONE_IN).collect(), (n - n / HELD_OUT_ONE_IN..n).collect()),
        Split::Person => {
            let mut rng = ChaCha8Rng::seed_from_u64(seed);
            let mut order: Vec<usize> = (0..n).collect();
            for index in (1..n).rev() {
                order.swap(index, below(&mut rng, index + 1));
            }
            let mut test = order.split_off(n - n / HELD_OUT_ONE_IN);
            order.sort_unstable();
            test.sort_unstable();
            (order, test)
        }
    }
}

/// Makes a test person by hiding part of the skills.
///
/// # Errors
/// Why the person is skipped; [`SkipReason::NoMonths`] if both reasons apply.
pub fn hide_skills(profile: &Profile, seed: u64) -> Result<TestPerson, SkipReason> {
    let level = Level::from_months(profile.experience_months.ok_or(SkipReason::NoMonths)?);
    let mut different: Vec<u64> = profile.skills.iter().map(|skill| skill_fingerprint(skill)).collect();
    let mut seen = HashSet::new();
    different.retain(|skill| seen.insert(*skill));
    if different.len() < MIN_SKILLS {
        return Err(SkipReason::TooFewSkills);
    }
    // The choice depends on the listed skills, not on the person's index in the file.
    let listed = fingerprint(&profile.skills.join("\n"));
    let mut rng = ChaCha8Rng::seed_from_u64(seed ^ listed);
    let n_hidden = ((different.len() as f64 * HIDDEN_SHARE).round() as usize).max(1);
    let mut hidden = HashSet::new();
    while hidden.len() < n_hidden {
        let index = below(&mut rng, different.len());
        hidden.insert(different.swap_remove(index));
    }
    let skills = profile.skills.iter().filter(|skill| !hidden.contains(&skill_fingerprint(skill))).cloned();
    Ok(TestPerson { shown: Profile { skills: skills.collect(), ..profile.clone() }, level, hidden })
}

/// A random number below `n`, which must not be 0.
fn below(rng: &mut ChaCha8Rng, n: usize) -> usize {
    // The bias of the remainder is below 10⁻¹³ for all possible numbers of people.
    (rng.next_u64() % n as u64) as usize
}
