//! Evidence: how good recommendations are on people the model has not seen ([`evaluate`]), and what a file of
//! profiles holds ([`inspect`]).

pub mod evaluate;
pub mod inspect;
