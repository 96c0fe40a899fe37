//! The mean row of every topic.

use career_model::sparse::SparseVector;

use crate::maths::csr::CsrMatrix;

/// Per topic the mean of its labels' rows.
pub(crate) fn topic_means(rows: &CsrMatrix, topic_of: &[Option<u32>], n_topics: usize) -> Vec<SparseVector> {
    let mut entries: Vec<Vec<(u32, f64)>> = vec![Vec::new(); n_topics];
    let mut sizes = vec![0.0_f64; n_topics];
    for (row, topic) in topic_of.iter().enumerate() {
        if let Some(topic) = topic {
            sizes[*topic as usize] += 1.0;
            entries[*topic as usize].extend(rows.row(row).map(|(column, value)| (column as u32, value)));
        }
    }
    let mean = |(entries, size): (Vec<(u32, f64)>, f64)| {
        let mut mean = SparseVector::from_entries(entries);
        for value in &mut mean.values {
            // A topic without labels has size 0, but also no values.
            *value /= size;
        }
        mean
    };
    entries.into_iter().zip(sizes).map(mean).collect()
}
