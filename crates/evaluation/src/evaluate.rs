//! Evaluation on held-out people.
//!
//! The people are split into a training set and a test set. Models are fitted on the training set, and 30% of
//! the skills of each test person are hidden. All methods are measured on the same test people, by the share
//! of hidden skills they find.

mod block;
mod experience;
mod html;
mod methods;
mod metrics;
mod reference_measures;
mod report;
mod run;
mod silhouettes;
mod test_people;
mod text;

pub use experience::{ExperienceBin, experience};
pub use methods::{Answers, Method, answer_all, mean_recall};
pub use metrics::{Interval, Scores, scores};
pub use reference_measures::{PageReport, ReferenceMeasures};
pub use report::{Ablation, EvaluationReport, MethodReport, ReferenceComparison, SkipCounts};
pub use run::evaluate;
pub use silhouettes::{LevelSilhouettes, SilhouettePair, Silhouettes, published};
pub use test_people::{SkipReason, Split, TestPerson, hide_skills, split};
