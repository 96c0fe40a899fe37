//! The list of URLs to collect.

use std::collections::HashSet;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use super::CollectError;
use super::error::in_file;

/// The most URLs in a list.
pub const MAX_URLS: usize = 1_000_000;
/// The longest URL, in bytes.
const MAX_URL_BYTES: usize = 2_048;

/// Reads a list: one http(s) URL per line, `#` for comment lines; duplicates are dropped.
///
/// # Errors
/// A file that cannot be read, a line that is no http(s) URL, more than [`MAX_URLS`], or none.
pub fn read_urls(path: &Path) -> Result<Vec<String>, CollectError> {
    let unreadable = "the list of URLs cannot be read; check the path";
    let mut source = BufReader::new(File::open(path).map_err(in_file(path, unreadable))?);
    let mut seen = HashSet::new();
    let mut urls = Vec::new();
    for number in 1.. {
        let mut line = Vec::new();
        let limit = MAX_URL_BYTES as u64 + 16;
        let n_bytes =
            (&mut source).take(limit).read_until(b'\n', &mut line).map_err(in_file(path, unreadable))?;
        if n_bytes == 0 {
            break;
        }
        let bad = |why| CollectError::BadUrl { path: path.to_owned(), line: number, why };
        let text = std::str::from_utf8(&line).map_err(|_| bad("not UTF-8"))?;
        let text = text.trim_start_matches('\u{feff}').trim();
        if text.len() > MAX_URL_BYTES || n_bytes as u64 == limit && !line.ends_with(b"\n") {
            return Err(bad("longer than any URL"));
        }
        if text.is_empty() || text.starts_with('#') {
            continue;
        }
        checked(text).map_err(bad)?;
        if seen.insert(text.to_owned()) {
            urls.push(text.to_owned());
        }
        if urls.len() > MAX_URLS {
            let why = "more than a million URLs; split the list";
            return Err(CollectError::BadList { path: path.to_owned(), why });
        }
    }
    if urls.is_empty() {
        return Err(CollectError::BadList { path: path.to_owned(), why: "no URL in it; give one a line" });
    }
    Ok(urls)
}

fn checked(url: &str) -> Result<(), &'static str> {
    if url.contains(|c: char| c.is_control() || c.is_whitespace()) {
        return Err("white space or a control character in it");
    }
    let (scheme, rest) = url.split_once("://").ok_or("not a URL")?;
    if !scheme.eq_ignore_ascii_case("https") && !scheme.eq_ignore_ascii_case("http") {
        return Err("neither http nor https");
    }
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    match authority {
        "" => Err("no host in it"),
        _ if authority.contains('@') => Err("a user name or password in it"),
        _ => Ok(()),
    }
}
