//! Names and slugs for roadmaps, made of what their people have more often than the level.

use std::collections::BTreeSet;

use career_model::RoadmapSlug;
use career_model::roadmap::MIN_PEOPLE_PER_ITEM;

use crate::pages::tally::Tally;
use crate::topics::keep_names::is_numbered;
use crate::topics::vocabulary::Vocabulary;

/// Longest part of a name, in characters.
const MAX_PART: usize = 48;

/// The first part of a group's name: the inputs that its people share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NameSource {
    /// The most distinctive degree topic (or certificate) and skill topic, "Computer Science · Android".
    Studies,
    /// The two most distinctive skill topics, "Machine Learning · Deep Learning".
    Skills,
}

/// A name and a slug per group, unique within the level.
pub(crate) fn roadmap_names(
    groups: &[Tally],
    everyone: &Tally,
    vocabulary: Vocabulary<'_>,
    source: NameSource,
) -> Vec<(String, RoadmapSlug)> {
    let (mut names, mut slugs) = (BTreeSet::new(), BTreeSet::new());
    groups
        .iter()
        .map(|group| {
            let degrees = names_of(
                distinctive(&group.degree_topics, group, &everyone.degree_topics, everyone),
                &vocabulary.degree_topics.topics.names,
            );
            let skills = names_of(
                distinctive(&group.skill_topics, group, &everyone.skill_topics, everyone),
                &vocabulary.skill_topics.topics.names,
            );
            let certifications =
                distinctive(&group.certifications, group, &everyone.certifications, everyone)
                    .into_iter()
                    .map(|label| short(vocabulary.people.certifications.shown(label as u32)));
            let (first, second): (Vec<String>, Vec<String>) = match source {
                NameSource::Studies => (degrees.into_iter().chain(certifications).collect(), skills),
                NameSource::Skills => {
                    let (first, others) = skills.split_at(skills.len().min(1));
                    (first.to_vec(), others.iter().cloned().chain(degrees).chain(certifications).collect())
                }
            };
            let name = candidates(&first, &second)
                .find(|name| names.insert(name.to_lowercase()))
                .unwrap_or_default();
            let slug = unique_slug(&name, &mut slugs);
            (name, slug)
        })
        .collect()
}

/// The names of topics as parts of a name, without those that are only numbers.
fn names_of(topics: Vec<usize>, names: &[String]) -> Vec<String> {
    let names = topics.into_iter().map(|topic| &names[topic]);
    names.filter(|name| !is_numbered(name)).map(|name| short(name)).collect()
}

/// Possible names, the most distinctive first; the iterator never ends.
fn candidates(first: &[String], second: &[String]) -> impl Iterator<Item = String> {
    let leading = match (first.first(), second.first()) {
        (Some(first), _) => first.clone(),
        (None, Some(second)) => second.clone(),
        (None, None) => "Mixed backgrounds".to_owned(),
    };
    let numbered = leading.clone();
    let lower = leading.to_lowercase();
    let seconds: Vec<String> =
        second.iter().filter(|part| !lower.contains(&part.to_lowercase())).cloned().collect();
    let pairs = seconds.into_iter().map(move |second| format!("{leading} · {second}"));
    pairs.chain((1..).map(move |n| if n == 1 { numbered.clone() } else { format!("{numbered} {n}") }))
}

/// Labels that at least a tenth of the group has, by `share · ln(share / share in the level)`: the
/// term of the Kullback–Leibler divergence, which is large for labels that are frequent and distinctive.
fn distinctive(counts: &[u32], group: &Tally, all_counts: &[u32], all: &Tally) -> Vec<usize> {
    let mut scored: Vec<(usize, f64)> = counts
        .iter()
        .zip(all_counts)
        .enumerate()
        .filter(|&(_, (&own, _))| own >= MIN_PEOPLE_PER_ITEM && u64::from(own) * 10 >= group.people)
        .map(|(label, (&own, &everyone))| {
            let share = f64::from(own) / group.people as f64;
            let expected = f64::from(everyone) / all.people.max(1) as f64;
            (label, share * (share / expected).ln())
        })
        .collect();
    scored.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    scored.into_iter().map(|(label, _)| label).collect()
}

/// A part of a name: one line of bounded length, without control characters.
fn short(text: &str) -> String {
    let words: Vec<&str> =
        text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|w| !w.is_empty()).collect();
    let line = words.join(" ");
    if line.chars().count() <= MAX_PART {
        return line;
    }
    let cut: String = line.chars().take(MAX_PART - 1).collect();
    format!("{}…", cut.trim_end())
}

/// The name in ASCII letters, digits and hyphens, with a number if another roadmap of the level has the same
/// slug.
fn unique_slug(name: &str, taken: &mut BTreeSet<String>) -> RoadmapSlug {
    let ascii = deunicode::deunicode(name).to_ascii_lowercase();
    let words: Vec<&str> =
        ascii.split(|c: char| !c.is_ascii_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let mut base = words.join("-");
    base.truncate(RoadmapSlug::MAX_LEN - 8);
    let base = base.trim_end_matches('-');
    let base = if base.is_empty() { "group" } else { base };
    let mut numbered = (1..).map(|n| if n == 1 { base.to_owned() } else { format!("{base}-{n}") });
    let slug = numbered.find(|slug| taken.insert(slug.clone())).unwrap_or_default();
    RoadmapSlug::new(&slug).unwrap_or_else(|| unreachable!("words of ASCII letters and digits"))
}

#[cfg(test)]
mod tests {
    use super::names_of;

    #[test]
    fn a_number_names_no_roadmap() {
        let names = ["Topic 3", "Python", "Topic modelling"].map(str::to_owned);
        assert_eq!(names_of(vec![2, 0, 1], &names), ["Topic modelling", "Python"]);
    }
}
