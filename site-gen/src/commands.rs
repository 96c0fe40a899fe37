//! The program's verbs: arguments in, work done by the library, results printed.

pub mod collect;
pub mod demo;
pub mod evaluate;
pub mod inspect;
pub mod publish;
pub mod recommend;
pub mod refresh;
pub mod releases;
pub mod render;
pub mod rollback;
pub mod sample;
pub mod serve;
pub mod topics;
pub mod train;

use anyhow::{Context, Result};

/// A runtime for what is asynchronous: stores and servers.
pub(crate) fn runtime() -> Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .context("the asynchronous runtime could not be started")
}
