//! Export of the feature rows as JSON, to run other tools on the same rows.

use std::fs::File;
use std::io::BufWriter;
use std::path::Path;

use anyhow::{Context, Result};
use career_model::Level;
use career_training::topics::label_topics::LabelTopicsFit;
use career_training::{People, TrainingTable};
use serde_json::json;

/// Writes a JSON object: for each level `n_features`, `rows` (lists of `[column, value]`) and `weights`.
/// These are the rows that the reference method is fitted on, with the columns of few people.
///
/// # Errors
/// A file that cannot be written.
pub fn write(people: &People, degree_topics: &LabelTopicsFit, path: &Path) -> Result<()> {
    let (topic_of, n_topics) = (&degree_topics.fitted_topic_of, degree_topics.topics.len());
    let mut levels = serde_json::Map::new();
    for level in Level::ALL {
        let table = TrainingTable::of_level(people, level, topic_of, n_topics);
        let rows: Vec<Vec<(usize, f64)>> =
            (0..table.weights.len()).map(|row| table.rows.row(row).collect()).collect();
        levels.insert(
            level.to_string(),
            json!({ "n_features": table.column_values.len(), "rows": rows, "weights": table.weights }),
        );
    }
    let file = File::create(path).with_context(|| format!("{}: cannot be written", path.display()))?;
    serde_json::to_writer(BufWriter::new(file), &levels)?;
    Ok(())
}
