//! What every chart has around its drawing: a title, words, a size, a table.

use serde::Serialize;
use templates::Words;

use crate::label::{identifier, label};

/// Width of every picture: the unit is about a CSS pixel on a phone.
pub(crate) const WIDTH: f64 = 360.0;
/// Rows that are drawn; a table may have more.
pub(crate) const MAX_ROWS: usize = 40;

/// Title, words and table of a chart.
#[derive(Debug, Serialize)]
pub(crate) struct Frame {
    id: String,
    title: String,
    /// The text alternative.
    description: String,
    width: f64,
    height: f64,
    table: Table,
}

impl Frame {
    pub(crate) fn new(id: &str, title: &str, description: String, height: f64, table: Table) -> Frame {
        Frame { id: identifier(id), title: label(title), description, width: WIDTH, height, table }
    }
}

/// All numbers of a chart.
#[derive(Debug, Serialize)]
pub(crate) struct Table {
    /// The names of the columns; the first is that of the rows' heads.
    pub(crate) columns: Vec<String>,
    pub(crate) rows: Vec<TableRow>,
}

#[derive(Debug, Serialize)]
pub(crate) struct TableRow {
    pub(crate) head: String,
    pub(crate) cells: Vec<String>,
}

/// Says what the picture leaves to the table; nothing when it draws all.
pub(crate) fn left_out(words: &Words, drawn: usize, all: usize) -> Option<String> {
    let numbers = [("drawn", drawn.into()), ("all", all.into())];
    (drawn < all).then(|| words.text("picture-left-out", &numbers))
}

/// Sentences, one after the other.
pub(crate) fn sentences(all: impl IntoIterator<Item = Option<String>>) -> String {
    all.into_iter().flatten().collect::<Vec<_>>().join(" ")
}
