//! Arguments that several verbs share.

mod fit;
mod forget;
mod publishing;
mod reading;
pub(crate) mod services;
pub(crate) mod topics;
mod training;

pub(crate) use forget::ForgetArgs;
pub(crate) use publishing::PublishingArgs;
pub(crate) use reading::{ExperienceArgs, ReadingArgs};
pub(crate) use training::{LabelArgs, TrainingArgs};
