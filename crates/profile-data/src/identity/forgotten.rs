//! People who asked to be forgotten, as salted hashes of their ids and addresses.

use std::collections::BTreeSet;
use std::fmt;

use career_model::Profile;
use sha2::{Digest, Sha256};

use super::{Names, canonical_address, slug};

/// The ids and addresses of people who must not be read, as hashes.
///
/// A hash is that of the salt and the name in its only spelling. The salt keeps hashes of two lists from
/// being compared; whoever has it can still test a guess.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Forgotten {
    salt: String,
    hashes: BTreeSet<[u8; 32]>,
}

/// What a hashed text is.
#[derive(Clone, Copy)]
enum Kind {
    Id,
    Address,
    /// The last part of a listed address, which is the id of a record without an address.
    Slug,
}

impl Forgotten {
    /// A list with the hashes that an earlier list with the same salt had.
    pub fn new(salt: String, hashes: BTreeSet<[u8; 32]>) -> Forgotten {
        Forgotten { salt, hashes }
    }

    /// Adds an id, or the address of a profile in any spelling. Returns whether it is new; `None` if the text
    /// names nobody, as an empty text, `null` or the address of a start page.
    pub fn add(&mut self, text: &str) -> Option<bool> {
        let text = text.trim();
        let mut names = Names::of(text, None);
        if text.contains('/') && names.address.is_none() {
            names.address = canonical_address(text);
        }
        let is_new = match (&names.id, &names.address) {
            (None, None) => return None,
            // A text with a scheme that leads to nobody's page is no id either.
            (Some(_), None) if text.contains("://") => return None,
            (id, address) => {
                let slug = address.as_deref().and_then(slug).map(|slug| (Kind::Slug, slug));
                let id = id.as_deref().map(|id| (Kind::Id, id));
                let address = address.as_deref().map(|address| (Kind::Address, address));
                let hashes = [id, address, slug].into_iter().flatten();
                let hashes: Vec<[u8; 32]> = hashes.map(|(kind, text)| self.hash(kind, text)).collect();
                let known = self.hashes.len();
                self.hashes.extend(hashes);
                self.hashes.len() > known
            }
        };
        Some(is_new)
    }

    /// Whether the record is of a listed person: by its id, by its address, or, if it has only one of them,
    /// by the last part of the address (as [`Identity`](super::Identity) compares them).
    pub fn has(&self, profile: &Profile) -> bool {
        if self.hashes.is_empty() {
            return false;
        }
        let Names { id, address } = Names::of(&profile.id, profile.url.as_deref());
        let has = |kind, text: &str| self.hashes.contains(&self.hash(kind, text));
        match (id.as_deref(), address.as_deref()) {
            (Some(id), Some(address)) => has(Kind::Id, id) || has(Kind::Address, address),
            (Some(id), None) => has(Kind::Id, id) || has(Kind::Slug, id),
            (None, Some(address)) => {
                has(Kind::Address, address) || slug(address).is_some_and(|slug| has(Kind::Id, slug))
            }
            (None, None) => false,
        }
    }

    /// The salt.
    pub fn salt(&self) -> &str {
        &self.salt
    }

    /// The hashes, sorted.
    pub fn hashes(&self) -> &BTreeSet<[u8; 32]> {
        &self.hashes
    }

    fn hash(&self, kind: Kind, text: &str) -> [u8; 32] {
        let kind = match kind {
            Kind::Id => "id",
            Kind::Address => "address",
            Kind::Slug => "slug",
        };
        let mut hash = Sha256::new();
        for part in [&self.salt, kind, text] {
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part);
        }
        hash.finalize().into()
    }
}

impl fmt::Debug for Forgotten {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Forgotten").field("hashes", &self.hashes.len()).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(id: &str, url: Option<&str>) -> Profile {
        Profile { id: id.to_owned(), url: url.map(str::to_owned), ..Profile::default() }
    }

    fn listing(text: &str) -> Forgotten {
        let mut list = Forgotten::new("salt".to_owned(), BTreeSet::new());
        assert_eq!(list.add(text), Some(true), "{text}");
        assert_eq!(list.add(text), Some(false), "{text}");
        list
    }

    #[test]
    fn a_person_is_found_in_every_spelling_and_others_are_not() {
        let page = "https://www.linkedin.com/in/mira-test";
        let table = [
            ("Mira-Test", of(" mira-test ", None), true),
            ("mira-test", of("", Some(page)), true),
            ("mira-test", of("mira-test", Some("x.example/other")), true),
            ("mira-test", of("4711", Some(page)), false),
            ("linkedin.com/in/MIRA%2Dtest/", of("4711", Some(page)), true),
            ("https://de.linkedin.com/in/mira-test?trk=a", of("mira-test", None), true),
            (page, of("mira-test", Some("https://x.example/mira-test")), false),
            (page, of("https://linkedin.com/in/mira-test", None), true),
            ("x.example/p/mira-test", of("", Some("http://X.example/p/mira-test#top")), true),
            ("x.example/p/mira-test", of("x.example/p/mira-test", None), true),
            ("17.0", of("17", None), true),
            ("17", of("18", None), false),
            ("mira-test", of("mira-test-2", None), false),
            ("mira-test", of("", None), false),
        ];
        for (listed, record, is_found) in table {
            assert_eq!(listing(listed).has(&record), is_found, "{listed}: {record:?}");
        }
    }

    #[test]
    fn a_text_that_names_nobody_is_not_listed() {
        for text in ["", " ", "null", "N/A", "0", "https://www.linkedin.com/in/"] {
            let mut list = Forgotten::default();
            assert_eq!(list.add(text), None, "{text}");
            assert!(list.hashes().is_empty());
        }
    }

    #[test]
    fn neither_hashes_nor_debug_have_names_and_salts_differ() {
        let mut lists = ["one", "two"].map(|salt| Forgotten::new(salt.to_owned(), BTreeSet::new()));
        lists.iter_mut().for_each(|list| assert_eq!(list.add("mira-test"), Some(true)));
        assert_ne!(lists[0].hashes(), lists[1].hashes());
        assert!(!format!("{lists:?}").contains("mira"));
    }
}
