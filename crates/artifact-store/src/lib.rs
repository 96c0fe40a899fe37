//! Storage of models, releases and sites.
//!
//! Only [`layout`] spells the paths of objects, and only [`ArtifactStore`] reads and writes them. Three
//! backends pass the same tests (`tests/conformance`): a folder, memory, and a bucket (feature `s3`). The
//! functions are `async` because a bucket answers over the network; a folder and memory answer at once, on
//! the calling thread, and need no runtime.
//!
//! * A read names the most bytes that it takes, and the size is checked before anything is kept.
//! * A write is atomic (a reader sees the old object or the new one) and may have a [`Condition`]: of two
//!   writers that replace the same version, one wins and the other gets [`StoreError::Conflict`].

#![warn(clippy::print_stderr, reason = "a library knows no terminal: it reports through a trait or an error")]

mod backend;
mod backends;
mod error;
mod key;
pub mod layout;
mod object;
pub mod pointer;
mod timestamp;
mod uri;

#[cfg(feature = "s3")]
pub use backends::S3Store;
pub use backends::{ArtifactStore, FolderStore, MemoryStore};
pub use error::{Source, StoreError, UriError};
pub use key::{Key, KeyError};
pub use layout::{InvalidReleaseId, ModelFile, ReleaseId};
pub use object::{Condition, ListedObject, Object, Put, Version, cache_control, content_type};
pub use timestamp::{InvalidTimestamp, Timestamp};
