//! One publish at a time: the claim in the pointer.
//!
//! The pointer moves by compare-and-set only. Who wants to publish writes a claim into it; who holds one renews it (its
//! `beat`) before writing on whenever the last renewal is older than a third of the lease. Another that finds a claim watches
//! it by its own clock: a claim that does not move for a whole lease belongs to a process that is gone, and is taken over. No
//! two clocks are compared. A holder that was paused and overtaken finds out at its next renewal and stops; a write that was
//! in flight ends within the time-out of the store, which is shorter than the lease.

use std::collections::hash_map::RandomState;
use std::fmt::Write as _;
use std::hash::{BuildHasher, Hasher};
use std::time::Duration;

use artifact_store::pointer::{Claim, Live, MAX_POINTER_LEN, Pointer};
use artifact_store::{ArtifactStore, Condition, Put, ReleaseId, StoreError, Version, layout};
use tokio::time::{Instant, sleep};

/// How long a claim may stand still before it counts as left behind.
pub const LEASE: Duration = Duration::from_secs(30);

/// How often the pointer may change between reading and claiming it: far more often than sixteen publishers do.
const MOST_CONFLICTS: u32 = 50;

/// Why there is no claim, or no longer one.
#[derive(Debug, thiserror::Error)]
pub enum LeaseError {
    /// Someone else is at it.
    #[error(
        "another publish is at work (release {release}); nothing was written. Run this again when it is through"
    )]
    Busy {
        /// What it publishes.
        release: ReleaseId,
    },
    /// Someone else was quicker.
    #[error(
        "release {release} was published while this was under way; nothing was written. Run this again: it begins from there"
    )]
    Overtaken {
        /// What is live now.
        release: ReleaseId,
    },
    /// The claim stood still too long, and another took it over.
    #[error("another publish took over while this one stood still; it stopped writing. Run this again")]
    TakenOver,
    /// The pointer is not one.
    #[error("{place}: not a pointer to a release; put back an earlier version of it")]
    BadPointer {
        /// Where it is.
        place: String,
        /// What is wrong.
        source: serde_json::Error,
    },
    /// What the store has to say.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// The pointer to the live release, as read.
#[derive(Clone, Debug, Default)]
pub struct LivePointer {
    /// The content.
    pub pointer: Pointer,
    /// Its version; `None` where there is none yet.
    pub version: Option<Version>,
}

impl LivePointer {
    /// Reads the pointer.
    ///
    /// # Errors
    /// A store that cannot be read, or a pointer that is none.
    pub async fn read(store: &ArtifactStore) -> Result<LivePointer, LeaseError> {
        let key = layout::pointer();
        let object = match store.get(&key, MAX_POINTER_LEN).await {
            Ok(object) => object,
            Err(StoreError::NotFound { .. }) => return Ok(LivePointer::default()),
            Err(error) => return Err(error.into()),
        };
        let pointer = serde_json::from_slice(&object.bytes)
            .map_err(|source| LeaseError::BadPointer { place: store.location(&key), source })?;
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
    seen: LivePointer,
    renewed: Instant,
    length: Duration,
}

/// What came of asking for the right to publish.
#[derive(Debug)]
#[expect(clippy::large_enum_variant, reason = "there is one, and it is taken apart at once")]
pub enum Claimed<'a> {
    /// It is ours.
    Ours(Lease<'a>),
    /// Someone else published this very release meanwhile.
    Done,
}

impl<'a> Lease<'a> {
    /// Claims the right to publish `release` on top of what is live in `before`.
    ///
    /// # Errors
    /// [`LeaseError::Busy`] and [`LeaseError::Overtaken`] when someone else was first; nothing is written then.
    pub async fn claim(
        store: &'a ArtifactStore,
        before: &LivePointer,
        release: &ReleaseId,
        length: Duration,
        waiting: impl Fn(&ReleaseId),
    ) -> Result<Claimed<'a>, LeaseError> {
        let holder = random_name();
        let mut watched: Option<(Claim, Instant)> = None;
        let mut conflicts = 0;
        loop {
            let seen = LivePointer::read(store).await?;
            if seen.live() != before.live() {
                return match seen.live() {
                    Some(live) if live == release => Ok(Claimed::Done),
                    Some(live) => Err(LeaseError::Overtaken { release: live.clone() }),
                    None => Err(LeaseError::TakenOver),
                };
            }
            let mut pointer = seen.pointer.clone();
            if let Some(other) = &seen.pointer.claim {
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
                    // It moves, so its holder lives.
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
            match seen.write(store, pointer).await {
                Ok(seen) => {
                    return Ok(Claimed::Ours(Lease { store, seen, renewed: Instant::now(), length }));
                }
                // Someone else wrote first; look again who. A store that always says so is not believed for ever.
                Err(StoreError::Conflict { .. }) if conflicts < MOST_CONFLICTS => {
                    conflicts += 1;
                    sleep(length / 200).await;
                }
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// Releases of which files may be public although they are not live.
    pub fn unfinished(&self) -> &[ReleaseId] {
        &self.seen.pointer.unfinished
    }

    /// To be called before every write or small batch of writes: renews the claim when it is time to.
    ///
    /// # Errors
    /// [`LeaseError::TakenOver`] when someone else has the claim: write nothing more.
    pub async fn keep(&mut self) -> Result<(), LeaseError> {
        if self.renewed.elapsed() < self.length / 3 {
            return Ok(());
        }
        let mut pointer = self.seen.pointer.clone();
        if let Some(claim) = &mut pointer.claim {
            claim.beat += 1;
        }
        let renewed = Instant::now();
        self.seen = self.write(pointer).await?;
        self.renewed = renewed;
        Ok(())
    }

    /// Makes a release the live one, and ends the claim.
    ///
    /// # Errors
    /// [`LeaseError::TakenOver`] when someone else has the claim; the pointer is theirs then.
    pub async fn finish(self, live: Live, rolled_back: Vec<String>) -> Result<(), LeaseError> {
        let pointer = Pointer { live: Some(live), claim: None, unfinished: Vec::new(), rolled_back };
        self.write(pointer).await?;
        Ok(())
    }

    /// Ends the claim without a new release, as far as that still can be done: the next publish need not wait.
    pub async fn give_up(self) {
        let mut pointer = self.seen.pointer.clone();
        if let Some(claim) = pointer.claim.take()
            && !pointer.unfinished.contains(&claim.release)
        {
            pointer.unfinished.push(claim.release);
        }
        // What went wrong before is what is reported; a claim that stays is taken over after a lease.
        let _ = self.write(pointer).await;
    }

    async fn write(&self, pointer: Pointer) -> Result<LivePointer, LeaseError> {
        self.seen.write(self.store, pointer).await.map_err(|error| match error {
            StoreError::Conflict { .. } => LeaseError::TakenOver,
            other => LeaseError::Store(other),
        })
    }
}

/// 128 random bits. The standard library seeds its hash maps with some, and that is enough to tell two processes apart.
fn random_name() -> String {
    let mut name = String::new();
    for _ in 0..2 {
        // Writing to a string cannot fail.
        let _ = write!(name, "{:016x}", RandomState::new().build_hasher().finish());
    }
    name
}
