//! The site's scripts: JavaScript modules in `static/scripts`, one bundle for each script.

use crate::bundle::{BundleError, Format, bundle};

macro_rules! modules {
    ($($path:literal,)+) => {
        &[$(($path, include_str!(concat!("../static/scripts/", $path))),)+]
    };
}

/// Path and source of every module. A new file is one more line here; a test compares them with the folder.
const MODULES: &[(&str, &str)] = modules![
    "common.js",
    "form.js",
    "import/dates.js",
    "import/degrees.js",
    "import/dialog.js",
    "import/draft.js",
    "import/files.js",
    "import/headings.js",
    "import/linkedin.js",
    "import/pasted.js",
    "import/patterns.js",
    "import/resume.js",
    "import/tables.js",
    "import/words.js",
    "search.js",
    "you/begin.js",
    "you/draw.js",
    "you/fragment.js",
    "you/page.js",
    "you/panel.js",
    "you/start.js",
    "you/state.js",
    "you/ticks.js",
    "you/tools.js",
];

/// The script of roadmaps and levels. It is classic, because it must block the parser so that nothing moves;
/// browsers defer modules.
pub(crate) fn you() -> Result<String, BundleError> {
    script("you/start.js", Format::Classic)
}

/// The script of the form.
pub(crate) fn form() -> Result<String, BundleError> {
    script("form.js", Format::Classic)
}

/// The script of the search for skills.
pub(crate) fn search() -> Result<String, BundleError> {
    script("search.js", Format::Classic)
}

/// The import, which the form's script loads with `import()`.
pub(crate) fn import() -> Result<String, BundleError> {
    script("import/dialog.js", Format::Module)
}

/// A bundle as browsers get it.
fn script(entry: &str, format: Format) -> Result<String, BundleError> {
    Ok(without_comments(&bundle(MODULES, entry, format)?))
}

/// Removes what only readers of the source need: lines that are only a comment, empty lines and indents.
fn without_comments(script: &str) -> String {
    let lines = script.lines().map(str::trim_start);
    lines.filter(|line| !line.is_empty() && !line.starts_with("//")).flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    use super::{MODULES, form, import, search, you};
    use crate::bundle::{Format, bundle};

    fn scripts_in(dir: &Path) -> Vec<String> {
        let mut found = Vec::new();
        for entry in fs::read_dir(dir).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap();
            if path.is_dir() {
                found.extend(scripts_in(&path).iter().map(|inner| format!("{name}/{inner}")));
            } else if name.ends_with(".js") {
                found.push(name.to_owned());
            }
        }
        found
    }

    #[test]
    fn every_module_of_the_folder_is_embedded() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/scripts");
        let listed: BTreeSet<String> = MODULES.iter().map(|(path, _)| (*path).to_owned()).collect();
        assert_eq!(listed, scripts_in(&folder).into_iter().collect());
        assert_eq!(listed.len(), MODULES.len());
    }

    #[test]
    fn every_script_can_be_bundled() {
        for script in [you(), form(), search()] {
            let script = script.unwrap();
            assert!(script.starts_with("(() => {\n\"use strict\";\n") && script.ends_with("\n})();\n"));
            assert!(!script.contains("\nexport ") && !script.contains("\nimport "), "{script}");
        }
        let import = import().unwrap();
        let exports: Vec<&str> = import.lines().filter(|line| line.starts_with("export ")).collect();
        assert_eq!(exports, ["export { open };"]);
        assert!(!import.contains("\nimport "));
    }

    /// A module that no bundle has would be sent to nobody.
    #[test]
    fn every_module_is_in_a_bundle() {
        let entries = ["you/start.js", "form.js", "search.js", "import/dialog.js"];
        let bundles = entries.map(|entry| bundle(MODULES, entry, Format::Classic).unwrap());
        for (path, source) in MODULES {
            let first = source.lines().next().unwrap();
            assert!(bundles.iter().any(|bundle| bundle.contains(first)), "{path} is in no bundle");
        }
    }

    #[test]
    fn comments_and_indents_are_not_sent() {
        let source = "// a\n  // b\n\nif (c) {\n  d(\"// e\");\n}\n";
        assert_eq!(super::without_comments(source), "if (c) {\nd(\"// e\");\n}\n");
    }
}
