//! `site-gen releases`

use std::io::{self, Write};

use anyhow::Result;
use artifact_store::ArtifactStore;

use crate::cli_releases::ReleasesArgs;
use crate::commands::runtime;
use crate::releases::catalogue::Catalogue;

/// Lists releases, and deletes those that nothing needs when asked to.
///
/// # Errors
/// A place that cannot be read, or written when pruning.
pub fn run(args: &ReleasesArgs) -> Result<()> {
    let catalogue = runtime()?.block_on(async {
        let store = ArtifactStore::open(&args.at).await?;
        let mut catalogue = Catalogue::read(&store).await?;
        if let Some(keep) = args.keep {
            let (gone, objects) = catalogue.prune(&store, keep).await?;
            eprintln!("{} releases deleted ({objects} objects)", gone.len());
            catalogue = Catalogue::read(&store).await?;
        }
        anyhow::Ok(catalogue)
    })?;
    let mut out = io::stdout().lock();
    if args.json {
        serde_json::to_writer_pretty(&mut out, &catalogue.lines())?;
        writeln!(out)?;
    } else {
        write!(out, "{}", catalogue.to_text())?;
    }
    out.flush()?;
    Ok(())
}
