//! Finds the paths in a module's code.

use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{Attribute, ImplItem, Item, ItemUse, Macro, Path, UseTree, Visibility};

use crate::structure::module::{Module, is_test};

/// Adds every path that it visits to a module. Code for tests is not visited.
pub(crate) struct PathVisitor<'a> {
    pub(crate) module: &'a mut Module,
}

impl PathVisitor<'_> {
    fn import(&mut self, item: &ItemUse) {
        let is_reexport = !matches!(item.vis, Visibility::Inherited);
        let mut leaves = Vec::new();
        leaves_of(&item.tree, &mut Vec::new(), &mut leaves);
        for leaf in leaves {
            let Some(absolute) = self.module.absolute(&leaf.path) else { continue };
            let Some(name) = leaf.name else {
                self.module.globs.push(absolute);
                continue;
            };
            if !is_reexport {
                self.module.used.entry(absolute.clone()).or_insert(leaf.line);
            }
            if name != "_" {
                self.module.imported.insert(name, absolute);
            }
        }
    }

    /// Paths in the arguments of a macro, which may be any tokens.
    fn tokens(&mut self, tokens: TokenStream) {
        let mut path = TokenPath::default();
        for token in tokens {
            match token {
                TokenTree::Ident(ident) => {
                    if path.colons < 2 {
                        self.end(&mut path);
                    }
                    path.line = line_of(&ident);
                    path.parts.push(ident.to_string());
                    path.colons = 0;
                }
                TokenTree::Punct(punct) if punct.as_char() == ':' => path.colons += 1,
                TokenTree::Group(group) => {
                    self.end(&mut path);
                    self.tokens(group.stream());
                }
                _ => self.end(&mut path),
            }
        }
        self.end(&mut path);
    }

    fn end(&mut self, path: &mut TokenPath) {
        self.module.add_use(&path.parts, path.line);
        *path = TokenPath::default();
    }
}

/// A path among tokens, as far as it is read.
#[derive(Default)]
struct TokenPath {
    parts: Vec<String>,
    /// Colons since the last part.
    colons: usize,
    line: usize,
}

impl<'ast> Visit<'ast> for PathVisitor<'_> {
    fn visit_item(&mut self, item: &'ast Item) {
        match item {
            // A module within a file is a module of its own.
            Item::Mod(_) => {}
            item if attributes(item).iter().any(is_test) => {}
            Item::Use(item) => self.import(item),
            item => visit::visit_item(self, item),
        }
    }

    fn visit_impl_item(&mut self, item: &'ast ImplItem) {
        if !matches!(item, ImplItem::Fn(function) if function.attrs.iter().any(is_test)) {
            visit::visit_impl_item(self, item);
        }
    }

    fn visit_path(&mut self, path: &'ast Path) {
        if path.leading_colon.is_none()
            && let Some(first) = path.segments.first()
        {
            let written: Vec<String> =
                path.segments.iter().map(|segment| segment.ident.to_string()).collect();
            self.module.add_use(&written, line_of(&first.ident));
        }
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, mac: &'ast Macro) {
        self.visit_path(&mac.path);
        self.tokens(mac.tokens.clone());
    }
}

fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Macro(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Union(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}

/// One path of a `use`, which may import several.
struct Leaf {
    path: Vec<String>,
    /// What the path is called here; none for a glob.
    name: Option<String>,
    line: usize,
}

fn line_of(ident: &Ident) -> usize {
    ident.span().start().line
}

fn leaves_of(tree: &UseTree, before: &mut Vec<Ident>, leaves: &mut Vec<Leaf>) {
    let mut leaf = |ident: Option<&Ident>, name: Option<&Ident>| {
        let path: Vec<String> = before.iter().chain(ident).map(ToString::to_string).collect();
        let line = ident.or(before.last()).map_or(1, line_of);
        leaves.push(Leaf { path, name: name.map(ToString::to_string), line });
    };
    match tree {
        UseTree::Path(path) => {
            before.push(path.ident.clone());
            leaves_of(&path.tree, before, leaves);
            before.pop();
        }
        UseTree::Name(name) if name.ident == "self" => leaf(None, before.last()),
        UseTree::Name(name) => leaf(Some(&name.ident), Some(&name.ident)),
        UseTree::Rename(rename) => leaf(Some(&rename.ident), Some(&rename.rename)),
        UseTree::Glob(_) => leaf(None, None),
        UseTree::Group(group) => {
            for tree in &group.items {
                leaves_of(tree, before, leaves);
            }
        }
    }
}
