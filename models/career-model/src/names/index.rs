//! An index of everything that the model holds as text, by kind.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::clean;
use crate::fingerprint::fingerprint;
use crate::item_kind::ItemKind;
use crate::model::ModelParts;
use crate::roadmap::ItemCount;
use crate::spelling::{MAX_TYPOS, Spelling};

/// The names of every kind, in the order of [`ItemKind::ALL`].
#[derive(Clone, Debug, Default)]
pub(crate) struct NameIndex([KindNames; ItemKind::COUNT]);

/// Everything of one kind that the model holds as text: at least five people have it.
#[derive(Clone, Debug, Default)]
struct KindNames {
    /// By their number of letters.
    names: Vec<Name>,
    /// Fingerprint of the cleaned text → position in `names`, ascending.
    by_fingerprint: Vec<(u64, u32)>,
}

#[derive(Clone, Debug)]
struct Name {
    /// As most people write it.
    text: Box<str>,
    people: u32,
    /// Cleaned; `None` when it is too long to be suggested.
    spelling: Option<Spelling>,
}

/// An index that is built on first use, because most callers never need it. It follows from the model, so it
/// is equal when the model is.
#[derive(Clone, Debug, Default)]
pub(crate) struct LazyNameIndex(OnceLock<NameIndex>);

impl PartialEq for LazyNameIndex {
    fn eq(&self, _: &LazyNameIndex) -> bool {
        true
    }
}

impl LazyNameIndex {
    /// The index of these parts, which must be the same in every call.
    pub(crate) fn get(&self, parts: &ModelParts) -> &NameIndex {
        self.0.get_or_init(|| NameIndex::new(parts))
    }
}

impl NameIndex {
    pub(crate) fn name_of(&self, parts: &ModelParts, kind: ItemKind, raw: &str) -> Option<&str> {
        let own = &self.0[kind as usize];
        let label = fingerprint(&label_of(parts, kind, raw)?);
        let found = own.by_fingerprint.binary_search_by_key(&label, |entry| entry.0).ok()?;
        own.names.get(own.by_fingerprint[found].1 as usize).map(|name| &*name.text)
    }

    pub(crate) fn suggestion(&self, parts: &ModelParts, kind: ItemKind, raw: &str) -> Option<&str> {
        let label = label_of(parts, kind, raw)?;
        let own = &self.0[kind as usize];
        let found = own.nearest(&label).or_else(|| {
            // The last letter may be no plural ending: "Kuberentes".
            let spelling = Some(clean::skill_spelling(raw)).filter(|_| kind == ItemKind::Skill)?;
            own.nearest(&spelling)
        });
        found.map(|name| &*name.text)
    }

    fn new(parts: &ModelParts) -> NameIndex {
        let topics = topics_by_name(parts);
        NameIndex(ItemKind::ALL.map(|kind| {
            let names = match kind {
                ItemKind::DegreeField => topics.iter().collect(),
                ItemKind::Position => {
                    let mut titles = on_pages(parts, kind);
                    titles.retain(|title| has_known_word(parts, title));
                    titles
                }
                // With the features `full`, everything that is known is ranked.
                kind => match &parts.interests {
                    None => on_pages(parts, kind),
                    Some(interests) => {
                        let targets = interests.ranker.targets.iter();
                        targets.filter(|target| target.item_kind() == Some(kind)).map(|t| &t.item).collect()
                    }
                },
            };
            KindNames::new(parts, kind, &names)
        }))
    }
}

/// The items of a kind on every page; degree topics are not among them.
fn on_pages(parts: &ModelParts, kind: ItemKind) -> Vec<&ItemCount> {
    let pages = parts.levels.iter().flat_map(|level| {
        std::iter::once(&level.overview).chain(level.roadmaps.iter().map(|roadmap| &roadmap.has))
    });
    pages
        .flat_map(|has| match kind {
            ItemKind::Skill => &has.skills,
            ItemKind::Course => &has.courses,
            ItemKind::Certification => &has.certifications,
            ItemKind::DegreeField => &has.degree_topics,
            ItemKind::Position => &has.positions,
        })
        .collect()
}

fn has_known_word(parts: &ModelParts, title: &ItemCount) -> bool {
    let words = parts.interests.as_ref().map(|interests| &interests.columns.position_words);
    words.is_some_and(|known| clean::position_words(&title.name).iter().any(|w| known.get(w).is_some()))
}

/// Topics that have a column, and whose own name leads to them.
fn topics_by_name(parts: &ModelParts) -> Vec<ItemCount> {
    let topics = &parts.degree_topics;
    let has_column = |topic: u32| match &parts.interests {
        Some(interests) => interests.columns.degree_topic(topic).is_some(),
        None => {
            let mut clusters = parts.levels.iter().filter_map(|level| level.clusters.as_ref());
            clusters.any(|clusters| clusters.columns.degree_topic(topic).is_some())
        }
    };
    let named = (0..).zip(&topics.names).filter(|(topic, name)| {
        let label = topics.cleaning.degree_field(name).ok();
        let found = label.and_then(|label| topics.assign(&label));
        found.is_some_and(|found| found.topic() == *topic) && has_column(*topic)
    });
    named.map(|(_, name)| ItemCount { name: name.clone(), people: 0 }).collect()
}

impl Name {
    /// The number of letters; 0 for names that are never suggested.
    fn len(&self) -> usize {
        self.spelling.as_ref().map_or(0, Spelling::len)
    }
}

impl KindNames {
    /// The name that the fewest typos lead to; of equals, that of more people.
    fn nearest(&self, label: &str) -> Option<&Name> {
        let typed = Spelling::new(label)?;
        let mut best: Option<(usize, &Name)> = None;
        let mut most = MAX_TYPOS;
        // Every typo changes the number of letters by one at most.
        let start = self.names.partition_point(|name| name.len() + MAX_TYPOS < typed.len());
        for name in self.names[start..].iter().take_while(|name| name.len() <= typed.len() + MAX_TYPOS) {
            let spelling = name.spelling.as_ref();
            let Some(distance) = spelling.and_then(|spelling| typed.distance(spelling, most)) else {
                continue;
            };
            let rank = |distance: usize, name: &Name| (distance, Reverse(name.people));
            let better = |&(least, known): &(usize, &Name)| {
                (rank(distance, name), &name.text) < (rank(least, known), &known.text)
            };
            if best.as_ref().is_none_or(better) {
                (best, most) = (Some((distance, name)), distance);
            }
        }
        best.map(|(_, name)| name)
    }

    fn new(parts: &ModelParts, kind: ItemKind, found: &[&ItemCount]) -> KindNames {
        // A label occurs in several spellings and on several pages: the one with the most people names it.
        let mut best: BTreeMap<String, &ItemCount> = BTreeMap::new();
        for item in found {
            let Some(label) = label_of(parts, kind, &item.name) else { continue };
            let kept = best.entry(label).or_insert(item);
            if (item.people, &kept.name) > (kept.people, &item.name) {
                *kept = item;
            }
        }
        let mut names: Vec<(u64, Name)> = best
            .into_iter()
            .map(|(label, item)| {
                let text = item.name.as_str().into();
                (fingerprint(&label), Name { text, people: item.people, spelling: Spelling::new(&label) })
            })
            .collect();
        names.sort_by_key(|(_, name)| name.len());
        let mut by_fingerprint: Vec<(u64, u32)> = names.iter().map(|(label, _)| *label).zip(0..).collect();
        by_fingerprint.sort_unstable();
        KindNames { names: names.into_iter().map(|(_, name)| name).collect(), by_fingerprint }
    }
}

/// The text by which an input of a kind is compared; `None` for texts that are refused.
fn label_of(parts: &ModelParts, kind: ItemKind, raw: &str) -> Option<String> {
    let label = match kind {
        ItemKind::Skill => parts.skill_topics.cleaning.skill(raw).ok()?,
        ItemKind::DegreeField => parts.degree_topics.cleaning.degree_field(raw).ok()?,
        ItemKind::Course => clean::course(raw),
        ItemKind::Certification => clean::certification(raw).to_lowercase(),
        ItemKind::Position => clean::position_words(raw).join(" "),
    };
    Some(label).filter(|label| !label.is_empty())
}
