//! Reports for operators: how good recommendations are for held-out people ([`evaluate`]), and the contents
//! of files of profiles ([`inspect`]).

#![warn(clippy::print_stderr, reason = "a library knows no terminal: it reports through a trait or an error")]

pub mod evaluate;
pub mod inspect;
