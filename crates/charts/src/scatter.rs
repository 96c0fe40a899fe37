//! Charts of points in two dimensions, with each cluster's name at its middle.

use std::collections::BTreeMap;

use serde::Serialize;
use templates::Words;

use crate::frame::{Frame, Table, TableRow, join_sentences};
use crate::label::{extremes, label, truncate, width};
use crate::layout;
use crate::plane::Plane;
use crate::scale::{Axis, coordinate, drawable};
use crate::unit::Unit;

/// Most points in a drawing.
const MAX_POINTS: usize = 2000;
/// Most names in a drawing, those of the largest clusters; the table has all names.
const MAX_NAMES: usize = 24;
const HEIGHT: f64 = 260.0;
const NAME_ROOM: f64 = 150.0;
const NAME_HEIGHT: f64 = 16.0;
/// Number of colours and of point shapes; together they distinguish 16 clusters.
const HUES: usize = 4;
const SHAPES: usize = 4;

/// A point and its cluster. It has coordinates only, and no data of a person.
#[derive(Clone, Copy, Debug)]
pub struct ScatterPoint {
    x: f64,
    y: f64,
    cluster: usize,
}

impl ScatterPoint {
    /// A point at `(x, y)` in a cluster, given by its number.
    pub fn new(x: f64, y: f64, cluster: usize) -> ScatterPoint {
        ScatterPoint { x, y, cluster }
    }

    /// Coordinates (x, y).
    pub fn coordinates(&self) -> (f64, f64) {
        (self.x, self.y)
    }
}

/// Points in a drawing area with two axes.
#[derive(Debug, Serialize)]
pub struct Scatter {
    frame: Frame,
    plane: Plane,
    clusters: Vec<ClusterView>,
    names: Vec<NameView>,
    /// The drawn points (cluster, x, y) for the table; empty if the table has only clusters.
    points: Vec<[String; 3]>,
    axes: [String; 2],
}

#[derive(Debug, Serialize)]
struct ClusterView {
    hue: usize,
    shape: usize,
    path: String,
}

#[derive(Debug, Serialize)]
struct NameView {
    x: String,
    y: String,
    text: String,
    /// Path from the cluster's middle to a name that had to move away; else empty.
    leader: String,
}

/// A cluster with its points; the middle is their mean.
struct Cluster {
    number: usize,
    name: String,
    points: Vec<ScatterPoint>,
    middle: (f64, f64),
}

impl Scatter {
    /// A chart of points. `axes` names `x` and `y`; `names[n]` is the name of cluster `n`. Points with a
    /// coordinate that is not finite are omitted. `None` if no point remains.
    pub fn new(
        words: &Words,
        id: &str,
        title: &str,
        axes: [&str; 2],
        points: &[ScatterPoint],
        names: &[String],
    ) -> Option<Scatter> {
        let axes = axes.map(label);
        let given = points.len();
        let clusters = clusters(words, points, names);
        let (most, fewest) = extremes(clusters.iter().map(|cluster| cluster.points.len() as f64))?;
        let all: Vec<&ScatterPoint> = clusters.iter().flat_map(|cluster| &cluster.points).collect();
        let drawn: Vec<&ScatterPoint> = match all.len() {
            count if count <= MAX_POINTS => all.clone(),
            count => (0..MAX_POINTS).map(|index| all[index * count / MAX_POINTS]).collect(),
        };
        // Of all points, drawn or not: a cluster's middle may lie beyond its drawn points.
        let range = |value: fn(&ScatterPoint) -> f64| {
            let values = all.iter().map(|point| drawable(value(point)));
            values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| {
                (low.min(value), high.max(value))
            })
        };
        let axis = |range, steps| move |edges| Axis::covering(words, range, steps, Unit::Decimals(2), edges);
        let plane =
            Plane::new([&axes[0], &axes[1]], HEIGHT, 12.0, axis(range(|p| p.y), 6), axis(range(|p| p.x), 6));
        let counted = |cluster: &Cluster| {
            format!("{}, {}", cluster.name, words.number(cluster.points.len() as u64)).into()
        };
        let shape = [
            ("points", all.len().into()),
            ("clusters", clusters.len().into()),
            ("x", axes[0].as_str().into()),
            ("y", axes[1].as_str().into()),
        ];
        let ends = [("most", counted(&clusters[most])), ("fewest", counted(&clusters[fewest]))];
        let points = |n: usize| [("points", n.into())];
        let description = join_sentences([
            Some(words.text("picture-scatter", &shape)),
            Some(words.text("picture-scatter-ends", &ends)),
            (drawn.len() < all.len()).then(|| words.text("picture-scatter-drawn", &points(drawn.len()))),
            (all.len() < given).then(|| words.text("picture-scatter-lost", &points(given - all.len()))),
        ]);
        let views = clusters.iter().enumerate().map(|(index, cluster)| ClusterView {
            hue: (index + index / HUES) % HUES,
            shape: index % SHAPES,
            path: path(drawn.iter().filter(|point| point.cluster == cluster.number), index % SHAPES, &plane),
        });
        let written = |number| Unit::Decimals(2).format(words, number);
        Some(Scatter {
            clusters: views.collect(),
            names: name_views(&clusters, &plane),
            points: drawn.iter().map(|p| [p.cluster.to_string(), written(p.x), written(p.y)]).collect(),
            frame: Frame::new(
                id,
                title,
                description,
                Plane::chart_height(HEIGHT),
                table(words, &clusters, &axes),
            ),
            axes,
            plane,
        })
    }

    /// Removes the table of points, which is most of the chart's HTML. The table of clusters stays.
    pub fn without_point_table(self) -> Scatter {
        Scatter { points: Vec::new(), ..self }
    }
}

fn clusters(words: &Words, points: &[ScatterPoint], names: &[String]) -> Vec<Cluster> {
    let mut clusters: BTreeMap<usize, Vec<ScatterPoint>> = BTreeMap::new();
    for point in points.iter().filter(|point| point.x.is_finite() && point.y.is_finite()) {
        clusters.entry(point.cluster).or_default().push(*point);
    }
    let cluster = |(number, points): (usize, Vec<ScatterPoint>)| {
        let mean = |value: fn(&ScatterPoint) -> f64| {
            points.iter().map(|point| drawable(value(point))).sum::<f64>() / points.len() as f64
        };
        let middle = (mean(|point| point.x), mean(|point| point.y));
        let unnamed = || words.text("picture-cluster-n", &[("n", number.to_string().into())]);
        let name = names.get(number).map_or_else(unnamed, |name| label(name));
        Cluster { number, name, points, middle }
    };
    clusters.into_iter().map(cluster).collect()
}

/// SVG path of all points of a cluster. The shapes are a dot, a cross, a ring and a square.
fn path<'a>(points: impl Iterator<Item = &'a &'a ScatterPoint>, shape: usize, plane: &Plane) -> String {
    let mut path = String::new();
    for point in points {
        let (x, y) = (plane.x.at(point.x), plane.y.at(point.y));
        let from = |x: f64, y: f64| format!("M{} {}", coordinate(x), coordinate(y));
        path.push_str(&match shape {
            0 => from(x, y) + "h0",
            1 => from(x - 2.0, y - 2.0) + "l4 4m-4 0l4 -4",
            2 => from(x - 2.0, y) + "a2 2 0 1 0 4 0a2 2 0 1 0 -4 0",
            _ => from(x - 1.5, y - 1.5) + "h3v3h-3z",
        });
    }
    path
}

/// Names of the largest clusters. The larger a cluster, the nearer its name is to its middle.
fn name_views(clusters: &[Cluster], plane: &Plane) -> Vec<NameView> {
    let mut largest: Vec<&Cluster> = clusters.iter().collect();
    largest.sort_by_key(|cluster| std::cmp::Reverse(cluster.points.len()));
    largest.truncate(MAX_NAMES);
    let texts: Vec<String> = largest.iter().map(|cluster| truncate(&cluster.name, NAME_ROOM)).collect();
    let middle = |cluster: &Cluster| (plane.x.at(cluster.middle.0), plane.y.at(cluster.middle.1));
    let boxed =
        |(cluster, text): (&&Cluster, &String)| (middle(cluster).0, middle(cluster).1, width(text) + 8.0);
    let wanted: Vec<(f64, f64, f64)> = largest.iter().zip(&texts).map(boxed).collect();
    let (left, right) = plane.x.edges;
    let (bottom, top) = plane.y.edges;
    let middles = layout::spread_boxes(&wanted, NAME_HEIGHT, (left, right), (top, bottom));
    let mut views = Vec::with_capacity(texts.len());
    for ((text, (x, y)), (middle_x, middle_y, _)) in texts.into_iter().zip(middles).zip(wanted) {
        let is_near = (y - middle_y).abs() < NAME_HEIGHT;
        let from = || format!("M{} {}", coordinate(middle_x), coordinate(middle_y));
        let leader =
            if is_near { String::new() } else { format!("{}L{} {}", from(), coordinate(x), coordinate(y)) };
        views.push(NameView { x: coordinate(x), y: coordinate(y + 4.5), text, leader });
    }
    views
}

fn table(words: &Words, clusters: &[Cluster], axes: &[String; 2]) -> Table {
    let row = |cluster: &Cluster| TableRow {
        head: cluster.name.clone(),
        cells: vec![
            cluster.number.to_string(),
            words.number(cluster.points.len() as u64),
            Unit::Decimals(2).format(words, cluster.middle.0),
            Unit::Decimals(2).format(words, cluster.middle.1),
        ],
    };
    let names = ["picture-cluster", "picture-number", "picture-points"].map(|key| words.text(key, &[]));
    let mean = |axis: &String| words.text("picture-mean", &[("axis", axis.as_str().into())]);
    Table {
        columns: names.into_iter().chain(axes.iter().map(mean)).collect(),
        rows: clusters.iter().map(row).collect(),
    }
}
