//! `site-gen train`

use std::io::{self, Write};

use anyhow::Result;

use crate::cli::TrainArgs;
use crate::commands::runtime;
use crate::services::Services;
use crate::table_export;
use crate::workflow::{TrainOptions, save, train};

/// Fits a model and writes it.
///
/// # Errors
/// Profiles that cannot be read, or a folder that cannot be written.
pub fn run(args: &TrainArgs) -> Result<()> {
    let trained = train(&TrainOptions {
        profiles: args.profiles.clone(),
        reading: args.reading.reading()?,
        steering: args.topics.steering()?,
        services: Services::from_args(&args.services)?,
        features: args.features(),
        clusters: args.clusters,
        seed: args.seed,
    })?;
    runtime()?.block_on(save(&trained.model, &trained.summary, &args.out))?;
    if let Some(path) = &args.export_tables {
        table_export::write(&trained.people, &trained.model, path)?;
    }
    let mut out = io::stdout().lock();
    if args.json {
        serde_json::to_writer_pretty(&mut out, &trained.summary)?;
        writeln!(out)?;
    } else {
        write!(out, "{}", trained.summary.to_text())?;
    }
    eprintln!("model in {}", args.out.display());
    Ok(())
}
