//! Labels as numbers, so that the model recognises strings without holding them.
//!
//! Look-ups need no text, so they use a 64-bit SipHash-1-3 with a fixed key. A fingerprint is no secret: it
//! confirms a guess. So training makes fingerprints only of strings that at least
//! [`MIN_PEOPLE_PER_ITEM`](crate::roadmap::MIN_PEOPLE_PER_ITEM) people have, and of the operator's own list
//! of topics.

use siphasher::sip::SipHasher13;
use wincode::{SchemaRead, SchemaWrite};

/// The 64-bit SipHash-1-3 (key 0) of a cleaned string. Stable across platforms and releases.
pub fn fingerprint(text: &str) -> u64 {
    SipHasher13::new().hash(text.as_bytes())
}

/// A map from strings to small numbers that does not hold the strings.
#[derive(Clone, Debug, Default, PartialEq, Eq, SchemaRead, SchemaWrite)]
pub struct FingerprintIndex {
    pub(crate) fingerprints: Vec<u64>,
    pub(crate) values: Vec<u32>,
}

impl FingerprintIndex {
    /// Builds the index. Of two strings with one fingerprint (about one chance in 10⁹ for 10⁵ strings)
    /// the one with the smaller value is kept, so the result does not depend on the order.
    pub fn from_pairs<'a>(pairs: impl IntoIterator<Item = (&'a str, u32)>) -> FingerprintIndex {
        let mut pairs: Vec<(u64, u32)> =
            pairs.into_iter().map(|(text, value)| (fingerprint(text), value)).collect();
        pairs.sort_unstable();
        pairs.dedup_by_key(|pair| pair.0);
        let (fingerprints, values) = pairs.into_iter().unzip();
        FingerprintIndex { fingerprints, values }
    }

    /// The value of a string; `None` for a string that was not indexed.
    pub fn get(&self, text: &str) -> Option<u32> {
        let index = self.fingerprints.binary_search(&fingerprint(text)).ok()?;
        self.values.get(index).copied()
    }

    /// The fingerprints with their values, by fingerprint.
    pub fn iter(&self) -> impl Iterator<Item = (u64, u32)> + '_ {
        self.fingerprints.iter().copied().zip(self.values.iter().copied())
    }

    /// The number of strings.
    pub fn len(&self) -> usize {
        self.fingerprints.len()
    }

    /// Whether the index is empty.
    pub fn is_empty(&self) -> bool {
        self.fingerprints.is_empty()
    }
}
