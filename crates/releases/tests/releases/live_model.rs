//! A live model that cannot be used: only an unsupported format version is passed over.

use std::fs::File;
use std::sync::Arc;

use anyhow::Result;
use artifact_store::{ArtifactStore, Key, MemoryStore, ModelFile, Put, ReleaseId};
use career_model::artifact::{FORMAT_VERSION, MAGIC};
use career_training::{ClusterCount, Features, Fitted};
use profile_data::{ExperienceRule, Forgotten, ReadOptions, YearMonth};
use releases::manifest::FileEntry;
use releases::refresh::{Options, publish_model, refresh, roll_back};
use releases::report::{Outcome, Report};
use training::progress::Silent;
use training::reading::ReadSettings;
use training::topics::Steering;
use training::workflow::TrainOptions;

use crate::parts::{LEASE, candidate, live, models, now, release, site, store, time};

/// A store with two releases; the first one can be restored.
struct TwoReleases {
    memory: MemoryStore,
    store: ArtifactStore,
    first: ReleaseId,
    /// The live release.
    second: ReleaseId,
}

impl TwoReleases {
    async fn new() -> TwoReleases {
        let (memory, store) = store();
        release(&store, candidate(&models()[0], "first")).await.expect("published");
        let first = live(&store).await.release;
        release(&store, candidate(&models()[1], "second")).await.expect("published");
        let second = live(&store).await.release;
        TwoReleases { memory, store, first, second }
    }

    /// The key of the live model.
    fn model_key(&self) -> Key {
        self.second.model_file(ModelFile::Model)
    }

    async fn read(&self, key: &Key) -> Vec<u8> {
        self.store.get(key, 1 << 26).await.expect("an object").bytes
    }

    async fn write(&self, key: &Key, bytes: &[u8]) {
        self.store.put(key, Put::private(bytes, "")).await.expect("written");
    }

    /// Replaces the live model, and its entry in the manifest.
    async fn replace_model(&self, bytes: &[u8]) {
        self.write(&self.model_key(), bytes).await;
        let mut manifest = live(&self.store).await;
        manifest.model = FileEntry::of(bytes);
        let manifest = serde_json::to_vec(&manifest).expect("JSON");
        self.write(&self.second.manifest(), &manifest).await;
    }

    /// The live model's bytes with one byte changed.
    async fn with_flipped_byte(&self, index: usize) -> Vec<u8> {
        let mut bytes = self.read(&self.model_key()).await;
        bytes[index] ^= 1;
        bytes
    }

    async fn publish(&self) -> Result<Report> {
        let model = models()[2].clone();
        publish_model(&self.store, Fitted::without_members(model), None, &options(), &Silent).await
    }

    async fn refresh(&self) -> Result<Report> {
        let folder = tempfile::tempdir().expect("a folder");
        let profiles = folder.path().join("people.jsonl");
        let file = File::create(&profiles).expect("a file");
        profile_data::write_jsonl(profile_data::sample(1).take(300), 300, file).expect("written");
        let as_of = YearMonth::new(2026, 1).expect("a month");
        let read = ReadOptions { format: None, experience: ExperienceRule::default(), as_of };
        let train = TrainOptions {
            profiles: vec![profiles],
            reading: ReadSettings {
                options: read,
                select: None,
                strict: false,
                forgotten: Forgotten::default(),
            },
            steering: Steering::default(),
            services: None,
            features: Features::Reference,
            clusters: ClusterCount::Fixed(3),
            seed: 1,
        };
        refresh(&self.store, train, &options(), &Silent, Arc::new(Silent)).await
    }

    /// Checks that neither a publish nor a refresh writes anything, and that their errors contain `reason`.
    async fn assert_nothing_is_published(&self, reason: &str) {
        let writes = self.memory.journal().len();
        for result in [self.publish().await, self.refresh().await] {
            let error = format!("{:#}", result.expect_err("an unusable live model"));
            assert!(error.contains(reason) && error.contains("model.bin"), "{error}");
        }
        assert_eq!(self.memory.journal().len(), writes, "nothing was written");
        assert_eq!(live(&self.store).await.release, self.second, "the old release is live");
    }

    /// Checks that a rollback restores the first release.
    async fn assert_rollback_works(&self) {
        let report = roll_back(&self.store, None, &options(), &Silent).await.expect("rolled back");
        assert_eq!(report.outcome, Outcome::Published);
        let first = releases::manifest::Manifest::read(&self.store, &self.first).await.expect("a manifest");
        assert_eq!(live(&self.store).await.model, first.model);
    }
}

/// Forced, so that only the live model decides.
fn options() -> Options {
    Options {
        force: Some("a test".to_owned()),
        lease: LEASE,
        ..Options::new(site(), time("2026-01-03T00:00:00Z"))
    }
}

/// Checks that a release was published without a comparison, and that its report says so.
fn assert_not_compared(report: &Report) {
    assert_eq!(report.outcome, Outcome::Published);
    let reason = report.not_compared.as_deref().expect("a reason");
    assert!(reason.contains(&format!("format version {}", FORMAT_VERSION + 1)), "{reason}");
    let text = report.to_text();
    assert!(text.contains(&format!("not compared with the live release: {reason}")), "{text}");
    let json = serde_json::to_value(report).expect("JSON");
    assert_eq!(json["not_compared"], reason);
}

/// The live model with another format version.
async fn with_next_version(releases: &TwoReleases) -> Vec<u8> {
    let mut bytes = releases.read(&releases.model_key()).await;
    bytes[MAGIC.len()..][..4].copy_from_slice(&(FORMAT_VERSION + 1).to_le_bytes());
    bytes
}

#[test]
fn an_unsupported_format_version_is_passed_over_and_reported() {
    now(async {
        for is_refresh in [false, true] {
            let releases = TwoReleases::new().await;
            releases.replace_model(&with_next_version(&releases).await).await;
            let report = if is_refresh { releases.refresh().await } else { releases.publish().await };
            assert_not_compared(&report.expect("published"));
            assert_ne!(live(&releases.store).await.release, releases.second, "a new release is live");
        }
        let releases = TwoReleases::new().await;
        let report = releases.publish().await.expect("published");
        assert_eq!(report.not_compared, None, "a readable live model is compared");
    });
}

#[test]
fn a_damaged_live_model_ends_the_run_but_not_a_rollback() {
    now(async {
        // Damaged after it was published: the checksum of the manifest shows it.
        let releases = TwoReleases::new().await;
        let damaged = releases.with_flipped_byte(100).await;
        releases.write(&releases.model_key(), &damaged).await;
        releases.assert_nothing_is_published("does not match the manifest").await;
        releases.assert_rollback_works().await;

        // Damaged before it was published: only the checksum inside the file shows it.
        let releases = TwoReleases::new().await;
        releases.replace_model(&damaged).await;
        releases.assert_nothing_is_published("the live model cannot be used").await;
        releases.assert_rollback_works().await;
    });
}

#[test]
fn a_missing_live_model_ends_the_run_but_not_a_rollback() {
    now(async {
        let releases = TwoReleases::new().await;
        releases.store.delete(&releases.model_key()).await.expect("deleted");
        releases.assert_nothing_is_published("there is no such file").await;
        releases.assert_rollback_works().await;
    });
}

#[test]
fn a_live_model_of_another_release_ends_the_run_but_not_a_rollback() {
    now(async {
        let releases = TwoReleases::new().await;
        let other = releases.read(&releases.first.model_file(ModelFile::Model)).await;
        releases.write(&releases.model_key(), &other).await;
        releases.assert_nothing_is_published("does not match the manifest").await;
        releases.assert_rollback_works().await;
    });
}

#[test]
fn a_store_that_fails_to_read_the_live_model_ends_the_run_but_not_a_rollback() {
    now(async {
        let releases = TwoReleases::new().await;
        releases.memory.fail_reads_of(Some(releases.model_key()));
        releases.assert_nothing_is_published("cannot be read").await;
        releases.memory.fail_reads_of(None);
        assert_eq!(releases.publish().await.expect("published").outcome, Outcome::Published);

        // A rollback does not need the model that it replaces.
        let releases = TwoReleases::new().await;
        releases.memory.fail_reads_of(Some(releases.model_key()));
        releases.assert_rollback_works().await;
    });
}
