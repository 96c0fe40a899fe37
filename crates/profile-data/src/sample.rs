//! A sample of synthetic people who look like real exports, including errors.
//!
//! Person `i` is a pure function of (seed, i), so a longer sample begins with the shorter one. The number of
//! distinct strings grows more slowly than the number of people, as in real data.

mod archetypes;
mod dirt;
mod draw;
mod person;
#[cfg(test)]
mod tests;
mod vocabulary;
mod world;

use std::io::{self, Write};

use career_model::Profile;

use crate::identity::canonical_address;

/// Whether a person is from [`sample`]: made up, by the address of their page or by their id.
pub fn is_synthetic(profile: &Profile) -> bool {
    let address = profile.url.as_deref().and_then(canonical_address);
    let is_id =
        |id: &str| id.split_once('-').is_some_and(|(seed, index)| is_number(seed) && is_number(index));
    address.is_some_and(|address| address.split('/').next() == Some(person::HOST))
        || profile.id.strip_prefix("sample-").is_some_and(is_id)
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// An endless iterator of people; see [`sample`].
#[derive(Clone, Debug)]
pub struct Sample {
    seed: u64,
    index: u64,
}

/// Synthetic profiles: the same people for the same seed, on every platform.
///
/// ```
/// let ten: Vec<_> = profile_data::sample(1).take(10).collect();
/// let three: Vec<_> = profile_data::sample(1).take(3).collect();
/// assert_eq!(ten[..3], three);
/// ```
pub fn sample(seed: u64) -> Sample {
    Sample { seed, index: 0 }
}

impl Iterator for Sample {
    type Item = Profile;

    fn next(&mut self) -> Option<Profile> {
        let profile = person::person(self.seed, self.index);
        self.index += 1;
        Some(profile)
    }
}

/// Writes the first `n` of `profiles`, one JSON object per line; give it a buffered writer.
///
/// # Errors
/// The error of `writer`.
pub fn write_jsonl(
    profiles: impl IntoIterator<Item = Profile>,
    n: u64,
    mut writer: impl Write,
) -> io::Result<()> {
    let mut profiles = profiles.into_iter();
    let mut line = Vec::new();
    for _ in 0..n {
        let Some(profile) = profiles.next() else { break };
        line.clear();
        serde_json::to_writer(&mut line, &profile)?;
        line.push(b'\n');
        writer.write_all(&line)?;
    }
    writer.flush()
}
