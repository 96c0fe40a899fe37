//! Charts draw nothing outside their view box, whatever the numbers and labels are.

#![allow(clippy::unwrap_used, reason = "a test may panic, also in its helper functions")]

mod html;

use charts::{BarRow, Bars, IntervalRow, Intervals, Lines, Scatter, ScatterPoint, Series, Unit};
use html::{attribute, english, render};
use proptest::prelude::*;

/// The points that a path visits, in absolute coordinates.
fn path_points(path: &str) -> Vec<(f64, f64)> {
    let (mut x, mut y, mut points) = (0.0, 0.0, Vec::new());
    let mut rest = path;
    while !rest.is_empty() {
        let (command, after) = rest.split_at(1);
        let end = after.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(after.len());
        let numbers: Vec<f64> =
            after[..end].split_whitespace().map(|number| number.parse().unwrap()).collect();
        (x, y) = match (command, numbers.as_slice()) {
            ("M" | "L", [x, y]) => (*x, *y),
            ("m" | "l", [dx, dy]) | ("a", [.., dx, dy]) => (x + dx, y + dy),
            ("H", [x]) => (*x, y),
            ("V", [y]) => (x, *y),
            ("h", [dx]) => (x + dx, y),
            ("v", [dy]) => (x, y + dy),
            ("z", []) => (x, y),
            other => panic!("{other:?} in {path}"),
        };
        points.push((x, y));
        rest = &after[end..];
    }
    points
}

/// Checks that everything is drawn within the view box.
fn assert_inside(html: &str) {
    let svg = html.split("<svg viewBox=\"").nth(1).unwrap().split("</svg>").next().unwrap();
    let size: Vec<f64> =
        svg.split('"').next().unwrap().split(' ').map(|number| number.parse().unwrap()).collect();
    let (width, height) = (size[2], size[3]);
    assert!(width == 360.0 && height > 0.0 && height < 3000.0, "{size:?}");
    let number =
        |tag: &str, name: &str| attribute(tag, name).first().map_or(0.0, |text| text.parse::<f64>().unwrap());
    let mut points = Vec::new();
    for tag in svg.split('<').skip(1).map(|tag| tag.split('>').next().unwrap()) {
        match tag.split(' ').next().unwrap() {
            "rect" => {
                let (x, y) = (number(tag, "x"), number(tag, "y"));
                points.extend([(x, y), (x + number(tag, "width"), y + number(tag, "height"))]);
            }
            "circle" => {
                let (x, y, r) = (number(tag, "cx"), number(tag, "cy"), number(tag, "r"));
                points.extend([(x - r, y - r), (x + r, y + r)]);
            }
            "text" => points.push((number(tag, "x"), number(tag, "y"))),
            "path" => points.extend(path_points(attribute(tag, "d")[0])),
            _ => {}
        }
    }
    assert!(points.len() > 1);
    for (x, y) in points {
        assert!((0.0..=width).contains(&x) && (0.0..=height).contains(&y), "({x}, {y})");
    }
    assert!(!svg.contains("NaN") && !svg.contains("inf"), "{svg}");
}

/// A number of ordinary size, an arbitrary one, or an extreme one.
fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        4 => -10.0..10.0_f64,
        1 => any::<f64>(),
        1 => Just(f64::NAN),
        1 => Just(f64::MAX),
        1 => Just(f64::MIN),
        1 => Just(f64::MIN_POSITIVE),
        1 => Just(0.0),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn everything_is_drawn_inside(
        numbers in proptest::collection::vec((number(), number(), number()), 0..60),
        xs in proptest::collection::vec(prop_oneof![3 => -20..20_i32, 1 => any::<i32>()], 60),
        text in "\\PC{0,60}",
        share: bool,
    ) {
        let unit = if share { Unit::Share } else { Unit::Decimals(3) };
        let bar = |(a, b, _): &(f64, f64, f64)| BarRow::new(&text, &text, *a).second(&text, *b);
        let bars = numbers.iter().map(bar).collect::<Vec<_>>();
        if let Some(chart) = Bars::paired(&english(), "a", "A", ["b", "c"], &bars) {
            assert_inside(&render("picture_bars", &chart));
        }
        let rows = numbers.iter().enumerate().map(|(n, (a, b, c))| {
            let row = IntervalRow::new(&text, *a, *b, *c);
            if n % 3 == 0 { row.ours() } else if n % 3 == 1 { row.ceiling() } else { row }
        });
        if let Some(chart) = Intervals::new(&english(), "a", "A", &text, unit, &rows.collect::<Vec<_>>()) {
            assert_inside(&render("picture_intervals", &chart));
        }
        let lines = [0, 1, 2, 3, 4].map(|line| {
            let points = numbers.iter().zip(&xs).skip(line).step_by(line + 1);
            Series::new(&text, points.map(|((y, ..), x)| (*x, *y)).collect())
        });
        if let Some(chart) = Lines::new(&english(), "a", "A", [&text; 2], unit, &lines) {
            assert_inside(&render("picture_lines", &chart));
        }
        let points = numbers.iter().zip(&xs).map(|((x, y, _), n)| {
            ScatterPoint::new(*x, *y, n.unsigned_abs() as usize % 30)
        });
        let points = points.collect::<Vec<_>>();
        let names = vec![text.clone(); 20];
        if let Some(chart) = Scatter::new(&english(), "a", "A", [&text; 2], &points, &names) {
            assert_inside(&render("picture_scatter", &chart));
        }
    }
}
