//! Held-out people: part of their skills is hidden, and recommenders are measured by finding it.

use career_model::{ItemKind, Level};

use crate::interests::columns::{ColumnKey, Columns};
use crate::interests::table::InterestTable;
use crate::maths::random::{generator, weighted_draw};
use crate::people::limits::HELD_OUT_ONE_IN;
use crate::people::table::{People, Person};

/// The share of a held-out person's skills that is hidden.
pub const HIDDEN_SHARE: f64 = 0.3;

/// People with fewer skills are not measured, because too few would be left to show.
pub const MIN_SKILLS: usize = 5;

/// The most people that candidates are fitted on; more do not change which is best.
const MAX_TRAINING: usize = 4_000;

/// The most held-out people; more do not change which candidate is best.
const MAX_HELD_OUT: usize = 1_000;

/// The number of times that other skills of each person are hidden; one time would be too noisy.
const TIMES: u64 = 5;

/// The hidden items of one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HiddenItems {
    /// Their columns.
    pub columns: Vec<usize>,
    /// Their number, including those without a column.
    pub n_hidden: usize,
}

/// Held-out people: what they show, and what is hidden.
#[derive(Clone, Debug)]
pub struct HeldOut {
    /// The shown items.
    pub shown: InterestTable,
    /// The hidden items of every row.
    pub hidden: Vec<HiddenItems>,
    /// The number of rows per person, side by side.
    pub rows_per_person: usize,
}

impl HeldOut {
    /// Per person the mean over the person's rows.
    pub fn by_person(&self, of_row: impl Fn(usize) -> f64) -> Vec<f64> {
        let rows: Vec<f64> = (0..self.shown.n_people()).map(of_row).collect();
        rows.chunks(self.rows_per_person.max(1)).map(mean).collect()
    }
}

/// The mean; 0 for an empty list.
pub fn mean(values: &[f64]) -> f64 {
    // `sum` of nothing is -0.0.
    values.iter().fold(0.0, |sum, value| sum + value) / values.len().max(1) as f64
}

/// Splits the rows of a table into a training part and a held-out part. The order of rows depends only on
/// people's items, so every fifth row is a fair sample, and the order of the input does not matter. Of many
/// rows, each part is an even sample.
pub fn split(n_rows: usize) -> (Vec<usize>, Vec<usize>) {
    let (training, held_out): (Vec<usize>, Vec<usize>) =
        (0..n_rows).partition(|row| row % HELD_OUT_ONE_IN != 0);
    let thinned = |rows: Vec<usize>, most: usize| -> Vec<usize> {
        let step = rows.len().div_ceil(most).max(1);
        rows.into_iter().step_by(step).collect()
    };
    (thinned(training, MAX_TRAINING), thinned(held_out, MAX_HELD_OUT))
}

/// Hides part of the skills of some people (by position in [`People::iter_leveled`]). The rows of one person
/// follow each other.
pub fn hide(
    people: &People,
    topic_of_degree_field: &[Option<u32>],
    columns: &Columns,
    held_out: &[usize],
    seed: u64,
) -> HeldOut {
    let everyone: Vec<(Level, Person<'_>)> = people.iter_leveled().collect();
    let mut rows: Vec<(Level, Vec<u32>, usize)> = Vec::new();
    let mut all_hidden = Vec::new();
    for (position, &index) in held_out.iter().enumerate() {
        let (level, person) = everyone[index];
        let n_skills = person.skill_spellings.len();
        if n_skills < MIN_SKILLS {
            continue;
        }
        let n_hidden = ((n_skills as f64 * HIDDEN_SHARE).round() as usize).max(1);
        for time in 0..TIMES {
            let mut rng = generator(seed, "hide", position as u64 * TIMES + time);
            let mut left: Vec<_> = person.skill_spellings.to_vec();
            // In the order of the text, so that the order of the input does not matter.
            left.sort_unstable();
            let mut hidden = Vec::with_capacity(n_hidden);
            for _ in 0..n_hidden {
                let uniform: Vec<f64> = (1..=left.len()).map(|n| n as f64).collect();
                let id = left.swap_remove(weighted_draw(&mut rng, &uniform));
                hidden.push(ColumnKey { kind: ItemKind::Skill, id });
            }
            let keys = ColumnKey::of_person(people, person, topic_of_degree_field);
            let mut shown = columns.row(keys.filter(|key| !hidden.contains(key)));
            let hidden = columns.own(hidden.iter().copied());
            // Another spelling may stand for a label that is hidden.
            shown.retain(|column| !hidden.contains(column));
            rows.push((level, shown, index));
            let hidden = hidden.into_iter().map(|column| column as usize).collect();
            all_hidden.push(HiddenItems { columns: hidden, n_hidden });
        }
    }
    let shown = InterestTable::from_rows(
        columns,
        rows.iter().map(|(level, row, person)| (*level, row.as_slice(), *person)),
    );
    HeldOut { shown, hidden: all_hidden, rows_per_person: TIMES as usize }
}
