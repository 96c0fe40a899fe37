//! `site-gen serve`

use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{Result, ensure};
use career_model::Model;

use crate::cli::ServeArgs;
use crate::commands::runtime;
use crate::preview;
use crate::workflow::load;

/// Serves rendered pages until Ctrl-C.
///
/// # Errors
/// A model or a site that is not there, or a port that is taken.
pub fn run(args: ServeArgs) -> Result<()> {
    ensure!(
        args.site.join("index.html").is_file(),
        "{}: no site in it; `site-gen render --model {} --out {0}` makes one",
        args.site.display(),
        args.model.display()
    );
    let runtime = runtime()?;
    let model = runtime.block_on(load(&args.model))?;
    runtime.block_on(serve(model, args.site, args.port))
}

/// Serves a site and its form, and prints where.
///
/// # Errors
/// A port that is taken.
pub async fn serve(model: Model, site: PathBuf, port: u16) -> Result<()> {
    let classifier = Arc::new(classify::Classifier::new(Some(Arc::new(model))));
    preview::serve(site, classifier, port, |address| {
        // The URL is the one thing on stdout, so that a script can read it.
        let mut out = io::stdout().lock();
        let printed = writeln!(out, "http://{address}/").and_then(|()| out.flush());
        if printed.is_ok() {
            eprintln!("serving; Ctrl-C stops it");
        }
    })
    .await?;
    Ok(())
}
