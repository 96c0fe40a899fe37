//! Reports on stdout.

use std::io::{self, Write};

use anyhow::Result;
use serde::Serialize;

/// Prints a report: as JSON, or else as text.
///
/// # Errors
/// An output that cannot be written.
pub(crate) fn print_report(json: bool, report: &impl Serialize, text: impl FnOnce() -> String) -> Result<()> {
    let mut out = io::stdout().lock();
    if json {
        serde_json::to_writer_pretty(&mut out, report)?;
        writeln!(out)?;
    } else {
        write!(out, "{}", text())?;
    }
    out.flush()?;
    Ok(())
}
