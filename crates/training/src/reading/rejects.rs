//! What happens to records that cannot be read.

use std::path::Path;

use anyhow::{Result, bail};
use profile_data::Rejection;

use crate::progress::Progress;

/// Rejected records that are reported one by one; the others are only counted.
const MAX_REPORTED: u64 = 10;

/// What happens to records that cannot be read, unless they are an error (`--strict`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rejects {
    /// They are reported with file, line and reason.
    Report,
    /// The consumer counts them.
    Count,
}

impl Rejects {
    /// Reports a record; `before` is the number of records rejected before.
    pub(super) fn add(
        self,
        path: &Path,
        rejection: &Rejection,
        before: u64,
        strict: bool,
        progress: &dyn Progress,
    ) -> Result<()> {
        let record = format!("{}: {rejection}", path.display());
        match self {
            Rejects::Report if strict => bail!("{record}; correct the record, or omit --strict to skip it"),
            Rejects::Count if strict => bail!("{record}; omit --strict to count such records"),
            Rejects::Report if before < MAX_REPORTED => progress.say(&format!("skipped {record}")),
            Rejects::Report | Rejects::Count => {}
        }
        Ok(())
    }

    /// Reports their number.
    pub(super) fn end(self, rejected: u64, records: u64, progress: &dyn Progress) {
        if self == Rejects::Count || rejected == 0 {
            return;
        }
        if rejected > MAX_REPORTED {
            progress.say(&format!("… and {} more records", rejected - MAX_REPORTED));
        }
        progress.say(&format!(
            "warning: skipped {rejected} of {records} records that could not be read \
             (--strict makes this an error)"
        ));
    }
}
