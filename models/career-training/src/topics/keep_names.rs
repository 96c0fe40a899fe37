//! Stable names: a topic keeps its name across refits when most of its members stay together.

use std::collections::HashMap;
use std::hash::Hash;

use career_model::label_topics::LabelTopics;

/// The beginning of the names of topics that have only a number.
pub(crate) const NUMBERED: &str = "Topic ";

/// Whether a topic has only a number: its name says nothing.
pub(crate) fn is_numbered(name: &str) -> bool {
    let number = name.strip_prefix(NUMBERED).unwrap_or_default();
    !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
}

/// A topic of an earlier fit: its name, and its members in a form that identifies them.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct PreviousTopic<M> {
    /// The name.
    pub name: String,
    /// The members, each once.
    pub members: Vec<M>,
}

/// The topics of an earlier model, with the fingerprints of their labels. To get new names, leave this out of
/// the next fit.
pub fn previous_topics(topics: &LabelTopics) -> Vec<PreviousTopic<u64>> {
    let mut previous: Vec<PreviousTopic<u64>> =
        topics.names.iter().map(|name| PreviousTopic { name: name.clone(), members: Vec::new() }).collect();
    for (fingerprint, topic) in topics.known.iter() {
        if let Some(topic) = previous.get_mut(topic as usize) {
            topic.members.push(fingerprint);
        }
    }
    previous
}

/// Per fitted topic the name it keeps, if any.
///
/// A name goes to the fitted topic that contains more than half of the earlier topic's members that are in
/// any fitted topic. If two earlier topics claim one fitted topic, the one with more members in it wins (of
/// equals, the first name in alphabetical order). No name is used twice.
pub fn keep_names<M: Eq + Hash>(previous: &[PreviousTopic<M>], fitted: &[Vec<M>]) -> Vec<Option<String>> {
    let topic_of: HashMap<&M, usize> = fitted
        .iter()
        .enumerate()
        .flat_map(|(topic, members)| members.iter().map(move |m| (m, topic)))
        .collect();
    let mut claims: Vec<Option<(usize, &str)>> = vec![None; fitted.len()];
    for PreviousTopic { name, members } in previous.iter().filter(|topic| !is_numbered(&topic.name)) {
        let mut went: HashMap<usize, usize> = HashMap::new();
        for topic in members.iter().filter_map(|member| topic_of.get(member)) {
            *went.entry(*topic).or_default() += 1;
        }
        let present: usize = went.values().sum();
        let Some((&topic, &brought)) = went.iter().find(|(_, brought)| 2 * **brought > present) else {
            continue;
        };
        let better = claims[topic]
            .is_none_or(|(most, first)| brought > most || (brought == most && name.as_str() < first));
        if better {
            claims[topic] = Some((brought, name));
        }
    }
    claims.into_iter().map(|claim| Some(claim?.1.to_owned())).collect()
}
