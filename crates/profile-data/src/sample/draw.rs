//! Random draws in integers only, so that a sample is the same on every platform.
//!
//! The distributions of `rand` may change between its versions, and `exp` or `ln` may differ between
//! platforms; the ChaCha stream and integer arithmetic do not.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// The random numbers of one person.
pub(super) struct Draw(ChaCha8Rng);

impl Draw {
    /// Each person has a separate stream, so a person does not depend on others.
    pub(super) fn new(seed: u64, index: u64) -> Draw {
        let mut key = [0; 32];
        key[..8].copy_from_slice(&seed.to_le_bytes());
        let mut rng = ChaCha8Rng::from_seed(key);
        rng.set_stream(index);
        Draw(rng)
    }

    /// Uniform in `0..n`; 0 for `n = 0`.
    pub(super) fn below(&mut self, n: usize) -> usize {
        // The high half of the product; its bias is below n / 2³², which no test can detect.
        ((u64::from(self.0.next_u32()) * n as u64) >> 32) as usize
    }

    /// In `0..n`, small numbers most often: the product of two uniform numbers.
    pub(super) fn skewed(&mut self, n: usize) -> usize {
        let product = (u64::from(self.0.next_u32()) * u64::from(self.0.next_u32())) >> 32;
        ((product * n as u64) >> 32) as usize
    }

    /// True in `per_mille` of 1,000 draws.
    pub(super) fn chance(&mut self, per_mille: usize) -> bool {
        self.below(1_000) < per_mille
    }

    /// One of `items`, uniformly; `items` must not be empty.
    pub(super) fn pick<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.below(items.len())]
    }

    /// One of `items`, the first ones most often; `items` must not be empty.
    pub(super) fn pick_skewed<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.skewed(items.len())]
    }

    /// A number whose quantiles are `knots` at equal steps, linear between them.
    pub(super) fn quantile(&mut self, knots: &[u32]) -> u32 {
        let knot = self.below(knots.len() - 1);
        let (from, to) = (knots[knot], knots[knot + 1]);
        from + self.below((to - from + 1) as usize) as u32
    }
}
