//! Which files are meant: paths, folders of pages, and globs in the last part of a path.

use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

/// Every page file that the paths mean, in order; those of a folder or a glob sorted by name.
///
/// # Errors
/// A folder that cannot be listed, or a path that means no file.
pub fn expand(paths: &[PathBuf]) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for path in paths {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if path.is_dir() {
            let pages = listed(path, is_page)?;
            if pages.is_empty() {
                bail!("{}: no .html or .htm file in this folder", path.display());
            }
            files.extend(pages);
        } else if name.contains(['*', '?']) && !path.exists() {
            let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
            let matching = listed(folder.unwrap_or(Path::new(".")), |file| matches(name, file))?;
            if matching.is_empty() {
                bail!("{}: no file matches", path.display());
            }
            files.extend(matching);
        } else {
            files.push(path.clone());
        }
    }
    Ok(files)
}

fn is_page(name: &str) -> bool {
    let extension = Path::new(name).extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    extension.eq_ignore_ascii_case("html") || extension.eq_ignore_ascii_case("htm")
}

fn listed(folder: &Path, wanted: impl Fn(&str) -> bool) -> Result<Vec<PathBuf>> {
    let read = || -> io::Result<Vec<PathBuf>> {
        let mut found = Vec::new();
        for entry in std::fs::read_dir(folder)? {
            let entry = entry?;
            if entry.file_name().to_str().is_some_and(&wanted) && entry.path().is_file() {
                found.push(entry.path());
            }
        }
        Ok(found)
    };
    let mut found = read().with_context(|| format!("{}: the folder cannot be listed", folder.display()))?;
    found.sort();
    Ok(found)
}

/// `*` is any run of characters, `?` is one. (The linear-time match with one point to go back to.)
fn matches(pattern: &str, name: &str) -> bool {
    let (pattern, name): (Vec<char>, Vec<char>) = (pattern.chars().collect(), name.chars().collect());
    let (mut p, mut n) = (0, 0);
    let mut star: Option<(usize, usize)> = None;
    while n < name.len() {
        match pattern.get(p) {
            Some('*') => {
                star = Some((p, n));
                p += 1;
            }
            Some(&c) if c == '?' || c == name[n] => {
                p += 1;
                n += 1;
            }
            _ => match star {
                Some((star_p, star_n)) => {
                    star = Some((star_p, star_n + 1));
                    p = star_p + 1;
                    n = star_n + 1;
                }
                None => return false,
            },
        }
    }
    pattern[p..].iter().all(|&c| c == '*')
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn globs_match_names() {
        for (pattern, name, expected) in [
            ("*.html", "a.html", true),
            ("*.html", "a.htm", false),
            ("p?-*.html", "p1-x.y.html", true),
            ("*a*b", "xaxbxb", true),
            ("a*", "ba", false),
            ("?", "", false),
            ("*", "", true),
        ] {
            assert_eq!(matches(pattern, name), expected, "{pattern} {name}");
        }
    }
}
