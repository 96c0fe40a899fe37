//! `site-gen releases`

use anyhow::Result;
use artifact_store::ArtifactStore;
use clap::Args;
use releases::catalogue::Catalogue;
use training::location::runtime;

use crate::output::print_report;

/// List releases, and delete old ones.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  site-gen releases --at s3://releases
  site-gen releases --at s3://releases --keep 5    delete all but the latest five")]
pub(crate) struct Releases {
    /// Location of the releases and the site: a folder or s3://bucket/prefix.
    #[arg(long, value_name = "LOCATION")]
    pub at: String,
    /// Delete all releases but the latest N, the live one, the target of a rollback, and those being
    /// published. The addresses of deleted releases still work.
    #[arg(long, value_name = "N")]
    pub keep: Option<usize>,
    /// Print the list as JSON.
    #[arg(long)]
    pub json: bool,
}

impl Releases {
    /// Deletes old releases with `--keep`, and lists the others.
    ///
    /// # Errors
    /// A location that cannot be read, or with `--keep` written.
    pub(crate) fn run(self) -> Result<()> {
        let catalogue = runtime()?.block_on(async {
            let store = ArtifactStore::open(&self.at).await?;
            let mut catalogue = Catalogue::read(&store).await?;
            if let Some(keep) = self.keep {
                let (deleted, objects) = catalogue.prune(&store, keep).await?;
                eprintln!("{} releases deleted ({objects} objects)", deleted.len());
                catalogue = Catalogue::read(&store).await?;
            }
            anyhow::Ok(catalogue)
        })?;
        print_report(self.json, &catalogue.entries(), || catalogue.to_text())
    }
}
