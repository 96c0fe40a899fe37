//! People as numbers: distinct labels and backgrounds instead of strings.

pub mod builder;
pub mod interner;
mod label_lists;
pub mod limits;
pub mod table;
pub mod training_table;
mod twins;
