//! Derives the current position, the employer and the months from the jobs of a person.

use super::job::is_present;
use super::{ExperienceRule, Job, YearMonth, experience_months};

/// A job with its title.
pub(crate) struct Position {
    title: Option<String>,
    company: Option<String>,
    start: Option<YearMonth>,
    /// `None` for a current job.
    end: Option<Ended>,
    job: Job,
}

/// The end of a job; an unreadable one is the earliest.
type Ended = Option<YearMonth>;

impl Position {
    /// A job without an end, or with one after `as_of`, is a current job.
    pub(crate) fn new(
        title: Option<String>,
        company: Option<String>,
        (start, end): (Option<&str>, Option<&str>),
        as_of: YearMonth,
    ) -> Position {
        let said = end.filter(|end| !end.trim().is_empty() && !is_present(end));
        let ended = said.map(YearMonth::parse).filter(|end| end.is_none_or(|end| end <= as_of));
        Position {
            title,
            company,
            start: start.and_then(YearMonth::parse),
            end: ended,
            job: Job::from_texts(start, end.filter(|_| ended.is_some()), None, as_of),
        }
    }
}

/// The work of a person.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Career {
    /// The title of the current job that began last; else the headline; else the title of the job that ended
    /// last.
    pub(crate) position: Option<String>,
    /// The employer of the current job that began last.
    pub(crate) company: Option<String>,
    pub(crate) experience_months: Option<u32>,
}

impl Career {
    /// Of equal dates the first job counts, because profiles begin with the latest.
    pub(crate) fn new(positions: Vec<Position>, headline: Option<String>, rule: ExperienceRule) -> Career {
        let jobs: Vec<Job> = positions.iter().map(|position| position.job).collect();
        let experience_months = experience_months(&jobs, rule);
        let (current, past): (Vec<Position>, Vec<Position>) =
            positions.into_iter().rev().partition(|position| position.end.is_none());
        let current = current.into_iter().max_by_key(|position| position.start);
        let last = past.into_iter().filter(|p| p.title.is_some()).max_by_key(|p| (p.end, p.start));
        let (title, company) = current.map_or((None, None), |position| (position.title, position.company));
        let position = title.or(headline).or_else(|| last.and_then(|position| position.title));
        Career { position, company, experience_months }
    }
}
