//! The modules of one crate, read from its source: what each defines, imports and uses.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::{fs, io};

use anyhow::{Context as _, Result};
use syn::Item;
use syn::visit::Visit as _;

use crate::structure::module::{Module, ModulePath, is_test};
use crate::structure::paths::PathVisitor;

/// The modules of a library, or of a program without one. Code that only tests compile is left out.
///
/// # Errors
/// If a file cannot be read or parsed.
pub(crate) fn read(src: &Path) -> Result<BTreeMap<ModulePath, Module>> {
    let files = rust_files(src)?;
    let paths = files.iter().map(|file| module_path(src, file)).collect();
    let mut crate_modules = CrateModules { files: paths, ..CrateModules::default() };
    for file in files {
        let text = fs::read_to_string(&file).with_context(|| file.display().to_string())?;
        let parsed =
            syn::parse_file(&text).with_context(|| format!("{}: cannot be parsed", file.display()))?;
        if !parsed.attrs.iter().any(is_test) {
            crate_modules.read(&file, module_path(src, &file), &parsed.items);
        }
    }
    let CrateModules { mut modules, tests, .. } = crate_modules;
    modules.retain(|path, _| !tests.iter().any(|test| path.starts_with(test)));
    Ok(modules)
}

/// Every source file of the crate. A program beside a library is a crate of its own.
fn rust_files(src: &Path) -> io::Result<Vec<PathBuf>> {
    let program_of_library = src.join("lib.rs").is_file().then(|| src.join("main.rs"));
    let other_programs = src.join("bin");
    let mut files = Vec::new();
    let mut folders = vec![src.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.extend((path != other_programs).then_some(path));
            } else if path.extension().is_some_and(|extension| extension == "rs")
                && Some(&path) != program_of_library.as_ref()
            {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}

fn module_path(src: &Path, file: &Path) -> ModulePath {
    let below = file.strip_prefix(src).unwrap_or(file).with_extension("");
    let mut path: ModulePath = below.iter().map(|part| part.to_string_lossy().into_owned()).collect();
    let is_root = matches!(path.as_slice(), [name] if name == "lib" || name == "main");
    if is_root || path.last().is_some_and(|last| last == "mod") {
        path.pop();
    }
    path
}

#[derive(Default)]
struct CrateModules {
    modules: BTreeMap<ModulePath, Module>,
    /// Modules that are declared for tests only.
    tests: BTreeSet<ModulePath>,
    /// Modules that are files.
    files: BTreeSet<ModulePath>,
}

impl CrateModules {
    fn read(&mut self, file: &Path, path: ModulePath, items: &[Item]) {
        let mut module = Module::new(file, path.clone());
        // First the names, so that the first part of a path can be looked up. A macro may declare a module,
        // so all files below this module count as children.
        let files =
            self.files.iter().filter(|file| file.split_last().is_some_and(|(_, parent)| *parent == path));
        module.children.extend(files.filter_map(|file| file.last().cloned()));
        module.defined.extend(items.iter().filter_map(defined_name));
        for item in items {
            let Item::Mod(child) = item else { continue };
            let child_path: ModulePath = path.iter().cloned().chain([child.ident.to_string()]).collect();
            module.children.insert(child.ident.to_string());
            if child.attrs.iter().any(is_test) {
                self.tests.insert(child_path);
            } else if let Some((_, inner)) = &child.content {
                self.read(file, child_path, inner);
            }
        }
        let mut visitor = PathVisitor { module: &mut module };
        let (imports, code): (Vec<&Item>, _) = items.iter().partition(|item| matches!(item, Item::Use(_)));
        for item in imports.into_iter().chain(code) {
            visitor.visit_item(item);
        }
        self.modules.insert(path, module);
    }
}

fn defined_name(item: &Item) -> Option<String> {
    let name = match item {
        Item::Const(item) => &item.ident,
        Item::Enum(item) => &item.ident,
        Item::Fn(item) => &item.sig.ident,
        Item::Macro(item) => item.ident.as_ref()?,
        Item::Static(item) => &item.ident,
        Item::Struct(item) => &item.ident,
        Item::Trait(item) => &item.ident,
        Item::Type(item) => &item.ident,
        Item::Union(item) => &item.ident,
        _ => return None,
    };
    Some(name.to_string())
}
