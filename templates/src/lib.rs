//! How pages look: Tera templates, one stylesheet, a few scripts, one icon.
//!
//! Everything is embedded, so a binary is complete without files; a folder may replace any of it by
//! name. What pages say is decided by the caller's views; here is only how it is put.
//!
//! Two callers: the site renders every page from [`templates`] and serves [`assets`]; the function
//! knows only [`form_page`], which carries its own style and depends on no other file.
//!
//! What they say is in `strings/`, a catalogue for each language: [`Words`], and `t` in templates.
//!
//! Names that end in `.html` or `.xml` are escaped by Tera, and only such names are accepted.

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
