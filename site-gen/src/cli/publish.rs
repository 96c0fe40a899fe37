//! `site-gen publish`

use std::path::PathBuf;

use anyhow::Result;
use artifact_store::{ArtifactStore, ModelFile, StoreError};
use clap::Args;
use releases::refresh::publish_model;
use training::location::{self, runtime};
use training::workflow::load;

use crate::cli::args::PublishingArgs;
use crate::progress::Terminal;

/// The most bytes of a `summary.json`.
const MAX_SUMMARY_LEN: usize = 8 << 20;

/// Publish a model that `train` made.
#[derive(Debug, Args)]
#[command(after_help = "\
Example:
  site-gen train --profiles people.jsonl --out model && site-gen publish --model model --to s3://releases

`refresh` does both, and asks people of both models whether they would find another page; with a model alone,
links are matched by what sets groups apart.")]
pub(crate) struct Publish {
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

impl Publish {
    /// Model → release, if it is no worse than what is live.
    ///
    /// # Errors
    /// A model or a place that cannot be read or written, another publish at work, or a release that would be worse.
    pub(crate) fn run(self) -> Result<()> {
        let options = self.publishing.options(self.force.as_ref());
        let report = runtime()?.block_on(async {
            let model = load(&self.model).await?;
            let summary = match location::open(&self.model)
                .await?
                .get(&ModelFile::Summary.key(), MAX_SUMMARY_LEN)
                .await
            {
                Ok(object) => Some(object.bytes),
                // A model without its summary is one all the same.
                Err(StoreError::NotFound { .. }) => None,
                Err(error) => return Err(error.into()),
            };
            let store = ArtifactStore::open(&self.to).await?;
            publish_model(&store, model, summary, &options, &Terminal::default()).await
        })?;
        self.publishing.finish(&report)
    }
}
