//! Distinct strings, cleaned once each.

use std::collections::HashMap;

/// A label id: position in [`Labels`].
pub type LabelId = u32;

/// Raw spellings → cleaned labels, with how often each was used.
///
/// A spelling is cleaned the first time it is seen; after that it costs one hash look-up. Memory grows
/// with distinct spellings, not with people.
#[derive(Debug, Default)]
pub struct Interner {
    spellings: HashMap<Box<str>, u32>,
    label_of_spelling: Vec<Option<LabelId>>,
    uses_of_spelling: Vec<u32>,
    labels: HashMap<Box<str>, LabelId>,
}

impl Interner {
    /// The label of a raw string, cleaned by `clean` if it is new; `None` when nothing is left of it.
    pub fn intern(&mut self, raw: &str, clean: impl FnOnce(&str) -> String) -> Option<LabelId> {
        if let Some(&spelling) = self.spellings.get(raw) {
            self.uses_of_spelling[spelling as usize] += 1;
            return self.label_of_spelling[spelling as usize];
        }
        let cleaned = clean(raw);
        let label = (!cleaned.is_empty()).then(|| {
            let next = self.labels.len() as LabelId;
            *self.labels.entry(cleaned.into_boxed_str()).or_insert(next)
        });
        self.spellings.insert(raw.into(), self.label_of_spelling.len() as u32);
        self.label_of_spelling.push(label);
        self.uses_of_spelling.push(1);
        label
    }

    /// The spellings seen so far, with how often each was used, in no particular order.
    pub(crate) fn spellings(&self) -> impl Iterator<Item = (&str, u32)> {
        self.spellings.iter().map(|(raw, &spelling)| (&**raw, self.uses_of_spelling[spelling as usize]))
    }

    /// Puts the labels in alphabetical order, and tells every label's new id by its old one.
    pub(crate) fn finish(self) -> (Labels, Vec<LabelId>) {
        let mut old_ids: Vec<(Box<str>, LabelId)> = self.labels.into_iter().collect();
        old_ids.sort_unstable();
        let mut new_ids = vec![0; old_ids.len()];
        let mut texts = Vec::with_capacity(old_ids.len());
        for (new, (text, old)) in (0..).zip(old_ids) {
            new_ids[old as usize] = new;
            texts.push(text);
        }
        let mut best: Vec<Option<(u32, Box<str>)>> = vec![None; texts.len()];
        for (raw, spelling) in self.spellings {
            let Some(label) = self.label_of_spelling[spelling as usize] else { continue };
            let uses = self.uses_of_spelling[spelling as usize];
            let best = &mut best[new_ids[label as usize] as usize];
            let better = match best {
                None => true,
                Some((most, text)) => uses > *most || (uses == *most && raw < *text),
            };
            if better {
                *best = Some((uses, raw));
            }
        }
        let spellings = best.into_iter().map(|best| best.map_or_else(Box::default, |(_, raw)| raw)).collect();
        (Labels { texts, spellings }, new_ids)
    }
}

/// The distinct cleaned labels of one kind, in alphabetical order.
#[derive(Debug, Default)]
pub struct Labels {
    texts: Vec<Box<str>>,
    spellings: Vec<Box<str>>,
}

impl Labels {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.texts.len()
    }

    /// Whether there are none.
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

    /// A label as most people write it.
    pub fn spelling(&self, label: LabelId) -> &str {
        self.spellings[label as usize].trim()
    }
}
