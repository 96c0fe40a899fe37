//! People who are kept out of learning, and asked: part of what they hold is hidden.

use career_model::Level;

use super::recall::HeldOut;
use super::table::{Columns, InterestTable, Value, values_of};
use crate::people::{People, Person};
use crate::random::{generator, weighted_draw};

/// Every so manieth person is asked.
const EVERY: usize = 5;

/// The share of an asked person's skills that is hidden.
const HIDDEN_SHARE: f64 = 0.3;

/// Who lists fewer skills is not asked: too little would be left to show.
const MIN_SKILLS: usize = 5;

/// The most people that candidates learn from, and the most that are asked: more do not change which is best.
const MOST: [usize; 2] = [4_000, 1_000];

/// Two parts of the rows of a table: those to learn from, and those to ask. Rows are in an order that depends on what
/// people have, so every fifth row is a fair sample, and the order people were read in does not matter. Of many, each
/// part is an even sample.
pub fn split(n_rows: usize) -> (Vec<usize>, Vec<usize>) {
    let (learn, ask): (Vec<usize>, Vec<usize>) = (0..n_rows).partition(|row| row % EVERY != 0);
    let thinned = |rows: Vec<usize>, most: usize| -> Vec<usize> {
        let step = rows.len().div_ceil(most).max(1);
        rows.into_iter().step_by(step).collect()
    };
    (thinned(learn, MOST[0]), thinned(ask, MOST[1]))
}

/// How often each person is asked, with other skills hidden: one hiding says little about one person.
const TIMES: u64 = 5;

/// Asks some people (by position in [`People::iter_leveled`]): hides part of their skills, and shows the rest. Rows of
/// one person follow each other, [`TIMES`] of them.
pub fn hide(
    people: &People,
    topic_of_degree_field: &[Option<u32>],
    columns: &Columns,
    asked: &[usize],
    seed: u64,
) -> HeldOut {
    let everyone: Vec<(Level, Person<'_>)> = people.iter_leveled().collect();
    let mut rows = Vec::new();
    for (place, &person) in asked.iter().enumerate() {
        let (level, who) = everyone[person];
        let n_skills = who.skill_spellings.len();
        if n_skills < MIN_SKILLS {
            continue;
        }
        let n_hidden = ((n_skills as f64 * HIDDEN_SHARE).round() as usize).max(1);
        for time in 0..TIMES {
            let mut rng = generator(seed, "hide", place as u64 * TIMES + time);
            let mut left: Vec<_> = who.skill_spellings.to_vec();
            // By text, not as they were read.
            left.sort_unstable();
            let mut hidden = Vec::with_capacity(n_hidden);
            for _ in 0..n_hidden {
                let uniform: Vec<f64> = (1..=left.len()).map(|n| n as f64).collect();
                hidden.push(Value::Skill(left.swap_remove(weighted_draw(&mut rng, &uniform))));
            }
            let shown = values_of(people, who, topic_of_degree_field).filter(|value| !hidden.contains(value));
            let shown = columns.row(shown);
            let hidden_columns =
                columns.row(hidden.iter().copied()).into_iter().map(|column| column as usize).collect();
            rows.push((level.index(), shown, person, (hidden_columns, n_hidden)));
        }
    }
    let table = InterestTable::from_rows(
        columns,
        rows.iter().map(|(level, row, person, _)| (*level, row.as_slice(), *person)),
    );
    HeldOut {
        shown: table,
        hidden: rows.into_iter().map(|row| row.3).collect(),
        rows_per_person: TIMES as usize,
    }
}
