//! Extracts the records of a downloaded snapshot.

use std::collections::BTreeMap;
use std::io::{self, BufRead, Read, Write};

use serde_json::Value;

use super::answers::{Status, failed_record, status};

/// The longest record, in bytes.
const MAX_RECORD_BYTES: usize = 16 << 20;

/// The content of a snapshot.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Snapshot {
    Records {
        records: u64,
        /// URLs without a profile, by reason.
        failed: BTreeMap<String, u64>,
    },
    /// A `200` whose body says "not ready yet".
    NotReady,
    /// Not JSON Lines, with the number of the invalid line.
    Invalid { line: u64, why: &'static str },
}

/// Copies the profiles of a snapshot, and counts the records of failures. One line is in memory at a time.
///
/// # Errors
/// Reading or writing failed.
pub(super) fn copy_records(mut source: impl BufRead, mut out: impl Write) -> io::Result<Snapshot> {
    let mut records = 0;
    let mut failed: BTreeMap<String, u64> = BTreeMap::new();
    let mut line = Vec::new();
    for number in 1.. {
        line.clear();
        let n_bytes = source.by_ref().take(MAX_RECORD_BYTES as u64 + 1).read_until(b'\n', &mut line)?;
        if n_bytes == 0 {
            break;
        }
        if n_bytes > MAX_RECORD_BYTES {
            return Ok(Snapshot::Invalid { line: number, why: "longer than any record" });
        }
        let text = line.trim_ascii();
        if text.is_empty() {
            continue;
        }
        let record = match serde_json::from_slice::<Value>(text) {
            Ok(record) if record.is_object() => record,
            _ => return Ok(Snapshot::Invalid { line: number, why: "not a JSON object" }),
        };
        if number == 1 && status(text) == Status::Running && record.get("message").is_some() {
            return Ok(Snapshot::NotReady);
        }
        match failed_record(&record) {
            Some(reason) => *failed.entry(reason).or_default() += 1,
            None => {
                records += 1;
                out.write_all(text)?;
                out.write_all(b"\n")?;
            }
        }
    }
    out.flush()?;
    Ok(Snapshot::Records { records, failed })
}
