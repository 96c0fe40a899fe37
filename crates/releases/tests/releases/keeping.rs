//! Only what changed is written, and only what nothing needs is deleted.

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
        assert_eq!(first.public, files.len(), "all are new");
        // The same model again: pages that tell what changed, and nothing else.
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
fn languages_are_those_of_the_live_release_when_none_are_asked_for() {
    now(async {
        let (_, store) = store();
        release(&store, candidate(&models()[0], "first")).await.expect("published");
        let before = LiveState::read(&store).await.expect("readable");
        let asked = |languages: Option<&str>| SiteOptions {
            languages: languages.map(|codes| codes.parse().expect("languages")),
            ..SiteOptions::default()
        };
        let german = |asked: SiteOptions| {
            let next = candidate(&models()[1], "second");
            let release =
                Release::new(next, &before, &asked, &time("2026-02-02T00:00:00Z"), None).expect("pages");
            release.site.keys().any(|path| path.starts_with("de/"))
        };
        assert!(!german(asked(None)), "the first was in English only");
        assert!(german(asked(Some("en,de"))));
    });
}

#[test]
fn figures_of_a_release_that_does_not_say_are_dated_by_the_next() {
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
fn a_public_file_that_is_lost_is_written_again() {
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
fn files_have_the_types_and_lives_that_visitors_need() {
    now(async {
        let (memory, store) = store();
        release(&store, candidate(&models()[0], "first")).await.expect("published");
        for path in live(&store).await.files.keys() {
            let (kind, life) = memory.headers(&layout::site(path).expect("a key")).expect("public");
            let expected =
                if path.starts_with("assets/") { cache_control::IMMUTABLE } else { cache_control::PAGE };
            assert_eq!(life, expected, "{path}");
            assert_ne!(kind, "application/octet-stream", "{path}");
        }
        let (_, life) = memory.headers(&layout::pointer()).expect("there");
        assert_eq!(life, cache_control::NO_CACHE);
    });
}

#[test]
fn pruning_keeps_what_is_needed() {
    now(async {
        let (_, store) = store();
        for n in 0..6 {
            release(&store, candidate(&models()[n % 3], &n.to_string())).await.expect("published");
        }
        let ever = live(&store).await.roadmaps.into_iter().map(|roadmap| roadmap.path).collect();
        let catalogue = Catalogue::read(&store).await.expect("read");
        assert_eq!(
            catalogue.lines().iter().map(|line| line.sequence).collect::<Vec<_>>(),
            [6, 5, 4, 3, 2, 1]
        );
        assert!(catalogue.lines()[0].live && !catalogue.lines()[1].live);
        let (gone, objects) = catalogue.prune(&store, 1).await.expect("pruned");
        assert_eq!(gone.len(), 4, "the live one stays, and the one before it for a rollback");
        assert!(objects > 4);
        walk(&store, &ever);
        let options = Options { lease: LEASE, ..Options::new(site(), time("2026-01-02T03:04:05Z")) };
        roll_back(&store, None, &options, &Silent).await.expect("there still is somewhere to go");
        let catalogue = Catalogue::read(&store).await.expect("read");
        catalogue.prune(&store, 0).await.expect("pruned");
        let left = Catalogue::read(&store).await.expect("read").lines();
        assert_eq!(
            left.iter().map(|line| line.sequence).collect::<Vec<_>>(),
            [7, 5],
            "live, and what it took up"
        );
        walk(&store, &ever);
    });
}

#[test]
fn pruning_takes_leftovers_of_the_dead_but_not_of_the_living() {
    now(async {
        let (memory, store) = store();
        release(&store, candidate(&models()[0], "first")).await.expect("published");
        memory.die_after(Some(5));
        release(&store, candidate(&models()[1], "killed")).await.expect_err("killed");
        memory.die_after(None);
        let during = Catalogue::read(&store).await.expect("read");
        assert!(during.surplus(1).is_empty(), "its claim still stands");
        release(&store, candidate(&models()[2], "third")).await.expect("published");
        let after = Catalogue::read(&store).await.expect("read");
        assert_eq!(after.surplus(2).len(), 1, "nobody will take it up any more");
    });
}
