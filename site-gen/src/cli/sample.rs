//! `site-gen sample`

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::Args;

use crate::progress::steps_bar;

/// Write synthetic profiles that look like real exports.
#[derive(Debug, Args)]
pub(crate) struct Sample {
    /// Number of people.
    #[arg(long, value_name = "N", default_value_t = 1000)]
    pub profiles: u64,
    /// Random seed; the same seed gives the same people.
    #[arg(long, value_name = "SEED", default_value_t = 1)]
    pub seed: u64,
    /// Output file, JSON Lines; `-` is stdout.
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
}

impl Sample {
    /// Writes synthetic profiles as JSON Lines.
    ///
    /// # Errors
    /// A file that cannot be written.
    pub(crate) fn run(self) -> Result<()> {
        let bar = steps_bar(self.profiles);
        bar.set_message("Writing profiles");
        let to_stdout = self.out.as_os_str() == "-";
        let target: Box<dyn Write> = if to_stdout {
            Box::new(io::stdout().lock())
        } else {
            let file = File::create(&self.out)
                .with_context(|| format!("{}: cannot be written", self.out.display()))?;
            Box::new(file)
        };
        let people = bar.wrap_iter(profile_data::sample(self.seed).take(usize::try_from(self.profiles)?));
        let mut out = BufWriter::with_capacity(1 << 16, target);
        profile_data::write_jsonl(people, self.profiles, &mut out)
            .and_then(|_| out.flush())
            .with_context(|| format!("{}: writing failed", self.out.display()))?;
        if !to_stdout {
            eprintln!("{} synthetic profiles in {}", self.profiles, self.out.display());
        }
        Ok(())
    }
}
