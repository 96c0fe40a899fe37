//! Months of experience: texts of profiles, and the laws of summing jobs.

use profile_data::{
    ExperienceRule, Job, MAX_EXPERIENCE_MONTHS, YearMonth, experience_months, parse_duration,
};
use proptest::prelude::*;

fn month(year: i32, month: u32) -> YearMonth {
    YearMonth::new(year, month).expect("a month")
}

const NOBODY: Option<u32> = None;

#[test]
fn months_in_many_languages() {
    let cases = [
        ("Jan 2020", (2020, 1)),
        ("January 2020", (2020, 1)),
        ("2020", (2020, 1)),
        ("2020-07", (2020, 7)),
        ("2020-07-15", (2020, 7)),
        ("2020-07-15T00:00:00.000Z", (2020, 7)),
        ("07/2020", (2020, 7)),
        ("15.07.2020", (2020, 7)),
        ("07/15/2020", (2020, 7)),
        ("99/2020", (2020, 1)),
        ("2020/7", (2020, 7)),
        ("2020.", (2020, 1)),
        ("2020 3 years", (2020, 1)),
        ("07/2020 3 years", (2020, 7)),
        ("März 2019", (2019, 3)),
        ("août 2019", (2019, 8)),
        ("juin 2019", (2019, 6)),
        ("juil. 2019", (2019, 7)),
        ("ene. 2018", (2018, 1)),
        ("set 2018", (2018, 9)),
        ("gennaio 2018", (2018, 1)),
        ("mei 2018", (2018, 5)),
        ("paź 2018", (2018, 10)),
        ("Ağustos 2018", (2018, 8)),
        ("октябрь 2021 г.", (2021, 10)),
        ("мая 2021", (2021, 5)),
        ("липень 2021", (2021, 7)),
    ];
    for (text, (year, of_year)) in cases {
        assert_eq!(YearMonth::parse(text), YearMonth::new(year, of_year), "{text}");
    }
    for text in ["", "Present", "12", "1850", "20200", "Jan", "99/99"] {
        assert_eq!(YearMonth::parse(text), None, "{text}");
    }
    assert_eq!(YearMonth::new(2020, 13), None);
    assert_eq!(YearMonth::new(-5, 1), None);
}

#[test]
fn durations_of_profiles() {
    let cases = [
        ("3 years 2 months", Some(38)),
        ("1 year", Some(12)),
        ("5 months", Some(5)),
        ("1 yr 2 mos", Some(14)),
        ("2 года 3 месяца", Some(27)),
        ("1 г. 3 мес.", Some(15)),
        ("2 р. 3 міс.", Some(27)),
        ("1 jaar 2 mnd", Some(14)),
        ("1.5 years", Some(18)),
        ("2,5 Jahre", Some(30)),
        ("3yrs 2mos", Some(38)),
        ("10+ years", Some(120)),
        ("moins d'un an", Some(6)),
        ("5 лет", Some(60)),
        ("2 ans 1 mois", Some(25)),
        ("1 Jahr 3 Monate", Some(15)),
        ("less than a year", Some(6)),
        ("Nov 2023 - Present 1 year 2 months", Some(14)),
        ("", NOBODY),
        ("years", NOBODY),
        ("4000000000 years", NOBODY),
        ("99999999999 months", NOBODY),
    ];
    for (text, months) in cases {
        assert_eq!(parse_duration(text), months, "{text}");
    }
}

#[test]
fn jobs_from_texts() {
    let as_of = month(2025, 1);
    let job = |start, end, duration| Job::from_texts(start, end, duration, as_of);
    let dated = |start, end| Job::Dated { start, end };
    assert_eq!(job(Some("Jun 2022"), Some("Oct 2023"), None), dated(month(2022, 6), month(2023, 10)));
    let seventeen = [job(Some("Jun 2022"), Some("Oct 2023"), Some("1 year 5 months"))];
    assert_eq!(experience_months(&seventeen, ExperienceRule::Union), Some(17));
    let range = job(None, None, Some("Nov 2023 - Present 1 year 2 months"));
    assert_eq!(range, dated(month(2023, 11), month(2024, 12)));
    assert_eq!(
        job(None, None, Some("Nov 2023 – Dec 2023 2 months")),
        dated(month(2023, 11), month(2023, 12))
    );
    assert_eq!(job(Some("Nov 2023"), Some("Present"), None), dated(month(2023, 11), as_of));
    assert_eq!(job(Some("Nov 2023"), None, None), dated(month(2023, 11), as_of));
    assert_eq!(job(Some("2023-11"), Some("по настоящее время"), None), dated(month(2023, 11), as_of));
    for present in
        ["PRESENT", "heute", "aujourd'hui", "até o momento", "до настоящего времени", "по наст. время"]
    {
        assert_eq!(job(Some("Nov 2023"), Some(present), None), dated(month(2023, 11), as_of), "{present}");
    }
    assert_eq!(job(Some("Nov 2023"), Some("unknown"), None), Job::Unknown);
    assert_eq!(job(None, None, Some("3 years")), Job::Lasting { months: 36 });
    assert_eq!(job(Some("Nov 2023"), Some("Jan 2020"), None), Job::Unknown, "it ends before it starts");
    assert_eq!(job(Some("Nov 2023"), Some("Jan 2020"), Some("5 months")), Job::Lasting { months: 5 });
    assert_eq!(job(Some("Nov 2023"), Some("unclear"), None), Job::Unknown);
    assert_eq!(job(None, Some("Jan 2020"), None), Job::Unknown);
    assert_eq!(job(Some("Nov 2026"), None, None), Job::Unknown, "after the month of the export");
}

#[test]
fn rules_have_names() {
    for rule in [ExperienceRule::Union, ExperienceRule::Sum] {
        assert_eq!(rule.to_string().parse(), Ok(rule));
    }
    assert_eq!(ExperienceRule::default(), ExperienceRule::Union);
    assert!("both".parse::<ExperienceRule>().is_err());
}

#[test]
fn unknown_jobs_have_no_months_and_too_many_months_are_cut() {
    for rule in [ExperienceRule::Union, ExperienceRule::Sum] {
        assert_eq!(experience_months(&[], rule), None);
        assert_eq!(experience_months(&[Job::Unknown], rule), None);
        assert_eq!(experience_months(&[Job::Lasting { months: 0 }], rule), Some(0));
        let ages = [Job::Lasting { months: u32::MAX }, Job::Lasting { months: u32::MAX }];
        assert_eq!(experience_months(&ages, rule), Some(MAX_EXPERIENCE_MONTHS));
    }
}

fn jobs() -> impl Strategy<Value = Vec<Job>> {
    let job = prop_oneof![
        4 => (0..600_u32, 0..120_u32).prop_map(|(start, length)| {
            let at = |n: u32| month(1970 + (n / 12) as i32, n % 12 + 1);
            Job::Dated { start: at(start), end: at(start + length) }
        }),
        1 => (0..100_u32).prop_map(|months| Job::Lasting { months }),
        1 => Just(Job::Unknown),
    ];
    proptest::collection::vec(job, 0..9)
}

/// Month by month.
fn union_by_definition(jobs: &[Job]) -> Option<u32> {
    let mut undated = 0;
    let mut months = std::collections::BTreeSet::new();
    let mut known = false;
    for job in jobs {
        match *job {
            Job::Dated { start, end } => {
                let first = month(1970, 1);
                months.extend(start.months_since(first)..=end.months_since(first));
            }
            Job::Lasting { months } => undated += months,
            Job::Unknown => continue,
        }
        known = true;
    }
    known.then(|| (months.len() as u32 + undated).min(MAX_EXPERIENCE_MONTHS))
}

proptest! {
    #[test]
    fn the_union_is_what_counting_months_gives(jobs in jobs()) {
        prop_assert_eq!(experience_months(&jobs, ExperienceRule::Union), union_by_definition(&jobs));
    }

    #[test]
    fn the_union_is_at_most_the_sum_and_order_does_not_matter(jobs in jobs()) {
        let union = experience_months(&jobs, ExperienceRule::Union);
        let sum = experience_months(&jobs, ExperienceRule::Sum);
        prop_assert!(union <= sum);
        let reversed: Vec<Job> = jobs.iter().rev().copied().collect();
        prop_assert_eq!(union, experience_months(&reversed, ExperienceRule::Union));
    }

    #[test]
    fn a_dated_job_told_twice_is_one_job(jobs in jobs(), at in any::<prop::sample::Index>()) {
        let dated: Vec<Job> = jobs.into_iter().filter(|job| matches!(job, Job::Dated { .. })).collect();
        if !dated.is_empty() {
            let mut twice = dated.clone();
            twice.push(dated[at.index(dated.len())]);
            let (union, sum) = (ExperienceRule::Union, ExperienceRule::Sum);
            prop_assert_eq!(experience_months(&dated, union), experience_months(&twice, union));
            let cut = experience_months(&dated, sum) == Some(MAX_EXPERIENCE_MONTHS);
            prop_assert!(cut || experience_months(&dated, sum) < experience_months(&twice, sum));
        }
    }

    #[test]
    fn one_more_job_never_lowers_it(jobs in jobs(), place in 0..9_usize) {
        for rule in [ExperienceRule::Union, ExperienceRule::Sum] {
            let mut fewer = jobs.clone();
            if place < fewer.len() {
                fewer.remove(place);
            }
            prop_assert!(experience_months(&fewer, rule) <= experience_months(&jobs, rule));
        }
    }

    #[test]
    fn no_text_panics(
        start in "\\PC{0,40}",
        end in "\\PC{0,40}",
        duration in "\\PC{0,40}|[0-9]{1,12} (years|months)( [0-9]{1,12} months)?",
    ) {
        let job = Job::from_texts(Some(&start), Some(&end), Some(&duration), month(2025, 1));
        let months = experience_months(&[job], ExperienceRule::Sum);
        prop_assert!(months.is_none_or(|months| months <= MAX_EXPERIENCE_MONTHS));
    }
}
