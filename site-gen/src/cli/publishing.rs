//! Arguments of the commands that publish: `refresh`, `publish`, `rollback`, `releases`.

use std::path::PathBuf;
use std::time::Duration;

use artifact_store::ReleaseId;
use career_training::{ClusterCount, Features};
use clap::Args;
use templates::Languages;

use crate::cli::{FeatureSet, SearchEffort, features, parse_clusters};
use crate::cli_reading::{ReadingArgs, ServiceArgs};
use crate::cli_topics::TopicArgs;
use crate::releases::lease::LEASE;
use crate::releases::refresh::Options;
use crate::releases::release::SiteOptions;

/// How a release is made and published.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "Publishing")]
pub struct PublishingArgs {
    /// Where the site will live, for canonical links, the sitemap and the feed, such as https://example.org; as the live
    /// release has it if not given.
    #[arg(long, value_name = "URL")]
    pub base_url: Option<String>,
    /// The site's languages, with commas between them; `en` is the one without a prefix. As the live release has them if not
    /// given, at first all. Pages of a language that is left out later stay as they are.
    #[arg(long, value_name = "CODES")]
    pub languages: Option<Languages>,
    /// A folder of templates; a file in it replaces the built-in one of the same name.
    #[arg(long, value_name = "DIR")]
    pub templates: Option<PathBuf>,
    /// Print what came of it as JSON.
    #[arg(long)]
    pub json: bool,
    /// How long another publish may go without a sign of life before its claim is taken over.
    #[arg(long, value_name = "SECONDS", default_value_t = LEASE.as_secs_f64(), value_parser = parse_seconds, hide = true)]
    pub lease_seconds: f64,
}

/// Arguments of `refresh`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  site-gen refresh --profiles people.jsonl --to public --base-url https://example.org
  site-gen refresh --profiles s3://profiles/2026/ --to s3://releases
  site-gen refresh --profiles people.jsonl --to public --force 'fewer profiles, as agreed'

Groups go on from those that are live, so that most people keep their page; --fresh looks for new ones.
Nothing is published, and the exit code is 1, when recall drops by more than chance explains, when a roadmap
has fewer than 10 people, or when more than 20% of people would find another page than before.
The same profiles and settings again change nothing.")]
pub struct RefreshArgs {
    /// Files of profiles; globs in quotes, `-` is stdin, s3://bucket/prefix is every object below it.
    #[arg(long, value_name = "PATH", num_args = 1.., required = true)]
    pub profiles: Vec<PathBuf>,
    /// Where releases and the site live: a folder or s3://bucket/prefix. `site/` in it is the public part.
    #[arg(long, value_name = "PLACE")]
    pub to: String,
    /// Publish although the gate, or an earlier rollback, speaks against it; the reason is kept with the release.
    #[arg(long, value_name = "REASON")]
    pub force: Option<String>,
    /// Look for groups anew, instead of going on from those that are live: many people may find another page.
    #[arg(long)]
    pub fresh: bool,
    /// What people are compared by.
    #[arg(long, value_enum, default_value_t = FeatureSet::Full)]
    pub features: FeatureSet,
    /// How much is tried to find the groups of the features `full`.
    #[arg(long, value_enum, default_value_t = SearchEffort::Quick)]
    pub search: SearchEffort,
    /// Clusters: `auto` or a number.
    #[arg(long, value_name = "auto|N", default_value = "auto", value_parser = parse_clusters)]
    pub clusters: ClusterCount,
    /// Seed of everything random.
    #[arg(long, value_name = "S", default_value_t = 1)]
    pub seed: u64,
    /// How it is published.
    #[command(flatten)]
    pub publishing: PublishingArgs,
    /// How profiles are read.
    #[command(flatten)]
    pub reading: ReadingArgs,
    /// What steers the topics; names are kept from the live release.
    #[command(flatten)]
    pub topics: TopicArgs,
    /// Who names topics and reads course titles.
    #[command(flatten)]
    pub services: ServiceArgs,
}

/// Arguments of `publish`.
#[derive(Debug, Args)]
#[command(after_help = "\
Example:
  site-gen train --profiles people.jsonl --out model && site-gen publish --model model --to s3://releases

`refresh` does both, and asks people of both models whether they would find another page; with a model alone,
links are matched by what sets groups apart.")]
pub struct PublishArgs {
    /// The folder that `train` wrote, or s3://bucket/prefix.
    #[arg(long, value_name = "MODEL_DIR")]
    pub model: PathBuf,
    /// Where releases and the site live: a folder or s3://bucket/prefix.
    #[arg(long, value_name = "PLACE")]
    pub to: String,
    /// Publish although the gate, or an earlier rollback, speaks against it; the reason is kept with the release.
    #[arg(long, value_name = "REASON")]
    pub force: Option<String>,
    /// How it is published.
    #[command(flatten)]
    pub publishing: PublishingArgs,
}

/// Arguments of `rollback`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  site-gen rollback --at s3://releases                             the release before the live one
  site-gen rollback --at s3://releases --release 0123456789abcdef

A rollback is a release like any other: addresses published since still answer, and it can be rolled back.
The next refresh from the profiles that were rolled back does nothing until they change.")]
pub struct RollbackArgs {
    /// Where releases and the site live: a folder or s3://bucket/prefix.
    #[arg(long, value_name = "PLACE")]
    pub at: String,
    /// The release to go back to; the one before the live one if not given.
    #[arg(long, value_name = "ID")]
    pub release: Option<ReleaseId>,
    /// How it is published.
    #[command(flatten)]
    pub publishing: PublishingArgs,
}

/// Arguments of `releases`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  site-gen releases --at s3://releases
  site-gen releases --at s3://releases --keep 5    delete older ones that nothing needs")]
pub struct ReleasesArgs {
    /// Where releases and the site live: a folder or s3://bucket/prefix.
    #[arg(long, value_name = "PLACE")]
    pub at: String,
    /// Delete all but the latest N; never the live one, the one a rollback would take up, or one being published.
    /// Addresses never die with a release.
    #[arg(long, value_name = "N")]
    pub keep: Option<usize>,
    /// Print the list as JSON.
    #[arg(long)]
    pub json: bool,
}

impl RefreshArgs {
    /// What the fit is asked for.
    pub fn features(&self) -> Features {
        features(self.features, self.search)
    }
}

impl PublishingArgs {
    /// What was asked for, at this moment.
    pub fn options(&self, force: Option<&String>) -> Options {
        let site = SiteOptions {
            base_url: self.base_url.clone(),
            languages: self.languages.clone(),
            templates: self.templates.clone(),
        };
        let now = jiff::Timestamp::now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
        Options {
            force: force.cloned(),
            lease: Duration::from_secs_f64(self.lease_seconds),
            ..Options::new(site, now)
        }
    }
}

fn parse_seconds(text: &str) -> Result<f64, String> {
    match text.parse() {
        Ok(seconds) if (0.1..=3600.0).contains(&seconds) => Ok(seconds),
        _ => Err("give seconds from 0.1 to 3600".to_owned()),
    }
}
