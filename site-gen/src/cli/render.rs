//! `site-gen render`

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Result;
use artifact_store::cache_control::for_path;
use artifact_store::{Condition, Key, Put, content_type};

use crate::cli::RenderArgs;
use crate::commands::runtime;
use crate::pages::{RenderOptions, render, render_to_memory};
use crate::place;
use crate::workflow::load;

/// Writes the pages of a model.
///
/// # Errors
/// A model that cannot be read, a template that does not parse, or a folder that cannot be written.
pub fn run(args: &RenderArgs) -> Result<()> {
    let runtime = runtime()?;
    let model = runtime.block_on(load(&args.model))?;
    let options = RenderOptions {
        templates: args.templates.clone(),
        base_url: args.base_url.clone(),
        languages: args.languages.clone(),
        history: None,
    };
    if place::is_remote(&args.out) {
        let files = render_to_memory(&model, &options)?;
        runtime.block_on(upload(&args.out, &files))?;
        eprintln!("{} files in {}", files.len(), args.out.display());
        return Ok(());
    }
    let report = render(&model, &args.out, &options)?;
    eprintln!("{} pages in {}; `site-gen serve` shows them", report.pages, args.out.display());
    Ok(())
}

/// Puts every file into a bucket. Objects that are there and belong to no page stay; `publish` keeps a site in order.
async fn upload(out: &Path, files: &BTreeMap<String, Vec<u8>>) -> Result<()> {
    let store = place::open(out).await?;
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
