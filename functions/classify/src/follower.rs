//! Following the live release, off the request's path.
//!
//! Lambda freezes the process between invocations, so a timer that looks every minute would sleep most of its life and
//! fire at odd moments. Here a request starts the look, when the last one is old enough, and does not wait for it: it
//! is answered with the model that is there. The look then runs
//!
//! * while the answer is on its way, and
//! * before the next event is asked for ([`Follower::settle`]): the visitor has the answer by then, and Lambda freezes
//!   nobody who has not asked for more. Without that, a function with few visitors would be frozen in the middle of
//!   every look and never see a new model.
//!
//! Should it be frozen all the same, its time limit has passed when it thaws, and its connection is gone as well. That
//! is nobody's failure: the look begins anew.

use std::future::Future;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use artifact_store::Version;
use tokio::runtime::Handle;
use tokio::sync::Mutex;
use tokio::time::{Instant, timeout};

use crate::limits::{CHECK_LIMIT, RELOAD_EVERY, SETTLE_LIMIT};
use crate::live_model::{LiveModel, ModelSource, Published, Slot};
use crate::load_error::{Complaint, LoadError};
use crate::sources::{self, ModelSources, Place};

/// Keeps a [`Slot`] filled from [`ModelSources`].
#[derive(Debug)]
pub(crate) struct Follower {
    slot: Slot,
    sources: ModelSources,
    /// Held by whoever looks: there are never two.
    memory: Arc<Mutex<Memory>>,
    /// Requests that came while there was no model.
    waited: AtomicU32,
}

/// What one look leaves for the next.
#[derive(Debug, Default)]
struct Memory {
    /// When the last look began.
    looked_at: Option<Instant>,
    /// The pointer whose model answers.
    pointer: Option<Version>,
    about_releases: Complaint,
    about_model: Complaint,
}

impl Follower {
    /// Looks for a model, for [`CHECK_LIMIT`] at most in each place.
    pub(crate) async fn start(sources: ModelSources) -> Follower {
        let follower = Follower::holding(sources, None);
        follower.look(&mut *follower.memory.lock().await).await;
        follower
    }

    /// Begins with this model.
    pub(crate) fn holding(sources: ModelSources, model: Option<LiveModel>) -> Follower {
        let slot = Slot::default();
        if let Some(model) = model {
            slot.swap(model);
        }
        Follower { slot, sources, memory: Arc::default(), waited: AtomicU32::new(0) }
    }

    /// The model for a request, which may start a look. Without a model, every [`RELOAD_EVERY`]th waits for one.
    pub(crate) async fn model(self: &Arc<Self>) -> Option<Arc<LiveModel>> {
        let model = self.now();
        if model.is_some() {
            self.look_soon();
            return model;
        }
        // Counted, not timed: a broken model must not cost every request a read.
        let waited = self.waited.fetch_add(1, Ordering::Relaxed).wrapping_add(1);
        if waited.is_multiple_of(RELOAD_EVERY) {
            self.look(&mut *self.memory.lock().await).await;
        }
        self.now()
    }

    /// The model that is there.
    pub(crate) fn now(&self) -> Option<Arc<LiveModel>> {
        self.slot.get()
    }

    /// Waits for the look that runs, if one does, for [`SETTLE_LIMIT`] at most.
    pub(crate) async fn settle(&self) {
        // When it takes longer, it goes on with the next request.
        let _ = timeout(SETTLE_LIMIT, self.memory.lock()).await;
    }

    /// Starts a look if the last one is old enough and none is running. Without a runtime there is nobody to run it.
    fn look_soon(self: &Arc<Self>) {
        if self.sources.releases.is_none() {
            return;
        }
        let Ok(runtime) = Handle::try_current() else { return };
        let Ok(mut memory) = Arc::clone(&self.memory).try_lock_owned() else { return };
        if memory.looked_at.is_some_and(|at| at.elapsed() < self.sources.check_every) {
            return;
        }
        let follower = Arc::clone(self);
        runtime.spawn(async move { follower.look(&mut memory).await });
    }

    /// Follows the pointer; then, if there still is no model, takes the one that lies outside the releases.
    async fn look(&self, memory: &mut Memory) {
        memory.looked_at = Some(Instant::now());
        if let Some(place) = &self.sources.releases {
            let followed = loop {
                let outcome = within_limit(self.follow(place, &mut memory.pointer)).await;
                if let Some(outcome) = outcome {
                    break outcome;
                }
            };
            self.report("no new release (RELEASES_URI)", followed, &mut memory.about_releases);
        }
        if self.now().is_none()
            && let Some(place) = &self.sources.model
        {
            // Frozen while there is no model: the next request that waits for one looks again.
            if let Some(loaded) = within_limit(self.load(place)).await {
                self.report("no model (MODEL_URI)", loaded, &mut memory.about_model);
            }
        }
    }

    fn report(&self, what: &str, outcome: Result<(), LoadError>, complaint: &mut Complaint) {
        match outcome {
            Ok(()) => complaint.over(),
            Err(error) => {
                if let Some(line) = complaint.about(what, &error) {
                    (self.sources.say)(&line);
                }
            }
        }
    }

    async fn follow(&self, place: &Place, known: &mut Option<Version>) -> Result<(), LoadError> {
        let store = sources::store(place)?;
        let Some(object) = sources::pointer(store, known.as_ref()).await? else { return Ok(()) };
        let live = sources::live(&object.bytes)?;
        let same = self.now().filter(|now| {
            now.published.as_ref().is_some_and(|published| published.model_sha256 == live.model_sha256)
        });
        // Claims and their beats change the pointer while the model stays; so does a release of new pages.
        let model = match same {
            Some(now) => Arc::clone(&now.model),
            // Decoded on this thread: in Lambda nobody else waits for it.
            None => Arc::new(sources::released_model(store, &live).await?),
        };
        let published = Published { release: live.release, model_sha256: live.model_sha256 };
        self.slot.swap(LiveModel { model, source: ModelSource::Releases, published: Some(published) });
        // Only now: a model that could not be had is asked for again next time.
        *known = Some(object.version);
        Ok(())
    }

    async fn load(&self, place: &Place) -> Result<(), LoadError> {
        let model = Arc::new(sources::lone_model(sources::store(place)?).await?);
        let source = if self.sources.releases.is_some() { ModelSource::Bundled } else { ModelSource::Fixed };
        self.slot.swap(LiveModel { model, source, published: None });
        Ok(())
    }
}

/// Waits for [`CHECK_LIMIT`] at most; `None` when the process was frozen meanwhile, so that nothing is known. Without a
/// runtime there are no timers, and nothing that could hang.
async fn within_limit(work: impl Future<Output = Result<(), LoadError>>) -> Option<Result<(), LoadError>> {
    if Handle::try_current().is_err() {
        return Some(work.await);
    }
    let began = Instant::now();
    match timeout(CHECK_LIMIT, work).await {
        Ok(outcome) => Some(outcome),
        // A process that runs would have ended it long ago. Each such round takes this long: trying again cannot spin.
        Err(_) if began.elapsed() > 2 * CHECK_LIMIT => None,
        Err(_) => Some(Err(LoadError::TimedOut { seconds: CHECK_LIMIT.as_secs() })),
    }
}

#[cfg(test)]
mod tests {
    use std::future::pending;
    use std::time::Duration;

    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_look_that_hangs_ends() {
        let outcome = within_limit(pending()).await;
        assert!(matches!(outcome, Some(Err(LoadError::TimedOut { .. }))), "{outcome:?}");
    }

    #[tokio::test(start_paused = true)]
    async fn a_look_that_was_frozen_is_not_a_failure() {
        let look = tokio::spawn(within_limit(pending()));
        tokio::task::yield_now().await;
        // What a thaw looks like from inside: an hour in one step.
        tokio::time::advance(Duration::from_secs(3_600)).await;
        assert!(look.await.expect("no panic").is_none());
    }
}
