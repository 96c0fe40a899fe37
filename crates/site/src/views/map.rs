//! The map of a level: its roadmaps as circles, with similar roadmaps near each other.

use career_model::Model;
use serde::Serialize;
use templates::Words;

use crate::census::LevelCensus;

/// Width and height of the map.
const WIDTH: f64 = 320.0;
const HEIGHT: f64 = 210.0;
/// Radii of the smallest and the largest circle: large enough for a finger, small enough that twenty fit.
const MIN_RADIUS: f64 = 13.0;
const MAX_RADIUS: f64 = 30.0;
/// Gap between circles, and between circles and the edge.
const GAP: f64 = 3.0;
/// Most circles on the map: the largest. A highlighted circle is drawn in addition.
const MAX_CIRCLES: usize = 24;
/// Number of rounds in which overlapping circles are moved apart.
const ROUNDS: usize = 200;

/// A level's roadmaps in the plane of the first two principal components.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MapView {
    /// The SVG's `viewBox`.
    pub view_box: String,
    /// Circles, the largest first.
    pub circles: Vec<CircleView>,
    /// Number of roadmaps without a circle.
    pub left_out: usize,
}

/// A roadmap on the map.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CircleView {
    /// Centre, x.
    pub x: String,
    /// Centre, y.
    pub y: String,
    /// Radius; the area grows with the number of people.
    pub r: String,
    /// Rank by people among the level's roadmaps, from 1.
    pub number: usize,
    /// Baseline of the number.
    pub text_y: String,
    /// Name and number of people of the roadmap.
    pub label: String,
    /// Path of the roadmap's page.
    pub path: String,
    /// True for the highlighted circle.
    pub is_lit: bool,
}

struct Circle {
    index: usize,
    people: u64,
    x: f64,
    y: f64,
    r: f64,
}

impl MapView {
    /// The map of a level with the roadmap at position `lit` highlighted. `None` if the model has no
    /// coordinates, or the level has fewer than two roadmaps.
    pub fn new(words: &Words, model: &Model, level: &LevelCensus<'_>, lit: Option<usize>) -> Option<MapView> {
        let metrics = model.metadata().level(level.level)?;
        let mut circles: Vec<Circle> = level
            .roadmaps
            .iter()
            .zip(&metrics.pages)
            .enumerate()
            .filter_map(|(index, ((_, group), page))| match page.centre.as_slice() {
                &[x, y] if x.is_finite() && y.is_finite() => {
                    Some(Circle { index, people: group.people(), x, y: -y, r: 0.0 })
                }
                _ => None,
            })
            .collect();
        if circles.len() != level.roadmaps.len() || circles.len() < 2 {
            return None;
        }
        let order = largest_first(level);
        circles.sort_by_key(|circle| order[circle.index]);
        let all = circles.len();
        let mut drawn = 0;
        circles.retain(|circle| {
            drawn += 1;
            drawn <= MAX_CIRCLES || Some(circle.index) == lit
        });
        arrange(&mut circles);
        let format = |number: f64| format!("{number:.1}");
        let views = circles.iter().map(|circle| {
            let (roadmap, group) = &level.roadmaps[circle.index];
            let named = [("name", roadmap.name.as_str().into()), ("people", group.people().into())];
            CircleView {
                x: format(circle.x),
                y: format(circle.y),
                r: format(circle.r),
                number: order[circle.index] + 1,
                text_y: format(circle.y + 4.5),
                label: words.text(if Some(circle.index) == lit { "map-here" } else { "map-circle" }, &named),
                path: roadmap.path(level.level),
                is_lit: Some(circle.index) == lit,
            }
        });
        let left_out = all - circles.len();
        Some(MapView { view_box: format!("0 0 {WIDTH} {HEIGHT}"), circles: views.collect(), left_out })
    }
}

/// For each roadmap of the level its rank from 0, by people, then by name.
pub fn largest_first(level: &LevelCensus<'_>) -> Vec<usize> {
    let mut indices: Vec<usize> = (0..level.roadmaps.len()).collect();
    indices.sort_by(|&a, &b| {
        let ((a, a_group), (b, b_group)) = (&level.roadmaps[a], &level.roadmaps[b]);
        b_group.people().cmp(&a_group.people()).then_with(|| a.name.cmp(&b.name))
    });
    let mut ranks = vec![0; indices.len()];
    for (rank, index) in indices.into_iter().enumerate() {
        ranks[index] = rank;
    }
    ranks
}

/// Scales circles to the size of the map, and moves overlapping circles apart.
fn arrange(circles: &mut [Circle]) {
    let most = circles.iter().map(|circle| circle.people).max().unwrap_or(1).max(1) as f64;
    let (left, right) = range(circles, |circle| circle.x);
    let (top, bottom) = range(circles, |circle| circle.y);
    // One scale for both axes, so that distances are comparable in all directions.
    let wide = (right - left).max(f64::MIN_POSITIVE);
    let high = (bottom - top).max(f64::MIN_POSITIVE);
    let scale = ((WIDTH - 2.0 * MAX_RADIUS) / wide).min((HEIGHT - 2.0 * MAX_RADIUS) / high);
    // Many circles are drawn smaller, so that all fit.
    let largest = MAX_RADIUS.min(MIN_RADIUS + 120.0 / circles.len() as f64);
    for circle in circles.iter_mut() {
        circle.r = MIN_RADIUS.max(largest * (circle.people as f64 / most).sqrt());
        circle.x = WIDTH / 2.0 + (circle.x - (left + right) / 2.0) * scale;
        circle.y = HEIGHT / 2.0 + (circle.y - (top + bottom) / 2.0) * scale;
    }
    for _ in 0..ROUNDS {
        for a in 0..circles.len() {
            for b in a + 1..circles.len() {
                separate(circles, a, b);
            }
        }
        for circle in circles.iter_mut() {
            let edge = circle.r + GAP;
            circle.x = circle.x.clamp(edge, WIDTH - edge);
            circle.y = circle.y.clamp(edge, HEIGHT - edge);
        }
    }
}

/// Moves two circles apart, each by half of their overlap.
fn separate(circles: &mut [Circle], a: usize, b: usize) {
    let (x, y) = (circles[b].x - circles[a].x, circles[b].y - circles[a].y);
    // Not `hypot`: it needs GLIBC 2.35, and Lambda has 2.34.
    let distance = (x * x + y * y).sqrt();
    let overlap = circles[a].r + circles[b].r + GAP - distance;
    if overlap <= 0.0 {
        return;
    }
    // Circles with the same centre move apart in a direction that depends on their positions.
    let angle = (a * 7 + b) as f64;
    let (x, y) = if distance > 1e-6 { (x / distance, y / distance) } else { (angle.cos(), angle.sin()) };
    for (index, side) in [(a, -0.5), (b, 0.5)] {
        circles[index].x += side * overlap * x;
        circles[index].y += side * overlap * y;
    }
}

fn range(circles: &[Circle], value: fn(&Circle) -> f64) -> (f64, f64) {
    let values = circles.iter().map(value);
    values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn circles_do_not_overlap_and_stay_on_the_map() {
        for count in [2, 5, 12, MAX_CIRCLES] {
            let mut circles: Vec<Circle> = (0..count)
                .map(|n| {
                    let angle = n as f64;
                    let people = 10 + 30 * n as u64;
                    // One outlier; all others are close together.
                    let far = if n == 0 { 9.0 } else { 0.1 };
                    Circle { index: n, people, x: far * angle.cos(), y: 0.1 * angle.sin(), r: 0.0 }
                })
                .collect();
            arrange(&mut circles);
            for (n, a) in circles.iter().enumerate() {
                assert!(a.x >= a.r && a.x <= WIDTH - a.r && a.y >= a.r && a.y <= HEIGHT - a.r, "{count}");
                for b in &circles[n + 1..] {
                    let apart = ((a.x - b.x).powi(2) + (a.y - b.y).powi(2)).sqrt() - a.r - b.r;
                    assert!(apart > -1.0, "{count}: {} and {} overlap by {}", a.index, b.index, -apart);
                }
            }
        }
    }
}
