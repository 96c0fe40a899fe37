//! The fit of label topics: TF-IDF, k-means, redistribution of the largest topic, names; or topics edited by
//! hand.

use career_model::fingerprint::FingerprintIndex;
use career_model::label_topics::{LabelTopics, TopicMatch};
use career_model::metadata::TopicMetrics;
use career_model::roadmap::MIN_PEOPLE_PER_ITEM;

use crate::maths::csr::CsrMatrix;
use crate::people::interner::Labels;
use crate::topics::co_occurrence::assign_by_co_occurrence;
use crate::topics::documents::Documents;
use crate::topics::guide::{TopicGuide, TopicNamer, TopicTruth};
pub use crate::topics::label_table::LabelTable;
use crate::topics::means::topic_means;
use crate::topics::names::TopicNaming;
use crate::topics::served::ServedWords;
use crate::topics::sparse_k_means::{SparseKMeansParams, fit_sparse_k_means};
use crate::topics::tfidf::{TfidfFit, TfidfParams, fit_tfidf};

/// Parameters for the topics of one kind of label.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LabelTopicsParams {
    /// The most topics; with fewer than twice as many labels, a quarter of the labels (at least 2).
    pub n_topics: usize,
    /// Starts of k-means.
    pub n_init: u64,
    /// The most iterations of one start.
    pub max_iter: usize,
    /// The vocabulary.
    pub tfidf: TfidfParams,
}

impl LabelTopicsParams {
    /// The method's values for skills.
    pub fn skills() -> LabelTopicsParams {
        let tfidf = TfidfParams { english_stop_words: true, ..TfidfParams::default() };
        LabelTopicsParams { tfidf, ..LabelTopicsParams::degree_fields() }
    }

    /// The method's values for degree fields.
    pub fn degree_fields() -> LabelTopicsParams {
        LabelTopicsParams { n_topics: 150, n_init: 20, max_iter: 200, tfidf: TfidfParams::default() }
    }
}

/// Fitted topics, and the topic of every label.
#[derive(Clone, Debug)]
pub struct LabelTopicsFit {
    /// For the model.
    pub topics: LabelTopics,
    /// Per [`LabelId`](crate::people::interner::LabelId) the topic to which the function assigns it. A label
    /// of fewer than five people is assigned by those of its words that more people have; `None` if no topic
    /// shares them.
    pub topic_of: Vec<Option<u32>>,
    /// The same, but fitted on every string: for the fit of the reference method, and nothing else. What
    /// follows from it about few people must not reach the model.
    pub fitted_topic_of: Vec<Option<u32>>,
    /// The metrics of the fit.
    pub metrics: TopicMetrics,
}

/// Fits the topics of one kind of label, or takes them from `guide`.
pub fn fit_label_topics(
    table: LabelTable<'_>,
    params: &LabelTopicsParams,
    seed: u64,
    guide: Option<&TopicGuide>,
    namer: Option<&dyn TopicNamer>,
    on_start_done: &(dyn Fn() + Sync),
) -> LabelTopicsFit {
    let LabelTable { kind, cleaning, labels, people } = table;
    let documents = Documents::of_labels(kind, labels);
    let tfidf = fit_tfidf(&documents.texts, params.tfidf);
    let truth = guide.map(|guide| &guide.truth).filter(|truth| !truth.is_empty());
    let (mut topic_of, n_topics, inertia) = match truth {
        Some(truth) => (by_truth(labels, truth), truth.names().len(), 0.0),
        None => {
            let (topic_of, n_topics, inertia) = by_clusters(&tfidf, params, seed, on_start_done);
            (documents.topics_of_labels(&topic_of, labels.len()), n_topics, inertia)
        }
    };
    if truth.is_none() {
        assign_by_co_occurrence(&mut topic_of, people, n_topics);
    }
    let served = ServedWords::new(table, &tfidf, &topic_of, n_topics);
    let names = match truth {
        Some(truth) => truth.names().to_vec(),
        None => TopicNaming { table, words: &served, topic_of: &topic_of }
            .names(guide.map_or(&[], |guide| &guide.previous), namer),
    };
    let people_with_label = table.people_with_label();
    let known = labels.texts().iter().zip(&people_with_label).zip(&topic_of);
    let known = known.filter(|((_, people), _)| **people >= MIN_PEOPLE_PER_ITEM);
    let known = known.filter_map(|((text, _), topic)| Some((&**text, (*topic)?)));
    // Labels that were listed by hand are known even if nobody has them: they are the operator's text.
    let listed = truth.into_iter().flat_map(TopicTruth::iter).map(|(label, topic)| (label, topic as u32));
    let topics = LabelTopics {
        cleaning,
        vectorizer: served.vectorizer,
        known: FingerprintIndex::from_pairs(known.chain(listed)),
        means: served.means,
        names,
    };
    let fitted_topic_of = by_all_words(table, &tfidf, topic_of, n_topics);
    // As the function assigns them, so that training and serving agree.
    let topic_of: Vec<Option<u32>> =
        labels.texts().iter().map(|text| topics.assign(text).map(TopicMatch::topic)).collect();
    let mut used: Vec<u32> = topic_of.iter().flatten().copied().collect();
    used.sort_unstable();
    used.dedup();
    let metrics = TopicMetrics {
        labels: labels.len() as u64,
        without_topic: topic_of.iter().filter(|topic| topic.is_none()).count() as u64,
        n_topics: used.len() as u64,
        inertia,
    };
    LabelTopicsFit { topics, topic_of, fitted_topic_of, metrics }
}

/// Gives every label without a topic the topic that its words lead to, among all words of all labels.
fn by_all_words(
    table: LabelTable<'_>,
    tfidf: &TfidfFit,
    mut topic_of: Vec<Option<u32>>,
    n_topics: usize,
) -> Vec<Option<u32>> {
    let means = topic_means(&table.rows_as_shown(&tfidf.vectorizer), &topic_of, n_topics);
    let vectorizer = tfidf.vectorizer.clone();
    let topics = LabelTopics { vectorizer, means, ..LabelTopics::default() };
    let texts = table.labels.texts().iter().zip(&mut topic_of);
    for (text, topic) in texts.filter(|(_, topic)| topic.is_none()) {
        *topic = topics.assign(text).map(TopicMatch::topic);
    }
    topic_of
}

/// Topics by k-means: per document its topic, the number of topics, and the inertia.
fn by_clusters(
    tfidf: &TfidfFit,
    params: &LabelTopicsParams,
    seed: u64,
    on_start_done: &(dyn Fn() + Sync),
) -> (Vec<Option<u32>>, usize, f64) {
    let n_topics = n_topics(tfidf.matrix.n_rows(), params.n_topics);
    let k_means = SparseKMeansParams {
        n_clusters: n_topics,
        n_init: params.n_init,
        max_iter: params.max_iter,
        tol: 1e-4,
    };
    let fit = fit_sparse_k_means(&tfidf.matrix, k_means, seed, on_start_done);
    let by_words = redistribute_largest(&tfidf.matrix, &fit.labels, n_topics);
    let (topic_of, n_topics) = compact(&by_words);
    (topic_of, n_topics, fit.inertia)
}

/// Topics edited by hand: per label its topic, `None` for labels that are not listed.
fn by_truth(labels: &Labels, truth: &TopicTruth) -> Vec<Option<u32>> {
    let mut topic_of = vec![None; labels.len()];
    for (label, topic) in truth.iter() {
        if let Some(label) = labels.find(label) {
            topic_of[label as usize] = Some(topic as u32);
        }
    }
    topic_of
}

fn n_topics(n_labels: usize, most: usize) -> usize {
    if n_labels < 2 * most { (n_labels / 4).max(2) } else { most }
}

/// Moves every row of the largest cluster to the other cluster with the highest mean cosine.
///
/// In short texts, the largest cluster collects the rows that share no frequent word. A row with
/// cosine 0 to all other clusters gets `None`.
fn redistribute_largest(rows: &CsrMatrix, labels: &[u32], n_clusters: usize) -> Vec<Option<u32>> {
    let mut sizes = vec![0_usize; n_clusters];
    for &label in labels {
        sizes[label as usize] += 1;
    }
    let largest = (0..n_clusters).rev().max_by_key(|&cluster| sizes[cluster]).unwrap_or(0) as u32;
    let everyone: Vec<Option<u32>> = labels.iter().map(|&label| Some(label)).collect();
    let means = topic_means(rows, &everyone, n_clusters);
    let mut clusters_with_word: Vec<Vec<(u32, f64)>> = vec![Vec::new(); rows.n_columns()];
    for (cluster, mean) in (0..).zip(&means).filter(|&(cluster, _)| cluster != largest) {
        for (column, value) in mean.iter() {
            clusters_with_word[column as usize].push((cluster, value));
        }
    }
    let mut cosines = vec![0.0; n_clusters];
    (0..rows.n_rows())
        .map(|row| {
            if rows.row_is_zero(row) {
                return None;
            }
            if labels[row] != largest {
                return Some(labels[row]);
            }
            cosines.fill(0.0);
            for (column, value) in rows.row(row) {
                for &(cluster, mean) in &clusters_with_word[column] {
                    cosines[cluster as usize] += value * mean;
                }
            }
            let mut best = (None, 0.0);
            for (cluster, &cosine) in (0..).zip(&cosines) {
                if cosine > best.1 {
                    best = (Some(cluster), cosine);
                }
            }
            best.0
        })
        .collect()
}

/// Renumbers clusters so that none is empty, keeping their order.
fn compact(clusters: &[Option<u32>]) -> (Vec<Option<u32>>, usize) {
    let mut used: Vec<u32> = clusters.iter().flatten().copied().collect();
    used.sort_unstable();
    used.dedup();
    let renumbered = clusters
        .iter()
        .map(|cluster| used.binary_search(&(*cluster)?).ok().map(|position| position as u32))
        .collect();
    (renumbered, used.len())
}
