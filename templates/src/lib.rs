//! The look of pages: Tera templates, one stylesheet, a few scripts, one icon.
//!
//! Everything is embedded, so a binary needs no files; a folder may replace any of it by name. Callers decide
//! the content of a page; this crate only formats it.
//!
//! Two callers: the site renders every page from [`templates`] and serves [`assets`]; the function
//! uses only [`form_page`], which contains its own style and needs no other file.
//!
//! `strings/` has a catalogue of messages for each language: [`Words`] in Rust, `t` in templates.
//!
//! Names that end in `.html` or `.xml` are escaped by Tera, and only such names are accepted.

#![warn(clippy::print_stderr, reason = "a library knows no terminal: it reports through a trait or an error")]

mod assets;
mod bundle;
pub mod english;
mod form;
mod functions;
mod head;
mod languages;
mod number;
mod scripts;
mod shown;
mod sources;
mod strings;
mod words;

pub use assets::{Asset, Assets, Scripts, assets};
pub use bundle::BundleError;
pub use form::{FieldError, FormField, FormTemplateView, FormValues, FormView, form_page};
pub use head::{CardHead, Chrome, LanguageView, PageHead, Section, Translation};
pub use languages::Languages;
pub use shown::shown;
pub use sources::{TemplatesError, sources, templates};
pub use words::{Argument, Language, Words, WordsError};
