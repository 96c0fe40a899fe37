//! The command line: what can be asked of `site-gen`, and how it is explained.

use std::path::PathBuf;

use career_training::{ClusterCount, Features, Search};
use clap::{Args, Parser, Subcommand, ValueEnum};
use templates::Languages;

pub use crate::cli_reading::{ReadingArgs, ServiceArgs};
use crate::cli_releases::{PublishArgs, RefreshArgs, ReleasesArgs, RollbackArgs};
use crate::cli_topics::TopicArgs;
use crate::commands::collect::CollectArgs;
use crate::commands::evaluate::EvaluateArgs;
use crate::commands::inspect::InspectArgs;
use crate::commands::topics::TopicsArgs;

/// Learn from the profiles of people who made it in tech, and give everyone else a roadmap.
#[derive(Debug, Parser)]
#[command(name = "site-gen", version, about, max_term_width = 100, after_help = EXAMPLES)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

const EXAMPLES: &str = "\
Examples:
  site-gen demo                                             a working site from synthetic profiles
  site-gen demo --profiles people.jsonl                     the same from yours
  site-gen sample --profiles 1000 --seed 1 --out people.jsonl
  site-gen inspect people.csv.gz                            what is in this file?
  site-gen train --profiles people.jsonl --out model
  site-gen train --profiles 'export-*.json.gz' --select successful-tech --out model
  site-gen topics --profiles people.jsonl --out topics      then edit topics/skills.csv, and
  site-gen train --profiles people.jsonl --topics topics --out model
  site-gen evaluate --profiles people.jsonl                 do the recommendations hold on unseen people?
  site-gen render --model model --out site
  site-gen serve --model model --site site
  site-gen recommend --model model --profiles people.jsonl --url https://profiles.example/42
  site-gen recommend --model model --profile Basic_LinkedInDataExport.zip
  site-gen refresh --profiles s3://profiles/profiles --to s3://releases --base-url https://example.org
  site-gen releases --at s3://releases
  site-gen rollback --at s3://releases

Places may be folders or s3://bucket/prefix, wherever a path is asked for.

Profiles may be JSON Lines, Bright Data people profiles (JSON, JSON Lines, CSV), the Stack Overflow
Developer Survey (survey_results_public.csv), or one person's LinkedIn data export (ZIP or folder) or
JSON Resume; gzip and zstd too. The content decides.

Exit codes: 0 done, 1 failed, 2 wrong usage.";

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Train, render and serve in one go: a site with a working form on 127.0.0.1.
    Demo(DemoArgs),
    /// Write synthetic profiles that look like real exports.
    Sample(SampleArgs),
    /// Say what is in a file of profiles: fill rates, commonest strings, rejected records.
    Inspect(InspectArgs),
    /// Make profiles from saved public pages, or fetch them through Bright Data.
    Collect(CollectArgs),
    /// Group skills and degree fields into named topics, and write them for review.
    Topics(TopicsArgs),
    /// Fit a model on profiles.
    Train(TrainArgs),
    /// Measure recommendations on people whom the model has not seen.
    Evaluate(EvaluateArgs),
    /// Write the pages of a model.
    Render(RenderArgs),
    /// Say what people should learn next.
    Recommend(RecommendArgs),
    /// Serve rendered pages, with the form answered by the function's own handler.
    Serve(ServeArgs),
    /// Learn from profiles and publish what came of it, if it is no worse than what is live.
    Refresh(RefreshArgs),
    /// Publish a model that `train` made.
    Publish(PublishArgs),
    /// Go back to an earlier release.
    Rollback(RollbackArgs),
    /// List releases; delete those that nothing needs.
    Releases(ReleasesArgs),
}

/// Arguments of `demo`.
#[derive(Debug, Args)]
pub struct DemoArgs {
    /// Profiles to learn from; without it, synthetic ones.
    #[arg(long, value_name = "FILE", num_args = 1..)]
    pub profiles: Vec<PathBuf>,
    /// Port on 127.0.0.1; 0 takes any free one.
    #[arg(long, default_value_t = 8080)]
    pub port: u16,
    /// Keep profiles, model and site in this folder instead of a temporary one.
    #[arg(long, value_name = "DIR")]
    pub keep: Option<PathBuf>,
    /// Seed of everything random.
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// How they are read.
    #[command(flatten)]
    pub reading: ReadingArgs,
}

/// Arguments of `sample`.
#[derive(Debug, Args)]
pub struct SampleArgs {
    /// How many people.
    #[arg(long, value_name = "N", default_value_t = 1000)]
    pub profiles: u64,
    /// The same seed gives the same people.
    #[arg(long, value_name = "S", default_value_t = 1)]
    pub seed: u64,
    /// Where to write them, as JSON Lines; `-` is stdout.
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
}

/// Arguments of `train`.
#[derive(Debug, Args)]
pub struct TrainArgs {
    /// Files of profiles; globs in quotes, `-` is stdin.
    #[arg(long, value_name = "PATH", num_args = 1.., required = true)]
    pub profiles: Vec<PathBuf>,
    /// The folder for model.bin, model.json and summary.json.
    #[arg(long, value_name = "MODEL_DIR")]
    pub out: PathBuf,
    /// What people are compared by.
    #[arg(long, value_enum, default_value_t = FeatureSet::Full)]
    pub features: FeatureSet,
    /// How much is tried to find the groups of the features `full`: some seconds, or until more helps little.
    #[arg(long, value_enum, default_value_t = SearchEffort::Quick)]
    pub search: SearchEffort,
    /// Clusters: `auto` (by held-out recall, or with the features `seed` 15 to 29 by silhouette) or a number.
    #[arg(long, value_name = "auto|N", default_value = "auto", value_parser = parse_clusters)]
    pub clusters: ClusterCount,
    /// Seed of everything random; the same seed and profiles give the same bytes.
    #[arg(long, value_name = "S", default_value_t = 1)]
    pub seed: u64,
    /// Print the summary as JSON.
    #[arg(long)]
    pub json: bool,
    /// Also write the feature rows of every level as JSON, to compare with other tools.
    #[arg(long, value_name = "FILE", hide = true)]
    pub export_tables: Option<PathBuf>,
    /// How they are read.
    #[command(flatten)]
    pub reading: ReadingArgs,
    /// What steers the topics.
    #[command(flatten)]
    pub topics: TopicArgs,
    /// Who names topics and reads course titles.
    #[command(flatten)]
    pub services: ServiceArgs,
}

/// Feature sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FeatureSet {
    /// Degree topics, courses and certificates, as the method's source had them.
    Seed,
    /// Skills, courses, certificates, fields of study and job titles; groups by people held out of learning, and a
    /// ranking for each person.
    Full,
}

/// How much is tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SearchEffort {
    /// Some dozens of candidates.
    Quick,
    /// Some hundreds, each tested harder.
    Thorough,
    /// No search: places by the setting of the method's source, with the personal ranking.
    Source,
}

impl TrainArgs {
    /// What the fit is asked for.
    pub fn features(&self) -> Features {
        features(self.features, self.search)
    }
}

/// What the fit is asked for.
pub(crate) fn features(set: FeatureSet, effort: SearchEffort) -> Features {
    match (set, effort) {
        (FeatureSet::Seed, _) => Features::Seed,
        (FeatureSet::Full, SearchEffort::Quick) => Features::Full(Search::Quick),
        (FeatureSet::Full, SearchEffort::Thorough) => Features::Full(Search::Thorough),
        (FeatureSet::Full, SearchEffort::Source) => Features::Full(Search::Source),
    }
}

/// Arguments of `render`.
#[derive(Debug, Args)]
pub struct RenderArgs {
    /// The folder that `train` wrote.
    #[arg(long, value_name = "MODEL_DIR")]
    pub model: PathBuf,
    /// The folder for the pages.
    #[arg(long, value_name = "SITE_DIR")]
    pub out: PathBuf,
    /// A folder of templates; a file in it replaces the built-in one of the same name.
    #[arg(long, value_name = "DIR")]
    pub templates: Option<PathBuf>,
    /// Where the site will live, for canonical links, the sitemap and pictures of shared links, such as https://example.org.
    #[arg(long, value_name = "URL")]
    pub base_url: Option<String>,
    /// The site's languages, with commas between them; `en` is the one without a prefix.
    #[arg(long, value_name = "CODES", default_value_t)]
    pub languages: Languages,
}

/// Arguments of `recommend`.
#[derive(Debug, Args)]
pub struct RecommendArgs {
    /// The folder that `train` wrote.
    #[arg(long, value_name = "MODEL_DIR")]
    pub model: PathBuf,
    /// The people.
    #[arg(long, value_name = "FILE", num_args = 1.., required_unless_present = "profile")]
    pub profiles: Vec<PathBuf>,
    /// One person: a LinkedIn data export (ZIP or folder), a JSON Resume, or any file with one profile in it.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["profiles", "url"])]
    pub profile: Option<PathBuf>,
    /// How many skills to recommend.
    #[arg(long, value_name = "N", default_value_t = 5)]
    pub top: usize,
    /// Only the person with this profile URL.
    #[arg(long, value_name = "PROFILE_URL")]
    pub url: Option<String>,
    /// One JSON object per person.
    #[arg(long)]
    pub json: bool,
    /// How they are read.
    #[command(flatten)]
    pub reading: ReadingArgs,
}

/// Arguments of `serve`.
#[derive(Debug, Args)]
pub struct ServeArgs {
    /// The folder that `train` wrote.
    #[arg(long, value_name = "MODEL_DIR")]
    pub model: PathBuf,
    /// The folder that `render` wrote.
    #[arg(long, value_name = "SITE_DIR")]
    pub site: PathBuf,
    /// Port on 127.0.0.1; 0 takes any free one.
    #[arg(long, default_value_t = 8080)]
    pub port: u16,
}

pub(crate) fn parse_clusters(text: &str) -> Result<ClusterCount, String> {
    match text.parse() {
        _ if text == "auto" => Ok(ClusterCount::Auto),
        Ok(n @ 2..=1000) => Ok(ClusterCount::Fixed(n)),
        _ => Err("give `auto` or a number from 2 to 1000".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use clap::{Args, Command, CommandFactory};

    use super::{Cli, ReadingArgs, ServiceArgs, TopicArgs};

    fn headed(command: &Command) -> BTreeSet<String> {
        let headed = command.get_arguments().filter(|arg| arg.get_help_heading().is_some());
        headed.map(|arg| arg.get_id().to_string()).collect()
    }

    /// A heading goes on to whatever is declared after it.
    #[test]
    fn shared_headings_hold_shared_arguments_only() {
        let cli = Cli::command();
        let own = |name| headed(cli.find_subcommand(name).expect("a command"));
        let reading = headed(&ReadingArgs::augment_args(Command::new("reading")));
        let services = headed(&ServiceArgs::augment_args(Command::new("services")));
        for name in ["demo", "inspect", "recommend"] {
            assert_eq!(own(name), reading, "{name}");
        }
        let topics = headed(&TopicArgs::augment_args(Command::new("topics")));
        for name in ["train", "topics"] {
            assert_eq!(own(name), &(&reading | &services) | &topics, "{name}");
        }
    }
}
