//! `site-gen render`

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::Result;
use artifact_store::cache_control::for_path;
use artifact_store::{Condition, Key, Put, content_type};
use clap::Args;
use site::pages::{RenderOptions, render, render_to_memory};
use templates::Languages;
use training::location::{self, runtime};
use training::workflow::load;

/// Render the pages of a model.
#[derive(Debug, Args)]
pub(crate) struct Render {
    /// Folder that `train` wrote.
    #[arg(long, value_name = "MODEL_DIR")]
    pub model: PathBuf,
    /// Folder for the pages.
    #[arg(long, value_name = "SITE_DIR")]
    pub out: PathBuf,
    /// Folder of templates; each file replaces the built-in template of the same name.
    #[arg(long, value_name = "DIR")]
    pub templates: Option<PathBuf>,
    /// Base URL of the site, such as https://example.org, for canonical links, the sitemap and pictures for
    /// shared links.
    #[arg(long, value_name = "URL")]
    pub base_url: Option<String>,
    /// Languages of the site, comma-separated; `en` has no prefix. Use `--languages en` to render English
    /// only.
    #[arg(long, value_name = "CODES", default_value_t)]
    pub languages: Languages,
}

impl Render {
    /// Renders the pages of a model.
    ///
    /// # Errors
    /// A model that cannot be read, a template that does not parse, or a folder that cannot be written.
    pub(crate) fn run(self) -> Result<()> {
        let runtime = runtime()?;
        let model = runtime.block_on(load(&self.model))?;
        let options = RenderOptions {
            templates: self.templates.clone(),
            base_url: self.base_url.clone(),
            languages: self.languages.clone(),
            history: None,
        };
        if location::is_remote(&self.out) {
            let files = render_to_memory(&model, &options)?;
            runtime.block_on(upload(&self.out, &files))?;
            eprintln!("{} files in {}", files.len(), self.out.display());
            return Ok(());
        }
        let report = render(&model, &self.out, &options)?;
        eprintln!("{} pages in {}; view them with `site-gen serve`", report.pages, self.out.display());
        Ok(())
    }
}

/// Uploads all files to a bucket. It deletes nothing, so pages of an earlier model stay; `publish` handles
/// those.
async fn upload(out: &Path, files: &BTreeMap<String, Vec<u8>>) -> Result<()> {
    let store = location::open(out).await?;
    for (path, bytes) in files {
        let put = Put {
            bytes,
            content_type: content_type(path),
            cache_control: for_path(path),
            condition: Condition::Always,
        };
        store.put(&Key::new(path.clone())?, put).await?;
    }
    Ok(())
}
