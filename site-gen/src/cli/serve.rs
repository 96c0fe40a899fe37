//! `site-gen serve`

use std::path::PathBuf;

use anyhow::{Result, ensure};
use clap::Args;
use training::location::runtime;
use training::workflow::load;

use crate::preview;

/// Serve rendered pages and the form, with the handler of the deployed function.
#[derive(Debug, Args)]
pub(crate) struct Serve {
    /// Folder that `train` wrote.
    #[arg(long, value_name = "MODEL_DIR")]
    pub model: PathBuf,
    /// Folder that `render` wrote.
    #[arg(long, value_name = "SITE_DIR")]
    pub site: PathBuf,
    /// Port on 127.0.0.1; 0 takes any free port.
    #[arg(long, default_value_t = 8080)]
    pub port: u16,
}

impl Serve {
    /// Serves rendered pages until Ctrl-C.
    ///
    /// # Errors
    /// A model or a site that does not exist, or a port that is taken.
    pub(crate) fn run(self) -> Result<()> {
        ensure!(
            self.site.join("index.html").is_file(),
            "{}: no site found; render one with `site-gen render --model {} --out {0}`",
            self.site.display(),
            self.model.display()
        );
        let runtime = runtime()?;
        let model = runtime.block_on(load(&self.model))?;
        runtime.block_on(preview::run(model, self.site, self.port))
    }
}
