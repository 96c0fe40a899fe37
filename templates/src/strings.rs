//! The embedded catalogues. Every language has the same files with the same messages.

/// A file of a catalogue: its name and its text.
pub(crate) type File = (&'static str, &'static str);

/// The files of one language.
pub(crate) struct Catalogue {
    /// Messages of the form and of all pages.
    pub(crate) form: &'static [File],
    /// Messages of the other pages.
    pub(crate) site: &'static [File],
}

macro_rules! files {
    ($language:literal, $($file:literal),+) => {
        &[$(($file, include_str!(concat!("../strings/", $language, "/", $file, ".ftl")))),+]
    };
}

macro_rules! form {
    ($language:literal) => {
        files!($language, "site", "form", "error")
    };
}

macro_rules! site {
    ($language:literal) => {
        files!(
            $language,
            "form-scripts",
            "roadmap",
            "you",
            "search",
            "compare",
            "levels",
            "method",
            "changes",
            "pictures",
            "card"
        )
    };
}

pub(crate) const ENGLISH_FORM: &[File] = form!("en");
pub(crate) const GERMAN_FORM: &[File] = form!("de");

pub(crate) static ENGLISH: Catalogue = Catalogue { form: ENGLISH_FORM, site: site!("en") };
pub(crate) static GERMAN: Catalogue = Catalogue { form: GERMAN_FORM, site: site!("de") };
