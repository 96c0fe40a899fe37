//! A roadmap as linked data for programs: schema.org in JSON-LD.

use serde_json::{Value, json};
use templates::Words;

use crate::base_url::BaseUrl;
use crate::census::{Census, Kind, LevelCensus};
use crate::views::levels::title;
use crate::views::path::stages;
use crate::views::profile::experience;

/// Most skills, and most certificates. More would repeat most of the page.
const MAX_STEPS: usize = 12;

/// `Occupation`, `ItemList`, `BreadcrumbList` and `Dataset` of a roadmap, escaped for a script element.
pub(crate) fn linked_data(
    words: &Words,
    census: &Census<'_>,
    level_census: &LevelCensus<'_>,
    index: usize,
    base: Option<&BaseUrl>,
) -> String {
    let (roadmap, group) = &level_census.roadmaps[index];
    let root = words.language().root();
    let url = |path: &str| base.map(|base| base.join(&format!("{root}{path}")));
    let page = roadmap.path(level_census.level);
    let stages = stages(census.model, group, Some(&level_census.overview));
    let skills: Vec<&str> =
        stages.iter().flat_map(|stage| &stage.skills).take(MAX_STEPS).map(|skill| skill.item.name).collect();
    let titles: Vec<&str> =
        group.items(Kind::Certification).iter().take(MAX_STEPS).map(|item| item.name).collect();
    let crumbs = [
        (words.text("nav-roadmaps", &[]), "/roadmaps/".to_owned()),
        (title(words, level_census.level), level_census.level.path()),
        (roadmap.name.clone(), page.clone()),
    ];
    let crumbs = crumbs.into_iter().enumerate().map(|(index, (name, path))| {
        with(json!({ "@type": "ListItem", "position": index + 1, "name": name }), "item", url(&path))
    });
    let mut occupation = json!({ "@type": "Occupation", "name": roadmap.name, "skills": skills });
    if let Some([months, _, _]) = experience(group) {
        occupation["experienceRequirements"] =
            json!({ "@type": "OccupationalExperienceRequirements", "monthsOfExperience": months });
    }
    if !titles.is_empty() {
        occupation["qualifications"] = json!(titles.join(", "));
    }
    let steps = skills.iter().enumerate();
    let steps: Vec<Value> = steps
        .map(|(index, name)| json!({ "@type": "ListItem", "position": index + 1, "name": name }))
        .collect();
    let data = base.map(|base| base.join(&format!("{page}index.json")));
    let download =
        with(json!({ "@type": "DataDownload", "encodingFormat": "application/json" }), "contentUrl", data);
    let people = [("name", roadmap.name.as_str().into()), ("people", group.people().into())];
    let dataset = json!({
        "@type": "Dataset",
        "name": words.text("linked-dataset", &people),
        "description": words.text("linked-dataset-description", &people),
        "isAccessibleForFree": true,
        "distribution": download,
    });
    let graph = json!({
        "@context": "https://schema.org",
        "@graph": [
            with(occupation, "url", url(&page)),
            { "@type": "ItemList", "name": words.text("linked-path", &people), "itemListElement": steps },
            { "@type": "BreadcrumbList", "itemListElement": crumbs.collect::<Vec<Value>>() },
            with(dataset, "url", url(&page)),
        ],
    });
    inert(&graph.to_string())
}

/// The object with one more entry, if it has a value.
fn with(mut object: Value, key: &str, value: Option<String>) -> Value {
    if let Some(value) = value {
        object[key] = Value::String(value);
    }
    object
}

/// JSON escaped so that nothing in it can end a script element or begin a tag.
pub fn inert(json: &str) -> String {
    let mut text = String::with_capacity(json.len());
    for c in json.chars() {
        if matches!(c, '<' | '>' | '&' | '\'' | '\u{2028}' | '\u{2029}') {
            text.push_str(&format!("\\u{:04x}", c as u32));
        } else {
            text.push(c);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escaped_json_cannot_end_the_script_and_keeps_its_value() {
        let hostile = "'</script><!--<script>&amp;\u{2028}\u{2029}\"\\\u{202e}]]>";
        let text = inert(&json!({ "name": hostile }).to_string());
        for sign in ['<', '>', '&', '\'', '\u{2028}', '\u{2029}'] {
            assert!(!text.contains(sign), "{text}");
        }
        let back: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(back["name"], hostile);
    }
}
