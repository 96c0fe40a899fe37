//! The languages of a site.

use std::fmt;
use std::str::FromStr;

use crate::words::Language;

/// The languages of a site, the language of the root first; all languages by default.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Languages(Vec<Language>);

impl Languages {
    /// The languages in the order of [`Language::ALL`].
    pub fn iter(&self) -> impl Iterator<Item = Language> {
        self.0.iter().copied()
    }

    /// Whether the site has more than one language.
    pub fn are_several(&self) -> bool {
        self.0.len() > 1
    }
}

impl Default for Languages {
    fn default() -> Languages {
        Languages(Language::ALL.to_vec())
    }
}

impl fmt::Display for Languages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let codes: Vec<&str> = self.iter().map(Language::code).collect();
        f.pad(&codes.join(","))
    }
}

impl FromStr for Languages {
    type Err = String;

    /// Codes separated by commas, such as `en,de`.
    fn from_str(text: &str) -> Result<Languages, String> {
        let shipped = || Languages::default().to_string();
        let mut asked = Vec::new();
        for code in text.split(',').map(str::trim) {
            let unknown = || format!("there is no catalogue for `{code}`, only for {}", shipped());
            asked.push(Language::from_code(code).ok_or_else(unknown)?);
        }
        let root = Language::default();
        if !asked.contains(&root) {
            return Err(format!(
                "`{root}` is the language of addresses without a prefix and has to be among them"
            ));
        }
        Ok(Languages(Language::ALL.into_iter().filter(|language| asked.contains(language)).collect()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_read_in_any_order_and_said_in_ours() {
        let read = |text: &str| text.parse::<Languages>().map(|languages| languages.to_string());
        assert_eq!(read("de, en"), Ok("en,de".to_owned()));
        assert_eq!(read("en"), Ok("en".to_owned()));
        assert!(read("de").unwrap_err().contains("`en` is the language"));
        assert!(read("en,xx").unwrap_err().contains("`xx`, only for en,de"));
        assert!(read("").is_err());
        assert_eq!(Languages::default().to_string().parse(), Ok(Languages::default()));
    }
}
