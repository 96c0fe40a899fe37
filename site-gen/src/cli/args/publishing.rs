//! Arguments of publishing.

use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Result, bail};
use clap::Args;
use releases::lease::LEASE;
use releases::refresh::Options;
use releases::release::SiteOptions;
use releases::report::Report;
use templates::Languages;
use training::clock;

use crate::output::print_report;

/// Options of a release and its publish.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "Publishing")]
pub(crate) struct PublishingArgs {
    /// Base URL of the site, such as https://example.org, for canonical links, the sitemap and the feed
    /// [default: the live release's]
    #[arg(long, value_name = "URL")]
    pub base_url: Option<String>,
    /// Languages of the site, comma-separated; `en` has no prefix [default: the live release's, at first
    /// all]. Pages of a language that you drop later stay as they are.
    #[arg(long, value_name = "CODES")]
    pub languages: Option<Languages>,
    /// Folder of templates; each file replaces the built-in template of the same name.
    #[arg(long, value_name = "DIR")]
    pub templates: Option<PathBuf>,
    /// Print the report as JSON.
    #[arg(long)]
    pub json: bool,
    /// Take over another publish's claim if it was not renewed for this long.
    #[arg(
        long,
        value_name = "SECONDS",
        default_value_t = LEASE.as_secs_f64(),
        value_parser = parse_seconds,
        hide = true
    )]
    pub lease_seconds: f64,
}

impl PublishingArgs {
    /// The options, with the current time.
    pub(crate) fn options(&self, force: Option<&String>) -> Options {
        let site = SiteOptions {
            base_url: self.base_url.clone(),
            languages: self.languages.clone(),
            templates: self.templates.clone(),
        };
        let now = clock::timestamp(jiff::Timestamp::now());
        Options {
            force: force.cloned(),
            lease: Duration::from_secs_f64(self.lease_seconds),
            ..Options::new(site, now)
        }
    }

    /// Prints the report. A refused release is an error, so that the exit code shows it.
    ///
    /// # Errors
    /// A refused release, or an output that cannot be written.
    pub(crate) fn finish(&self, report: &Report) -> Result<()> {
        print_report(self.json, report, || report.to_text())?;
        if !report.is_success() {
            bail!("the live release stays; correct the profiles, or publish with --force 'the reason'");
        }
        Ok(())
    }
}

fn parse_seconds(text: &str) -> Result<f64, String> {
    match text.parse() {
        Ok(seconds) if (0.1..=3600.0).contains(&seconds) => Ok(seconds),
        _ => Err("give seconds from 0.1 to 3600".to_owned()),
    }
}
