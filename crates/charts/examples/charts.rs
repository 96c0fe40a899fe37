//! Renders a page with one chart of each kind, of made-up numbers, for review:
//! `cargo run -p charts --example charts -- /tmp/charts.html`

use std::fs;

use anyhow::{Context as _, Result};
use charts::{BarRow, Bars, IntervalRow, Intervals, Lines, Scatter, ScatterPoint, Series, Unit};
use templates::{Chrome, Language, LanguageView, PageHead, Section, Words, templates};
use tera::Context;

const PAGE: &str = r#"{% extends "base.html" %}{% block content %}
<div class="wrap column prose"><section><h1>Charts</h1>
{{ <picture_bars chart={skills} /> }}
{{ <picture_bars chart={paired} /> }}
{{ <picture_intervals chart={recall} /> }}
{{ <picture_lines chart={unique} /> }}
{{ <picture_scatter chart={people} /> }}
</section></div>{% endblock content %}"#;

fn main() -> Result<()> {
    let path = std::env::args().nth(1).unwrap_or_else(|| "/tmp/charts.html".to_owned());
    let mut tera = templates(None, Language::English)?;
    tera.add_raw_template("page.html", PAGE)?;
    let mut context = Context::new();
    context.insert("chrome", &Chrome::inlined());
    let head = PageHead {
        is_sample: true,
        title: "Charts".into(),
        description: "Made-up numbers".into(),
        url: None,
        canonical: None,
        has_feed: false,
        card: None,
        section: Section::Method,
        language: LanguageView::new(&Words::of(Language::English)),
        translations: Vec::new(),
    };
    context.insert("page", &head);
    context.insert("skills", &skills());
    context.insert("paired", &paired());
    context.insert("recall", &recall());
    context.insert("unique", &unique());
    context.insert("people", &people());
    fs::write(&path, tera.render("page.html", &context)?).with_context(|| path)
}

fn english() -> Words {
    Words::of(Language::English)
}

fn skills() -> Option<Bars> {
    let skills = [
        ("Python", 812),
        ("SQL", 640),
        ("Machine Learning", 433),
        ("أساسيات قواعد البيانات", 120),
        ("機械学習と人工知能の基礎および統計的データ分析の実践的応用", 90),
        ("Amazon Web Services (AWS), Google Cloud Platform and other clouds that have long names", 31),
    ];
    let row = |(name, people): (&str, u32)| {
        BarRow::new(name, &format!("{people} people"), f64::from(people) / 812.0)
    };
    Bars::new(&english(), "skills", "Most frequent skills", &skills.map(row))
}

fn paired() -> Option<Bars> {
    let clusters = [
        ("Machine learning engineers", 0.61, 0.44),
        ("Front-end developers", 0.52, 0.5),
        ("Everybody else", 0.08, 0.0),
    ];
    let row = |(name, first, second): (&str, f64, f64)| {
        let percent = |share: f64| format!("{:.0}%", 100.0 * share);
        BarRow::new(name, &percent(first), first).second(&percent(second), second)
    };
    Bars::paired(&english(), "success", "Success per cluster", ["in-sample", "held out"], &clusters.map(row))
}

fn recall() -> Option<Intervals> {
    let rows = [
        IntervalRow::new("Random", 0.012, 0.008, 0.017),
        IntervalRow::new("Popularity in the level", 0.312, 0.29, 0.334),
        IntervalRow::new("Clusters", 0.331, 0.307, 0.352).ours(),
        IntervalRow::new(
            "Nearest neighbours, weighted by how rare the shared skills are",
            0.325,
            0.301,
            0.349,
        ),
        IntervalRow::new("Oracle that knows the cluster's hidden skills", 0.58, 0.55, 0.61).ceiling(),
    ];
    Intervals::new(
        &english(),
        "recall",
        "Recall@5 of all methods",
        "recall@5, mean over held-out people",
        Unit::Share,
        &rows,
    )
}

fn unique() -> Option<Lines> {
    let line = |name: &str, at: fn(f64) -> f64| {
        Series::new(name, (2..=8).map(|n| (n, at(f64::from(n)).round())).collect())
    };
    let lines = [
        line("junior", |n| n),
        line("senior", |n| n - (n / 4.0).floor()),
        line("expert, without certificates", |n| n.min(5.0)),
        line("all levels", |n| (n * 0.9).min(6.0)),
    ];
    Lines::new(
        &english(),
        "unique",
        "Unique clusters by n",
        ["n, clusters asked for", "unique clusters"],
        Unit::Count,
        &lines,
    )
}

fn people() -> Option<Scatter> {
    let names = [
        "machine learning",
        "front-end",
        "data bases and warehouses",
        "security",
        "mobile apps",
        "management",
    ];
    let centres = [(0.0, 0.0), (3.0, 1.0), (-2.0, 2.5), (0.4, 0.2), (2.5, -2.0), (-2.5, -1.5)];
    // A linear congruential generator. Sums of its numbers are approximately normally distributed.
    let mut state = 1_u64;
    let mut uniform = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 40) as f64 / f64::from(1 << 24) - 0.5
    };
    let mut normal = || (0..6).map(|_| uniform()).sum::<f64>();
    let points = (0..3000).map(|number| {
        let cluster = [0, 0, 1, 1, 2, 3, 4, 5][number % 8];
        let (x, y) = centres[cluster];
        ScatterPoint::new(x + normal(), y + normal(), cluster)
    });
    let axes = ["principal component 1", "principal component 2"];
    Scatter::new(
        &english(),
        "people",
        "People of a level",
        axes,
        &points.collect::<Vec<_>>(),
        &names.map(str::to_owned),
    )
}
