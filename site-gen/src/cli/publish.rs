//! `site-gen publish`

use std::path::PathBuf;

use anyhow::Result;
use artifact_store::{ArtifactStore, ModelFile, StoreError, layout};
use career_training::Fitted;
use clap::Args;
use releases::refresh::publish_model;
use training::location::{self, runtime};
use training::workflow::{load, load_counts};

use crate::cli::args::PublishingArgs;
use crate::progress::Terminal;

/// Publish a model that `train` wrote.
#[derive(Debug, Args)]
#[command(after_help = "\
Example:
  site-gen train --profiles people.jsonl --out model && site-gen publish --model model --to s3://releases

`refresh` does both, and assigns links by the people whom the old and the new groups share. `publish` has only
the models, so it assigns links by the skills that distinguish groups.")]
pub(crate) struct Publish {
    /// Folder that `train` wrote, or s3://bucket/prefix.
    #[arg(long, value_name = "MODEL_DIR")]
    pub model: PathBuf,
    /// Location of the releases and the site: a folder or s3://bucket/prefix.
    #[arg(long, value_name = "LOCATION")]
    pub to: String,
    /// Publish despite the quality gate or an earlier rollback; the reason is stored with the release.
    #[arg(long, value_name = "REASON")]
    pub force: Option<String>,
    /// Options of the release.
    #[command(flatten)]
    pub publishing: PublishingArgs,
}

impl Publish {
    /// Publishes a model if the gate lets it pass.
    ///
    /// # Errors
    /// A model or a location that cannot be read or written, another publish, or a refused release.
    pub(crate) fn run(self) -> Result<()> {
        let options = self.publishing.options(self.force.as_ref());
        let report = runtime()?.block_on(async {
            let model = load(&self.model).await?;
            let summary = match location::open(&self.model)
                .await?
                .get(&ModelFile::Summary.key(), layout::MAX_SUMMARY_LEN)
                .await
            {
                Ok(object) => Some(object.bytes),
                // A model can be published without its summary.
                Err(StoreError::NotFound { .. }) => None,
                Err(error) => return Err(error.into()),
            };
            let counts = load_counts(&model, &self.model).await?;
            let fitted = counts.unwrap_or_else(|| Fitted::without_members(model));
            let store = ArtifactStore::open(&self.to).await?;
            publish_model(&store, fitted, summary, &options, &Terminal::default()).await
        })?;
        self.publishing.finish(&report)
    }
}
