//! One event after the other.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use artifact_store::ArtifactStore;
use artifact_store::pointer::Live;
use jiff::Timestamp;
use lambda_http::Context;
use releases::catalogue::Catalogue;
use releases::lease::LivePointer;
use releases::refresh::{Options, refresh};
use serde_json::Value;
use tokio::time::{timeout, timeout_at};
use training::clock;
use training::time_limit::OutOfTime;

use crate::deadline::Deadline;
use crate::event::Asked;
use crate::failure::Failure;
use crate::line::{Invocation, Told};
use crate::outcome::{Done, Outcome};
use crate::progress::{Log, WriteWatch};
use crate::settings::{Settings, SettingsError};

/// How long the pointer is waited for once everything is done.
const PATIENCE: Duration = Duration::from_secs(2);

/// The function: what the environment sets, and the client of the store, made once.
#[derive(Debug)]
pub struct Function {
    ready: Result<Ready, SettingsError>,
}

#[derive(Debug)]
struct Ready {
    settings: Settings,
    store: ArtifactStore,
}

impl Function {
    /// With the settings of the environment. Wrong ones are told in answer to events.
    pub async fn from_env() -> Function {
        // Variables that are no text are not ours.
        let text = |(name, value): (std::ffi::OsString, std::ffi::OsString)| {
            Some((name.into_string().ok()?, value.into_string().ok()?))
        };
        Function::new(&std::env::vars_os().filter_map(text).collect()).await
    }

    /// With these variables.
    pub async fn new(vars: &BTreeMap<String, String>) -> Function {
        let ready = match Settings::read(vars) {
            Ok(settings) => settings.open().await.map(|store| Ready { settings, store }),
            Err(error) => Err(error),
        };
        Function { ready }
    }

    /// Does what an event asks for, and tells what came of it.
    pub async fn handle(&self, event: &Value, context: &Context) -> Told {
        let (begun, now) = (Instant::now(), Timestamp::now());
        let now_ms = now.as_millisecond().try_into().unwrap_or_default();
        let deadline = Deadline::new(begun, now_ms, context.deadline);
        let asked = Asked::read(event);
        let done = match (&asked, &self.ready) {
            (Err(error), _) => Done::failed((*error).into()),
            (Ok(Asked::Nothing), _) => Done::other(Outcome::Ignored),
            (_, Err(error)) => Done::failed(error.into()),
            (Ok(Asked::Report), Ok(_)) => Done::other(Outcome::Reported),
            (Ok(Asked::Refresh { force, .. }), Ok(ready)) => {
                ready.refresh(force.clone(), &deadline, now).await
            }
        };
        let live = match (&asked, &self.ready) {
            (Ok(Asked::Nothing), _) | (_, Err(_)) => Ok(None),
            (_, Ok(ready)) => ready.live().await,
        };
        let (live, done) = match live {
            Ok(live) => (live, done),
            // Whoever asks for the age and gets none has to hear why; a refresh has said enough.
            Err(failure) if done.other == Some(Outcome::Reported) => (None, Done::failed(failure)),
            Err(_) => (None, done),
        };
        let invocation = Invocation {
            request_id: &context.request_id,
            function: &context.env_config.function_name,
            now: Timestamp::now(),
            duration_ms: begun.elapsed().as_millis().try_into().unwrap_or(u64::MAX),
            live,
        };
        Told::new(invocation, &asked, done)
    }
}

impl Ready {
    /// Profiles → release, within the time there is.
    async fn refresh(&self, force: Option<String>, deadline: &Deadline, now: Timestamp) -> Done {
        let train = match self.settings.train_options() {
            Ok(train) => train,
            Err(error) => return Done::failed(Failure::of(&error)),
        };
        let limit = deadline.learning();
        let now = clock::timestamp(now);
        let options =
            Options { force, time_limit: Some(limit.clone()), ..Options::new(self.settings.site(), now) };
        let progress = WriteWatch::default();
        // In a box, as its type is deeper than the compiler follows.
        let run = Box::pin(refresh(&self.store, train, &options, &progress, Arc::new(Log)));
        match timeout_at(deadline.writing().into(), run).await {
            Ok(Ok(report)) => {
                let warning = report.not_compared.as_ref().map(|reason| format!("not compared: {reason}"));
                self.prune(Done { warning, ..Done::with(report) }, deadline).await
            }
            Ok(Err(error)) => match error.downcast_ref::<OutOfTime>() {
                Some(slow) => Done::failed(Failure::too_slow(slow, deadline, &self.settings)),
                None => Done::without(&error),
            },
            Err(_) if progress.has_begun() => Done::failed(Failure::cut_off(deadline, &self.settings)),
            Err(_) => Done::failed(Failure::too_slow(&limit.out_of_time(), deadline, &self.settings)),
        }
    }

    /// Deletes old releases after a new one. The new one is live whether this works or not, and the next one tries again.
    async fn prune(&self, done: Done, deadline: &Deadline) -> Done {
        let keep = self.settings.keep;
        if done.outcome() != Outcome::Published || keep == 0 {
            return done;
        }
        let pruning = Box::pin(async { Catalogue::read(&self.store).await?.prune(&self.store, keep).await });
        match timeout_at(deadline.writing().into(), pruning).await {
            Ok(Ok((releases, objects))) => Done { pruned: Some((releases.len(), objects)), ..done },
            Ok(Err(error)) => {
                let warning = Some(format!("old releases stay: {}", Failure::of(&error).message));
                Done { warning, ..done }
            }
            Err(_) => {
                let warning = Some("old releases stay: no time was left to delete all of them".to_owned());
                Done { warning, ..done }
            }
        }
    }

    /// What is live: the pointer, and nothing else.
    async fn live(&self) -> Result<Option<Live>, Failure> {
        match timeout(PATIENCE, Box::pin(LivePointer::read(&self.store))).await {
            Ok(Ok(seen)) => Ok(seen.pointer.live),
            Ok(Err(error)) => Err(Failure::of(&anyhow::Error::from(error))),
            Err(_) => {
                let late = anyhow::anyhow!("the pointer could not be read within {} s", PATIENCE.as_secs());
                Err(Failure::of(&late))
            }
        }
    }
}
