//! The messages of pages: one catalogue for each language, in Fluent (projectfluent.org).
//!
//! Messages may contain HTML, because they are ours; arguments are escaped when a message goes into a page.
//! A language is a folder of `strings/` and a variant of [`Language`]; CONTRIBUTING.md has the steps.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, OnceLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::number::{self, Separators};
use crate::strings::{Catalogue, File};

/// A language of the site.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// The language of the paths without a prefix.
    #[default]
    English,
    /// Below `/de/`.
    German,
}

impl Language {
    /// Every language, the language of the root first.
    pub const ALL: [Language; 2] = [Language::English, Language::German];

    /// The code in `lang` attributes (BCP 47).
    pub fn code(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::German => "de",
        }
    }

    /// The language with a code; `None` for any other text.
    pub fn from_code(code: &str) -> Option<Language> {
        Language::ALL.into_iter().find(|language| language.code() == code)
    }

    /// The prefix of its paths: empty, or a slash and the code.
    pub fn root(self) -> &'static str {
        match self {
            Language::English => "",
            Language::German => "/de",
        }
    }

    /// The files of the catalogue.
    pub(crate) fn catalogue(self) -> &'static Catalogue {
        match self {
            Language::English => &crate::strings::ENGLISH,
            Language::German => &crate::strings::GERMAN,
        }
    }

    /// The files that the form page needs, separate so that the function contains no others.
    fn form(self) -> &'static [File] {
        match self {
            Language::English => crate::strings::ENGLISH_FORM,
            Language::German => crate::strings::GERMAN_FORM,
        }
    }

    /// The separators of numbers.
    fn separators(self) -> Separators {
        match self {
            Language::English => Separators { group: ',', decimal: '.', before_percent: "" },
            // A narrow no-break space.
            Language::German => Separators { group: '.', decimal: ',', before_percent: "\u{202f}" },
        }
    }

    fn formatter<M>(self) -> fn(&FluentValue<'_>, &M) -> Option<String> {
        match self {
            Language::English => |value, _| format_number(value, Language::English),
            Language::German => |value, _| format_number(value, Language::German),
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

fn format_number(value: &FluentValue<'_>, language: Language) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let separators = language.separators();
    if number.value.fract() == 0.0 && number.value >= 0.0 && number.value < 1e15 {
        return Some(number::grouped(number.value as u64, separators));
    }
    Some(number::localized(&number.as_string(), separators))
}

/// An error in formatting a message.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WordsError {
    /// There is no such message.
    #[error("the catalogue `{language}` has no message `{key}`")]
    Missing {
        /// The language.
        language: Language,
        /// The message.
        key: String,
    },
    /// An argument is missing, or the message calls an unknown function.
    #[error("the message `{key}` of the catalogue `{language}`: {reason}")]
    Wrong {
        /// The language.
        language: Language,
        /// The message.
        key: String,
        /// The errors that Fluent reports.
        reason: String,
    },
}

/// The messages of one language. Cheap to clone.
#[derive(Clone)]
pub struct Words {
    language: Language,
    bundle: Arc<FluentBundle<FluentResource>>,
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Words({})", self.language)
    }
}

/// One value for each language, made on first use.
type Kept = [OnceLock<Words>; Language::ALL.len()];

/// An argument of a message.
pub type Argument<'a> = FluentValue<'a>;

impl Words {
    /// The embedded catalogue of a language, parsed once.
    pub fn of(language: Language) -> Words {
        static ALL: Kept = [const { OnceLock::new() }; Language::ALL.len()];
        let Catalogue { form, site } = language.catalogue();
        ALL[language as usize].get_or_init(|| Words::parse(language, form.iter().chain(*site))).clone()
    }

    /// The part of the catalogue that the form page uses; the function contains no more.
    pub fn of_form(language: Language) -> Words {
        static ALL: Kept = [const { OnceLock::new() }; Language::ALL.len()];
        ALL[language as usize].get_or_init(|| Words::parse(language, language.form())).clone()
    }

    fn parse<'f>(language: Language, files: impl IntoIterator<Item = &'f File>) -> Words {
        let locale = language.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        // <bdi> isolates names; isolation marks would end up in titles and in copied text.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(language.formatter()));
        for (_, text) in files {
            // Entries that do not parse are skipped; a test checks that all entries parse.
            let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(rest, _)| rest);
            bundle.add_resource_overriding(resource);
        }
        Words { language, bundle: Arc::new(bundle) }
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// A message with unescaped arguments: not for HTML.
    ///
    /// Returns the key if the message or an argument is missing; debug builds panic instead.
    pub fn text(&self, key: &str, arguments: &[(&'static str, Argument<'_>)]) -> String {
        let mut values = FluentArgs::with_capacity(arguments.len());
        for (name, value) in arguments {
            values.set(*name, value.clone());
        }
        let text = self.format(key, &values);
        debug_assert!(text.is_ok(), "{text:?}");
        text.unwrap_or_else(|_| key.to_owned())
    }

    /// A message with arguments.
    ///
    /// # Errors
    /// The message or one of its arguments is missing.
    pub fn format(&self, key: &str, arguments: &FluentArgs<'_>) -> Result<String, WordsError> {
        let missing = || WordsError::Missing { language: self.language, key: key.to_owned() };
        let pattern = self.bundle.get_message(key).and_then(|message| message.value()).ok_or_else(missing)?;
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(arguments), &mut errors).into_owned();
        match errors.first() {
            None => Ok(text),
            Some(error) => Err(WordsError::Wrong {
                language: self.language,
                key: key.to_owned(),
                reason: error.to_string(),
            }),
        }
    }

    /// The messages of a file for a script, which replaces the placeholders (`{name}`) itself. `prefix` is
    /// removed from the keys; a message is one line.
    pub fn open_messages(&self, file: &str, prefix: &str) -> BTreeMap<&'static str, String> {
        let Catalogue { form, site } = self.language.catalogue();
        let texts = form.iter().chain(*site).filter(|(name, _)| *name == file);
        let lines = texts.flat_map(|(_, text)| text.lines()).filter(|line| !line.starts_with(['#', ' ']));
        let messages = lines.filter_map(|line| line.split_once(" = "));
        let opened = |text: &str| text.replace("{ $", "{").replace(" }", "}");
        messages.map(|(key, text)| (key.strip_prefix(prefix).unwrap_or(key), opened(text))).collect()
    }

    /// A whole number with thousands separators: `1,234,567`.
    pub fn number(&self, number: u64) -> String {
        number::grouped(number, self.language.separators())
    }

    /// A number with `decimals` decimal places: `2,829.74`.
    pub fn decimal(&self, number: f64, decimals: usize) -> String {
        number::localized(&format!("{number:.decimals$}"), self.language.separators())
    }

    /// A share between 0 and 1 in percent, with `decimals` decimal places: `31.2%`.
    pub fn share(&self, share: f64, decimals: usize) -> String {
        self.with_percent(&self.decimal(100.0 * share, decimals))
    }

    /// A formatted number as percent: `31.2` → `31.2%`.
    pub fn with_percent(&self, number: &str) -> String {
        format!("{number}{}%", self.language.separators().before_percent)
    }

    /// A share in whole percent; only none is `0%` and only all is `100%`: `<1%`, `42%`, `>99%`.
    pub fn percent(&self, part: u64, whole: u64) -> String {
        number::percent(part, whole, self.language.separators())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_the_language_does() {
        let [en, de] = Language::ALL.map(Words::of);
        assert_eq!([en.number(1_234_567), de.number(1_234_567)], ["1,234,567", "1.234.567"]);
        assert_eq!([en.decimal(2829.737, 2), de.decimal(2829.737, 2)], ["2,829.74", "2.829,74"]);
        assert_eq!([en.percent(5, 8), de.percent(5, 8)], ["63%", "63\u{202f}%"]);
        assert_eq!([en.share(0.3123, 1), de.share(0.3123, 1)], ["31.2%", "31,2\u{202f}%"]);
    }

    #[test]
    fn a_message_says_numbers_in_the_words_of_its_plural() {
        let [en, de] = Language::ALL.map(Words::of);
        let said = |words: &Words, n: u64| words.text("people", &[("people", n.into())]);
        assert_eq!([said(&en, 1), said(&en, 1200)], ["1 person", "1,200 people"]);
        assert_eq!([said(&de, 1), said(&de, 1200)], ["1 Person", "1.200 Personen"]);
    }

    #[test]
    fn scripts_get_messages_with_their_gaps_open() {
        for language in Language::ALL {
            let messages = Words::of(language).open_messages("form-scripts", "form-");
            assert!(messages.len() > 50, "{language}");
            assert!(messages["import-preview-lead"].contains(" {files}"), "{language}");
            assert!(!messages.values().any(|text| text.contains('$')), "{language}");
        }
    }

    #[test]
    fn what_is_missing_is_an_error_that_names_it() {
        let words = Words::of(Language::English);
        let error = words.format("no-such-message", &FluentArgs::new()).unwrap_err();
        assert_eq!(error.to_string(), "the catalogue `en` has no message `no-such-message`");
        let error = words.format("people", &FluentArgs::new()).unwrap_err();
        assert!(error.to_string().contains("people"), "{error}");
    }
}
