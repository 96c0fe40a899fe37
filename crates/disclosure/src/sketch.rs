//! Sets of people as odd sketches, which tell how many people two sets differ in.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};
use wincode::{SchemaRead, SchemaWrite};

/// 64-bit words of a sketch.
const WORDS: usize = 16;

/// Bits of a sketch.
const BITS: usize = 64 * WORDS;

/// An odd sketch of a set (Mitzenmacher, Pagh, Pham 2014): one bit per hash value, flipped by every element.
/// The exclusive or of two sketches is the sketch of the symmetric difference. It estimates differences of up
/// to a few hundred people and holds nobody's hash.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, SchemaRead, SchemaWrite)]
#[serde(try_from = "String", into = "String")]
pub struct Sketch(Vec<u64>);

/// A text that is no sketch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a sketch: {} hexadecimal digits expected", BITS / 4)]
pub struct SketchError;

impl Sketch {
    /// Adds an element with this hash, or removes it.
    pub fn toggle(&mut self, hash: u64) {
        self.0.resize(WORDS, 0);
        // The high bits, because the low ones of combined hashes may be less well mixed.
        let bit = (hash >> 32) as usize % BITS;
        self.0[bit / 64] ^= 1 << (bit % 64);
    }

    /// Estimates the number of elements that are in one of two sets only; infinity for sets that differ in
    /// more than the sketch can tell.
    pub fn difference(&self, other: &Sketch) -> f64 {
        let word = |sketch: &Sketch, word: usize| sketch.0.get(word).copied().unwrap_or(0);
        let odd: u32 = (0..WORDS).map(|at| (word(self, at) ^ word(other, at)).count_ones()).sum();
        let left = 1.0 - 2.0 * f64::from(odd) / BITS as f64;
        if left <= 0.0 { f64::INFINITY } else { -(BITS as f64) / 2.0 * left.ln() }
    }
}

impl From<Sketch> for String {
    fn from(sketch: Sketch) -> String {
        let mut text = String::new();
        for word in 0..WORDS {
            // Writing to a string cannot fail.
            let _ = write!(text, "{:016x}", sketch.0.get(word).copied().unwrap_or(0));
        }
        text
    }
}

impl TryFrom<String> for Sketch {
    type Error = SketchError;

    fn try_from(text: String) -> Result<Sketch, SketchError> {
        if text.len() != 16 * WORDS || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(SketchError);
        }
        let word = |at: usize| u64::from_str_radix(&text[16 * at..16 * (at + 1)], 16);
        (0..WORDS).map(word).collect::<Result<_, _>>().map(Sketch).map_err(|_| SketchError)
    }
}

#[cfg(test)]
mod tests {
    use career_model::fingerprint::fingerprint;

    use super::Sketch;

    fn sketch(people: std::ops::Range<u32>) -> Sketch {
        let mut sketch = Sketch::default();
        people.for_each(|person| sketch.toggle(fingerprint(&person.to_string())));
        sketch
    }

    #[test]
    fn small_differences_are_counted_and_large_ones_estimated() {
        assert_eq!(sketch(0..5_000).difference(&sketch(0..5_000)), 0.0);
        for n in [1, 2, 4, 9] {
            let found = sketch(0..5_000).difference(&sketch(0..5_000 + n));
            assert_eq!(found.round(), f64::from(n), "{found}");
        }
        let found = sketch(0..5_000).difference(&sketch(100..5_100));
        assert!((170.0..=230.0).contains(&found), "{found}");
        assert!(sketch(0..5_000).difference(&sketch(5_000..10_000)) > 700.0);
    }

    #[test]
    fn a_sketch_is_text_and_back() {
        let own = sketch(0..77);
        let text = String::from(own.clone());
        assert_eq!(Sketch::try_from(text.clone()), Ok(own));
        assert!(Sketch::try_from(text[1..].to_owned()).is_err());
        assert!(Sketch::try_from("g".repeat(256)).is_err());
        assert_eq!(Sketch::default().difference(&sketch(0..0)), 0.0);
    }
}
