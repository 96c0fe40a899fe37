//! `site-gen releases`

use std::io::{self, Write};

use anyhow::Result;
use artifact_store::ArtifactStore;
use clap::Args;
use releases::catalogue::Catalogue;
use training::location::runtime;

/// List releases; delete those that nothing needs.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  site-gen releases --at s3://releases
  site-gen releases --at s3://releases --keep 5    delete older ones that nothing needs")]
pub(crate) struct Releases {
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

impl Releases {
    /// Lists releases, and deletes those that nothing needs when asked to.
    ///
    /// # Errors
    /// A place that cannot be read, or written when pruning.
    pub(crate) fn run(self) -> Result<()> {
        let catalogue = runtime()?.block_on(async {
            let store = ArtifactStore::open(&self.at).await?;
            let mut catalogue = Catalogue::read(&store).await?;
            if let Some(keep) = self.keep {
                let (gone, objects) = catalogue.prune(&store, keep).await?;
                eprintln!("{} releases deleted ({objects} objects)", gone.len());
                catalogue = Catalogue::read(&store).await?;
            }
            anyhow::Ok(catalogue)
        })?;
        let mut out = io::stdout().lock();
        if self.json {
            serde_json::to_writer_pretty(&mut out, &catalogue.entries())?;
            writeln!(out)?;
        } else {
            write!(out, "{}", catalogue.to_text())?;
        }
        out.flush()?;
        Ok(())
    }
}
