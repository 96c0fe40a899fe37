//! Held-out evaluation: do the recommendations hold on people whom the model has not seen?
//!
//! People are split, a model is fitted on one part, and the people of the other part are asked with 30% of their skills
//! hidden. Every method is measured on the same people by what it finds of the hidden skills.

mod asked;
mod methods;
mod metrics;
mod report;

pub use asked::{Asked, Split, ask, split};
pub use methods::{Answers, answer_all};
pub use metrics::{Interval, Scores, scores};
pub use report::{EvaluationReport, MethodReport};
