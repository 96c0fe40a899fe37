//! Distinct strings, each cleaned once.

use std::collections::{BTreeMap, HashMap};

use career_model::clean::Rejection;
use career_model::roadmap::MIN_PEOPLE_PER_ITEM;

/// A label id: position in [`Labels`].
pub type LabelId = u32;

/// Marks a missing label.
pub(super) const NO_LABEL: LabelId = LabelId::MAX;

/// A spelling id: position in [`Interner`].
pub(super) type SpellingId = u32;

/// Raw spellings → cleaned labels, with the number of uses.
///
/// A spelling is cleaned when it first occurs; after that it costs one hash look-up. Memory grows
/// with distinct spellings, not with people.
#[derive(Debug, Default)]
pub(super) struct Interner {
    spellings: HashMap<Box<str>, SpellingId>,
    label_of_spelling: Vec<Result<LabelId, Rejection>>,
    uses_of_spelling: Vec<u32>,
    labels: HashMap<Box<str>, LabelId>,
}

impl Interner {
    /// Counts a use of a raw string, which is cleaned by `clean` if it is new.
    pub(super) fn intern(
        &mut self,
        raw: &str,
        clean: impl FnOnce(&str) -> Result<String, Rejection>,
    ) -> SpellingId {
        if let Some(&spelling) = self.spellings.get(raw) {
            self.uses_of_spelling[spelling as usize] += 1;
            return spelling;
        }
        let label = clean(raw).map(|cleaned| {
            let next = self.labels.len() as LabelId;
            *self.labels.entry(cleaned.into_boxed_str()).or_insert(next)
        });
        let spelling = self.label_of_spelling.len() as SpellingId;
        self.spellings.insert(raw.into(), spelling);
        self.label_of_spelling.push(label);
        self.uses_of_spelling.push(1);
        spelling
    }

    /// Takes back a use of a spelling.
    pub(super) fn take_back(&mut self, spelling: SpellingId) {
        self.uses_of_spelling[spelling as usize] -= 1;
    }

    /// The provisional label of a spelling; `None` if it was rejected.
    pub(super) fn label(&self, spelling: SpellingId) -> Option<LabelId> {
        self.label_of_spelling[spelling as usize].ok()
    }

    /// The spelling id of a string that was interned.
    pub(super) fn find(&self, raw: &str) -> Option<SpellingId> {
        self.spellings.get(raw).copied()
    }

    /// The number of provisional labels.
    pub(super) fn n_labels(&self) -> usize {
        self.labels.len()
    }

    /// The spellings so far that are used, with the number of uses, in no particular order.
    pub(super) fn spellings(&self) -> impl Iterator<Item = (&str, u32)> {
        let uses = |spelling: SpellingId| self.uses_of_spelling[spelling as usize];
        let all = self.spellings.iter().map(move |(raw, &spelling)| (&**raw, uses(spelling)));
        all.filter(|(_, uses)| *uses > 0)
    }

    /// The labels that are used, in alphabetical order, and per spelling its label: [`NO_LABEL`] if it was
    /// rejected or is not used.
    pub(super) fn finish(self) -> (Labels, Vec<LabelId>) {
        let mut is_used = vec![false; self.labels.len()];
        for (label, &uses) in self.label_of_spelling.iter().zip(&self.uses_of_spelling) {
            if let (Ok(label), true) = (label, uses > 0) {
                is_used[*label as usize] = true;
            }
        }
        let mut old_ids: Vec<(Box<str>, LabelId)> =
            self.labels.into_iter().filter(|(_, old)| is_used[*old as usize]).collect();
        old_ids.sort_unstable();
        let mut new_ids = vec![NO_LABEL; is_used.len()];
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
                _ if uses == 0 => {}
                Ok(label) => spellings[new_ids[label as usize] as usize].push((raw, uses)),
                Err(why) => *dropped.entry(why).or_default() += u64::from(uses),
            }
        }
        for spellings in &mut spellings {
            spellings.sort_unstable_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        }
        let label_of =
            |label: &Result<LabelId, Rejection>| label.map_or(NO_LABEL, |old| new_ids[old as usize]);
        let label_of_spelling = self.label_of_spelling.iter().map(label_of).collect();
        (Labels { texts, spellings, dropped }, label_of_spelling)
    }
}

/// The distinct cleaned labels of one kind, in alphabetical order.
#[derive(Debug, Default, PartialEq, Eq)]
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
