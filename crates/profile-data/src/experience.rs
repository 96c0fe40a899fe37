//! Computes months of experience from jobs with dates, durations, or neither.

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

/// How the months of several jobs are summed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ExperienceRule {
    /// A month counts once, even with several jobs.
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

/// Months of experience in these jobs, at most [`MAX_EXPERIENCE_MONTHS`]; `None` when no job has dates or a
/// duration.
///
/// With [`ExperienceRule::Union`], the months of at least one dated job count once. The months of a job with
/// a duration but no dates are added, because its overlap is unknown.
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

/// Months in at least one of the spans, including both ends.
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
