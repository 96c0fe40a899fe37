//! The overview of a level.

use career_model::Level;

use crate::pages::tally::Tally;
use crate::topics::vocabulary::Vocabulary;

/// Counts everyone of a level.
pub(crate) fn overview(vocabulary: Vocabulary<'_>, level: Level) -> Tally {
    let mut everyone = Tally::new(vocabulary);
    for person in vocabulary.people.iter_level(level) {
        everyone.add(vocabulary, person);
    }
    everyone
}
