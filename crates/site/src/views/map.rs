//! The roadmaps of a level as circles: those of like people are near each other. No dot is a person.

use career_model::Model;
use serde::Serialize;
use templates::Words;

use crate::census::LevelCensus;

/// Size of the picture.
const WIDTH: f64 = 320.0;
const HEIGHT: f64 = 210.0;
/// Radius of the smallest and of the largest circle: large enough for a finger, small enough for twenty of them.
const SMALLEST: f64 = 13.0;
const LARGEST: f64 = 30.0;
/// Between circles, and at the edge.
const GAP: f64 = 3.0;
/// Circles that are drawn: the largest, and the one that is lit.
const MOST: usize = 24;
/// Rounds of pushing circles apart.
const ROUNDS: usize = 200;

/// A level's roadmaps in the plane where its people differ most.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MapView {
    /// The picture's `viewBox`.
    pub view_box: String,
    /// The largest first.
    pub circles: Vec<CircleView>,
    /// How many roadmaps are not drawn.
    pub left_out: usize,
}

/// A roadmap on the map.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CircleView {
    /// Its middle.
    pub x: String,
    /// Its middle.
    pub y: String,
    /// Its radius; the area goes with the people.
    pub r: String,
    /// Where it stands among the level's roadmaps, the largest first.
    pub number: usize,
    /// The baseline of its number.
    pub text_y: String,
    /// Its roadmap's name and people, in words.
    pub label: String,
    /// Its page.
    pub path: String,
    /// Whether it is the page's own.
    pub is_lit: bool,
}

struct Circle {
    place: usize,
    people: u64,
    x: f64,
    y: f64,
    r: f64,
}

impl MapView {
    /// The map of a level, with one of its roadmaps lit. `None` where the model does not know places, or has only one.
    pub fn new(words: &Words, model: &Model, level: &LevelCensus<'_>, lit: Option<usize>) -> Option<MapView> {
        let metrics = model.metadata().levels.get(level.level.index())?;
        let mut circles: Vec<Circle> = level
            .roadmaps
            .iter()
            .zip(&metrics.pages)
            .enumerate()
            .filter_map(|(place, ((_, group), page))| match page.centre.as_slice() {
                &[x, y] if x.is_finite() && y.is_finite() => {
                    Some(Circle { place, people: group.people(), x, y: -y, r: 0.0 })
                }
                _ => None,
            })
            .collect();
        if circles.len() != level.roadmaps.len() || circles.len() < 2 {
            return None;
        }
        let order = largest_first(level);
        circles.sort_by_key(|circle| order[circle.place]);
        let all = circles.len();
        let mut drawn = 0;
        circles.retain(|circle| {
            drawn += 1;
            drawn <= MOST || Some(circle.place) == lit
        });
        arrange(&mut circles);
        let written = |number: f64| format!("{number:.1}");
        let views = circles.iter().map(|circle| {
            let (roadmap, group) = &level.roadmaps[circle.place];
            let named = [("name", roadmap.name.as_str().into()), ("people", group.people().into())];
            CircleView {
                x: written(circle.x),
                y: written(circle.y),
                r: written(circle.r),
                number: order[circle.place] + 1,
                text_y: written(circle.y + 4.5),
                label: words.text(if Some(circle.place) == lit { "map-here" } else { "map-circle" }, &named),
                path: roadmap.path(level.level),
                is_lit: Some(circle.place) == lit,
            }
        });
        let left_out = all - circles.len();
        Some(MapView { view_box: format!("0 0 {WIDTH} {HEIGHT}"), circles: views.collect(), left_out })
    }
}

/// Position in the level → rank by people, then by name: the order of cards.
pub fn largest_first(level: &LevelCensus<'_>) -> Vec<usize> {
    let mut places: Vec<usize> = (0..level.roadmaps.len()).collect();
    places.sort_by(|&a, &b| {
        let ((a, a_group), (b, b_group)) = (&level.roadmaps[a], &level.roadmaps[b]);
        b_group.people().cmp(&a_group.people()).then_with(|| a.name.cmp(&b.name))
    });
    let mut ranks = vec![0; places.len()];
    for (rank, place) in places.into_iter().enumerate() {
        ranks[place] = rank;
    }
    ranks
}

/// Brings circles into the picture, and apart where they lie on each other.
fn arrange(circles: &mut [Circle]) {
    let most = circles.iter().map(|circle| circle.people).max().unwrap_or(1).max(1) as f64;
    let (left, right) = range(circles, |circle| circle.x);
    let (top, bottom) = range(circles, |circle| circle.y);
    // One scale for both axes: distances mean the same in every direction.
    let wide = (right - left).max(f64::MIN_POSITIVE);
    let high = (bottom - top).max(f64::MIN_POSITIVE);
    let scale = ((WIDTH - 2.0 * LARGEST) / wide).min((HEIGHT - 2.0 * LARGEST) / high);
    // A crowd is drawn smaller, so that all find room.
    let largest = LARGEST.min(SMALLEST + 120.0 / circles.len() as f64);
    for circle in circles.iter_mut() {
        circle.r = SMALLEST.max(largest * (circle.people as f64 / most).sqrt());
        circle.x = WIDTH / 2.0 + (circle.x - (left + right) / 2.0) * scale;
        circle.y = HEIGHT / 2.0 + (circle.y - (top + bottom) / 2.0) * scale;
    }
    for _ in 0..ROUNDS {
        for a in 0..circles.len() {
            for b in a + 1..circles.len() {
                part(circles, a, b);
            }
        }
        for circle in circles.iter_mut() {
            let edge = circle.r + GAP;
            circle.x = circle.x.clamp(edge, WIDTH - edge);
            circle.y = circle.y.clamp(edge, HEIGHT - edge);
        }
    }
}

/// Moves two circles apart, each half of what they overlap.
fn part(circles: &mut [Circle], a: usize, b: usize) {
    let (x, y) = (circles[b].x - circles[a].x, circles[b].y - circles[a].y);
    // Not `hypot`: that asks for GLIBC 2.35, and Lambda has 2.34.
    let distance = (x * x + y * y).sqrt();
    let overlap = circles[a].r + circles[b].r + GAP - distance;
    if overlap <= 0.0 {
        return;
    }
    // Two in one place go apart in a direction that is their own.
    let angle = (a * 7 + b) as f64;
    let (x, y) = if distance > 1e-6 { (x / distance, y / distance) } else { (angle.cos(), angle.sin()) };
    for (place, side) in [(a, -0.5), (b, 0.5)] {
        circles[place].x += side * overlap * x;
        circles[place].y += side * overlap * y;
    }
}

fn range(circles: &[Circle], of: fn(&Circle) -> f64) -> (f64, f64) {
    let values = circles.iter().map(of);
    values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn circles_lie_apart_and_in_the_picture() {
        for count in [2, 5, 12, MOST] {
            let mut circles: Vec<Circle> = (0..count)
                .map(|n| {
                    let angle = n as f64;
                    let people = 10 + 30 * n as u64;
                    // All on one small heap but one, as an outlier makes them.
                    let far = if n == 0 { 9.0 } else { 0.1 };
                    Circle { place: n, people, x: far * angle.cos(), y: 0.1 * angle.sin(), r: 0.0 }
                })
                .collect();
            arrange(&mut circles);
            for (n, a) in circles.iter().enumerate() {
                assert!(a.x >= a.r && a.x <= WIDTH - a.r && a.y >= a.r && a.y <= HEIGHT - a.r, "{count}");
                for b in &circles[n + 1..] {
                    let apart = ((a.x - b.x).powi(2) + (a.y - b.y).powi(2)).sqrt() - a.r - b.r;
                    assert!(apart > -1.0, "{count}: {} and {} overlap by {}", a.place, b.place, -apart);
                }
            }
        }
    }
}
