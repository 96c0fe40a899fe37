//! The function assigns levels by `Level::months`, the one owner of the bounds. `cargo xtask test` runs this
//! test with the real bounds and with moved ones, as the test of the same name in `site`.

mod requests;
mod synthetic_model;

use career_model::Level;
use requests::{FORM, classifier, header, now, post};

/// The path of the roadmap or overview that a form without any skill is redirected to.
fn path(months: u32) -> String {
    let form = format!("experience_months={months}");
    let response = now(classifier().handle(post(FORM, "text/html", form.as_str())));
    let location = header(&response, "location").to_owned();
    location.split('#').next().unwrap_or_default().to_owned()
}

#[test]
fn the_level_changes_at_the_bounds() {
    for level in [Level::Junior, Level::Senior] {
        let last = *level.months().end();
        assert_eq!(path(last), level.path(), "{last} months");
        assert_eq!(path(last + 1), level.next().expect("a level").path(), "{} months", last + 1);
    }
}
