//! `site-gen render`

use anyhow::Result;

use crate::cli::RenderArgs;
use crate::commands::runtime;
use crate::pages::{RenderOptions, render};
use crate::workflow::load;

/// Writes the pages of a model.
///
/// # Errors
/// A model that cannot be read, a template that does not parse, or a folder that cannot be written.
pub fn run(args: &RenderArgs) -> Result<()> {
    let model = runtime()?.block_on(load(&args.model))?;
    let options = RenderOptions { templates: args.templates.clone(), base_url: args.base_url.clone() };
    let report = render(&model, &args.out, &options)?;
    eprintln!("{} pages in {}; `site-gen serve` shows them", report.pages, args.out.display());
    Ok(())
}
