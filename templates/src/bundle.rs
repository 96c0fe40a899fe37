//! Bundles JavaScript modules into one file.
//!
//! The bundle has every module that the entry imports, directly or not: each once, after the modules that it
//! imports, all in one scope. Imports and the keyword `export` are removed. Because the scope is shared, only
//! one module of a bundle may declare a top-level name; names never change.
//!
//! Sources are read line by line, not parsed. Two forms are understood, at the beginning of a line:
//!
//! ```js
//! import { name, other } from "./file.js"; // relative, with its extension; may span several lines
//! export function name() {}                // or `async function`, `const`, `let`, `class`
//! ```
//!
//! The forms are recognised at the beginning of a line wherever it stands, so no line of a comment or a text
//! may begin with one. Every other line that begins with `import` or `export` is refused, and so is a
//! top-level declaration by a pattern (`const { a, b } = …`). ESLint finds what the bundler cannot see: two
//! declarations in one line, and names that are used but not imported.

use std::collections::BTreeMap;

/// How browsers load a bundle.
#[derive(Clone, Copy)]
pub(crate) enum Format {
    /// A classic script in a function of its own: it declares no global name.
    Classic,
    /// A module with the exports of the entry.
    Module,
}

/// A module that cannot be bundled, with its file and line.
#[derive(Debug, thiserror::Error)]
#[error("{file}:{line}: {problem}")]
pub struct BundleError {
    file: String,
    line: usize,
    problem: Problem,
}

#[derive(Debug, thiserror::Error)]
enum Problem {
    #[error("imports {0:?}, which is not a module of the site")]
    UnknownModule(String),
    #[error("imports a module that imports this one: {}", .0.join(" → "))]
    Cycle(Vec<String>),
    #[error("imports `{0}`, which {1} does not export")]
    NotExported(String, String),
    #[error("declares `{0}`, which {1}:{2} declares too")]
    DeclaredTwice(String, String, usize),
    #[error("a form of import, export or declaration that the bundler does not support (see bundle.rs)")]
    Unsupported,
}

/// The bundle of `entry`. `modules` has paths, with `/` and without `./`, and sources.
///
/// # Errors
/// The first [`Problem`] of a module in the bundle.
pub(crate) fn bundle(modules: &[(&str, &str)], entry: &str, format: Format) -> Result<String, BundleError> {
    let problem = Problem::UnknownModule(entry.to_owned());
    let unknown = BundleError { file: entry.to_owned(), line: 1, problem };
    let (path, source) = modules.iter().find(|(path, _)| *path == entry).ok_or(unknown)?;
    let mut bundle = Bundle { modules, ..Bundle::default() };
    bundle.add(path, source)?;
    Ok(match format {
        Format::Classic => format!("(() => {{\n\"use strict\";\n{}}})();\n", bundle.text),
        Format::Module => format!("{}export {{ {} }};\n", bundle.text, bundle.exports[path].join(", ")),
    })
}

/// A bundle while modules are added.
#[derive(Default)]
struct Bundle<'a> {
    modules: &'a [(&'a str, &'a str)],
    /// The path from the entry to the module that is being added.
    open: Vec<&'a str>,
    /// The exported names of each module that was added.
    exports: BTreeMap<&'a str, Vec<&'a str>>,
    /// Where each top-level name is declared.
    declared: BTreeMap<&'a str, (&'a str, usize)>,
    text: String,
}

impl<'a> Bundle<'a> {
    /// Adds a module after the modules that it imports.
    fn add(&mut self, path: &'a str, source: &'a str) -> Result<(), BundleError> {
        let error = |line, problem| BundleError { file: path.to_owned(), line, problem };
        let module = read(source).map_err(|line| error(line, Problem::Unsupported))?;
        self.open.push(path);
        for (names, from, line) in module.imports {
            let target = resolved(path, from);
            let known = self.modules.iter().find(|(path, _)| Some(*path) == target.as_deref());
            let unknown = || error(line, Problem::UnknownModule(from.to_owned()));
            let (target, source) = known.ok_or_else(unknown)?;
            if let Some(first) = self.open.iter().position(|open| open == target) {
                let circle = self.open[first..].iter().chain([target]).map(ToString::to_string);
                return Err(error(line, Problem::Cycle(circle.collect())));
            }
            if !self.exports.contains_key(*target) {
                self.add(target, source)?;
            }
            if let Some(name) = names.iter().find(|name| !self.exports[*target].contains(name)) {
                let problem = Problem::NotExported(name.to_string(), target.to_string());
                return Err(error(line, problem));
            }
        }
        self.open.pop();
        for (name, line) in module.declared {
            if let Some((other, other_line)) = self.declared.insert(name, (path, line)) {
                let problem = Problem::DeclaredTwice(name.to_owned(), other.to_owned(), other_line);
                return Err(error(line, problem));
            }
        }
        self.exports.insert(path, module.exports);
        self.text.push_str(&module.text);
        Ok(())
    }
}

#[derive(Default)]
struct Module<'a> {
    /// Imported names, the path as it is written, and the line.
    imports: Vec<(Vec<&'a str>, &'a str, usize)>,
    exports: Vec<&'a str>,
    /// Every top-level name with its line.
    declared: Vec<(&'a str, usize)>,
    /// The source without imports and the keyword `export`.
    text: String,
}

/// Reads a source; the error is the line of an unsupported form.
fn read(source: &str) -> Result<Module<'_>, usize> {
    let mut module = Module::default();
    let mut rest = source;
    let mut line = 1;
    while !rest.is_empty() {
        let is_import = begins_with(rest, "import");
        let end = if is_import { ";\n" } else { "\n" };
        let (statement, after) = rest.split_at(rest.find(end).map_or(rest.len(), |at| at + end.len()));
        if is_import {
            let (names, from) = import(statement).ok_or(line)?;
            module.imports.push((names, from, line));
        } else {
            let exported = statement.strip_prefix("export ");
            let code = exported.unwrap_or(statement);
            let name = declared(code);
            let is_statement = |keyword| begins_with(code.trim_start(), keyword);
            let is_pattern = name == Some("") || exported.is_some() && name.is_none();
            if is_pattern || is_statement("import") || is_statement("export") || code.contains("import.meta")
            {
                return Err(line);
            }
            module.declared.extend(name.map(|name| (name, line)));
            module.exports.extend(name.filter(|_| exported.is_some()));
            module.text.extend([code.trim_end_matches('\n'), "\n"]);
        }
        line += statement.matches('\n').count();
        rest = after;
    }
    Ok(module)
}

/// Whether a text begins with this keyword as a statement, not with `import(…)` or a key such as `export:`.
fn begins_with(text: &str, keyword: &str) -> bool {
    text.strip_prefix(keyword).is_some_and(|rest| rest.starts_with([' ', '\t', '\n', '{', '*', '"', '\'']))
}

/// The names and the path of an import, if it has the supported form.
fn import(statement: &str) -> Option<(Vec<&str>, &str)> {
    let (names, from) = statement.strip_prefix("import {")?.split_once("} from \"")?;
    let from = from.strip_suffix("\";\n").filter(|from| !from.contains('"'))?;
    let names = names.trim();
    let names: Vec<&str> = names.strip_suffix(',').unwrap_or(names).split(',').map(str::trim).collect();
    let is_name = |name: &&str| !name.is_empty() && name.chars().all(is_part_of_name);
    names.iter().all(is_name).then_some((names, from))
}

/// The name that a line declares at the top level, or an empty one for a pattern.
fn declared(line: &str) -> Option<&str> {
    let line = line.strip_prefix("async ").unwrap_or(line);
    let keywords = ["function ", "function* ", "const ", "let ", "var ", "class "];
    let rest = keywords.into_iter().find_map(|keyword| line.strip_prefix(keyword))?;
    rest.split(|c| !is_part_of_name(c)).next()
}

fn is_part_of_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '$'
}

/// The path of an imported module, relative to the importing one; nothing if it leaves the folder.
fn resolved(importer: &str, from: &str) -> Option<String> {
    let mut folder: Vec<&str> = importer.split('/').collect();
    folder.pop();
    let mut rest = from.strip_prefix("./").or_else(|| from.starts_with("../").then_some(from))?;
    while let Some(outer) = rest.strip_prefix("../") {
        folder.pop()?;
        rest = outer;
    }
    folder.push(rest);
    Some(folder.join("/"))
}

#[cfg(test)]
mod tests;
