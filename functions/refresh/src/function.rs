//! The function: handles one event after the other.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use artifact_store::ArtifactStore;
use artifact_store::pointer::LiveRelease;
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
use crate::event::Request;
use crate::failure::Failure;
use crate::line::{EventResult, Invocation};
use crate::outcome::{Outcome, RunResult};
use crate::progress::{Log, WriteWatch};
use crate::settings::{Settings, SettingsError};

/// How long the last read of the pointer may take.
const POINTER_TIMEOUT: Duration = Duration::from_secs(2);

/// The function with its settings and its client of the store, which are created once.
#[derive(Debug)]
pub struct Function {
    setup: Result<Setup, SettingsError>,
}

#[derive(Debug)]
struct Setup {
    settings: Settings,
    store: ArtifactStore,
}

impl Function {
    /// A function with the settings of the environment. The answer to each event reports wrong settings.
    pub async fn from_env() -> Function {
        // The function has no variables that are not UTF-8.
        let text = |(name, value): (std::ffi::OsString, std::ffi::OsString)| {
            Some((name.into_string().ok()?, value.into_string().ok()?))
        };
        Function::new(&std::env::vars_os().filter_map(text).collect()).await
    }

    /// A function with these environment variables.
    pub async fn new(vars: &BTreeMap<String, String>) -> Function {
        let setup = match Settings::read(vars) {
            Ok(settings) => settings.open().await.map(|store| Setup { settings, store }),
            Err(error) => Err(error),
        };
        Function { setup }
    }

    /// Handles an event.
    pub async fn handle(&self, event: &Value, context: &Context) -> EventResult {
        let (begun, now) = (Instant::now(), Timestamp::now());
        let now_ms = now.as_millisecond().try_into().unwrap_or_default();
        let deadline = Deadline::new(begun, now_ms, context.deadline);
        let request = Request::read(event);
        let result = match (&request, &self.setup) {
            (Err(error), _) => RunResult::failed((*error).into()),
            (Ok(Request::BucketTest), _) => RunResult::other(Outcome::Ignored),
            (_, Err(error)) => RunResult::failed(error.into()),
            (Ok(Request::Report), Ok(_)) => RunResult::other(Outcome::Reported),
            (Ok(Request::Refresh { force, .. }), Ok(setup)) => {
                setup.refresh(force.clone(), &deadline, now).await
            }
        };
        let live = match (&request, &self.setup) {
            (Ok(Request::BucketTest), _) | (_, Err(_)) => Ok(None),
            (_, Ok(setup)) => setup.live().await,
        };
        let (live, result) = match live {
            Ok(live) => (live, result),
            // A report without an age is a failure; a refresh keeps its own result.
            Err(failure) if result.other == Some(Outcome::Reported) => (None, RunResult::failed(failure)),
            Err(_) => (None, result),
        };
        let invocation = Invocation {
            request_id: &context.request_id,
            function: &context.env_config.function_name,
            now: Timestamp::now(),
            duration_ms: begun.elapsed().as_millis().try_into().unwrap_or(u64::MAX),
            live,
        };
        EventResult::new(invocation, &request, result)
    }
}

impl Setup {
    /// Trains a model and publishes it before the deadline.
    async fn refresh(&self, force: Option<String>, deadline: &Deadline, now: Timestamp) -> RunResult {
        let train = match self.settings.train_options() {
            Ok(train) => train,
            Err(error) => return RunResult::failed(Failure::of(&error)),
        };
        let limit = deadline.training_limit();
        let now = clock::timestamp(now);
        let options =
            Options { force, time_limit: Some(limit.clone()), ..Options::new(self.settings.site(), now) };
        let progress = WriteWatch::default();
        // Boxed, because the type of the future exceeds the compiler's depth limit.
        let run = Box::pin(refresh(&self.store, train, &options, &progress, Arc::new(Log)));
        match timeout_at(deadline.writing_end().into(), run).await {
            Ok(Ok(report)) => {
                let not_compared = report.not_compared.as_ref();
                let warning =
                    not_compared.map(|reason| format!("not compared with the live release: {reason}"));
                self.prune(RunResult { warning, ..RunResult::with(report) }, deadline).await
            }
            Ok(Err(error)) => match error.downcast_ref::<OutOfTime>() {
                Some(slow) => RunResult::failed(Failure::too_slow(slow, deadline, &self.settings)),
                None => RunResult::without_report(&error),
            },
            Err(_) if progress.has_begun() => RunResult::failed(Failure::cut_off(deadline, &self.settings)),
            Err(_) => RunResult::failed(Failure::too_slow(&limit.out_of_time(), deadline, &self.settings)),
        }
    }

    /// Deletes old releases after a publish. A failure is only a warning: the new release is live, and the
    /// next refresh tries again.
    async fn prune(&self, result: RunResult, deadline: &Deadline) -> RunResult {
        let keep = self.settings.keep;
        if result.outcome() != Outcome::Published || keep == 0 {
            return result;
        }
        let pruning = Box::pin(async { Catalogue::read(&self.store).await?.prune(&self.store, keep).await });
        match timeout_at(deadline.writing_end().into(), pruning).await {
            Ok(Ok((releases, objects))) => RunResult { pruned: Some((releases.len(), objects)), ..result },
            Ok(Err(error)) => {
                let warning = format!("old releases were not deleted: {}", Failure::of(&error).message);
                result.with_warning(warning)
            }
            Err(_) => {
                let warning = "old releases were not all deleted: no time was left".to_owned();
                result.with_warning(warning)
            }
        }
    }

    /// The live release of the pointer; reads nothing else.
    async fn live(&self) -> Result<Option<LiveRelease>, Failure> {
        match timeout(POINTER_TIMEOUT, Box::pin(LivePointer::read(&self.store))).await {
            Ok(Ok(live)) => Ok(live.pointer.live),
            Ok(Err(error)) => Err(Failure::of(&anyhow::Error::from(error))),
            Err(_) => {
                let seconds = POINTER_TIMEOUT.as_secs();
                Err(Failure::of(&anyhow::anyhow!("the pointer could not be read within {seconds} s")))
            }
        }
    }
}
