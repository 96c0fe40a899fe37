//! A collection: sends the URLs that were never sent, waits for running batches, and joins the records.

use std::collections::{BTreeMap, VecDeque};
use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter, Seek, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde_json::json;

use super::answers::{Status, snapshot_id, status};
use super::error::in_file;
use super::journal::{Stage, beside, write_whole};
use super::snapshot_lines::{Snapshot, copy_records};
use super::{CollectError, Journal, PEOPLE_PROFILES};
use crate::http::{Client, HttpError, Request, Response};

/// The settings of a collection.
#[derive(Clone, Debug)]
pub struct CollectionSettings {
    /// Bright Data's id of the data set.
    pub dataset_id: String,
    /// URLs sent in one request.
    pub batch_size: usize,
    /// Batches that run at the same time.
    pub max_running: usize,
    /// Between two polls of the status.
    pub poll_interval: Duration,
    /// For the whole run; batches that are not ready then are left for the next run.
    pub total_time: Duration,
    /// The largest snapshot that is downloaded.
    pub max_snapshot_bytes: u64,
    /// The time limit of a download.
    pub download_time: Duration,
    /// Sends URLs again that failed or may not have been sent. They may be paid for again.
    pub retry_failed: bool,
}

impl Default for CollectionSettings {
    /// 500 people profiles per request, ten requests at a time, polled every 10 s for at most 2 hours.
    fn default() -> CollectionSettings {
        CollectionSettings {
            dataset_id: PEOPLE_PROFILES.to_owned(),
            batch_size: 500,
            max_running: 10,
            poll_interval: Duration::from_secs(10),
            total_time: Duration::from_secs(2 * 3600),
            max_snapshot_bytes: 4 << 30,
            download_time: Duration::from_secs(1800),
            retry_failed: false,
        }
    }
}

/// The progress of a run, in URLs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// In the list, without duplicates.
    pub urls: usize,
    /// Sent, now or in an earlier run.
    pub sent: usize,
    /// Answered: collected or failed.
    pub answered: usize,
}

/// The result of a run. Counts are over all runs into this output file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Records in the output file.
    pub records: u64,
    /// URLs without a profile, by reason.
    pub failed: BTreeMap<String, u64>,
    /// URLs whose batches still run; the next run fetches them.
    pub running: u64,
    /// URLs that were not sent; the next run sends them.
    pub unsent: u64,
    /// The last error that was retried, safe to print.
    pub trouble: Option<String>,
}

impl Outcome {
    /// Whether every URL has its profile.
    pub fn is_complete(&self) -> bool {
        self.failed.is_empty() && self.running == 0 && self.unsent == 0
    }
}

/// One run of collecting into one file.
pub struct Collection<'a> {
    client: &'a Client,
    settings: &'a CollectionSettings,
    out: PathBuf,
    journal: Journal,
}

impl std::fmt::Debug for Collection<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Collection").field("out", &self.out).finish_non_exhaustive()
    }
}

impl<'a> Collection<'a> {
    /// Opens or starts the collection into `out`. The client sends the token as `authorization: Bearer …`.
    ///
    /// # Errors
    /// Another run is active, or the journal cannot be used.
    pub fn open(
        client: &'a Client,
        settings: &'a CollectionSettings,
        out: &Path,
    ) -> Result<Collection<'a>, CollectError> {
        let journal = Journal::open(out, &settings.dataset_id)?;
        Ok(Collection { client, settings, out: out.to_owned(), journal })
    }

    /// Sends the URLs that were never sent, waits, and writes the output file: complete records in Bright
    /// Data's format (JSON Lines).
    ///
    /// # Errors
    /// A refusal of all requests (wrong token), or a file that cannot be written. All other failures are in
    /// the [`Outcome`].
    pub fn run(mut self, urls: &[String], mut report: impl FnMut(Progress)) -> Result<Outcome, CollectError> {
        if self.settings.retry_failed {
            self.journal.forget_failed()?;
        }
        let unsent = self.journal.unsent(urls);
        let mut next_batches: VecDeque<&[&str]> = unsent.chunks(self.settings.batch_size.max(1)).collect();
        let start = self.client.sleeper().now();
        let mut refused = BTreeMap::new();
        let mut sent = urls.len() - unsent.len();
        let mut trouble = None;
        loop {
            while self.n_running() < self.settings.max_running
                && let Some(batch) = next_batches.front()
            {
                match self.trigger(batch)? {
                    TriggerResult::Sent => sent += batch.len(),
                    TriggerResult::Refused(reason) => {
                        *refused.entry(reason).or_default() += batch.len() as u64;
                    }
                    TriggerResult::Busy => break,
                }
                next_batches.pop_front();
            }
            for index in 0..self.journal.len() {
                if let Err(error) = self.advance(index) {
                    match error {
                        CollectError::Service(error) if !error.is_final() => {
                            trouble = Some(error.to_string());
                        }
                        other => return Err(other),
                    }
                }
                report(Progress { urls: urls.len(), sent, answered: self.answered() });
            }
            let over = self.client.sleeper().now().saturating_sub(start) + self.settings.poll_interval
                >= self.settings.total_time;
            if self.n_running() == 0 && next_batches.is_empty() || over {
                break;
            }
            self.client.sleeper().sleep(self.settings.poll_interval);
        }
        let unsent = next_batches.iter().map(|batch| batch.len() as u64).sum();
        Ok(Outcome { trouble, ..self.join(unsent, refused)? })
    }

    fn n_running(&self) -> usize {
        self.journal.batches().iter().filter(|batch| matches!(batch.stage, Stage::Running { .. })).count()
    }

    fn answered(&self) -> usize {
        let is_answered = |stage: &Stage| matches!(stage, Stage::Done { .. } | Stage::Failed { .. });
        self.journal
            .batches()
            .iter()
            .filter(|batch| is_answered(&batch.stage))
            .map(|batch| batch.urls.len())
            .sum()
    }

    fn trigger(&mut self, urls: &[&str]) -> Result<TriggerResult, CollectError> {
        let index = self.journal.begin(urls)?;
        let inputs: Vec<_> = urls.iter().map(|url| json!({ "url": url })).collect();
        let body = serde_json::Value::Array(inputs).to_string().into_bytes();
        let request = Request::post_json("/datasets/v3/trigger", body)
            .query("dataset_id", &self.settings.dataset_id)
            .query("format", "json")
            .query("include_errors", "true")
            .only_once();
        match self.client.send(&request) {
            Ok(Response { body, .. }) => match snapshot_id(&body) {
                Some(snapshot_id) => {
                    self.journal.set(index, Stage::Running { snapshot_id })?;
                    Ok(TriggerResult::Sent)
                }
                // Accepted, but with an unknown id; the batch stays in the journal as triggering.
                None => Ok(TriggerResult::Sent),
            },
            Err(error) if error.was_never_sent() => {
                self.journal.take_back()?;
                Err(error.into())
            }
            Err(error) => match error.status() {
                Some(429 | 503) => {
                    self.journal.take_back()?;
                    Ok(TriggerResult::Busy)
                }
                Some(status @ 300..=499) => {
                    self.journal.take_back()?;
                    if error.is_final() {
                        return Err(error.into());
                    }
                    Ok(TriggerResult::Refused(format!("refused with status {status}")))
                }
                // The connection broke, or the service failed: the batch may have started. Nothing is sent
                // twice.
                _ => Ok(TriggerResult::Sent),
            },
        }
    }

    /// Polls a batch, and downloads its snapshot if it is ready.
    fn advance(&mut self, index: usize) -> Result<(), CollectError> {
        let Stage::Running { snapshot_id } = &self.journal.batches()[index].stage else { return Ok(()) };
        let id = snapshot_id.clone();
        let answer = match self.client.send(&Request::get(format!("/datasets/v3/progress/{id}"))) {
            Ok(answer) => answer,
            Err(error) if is_gone(&error) => return self.fail(index, GONE),
            Err(error) => return Err(error.into()),
        };
        match status(&answer.body) {
            Status::Ready => self.download(index, &id),
            Status::Failed => self.fail(index, "the collection failed"),
            Status::Running | Status::Unknown => Ok(()),
        }
    }

    fn fail(&mut self, index: usize, reason: &str) -> Result<(), CollectError> {
        self.journal.set(index, Stage::Failed { reason: reason.to_owned() })
    }

    fn download(&mut self, index: usize, id: &str) -> Result<(), CollectError> {
        let n_urls = self.journal.batches()[index].urls.len() as u64;
        let request = Request::get(format!("/datasets/v3/snapshot/{id}"))
            .query("format", "jsonl")
            .timeout(self.settings.download_time);
        let part = self.part(index);
        let unwritable = "cannot be written; check the disk and its permissions";
        let mut raw = tempfile::tempfile_in(folder(&part)).map_err(in_file(&part, unwritable))?;
        match self.client.download(&request, &mut raw, self.settings.max_snapshot_bytes) {
            Ok(answer) if answer.status != 200 => return Ok(()),
            Ok(_) => {}
            Err(error) if is_gone(&error) => return self.fail(index, GONE),
            Err(HttpError::TooLarge { .. }) => return self.fail(index, "the snapshot is too large"),
            Err(HttpError::File { source, .. }) => return Err(in_file(&part, unwritable)(source)),
            Err(error) => return Err(error.into()),
        }
        let mut found = Snapshot::NotReady;
        write_whole(&part, |file| {
            raw.rewind()?;
            found = copy_records(BufReader::new(&raw), BufWriter::new(file))?;
            Ok(matches!(found, Snapshot::Records { .. }))
        })?;
        match found {
            Snapshot::Records { records, failed } => {
                let failures = serde_json::to_vec(&failed).map_err(io::Error::other);
                let failures = failures.map_err(in_file(&part, unwritable))?;
                write_whole(&beside(&part, ".failed.json"), |file| file.write_all(&failures).map(|()| true))?;
                // The service may send fewer records than URLs without an error.
                let failed = n_urls.saturating_sub(records);
                self.journal.set(index, Stage::Done { records, failed })
            }
            Snapshot::NotReady => Ok(()),
            Snapshot::Invalid { line, why } => {
                self.fail(index, &format!("the snapshot is not JSON Lines (line {line}: {why})"))
            }
        }
    }

    fn part(&self, index: usize) -> PathBuf {
        beside(&self.out, &format!(".part-{:05}", self.journal.batches()[index].part))
    }

    /// Writes the output file and counts its records.
    fn join(&self, unsent: u64, refused: BTreeMap<String, u64>) -> Result<Outcome, CollectError> {
        let mut outcome = Outcome { unsent, failed: refused, ..Outcome::default() };
        let mut parts = Vec::new();
        for (index, batch) in self.journal.batches().iter().enumerate() {
            let n_urls = batch.urls.len() as u64;
            let mut add = |reason: &str, n: u64| {
                if n > 0 {
                    *outcome.failed.entry(reason.to_owned()).or_default() += n;
                }
            };
            match &batch.stage {
                Stage::Running { .. } => outcome.running += n_urls,
                Stage::Triggering => {
                    add("it is not known whether they were sent; --retry-failed sends them again", n_urls);
                }
                Stage::Failed { reason } => add(reason, n_urls),
                Stage::Done { records, failed } => {
                    outcome.records += records;
                    let part = self.part(index);
                    let mut rest = *failed;
                    for (reason, n) in reasons(&beside(&part, ".failed.json")) {
                        add(&reason, n.min(rest));
                        rest = rest.saturating_sub(n);
                    }
                    add("no record came for them", rest);
                    parts.push(part);
                }
            }
        }
        write_whole(&self.out, |file| {
            for part in &parts {
                io::copy(&mut File::open(part)?, file)?;
            }
            Ok(true)
        })?;
        Ok(outcome)
    }
}

/// The reason for a status that means there is no snapshot.
const GONE: &str = "the snapshot is empty, expired or unknown";

enum TriggerResult {
    Sent,
    Refused(String),
    /// The service is busy.
    Busy,
}

/// Whether the service answered that there is no such snapshot.
fn is_gone(error: &HttpError) -> bool {
    matches!(error.status(), Some(400 | 404 | 410))
}

fn folder(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// The reasons of a part. Without the file, the counts are still correct.
fn reasons(path: &Path) -> BTreeMap<String, u64> {
    fs::read(path).ok().and_then(|text| serde_json::from_slice(&text).ok()).unwrap_or_default()
}
