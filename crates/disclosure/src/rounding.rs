//! The declared steps and tolerances of counts.

use career_model::roadmap::MIN_PEOPLE_PER_ITEM;

/// Counts of groups below this many people are not rounded: a step of two would be ten points of a share.
pub const ROUNDED_FROM: u64 = 40;

/// The people with whom an item appears in a group that is published for the first time: one more than the
/// minimum, so that the item does not disappear with one person.
pub const APPEARS_AT: u32 = MIN_PEOPLE_PER_ITEM + 1;

/// Months to which quartiles of experience are rounded.
pub const MONTHS_STEP: u32 = 6;

/// The step of a count in a group of `of` people: the largest of 1, 2, 5, 10, 20, 50, … that is at most a
/// twentieth of the count; at least 2 in a group of [`ROUNDED_FROM`] people or more.
///
/// ```
/// use disclosure::rounding::step;
/// let steps: Vec<u64> = [12, 76, 150, 399, 1_000, 7_000].map(|count| step(count, 10_000)).to_vec();
/// assert_eq!(steps, [2, 2, 5, 10, 50, 200]);
/// assert_eq!(step(12, 39), 1);
/// ```
pub fn step(count: u64, of: u64) -> u64 {
    let least = if of < ROUNDED_FROM { 1 } else { 2 };
    let most = count / 20;
    let mut step = least;
    let mut decade = 1;
    while decade <= most {
        for digit in [1, 2, 5] {
            if digit * decade <= most {
                step = step.max(digit * decade);
            }
        }
        decade *= 10;
    }
    step
}

/// A count rounded to its [`step`]; halves go to the even multiple.
pub fn round(count: u64, of: u64) -> u64 {
    round_to(count, step(count, of))
}

/// The multiple of `step` next to a number; halves go to the even multiple.
pub fn round_to(number: u64, step: u64) -> u64 {
    let (below, rest) = (number / step, number % step);
    let up = 2 * rest > step || (2 * rest == step && below % 2 == 1);
    (below + u64::from(up)) * step
}

/// How far a published count may be from the true one before it is made again: a fifth of the count, or two
/// steps if that is more, but not more than [`most_off`].
pub fn tolerance(count: u64, of: u64) -> u64 {
    (count / 5).max(2 * step(count, of)).min(most_off(of))
}

/// How far a published count may be from the true one at most: a tenth of the group (ten points of a share),
/// and two people at least.
pub fn most_off(of: u64) -> u64 {
    (of / 10).max(2)
}

/// The count to publish: `before` while it is within its tolerance, else the rounded count.
pub fn remembered(count: u64, of: u64, before: Option<u64>) -> u64 {
    match before {
        Some(before) if before.abs_diff(count) <= tolerance(count, of) => before,
        _ => round(count, of),
    }
}

/// A count outside of any group: 0 for fewer people than may be shown, else remembered or rounded.
pub fn total(count: u64, before: Option<u64>) -> u64 {
    let least = u64::from(MIN_PEOPLE_PER_ITEM);
    if count < least { 0 } else { remembered(count, u64::MAX, before).max(least) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_rounded_count_is_within_two_and_a_half_points(of in 10_u64..5_000, share in 0.0..=1.0_f64) {
            let count = (of as f64 * share) as u64;
            let shown = round(count, of);
            prop_assert!(shown.abs_diff(count) * 40 <= of, "{count} of {of} shown as {shown}");
        }

        #[test]
        fn a_remembered_count_is_within_ten_points(of in 20_u64..5_000, share in 0.0..=1.0_f64, before: u64) {
            let count = (of as f64 * share) as u64;
            for before in [before % (of + 1), count + 1, count.saturating_sub(1)] {
                let shown = remembered(count, of, Some(before));
                prop_assert!(shown.abs_diff(count) * 10 <= of, "{count} of {of} shown as {shown}");
            }
        }

        #[test]
        fn one_person_changes_no_count_that_was_just_rounded(of in 10_u64..5_000, count in 5_u64..5_000) {
            prop_assume!(count < of);
            let shown = round(count, of);
            for next in [count - 1, count + 1] {
                prop_assert_eq!(remembered(next, of, Some(shown)), shown, "{} of {}", next, of);
            }
        }

        #[test]
        fn a_total_is_no_count_of_a_few_people(count in 0_u64..200, before in 0_u64..200) {
            for before in [None, Some(before)] {
                let shown = total(count, before);
                prop_assert!(shown == 0 && count < 5 || shown >= 5 && count >= 5, "{count} shown as {shown}");
            }
        }

        #[test]
        fn more_people_are_never_shown_as_fewer(of in 10_u64..5_000, count in 0_u64..5_000) {
            prop_assert!(round(count, of) <= round(count + 1, of));
        }
    }
}
