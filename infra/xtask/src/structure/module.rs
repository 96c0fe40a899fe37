//! One module: what it defines, imports and uses.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use syn::{Attribute, Meta};

/// A path below the crate's root: `["releases", "gate"]`.
pub(crate) type ModulePath = Vec<String>;

/// What one module declares and uses.
#[derive(Debug)]
pub(crate) struct Module {
    /// The file in which it is written.
    pub(crate) file: PathBuf,
    path: ModulePath,
    /// Its submodules.
    pub(crate) children: BTreeSet<String>,
    /// Names that it defines.
    pub(crate) defined: BTreeSet<String>,
    /// Names that it imports, and the path of each from the crate's root.
    pub(crate) imported: BTreeMap<String, ModulePath>,
    /// Modules whose names are all imported (`use a::*`).
    pub(crate) globs: Vec<ModulePath>,
    /// Paths that its code uses, and the line where each is used first. A re-export is no use.
    pub(crate) used: BTreeMap<ModulePath, usize>,
}

impl Module {
    /// A module without anything in it.
    pub(crate) fn new(file: &Path, path: ModulePath) -> Module {
        Module {
            file: file.to_owned(),
            path,
            children: BTreeSet::new(),
            defined: BTreeSet::new(),
            imported: BTreeMap::new(),
            globs: Vec::new(),
            used: BTreeMap::new(),
        }
    }

    /// A path from the crate's root; `None` for a path that starts in another crate, or with a name from a
    /// glob.
    pub(crate) fn absolute(&self, written: &[String]) -> Option<ModulePath> {
        let first = written.first()?;
        let mut base = self.path.clone();
        let mut rest = written;
        match first.as_str() {
            "crate" => {
                base.clear();
                rest = &written[1..];
            }
            "self" => rest = &written[1..],
            "super" => {
                while rest.first().is_some_and(|part| part == "super") {
                    base.pop();
                    rest = &rest[1..];
                }
            }
            name if self.children.contains(name) || self.defined.contains(name) => {}
            name => {
                base = self.imported.get(name)?.clone();
                rest = &written[1..];
            }
        }
        base.extend(rest.iter().cloned());
        Some(base)
    }

    /// Adds a path as it is written at a line.
    pub(crate) fn add_use(&mut self, written: &[String], line: usize) {
        let paths = match self.absolute(written) {
            Some(path) => vec![path],
            // Perhaps from a glob; a path that leads nowhere is no import.
            None => self.globs.iter().map(|glob| [glob, written].concat()).collect(),
        };
        for path in paths {
            self.used.entry(path).or_insert(line);
        }
    }
}

/// Whether an item is compiled for tests only: `#[test]`, or a `#[cfg(…)]` that asks for `test`.
pub(crate) fn is_test(attribute: &Attribute) -> bool {
    let Meta::List(list) = &attribute.meta else {
        return attribute.path().is_ident("test");
    };
    let tokens = list.tokens.to_string();
    let mut words = tokens.split(|c: char| !c.is_alphanumeric() && c != '_');
    list.path.is_ident("cfg") && !tokens.starts_with("not") && words.any(|word| word == "test")
}
