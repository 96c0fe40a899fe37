//! Only changed files are written, and only unneeded releases are deleted.

use artifact_store::{cache_control, layout};
use releases::catalogue::Catalogue;
use releases::live_state::LiveState;
use releases::refresh::{Options, roll_back};
use releases::release::{Release, SiteOptions};
use training::progress::Silent;

use crate::parts::{LEASE, candidate, live, models, now, release, release_on, site, store, time};
use crate::visitor::walk;

#[test]
fn only_changed_public_files_are_written() {
    now(async {
        let (memory, store) = store();
        let first =
            release(&store, candidate(&models()[0], "first")).await.expect("published").expect("by us");
        let files = live(&store).await.files;
        assert_eq!(first.public, files.len(), "all files are new");
        // The same model again: only the page of changes and the feed differ.
        let journal = memory.journal().len();
        let again =
            release(&store, candidate(&models()[0], "again")).await.expect("published").expect("by us");
        let changed: Vec<String> = memory.journal().split_off(journal);
        let public: Vec<&String> = changed.iter().filter(|key| key.starts_with(layout::SITE)).collect();
        assert_eq!(public, ["site/changes/index.html", "site/feed.xml"]);
        assert_eq!((again.public, again.pages), (2, 1));
    });
}

#[test]
fn languages_default_to_those_of_the_live_release() {
    now(async {
        let (_, store) = store();
        release(&store, candidate(&models()[0], "first")).await.expect("published");
        let before = LiveState::read(&store).await.expect("readable");
        let options = |languages: Option<&str>| SiteOptions {
            languages: languages.map(|codes| codes.parse().expect("languages")),
            ..SiteOptions::default()
        };
        let has_german = |options: SiteOptions| {
            let next = candidate(&models()[1], "second");
            let release =
                Release::new(next, &before, &options, &time("2026-02-02T00:00:00Z"), None).expect("pages");
            release.site.keys().any(|path| path.starts_with("de/"))
        };
        assert!(!has_german(options(None)), "the first was in English only");
        assert!(has_german(options(Some("en,de"))));
    });
}

#[test]
fn figures_without_a_date_are_dated_by_the_next_release() {
    now(async {
        let (_, store) = store();
        release(&store, candidate(&models()[0], "first")).await.expect("published");
        let mut before = LiveState::read(&store).await.expect("readable");
        before.manifest.as_mut().expect("live").figures = None;
        release_on(&store, &before, candidate(&models()[0], "again")).await.expect("published");
        let figures = live(&store).await.figures;
        assert_eq!(figures.expect("dated").release, 2);
    });
}

#[test]
fn a_missing_public_file_is_written_again() {
    now(async {
        let (_, store) = store();
        release(&store, candidate(&models()[0], "first")).await.expect("published");
        let method = layout::site("method/index.html").expect("a key");
        store.delete(&method).await.expect("deleted");
        release(&store, candidate(&models()[0], "again")).await.expect("published");
        store.get(&method, 1 << 20).await.expect("it is back");
    });
}

#[test]
fn public_files_have_content_types_and_cache_times() {
    now(async {
        let (memory, store) = store();
        release(&store, candidate(&models()[0], "first")).await.expect("published");
        for path in live(&store).await.files.keys() {
            let (kind, cache) = memory.headers(&layout::site(path).expect("a key")).expect("public");
            let expected =
                if path.starts_with("assets/") { cache_control::IMMUTABLE } else { cache_control::PAGE };
            assert_eq!(cache, expected, "{path}");
            assert_ne!(kind, "application/octet-stream", "{path}");
        }
        let (_, cache) = memory.headers(&layout::pointer()).expect("a pointer");
        assert_eq!(cache, cache_control::NO_CACHE);
    });
}

#[test]
fn pruning_keeps_the_live_release_and_rollback_targets() {
    now(async {
        let (_, store) = store();
        for n in 0..6 {
            release(&store, candidate(&models()[n % 3], &n.to_string())).await.expect("published");
        }
        let ever = live(&store).await.roadmaps.into_iter().map(|roadmap| roadmap.path).collect();
        let catalogue = Catalogue::read(&store).await.expect("read");
        assert_eq!(
            catalogue.entries().iter().map(|entry| entry.sequence).collect::<Vec<_>>(),
            [6, 5, 4, 3, 2, 1]
        );
        assert!(catalogue.entries()[0].live && !catalogue.entries()[1].live);
        let (deleted, objects) = catalogue.prune(&store, 1).await.expect("pruned");
        assert_eq!(deleted.len(), 4, "the live one stays, and the one before it for a rollback");
        assert!(objects > 4);
        walk(&store, &ever);
        let options = Options { lease: LEASE, ..Options::new(site(), time("2026-01-02T03:04:05Z")) };
        roll_back(&store, None, &options, &Silent).await.expect("the release before is still there");
        let catalogue = Catalogue::read(&store).await.expect("read");
        catalogue.prune(&store, 0).await.expect("pruned");
        let left = Catalogue::read(&store).await.expect("read").entries();
        assert_eq!(
            left.iter().map(|entry| entry.sequence).collect::<Vec<_>>(),
            [7, 5],
            "the live release, and the one it restored"
        );
        walk(&store, &ever);
    });
}

#[test]
fn pruning_deletes_files_of_crashed_publishes_but_not_of_running_ones() {
    now(async {
        let (memory, store) = store();
        release(&store, candidate(&models()[0], "first")).await.expect("published");
        memory.fail_after(Some(5));
        release(&store, candidate(&models()[1], "killed")).await.expect_err("killed");
        memory.fail_after(None);
        let during = Catalogue::read(&store).await.expect("read");
        assert!(during.surplus(1).is_empty(), "its claim has not expired");
        release(&store, candidate(&models()[2], "third")).await.expect("published");
        let after = Catalogue::read(&store).await.expect("read");
        assert_eq!(after.surplus(2).len(), 1, "no publish will complete it any more");
    });
}
