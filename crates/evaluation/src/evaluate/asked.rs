//! Whom to learn from, whom to ask, and what is hidden.

use std::collections::HashSet;

use career_model::clean::skill_fingerprint;
use career_model::fingerprint::fingerprint;
use career_model::{Level, Profile};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng as _, SeedableRng as _};

/// One person in five is asked.
const EVERY: usize = 5;

/// The share of an asked person's skills that is hidden.
const HIDDEN_SHARE: f64 = 0.3;

/// Who lists fewer different skills is not asked.
const MIN_SKILLS: usize = 5;

/// How people are split.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Split {
    /// By chance, the same for the same seed.
    Person,
    /// The last fifth of the file is asked: files that grow are in the order of time.
    Time,
}

/// Somebody who is asked.
#[derive(Clone, Debug)]
pub struct Asked {
    /// What they show.
    pub shown: Profile,
    /// Their level.
    pub level: Level,
    /// The hidden skills, by fingerprint.
    pub hidden: HashSet<u64>,
}

/// Why somebody who is kept out of learning cannot be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAsked {
    /// There are no months of experience, so there is no level.
    NoMonths,
    /// So few different skills that hiding some leaves next to nothing.
    TooFewSkills,
}

/// Positions of the people to learn from, and of those to ask.
pub fn split(profiles: &[Profile], how: Split, seed: u64) -> (Vec<usize>, Vec<usize>) {
    let n = profiles.len();
    match how {
        Split::Time => ((0..n - n / EVERY).collect(), (n - n / EVERY..n).collect()),
        Split::Person => {
            let mut rng = ChaCha8Rng::seed_from_u64(seed);
            let mut order: Vec<usize> = (0..n).collect();
            for place in (1..n).rev() {
                order.swap(place, below(&mut rng, place + 1));
            }
            let mut asked = order.split_off(n - n / EVERY);
            order.sort_unstable();
            asked.sort_unstable();
            (order, asked)
        }
    }
}

/// The person with part of the skills hidden.
///
/// # Errors
/// Why the person cannot be asked; who lacks months and skills counts as without months.
pub fn ask(profile: &Profile, seed: u64) -> Result<Asked, NotAsked> {
    let level = Level::from_months(profile.experience_months.ok_or(NotAsked::NoMonths)?);
    let mut different: Vec<u64> = profile.skills.iter().map(|skill| skill_fingerprint(skill)).collect();
    let mut seen = HashSet::new();
    different.retain(|skill| seen.insert(*skill));
    if different.len() < MIN_SKILLS {
        return Err(NotAsked::TooFewSkills);
    }
    // By what the person lists, not by where the person stands in the file.
    let listed = fingerprint(&profile.skills.join("\n"));
    let mut rng = ChaCha8Rng::seed_from_u64(seed ^ listed);
    let n_hidden = ((different.len() as f64 * HIDDEN_SHARE).round() as usize).max(1);
    let mut hidden = HashSet::new();
    while hidden.len() < n_hidden {
        let place = below(&mut rng, different.len());
        hidden.insert(different.swap_remove(place));
    }
    let skills = profile.skills.iter().filter(|skill| !hidden.contains(&skill_fingerprint(skill))).cloned();
    Ok(Asked { shown: Profile { skills: skills.collect(), ..profile.clone() }, level, hidden })
}

/// A number below `n`, which is not 0.
fn below(rng: &mut ChaCha8Rng, n: usize) -> usize {
    // The bias of the remainder is below 10⁻¹³ for any file.
    (rng.next_u64() % n as u64) as usize
}
