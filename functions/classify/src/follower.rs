//! Follows the live release without delaying requests.
//!
//! Lambda freezes the process between invocations, so a timer that checks every minute would be frozen most
//! of the time and fire at odd moments. Instead, a request starts a check when the last one is old enough,
//! and does not wait for it: the current model answers. The check then runs
//!
//! * while the answer is sent, and
//! * before the function asks for the next event ([`Follower::settle`]): the visitor has the answer by then,
//!   and Lambda does not freeze a process that has not asked. Otherwise, a function with few visitors would
//!   be frozen in the middle of every check and never load a new model.
//!
//! If the process is frozen during a check all the same, then after the thaw the check's time limit has
//! passed and its connection is closed. That is not a failure, and the check starts again.

use std::future::Future;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use artifact_store::Version;
use tokio::runtime::Handle;
use tokio::sync::Mutex;
use tokio::time::{Instant, timeout};

use crate::limits::{CHECK_LIMIT, RELOAD_EVERY, SETTLE_LIMIT};
use crate::live_model::{LiveModel, ModelSource, PublishedModel, Slot};
use crate::load_error::{FailureLog, LoadError};
use crate::sources::{self, Location, ModelSources};

/// Keeps a [`Slot`] filled from [`ModelSources`].
#[derive(Debug)]
pub(crate) struct Follower {
    slot: Slot,
    sources: ModelSources,
    /// Locked during a check: two never run at the same time.
    state: Arc<Mutex<CheckState>>,
    /// Requests that arrived without a model.
    requests_without_model: AtomicU32,
}

/// What a check keeps for the next one.
#[derive(Debug, Default)]
struct CheckState {
    /// The start of the last check.
    last_start: Option<Instant>,
    /// The pointer of the current model.
    pointer: Option<Version>,
    release_failures: FailureLog,
    model_failures: FailureLog,
}

impl Follower {
    /// Loads a model, within [`CHECK_LIMIT`] for each location.
    pub(crate) async fn start(sources: ModelSources) -> Follower {
        let follower = Follower::holding(sources, None);
        follower.check(&mut *follower.state.lock().await).await;
        follower
    }

    /// Starts with this model.
    pub(crate) fn holding(sources: ModelSources, model: Option<LiveModel>) -> Follower {
        let slot = Slot::default();
        if let Some(model) = model {
            slot.swap(model);
        }
        Follower { slot, sources, state: Arc::default(), requests_without_model: AtomicU32::new(0) }
    }

    /// The model for a request. May start a check. Without a model, every [`RELOAD_EVERY`]th request waits
    /// for a check.
    pub(crate) async fn model(self: &Arc<Self>) -> Option<Arc<LiveModel>> {
        let model = self.now();
        if model.is_some() {
            self.start_check();
            return model;
        }
        // Counted, so that a broken model does not cost every request a read.
        let requests = self.requests_without_model.fetch_add(1, Ordering::Relaxed).wrapping_add(1);
        if requests.is_multiple_of(RELOAD_EVERY) {
            self.check(&mut *self.state.lock().await).await;
        }
        self.now()
    }

    /// The current model.
    pub(crate) fn now(&self) -> Option<Arc<LiveModel>> {
        self.slot.get()
    }

    /// Waits for a running check, for [`SETTLE_LIMIT`] at most.
    pub(crate) async fn settle(&self) {
        // A longer check continues during the next request.
        let _ = timeout(SETTLE_LIMIT, self.state.lock()).await;
    }

    /// Starts a check if the last one is old enough and none is running. Without a runtime nothing could run
    /// it.
    fn start_check(self: &Arc<Self>) {
        if self.sources.releases.is_none() {
            return;
        }
        let Ok(runtime) = Handle::try_current() else { return };
        let Ok(mut state) = Arc::clone(&self.state).try_lock_owned() else { return };
        if state.last_start.is_some_and(|start| start.elapsed() < self.sources.check_every) {
            return;
        }
        let follower = Arc::clone(self);
        runtime.spawn(async move { follower.check(&mut state).await });
    }

    /// Follows the pointer; then, if there is still no model, loads the bundled one.
    async fn check(&self, state: &mut CheckState) {
        state.last_start = Some(Instant::now());
        if let Some(location) = &self.sources.releases {
            let followed = loop {
                let outcome = within_limit(self.follow(location, &mut state.pointer)).await;
                if let Some(outcome) = outcome {
                    break outcome;
                }
            };
            self.report("no new release (RELEASES_URI)", followed, &mut state.release_failures);
        }
        if self.now().is_none()
            && let Some(location) = &self.sources.model
        {
            // No outcome after a freeze: the next request that waits for a model checks again.
            if let Some(loaded) = within_limit(self.load(location)).await {
                self.report("no model (MODEL_URI)", loaded, &mut state.model_failures);
            }
        }
    }

    fn report(&self, what: &str, outcome: Result<(), LoadError>, failures: &mut FailureLog) {
        match outcome {
            Ok(()) => failures.end(),
            Err(error) => {
                if let Some(line) = failures.new_line(what, &error) {
                    (self.sources.log)(&line);
                }
            }
        }
    }

    async fn follow(&self, location: &Location, known: &mut Option<Version>) -> Result<(), LoadError> {
        let store = sources::store(location)?;
        let Some(object) = sources::pointer(store, known.as_ref()).await? else { return Ok(()) };
        let live = sources::live(&object.bytes)?;
        let same = self.now().filter(|now| {
            now.published.as_ref().is_some_and(|published| published.model_sha256 == live.model_sha256)
        });
        // A claim, its beats and a release of new pages change the pointer but not the model.
        let model = match same {
            Some(now) => Arc::clone(&now.model),
            // Decoded on this thread: in Lambda no other request waits.
            None => Arc::new(sources::released_model(store, &live).await?),
        };
        let published = PublishedModel { release: live.release, model_sha256: live.model_sha256 };
        self.slot.swap(LiveModel { model, source: ModelSource::Releases, published: Some(published) });
        // Only now, so that a model that could not be loaded is loaded at the next check.
        *known = Some(object.version);
        Ok(())
    }

    async fn load(&self, location: &Location) -> Result<(), LoadError> {
        let model = Arc::new(sources::single_model(sources::store(location)?).await?);
        let source = if self.sources.releases.is_some() { ModelSource::Bundled } else { ModelSource::Fixed };
        self.slot.swap(LiveModel { model, source, published: None });
        Ok(())
    }
}

/// Waits for [`CHECK_LIMIT`] at most; `None` when the process was frozen meanwhile, so that the outcome is
/// unknown. Without a runtime there are no timers, and nothing can hang.
async fn within_limit(work: impl Future<Output = Result<(), LoadError>>) -> Option<Result<(), LoadError>> {
    if Handle::try_current().is_err() {
        return Some(work.await);
    }
    let start = Instant::now();
    match timeout(CHECK_LIMIT, work).await {
        Ok(outcome) => Some(outcome),
        // A running process would have stopped long ago. Each round takes this long, so the loop of retries
        // cannot spin.
        Err(_) if start.elapsed() > 2 * CHECK_LIMIT => None,
        Err(_) => Some(Err(LoadError::TimedOut { seconds: CHECK_LIMIT.as_secs() })),
    }
}

#[cfg(test)]
mod tests {
    use std::future::pending;
    use std::time::Duration;

    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_check_that_hangs_ends() {
        let outcome = within_limit(pending()).await;
        assert!(matches!(outcome, Some(Err(LoadError::TimedOut { .. }))), "{outcome:?}");
    }

    #[tokio::test(start_paused = true)]
    async fn a_frozen_check_is_not_a_failure() {
        let check = tokio::spawn(within_limit(pending()));
        tokio::task::yield_now().await;
        // A thaw, as the process sees it: an hour passes in one step.
        tokio::time::advance(Duration::from_secs(3_600)).await;
        assert!(check.await.expect("no panic").is_none());
    }
}
