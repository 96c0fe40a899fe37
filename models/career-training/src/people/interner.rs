//! Distinct strings, each cleaned once.

use std::collections::{BTreeMap, HashMap};

use career_model::clean::Rejection;
use career_model::roadmap::MIN_PEOPLE_PER_ITEM;

/// A label id: position in [`Labels`].
pub type LabelId = u32;

/// Raw spellings → cleaned labels, with the number of uses.
///
/// A spelling is cleaned when it first occurs; after that it costs one hash look-up. Memory grows
/// with distinct spellings, not with people.
#[derive(Debug, Default)]
pub struct Interner {
    spellings: HashMap<Box<str>, u32>,
    label_of_spelling: Vec<Result<LabelId, Rejection>>,
    uses_of_spelling: Vec<u32>,
    labels: HashMap<Box<str>, LabelId>,
}

impl Interner {
    /// The label of a raw string, cleaned by `clean` if it is new; `None` when `clean` rejects it.
    pub fn intern(
        &mut self,
        raw: &str,
        clean: impl FnOnce(&str) -> Result<String, Rejection>,
    ) -> Option<LabelId> {
        if let Some(&spelling) = self.spellings.get(raw) {
            self.uses_of_spelling[spelling as usize] += 1;
            return self.label_of_spelling[spelling as usize].ok();
        }
        let label = clean(raw).map(|cleaned| {
            let next = self.labels.len() as LabelId;
            *self.labels.entry(cleaned.into_boxed_str()).or_insert(next)
        });
        self.spellings.insert(raw.into(), self.label_of_spelling.len() as u32);
        self.label_of_spelling.push(label);
        self.uses_of_spelling.push(1);
        label.ok()
    }

    /// The label of an interned string; `None` when it is new or was rejected.
    pub(crate) fn seen(&self, raw: &str) -> Option<LabelId> {
        self.label_of_spelling[*self.spellings.get(raw)? as usize].ok()
    }

    /// The spellings so far, with the number of uses, in no particular order.
    pub(crate) fn spellings(&self) -> impl Iterator<Item = (&str, u32)> {
        self.spellings.iter().map(|(raw, &spelling)| (&**raw, self.uses_of_spelling[spelling as usize]))
    }

    /// The labels in alphabetical order, and per old id the new one.
    pub(crate) fn finish(self) -> (Labels, Vec<LabelId>) {
        let mut old_ids: Vec<(Box<str>, LabelId)> = self.labels.into_iter().collect();
        old_ids.sort_unstable();
        let mut new_ids = vec![0; old_ids.len()];
        let mut texts = Vec::with_capacity(old_ids.len());
        for (new, (text, old)) in (0..).zip(old_ids) {
            new_ids[old as usize] = new;
            texts.push(text);
        }
        let mut dropped = BTreeMap::new();
        let mut spellings: Vec<Vec<(Box<str>, u32)>> = vec![Vec::new(); texts.len()];
        for (raw, spelling) in self.spellings {
            let uses = self.uses_of_spelling[spelling as usize];
            match self.label_of_spelling[spelling as usize] {
                Ok(label) => spellings[new_ids[label as usize] as usize].push((raw, uses)),
                Err(why) => *dropped.entry(why).or_default() += u64::from(uses),
            }
        }
        for spellings in &mut spellings {
            spellings.sort_unstable_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        }
        (Labels { texts, spellings, dropped }, new_ids)
    }
}

/// The distinct cleaned labels of one kind, in alphabetical order.
#[derive(Debug, Default)]
pub struct Labels {
    texts: Vec<Box<str>>,
    spellings: Vec<Vec<(Box<str>, u32)>>,
    dropped: BTreeMap<Rejection, u64>,
}

impl Labels {
    /// The number of labels.
    pub fn len(&self) -> usize {
        self.texts.len()
    }

    /// Whether there are no labels.
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    /// The cleaned texts, ascending.
    pub fn texts(&self) -> &[Box<str>] {
        &self.texts
    }

    /// A label's cleaned text.
    pub fn text(&self, label: LabelId) -> &str {
        &self.texts[label as usize]
    }

    /// The number of rejected texts, by reason.
    pub fn dropped(&self) -> &BTreeMap<Rejection, u64> {
        &self.dropped
    }

    /// The label with this cleaned text.
    pub fn find(&self, text: &str) -> Option<LabelId> {
        self.texts.binary_search_by(|probe| (**probe).cmp(text)).ok().map(|label| label as LabelId)
    }

    /// The spellings of a label with the number of uses, the commonest first.
    pub fn spellings(&self, label: LabelId) -> impl Iterator<Item = (&str, u32)> {
        self.spellings[label as usize].iter().map(|(raw, uses)| (&**raw, *uses))
    }

    /// Like [`Labels::shown`], but also shows a rare spelling that differs from the cleaned text in upper and
    /// lower case only, because that identifies nobody.
    pub fn shown_in_case(&self, label: LabelId) -> &str {
        let shown = self.shown(label);
        let is_label = |raw: &&str| raw.to_lowercase() == self.text(label);
        if shown == self.text(label) {
            return self.spellings(label).map(|(raw, _)| raw).find(is_label).unwrap_or(shown);
        }
        shown
    }

    /// The text of a label to show: the commonest spelling, or the cleaned text if fewer than
    /// [`MIN_PEOPLE_PER_ITEM`] people write it in that way (a rare spelling can identify somebody).
    pub fn shown(&self, label: LabelId) -> &str {
        match self.spellings[label as usize].first() {
            Some((raw, uses)) if *uses >= MIN_PEOPLE_PER_ITEM => raw.trim(),
            _ => self.text(label),
        }
    }
}
