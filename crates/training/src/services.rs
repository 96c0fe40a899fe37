//! Names of topics and skills from course titles, by Gemini.
//!
//! Gemini gets labels that at least five people share and titles of courses, without the people they belong
//! to. Without an API key everything is done offline.

use std::env;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result, bail};
use career_training::{TopicKind, TopicNamer, TopicToName};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use web_services::cache::{Answers, FolderAnswers};
use web_services::course_skills::{CourseSkills, OfflineExtractor};
use web_services::gemini::{Budget, Gemini, GeminiSettings};
use web_services::http::{self, Secret, SystemSleeper};
use web_services::{AskReport, topic_naming};

use crate::progress::Progress;

/// The environment variable with the API key.
const KEY_VARIABLE: &str = "GEMINI_API_KEY";

/// Whether Gemini is used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Naming {
    /// If a key is set.
    #[default]
    Auto,
    /// Always; a missing key is an error.
    Gemini,
    /// Never.
    Offline,
}

/// Settings of Gemini.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ServiceSettings {
    pub naming: Naming,
    pub gemini_model: String,
    /// Spending limit of one run, in US dollars; the rest is done offline.
    pub gemini_budget_usd: f64,
    /// Base URL of the API.
    pub gemini_url: String,
    /// Folder of cached answers.
    pub answers: PathBuf,
}

/// Gemini with its cached answers.
#[derive(Debug)]
pub struct Services {
    gemini: Gemini,
    answers: Answers,
}

impl Services {
    /// Services with the API key of the environment; `None` means offline.
    ///
    /// # Errors
    /// [`Naming::Gemini`] without a key, or a setting that is out of range.
    pub fn from_env(settings: &ServiceSettings) -> Result<Option<Services>> {
        let key = env::var(KEY_VARIABLE).ok().as_deref().and_then(Secret::new);
        let key = match (settings.naming, key) {
            (Naming::Offline, _) | (Naming::Auto, None) => return Ok(None),
            (Naming::Gemini, None) => {
                bail!("--naming gemini needs an API key in {KEY_VARIABLE}; set it, or omit --naming")
            }
            (Naming::Auto | Naming::Gemini, Some(key)) => key,
        };
        let gemini_settings = GeminiSettings {
            model: settings.gemini_model.clone(),
            budget: Budget { max_usd: settings.gemini_budget_usd, ..Budget::default() },
            http: http::Settings::new("Gemini", &settings.gemini_url),
            ..GeminiSettings::default()
        };
        // For the jitter between retries; the result does not depend on it.
        let rng = ChaCha8Rng::seed_from_u64(u64::from(std::process::id()));
        let gemini = Gemini::new(gemini_settings, key, rng, Arc::new(SystemSleeper::default()))
            .context("Gemini cannot be set up")?;
        Ok(Some(Services { gemini, answers: answers(&settings.answers) }))
    }
}

impl Services {
    /// Drops all cached answers unless they were made with this list of forgotten people: an answer may have
    /// a word of somebody, and does not say of whom.
    ///
    /// # Errors
    /// Answers that cannot be deleted.
    pub fn drop_answers_of_other_lists(&self, list: &str) -> Result<()> {
        self.answers.keep_only_of(list).context("cached answers of services cannot be deleted")
    }
}

fn answers(dir: &Path) -> Answers {
    Answers::new(FolderAnswers::new(dir))
}

/// Up to three skills for each list of course titles: by Gemini, or offline without services.
pub fn skills_from_courses(
    services: Option<&Services>,
    offline: &OfflineExtractor,
    titles: &[Vec<String>],
    progress: &dyn Progress,
) -> Vec<Vec<String>> {
    let Some(Services { gemini, answers }) = services else {
        return titles.iter().map(|titles| offline.extract(titles)).collect();
    };
    let report = CourseSkills::new(gemini, answers, Some(offline)).extract(titles);
    progress.say(&summary_line("skills from course titles", &report.asked));
    report.skills
}

/// Names topics by Gemini.
#[derive(Debug)]
pub struct TopicNames<'a> {
    services: &'a Services,
    progress: &'a dyn Progress,
}

impl<'a> TopicNames<'a> {
    /// Uses these services and reports the counts to `progress`.
    pub fn new(services: &'a Services, progress: &'a dyn Progress) -> TopicNames<'a> {
        TopicNames { services, progress }
    }
}

impl TopicNamer for TopicNames<'_> {
    fn names(&self, kind: TopicKind, topics: &[TopicToName]) -> Vec<Option<String>> {
        let (kind, what) = match kind {
            TopicKind::Skills => (career_model::TopicKind::Skills, "names of skill topics"),
            TopicKind::DegreeFields => {
                (career_model::TopicKind::DegreeFields, "names of degree field topics")
            }
        };
        let topics: Vec<topic_naming::TopicToName> = topics
            .iter()
            .map(|TopicToName { labels, terms }| topic_naming::TopicToName {
                labels: labels.clone(),
                terms: terms.clone(),
            })
            .collect();
        self.progress.say(&format!("Gemini, {what}: {} to find", topics.len()));
        let namer = topic_naming::TopicNamer::new(&self.services.gemini, &self.services.answers);
        let report = namer.name(kind, &topics);
        self.progress.say(&summary_line(what, &report.asked));
        report.names
    }
}

/// The counts on one line, and on another line the problem, if there was one.
fn summary_line(what: &str, asked: &AskReport) -> String {
    let mut line = format!(
        "Gemini, {what}: {} asked, {} calls, {} answers from the cache, {} left offline",
        asked.questions, asked.calls, asked.cached, asked.left_offline
    );
    if let Some(trouble) = &asked.trouble {
        line.push_str(&format!("\nwarning: {trouble}"));
    }
    line
}
