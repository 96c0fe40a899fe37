//! The time limit of a fit.

use std::fs::File;
use std::sync::Arc;
use std::time::{Duration, Instant};

use career_training::{ClusterCount, Features, Search};
use profile_data::{ExperienceRule, Forgotten, ReadOptions, YearMonth};
use training::progress::Silent;
use training::reading::ReadSettings;
use training::time_limit::{OutOfTime, TimeLimit};
use training::topics::Steering;
use training::workflow::{TrainOptions, fit_people, read_people};

#[test]
fn a_fit_ends_at_its_limit() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("people.jsonl");
    let file = File::create(&out).expect("a file");
    profile_data::write_jsonl(profile_data::sample(1).take(300), 300, file).expect("written");
    let as_of = YearMonth::new(2026, 1).expect("a month");
    let options = ReadOptions { format: None, experience: ExperienceRule::default(), as_of };
    let options = TrainOptions {
        profiles: vec![out],
        reading: ReadSettings { options, select: None, strict: false, forgotten: Forgotten::default() },
        steering: Steering::default(),
        services: None,
        features: Features::Full(Search::Reference),
        clusters: ClusterCount::Auto,
        seed: 1,
    };
    let fit = |limit: Option<TimeLimit>| {
        let mut people = read_people(&options, Arc::new(Silent)).expect("people");
        people.set_limit(limit);
        fit_people(&options, people).map(|(output, _)| output.summary)
    };
    let error = fit(Some(TimeLimit::until(Instant::now()))).expect_err("no time");
    assert!(error.downcast_ref::<OutOfTime>().is_some(), "{error:#}");

    let limit = TimeLimit::until(Instant::now() + Duration::from_secs(600));
    fit(Some(limit.clone())).expect("enough time");
    assert_eq!(limit.out_of_time().position, "Drawing roadmaps", "the last stage");
    fit(None).expect("no limit");
}
