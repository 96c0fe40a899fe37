//! Names of inputs: how a known input was recognised, and what an unknown one may have meant.

pub(crate) mod index;

use std::borrow::Cow;

use crate::classify::KnownInput;
use crate::clean;
use crate::item_kind::ItemKind;
use crate::model::Model;

impl Model {
    /// The model's name for a skill, course, certificate or job title, as most people write it; `None` if the
    /// model does not hold it as text.
    pub fn name_of(&self, kind: ItemKind, raw: &str) -> Option<&str> {
        self.names.get(&self.parts).name_of(&self.parts, kind, raw)
    }

    /// The name under which a known input was recognised: its name, a degree field's topic, or the known
    /// words of a job title. `None` for inputs that the model recognises without holding them as text.
    pub fn taken_for(&self, input: &KnownInput<'_, '_>) -> Option<Cow<'_, str>> {
        match input.kind {
            ItemKind::DegreeField => {
                let topic = input.topic?;
                let names = &self.degree_topics().names;
                names.iter().find(|name| *name == topic).map(|name| Cow::Borrowed(name.as_str()))
            }
            ItemKind::Position => {
                let known = &self.interests()?.columns.position_words;
                let mut words = clean::position_words(input.raw);
                words.retain(|word| known.get(word).is_some());
                Some(Cow::Owned(words.join(" ")))
            }
            kind => self.name_of(kind, input.raw).map(Cow::Borrowed),
        }
    }

    /// The name that an unknown input may have meant: the one that the fewest typos lead away from; of
    /// equals, that of more people. `None` for long texts, so the work is bounded by the number of names.
    pub fn suggestion(&self, kind: ItemKind, raw: &str) -> Option<&str> {
        self.names.get(&self.parts).suggestion(&self.parts, kind, raw)
    }
}
