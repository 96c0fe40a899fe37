//! Random numbers that depend only on the seed and the purpose.

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// A separate generator for every `(seed, purpose, n)`, so that threads do not change the numbers.
pub(crate) fn generator(seed: u64, purpose: &str, n: u64) -> ChaCha8Rng {
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    bytes[8..16].copy_from_slice(&career_model::fingerprint::fingerprint(purpose).to_le_bytes());
    bytes[16..24].copy_from_slice(&n.to_le_bytes());
    ChaCha8Rng::from_seed(bytes)
}

/// A number in `0.0..1.0`, from the upper 53 bits.
pub(crate) fn uniform(rng: &mut ChaCha8Rng) -> f64 {
    (rng.next_u64() >> 11) as f64 / (1_u64 << 53) as f64
}

/// The first index at which the running sum passes `uniform · total`: a draw with probability by weight.
/// Returns the last index if rounding leads past the end.
pub(crate) fn weighted_draw(rng: &mut ChaCha8Rng, cumulative: &[f64]) -> usize {
    let total = cumulative.last().copied().unwrap_or(0.0);
    let target = uniform(rng) * total;
    cumulative.partition_point(|&sum| sum <= target).min(cumulative.len().saturating_sub(1))
}
