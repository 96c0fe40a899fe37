//! Many small questions in few prompts: from the cache first, then in batches, then alone.

mod batches;
mod loose_json;
mod text_rule;

pub use batches::AskReport;
pub(crate) use batches::{Task, Verdict, ask_all};
pub(crate) use text_rule::{clean_label, plain_input};
