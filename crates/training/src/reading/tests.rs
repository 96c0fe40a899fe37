//! A person is one person: over records, files and snapshots.
