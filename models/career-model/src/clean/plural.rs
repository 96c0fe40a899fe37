//! English plurals, removed where that is safe.

/// Names that end like plurals, or whose singular is something else.
const NOT_PLURAL: [&str; 36] = [
    "aiops",
    "ansys",
    "ccs",
    "clothes",
    "cookies",
    "dataops",
    "dbms",
    "devops",
    "devsecops",
    "emacs",
    "finops",
    "gitops",
    "goods",
    "graphics",
    "https",
    "jenkins",
    "kubernetes",
    "llmops",
    "mlops",
    "movies",
    "nats",
    "news",
    "pandas",
    "physics",
    "postgres",
    "premises",
    "rails",
    "rdbms",
    "sales",
    "secops",
    "series",
    "species",
    "sysops",
    "teams",
    "windows",
    "wordpress",
];

/// The last word of a label in the singular: ASCII words of four letters and more, by their ending.
///
/// The result need not be good English: it must be the same for "class" and "classes", and different for
/// "pandas" and "panda".
pub(super) fn singular(label: &str) -> Option<String> {
    let last = label.rsplit(' ').next().unwrap_or_default();
    let is_word = last.len() >= 4 && last.bytes().all(|b| b.is_ascii_lowercase());
    if !is_word || NOT_PLURAL.binary_search(&last).is_ok() {
        return None;
    }
    if matches!(last, "apis" | "kpis") {
        return Some(label[..label.len() - 1].to_owned());
    }
    // "css", "status", "analysis", "canvas", "ios", "physics", "rxjs".
    if ["ss", "us", "is", "as", "os", "ics", "js"].iter().any(|ending| last.ends_with(ending)) {
        return None;
    }
    let stem = last.strip_suffix('s')?;
    let stem = if let Some(stem) = stem.strip_suffix("ie").filter(|stem| stem.len() >= 3) {
        format!("{stem}y")
    } else {
        // "sses", "shes", "ches", "xes": the e came with the s.
        let two = ["sse", "she", "che", "xe"].iter().any(|ending| stem.ends_with(ending));
        let bare = if two && last != "caches" { &stem[..stem.len() - 1] } else { stem };
        bare.to_owned()
    };
    Some(format!("{}{stem}", &label[..label.len() - last.len()]))
}
