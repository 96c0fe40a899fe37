//! What the bundler does, and what it refuses.

use super::{Format, bundle};

/// The error of a bundle of these modules, which begins at the first.
fn error(modules: &[(&str, &str)]) -> String {
    bundle(modules, modules[0].0, Format::Classic).unwrap_err().to_string()
}

#[test]
fn every_module_comes_once_and_after_its_imports() {
    let modules = [
        (
            "main.js",
            "import { a } from \"./part/a.js\";\nimport { b } from \"./b.js\";\n\nexport const c = a + b;\n",
        ),
        ("b.js", "import {\n  a,\n  inner,\n} from \"./part/a.js\";\n\nexport let b = a;\ninner();\n"),
        (
            "part/a.js",
            "import { d } from \"../d.js\";\nexport const a = d;\nexport async function inner() {}",
        ),
        ("d.js", "export class d {}\n"),
        ("other.js", "export const a = 0;\n"),
    ];
    let classic = bundle(&modules, "main.js", Format::Classic).unwrap();
    let text = "class d {}\nconst a = d;\nasync function inner() {}\n\nlet b = a;\ninner();\n\n";
    assert_eq!(classic, format!("(() => {{\n\"use strict\";\n{text}const c = a + b;\n}})();\n"));
    let module = bundle(&modules, "main.js", Format::Module).unwrap();
    assert_eq!(module, format!("{text}const c = a + b;\nexport {{ c }};\n"));
}

#[test]
fn an_import_at_run_time_and_keys_are_no_statements() {
    let source = "const load = () => import(path);\nconst keys = {\n  export: 1,\n  import: () => 2,\n};\n";
    let text = bundle(&[("main.js", source)], "main.js", Format::Module).unwrap();
    assert_eq!(text, format!("{source}export {{  }};\n"));
}

#[test]
fn unknown_modules_are_refused() {
    for from in ["./b.js", "b.js", "../main.js", "./main", "https://example.org/b.js", "/main.js"] {
        let source = format!("// first\nimport {{ b }} from {from:?};\n");
        let text = error(&[("main.js", &source)]);
        assert_eq!(text, format!("main.js:2: imports {from:?}, which is not a module of the site"));
    }
    assert!(bundle(&[], "main.js", Format::Classic).is_err());
}

#[test]
fn circles_are_refused() {
    let text = error(&[
        ("main.js", "import { a } from \"./a.js\";\n"),
        ("a.js", "import { c } from \"./c.js\";\nimport { b } from \"./b.js\";\nexport const a = 1;\n"),
        ("b.js", "\nimport { a } from \"./a.js\";\nexport const b = a;\n"),
        ("c.js", "export const c = 1;\n"),
    ]);
    assert_eq!(text, "b.js:2: imports a module that imports this one: a.js → b.js → a.js");
    let text = error(&[("a.js", "import { a } from \"./a.js\";\nexport const a = 1;\n")]);
    assert_eq!(text, "a.js:1: imports a module that imports this one: a.js → a.js");
}

#[test]
fn a_name_that_is_not_exported_is_refused() {
    let text = error(&[
        ("main.js", "import { a, b } from \"./a.js\";\n"),
        ("a.js", "export const a = 1;\nconst b = 1;\n"),
    ]);
    assert_eq!(text, "main.js:1: imports `b`, which a.js does not export");
}

#[test]
fn a_name_that_is_declared_twice_is_refused() {
    for declaration in ["function a() {}", "async function a() {}", "const a = 2;", "let a;", "class a {}"] {
        let source = format!("import {{ b }} from \"./b.js\";\n{declaration}\n");
        let text = error(&[("main.js", &source), ("b.js", "export const b = 1;\nfunction* a() {}\n")]);
        assert_eq!(text, "main.js:2: declares `a`, which b.js:2 declares too");
    }
    // What is declared inside a function or a block is another scope.
    let source = "import { b } from \"./b.js\";\n{\n  const a = b;\n}\n";
    let modules = [("main.js", source), ("b.js", "const a = 1;\nexport const b = a;\n")];
    assert!(bundle(&modules, "main.js", Format::Classic).is_ok());
}

#[test]
fn other_forms_are_refused() {
    for line in [
        "import a from \"./a.js\";",
        "import * as a from \"./a.js\";",
        "import { a as b } from \"./a.js\";",
        "import { default as b } from \"./a.js\";",
        "import a, { b } from \"./a.js\";",
        "import {} from \"./a.js\";",
        "import { a, , b } from \"./a.js\";",
        "import { a,, } from \"./a.js\";",
        "import { a } from \"./a.js\"\nconst b = \"\";",
        "import \"./a.js\";",
        "import { a } from './a.js';",
        "import { a } from \"./a.js\"",
        "import { a } from \"./a.js\" with { type: \"json\" };",
        "import { a } from \"./a.js\"; a();",
        "  import { a } from \"./a.js\";",
        "import{ a } from \"./a.js\";",
        "export default 1;",
        "export default function b() {}",
        "export { b };",
        "export { b } from \"./a.js\";",
        "export * from \"./a.js\";",
        "export const { b } = a;",
        "export const [b] = a;",
        "  export const b = 1;",
        "const { b } = a;",
        "let [b] = a;",
        "const url = import.meta.url;",
    ] {
        let source = format!("const x = 1;\n{line}\n");
        let text = error(&[("main.js", &source), ("a.js", "export const a = 1;\n")]);
        assert!(
            text.starts_with("main.js:2: a form of import, export or declaration that "),
            "{line}: {text}"
        );
    }
}
