//! Gone is gone: forgotten people, and people who are missing from new data, are in nothing any more.

use std::fs::File;
use std::sync::Arc;

use anyhow::Result;
use artifact_store::{ArtifactStore, MemoryStore, Put, ReleaseId, layout};
use career_model::{Level, Profile};
use career_training::{ClusterCount, Features, Fitted};
use profile_data::{ExperienceRule, Forgotten, ReadOptions, YearMonth};
use releases::catalogue::Catalogue;
use releases::forgotten::{Names, StoredForgotten};
use releases::live_state::LiveState;
use releases::refresh::{Options, publish_model, refresh, roll_back};
use releases::report::{Outcome, Report};
use training::progress::Silent;
use training::reading::ReadSettings;
use training::topics::Steering;
use training::workflow::TrainOptions;

use crate::parts::{LEASE, live, models, now, site, store, time};

/// A skill of six people.
const RARE: &str = "Qvxherding";

/// Synthetic people, of whom the first six of a level have the rare skill.
fn people() -> Vec<Profile> {
    let mut people: Vec<Profile> = profile_data::sample(1).take(300).collect();
    let is_of_level = |profile: &&mut Profile| {
        profile.experience_months.is_some_and(|months| Level::from_months(months) == Level::ALL[1])
    };
    let six = people.iter_mut().filter(is_of_level).take(6);
    six.for_each(|profile| profile.skills.push(RARE.to_owned()));
    people
}

/// The people with the rare skill.
fn holders(people: &[Profile]) -> Vec<Profile> {
    people.iter().filter(|profile| profile.skills.iter().any(|skill| skill == RARE)).cloned().collect()
}

/// The people without the first two who have the rare skill.
fn without_two(people: &[Profile]) -> Vec<Profile> {
    let gone = &holders(people)[..2];
    people.iter().filter(|profile| !gone.contains(profile)).cloned().collect()
}

/// The first two people with the rare skill, by id and by address.
fn two(people: &[Profile]) -> Vec<String> {
    let of = holders(people);
    vec![of[0].id.to_uppercase(), format!("{}/?trk=x", of[1].url.clone().expect("an address"))]
}

fn options(forget: &[String]) -> Options {
    Options {
        forget: Names::new(forget.to_vec()),
        lease: LEASE,
        ..Options::new(site(), time("2026-01-03T00:00:00Z"))
    }
}

async fn refresh_on(store: &ArtifactStore, people: &[Profile], options: &Options) -> Result<Report> {
    let folder = tempfile::tempdir().expect("a folder");
    let profiles = folder.path().join("people.jsonl");
    let file = File::create(&profiles).expect("a file");
    profile_data::write_jsonl(people.iter().cloned(), people.len() as u64, file).expect("written");
    let as_of = YearMonth::new(2026, 1).expect("a month");
    let read = ReadOptions { format: None, experience: ExperienceRule::default(), as_of };
    let train = TrainOptions {
        profiles: vec![profiles],
        reading: ReadSettings { options: read, select: None, strict: true, forgotten: Forgotten::default() },
        steering: Steering::default(),
        services: None,
        features: Features::Reference,
        clusters: ClusterCount::Fixed(3),
        seed: 1,
    };
    refresh(store, train, options, &Silent, Arc::new(Silent)).await
}

/// A refresh that the gate lets pass.
async fn refreshed(store: &ArtifactStore, people: &[Profile], forget: &[String]) -> Report {
    refresh_on(store, people, &options(forget)).await.expect("refreshed")
}

/// The objects with the rare skill, in any case.
async fn traces(store: &ArtifactStore) -> Vec<String> {
    let mut traces = Vec::new();
    let rare = RARE.to_lowercase();
    for listed in store.list("").await.expect("listed") {
        let bytes = store.get(&listed.key, 1 << 26).await.expect("read").bytes;
        let text = String::from_utf8_lossy(&bytes).to_lowercase();
        if text.contains(&rare) {
            traces.push(listed.key.to_string());
        }
    }
    traces
}

/// A store with the release of all people.
async fn published() -> (MemoryStore, ArtifactStore, Vec<Profile>) {
    let (memory, store) = store();
    let people = people();
    assert_eq!(refreshed(&store, &people, &[]).await.outcome, Outcome::Published);
    assert!(traces(&store).await.iter().any(|key| key.starts_with("site/")), "the skill is published");
    (memory, store, people)
}

/// The bytes of the live model.
async fn model(store: &ArtifactStore) -> Vec<u8> {
    let key = live(store).await.release.model_file(artifact_store::ModelFile::Model);
    store.get(&key, 1 << 26).await.expect("a model").bytes
}

#[test]
fn an_item_of_six_people_is_gone_everywhere_when_two_are_forgotten() {
    now(async {
        let (_, store, people) = published().await;
        let first = live(&store).await.release;
        let report = refreshed(&store, &people, &two(&people)).await;
        assert_eq!(report.outcome, Outcome::Published, "{}", report.to_text());
        let counts = report.forgotten.expect("counts");
        assert_eq!((counts.given, counts.new, counts.people, counts.deleted_releases), (2, 2, 2, 1));
        assert!(report.to_text().contains("2 ids to forget (2 new), 2 people found"), "{}", report.to_text());
        assert_eq!(traces(&store).await, [""; 0], "also not in earlier releases");
        assert_eq!(store.list(&first.prefix()).await.expect("listed").len(), 0);

        // As if they had never been in the data.
        let (_, other, _) = published().await;
        refreshed(&other, &without_two(&people), &[]).await;
        assert!(model(&store).await == model(&other).await, "the same bytes");
    });
}

#[test]
fn the_list_has_no_names_and_holds_for_all_later_refreshes() {
    now(async {
        let (_, store, mut people) = published().await;
        let names = two(&people);
        refreshed(&store, &people, &names).await;
        let list = store.get(&layout::forgotten(), 1 << 20).await.expect("a list").bytes;
        let text = String::from_utf8(list.clone()).expect("JSON").to_lowercase();
        for name in names.iter().chain(holders(&people).iter().map(|person| &person.id)) {
            assert!(!text.contains(&name.to_lowercase()));
        }
        let again = refreshed(&store, &people, &[]).await;
        assert_eq!((again.outcome, again.forgotten.expect("counts").people), (Outcome::Unchanged, 2));
        let same = refreshed(&store, &people, &names).await;
        assert_eq!((same.outcome, same.forgotten.expect("counts").new), (Outcome::Unchanged, 0));
        assert_eq!(store.get(&layout::forgotten(), 1 << 20).await.expect("a list").bytes, list);

        people.extend(profile_data::sample(2).take(3));
        let later = refreshed(&store, &people, &[]).await;
        assert_eq!((later.outcome, later.forgotten.expect("counts").people), (Outcome::Published, 2));
        assert_eq!(traces(&store).await, [""; 0]);
        let more = refreshed(&store, &people, &[people[0].id.clone()]).await;
        assert_eq!(more.outcome, Outcome::Published);
        assert_eq!(more.forgotten.expect("counts").people, 3, "the list grows");
    });
}

#[test]
fn after_a_crash_between_any_writes_the_next_refresh_forgets() {
    now(async {
        let (_, undisturbed, people) = published().await;
        refreshed(&undisturbed, &people, &two(&people)).await;
        let expected = model(&undisturbed).await;
        // The list, the claim, files of the release, …, and deletions of the release before.
        for writes in [0, 1, 2, 3, 10, 40, 80, 120, 160, 200] {
            let (memory, store, people) = published().await;
            memory.fail_after(Some(writes));
            let killed = refresh_on(&store, &people, &options(&two(&people))).await.is_err();
            memory.fail_after(None);
            let is_listed = !StoredForgotten::read(&store).await.expect("a list").is_empty();
            assert_eq!(is_listed, writes > 0 || !killed);
            let forget = if is_listed { Vec::new() } else { two(&people) };
            refreshed(&store, &people, &forget).await;
            assert_eq!(traces(&store).await, [""; 0], "after {writes} writes");
            assert!(model(&store).await == expected, "after {writes} writes");
        }
    });
}

#[test]
fn a_damaged_or_lost_list_is_an_error_that_writes_nothing() {
    now(async {
        let (memory, store, people) = published().await;
        refreshed(&store, &people, &two(&people)).await;
        let key = layout::forgotten();
        let list = store.get(&key, 1 << 20).await.expect("a list").bytes;
        let text = String::from_utf8(list.clone()).expect("JSON");
        let start = text.find("\"hashes\"").expect("hashes") + 20;
        let digit = if &text[start..=start] == "0" { "1" } else { "0" };
        let flipped = [&text[..start], digit, &text[start + 1..]].concat();
        for damaged in [&text[..text.len() / 2], "", "{}", "[]", &flipped, &text.replace("format", "f")] {
            store.put(&key, Put::private(damaged.as_bytes(), "application/json")).await.expect("written");
            assert_nothing_is_written(&memory, &store, &people, "forgotten.json: not a valid list").await;
        }
        store.delete(&key).await.expect("deleted");
        assert_nothing_is_written(&memory, &store, &people, "missing or older").await;
        store.put(&key, Put::private(&list, "application/json")).await.expect("restored");
        assert_eq!(refreshed(&store, &people, &[]).await.outcome, Outcome::Unchanged);
        memory.fail_reads_of(Some(key));
        assert_nothing_is_written(&memory, &store, &people, "cannot be read").await;
    });
}

/// Checks that no verb writes anything, and that their errors contain `reason`.
async fn assert_nothing_is_written(
    memory: &MemoryStore,
    store: &ArtifactStore,
    people: &[Profile],
    reason: &str,
) {
    let writes = memory.journal().len();
    let forced = Options { force: Some("a test".to_owned()), ..options(&two(people)) };
    let model = Fitted::without_members(models()[0].clone());
    for result in [
        refresh_on(store, people, &forced).await,
        roll_back(store, None, &forced, &Silent).await,
        publish_model(store, model, None, &forced, &Silent).await,
    ] {
        let error = format!("{:#}", result.expect_err(reason));
        assert!(error.contains(reason), "{error}");
    }
    assert_eq!(memory.journal().len(), writes);
}

#[test]
fn a_name_of_nobody_is_an_error_without_the_name() {
    now(async {
        let (memory, store, people) = published().await;
        let writes = memory.journal().len();
        let names =
            ["mira-needle".to_owned(), "https://www.linkedin.com/needle://".to_owned(), " ".to_owned()];
        let error = refresh_on(&store, &people, &options(&names)).await.expect_err("nobody");
        assert!(format!("{error:#}").contains("name 3 of 3"), "{error:#}");
        assert!(!format!("{error:#} {:?}", options(&names)).contains("needle"));
        assert_eq!(memory.journal().len(), writes, "nothing was written");
    });
}

/// Checks that a rollback is refused, also with force, and says what to do.
async fn assert_no_way_back(store: &ArtifactStore, to: Option<&ReleaseId>) {
    let forced = Options { force: Some("a test".to_owned()), ..options(&[]) };
    let error = roll_back(store, to, &forced, &Silent).await.expect_err("refused");
    let error = format!("{error:#}");
    assert!(error.contains("would bring them back") && error.contains("site-gen refresh"), "{error}");
}

#[test]
fn a_rollback_brings_nobody_back() {
    now(async {
        let (_, store, people) = published().await;
        let first = live(&store).await.release;
        refreshed(&store, &people[5..], &[]).await;
        // Listed, but the release that forgets was not made.
        let mut list = StoredForgotten::read(&store).await.expect("a list");
        let names = Names::new(two(&people));
        list.add(&store, &names, &time("2026-01-04T00:00:00Z")).await.expect("added");
        assert_no_way_back(&store, Some(&first)).await;
        assert_no_way_back(&store, None).await;
        // Made, and earlier releases are deleted.
        refreshed(&store, &people, &[]).await;
        assert_no_way_back(&store, None).await;
        assert_no_way_back(&store, Some(&first)).await;
        // Back to a release without them.
        let second = live(&store).await.release;
        refreshed(&store, &people[9..], &[]).await;
        let report = roll_back(&store, None, &options(&[]), &Silent).await.expect("rolled back");
        assert_eq!(report.outcome, Outcome::Published);
        let catalogue = Catalogue::read(&store).await.expect("read");
        assert!(catalogue.releases.iter().any(|manifest| manifest.release == second));
        assert_eq!(traces(&store).await, [""; 0]);
        assert_eq!(refreshed(&store, &people[9..], &[]).await.outcome, Outcome::RolledBack);
    });
}

#[test]
fn a_model_of_unknown_people_needs_a_reason_once_somebody_is_forgotten() {
    now(async {
        let (_, store, people) = published().await;
        refreshed(&store, &people, &two(&people)).await;
        let model = || Fitted::without_members(models()[0].clone());
        let error = publish_model(&store, model(), None, &options(&[]), &Silent).await.expect_err("unknown");
        assert!(error.to_string().contains("site-gen refresh"), "{error:#}");
        let forced = Options { force: Some("trained without them".to_owned()), ..options(&[]) };
        let report = publish_model(&store, model(), None, &forced, &Silent).await.expect("published");
        assert_eq!(report.outcome, Outcome::Published);
    });
}

#[test]
fn a_list_that_changes_during_a_refresh_stops_it() {
    now(async {
        let (_, store, people) = published().await;
        let before = LiveState::read(&store).await.expect("read");
        let mut list = StoredForgotten::read(&store).await.expect("a list");
        let mut stale = list.clone();
        let (names, moment) = (Names::new(two(&people)), time("2026-01-04T00:00:00Z"));
        list.add(&store, &names, &moment).await.expect("added");
        stale.add(&store, &names, &moment).await.expect_err("another one was first");
        let candidate = crate::parts::candidate(&models()[0], "stale");
        let error = crate::parts::release_on(&store, &before, candidate).await.expect_err("stale");
        assert!(error.to_string().contains("in the meantime"), "{error:#}");
    });
}

#[test]
fn people_who_are_missing_from_new_data_leave_nothing_but_remembered_counts() {
    now(async {
        let (_, store, people) = published().await;
        let report = refreshed(&store, &without_two(&people), &[]).await;
        assert_eq!(report.outcome, Outcome::Published, "{}", report.to_text());
        assert_eq!(report.forgotten, None);
        let id = live(&store).await.release;
        let current: Vec<String> = traces(&store).await;
        // The release before is still there, for a rollback.
        let old = |key: &&String| key.starts_with(layout::RELEASES) && !key.starts_with(&id.prefix());
        assert!(current.iter().all(|key| old(&key)), "{current:?}");

        // The model of a fit without them, but for the remembered counts.
        let (_, fresh) = crate::parts::store();
        refreshed(&fresh, &without_two(&people), &[]).await;
        let mut parts = Vec::new();
        for store in [&store, &fresh] {
            let model = live(store).await.model(store).await.expect("a model");
            let mut own = model.parts().clone();
            own.metadata = Default::default();
            // Addresses and names that stay are those of what five people have.
            own.degree_topics.names.clear();
            own.skill_topics.names.clear();
            for level in &mut own.levels {
                level.overview = Default::default();
                level.roadmaps.clear();
            }
            parts.push(own);
        }
        assert!(parts[0] == parts[1], "the same but for counts");
    });
}
