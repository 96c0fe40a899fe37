//! `site-gen refresh`

use std::io::{self, Write};

use anyhow::{Result, bail};
use artifact_store::ArtifactStore;

use crate::cli_releases::RefreshArgs;
use crate::commands::runtime;
use crate::progress::PublishProgress;
use crate::releases::refresh::{Options, Report, refresh};
use crate::services::Services;
use crate::workflow::TrainOptions;

/// Profiles → release, if it is no worse than what is live.
///
/// # Errors
/// Profiles or a place that cannot be read or written, another publish at work, or a release that would be worse.
pub fn run(args: &RefreshArgs) -> Result<()> {
    let train = TrainOptions {
        profiles: args.profiles.clone(),
        reading: args.reading.reading()?,
        steering: args.topics.steering()?,
        services: Services::from_args(&args.services)?,
        features: args.features(),
        clusters: args.clusters,
        seed: args.seed,
    };
    let options = Options { fresh: args.fresh, ..args.publishing.options(args.force.as_ref()) };
    let progress = PublishProgress::new();
    let report = runtime()?.block_on(async {
        let store = ArtifactStore::open(&args.to).await?;
        refresh(&store, train, &options, &|step| progress.tell(step)).await
    })?;
    finish(&report, args.publishing.json)
}

/// Says what came of it. A refusal is a failure, so that whoever called takes notice.
pub(crate) fn finish(report: &Report, json: bool) -> Result<()> {
    let mut out = io::stdout().lock();
    if json {
        serde_json::to_writer_pretty(&mut out, report)?;
        writeln!(out)?;
    } else {
        write!(out, "{}", report.to_text())?;
    }
    out.flush()?;
    if !report.is_done() {
        bail!("the live release stays; mend the profiles, or publish with --force 'the reason'");
    }
    Ok(())
}
