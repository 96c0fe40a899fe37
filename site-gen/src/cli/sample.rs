//! `site-gen sample`

use std::fs::File;
use std::io::{self, BufWriter, Write};

use anyhow::{Context, Result};

use crate::cli::SampleArgs;
use crate::progress::steps_bar;

/// Writes synthetic profiles as JSON Lines.
///
/// # Errors
/// A file that cannot be written.
pub fn run(args: &SampleArgs) -> Result<()> {
    let bar = steps_bar(args.profiles);
    bar.set_message("Making up people");
    let to_stdout = args.out.as_os_str() == "-";
    let target: Box<dyn Write> = if to_stdout {
        Box::new(io::stdout().lock())
    } else {
        let file =
            File::create(&args.out).with_context(|| format!("{}: cannot be written", args.out.display()))?;
        Box::new(file)
    };
    let people = bar.wrap_iter(profile_data::sample(args.seed).take(usize::try_from(args.profiles)?));
    let mut out = BufWriter::with_capacity(1 << 16, target);
    profile_data::write_jsonl(people, args.profiles, &mut out)
        .and_then(|_| out.flush())
        .with_context(|| format!("{}: writing failed", args.out.display()))?;
    if !to_stdout {
        eprintln!("{} synthetic profiles in {}", args.profiles, args.out.display());
    }
    Ok(())
}
