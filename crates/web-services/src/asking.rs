//! Asks many small questions in few prompts: from the cache, then in batches, then one by one.

mod batches;
mod loose_json;
mod text_rule;

pub use batches::AskReport;
pub(crate) use batches::{Task, Verdict, ask_all};
pub(crate) use text_rule::{clean_label, plain_input};
