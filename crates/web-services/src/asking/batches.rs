//! Asks questions of any kind: from the cache, then in batches, then one by one.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::{Value, json};

use super::loose_json;
use crate::cache::{AnswerKey, Answers};
use crate::gemini::{Gemini, GeminiError, Prompt};

/// The results of a run. Equal questions count once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct AskReport {
    /// Different questions.
    pub questions: usize,
    /// Prompts sent.
    pub calls: usize,
    /// Questions answered from the cache.
    pub cached: usize,
    /// Questions answered now.
    pub answered: usize,
    /// Of these, answers that had to be repaired.
    pub repaired: usize,
    /// Answers that broke a rule; each of these questions was asked once more, alone.
    pub rejected: usize,
    /// Prompts that failed after all attempts, or that the service refused to answer.
    pub failed_calls: usize,
    /// Questions that are left to the offline method.
    pub left_offline: usize,
    /// Answers that could not be written to the cache.
    pub not_saved: usize,
    /// Whether the budget was used up.
    pub over_budget: bool,
    /// Another reason why the run stopped, or the last failure. Safe to print.
    pub trouble: Option<String>,
}

/// A task's verdict on an answer.
pub(crate) enum Verdict<T> {
    /// The answer is good.
    Good(T),
    /// The answer is good after a repair.
    Repaired(T),
    /// The answer breaks a rule.
    Rejected,
}

/// One kind of question.
pub(crate) trait Task: Sync {
    /// The answer, as cached.
    type Answer: Clone + Send + Serialize + DeserializeOwned;

    /// The name of the kind, and the version of its prompt and rules.
    fn version(&self) -> &str;
    /// The instruction.
    fn system(&self) -> String;
    /// The name of an answer in a record, and its schema.
    fn field(&self) -> (&'static str, Value);
    /// The content that identifies a question.
    fn content<'a>(&self, question: &'a Value) -> Vec<&'a str>;
    /// Checks an answer to the question with this id. Cached answers are checked too.
    fn judge(&self, raw: &Value, id: usize) -> Verdict<Self::Answer>;
    /// An answer as the input of `judge`.
    fn raw(&self, answer: &Self::Answer) -> Value;
}

/// Asks questions, JSON objects without an id, at most `batch_size` in one prompt. Returns the answers in the
/// same order, with `None` for questions without an answer.
pub(crate) fn ask_all<T: Task>(
    task: &T,
    gemini: &Gemini,
    answers: &Answers,
    questions: &[Value],
    batch_size: usize,
) -> (Vec<Option<T::Answer>>, AskReport) {
    let keys: Vec<AnswerKey> = questions
        .iter()
        .map(|question| AnswerKey::new(gemini.model(), task.version(), task.content(question)))
        .collect();
    let mut known = BTreeSet::new();
    let different: Vec<(AnswerKey, &Value)> =
        keys.iter().copied().zip(questions).filter(|(key, _)| known.insert(*key)).collect();
    let run = Run {
        task,
        gemini,
        answers,
        state: Mutex::new(State { report: AskReport::default(), found: BTreeMap::new() }),
        over: AtomicBool::new(false),
    };
    let open: Vec<(AnswerKey, &Value)> =
        different.iter().copied().filter(|(key, _)| !run.is_cached(key)).collect();
    let batches: Vec<&[(AnswerKey, &Value)]> = open.chunks(batch_size.max(1)).collect();
    run.ask_batches(&batches);
    // The question of a batch of one was already asked alone.
    let again: Vec<&(AnswerKey, &Value)> = batches
        .iter()
        .filter(|batch| batch.len() > 1)
        .flat_map(|batch| *batch)
        .filter(|(key, _)| !run.has(key))
        .collect();
    let alone: Vec<&[(AnswerKey, &Value)]> = again.into_iter().map(std::slice::from_ref).collect();
    run.ask_batches(&alone);

    let state = run.state.into_inner().unwrap_or_else(PoisonError::into_inner);
    let mut report = state.report;
    report.questions = different.len();
    report.left_offline =
        different.iter().filter(|(key, _)| !matches!(state.found.get(key), Some(Some(_)))).count();
    report.trouble = gemini.stopped().or(report.trouble);
    let found = keys.iter().map(|key| state.found.get(key).cloned().flatten()).collect();
    (found, report)
}

/// The cached answer to a question.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum CachedAnswer<A> {
    Answer(A),
    /// Both answers broke a rule. Cached too, so that the next run does not pay for them again.
    Refused,
}

struct Run<'a, T: Task> {
    task: &'a T,
    gemini: &'a Gemini,
    answers: &'a Answers,
    state: Mutex<State<T::Answer>>,
    /// Whether no more questions can be asked.
    over: AtomicBool,
}

struct State<A> {
    report: AskReport,
    /// `None`: [`CachedAnswer::Refused`].
    found: BTreeMap<AnswerKey, Option<A>>,
}

impl<T: Task> Run<'_, T> {
    fn state(&self) -> std::sync::MutexGuard<'_, State<T::Answer>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn has(&self, key: &AnswerKey) -> bool {
        self.state().found.contains_key(key)
    }

    fn is_cached(&self, key: &AnswerKey) -> bool {
        let answer = match self.answers.get::<CachedAnswer<T::Answer>>(key) {
            None => return false,
            Some(CachedAnswer::Refused) => None,
            // Files in the folder are as untrusted as answers over the network.
            Some(CachedAnswer::Answer(answer)) => {
                match self.task.judge(&self.task.raw(&answer), usize::MAX) {
                    Verdict::Good(answer) => Some(answer),
                    Verdict::Repaired(_) | Verdict::Rejected => return false,
                }
            }
        };
        let mut state = self.state();
        state.report.cached += 1;
        state.found.insert(*key, answer);
        true
    }

    fn ask_batches(&self, batches: &[&[(AnswerKey, &Value)]]) {
        let next = AtomicUsize::new(0);
        std::thread::scope(|scope| {
            for _ in 0..self.gemini.max_concurrent().min(batches.len()) {
                scope.spawn(|| {
                    while let Some(batch) = batches.get(next.fetch_add(1, Ordering::Relaxed)) {
                        if self.over.load(Ordering::Relaxed) {
                            return;
                        }
                        self.ask_batch(batch);
                    }
                });
            }
        });
    }

    fn ask_batch(&self, batch: &[(AnswerKey, &Value)]) {
        let (field, schema) = self.task.field();
        let data = batch.iter().enumerate().map(|(at, (_, question))| {
            let mut question = (*question).clone();
            question["id"] = (at + 1).into();
            question
        });
        let prompt = Prompt {
            system: self.task.system(),
            data: data.collect(),
            schema: json!({
                "type": "ARRAY",
                "items": {
                    "type": "OBJECT",
                    "properties": {"id": {"type": "INTEGER"}, field: schema},
                    "required": ["id", field],
                },
            }),
        };
        let text = match self.gemini.generate(&prompt) {
            Ok(text) => text,
            Err(error) => return self.note(&error),
        };
        let (records, loose) = loose_json::records(&text, field);
        let mut verdicts: BTreeMap<usize, Vec<&Value>> = BTreeMap::new();
        for (id, record) in &records {
            verdicts.entry(*id).or_default().push(&record[field]);
        }
        let mut fresh = Vec::new();
        let mut state = self.state();
        state.report.calls += 1;
        for (at, (key, _)) in batch.iter().enumerate() {
            let id = at + 1;
            let verdict = match verdicts.get(&id).map(Vec::as_slice) {
                // An id with two different answers has none.
                Some([first, rest @ ..]) if rest.iter().all(|other| other == first) => {
                    match self.task.judge(first, id) {
                        Verdict::Good(answer) if loose || !rest.is_empty() => Verdict::Repaired(answer),
                        verdict => verdict,
                    }
                }
                _ => Verdict::Rejected,
            };
            let answer = match verdict {
                Verdict::Good(answer) => Some(answer),
                Verdict::Repaired(answer) => {
                    state.report.repaired += 1;
                    Some(answer)
                }
                Verdict::Rejected => {
                    state.report.rejected += 1;
                    // After a batch it is asked again, alone.
                    if batch.len() > 1 {
                        continue;
                    }
                    None
                }
            };
            state.report.answered += usize::from(answer.is_some());
            state.found.insert(*key, answer.clone());
            fresh.push((*key, answer.map_or(CachedAnswer::Refused, CachedAnswer::Answer)));
        }
        drop(state);
        let not_saved = fresh.iter().filter(|(key, kept)| self.answers.put(key, kept).is_err()).count();
        self.state().report.not_saved += not_saved;
    }

    fn note(&self, error: &GeminiError) {
        let mut state = self.state();
        match error {
            GeminiError::OverBudget(_) => {
                state.report.over_budget = true;
                self.over.store(true, Ordering::Relaxed);
            }
            GeminiError::Stopped => self.over.store(true, Ordering::Relaxed),
            error => {
                state.report.calls += 1;
                state.report.failed_calls += 1;
                state.report.trouble = Some(error.to_string());
            }
        }
    }
}
