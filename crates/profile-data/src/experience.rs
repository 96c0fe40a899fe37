//! Months of experience out of jobs, as profiles describe them: dates, durations, or neither.

mod career;
mod duration;
mod job;
mod month;

use std::fmt;
use std::str::FromStr;

pub(crate) use career::{Career, Position};
pub use duration::parse_duration;
pub use job::Job;
pub use month::YearMonth;

use crate::MAX_EXPERIENCE_MONTHS;

/// What several jobs add up to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ExperienceRule {
    /// A month counts once, however many jobs it was spent in.
    #[default]
    Union,
    /// Every month of every job counts.
    Sum,
}

impl fmt::Display for ExperienceRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            ExperienceRule::Union => "union",
            ExperienceRule::Sum => "sum",
        })
    }
}

impl FromStr for ExperienceRule {
    type Err = String;

    fn from_str(text: &str) -> Result<ExperienceRule, String> {
        match text {
            "union" => Ok(ExperienceRule::Union),
            "sum" => Ok(ExperienceRule::Sum),
            _ => Err("give `union` or `sum`".to_owned()),
        }
    }
}

/// Months of experience in these jobs, at most [`MAX_EXPERIENCE_MONTHS`]; `None` when no job says how long.
///
/// Under [`ExperienceRule::Union`] the months covered by at least one dated job count once; a job that has a
/// duration and no dates cannot overlap anything that is known, so its months are added.
pub fn experience_months(jobs: &[Job], rule: ExperienceRule) -> Option<u32> {
    let mut spans: Vec<(YearMonth, YearMonth)> = Vec::new();
    let mut undated = 0_u32;
    let mut known = false;
    for job in jobs {
        match *job {
            Job::Dated { start, end } => spans.push((start.min(end), start.max(end))),
            Job::Lasting { months } => undated = undated.saturating_add(months),
            Job::Unknown => continue,
        }
        known = true;
    }
    let dated = match rule {
        ExperienceRule::Sum => {
            spans.iter().fold(0, |sum: u32, &(start, end)| sum.saturating_add(end.months_since(start)))
        }
        ExperienceRule::Union => months_covered(&mut spans),
    };
    known.then(|| dated.saturating_add(undated).min(MAX_EXPERIENCE_MONTHS))
}

/// Months in at least one of the spans, both ends included.
fn months_covered(spans: &mut [(YearMonth, YearMonth)]) -> u32 {
    spans.sort_unstable();
    let mut covered = 0;
    let mut last: Option<YearMonth> = None;
    for &mut (start, end) in spans {
        covered += match last {
            Some(last) if last >= end => 0,
            Some(last) if last >= start => end.months_since(last) - 1,
            _ => end.months_since(start),
        };
        last = Some(last.map_or(end, |last| last.max(end)));
    }
    covered
}
