//! What the program may ask Gemini for: names of topics, and skills out of course titles.
//!
//! Only labels that at least five people share and titles of courses leave the machine, never whose they are.
//! Without a key everything is done offline.

use std::env;
use std::path::Path;
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

use crate::cli::ServiceArgs;
use crate::cli_reading::Naming;
use crate::progress::TrainingProgress;

/// Where the key comes from.
const KEY_VARIABLE: &str = "GEMINI_API_KEY";

/// Gemini and the answers already paid for.
#[derive(Debug)]
pub struct Services {
    gemini: Gemini,
    answers: Answers,
}

impl Services {
    /// The services asked for; `None` means offline.
    ///
    /// # Errors
    /// Gemini is asked for and there is no key, or a setting makes no sense.
    pub fn from_args(args: &ServiceArgs) -> Result<Option<Services>> {
        let key = env::var(KEY_VARIABLE).ok().as_deref().and_then(Secret::new);
        let key = match (args.naming, key) {
            (Naming::Offline, _) | (Naming::Auto, None) => return Ok(None),
            (Naming::Gemini, None) => {
                bail!("--naming gemini needs a key in {KEY_VARIABLE}; set it, or leave --naming out")
            }
            (Naming::Auto | Naming::Gemini, Some(key)) => key,
        };
        let settings = GeminiSettings {
            model: args.gemini_model.clone(),
            budget: Budget { max_usd: args.gemini_budget, ..Budget::default() },
            http: http::Settings::new("Gemini", &args.gemini_url),
            ..GeminiSettings::default()
        };
        // Jitter spreads retries; it decides nothing about the result.
        let rng = ChaCha8Rng::seed_from_u64(u64::from(std::process::id()));
        let gemini = Gemini::new(settings, key, rng, Arc::new(SystemSleeper::default()))
            .context("Gemini cannot be set up")?;
        Ok(Some(Services { gemini, answers: answers(&args.answers) }))
    }
}

fn answers(dir: &Path) -> Answers {
    Answers::new(FolderAnswers::new(dir))
}

/// Up to three skills for each list of course titles: by Gemini where it may be asked, else offline.
pub fn skills_from_courses(
    services: Option<&Services>,
    offline: &OfflineExtractor,
    titles: &[Vec<String>],
) -> Vec<Vec<String>> {
    let Some(Services { gemini, answers }) = services else {
        return titles.iter().map(|titles| offline.extract(titles)).collect();
    };
    let report = CourseSkills::new(gemini, answers, Some(offline)).extract(titles);
    eprintln!("{}", told("skills from course titles", &report.asked));
    report.skills
}

/// Names of topics, by Gemini.
#[derive(Debug)]
pub struct TopicNames<'a> {
    services: &'a Services,
    progress: &'a TrainingProgress,
}

impl<'a> TopicNames<'a> {
    /// Asks these services, and says so.
    pub fn new(services: &'a Services, progress: &'a TrainingProgress) -> TopicNames<'a> {
        TopicNames { services, progress }
    }
}

impl TopicNamer for TopicNames<'_> {
    fn names(&self, kind: TopicKind, topics: &[TopicToName]) -> Vec<Option<String>> {
        let (kind, what) = match kind {
            TopicKind::Skills => (topic_naming::TopicKind::Skills, "names of skill topics"),
            TopicKind::DegreeFields => {
                (topic_naming::TopicKind::DegreeFields, "names of degree field topics")
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
        self.progress.say(&told(what, &report.asked));
        report.names
    }
}

/// What was asked, in a line, and what went wrong in another.
fn told(what: &str, asked: &AskReport) -> String {
    let mut told = format!(
        "Gemini, {what}: {} asked, {} calls, {} answers from the cache, {} left offline",
        asked.questions, asked.calls, asked.cached, asked.left_offline
    );
    if let Some(trouble) = &asked.trouble {
        told.push_str(&format!("\nwarning: {trouble}"));
    }
    told
}
