//! The bounds of the levels have one owner, `Level::months`: pages, words and charts follow it.
//!
//! `cargo xtask test` runs this test twice: with the real bounds, and with `--features moved-level-bounds`.

use career_model::metadata::Metadata;
use career_model::model::{LevelModel, ModelParts};
use career_model::{Level, Model};
use site::pages::{RenderOptions, render_to_memory};

/// Months that are bounds of a level, whatever they are in this build.
fn bounds() -> [u32; 2] {
    [*Level::Senior.months().start(), *Level::Senior.months().end()]
}

/// The months that stand on the page with the bounds of the other build.
fn bounds_of_the_other_build() -> [u32; 2] {
    if bounds() == [100, 250] { [60, 191] } else { [100, 250] }
}

/// A model of nobody, with people in every two years of experience.
fn model() -> Model {
    let metadata = Metadata { people: 1200, experience: vec![100; 12], ..Metadata::default() };
    let levels = vec![LevelModel::default(); Level::ALL.len()];
    ModelParts { levels, metadata, ..ModelParts::default() }.checked().expect("a model")
}

fn page(path: &str) -> String {
    let files = render_to_memory(&model(), &RenderOptions::default()).expect("pages");
    String::from_utf8(files[path].clone()).expect("UTF-8")
}

#[test]
fn the_method_page_names_the_bounds_in_words_and_in_the_chart() {
    let [first, last] = bounds();
    for (path, words) in [
        (
            "method/index.html",
            [format!("senior from {first} to {last}"), format!("senior from {first} months")],
        ),
        (
            "de/method/index.html",
            [format!("Senior von {first} bis {last}"), format!("Senior ab {first} Monaten")],
        ),
    ] {
        let html = page(path);
        for words in words {
            assert!(html.contains(&words), "{path}: {words}");
        }
        for months in bounds_of_the_other_build() {
            for words in [format!(" {months} months"), format!(" {months} Monate"), format!("to {months},")] {
                assert!(!html.contains(&words), "{path} has a bound of its own: {words}");
            }
        }
    }
}

#[test]
fn the_levels_name_their_bounds_in_years() {
    let years = bounds().map(|months| f64::from(months) / 12.0).map(f64::round);
    let html = page("index.html");
    assert!(html.contains(&format!("about {} to {} years", years[0], years[1])), "{years:?}");
}

/// The real bounds are those of the specification; the test of the other build has others.
#[test]
fn this_build_has_the_bounds_it_was_asked_for() {
    assert_eq!(bounds(), if cfg!(feature = "moved-level-bounds") { [60, 191] } else { [100, 250] });
}
