//! The gate, one rule at a time.

use career_model::metadata::{MethodRecall, Recommender, SearchMetrics};
use career_model::{Level, Model};
use career_training::Fitted;
use releases::gate::{MAX_MOVED_SHARE, judge};
use releases::manifest::Manifest;
use releases::refresh::{Options, publish_model};
use releases::report::Outcome;
use training::panel::PanelMoves;
use training::progress::Silent;

use crate::parts::{LEASE, candidate, live, models, now, release, site, store, time};

/// The first model with these recalls of the page and of the personal ranking.
fn measured(page: f64, personal: f64) -> Model {
    let mut parts = models()[0].parts().clone();
    let recall = [(Recommender::Page, page), (Recommender::Personal, personal)].map(|(method, mean)| {
        MethodRecall { method: method.to_string(), mean, low: mean - 0.02, high: mean + 0.02 }
    });
    parts.metadata.search = Some(SearchMetrics { recall: recall.to_vec(), ..SearchMetrics::default() });
    parts.checked().expect("a model")
}

fn live_with(model: &Model) -> Manifest {
    now(async {
        let (_, store) = store();
        release(&store, candidate(model, "live")).await.expect("published");
        live(&store).await
    })
}

#[test]
fn recall_may_drop_by_the_interval_of_the_difference_and_no_further() {
    let before = live_with(&measured(0.28, 0.5));
    let against = |model: &Model| judge(model, Some(&before), None).against;
    assert!(against(&measured(0.253, 0.473)).is_empty());
    assert!(against(&measured(0.4, 0.7)).is_empty());
    for (page, personal, name) in [(0.251, 0.5, "the page"), (0.28, 0.471, "ranked for the person")] {
        let against = against(&measured(page, personal));
        assert!(against.len() == 1 && against[0].contains(name), "{against:?}");
    }
    let against = against(&models()[0]);
    assert_eq!(against.len(), 2, "neither recall is measured: {against:?}");
    assert!(against[0].contains("--features full"), "{against:?}");
}

#[test]
fn at_most_a_fifth_of_people_may_move() {
    let judged = |moved| {
        let moved = Some(PanelMoves { asked: 1000, moved });
        judge(&models()[0], None, moved).passes()
    };
    assert!((MAX_MOVED_SHARE - 0.2).abs() < 1e-12);
    assert!(judged(0) && judged(200));
    assert!(!judged(201));
}

#[test]
fn a_model_without_roadmaps_does_not_replace_one_with_roadmaps() {
    let mut parts = models()[0].parts().clone();
    for level in Level::ALL {
        let level = &mut parts.levels[level.index()];
        level.roadmaps.clear();
        level.clusters = None;
    }
    let empty = parts.checked().expect("a model");
    assert!(judge(&empty, None, None).passes(), "the first release may be empty");
    let judgement = judge(&empty, Some(&live_with(&models()[0])), None);
    assert!(judgement.against[0].contains("no roadmap is left"), "{judgement:?}");
}

#[test]
fn a_refusal_writes_nothing_and_a_reason_overrides_it() {
    now(async {
        let (memory, store) = store();
        let options = |force: Option<&str>| Options {
            force: force.map(str::to_owned),
            lease: LEASE,
            ..Options::new(site(), time("2026-01-02T03:04:05Z"))
        };
        let publish = async |model: Model, force| {
            publish_model(&store, Fitted::without_members(model), None, &options(force), &Silent)
                .await
                .expect("done")
        };
        publish(measured(0.28, 0.5), None).await;
        let writes = memory.journal().len();
        let refused = publish(measured(0.2, 0.5), None).await;
        assert_eq!(refused.outcome, Outcome::Refused);
        assert!(!refused.is_success());
        assert_eq!(memory.journal().len(), writes, "nothing was written");
        let text = refused.to_text();
        assert!(text.contains("0.200") && text.contains("before 0.280 (0.260 to 0.300)"), "{text}");
        let forced = publish(measured(0.2, 0.5), Some("fewer profiles, as agreed")).await;
        assert_eq!(forced.outcome, Outcome::Published);
        assert_eq!(live(&store).await.forced.as_deref(), Some("fewer profiles, as agreed"));
    });
}
