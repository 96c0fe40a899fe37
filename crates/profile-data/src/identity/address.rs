//! One spelling for all addresses of a profile page.

use super::spelling::{is_around_a_name, is_placeholder};

/// Prefixes of host names that lead to the same page.
const HOST_PREFIXES: [&str; 6] = ["www.", "m.", "mobile.", "touch.", "amp.", "web."];

/// The site whose countries and languages lead to the same page.
const LINKEDIN: &str = "linkedin.com";

/// First parts of paths of this site that are not about one person.
const LINKEDIN_ELSEWHERE: [&str; 9] =
    ["company", "feed", "groups", "jobs", "learning", "posts", "school", "search", "showcase"];

/// Parts of paths that name no person.
const NOBODY: [&str; 22] = [
    "in",
    "pub",
    "profile",
    "profiles",
    "people",
    "person",
    "user",
    "users",
    "member",
    "members",
    "view",
    "company",
    "home",
    "feed",
    "login",
    "authwall",
    "signup",
    "profile.php",
    "user.php",
    "u",
    "p",
    "null",
];

/// Parameters that name the person in an address whose path does not.
const PERSON_PARAMETERS: [&str; 12] = [
    "id",
    "uid",
    "user",
    "userid",
    "user_id",
    "username",
    "member",
    "memberid",
    "member_id",
    "profile",
    "profileid",
    "profile_id",
];

/// Names of a folder's own page.
const INDEX_PAGES: [&str; 4] = ["index.html", "index.htm", "index.php", "index"];

/// The address in its only spelling: without scheme, host prefix, user, usual port, query, fragment and
/// superfluous slashes, percent-decoded, in lower case. `None` for a text that is not the address of a
/// person's page.
///
/// ```
/// use profile_data::canonical_address;
/// let spelling = "HTTPS://DE.LinkedIn.com:443/in/Mira%2DTest/de/?trk=people#top";
/// assert_eq!(canonical_address(spelling).as_deref(), Some("linkedin.com/in/mira-test"));
/// assert_eq!(canonical_address("https://www.linkedin.com/in/"), None);
/// ```
pub fn canonical_address(text: &str) -> Option<String> {
    let text = text.trim_matches(is_around_a_name);
    let (scheme, rest) = split_scheme(text);
    let end = rest.find(['/', '\\', '?', '#']).unwrap_or(rest.len());
    let (authority, rest) = rest.split_at(end);
    let host = host(authority);
    if host.is_empty() || host.contains(char::is_whitespace) || !(host.contains('.') || scheme) {
        return None;
    }
    let rest = rest.split('#').next().unwrap_or_default();
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    let path = decoded(path).to_lowercase().replace('\\', "/");
    // A query that was percent-encoded, and the session of a server.
    let path = path.split(['?', '#', ';']).next().unwrap_or_default();
    let mut parts: Vec<&str> = path
        .split('/')
        .map(|part| part.trim_matches(is_around_a_name))
        .filter(|part| !matches!(*part, "" | "."))
        .collect();
    while parts.last().is_some_and(|last| INDEX_PAGES.contains(last) || is_placeholder(last)) {
        parts.pop();
    }
    if host == LINKEDIN {
        if matches!(parts.first(), Some(&("mwlite" | "comm"))) {
            parts.remove(0);
        }
        if parts.first().is_some_and(|first| LINKEDIN_ELSEWHERE.contains(first)) {
            return None;
        }
        if parts.first() == Some(&"in") {
            // After the name follow a language, or a part of the page.
            parts.truncate(2);
        }
    }
    let is_known = |part: &&str| NOBODY.contains(part) || is_placeholder(part);
    let mut address = [&[host.as_str()], parts.as_slice()].concat().join("/");
    let names_somebody = if parts.len() == 1 { !is_known(&parts[0]) } else { !parts.iter().all(is_known) };
    if !names_somebody || parts.last().is_some_and(|last| last.ends_with(".php") || *last == "view") {
        let person = query.split(['&', ';']).filter_map(|pair| pair.split_once('=')).find(|(name, value)| {
            !value.is_empty() && PERSON_PARAMETERS.contains(&name.to_lowercase().as_str())
        });
        let (name, value) = person?;
        address = format!("{address}?{}={}", name.to_lowercase(), decoded(value).to_lowercase());
    }
    Some(address)
}

/// Whether there is a scheme, and the rest.
fn split_scheme(text: &str) -> (bool, &str) {
    if let Some(rest) = text.strip_prefix("//") {
        return (true, rest);
    }
    let is_scheme = |scheme: &str| {
        !scheme.is_empty()
            && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
    };
    match text.split_once("://") {
        Some((scheme, rest)) if is_scheme(scheme) => (true, rest.trim_start_matches('/')),
        _ => (false, text),
    }
}

/// The host name in lower case, without user, usual port and prefixes.
fn host(authority: &str) -> String {
    let whole = authority.rsplit('@').next().unwrap_or_default().to_lowercase();
    let mut host = whole.as_str();
    // Until it stays: what is removed may hide more.
    loop {
        let before = host.len();
        host = host.trim_matches(is_around_a_name).trim_end_matches(['.', ':']);
        host = host.strip_suffix(":80").or_else(|| host.strip_suffix(":443")).unwrap_or(host);
        host = without_prefix(host);
        if host.len() == before {
            break;
        }
    }
    let country = host.strip_suffix(LINKEDIN).and_then(|prefix| prefix.strip_suffix('.'));
    match country {
        Some(country) if country.len() <= 3 || HOST_PREFIXES.iter().any(|p| country.starts_with(p)) => {
            LINKEDIN.to_owned()
        }
        _ => host.to_owned(),
    }
}

/// The host without one prefix, if a name with a dot remains.
fn without_prefix(host: &str) -> &str {
    let rest = HOST_PREFIXES.iter().find_map(|prefix| host.strip_prefix(prefix));
    let of_language = || host.split_once('.').filter(|(first, _)| is_language(first)).map(|(_, rest)| rest);
    rest.or_else(of_language).filter(|rest| rest.contains('.')).unwrap_or(host)
}

/// Whether a label of a host is a language or a country, as `de` or `zh-cn`.
fn is_language(label: &str) -> bool {
    let is_code = |code: &str| code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_lowercase());
    label.split_once('-').map_or(is_code(label), |(language, country)| is_code(language) && is_code(country))
}

/// The text without percent-encoding, which some exports apply twice. What is not percent-encoded UTF-8
/// stays.
fn decoded(text: &str) -> String {
    let mut text = text.to_owned();
    for _ in 0..2 {
        let Some(decoded) = decoded_once(&text) else { break };
        text = decoded;
    }
    text
}

/// `None` if nothing is encoded.
fn decoded_once(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).and_then(|&byte| (byte as char).to_digit(16));
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        match (byte, digit(at + 1), digit(at + 2)) {
            (b'%', Some(high), Some(low)) => {
                decoded.push((high * 16 + low) as u8);
                at += 3;
            }
            _ => {
                decoded.push(byte);
                at += 1;
            }
        }
    }
    (decoded.len() < bytes.len()).then(|| String::from_utf8(decoded).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn spellings_of_one_address() {
        let spellings = [
            "https://www.linkedin.com/in/mira-test",
            "http://linkedin.com/in/mira-test/",
            "linkedin.com/in/mira-test",
            "//de.linkedin.com//in//mira-test//",
            "https://m.linkedin.com/in/Mira-Test?trk=a/b&x=1",
            "https://uk.linkedin.com/in/mira-test/en-us",
            "HTTPS://USER@LINKEDIN.COM:443/in/mira%2Dtest#about",
            "https://www.linkedin.com/mwlite/in/mira-test",
            " <https://www.linkedin.com./in/mira-test/details/skills/> ",
            "https://www.linkedin.com/in/mira%252Dtest",
        ];
        for spelling in spellings {
            assert_eq!(
                canonical_address(spelling).as_deref(),
                Some("linkedin.com/in/mira-test"),
                "{spelling}"
            );
        }
        assert_eq!(canonical_address("https://x.example/%D0%9C%D0%B8"), canonical_address("x.example/ми"));
        assert_eq!(canonical_address("http://localhost:8080/mira").as_deref(), Some("localhost:8080/mira"));
    }

    #[test]
    fn a_text_that_names_no_person_is_no_address() {
        for text in [
            "",
            " ",
            "n/a",
            "null",
            "mira",
            "in/mira",
            "https://",
            "https://www.linkedin.com",
            "linkedin.com/in/",
            "https://www.linkedin.com/in//?x=1",
            "https://x.example/profile",
            "https://x.example/p/not-found",
            "linkedin.com/in/unavailable",
            "linkedin.com/in/linkedin-member/",
            "linkedin.com/company/acme",
            "linkedin.com/search/results/people/",
            "https://x.example/profile.php?x=1",
        ] {
            assert_eq!(canonical_address(text), None, "{text}");
        }
    }

    #[test]
    fn a_parameter_counts_where_the_path_names_nobody() {
        let of =
            |number: u32| canonical_address(&format!("https://x.example/profile.php?lang=de&ID={number}"));
        assert_eq!(of(5).as_deref(), Some("x.example/profile.php?id=5"));
        assert_ne!(of(5), of(6));
        assert_eq!(canonical_address("x.example/in/mira?id=5"), canonical_address("x.example/in/mira?id=6"));
    }

    /// Characters as percent-encoded bytes, where `encode` says so.
    fn encoded(text: &str, encode: u64) -> String {
        let at = |index: usize| encode >> (index % 64) & 1 == 1;
        text.bytes()
            .enumerate()
            .map(|(index, byte)| if at(index) { format!("%{byte:02x}") } else { (byte as char).to_string() })
            .collect()
    }

    proptest! {
        #[test]
        fn every_spelling_has_one_address(
            name in "[a-z][a-z0-9-]{0,12}yz",
            scheme in prop::sample::select(&["", "http://", "https://", "HTTPS://", "//"][..]),
            prefix in prop::sample::select(&["", "www.", "m.", "WWW.", "mobile.", "de.", "www.fr."][..]),
            end in prop::sample::select(
                &["", "/", "//", "?a=b", "/?a=b&id=3", "#top", "/#top", "/?x=/y"][..]
            ),
            upper: bool,
            encode: u64,
        ) {
            let name_as = if upper { encoded(&name.to_uppercase(), encode) } else { encoded(&name, encode) };
            let spelling = format!("{scheme}{prefix}linkedin.com/in/{name_as}{end}");
            prop_assert_eq!(canonical_address(&spelling), Some(format!("linkedin.com/in/{name}")));
            let elsewhere = spelling.replacen("linkedin.com/in", "profiles.example/people", 1);
            let address = format!("profiles.example/people/{name}");
            prop_assert_eq!(canonical_address(&elsewhere), Some(address));
        }

        #[test]
        fn other_people_have_other_addresses(a in "[a-z0-9-]{3,12}", b in "[a-z0-9-]{3,12}") {
            prop_assume!(!is_placeholder(&a) && !is_placeholder(&b));
            let of = |name: &str| canonical_address(&format!("https://x.example/in/{name}"));
            prop_assert_eq!(of(&a) == of(&b), a == b);
        }

        #[test]
        fn any_text_has_at_most_one_address_and_it_is_its_own(text in ".{0,60}") {
            if let Some(address) = canonical_address(&text)
                && !address.contains(['%', '?', '#', '\\', '@'])
                // A host without a dot is one only after a scheme.
                && address.split('/').next().is_some_and(|host| host.contains('.'))
            {
                prop_assert_eq!(canonical_address(&address), Some(address.clone()), "{}", address);
            }
        }
    }
}
