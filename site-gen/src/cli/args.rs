//! Arguments that several verbs share.

mod fit;
mod forget;
mod publishing;
mod reading;
mod services;
mod topics;
mod training;

pub(crate) use forget::ForgetArgs;
pub(crate) use publishing::PublishingArgs;
pub(crate) use reading::{ExperienceArgs, ReadingArgs};
#[cfg(test)]
pub(crate) use services::ServiceArgs;
#[cfg(test)]
pub(crate) use topics::TopicArgs;
pub(crate) use training::{LabelArgs, TrainingArgs};
