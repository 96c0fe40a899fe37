//! Official pages of courses and certificates, from a reviewed table. A title itself never becomes a link.

use std::sync::OnceLock;

use serde::Serialize;

use crate::census::{Item, Kind};

/// Rows of tab-separated kind, words of the title, and address.
pub const TABLE: &str = include_str!("../../data/official_pages.tsv");

/// An official page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OfficialView {
    /// Its address, with https.
    pub href: &'static str,
    /// Its host, without `www.`.
    pub host: &'static str,
}

struct Entry {
    kind: Kind,
    words: Vec<&'static str>,
    page: OfficialView,
}

/// The official page of a course or certificate, if the table has one for its title.
pub fn official(item: &Item<'_>) -> Option<OfficialView> {
    static ENTRIES: OnceLock<Vec<Entry>> = OnceLock::new();
    let entries = ENTRIES.get_or_init(|| TABLE.lines().filter_map(entry).collect());
    if item.kind == Kind::Skill {
        return None;
    }
    let title = words(item.name);
    let title: Vec<&str> = title.iter().map(String::as_str).collect();
    let matches = |entry: &&Entry| {
        entry.kind == item.kind
            && match entry.kind {
                Kind::Course => title == entry.words,
                _ => title.windows(entry.words.len()).any(|part| part == entry.words),
            }
    };
    entries.iter().filter(matches).max_by_key(|entry| entry.words.len()).map(|entry| entry.page.clone())
}

/// Words of a title in lower case: runs of letters and digits.
fn words(title: &str) -> Vec<String> {
    let lower = title.to_lowercase();
    lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn entry(line: &'static str) -> Option<Entry> {
    let mut cells = line.split('\t');
    let (kind, words, href) = (cells.next()?, cells.next()?, cells.next()?);
    let kind = Kind::ALL.into_iter().find(|known| known.as_str() == kind)?;
    let host = href.strip_prefix("https://")?.split('/').next()?;
    Some(Entry {
        kind,
        words: words.split(' ').collect(),
        page: OfficialView { href, host: host.strip_prefix("www.").unwrap_or(host) },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(kind: Kind, name: &str) -> Option<&'static str> {
        let item = Item { kind, identity: String::new(), name, people: 9 };
        official(&item).map(|page| page.href)
    }

    #[test]
    fn every_row_has_an_address_without_query_and_fragment() {
        for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
            let entry = entry(line).unwrap_or_else(|| panic!("not an entry: {line}"));
            let rest = entry.page.href.strip_prefix("https://").expect("https");
            let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '/' | '-' | '_');
            assert!(rest.chars().all(plain), "no query, no fragment, nothing to escape: {line}");
            assert!(entry.page.host.contains('.'), "{line}");
            assert_eq!(words(&entry.words.join(" ")), entry.words, "words as titles have them: {line}");
            assert_eq!(line.split('\t').count(), 3, "{line}");
        }
    }

    #[test]
    fn the_entry_with_the_most_words_of_a_title_wins() {
        let aws = page(Kind::Certification, "AWS Certified Solutions Architect – Associate (SAA-C03)");
        assert_eq!(
            aws,
            Some("https://aws.amazon.com/certification/certified-solutions-architect-associate/")
        );
        let scrum = page(Kind::Certification, "Professional Scrum Master™ II (PSM II)");
        assert_eq!(
            scrum,
            Some("https://www.scrum.org/assessments/professional-scrum-master-ii-certification")
        );
        assert_eq!(page(Kind::Course, "Sequence Models"), page(Kind::Course, "sequence models"));
        assert_eq!(page(Kind::Course, "Sequence Models for Time Travel"), None);
        assert_eq!(page(Kind::Skill, "AWS Certified Cloud Practitioner"), None);
        assert_eq!(page(Kind::Certification, "https://evil.example/aws"), None);
        assert_eq!(page(Kind::Certification, "javascript:alert(1)//professional"), None);
    }
}
