//! Topics by co-occurrence, for labels without distinctive words.
//!
//! "PyTorch" shares no word with "Machine Learning", but the same people list both. TF-IDF misses
//! that; co-occurrence counts find it.

use career_model::roadmap::MIN_PEOPLE_PER_ITEM;

use crate::people::interner::LabelId;
use crate::topics::label_table::people_with_label;

/// Gives every label that has no topic and at least [`MIN_PEOPLE_PER_ITEM`] people the topic whose
/// people overlap most with its own, by Ochiai's coefficient `|A ∩ B| / √(|A|·|B|)` (the cosine
/// between the two sets). A topic's people are those with a label that has the topic by its words.
pub(crate) fn assign_by_co_occurrence(topic_of: &mut [Option<u32>], people: &[&[LabelId]], n_topics: usize) {
    let people_with_label = people_with_label(topic_of.len(), people);
    let unassigned: Vec<usize> = (0..topic_of.len())
        .filter(|&label| topic_of[label].is_none() && people_with_label[label] >= MIN_PEOPLE_PER_ITEM)
        .collect();
    let mut position_of = vec![None; topic_of.len()];
    for (position, &label) in unassigned.iter().enumerate() {
        position_of[label] = Some(position);
    }
    let mut shared = vec![0_u32; unassigned.len() * n_topics];
    let mut people_with_topic = vec![0_u32; n_topics];
    let mut topics: Vec<usize> = Vec::new();
    for labels in people {
        topics
            .extend(labels.iter().filter_map(|&label| topic_of[label as usize]).map(|topic| topic as usize));
        topics.sort_unstable();
        topics.dedup();
        for position in labels.iter().filter_map(|&label| position_of[label as usize]) {
            for &topic in &topics {
                shared[position * n_topics + topic] += 1;
            }
        }
        for topic in topics.drain(..) {
            people_with_topic[topic] += 1;
        }
    }
    for (position, &label) in unassigned.iter().enumerate() {
        let shared = &shared[position * n_topics..(position + 1) * n_topics];
        let mut best = (0.0, None);
        for (topic, (&both, &people)) in (0..).zip(shared.iter().zip(&people_with_topic)) {
            // The label's own number of people is the same for every topic.
            let overlap = f64::from(both) / f64::from(people.max(1)).sqrt();
            if overlap > best.0 {
                best = (overlap, Some(topic));
            }
        }
        topic_of[label] = best.1;
    }
}
