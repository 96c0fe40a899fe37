//! Label topics: skills or degree fields, grouped by the words they share.

mod co_occurrence;
mod documents;
pub mod guide;
pub mod keep_names;
pub mod label_table;
pub mod label_topics;
mod means;
mod names;
mod served;
pub mod sparse_k_means;
pub mod tfidf;
pub mod vocabulary;
