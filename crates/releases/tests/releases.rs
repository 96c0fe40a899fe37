//! The guarantees of a release, on stores in memory: no address dies, a crash loses nothing, one publish at a
//! time.
//!
//! The end-to-end suite tests the same with real programs, buckets and network faults.

#[path = "releases/attack.rs"]
mod attack;
#[path = "releases/continuing.rs"]
mod continuing;
#[path = "releases/crashes.rs"]
mod crashes;
#[path = "releases/drift.rs"]
mod drift;
#[path = "releases/forgetting.rs"]
mod forgetting;
#[path = "releases/judging.rs"]
mod judging;
#[path = "releases/keeping.rs"]
mod keeping;
#[path = "releases/linking.rs"]
mod linking;
#[path = "releases/live_model.rs"]
mod live_model;
#[path = "releases/parts.rs"]
mod parts;
#[path = "releases/races.rs"]
mod races;
#[path = "releases/rolling_back.rs"]
mod rolling_back;
#[path = "releases/visitor.rs"]
mod visitor;
