//! Random dots that represent a group: drawn from its mean and covariance, so that no dot is a person.

use career_model::metadata::PageMetrics;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng as _, SeedableRng as _};

use charts::ScatterPoint;

/// Most dots of a group.
const MAX_DOTS: u64 = 60;

/// As many dots as people, up to [`MAX_DOTS`], from the normal distribution with the group's mean and
/// covariance.
pub fn cloud(page: &PageMetrics, people: u64, cluster: usize) -> Vec<ScatterPoint> {
    let ([x, y], [xx, xy, yy]) = (page.centre.as_slice(), page.spread.as_slice()) else { return Vec::new() };
    // Cholesky factor of the covariance matrix.
    let first = xx.max(0.0).sqrt();
    let along = if first > 0.0 { xy / first } else { 0.0 };
    let second = (yy - along * along).max(0.0).sqrt();
    let mut rng = ChaCha8Rng::seed_from_u64(cluster as u64);
    let mut uniform = || ((rng.next_u64() >> 11) as f64 + 0.5) / (1_u64 << 53) as f64;
    (0..people.min(MAX_DOTS))
        .map(|_| {
            // Box and Muller (1958).
            let (radius, angle) = ((-2.0 * uniform().ln()).sqrt(), std::f64::consts::TAU * uniform());
            let (a, b) = (radius * angle.cos(), radius * angle.sin());
            ScatterPoint::new(x + first * a, y + along * a + second * b, cluster)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_have_the_mean_and_the_covariance_of_the_group() {
        let page = PageMetrics { centre: vec![1.0, -2.0], spread: vec![0.04, 0.01, 0.09], success: 0.0 };
        let dots: Vec<(f64, f64)> =
            (0..400).flat_map(|cluster| cloud(&page, 60, cluster)).map(|dot| dot.coordinates()).collect();
        let n = dots.len() as f64;
        let mean = |value: &dyn Fn(&(f64, f64)) -> f64| dots.iter().map(value).sum::<f64>() / n;
        let (x, y) = (mean(&|dot| dot.0), mean(&|dot| dot.1));
        assert!((x - 1.0).abs() < 0.01 && (y + 2.0).abs() < 0.01, "{x} {y}");
        for (expected, found) in [
            (0.04, mean(&|dot| (dot.0 - x).powi(2))),
            (0.01, mean(&|dot| (dot.0 - x) * (dot.1 - y))),
            (0.09, mean(&|dot| (dot.1 - y).powi(2))),
        ] {
            assert!((expected - found).abs() < 0.003, "{expected} {found}");
        }
        assert!(cloud(&PageMetrics::default(), 60, 0).is_empty(), "an old model has no coordinates");
        assert_eq!(cloud(&page, 12, 0).len(), 12);
    }
}
