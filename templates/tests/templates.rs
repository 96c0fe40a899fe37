//! Embedded templates parse; files of a folder replace them; errors name file and line.

use std::fs;

use templates::{Chrome, Language, TemplatesError, assets, templates};
use tera::Context;

#[test]
fn a_folder_replaces_by_name_and_may_add() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("404.html"), "{% include \"own.html\" %}").unwrap();
    fs::write(dir.path().join("own.html"), "mine: {{ text }}").unwrap();
    fs::write(dir.path().join("README.md"), "{% not a template").unwrap();
    let tera = templates(Some(dir.path()), Language::English).unwrap();
    let mut context = Context::new();
    context.insert("text", "<&>");
    assert_eq!(tera.render("404.html", &context).unwrap(), "mine: &lt;&amp;&gt;");
    assert!(tera.contains_template("roadmap.html"));
}

#[test]
fn html_and_xml_are_escaped() {
    let dir = tempfile::tempdir().unwrap();
    for name in ["t.html", "t.xml"] {
        fs::write(dir.path().join(name), "<a b=\"{{ text }}\">").unwrap();
    }
    let tera = templates(Some(dir.path()), Language::English).unwrap();
    let mut context = Context::new();
    context.insert("text", "<\"'&");
    for name in ["t.html", "t.xml"] {
        assert_eq!(tera.render(name, &context).unwrap(), "<a b=\"&lt;&quot;&#39;&amp;\">");
    }
}

#[test]
fn mistakes_name_the_file_and_the_line() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("method.html"), "fine\nfine\n{% for x %}").unwrap();
    let error = templates(Some(dir.path()), Language::English).unwrap_err();
    assert!(matches!(error, TemplatesError::Template { .. }));
    let text = error.to_string();
    assert!(text.contains(dir.path().to_str().unwrap()) && text.contains("method.html:3:"), "{text}");

    let missing = dir.path().join("missing");
    let text = templates(Some(&missing), Language::English).unwrap_err().to_string();
    assert!(text.contains("missing: the templates cannot be read"), "{text}");
}

#[test]
fn an_asset_s_name_follows_its_content() {
    let dir = tempfile::tempdir().unwrap();
    let before = assets(Some(dir.path())).unwrap();
    assert_eq!(before, assets(None).unwrap());
    fs::write(dir.path().join("style.css"), "body{}").unwrap();
    let after = assets(Some(dir.path())).unwrap();
    assert_ne!(before.style.path, after.style.path);
    assert_eq!((&before.icon, &before.scripts), (&after.icon, &after.scripts));
    assert_eq!(&*after.style.bytes, b"body{}");
    let chrome = Chrome::linked(&after);
    assert_eq!(chrome.style_href, Some(after.style.path));
}
