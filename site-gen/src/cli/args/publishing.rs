//! Arguments about publishing.

use std::io::{self, Write};
use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Result, bail};
use clap::Args;
use releases::lease::LEASE;
use releases::refresh::{Options, Report};
use releases::release::SiteOptions;
use templates::Languages;
use training::clock;

/// How a release is made and published.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "Publishing")]
pub(crate) struct PublishingArgs {
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

impl PublishingArgs {
    /// What was asked for, at this moment.
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

    /// Prints the report. A refusal is an error, so that the caller notices.
    ///
    /// # Errors
    /// A refused release, or a closed output.
    pub(crate) fn finish(&self, report: &Report) -> Result<()> {
        let mut out = io::stdout().lock();
        if self.json {
            serde_json::to_writer_pretty(&mut out, report)?;
            writeln!(out)?;
        } else {
            write!(out, "{}", report.to_text())?;
        }
        out.flush()?;
        if !report.is_success() {
            bail!("the live release stays; mend the profiles, or publish with --force 'the reason'");
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
