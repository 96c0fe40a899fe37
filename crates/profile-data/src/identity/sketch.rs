//! How similar the content of two records is, without their content.

use career_model::Profile;
use career_model::fingerprint::fingerprint;

use super::items;

/// The number of hashes, one bit each.
const BITS: u32 = 128;

/// The equal bits of similar records. Records with the Jaccard index J agree in (1 + J) / 2 of the bits:
/// 97 of 128 are expected for J = 0.52. Of unrelated people with J = 0.15, one pair in 100,000 reaches it.
const MIN_EQUAL_BITS: u32 = 97;

/// One-bit MinHash (Li and König 2010) of the items of a record; 0 without items.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sketch(u128);

impl Sketch {
    /// The sketch of a record.
    pub fn of(profile: &Profile) -> Sketch {
        let items: Vec<u64> = items(profile).iter().map(|item| fingerprint(item)).collect();
        if items.is_empty() {
            return Sketch(0);
        }
        let mut bits = 0;
        for hash in 0..BITS {
            let smallest = items.iter().map(|&item| mixed(item, hash)).min().unwrap_or_default();
            bits = bits << 1 | u128::from(smallest & 1);
        }
        Sketch(bits)
    }

    /// Whether two records share about half of their items. Records without items are similar to none.
    pub fn is_similar(self, other: Sketch) -> bool {
        self.0 != 0 && other.0 != 0 && BITS - (self.0 ^ other.0).count_ones() >= MIN_EQUAL_BITS
    }
}

/// The item's value under one of the hash functions (the finaliser of SplitMix64).
fn mixed(item: u64, hash: u32) -> u64 {
    let mut z = item ^ (u64::from(hash) + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A person with the items `from..to`.
    fn person(from: u32, to: u32) -> Profile {
        Profile { skills: (from..to).map(|skill| format!("skill {skill}")).collect(), ..Profile::default() }
    }

    #[test]
    fn similar_lists_are_similar_and_others_are_not() {
        let mut wrong = 0;
        for start in (0..200_000_u32).step_by(100) {
            let sketch = |from, to| Sketch::of(&person(start + from, start + to));
            let own = sketch(0, 20);
            assert!(own.is_similar(sketch(0, 20)));
            // 18 of 22 items are shared; 6 of 34 are.
            wrong += u32::from(!own.is_similar(sketch(2, 22)));
            wrong += u32::from(own.is_similar(sketch(14, 34)));
        }
        assert!(wrong <= 4, "{wrong} of 4,000");
        let nobody = Sketch::of(&Profile::default());
        assert!(!nobody.is_similar(nobody));
    }
}
