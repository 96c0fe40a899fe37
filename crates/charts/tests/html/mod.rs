//! HTML of charts.

use serde::Serialize;
use templates::{Language, Words};
use tera::Context;

pub(crate) fn english() -> Words {
    Words::of(Language::English)
}

/// HTML of a chart, rendered by its component.
pub(crate) fn render(component: &str, chart: &impl Serialize) -> String {
    let mut tera = templates::templates(None, Language::English).unwrap();
    tera.add_raw_template("t.html", &format!("{{{{ <{component} chart={{chart}} /> }}}}")).unwrap();
    let mut context = Context::new();
    context.insert("chart", chart);
    tera.render("t.html", &context).unwrap()
}

/// All values of an attribute.
pub(crate) fn attribute<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let start = format!(" {name}=\"");
    html.split(start.as_str()).skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}
