//! Names: what the model holds as text, to say what an input was taken for, or what it may have meant to be.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::classify::Understood;
use crate::clean;
use crate::features::Field;
use crate::fingerprint::fingerprint;
use crate::model::{Model, ModelParts};
use crate::roadmap::Counted;
use crate::spelling::{MAX_SLIPS, Spelled};

/// The names of every field, in the order of [`Field`].
#[derive(Clone, Debug, Default)]
struct Names([OfField; 5]);

/// Everything of a field that the model holds as text: at least five people have it.
#[derive(Clone, Debug, Default)]
struct OfField {
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
    spelled: Option<Spelled>,
}

/// Made when it is first asked for: most of what uses a model never asks. It follows from the model, so it is equal
/// when the model is.
#[derive(Clone, Debug, Default)]
pub(crate) struct LazyNames(OnceLock<Names>);

impl PartialEq for LazyNames {
    fn eq(&self, _: &LazyNames) -> bool {
        true
    }
}

impl Model {
    /// What the model calls a skill, course, certificate or job title, if it holds it as text: what most people write.
    pub fn name_of(&self, field: Field, raw: &str) -> Option<&str> {
        let own = &self.names().0[field as usize];
        let label = fingerprint(&label_of(&self.parts, field, raw)?);
        let place = own.by_fingerprint.binary_search_by_key(&label, |entry| entry.0).ok()?;
        own.names.get(own.by_fingerprint[place].1 as usize).map(|name| &*name.text)
    }

    /// What an input that the model knows was taken for: its name, a degree field's topic, or the words of a job title that
    /// are known. `None` for what the model recognises and does not hold as text.
    pub fn taken_for(&self, input: &Understood<'_, '_>) -> Option<Cow<'_, str>> {
        match input.field {
            Field::DegreeField => {
                let topic = input.topic?;
                let names = &self.degree_topics().names;
                names.iter().find(|name| *name == topic).map(|name| Cow::Borrowed(name.as_str()))
            }
            Field::Position => {
                let known = &self.interests()?.columns.position_words;
                let mut words = clean::position_words(input.raw);
                words.retain(|word| known.get(word).is_some());
                Some(Cow::Owned(words.join(" ")))
            }
            field => self.name_of(field, input.raw).map(Cow::Borrowed),
        }
    }

    /// What an input that the model does not know may have meant to be: the name that the fewest slips of a typist lead
    /// away from, of equals that of more people. Never for long texts, so the work is bounded by the number of names.
    pub fn suggestion(&self, field: Field, raw: &str) -> Option<&str> {
        let label = label_of(&self.parts, field, raw)?;
        let own = &self.names().0[field as usize];
        let found = own.nearest(&label).or_else(|| {
            // What looks like a plural may be none: "Kuberentes".
            let spelling = Some(clean::skill_spelling(raw)).filter(|_| field == Field::Skill)?;
            own.nearest(&spelling)
        });
        found.map(|name| &*name.text)
    }

    fn names(&self) -> &Names {
        self.names.0.get_or_init(|| Names::of(&self.parts))
    }
}

impl Names {
    fn of(parts: &ModelParts) -> Names {
        let pages = parts.levels.iter().flat_map(|level| {
            std::iter::once(&level.overview).chain(level.roadmaps.iter().map(|roadmap| &roadmap.has))
        });
        let mut found: [Vec<&Counted>; 5] = Default::default();
        for has in pages {
            found[Field::Position as usize].extend(&has.positions);
            if parts.interests.is_none() {
                found[Field::Skill as usize].extend(&has.skills);
                found[Field::Course as usize].extend(&has.courses);
                found[Field::Certification as usize].extend(&has.certifications);
            }
        }
        // With the features `full`, what is ranked is what is known.
        for target in parts.interests.iter().flat_map(|interests| &interests.ranker.targets) {
            if let Some(field) = target.field() {
                found[field as usize].push(&target.item);
            }
        }
        let known_by_a_word = |title: &&Counted| {
            let words = parts.interests.as_ref().map(|interests| &interests.columns.position_words);
            words.is_some_and(|known| {
                clean::position_words(&title.name).iter().any(|w| known.get(w).is_some())
            })
        };
        found[Field::Position as usize].retain(known_by_a_word);
        let topics = topics_by_name(parts);
        found[Field::DegreeField as usize] = topics.iter().collect();
        Names(
            [Field::DegreeField, Field::Course, Field::Certification, Field::Skill, Field::Position]
                .map(|field| OfField::of(parts, field, &found[field as usize])),
        )
    }
}

/// Topics that have a say, and that a text is filed under when it is the topic's name.
fn topics_by_name(parts: &ModelParts) -> Vec<Counted> {
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
    named.map(|(_, name)| Counted { name: name.clone(), people: 0 }).collect()
}

impl Name {
    /// Letters; none of what is not compared.
    fn len(&self) -> usize {
        self.spelled.as_ref().map_or(0, Spelled::len)
    }
}

impl OfField {
    /// The name that the fewest slips lead to, of equals that of more people.
    fn nearest(&self, label: &str) -> Option<&Name> {
        let typed = Spelled::new(label)?;
        let mut best: Option<(usize, &Name)> = None;
        let mut most = MAX_SLIPS;
        // Every slip changes the number of letters by one at most.
        let start = self.names.partition_point(|name| name.len() + MAX_SLIPS < typed.len());
        for name in self.names[start..].iter().take_while(|name| name.len() <= typed.len() + MAX_SLIPS) {
            let Some(distance) = name.spelled.as_ref().and_then(|spelled| typed.distance(spelled, most))
            else {
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

    fn of(parts: &ModelParts, field: Field, found: &[&Counted]) -> OfField {
        // Several spellings and pages: the most people speak for a label.
        let mut best: BTreeMap<String, &Counted> = BTreeMap::new();
        for item in found {
            let Some(label) = label_of(parts, field, &item.name) else { continue };
            let kept = best.entry(label).or_insert(item);
            if (item.people, &kept.name) > (kept.people, &item.name) {
                *kept = item;
            }
        }
        let mut names: Vec<(u64, Name)> = best
            .into_iter()
            .map(|(label, item)| {
                let text = item.name.as_str().into();
                (fingerprint(&label), Name { text, people: item.people, spelled: Spelled::new(&label) })
            })
            .collect();
        names.sort_by_key(|(_, name)| name.len());
        let mut by_fingerprint: Vec<(u64, u32)> = names.iter().map(|(label, _)| *label).zip(0..).collect();
        by_fingerprint.sort_unstable();
        OfField { names: names.into_iter().map(|(_, name)| name).collect(), by_fingerprint }
    }
}

/// What an input of a field is compared by; `None` for what is no input.
fn label_of(parts: &ModelParts, field: Field, raw: &str) -> Option<String> {
    let label = match field {
        Field::Skill => parts.skill_topics.cleaning.skill(raw).ok()?,
        Field::DegreeField => parts.degree_topics.cleaning.degree_field(raw).ok()?,
        Field::Course => clean::course(raw),
        Field::Certification => clean::certification(raw).to_lowercase(),
        Field::Position => clean::position_words(raw).join(" "),
    };
    Some(label).filter(|label| !label.is_empty())
}
