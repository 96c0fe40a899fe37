//! Groups for tests.

use career_model::roadmap::{Backgrounds, ItemCount};

/// A group with these skills, each with its people.
pub(crate) fn backgrounds(people: u64, skills: &[(&str, u32)]) -> Backgrounds {
    let skills = skills.iter().map(|&(name, people)| ItemCount { name: name.to_owned(), people });
    Backgrounds { people, skills: skills.collect(), ..Backgrounds::default() }
}
