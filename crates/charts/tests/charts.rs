//! Charts keep all data, and render hostile labels as text.

#![allow(clippy::unwrap_used, reason = "a test may panic, also in its helper functions")]

mod html;

use charts::{BarRow, Bars, IntervalRow, Intervals, Lines, Scatter, ScatterPoint, Series, Unit};
use html::{attribute, english, render};

/// HTML of one chart of each kind in which every text is `text`.
fn all_kinds(text: &str) -> Vec<String> {
    let bars = vec![BarRow::new(text, text, 0.5).second(text, 0.25)];
    let rows =
        vec![IntervalRow::new(text, 0.5, 0.4, 0.6).ours(), IntervalRow::new(text, 0.7, 0.6, 0.8).ceiling()];
    let lines = vec![Series::new(text, vec![(2, 1.0), (3, 4.0)]), Series::new(text, vec![(2, 2.0)])];
    let points = vec![ScatterPoint::new(1.0, 2.0, 0), ScatterPoint::new(-1.0, 3.0, 1)];
    vec![
        render("picture_bars", &Bars::paired(&english(), text, text, [text; 2], &bars).unwrap()),
        render("picture_bars", &Bars::new(&english(), text, text, &bars).unwrap()),
        render(
            "picture_intervals",
            &Intervals::new(&english(), text, text, text, Unit::Share, &rows).unwrap(),
        ),
        render("picture_lines", &Lines::new(&english(), text, text, [text; 2], Unit::Count, &lines).unwrap()),
        render(
            "picture_scatter",
            &Scatter::new(&english(), text, text, [text; 2], &points, &[text.to_owned()]).unwrap(),
        ),
    ]
}

#[test]
fn hostile_labels_are_inert() {
    let harmless = all_kinds("plain text");
    let texts = [
        "</text></svg><script>alert(1)</script>",
        "\" onload=\"alert(1)\" style=\"position:fixed",
        "</desc><img src=//x.example onerror=alert(1)>",
        "{{ chrome.policy | safe }}{% raw %}",
        "&lt;b&gt;&#x202e;",
        "\u{202e}desrever\u{2066}\u{200f}\u{0}\u{1b}[31m\n\u{2028}",
    ];
    for text in texts {
        // Also a very long text: labels are truncated.
        for text in [text.to_owned(), text.repeat(2000)] {
            for (html, plain) in all_kinds(&text).iter().zip(&harmless) {
                assert_eq!(
                    html.matches('<').count() - text_and_path_tags(html),
                    plain.matches('<').count() - text_and_path_tags(plain),
                    "{html}"
                );
                assert!(html.len() < plain.len() + 12_000, "{} bytes of {text:.20}", html.len());
                for active in [
                    "<script",
                    "<img",
                    " style=\"",
                    " onload=\"",
                    "alert(1)\"",
                    "http",
                    "\u{202e}",
                    "\u{2066}",
                    "\u{200f}",
                    "\u{0}",
                    "\u{1b}",
                    "\u{2028}",
                ] {
                    assert!(!html.contains(active), "{active:?} in {html}");
                }
            }
        }
    }
}

/// Number of opening and closing tags of texts and paths, which depends on the lengths of names.
fn text_and_path_tags(html: &str) -> usize {
    2 * html.matches("<text").count() + 2 * html.matches("<path").count()
}

#[test]
fn labels_are_shown_unchanged() {
    for html in all_kinds("C++ & <Rust> \"x\"") {
        assert!(html.contains("C++ &amp; &lt;Rust&gt; &quot;x&quot;"), "{html}");
    }
}

/// Headings and cells of all tables, row by row.
fn table_rows(html: &str) -> Vec<Vec<String>> {
    let cells = |row: &str| {
        let cells = row.split("<t").filter(|cell| cell.starts_with("d>") || cell.starts_with("h scope"));
        let text = |cell: &str| {
            cell.split_once('>')
                .unwrap()
                .1
                .split("</t")
                .next()
                .unwrap()
                .replace("<bdi>", "")
                .replace("</bdi>", "")
        };
        cells.map(text).collect()
    };
    html.split("<tr>").skip(1).map(cells).collect()
}

fn bars() -> Vec<BarRow> {
    vec![
        BarRow::new("Python", "812 people", 0.5).second("40%", 0.4),
        BarRow::new("SQL", "7,640 people", 1.0).second("10%", 0.1),
        BarRow::new("Nothing", "no people", f64::NAN).second("0%", 0.0),
        BarRow::new("Rust", "31 people", 0.02),
    ]
}

fn intervals() -> Vec<IntervalRow> {
    vec![
        IntervalRow::new("Popularity", 0.312, 0.29, 0.334),
        IntervalRow::new("Clusters", 0.331, 0.307, 0.352).ours(),
        IntervalRow::new("Broken", f64::INFINITY, 0.1, f64::NAN),
        IntervalRow::new("Oracle", 0.58, 0.55, 0.61).ceiling(),
        IntervalRow::new("Random", 0.012, 0.008, 0.017),
    ]
}

fn lines() -> Vec<Series> {
    vec![
        Series::new("junior", vec![(2, 2.0), (3, 3.0), (5, 41.0)]),
        Series::new("senior", vec![(2, 1.5), (3, f64::NAN), (8, 1234.0)]),
        Series::new("expert", vec![]),
        Series::new("all", vec![(-4, 5.0)]),
        Series::new("a fifth", vec![(100, 17.0)]),
    ]
}

fn points() -> Vec<ScatterPoint> {
    let point = |n: u32| ScatterPoint::new(f64::from(n % 37), f64::from(n) / 100.0, (n % 7 % 3) as usize);
    let not_finite = [ScatterPoint::new(f64::NAN, 0.0, 0), ScatterPoint::new(0.0, f64::NEG_INFINITY, 4)];
    (0..3001).map(point).chain(not_finite).collect()
}

#[test]
fn every_number_is_in_the_table() {
    let bars_html = render(
        "picture_bars",
        &Bars::paired(&english(), "b", "B", ["in-sample", "held out"], &bars()).unwrap(),
    );
    let expected = [
        ["", "in-sample", "held out"],
        ["Python", "812 people", "40%"],
        ["SQL", "7,640 people", "10%"],
        ["Nothing", "no people", "0%"],
        ["Rust", "31 people", "–"],
    ];
    assert_eq!(table_rows(&bars_html), expected);

    let html = render(
        "picture_intervals",
        &Intervals::new(&english(), "i", "I", "recall@5", Unit::Share, &intervals()).unwrap(),
    );
    let expected = [
        ["", "Estimate", "95% from", "to"],
        ["Popularity", "31.2%", "29.0%", "33.4%"],
        ["Clusters (ours)", "33.1%", "30.7%", "35.2%"],
        ["Broken", "–", "10.0%", "–"],
        ["Oracle (upper limit)", "58.0%", "55.0%", "61.0%"],
        ["Random", "1.2%", "0.8%", "1.7%"],
    ];
    assert_eq!(table_rows(&html), expected);

    let html = render(
        "picture_lines",
        &Lines::new(&english(), "l", "L", ["n", "unique"], Unit::Count, &lines()).unwrap(),
    );
    let expected = [
        ["n", "junior", "senior", "expert", "all", "a fifth"],
        ["−4", "–", "–", "–", "5", "–"],
        ["2", "2", "1.50", "–", "–", "–"],
        ["3", "3", "–", "–", "–", "–"],
        ["5", "41", "–", "–", "–", "–"],
        ["8", "–", "1,234", "–", "–", "–"],
        ["100", "–", "–", "–", "–", "17"],
    ];
    assert_eq!(table_rows(&html), expected);

    let names = ["first".to_owned(), "second".to_owned()];
    let few = vec![
        ScatterPoint::new(1.25, -2.5, 1),
        ScatterPoint::new(3.0, 4.0, 0),
        ScatterPoint::new(1.75, 1.0, 1),
        ScatterPoint::new(9.0, 8.0, 6),
    ];
    let chart = Scatter::new(&english(), "s", "S", ["pc 1", "pc 2"], &few, &names).unwrap();
    let expected = vec![
        vec!["Cluster", "Number", "Points", "pc 1, mean", "pc 2, mean"],
        vec!["first", "0", "1", "3.00", "4.00"],
        vec!["second", "1", "2", "1.50", "−0.75"],
        vec!["cluster 6", "6", "1", "9.00", "8.00"],
    ];
    let single = vec![
        vec!["Cluster", "pc 1", "pc 2"],
        vec!["0", "3.00", "4.00"],
        vec!["1", "1.25", "−2.50"],
        vec!["1", "1.75", "1.00"],
        vec!["6", "9.00", "8.00"],
    ];
    assert_eq!(table_rows(&render("picture_scatter", &chart)), [expected.clone(), single].concat());
    assert_eq!(table_rows(&render("picture_scatter", &chart.without_point_table())), expected);
}

/// The text alternative, after a check that `aria-labelledby` refers to it.
fn description(html: &str) -> &str {
    let (_, rest) = html.split_once("<desc id=\"").expect("a description");
    let (id, rest) = rest.split_once("\">").unwrap();
    let labels = attribute(html, "aria-labelledby");
    let ids = attribute(html, "id");
    assert!(
        labels[0].split(' ').all(|label| ids.contains(&label) || label == id) && labels[0].ends_with(id),
        "{labels:?}"
    );
    rest.split("</desc>").next().unwrap()
}

#[test]
fn the_text_alternative_names_the_largest_and_the_smallest() {
    let html = render(
        "picture_bars",
        &Bars::paired(&english(), "b", "B", ["in-sample", "held out"], &bars()).unwrap(),
    );
    assert_eq!(
        description(&html),
        "4 rows of bars. Longest: SQL, 7,640 people in-sample, 10% held out. \
         Shortest: Rust, 31 people in-sample."
    );
    let html = render(
        "picture_intervals",
        &Intervals::new(&english(), "i", "I", "recall@5", Unit::Share, &intervals()).unwrap(),
    );
    assert_eq!(
        description(&html),
        "recall@5: 5 rows with 95% intervals. Highest: Oracle, 58.0% (55.0% to 61.0%). \
         Lowest: Random, 1.2% (0.8% to 1.7%)."
    );
    let html = render(
        "picture_lines",
        &Lines::new(&english(), "l", "L", ["n", "unique"], Unit::Count, &lines()).unwrap(),
    );
    assert_eq!(
        description(&html),
        "unique over n: 5 lines. The chart shows the first 4 of 5. \
         Largest: senior, 1,234 at 8. Smallest: senior, 1.50 at 2."
    );
    let html = render(
        "picture_scatter",
        &Scatter::new(&english(), "s", "S", ["x", "y"], &points(), &["big".to_owned()]).unwrap(),
    );
    assert_eq!(
        description(&html),
        "3,001 points in 3 clusters over x and y. Most points: big, 1,286. Fewest: cluster 2, 857. \
         An even sample of 2,000 points is shown. 2 points without coordinates are left out."
    );
}

#[test]
fn at_most_two_thousand_points_are_drawn_evenly() {
    let html =
        render("picture_scatter", &Scatter::new(&english(), "s", "S", ["x", "y"], &points(), &[]).unwrap());
    let svg = html.split("</svg>").next().unwrap();
    let drawn: Vec<usize> = attribute(svg, "d")
        .iter()
        .filter(|d| d.contains("h0") || d.contains("l4 4") || d.contains("a2 2"))
        .map(|d| d.matches('M').count())
        .collect();
    // 1286, 858 and 857 of 3001, times 2000 / 3001.
    assert_eq!(drawn.iter().sum::<usize>(), 2000);
    assert!(
        drawn.iter().zip([857.0, 571.8, 571.1]).all(|(drawn, share)| (*drawn as f64 - share).abs() <= 1.0),
        "{drawn:?}"
    );
}

#[test]
fn a_chart_without_finite_numbers_is_none() {
    let nan = f64::NAN;
    assert!(Bars::new(&english(), "b", "B", &[]).is_none());
    assert!(Bars::new(&english(), "b", "B", &[BarRow::new("a", "1", nan)]).is_none());
    assert!(Intervals::new(&english(), "i", "I", "x", Unit::Share, &[]).is_none());
    assert!(
        Intervals::new(&english(), "i", "I", "x", Unit::Share, &[IntervalRow::new("a", nan, 0.0, 1.0)])
            .is_none()
    );
    assert!(Lines::new(&english(), "l", "L", ["x", "y"], Unit::Count, &[]).is_none());
    assert!(
        Lines::new(&english(), "l", "L", ["x", "y"], Unit::Count, &[Series::new("a", vec![(1, nan)])])
            .is_none()
    );
    // Only the fifth series, which is not drawn, has a number.
    let mut lines = vec![Series::new("a", vec![]); 4];
    lines.push(Series::new("b", vec![(1, 1.0)]));
    assert!(Lines::new(&english(), "l", "L", ["x", "y"], Unit::Count, &lines).is_none());
    assert!(Scatter::new(&english(), "s", "S", ["x", "y"], &[], &[]).is_none());
    assert!(Scatter::new(&english(), "s", "S", ["x", "y"], &[ScatterPoint::new(nan, 1.0, 0)], &[]).is_none());
}
