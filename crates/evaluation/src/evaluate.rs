//! Held-out evaluation: do the recommendations hold on people whom the model has not seen?
//!
//! People are split, a model is fitted on one part, and the people of the other part are asked with 30% of their skills
//! hidden. Every method is measured on the same people by what it finds of the hidden skills.

mod asked;
mod block;
mod experience;
mod html;
mod methods;
mod metrics;
mod report;
mod run;
mod seed_measures;
mod silhouettes;
mod text;

pub use asked::{Asked, NotAsked, Split, ask, split};
pub use experience::{ExperienceBin, experience};
pub use methods::{Answers, Method, answer_all, mean_recall};
pub use metrics::{Interval, Scores, scores};
pub use report::{Ablation, EvaluationReport, MethodReport, NotAskedCounts, SeedComparison};
pub use run::evaluate;
pub use seed_measures::{PageReport, SeedMeasures};
pub use silhouettes::{Beside, LevelSilhouettes, PUBLISHED, Silhouettes};
