//! Selects people by rules about their current company and position; users can edit the file of rules.

mod counts;
mod file;
mod rule;
mod words;

use career_model::Profile;
use serde::Serialize;

pub use counts::{RuleCount, SelectionCounts};
pub use file::RulesError;
use file::RulesFile;
pub use rule::Rule;
use words::{begins_with_words, has_words, plain};

/// The built-in rules: name and text.
const BUILTIN: [(&str, &str); 1] = [("successful-tech", include_str!("../rules/successful-tech.toml"))];

/// The text of a missing or blank position, as in the reference method.
const NO_POSITION: &str = "null";

/// The result of the rules for a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Every rule keeps the person.
    Kept,
    /// The first rule that drops the person.
    Dropped(Rule),
}

/// Rules that select people. `rules/successful-tech.toml` explains every key and how texts are compared.
///
/// ```
/// use career_model::Profile;
/// use profile_data::{Rule, SelectionRules, Verdict};
/// let rules = SelectionRules::builtin("successful-tech").unwrap();
/// let person = |company: &str, position: &str| Profile {
///     company: Some(company.into()),
///     position: Some(position.into()),
///     ..Profile::default()
/// };
/// assert_eq!(rules.judge(&person("Google", "Smart Devices Engineer")), Verdict::Kept);
/// assert_eq!(rules.judge(&person("Acme", "Engineer")), Verdict::Dropped(Rule::Companies));
/// assert_eq!(rules.judge(&person("Google", "Sales Engineer")), Verdict::Dropped(Rule::PositionNone));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SelectionRules {
    /// Whether entries also match inside words, and anywhere in a company's name.
    pub substring: bool,
    /// Entries by rule, in the order of [`Rule`], as [`plain`] text; never an empty list or entry.
    rules: Vec<(Rule, Vec<String>)>,
}

impl SelectionRules {
    /// The built-in rules with this name; `successful-tech` is the only one.
    pub fn builtin(name: &str) -> Option<SelectionRules> {
        let (_, text) = BUILTIN.into_iter().find(|(known, _)| *known == name)?;
        SelectionRules::from_toml(text).ok()
    }

    /// The names of the built-in rules.
    pub fn builtin_names() -> impl Iterator<Item = &'static str> {
        BUILTIN.into_iter().map(|(name, _)| name)
    }

    /// Rules from the text of a file.
    ///
    /// # Errors
    /// A file that is too long or not TOML, an unknown key, or a list that would keep or drop nobody. The
    /// error has line and column.
    pub fn from_toml(text: &str) -> Result<SelectionRules, RulesError> {
        let RulesFile { substring, rules } = file::parse(text)?;
        Ok(SelectionRules { substring, rules })
    }

    /// The rules of this file, in the order in which they apply.
    pub fn rules(&self) -> impl Iterator<Item = Rule> {
        self.rules.iter().map(|(rule, _)| *rule)
    }

    /// Applies the rules to a person.
    pub fn judge(&self, profile: &Profile) -> Verdict {
        let company = plain(profile.company.as_deref().unwrap_or(""));
        let mut position = plain(profile.position.as_deref().unwrap_or(""));
        if position.is_empty() {
            position.push_str(NO_POSITION);
        }
        let keeps = |(rule, entries): &&(Rule, Vec<String>)| match rule {
            Rule::Companies => self.any(entries, &company, begins_with_words),
            Rule::PositionAny => self.any(entries, &position, has_words),
            Rule::PositionNone => !self.any(entries, &position, has_words),
        };
        match self.rules.iter().find(|rule| !keeps(rule)) {
            Some((rule, _)) => Verdict::Dropped(*rule),
            None => Verdict::Kept,
        }
    }

    fn any(&self, entries: &[String], text: &str, has: fn(&str, &str) -> bool) -> bool {
        entries
            .iter()
            .any(|entry| if self.substring { text.contains(entry.as_str()) } else { has(text, entry) })
    }
}
