//! What a release promises, on stores in memory: no address dies, a crash costs nothing, one publish at a time.
//!
//! The same with real programs, buckets and faults on the wire is in the end-to-end suite.

#[path = "releases/continuing.rs"]
mod continuing;
#[path = "releases/crashes.rs"]
mod crashes;
#[path = "releases/drift.rs"]
mod drift;
#[path = "releases/judging.rs"]
mod judging;
#[path = "releases/keeping.rs"]
mod keeping;
#[path = "releases/linking.rs"]
mod linking;
#[path = "releases/parts.rs"]
mod parts;
#[path = "releases/races.rs"]
mod races;
#[path = "releases/rolling_back.rs"]
mod rolling_back;
#[path = "releases/visitor.rs"]
mod visitor;
