//! Reports for operators: how good recommendations are for held-out people ([`evaluate`]), and the contents
//! of files of profiles ([`inspect`]).

pub mod evaluate;
pub mod inspect;
