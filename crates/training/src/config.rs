//! The settings that determine a model, in a versioned form that does not depend on names in the code.

use career_model::PerLevel;
use career_model::clean::Cleaning;
use career_training::{ClusterCount, Features, TopicGuide};
use profile_data::SelectionRules;
use serde::Serialize;

use crate::reading::ReadSettings;
use crate::topics::Steering;

/// Version of the form. Increase it when the form or the meaning of a setting changes; the next refresh then
/// fits a new model. 2: the model recognises nothing of fewer than five people.
const VERSION: u32 = 2;

/// The settings that determine a model besides the profiles and the program. A refresh compares their JSON
/// with that of the live release.
#[derive(Clone, Debug, Serialize)]
pub struct Config<'a> {
    version: u32,
    /// `None`: detected from the content.
    format: Option<String>,
    experience: String,
    /// `2026-11`
    as_of: String,
    select: Option<&'a SelectionRules>,
    strict: bool,
    cleaning: Cleaning,
    skill_topics: &'a TopicGuide,
    degree_topics: &'a TopicGuide,
    features: &'static str,
    search: Option<&'static str>,
    /// `None`: chosen by the fit
    n_clusters: Option<usize>,
    seed: u64,
    /// First month of each level.
    level_starts: PerLevel<u32>,
}

impl<'a> Config<'a> {
    /// The settings of a run.
    pub fn new(
        reading: &'a ReadSettings,
        steering: &'a Steering,
        features: Features,
        clusters: ClusterCount,
        seed: u64,
    ) -> Config<'a> {
        let search = match features {
            Features::Reference => None,
            Features::Full(search) => Some(search.as_str()),
        };
        Config {
            version: VERSION,
            format: reading.options.format.map(|format| format.to_string()),
            experience: reading.options.experience.to_string(),
            as_of: reading.options.as_of.to_string(),
            select: reading.select.as_ref(),
            strict: reading.strict,
            cleaning: steering.cleaning,
            skill_topics: steering.skill_guide(),
            degree_topics: steering.degree_guide(),
            features: features.set().as_str(),
            search,
            n_clusters: match clusters {
                ClusterCount::Auto => None,
                ClusterCount::Fixed(n) => Some(n),
            },
            seed,
            level_starts: PerLevel::from_fn(|level| *level.months().start()),
        }
    }

    /// The settings as JSON, to compare and to hash.
    pub fn to_json(&self) -> Vec<u8> {
        serde_json::to_vec(self).unwrap_or_else(|_| unreachable!("plain data has a JSON form"))
    }
}

#[cfg(test)]
mod tests {
    use career_training::Search;
    use profile_data::{ExperienceRule, Forgotten, ReadOptions, YearMonth};

    use super::*;

    /// Live releases contain a digest of this form: if this test fails, increase [`VERSION`] and add a line
    /// to the changelog.
    #[test]
    fn the_form_is_stable() {
        let as_of = YearMonth::new(2026, 11).expect("a month");
        let options = ReadOptions { format: None, experience: ExperienceRule::default(), as_of };
        let reading = ReadSettings { options, select: None, strict: false, forgotten: Forgotten::default() };
        let steering = Steering::default();
        let json = |features, clusters| Config::new(&reading, &steering, features, clusters, 7).to_json();
        let full = String::from_utf8(json(Features::Full(Search::Quick), ClusterCount::Auto)).expect("UTF-8");
        assert_eq!(
            full,
            concat!(
                r#"{"version":2,"format":null,"experience":"union","as_of":"2026-11","select":null,"#,
                r#""strict":false,"#,
                r#""cleaning":"canonical","#,
                r#""skill_topics":{"previous":[],"truth":{"names":[],"topic_of":{}}},"#,
                r#""degree_topics":{"previous":[],"truth":{"names":[],"topic_of":{}}},"#,
                r#""features":"full","search":"quick","n_clusters":null,"seed":7,"level_starts":[0,100,251]}"#
            )
        );
        assert_ne!(
            json(Features::Reference, ClusterCount::Auto),
            json(Features::Reference, ClusterCount::Fixed(15))
        );
    }

    /// The same for what other crates serialise: rules, and topics edited by hand.
    #[test]
    fn the_form_of_rules_and_topics_is_stable() {
        let as_of = YearMonth::new(2026, 11).expect("a month");
        let options = ReadOptions { format: None, experience: ExperienceRule::default(), as_of };
        let select = SelectionRules::from_toml("companies = [\"Acme\"]\nposition_any = [\"engineer\"]").ok();
        let reading = ReadSettings { options, select, strict: true, forgotten: Forgotten::default() };
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("skills.csv"), "topic,string\nLanguages,Rust\n").expect("written");
        let mut steering = Steering::default();
        steering.read(folder.path()).expect("topics");
        let config = Config::new(&reading, &steering, Features::Reference, ClusterCount::Fixed(15), 7);
        let json: serde_json::Value = serde_json::from_slice(&config.to_json()).expect("JSON");
        let rules = serde_json::json!({
            "substring": false,
            "rules": [["companies", ["acme"]], ["position_any", ["engineer"]]],
        });
        assert_eq!(json["select"], rules);
        let topics = serde_json::json!({ "names": ["Languages"], "topic_of": { "rust": 0 } });
        assert_eq!(json["skill_topics"]["truth"], topics);
    }
}
