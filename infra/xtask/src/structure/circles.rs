//! Circles between the files of a crate: none are allowed.
//!
//! A file imports the file that *defines* what it uses. A re-export (`pub use`) is followed to the definition
//! and is itself no import, so a facade may name its parts and a part may use another through the facade.
//! Code that only tests compile is left out.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::thread;

use anyhow::{Result, anyhow};

use crate::structure::finding::Finding;
use crate::structure::module::{Module, ModulePath};
use crate::structure::modules;
use crate::structure::workspace::Member;

/// How often a path may be looked up again because a module re-exports it: more than any real chain.
const MAX_REEXPORTS: usize = 16;

/// The findings about the sources of all members.
pub(crate) fn check(root: &Path, members: &[Member]) -> Result<Vec<Finding>> {
    thread::scope(|scope| {
        let crates: Vec<_> = members
            .iter()
            .map(|member| scope.spawn(|| crate_findings(root, &root.join(&member.folder).join("src"))))
            .collect();
        let mut findings = Vec::new();
        for found in crates {
            findings.extend(found.join().map_err(|_| anyhow!("the search for circles panicked"))??);
        }
        Ok(findings)
    })
}

/// One finding for each circle between the files below a crate's `src`.
fn crate_findings(root: &Path, src: &Path) -> Result<Vec<Finding>> {
    let modules = modules::read(src)?;
    let imports = imports(&modules);
    Ok(circles(&imports).iter().filter_map(|files| finding(root, &imports, files)).collect())
}

/// An import, by one place where it is used.
struct Import {
    line: usize,
    path: String,
}

/// What each file imports: file to file.
type Imports<'a> = BTreeMap<&'a Path, BTreeMap<&'a Path, Import>>;

fn imports(modules: &BTreeMap<ModulePath, Module>) -> Imports<'_> {
    let mut imports = Imports::new();
    for module in modules.values() {
        let of_file = imports.entry(&module.file).or_default();
        for (path, line) in &module.used {
            if let Some(target) = defining_file(modules, path, 0).filter(|target| *target != module.file) {
                of_file.entry(target).or_insert_with(|| Import { line: *line, path: path.join("::") });
            }
        }
    }
    imports
}

/// The file that defines what a path names; `None` for a module itself, and for what is not of this crate.
fn defining_file<'a>(
    modules: &'a BTreeMap<ModulePath, Module>,
    path: &[String],
    reexports: usize,
) -> Option<&'a Path> {
    if reexports > MAX_REEXPORTS {
        return None;
    }
    let known = (0..=path.len()).rev().find(|n| modules.contains_key(&path[..*n]))?;
    let module = &modules[&path[..known]];
    let name = path.get(known)?;
    if module.defined.contains(name) {
        return Some(&module.file);
    }
    if let Some(target) = module.imported.get(name) {
        return defining_file(modules, &[target, &path[known + 1..]].concat(), reexports + 1);
    }
    let mut globs = module.globs.iter();
    globs.find_map(|glob| defining_file(modules, &[glob, &path[known..]].concat(), reexports + 1))
}

/// Sets of two files or more, each of which can be reached from each other by imports.
fn circles<'a>(imports: &Imports<'a>) -> BTreeSet<BTreeSet<&'a Path>> {
    let reached: BTreeMap<&Path, BTreeSet<&Path>> =
        imports.keys().map(|file| (*file, reached_from(imports, file))).collect();
    let returns = |from: &Path, to: &Path| reached.get(to).is_some_and(|back| back.contains(from));
    reached
        .iter()
        .map(|(file, others)| others.iter().copied().filter(|other| returns(file, other)).collect())
        .filter(|circle: &BTreeSet<&Path>| circle.len() > 1)
        .collect()
}

fn reached_from<'a>(imports: &Imports<'a>, file: &Path) -> BTreeSet<&'a Path> {
    let mut reached = BTreeSet::new();
    let mut next = vec![file];
    while let Some(file) = next.pop() {
        for target in imports.get(file).into_iter().flat_map(BTreeMap::keys).copied() {
            if reached.insert(target) {
                next.push(target);
            }
        }
    }
    reached
}

/// Names every import between the files of a circle.
fn finding(root: &Path, imports: &Imports<'_>, files: &BTreeSet<&Path>) -> Option<Finding> {
    let below_root = |file: &Path| -> PathBuf { file.strip_prefix(root).unwrap_or(file).to_owned() };
    let mut between = Vec::new();
    for from in files {
        for (to, import) in imports[from].iter().filter(|(to, _)| files.contains(*to)) {
            between.push((below_root(from), import.line, below_root(to), &import.path));
        }
    }
    let (file, line, ..) = between.first()?.clone();
    let mut message = format!(
        "{} files import each other in a circle; move what they share to a file below them",
        files.len()
    );
    for (from, line, to, path) in between {
        message += &format!("\n    {}:{line} uses {path} of {}", from.display(), to.display());
    }
    Some(Finding { file, line, message })
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::crate_findings;

    /// The findings about a crate with these files below `src`.
    fn findings(files: &[(&str, &str)]) -> Vec<String> {
        let root = tempfile::tempdir().expect("a folder");
        let src = root.path().join("src");
        for (name, text) in files {
            let file = src.join(name);
            fs::create_dir_all(file.parent().expect("a folder")).expect("made");
            fs::write(file, text).expect("written");
        }
        let findings = crate_findings(root.path(), &src).expect("Rust");
        findings.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_child_that_uses_its_parents_type_is_a_circle() {
        let found = findings(&[
            ("lib.rs", "mod shapes;"),
            ("shapes.rs", "mod area;\npub struct Square;\nfn f(s: &Square) { area::of(s); }"),
            ("shapes/area.rs", "use super::Square;\npub fn of(_: &Square) {}"),
        ]);
        assert_eq!(
            found,
            ["src/shapes/area.rs:1: 2 files import each other in a circle; \
              move what they share to a file below them\
              \n    src/shapes/area.rs:1 uses shapes::Square of src/shapes.rs\
              \n    src/shapes.rs:3 uses shapes::area::of of src/shapes/area.rs"]
        );
    }

    #[test]
    fn a_circle_is_found_through_a_facade() {
        let found = findings(&[
            ("lib.rs", "mod a;\nmod b;\npub use a::A;\npub use b::B;"),
            ("a.rs", "use crate::B;\npub struct A(B);"),
            ("b.rs", "pub struct B;\nimpl B { fn a() -> Option<crate::A> { None } }"),
        ]);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].contains("src/a.rs:1 uses B of src/b.rs"), "{found:?}");
        assert!(found[0].contains("src/b.rs:2 uses A of src/a.rs"), "{found:?}");
    }

    #[test]
    fn a_facade_that_names_its_parts_is_no_circle() {
        let found = findings(&[
            ("lib.rs", "mod a;\nmod b;\npub use a::*;\npub use b::B;"),
            ("a.rs", "pub struct A;"),
            ("b.rs", "use crate::A;\npub struct B(A);"),
        ]);
        assert_eq!(found, [""; 0]);
    }

    #[test]
    fn a_facade_that_uses_its_parts_is_a_circle_with_a_part_that_uses_the_facade() {
        let found = findings(&[
            ("lib.rs", "mod a;\npub use a::A;\npub const MAX: usize = 2;\nfn f() -> A { A }"),
            ("a.rs", "pub struct A;\nfn f() { println!(\"{}\", crate::MAX); }"),
        ]);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].contains("src/a.rs:2 uses MAX of src/lib.rs"), "{found:?}");
    }

    #[test]
    fn a_circle_through_globs_and_a_third_file_is_found() {
        let found = findings(&[
            ("lib.rs", "mod a;\nmod b;\nmod c;"),
            ("a.rs", "use crate::b::*;\npub struct A(B);"),
            ("b.rs", "pub struct B;\nfn f() { use crate::c; c::f() }"),
            ("c.rs", "pub fn f() { let _ = vec![crate::a::A::new()]; }"),
        ]);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].contains("3 files"), "{found:?}");
    }

    #[test]
    fn a_circle_is_found_through_a_module_that_a_macro_declares() {
        let found = findings(&[
            ("lib.rs", "declare! { a }\npub const MAX: usize = a::MIN;"),
            ("a.rs", "pub const MIN: usize = 1;\nfn f() -> usize { super::MAX }"),
        ]);
        assert_eq!(found.len(), 1, "{found:?}");
    }

    #[test]
    fn tests_may_use_what_they_test_and_programs_are_apart() {
        let found = findings(&[
            ("lib.rs", "mod a;\npub const MAX: usize = a::MIN;\n#[cfg(test)]\nmod laws;"),
            ("a.rs", "pub const MIN: usize = 1;\n#[cfg(test)]\nmod tests { use crate::MAX; }"),
            ("laws.rs", "use crate::MAX;\npub const OF_TESTS: usize = MAX;"),
            ("main.rs", "mod a;\nfn main() { a::MIN; }"),
        ]);
        assert_eq!(found, [""; 0]);
    }
}
