//! Whether two records are of one person: by address, by id or, without both, by equal content.
//!
//! The keys are 64-bit hashes; they are compared within one run and never stored. [`Identity::of`] computes
//! them, and `training::reading` compares them. [`Forgotten`] has the people who must not be read.

mod address;
mod date;
mod forgotten;
mod sketch;
mod spelling;

use career_model::Profile;
use career_model::fingerprint::fingerprint;

pub use address::canonical_address;
pub(crate) use date::day_of;
pub use forgotten::Forgotten;
pub use sketch::Sketch;

/// A shorter list may be that of several people. Of 100,000 synthetic and 2,671 real people, no two with at
/// least four items had the same ones.
const MIN_ITEMS: usize = 4;

/// The longest id that may be the number of a row, in digits.
const MAX_NUMBER_DIGITS: usize = 9;

/// The shortest last part of an address that is compared with ids.
const MIN_SLUG_BYTES: usize = 6;

/// What a record says about the person it is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Identity {
    /// The hash of the address of the person's page, the same for every spelling.
    pub address: Option<u64>,
    /// The other key.
    pub own: OwnKey,
}

/// The key besides the address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnKey {
    /// No id, no address and no content: a record without identity.
    Nothing,
    /// The hash of an id.
    Id(u64),
    /// An id that may be the number of a row: a whole number of at most nine digits.
    Number(u32),
    /// No id: the hash of the last part of the address, to compare with ids of records without an address.
    Slug(u64),
    /// No id and no address: the hash of the content without the months, which grow from week to week.
    Content(u64),
    /// No id, no address and so few items that several people may have the same ones.
    ShortContent {
        /// The hash of the items.
        key: u64,
        /// Months of experience.
        months: Option<u32>,
    },
}

impl Identity {
    /// Whether two records of one file are of the same person.
    pub fn is_same_person(&self, other: &Identity) -> bool {
        let has_key = self.own == other.own && !matches!(self.own, OwnKey::Nothing | OwnKey::Slug(_));
        let (one, two) = (self.address, other.address);
        (one.is_some() && one == two)
            || has_key && (matches!(self.own, OwnKey::Id(_)) || one.is_none() || two.is_none())
    }

    /// The keys of a record.
    pub fn of(profile: &Profile) -> Identity {
        let Names { id, address } = Names::of(&profile.id, profile.url.as_deref());
        let own = match (&id, &address) {
            (Some(id), _) => {
                let number = is_number(id).then(|| id.parse().ok()).flatten();
                number.map_or_else(|| OwnKey::Id(fingerprint(id)), OwnKey::Number)
            }
            (None, Some(address)) => {
                slug(address).map_or(OwnKey::Nothing, |slug| OwnKey::Slug(fingerprint(slug)))
            }
            (None, None) => content(profile),
        };
        Identity { address: address.map(|address| fingerprint(&address)), own }
    }
}

/// The texts that name the person of a record, each in its only spelling.
struct Names {
    id: Option<String>,
    /// The address of the person's page.
    address: Option<String>,
}

impl Names {
    fn of(id: &str, url: Option<&str>) -> Names {
        let mut own = given_id(id);
        let mut address = url.and_then(canonical_address);
        if let Some(text) = &own
            && (text.contains("://") || text.starts_with("www.") || text.contains("linkedin.com/"))
            && let Some(same) = canonical_address(id)
        {
            // Some exports have the address as the id.
            address.get_or_insert(same);
            own = None;
        }
        Names { id: own, address }
    }
}

/// The last part of an address, if it is comparable with ids.
fn slug(address: &str) -> Option<&str> {
    let slug = address.rsplit('/').next().unwrap_or_default();
    (slug.len() >= MIN_SLUG_BYTES && !is_number(slug)).then_some(slug)
}

/// The id in lower case, without quotes and invisible characters around it, and without the `.0` of a number
/// that was a float; `None` for a missing one.
fn given_id(id: &str) -> Option<String> {
    let id = id.trim_matches(spelling::is_around_a_name).to_lowercase();
    let whole = id.strip_suffix(".0").filter(|whole| whole.bytes().all(|byte| byte.is_ascii_digit()));
    let id = whole.filter(|whole| !whole.is_empty()).map_or(id.clone(), str::to_owned);
    (!spelling::is_placeholder(&id)).then_some(id)
}

fn is_number(text: &str) -> bool {
    (1..=MAX_NUMBER_DIGITS).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The key of the content.
fn content(profile: &Profile) -> OwnKey {
    let items = items(profile);
    let key = fingerprint(&items.join("\n"));
    match items.len() {
        0 => OwnKey::Nothing,
        n if n < MIN_ITEMS => OwnKey::ShortContent { key, months: profile.experience_months },
        _ => OwnKey::Content(key),
    }
}

/// The items of a record, each once and in order, with a letter for their kind.
fn items(profile: &Profile) -> Vec<String> {
    let lists = [
        ('s', profile.skills.as_slice()),
        ('c', &profile.courses),
        ('k', &profile.certifications),
        ('d', &profile.degree_fields),
        ('p', profile.position.as_slice()),
    ];
    let lists = lists.into_iter().flat_map(|(kind, list)| list.iter().map(move |text| (kind, text.trim())));
    let given = lists.filter(|(_, text)| !text.is_empty());
    let mut items: Vec<String> = given.map(|(kind, text)| format!("{kind}{}", text.to_lowercase())).collect();
    items.sort_unstable();
    items.dedup();
    items
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn person(id: &str, url: Option<&str>) -> Profile {
        Profile { id: id.to_owned(), url: url.map(str::to_owned), ..Profile::default() }
    }

    #[test]
    fn the_key_of_an_id() {
        let own = |id: &str| Identity::of(&person(id, None)).own;
        assert_eq!(own(" Mira-Test-1 "), own("mira-test-1"));
        assert_ne!(own("mira-test-1"), own("mira-test-2"));
        assert_eq!((own("17"), own("17.0")), (OwnKey::Number(17), OwnKey::Number(17)));
        assert!(matches!(own("1234567890"), OwnKey::Id(_)));
        assert_eq!(own("1234567890.0"), own("1234567890"));
        for spelling in ["\u{feff}mira-test-1", "\"mira-test-1\"", "@mira-test-1", "mira-test-1\u{200b}"] {
            assert_eq!(own(spelling), own("mira-test-1"), "{spelling}");
        }
        for missing in ["", " ", "0", "NULL", "n/a", "-", "#N/A", "(blank)", "[Redacted]", "no id", "?"] {
            assert_eq!(own(missing), OwnKey::Nothing, "{missing}");
        }
    }

    #[test]
    fn an_address_as_an_id_is_an_address() {
        let by_id = Identity::of(&person("https://DE.linkedin.com/in/Mira-Test/", None));
        let by_url = Identity::of(&person("", Some("linkedin.com/in/mira-test")));
        assert_eq!(by_id, by_url);
        assert!(by_id.address.is_some());
    }

    #[test]
    fn the_last_part_of_an_address_is_comparable_with_an_id() {
        let OwnKey::Slug(slug) = Identity::of(&person("", Some("https://x.example/p/mira-test"))).own else {
            panic!("a slug")
        };
        assert_eq!(Identity::of(&person("Mira-Test", None)).own, OwnKey::Id(slug));
        assert_eq!(Identity::of(&person("", Some("https://x.example/p/4711"))).own, OwnKey::Nothing);
    }

    #[test]
    fn only_long_content_is_compared_without_months() {
        let listing = |n: usize, months| Profile {
            skills: (0..n).map(|skill| format!("Skill {skill}")).collect(),
            experience_months: Some(months),
            ..Profile::default()
        };
        let own = |n, months| Identity::of(&listing(n, months)).own;
        assert_eq!(own(4, 10), own(4, 11));
        assert_eq!(own(3, 10), own(3, 10));
        assert_ne!(own(3, 10), own(3, 11));
        assert_eq!(own(0, 10), OwnKey::Nothing, "months alone name nobody");
    }

    proptest! {
        #[test]
        fn content_does_not_depend_on_order_case_or_repetition(
            skills in prop::collection::vec("[A-Za-z]{1,6}", 1..12), seed: u64,
        ) {
            let mut other: Vec<String> =
                skills.iter().map(|skill| format!(" {} ", skill.to_uppercase())).collect();
            other.push(skills[seed as usize % skills.len()].clone());
            other.rotate_left(seed as usize % skills.len());
            let of = |skills: Vec<String>| Identity::of(&Profile { skills, ..Profile::default() });
            prop_assert_eq!(of(skills), of(other));
        }
    }
}
