//! Charts of up to four lines over whole numbers. Lines differ in their dashes and have names at their ends.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use templates::Words;

use crate::frame::{Frame, Table, TableRow, WIDTH, join_sentences, omission_note};
use crate::label::{extremes, label, two_lines, width};
use crate::layout::spread_column;
use crate::plane::Plane;
use crate::scale::{Axis, coordinate};
use crate::unit::Unit;

/// Most lines in a drawing: more could not be told apart.
const MAX_LINES: usize = 4;
const DASHES: [&str; MAX_LINES] = ["none", "7 4", "2 3", "9 3 2 3"];
/// Later lines are thinner, so that a line does not hide an earlier one below it.
const THICKNESS: [f64; MAX_LINES] = [4.0, 3.0, 2.0, 1.5];
const HEIGHT: f64 = 170.0;
/// Width and line height of a name, and its distance from the lines.
const NAME_ROOM: f64 = 112.0;
const NAME_LINE: f64 = 15.0;
const NAME_GAP: f64 = 10.0;
/// With more numbers on the x axis, points are not marked.
const MARKED: usize = 30;

/// A named line.
#[derive(Clone, Debug)]
pub struct Series {
    name: String,
    points: BTreeMap<i32, f64>,
}

impl Series {
    /// A line through points `(x, y)`. If several points have the same `x`, the last one counts.
    pub fn new(name: &str, points: Vec<(i32, f64)>) -> Series {
        Series { name: label(name), points: points.into_iter().collect() }
    }

    fn finite(&self) -> impl DoubleEndedIterator<Item = (i32, f64)> {
        self.points.iter().map(|(x, y)| (*x, *y)).filter(|(_, y)| y.is_finite())
    }
}

/// Lines in a drawing area with two axes.
#[derive(Debug, Serialize)]
pub struct Lines {
    frame: Frame,
    plane: Plane,
    lines: Vec<LineView>,
}

#[derive(Debug, Serialize)]
struct LineView {
    hue: usize,
    dash: &'static str,
    thickness: f64,
    path: String,
    marks: Vec<[String; 2]>,
    /// Path from the line's end to its name; empty if the name is beside the end.
    leader: String,
    name: Vec<NameView>,
}

#[derive(Debug, Serialize)]
struct NameView {
    x: String,
    y: String,
    text: String,
}

impl Lines {
    /// A chart of lines. `axes` names `x` and `y`. The first four series are drawn; the table has all of
    /// them. `None` if no `y` of the drawn series is finite.
    pub fn new(
        words: &Words,
        id: &str,
        title: &str,
        axes: [&str; 2],
        unit: Unit,
        series: &[Series],
    ) -> Option<Lines> {
        let axes = axes.map(label);
        let all: Vec<(usize, i32, f64)> = series
            .iter()
            .enumerate()
            .flat_map(|(index, line)| line.finite().map(move |(x, y)| (index, x, y)))
            .collect();
        let (largest, smallest) = extremes(all.iter().map(|point| point.2))?;
        let drawn: Vec<&Series> =
            series.iter().take(MAX_LINES).filter(|line| line.finite().next().is_some()).collect();
        let xs = || drawn.iter().flat_map(|line| line.finite().map(|(x, _)| x));
        let ys = || drawn.iter().flat_map(|line| line.finite().map(|(_, y)| y));
        let range_x = (xs().min()?, xs().max()?);
        let range_y = (ys().fold(0.0, f64::min), ys().fold(0.0, f64::max));
        let range_y = if range_y == (0.0, 0.0) { (0.0, 1.0) } else { range_y };
        let names: Vec<Vec<String>> = drawn.iter().map(|line| two_lines(&line.name, NAME_ROOM)).collect();
        let room = names.iter().flatten().map(|line| width(line)).fold(0.0, f64::max).min(NAME_ROOM);
        let widest = [range_x.0, range_x.1]
            .map(|x| width(&Unit::Count.format(words, x.into())))
            .into_iter()
            .fold(0.0, f64::max);
        let plane = Plane::new(
            [&axes[0], &axes[1]],
            HEIGHT,
            room + NAME_GAP,
            |edges| Axis::covering(words, range_y, 4, unit, edges),
            |edges| Axis::whole(words, range_x, ((edges.1 - edges.0) / (widest + 10.0)) as usize, edges),
        );
        let point = |(index, x, y): (usize, i32, f64)| {
            let arguments = [
                ("name", series[index].name.as_str().into()),
                ("y", unit.format(words, y).into()),
                ("x", Unit::Count.format(words, x.into()).into()),
            ];
            words.text("picture-lines-point", &arguments)
        };
        let shape =
            [("y", axes[1].as_str().into()), ("x", axes[0].as_str().into()), ("lines", series.len().into())];
        let ends = [("largest", point(all[largest]).into()), ("smallest", point(all[smallest]).into())];
        let description = join_sentences([
            Some(words.text("picture-lines", &shape)),
            omission_note(words, series.len().min(MAX_LINES), series.len()),
            Some(words.text("picture-lines-ends", &ends)),
        ]);
        let lines = views(&drawn, names, &plane);
        let table = table(words, series, &axes[0], unit);
        Some(Lines {
            frame: Frame::new(id, title, description, Plane::chart_height(HEIGHT), table),
            plane,
            lines,
        })
    }
}

fn views(drawn: &[&Series], names: Vec<Vec<String>>, plane: &Plane) -> Vec<LineView> {
    let end = |line: &Series| {
        line.finite().next_back().map_or((0.0, 0.0), |(x, y)| (plane.x.at(x.into()), plane.y.at(y)))
    };
    let wanted: Vec<(f64, f64)> =
        drawn.iter().zip(&names).map(|(line, name)| (end(line).1, NAME_LINE * name.len() as f64)).collect();
    let middles = spread_column(&wanted, (plane.y.edges.1 - 12.0, plane.y.edges.0 + 12.0));
    let name_x = plane.x.edges.1 + NAME_GAP;
    let marked = drawn.iter().flat_map(|line| line.points.keys()).collect::<BTreeSet<_>>().len() <= MARKED;
    let mut views = Vec::with_capacity(drawn.len());
    for (index, ((line, name), middle)) in drawn.iter().zip(names).zip(middles).enumerate() {
        let (end_x, end_y) = end(line);
        let first = middle - NAME_LINE * (name.len() as f64 - 1.0) / 2.0 + 4.5;
        let points =
            line.finite().map(|(x, y)| [coordinate(plane.x.at(x.into())), coordinate(plane.y.at(y))]);
        let near = (end_y - middle).abs() < 4.0 && name_x - end_x < NAME_GAP + 1.0;
        let text = |(text, y): (String, u8)| NameView {
            x: coordinate(name_x.min(WIDTH)),
            y: coordinate(first + NAME_LINE * f64::from(y)),
            text,
        };
        views.push(LineView {
            hue: index,
            dash: DASHES[index],
            thickness: THICKNESS[index],
            path: path(line, plane),
            marks: if marked { points.collect() } else { Vec::new() },
            leader: if near {
                String::new()
            } else {
                format!(
                    "M{} {}L{} {}",
                    coordinate(end_x + 3.0),
                    coordinate(end_y),
                    coordinate(name_x - 2.0),
                    coordinate(middle)
                )
            },
            name: name.into_iter().zip(0..).map(text).collect(),
        });
    }
    views
}

/// SVG path through the points, interrupted at numbers that are not finite.
fn path(line: &Series, plane: &Plane) -> String {
    let mut path = String::new();
    let mut command = 'M';
    for (x, y) in &line.points {
        if y.is_finite() {
            path.push_str(&format!(
                "{command}{} {}",
                coordinate(plane.x.at((*x).into())),
                coordinate(plane.y.at(*y))
            ));
            command = 'L';
        } else {
            command = 'M';
        }
    }
    path
}

/// A table with a row per `x` and a column per line.
fn table(words: &Words, series: &[Series], x_name: &str, unit: Unit) -> Table {
    let xs: BTreeSet<i32> = series.iter().flat_map(|line| line.points.keys().copied()).collect();
    let row = |x: i32| TableRow {
        head: Unit::Count.format(words, x.into()),
        cells: series
            .iter()
            .map(|line| unit.format(words, line.points.get(&x).copied().unwrap_or(f64::NAN)))
            .collect(),
    };
    Table {
        columns: [x_name.to_owned()].into_iter().chain(series.iter().map(|line| line.name.clone())).collect(),
        rows: xs.into_iter().map(row).collect(),
    }
}
