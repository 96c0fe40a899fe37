//! `site-gen collect`

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use clap::{ArgGroup, Args};
use profile_pages::{expand_pages, read_page};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng as _;
use web_services::bright_data::{
    BASE_URL, Collection, CollectionSettings, Outcome, PEOPLE_PROFILES, TOKEN_VARIABLE, read_urls,
};
use web_services::http::{Client, Secret, Settings, SystemSleeper};

use crate::cli::args::ExperienceArgs;
use crate::progress::steps_bar;

/// Make profiles from saved public pages, or fetch them from Bright Data.
#[derive(Debug, Args)]
#[command(
    group = ArgGroup::new("source").required(true).args(["html", "bright_data"]),
    after_help = EXAMPLES
)]
pub(crate) struct Collect {
    /// Saved public profile pages (.html): files, folders or globs. Nothing is fetched.
    #[arg(long, value_name = "FILE", num_args = 1..)]
    pub html: Vec<PathBuf>,
    /// Fetch the profiles from Bright Data, with the API token in BRIGHT_DATA_API_TOKEN.
    #[arg(long, requires_all = ["urls", "out"])]
    pub bright_data: bool,
    /// File of profile URLs, one per line; # begins a comment.
    #[arg(long, value_name = "FILE", requires = "bright_data")]
    pub urls: Option<PathBuf>,
    /// Output file, JSON Lines; `-` is stdout, the default for saved pages.
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Months of experience of saved pages.
    #[command(flatten)]
    pub experience: ExperienceArgs,
    /// Options of Bright Data.
    #[command(flatten)]
    pub bright: BrightDataArgs,
}

/// Options of Bright Data.
#[derive(Debug, Args)]
#[command(next_help_heading = "Bright Data")]
pub(crate) struct BrightDataArgs {
    /// URLs per request.
    #[arg(
        long,
        value_name = "N",
        default_value_t = 500,
        value_parser = clap::value_parser!(u32).range(1..=5000)
    )]
    pub batch_size: u32,
    /// Seconds between status requests.
    #[arg(
        long,
        value_name = "N",
        default_value_t = 10,
        value_parser = clap::value_parser!(u64).range(1..=3600)
    )]
    pub poll_seconds: u64,
    /// Stop after this many minutes; run the same command again to resume.
    #[arg(
        long,
        value_name = "N",
        default_value_t = 120,
        value_parser = clap::value_parser!(u64).range(1..=100_000)
    )]
    pub max_minutes: u64,
    /// Send failed requests again, and those that may have been sent before the connection broke. You may pay
    /// twice for them.
    #[arg(long, requires = "bright_data")]
    pub retry_failed: bool,
    /// Id of the data set.
    #[arg(long, value_name = "ID", default_value = PEOPLE_PROFILES)]
    pub dataset: String,
    /// Base URL of the Bright Data API.
    #[arg(long, value_name = "URL", default_value = BASE_URL)]
    pub bright_data_url: String,
}

const EXAMPLES: &str = "\
Examples:
  site-gen collect --html 'saved/*.html' --out people.jsonl
  BRIGHT_DATA_API_TOKEN=… site-gen collect --bright-data --urls urls.txt --out people.jsonl

You can stop a collection at any time; run the same command again to resume it. No URL is sent twice.
The progress is in files next to --out (people.jsonl.journal.json and people.jsonl.part-*): keep them until
the collection is complete.";

impl Collect {
    /// Writes profiles from saved pages or from Bright Data.
    ///
    /// # Errors
    /// No readable page, a missing token, an error of Bright Data, or a file that cannot be written.
    pub(crate) fn run(self) -> Result<()> {
        match (&self.urls, &self.out) {
            (Some(urls), Some(out)) if self.bright_data => from_bright_data(urls, out, &self.bright),
            _ => from_pages(&self.html, self.out.as_deref(), &self.experience),
        }
    }
}

fn from_pages(paths: &[PathBuf], out: Option<&Path>, experience: &ExperienceArgs) -> Result<()> {
    let (rule, as_of) = (experience.experience, experience.as_of());
    let files = expand_pages(paths)?;
    let named = out.filter(|out| out.as_os_str() != "-");
    let name = named.map_or_else(|| "stdout".to_owned(), |out| out.display().to_string());
    let target: Box<dyn Write> = match named {
        Some(out) => Box::new(File::create(out).with_context(|| format!("{name}: cannot be written"))?),
        None => Box::new(io::stdout().lock()),
    };
    let mut target = BufWriter::new(target);
    let bar = steps_bar(files.len() as u64);
    bar.set_message("Reading pages");
    let (mut n_profiles, mut n_courses) = (0, 0);
    for file in &files {
        match read_page(file, rule, as_of) {
            Ok(found) => {
                n_profiles += 1;
                n_courses += found.recommended_courses.len();
                serde_json::to_writer(&mut target, &found)
                    .map_err(io::Error::from)
                    .and_then(|()| target.write_all(b"\n"))
                    .with_context(|| format!("{name}: writing failed"))?;
            }
            Err(error) => bar.suspend(|| eprintln!("skipped {:#}", anyhow::Error::from(error))),
        }
        bar.inc(1);
    }
    target.flush().with_context(|| format!("{name}: writing failed"))?;
    bar.finish_and_clear();
    if n_profiles == 0 {
        bail!("none of the {} files is a saved profile page", files.len());
    }
    let skipped = files.len() - n_profiles;
    eprintln!(
        "{n_profiles} profiles with {n_courses} recommended courses in {name}; {skipped} files skipped"
    );
    Ok(())
}

fn from_bright_data(urls: &Path, out: &Path, args: &BrightDataArgs) -> Result<()> {
    let urls = read_urls(urls)?;
    let token = std::env::var(TOKEN_VARIABLE).ok().as_deref().and_then(Secret::new);
    let token =
        token.with_context(|| format!("{TOKEN_VARIABLE} is not set; set it to your account's API token"))?;
    let settings = CollectionSettings {
        dataset_id: args.dataset.clone(),
        batch_size: args.batch_size as usize,
        poll_interval: Duration::from_secs(args.poll_seconds),
        total_time: Duration::from_secs(args.max_minutes * 60),
        retry_failed: args.retry_failed,
        ..CollectionSettings::default()
    };
    // The random part of a delay only has to differ between programs that run at the same time.
    let rng = ChaCha8Rng::seed_from_u64(u64::from(std::process::id()));
    let client = Client::new(
        Settings::new("Bright Data", &args.bright_data_url),
        rng,
        Arc::new(SystemSleeper::default()),
    )?
    .with_secret("authorization", "Bearer ", token)?;
    let bar = steps_bar(urls.len() as u64);
    bar.set_message("Collecting profiles");
    let outcome = Collection::open(&client, &settings, out)?
        .run(&urls, |progress| bar.set_position(progress.answered.min(progress.urls) as u64))?;
    bar.finish_and_clear();
    report(&outcome, out)
}

/// Prints counts, but no URLs, which do not belong in logs.
fn report(outcome: &Outcome, out: &Path) -> Result<()> {
    eprintln!("{} profiles in {}", outcome.records, out.display());
    for (reason, n) in &outcome.failed {
        eprintln!("warning: {n} URLs without a profile: {reason}");
    }
    if let Some(trouble) = &outcome.trouble {
        eprintln!("warning: {trouble}");
    }
    let open = outcome.running + outcome.unsent;
    if open > 0 {
        bail!("{open} URLs have no answer yet; run the same command again to resume");
    }
    if outcome.records == 0 {
        bail!("no profile was received");
    }
    Ok(())
}
