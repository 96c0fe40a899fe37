//! Held-out evaluation: do the recommendations hold on people whom the model has not seen?
//!
//! People are split, a model is fitted on one part, and the people of the other part are asked with 30% of their skills
//! hidden. Every method is measured on the same people by what it finds of the hidden skills.

mod asked;
mod html;
mod methods;
mod metrics;
mod report;
mod seed_measures;

pub use asked::{Asked, Split, ask, split};
pub use methods::{Answers, OUR_PAGE, RANKED, answer_all, mean_recall};
pub use metrics::{Interval, Scores, scores};
pub use report::{Ablation, EvaluationReport, MethodReport, SeedComparison};
pub use seed_measures::{PageSuccess, SeedMeasures};
