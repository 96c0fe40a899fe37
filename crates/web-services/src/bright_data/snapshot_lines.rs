//! A downloaded snapshot → lines that are records.

use std::collections::BTreeMap;
use std::io::{self, BufRead, Read, Write};

use serde_json::Value;

use super::answers::{Status, failed_record, status};

/// The longest record, in bytes.
const MAX_RECORD_BYTES: usize = 16 << 20;

/// What was in a snapshot.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Snapshot {
    Records {
        records: u64,
        /// URLs without a profile, by reason.
        failed: BTreeMap<String, u64>,
    },
    /// A `200` that says "not ready yet".
    NotReady,
    /// No JSON Lines; the line says where.
    Broken { line: u64, why: &'static str },
}

/// Copies the profiles of a snapshot; records of failures are counted instead. One line is in memory at a time.
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
            return Ok(Snapshot::Broken { line: number, why: "longer than any record" });
        }
        let text = line.trim_ascii();
        if text.is_empty() {
            continue;
        }
        let record = match serde_json::from_slice::<Value>(text) {
            Ok(record) if record.is_object() => record,
            _ => return Ok(Snapshot::Broken { line: number, why: "not a JSON object" }),
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
