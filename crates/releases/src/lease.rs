//! One publish at a time: the claim in the pointer.
//!
//! The pointer changes by compare-and-set only. A publish writes a claim into it. While it writes files, it
//! renews the claim (increments its `beat`) whenever the last renewal is older than a third of the lease.
//! Another publish that finds a claim watches it by its own clock: if the claim does not change for a whole
//! lease, its process has crashed, and the claim is taken over. The clocks of two machines are never
//! compared. A publish that was paused and lost its claim notices at its next renewal and stops; a write in
//! flight ends within the time-out of the store, which is shorter than the lease.

use std::collections::hash_map::RandomState;
use std::fmt::Write as _;
use std::hash::{BuildHasher, Hasher};
use std::time::Duration;

use artifact_store::pointer::{Claim, LiveRelease, MAX_POINTER_LEN, Pointer};
use artifact_store::{ArtifactStore, Condition, Put, ReleaseId, StoreError, Version, layout};
use tokio::time::{Instant, sleep};

/// How long a claim may go without a renewal before it can be taken over.
pub const LEASE: Duration = Duration::from_secs(30);

/// How often claiming is tried again after the pointer has changed: far more often than sixteen publishers
/// need.
const MAX_CONFLICTS: u32 = 50;

/// Why the right to publish cannot be claimed, or was lost.
#[derive(Debug, thiserror::Error)]
pub enum LeaseError {
    /// Another publish holds the claim.
    #[error(
        "another publish is running (release {release}); nothing was written. \
         Run this again when it has ended"
    )]
    Busy {
        /// The release of the other publish.
        release: ReleaseId,
    },
    /// Another publish has finished since the live release was read.
    #[error(
        "release {release} was published in the meantime; nothing was written. \
         Run this again to start from that release"
    )]
    Overtaken {
        /// The live release.
        release: ReleaseId,
    },
    /// The claim was not renewed in time, and another publish took it over.
    #[error(
        "another publish took over because this one was paused too long; it stopped writing. \
         Run this again"
    )]
    TakenOver,
    /// The pointer is not valid.
    #[error("{location}: not a pointer to a release; restore an earlier version of it")]
    BadPointer {
        /// Location of the pointer.
        location: String,
        /// The parse error.
        source: serde_json::Error,
    },
    /// The store cannot be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// The pointer to the live release, as read.
#[derive(Clone, Debug, Default)]
pub struct LivePointer {
    /// The content.
    pub pointer: Pointer,
    /// The object's version; `None` before the first publish.
    pub version: Option<Version>,
}

impl LivePointer {
    /// Reads the pointer.
    ///
    /// # Errors
    /// A store that cannot be read, or a pointer that is not valid.
    pub async fn read(store: &ArtifactStore) -> Result<LivePointer, LeaseError> {
        let key = layout::pointer();
        let object = match store.get(&key, MAX_POINTER_LEN).await {
            Ok(object) => object,
            Err(StoreError::NotFound { .. }) => return Ok(LivePointer::default()),
            Err(error) => return Err(error.into()),
        };
        let pointer = serde_json::from_slice(&object.bytes)
            .map_err(|source| LeaseError::BadPointer { location: store.location(&key), source })?;
        Ok(LivePointer { pointer, version: Some(object.version) })
    }

    /// The live release.
    pub fn live(&self) -> Option<&ReleaseId> {
        self.pointer.live.as_ref().map(|live| &live.release)
    }

    async fn write(&self, store: &ArtifactStore, pointer: Pointer) -> Result<LivePointer, StoreError> {
        let bytes = serde_json::to_vec_pretty(&pointer).unwrap_or_else(|_| unreachable!("plain data"));
        let condition = self.version.as_ref().map_or(Condition::IfAbsent, Condition::IfMatch);
        let put = Put::private(&bytes, "application/json").when(condition);
        let version = store.put(&layout::pointer(), put).await?;
        Ok(LivePointer { pointer, version: Some(version) })
    }
}

/// The right to publish one release.
#[derive(Debug)]
pub struct Lease<'a> {
    store: &'a ArtifactStore,
    current: LivePointer,
    renewed: Instant,
    length: Duration,
}

/// The outcome of [`Lease::claim`].
#[derive(Debug)]
#[expect(clippy::large_enum_variant, reason = "one value, matched at once")]
pub enum ClaimOutcome<'a> {
    /// The right to publish.
    Granted(Lease<'a>),
    /// Another process has published the same release in the meantime.
    AlreadyPublished,
}

impl<'a> Lease<'a> {
    /// Claims the right to publish `release` on top of the live release of `before`. `waiting` is called once
    /// if another publish holds the claim.
    ///
    /// # Errors
    /// [`LeaseError::Busy`] or [`LeaseError::Overtaken`] if another publish was first; nothing was written
    /// then.
    pub async fn claim(
        store: &'a ArtifactStore,
        before: &LivePointer,
        release: &ReleaseId,
        length: Duration,
        waiting: impl Fn(&ReleaseId),
    ) -> Result<ClaimOutcome<'a>, LeaseError> {
        let holder = random_name();
        let mut watched: Option<(Claim, Instant)> = None;
        let mut conflicts = 0;
        loop {
            let current = LivePointer::read(store).await?;
            if current.live() != before.live() {
                return match current.live() {
                    Some(live) if live == release => Ok(ClaimOutcome::AlreadyPublished),
                    Some(live) => Err(LeaseError::Overtaken { release: live.clone() }),
                    None => Err(LeaseError::TakenOver),
                };
            }
            let mut pointer = current.pointer.clone();
            if let Some(other) = &current.pointer.claim {
                match &watched {
                    Some((claim, since)) if claim == other => {
                        if since.elapsed() < length {
                            sleep(length / 20).await;
                            continue;
                        }
                        if !pointer.unfinished.contains(&other.release) {
                            pointer.unfinished.push(other.release.clone());
                        }
                    }
                    // The claim was renewed, so its holder is alive.
                    Some((claim, _)) if claim.holder == other.holder && other.release != *release => {
                        return Err(LeaseError::Busy { release: other.release.clone() });
                    }
                    _ => {
                        if watched.is_none() {
                            waiting(&other.release);
                        }
                        watched = Some((other.clone(), Instant::now()));
                        continue;
                    }
                }
            }
            pointer.claim = Some(Claim { release: release.clone(), holder: holder.clone(), beat: 0 });
            match current.write(store, pointer).await {
                Ok(current) => {
                    let lease = Lease { store, current, renewed: Instant::now(), length };
                    return Ok(ClaimOutcome::Granted(lease));
                }
                // Another process wrote first: read the pointer again. The limit ends the loop if a store is
                // broken.
                Err(StoreError::Conflict { .. }) if conflicts < MAX_CONFLICTS => {
                    conflicts += 1;
                    sleep(length / 200).await;
                }
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// Releases whose publish has crashed: some of their files may be public.
    pub fn unfinished(&self) -> &[ReleaseId] {
        &self.current.pointer.unfinished
    }

    /// Renews the claim if it is due. Call it before every write or small batch of writes.
    ///
    /// # Errors
    /// [`LeaseError::TakenOver`] if another publish has the claim: write nothing more.
    pub async fn keep(&mut self) -> Result<(), LeaseError> {
        if self.renewed.elapsed() < self.length / 3 {
            return Ok(());
        }
        let mut pointer = self.current.pointer.clone();
        if let Some(claim) = &mut pointer.claim {
            claim.beat += 1;
        }
        let renewed = Instant::now();
        self.current = self.write(pointer).await?;
        self.renewed = renewed;
        Ok(())
    }

    /// Makes a release the live one, and ends the claim.
    ///
    /// # Errors
    /// [`LeaseError::TakenOver`] if another publish has the claim; the live release stays.
    pub async fn finish(self, live: LiveRelease, rolled_back: Vec<String>) -> Result<(), LeaseError> {
        let pointer = Pointer { live: Some(live), claim: None, unfinished: Vec::new(), rolled_back };
        self.write(pointer).await?;
        Ok(())
    }

    /// Ends the claim without a new release, so that the next publish need not wait.
    pub async fn give_up(self) {
        let mut pointer = self.current.pointer.clone();
        if let Some(claim) = pointer.claim.take()
            && !pointer.unfinished.contains(&claim.release)
        {
            pointer.unfinished.push(claim.release);
        }
        // The caller reports the error that made it give up. If this write fails, the claim expires after a
        // lease.
        let _ = self.write(pointer).await;
    }

    async fn write(&self, pointer: Pointer) -> Result<LivePointer, LeaseError> {
        self.current.write(self.store, pointer).await.map_err(|error| match error {
            StoreError::Conflict { .. } => LeaseError::TakenOver,
            other => LeaseError::Store(other),
        })
    }
}

/// 128 random bits, from the random seed of the standard library's hash maps: enough to tell two processes
/// apart.
pub(crate) fn random_name() -> String {
    let mut name = String::new();
    for _ in 0..2 {
        // Writing to a string cannot fail.
        let _ = write!(name, "{:016x}", RandomState::new().build_hasher().finish());
    }
    name
}
