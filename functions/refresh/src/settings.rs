//! The settings from environment variables. They are checked once, at start. Errors are reported in the
//! answer to every event: a process that ends at start would be restarted again and again without a message.

use std::collections::BTreeMap;

use anyhow::Result;
use artifact_store::ArtifactStore;
use career_model::metadata::FeatureSet;
use career_training::{ClusterCount, Features, Search};
use profile_data::{ExperienceRule, Forgotten, ReadOptions};
use releases::release::SiteOptions;
use training::clock::this_month;
use training::reading::{ReadSettings, selection_rules};
use training::services::{Naming, ServiceSettings, Services};
use training::topics::Steering;
use training::workflow::TrainOptions;
use web_services::gemini;

use crate::profiles::files_of;

/// The function's own variables; any other `REFRESH_*` variable is rejected as a typo.
const REFRESH_VARIABLES: [&str; 5] =
    ["REFRESH_SEED", "REFRESH_FEATURES", "REFRESH_SEARCH", "REFRESH_KEEP", "REFRESH_SELECT"];

/// Releases to keep by default.
const DEFAULT_KEEP: usize = 10;

/// The settings of the function.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// Location of the profiles: a folder, a file or `s3://bucket/prefix`.
    pub profiles: String,
    /// Location of the releases and the site: a folder or `s3://bucket/prefix`.
    pub releases: String,
    /// Base URL of the site; defaults to the live release's.
    pub base_url: Option<String>,
    /// The random seed.
    pub seed: u64,
    /// The method, its features and the effort of its search.
    pub features: Features,
    /// Releases to keep after a publish; 0 deletes none.
    pub keep: usize,
    /// Rules that select people: a built-in set or a file.
    pub select: Option<String>,
}

/// Wrong variables, each with the allowed values.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("wrong environment variables: {}", .0.join("; "))]
pub struct SettingsError(pub Vec<String>);

impl Settings {
    /// Reads the settings from environment variables.
    ///
    /// # Errors
    /// All wrong variables. The error does not repeat values: a key may have been put into the wrong
    /// variable.
    pub fn read(vars: &BTreeMap<String, String>) -> Result<Settings, SettingsError> {
        let mut wrong = Vec::new();
        // Terraform sets unused variables to empty strings.
        let var = |name: &str| vars.get(name).map(|value| value.trim()).filter(|value| !value.is_empty());
        let mut fail = |name: &str, allowed: &str| wrong.push(format!("{name}: {allowed}"));

        let is_known = |name: &String| REFRESH_VARIABLES.contains(&name.as_str());
        for name in vars.keys().filter(|name| name.starts_with("REFRESH_") && !is_known(name)) {
            fail(name, &format!("no such setting; use {}", REFRESH_VARIABLES.join(", ")));
        }
        let profiles = var("PROFILES_URI").unwrap_or_default();
        if profiles.is_empty() || profiles == "-" || profiles.contains(char::is_whitespace) {
            fail("PROFILES_URI", "one location of profiles, s3://bucket/prefix or a folder");
        }
        let releases = var("RELEASES_URI").unwrap_or_default();
        if releases.is_empty() {
            fail("RELEASES_URI", "the location of releases and the site, s3://bucket/prefix or a folder");
        }
        let base_url = var("SITE_BASE_URL").map(str::to_owned);
        let site = SiteOptions { base_url: base_url.clone(), ..SiteOptions::default() };
        if site.check().is_err() {
            fail("SITE_BASE_URL", "a scheme and a host without a path, such as https://example.org");
        }
        let seed = var("REFRESH_SEED").map_or(Some(1), |text| text.parse().ok());
        if seed.is_none() {
            fail("REFRESH_SEED", "a whole number from 0 to 18446744073709551615");
        }
        let name = var("REFRESH_SEARCH").unwrap_or(Search::Quick.as_str());
        let search = Search::ALL.into_iter().find(|search| search.as_str() == name);
        if search.is_none() {
            fail("REFRESH_SEARCH", "`quick`, `thorough` or `source`");
        }
        let features = match var("REFRESH_FEATURES").unwrap_or(FeatureSet::Full.as_str()).parse() {
            Ok(FeatureSet::Full) => search.map(Features::Full),
            Ok(FeatureSet::Reference) => Some(Features::Reference),
            Err(_) => {
                fail("REFRESH_FEATURES", "`full` or `seed`");
                None
            }
        };
        let keep = var("REFRESH_KEEP").map_or(Some(DEFAULT_KEEP), |text| text.parse().ok());
        if keep.is_none() {
            fail("REFRESH_KEEP", "the number of releases to keep, a whole number; 0 deletes none");
        }
        let select = var("REFRESH_SELECT").map(str::to_owned);
        match (seed, features, keep) {
            (Some(seed), Some(features), Some(keep)) if wrong.is_empty() => {
                let (profiles, releases) = (profiles.to_owned(), releases.to_owned());
                Ok(Settings { profiles, releases, base_url, seed, features, keep, select })
            }
            _ => Err(SettingsError(wrong)),
        }
    }

    /// Opens the store of releases, after all checks that need no network.
    ///
    /// # Errors
    /// A location that is not valid, rules that cannot be read, or a Gemini key that is not valid.
    pub(crate) async fn open(&self) -> Result<ArtifactStore, SettingsError> {
        let wrong =
            |name: &str, error: &dyn std::fmt::Display| SettingsError(vec![format!("{name}: {error}")]);
        ArtifactStore::open(&self.profiles).await.map_err(|error| wrong("PROFILES_URI", &error))?;
        let store =
            ArtifactStore::open(&self.releases).await.map_err(|error| wrong("RELEASES_URI", &error))?;
        self.reading().map_err(|error| wrong("REFRESH_SELECT", &format!("{error:#}")))?;
        services().map_err(|error| wrong("GEMINI_API_KEY", &format!("{error:#}")))?;
        Ok(store)
    }

    /// The options of a training run in the current month.
    ///
    /// # Errors
    /// A folder of profiles that cannot be listed, or rules that cannot be read.
    pub(crate) fn train_options(&self) -> Result<TrainOptions> {
        Ok(TrainOptions {
            profiles: files_of(&self.profiles)?,
            reading: self.reading()?,
            steering: Steering::default(),
            services: services()?,
            features: self.features,
            clusters: ClusterCount::Auto,
            seed: self.seed,
        })
    }

    /// How pages are rendered.
    pub(crate) fn site(&self) -> SiteOptions {
        SiteOptions { base_url: self.base_url.clone(), ..SiteOptions::default() }
    }

    /// The `site-gen` command that makes the same release.
    pub(crate) fn command(&self) -> String {
        let mut command = format!("site-gen refresh --profiles {} --to {}", self.profiles, self.releases);
        let mut add = |name: &str, value: &str| command.push_str(&format!(" {name} {value}"));
        add("--seed", &self.seed.to_string());
        match self.features {
            Features::Reference => add("--features", FeatureSet::Reference.as_str()),
            Features::Full(Search::Quick) => {}
            Features::Full(search) => add("--search", search.as_str()),
        }
        self.select.iter().for_each(|rules| add("--select", rules));
        self.base_url.iter().for_each(|url| add("--base-url", url));
        command
    }

    /// Reads all formats, with the defaults of `site-gen`, in the current month.
    fn reading(&self) -> Result<ReadSettings> {
        let options =
            ReadOptions { format: None, experience: ExperienceRule::default(), as_of: this_month() };
        let select = self.select.as_deref().map(selection_rules).transpose()?;
        Ok(ReadSettings { options, select, strict: false, forgotten: Forgotten::default() })
    }
}

/// Gemini if a key is set, with the defaults of `site-gen`; cached answers are in the function's writable
/// folder.
fn services() -> Result<Option<Services>> {
    Services::from_env(&ServiceSettings {
        naming: Naming::Auto,
        gemini_model: gemini::DEFAULT_MODEL.to_owned(),
        gemini_budget_usd: gemini::DEFAULT_MAX_USD,
        gemini_url: gemini::DEFAULT_BASE_URL.to_owned(),
        answers: std::env::temp_dir().join("career-roadmap-answers"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCATIONS: [(&str, &str); 2] = [("PROFILES_URI", "s3://people/in/"), ("RELEASES_URI", "s3://site")];

    fn read(more: &[(&str, &str)]) -> Result<Settings, SettingsError> {
        let vars = LOCATIONS.iter().chain(more);
        let vars = vars.map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        Settings::read(&vars.collect())
    }

    fn default_settings() -> Settings {
        Settings {
            profiles: "s3://people/in/".to_owned(),
            releases: "s3://site".to_owned(),
            base_url: None,
            seed: 1,
            features: Features::Full(Search::Quick),
            keep: 10,
            select: None,
        }
    }

    #[test]
    fn variables_are_read() {
        let table: [(&[(&str, &str)], Settings); 10] = [
            (&[], default_settings()),
            (&[("REFRESH_SEED", ""), ("SITE_BASE_URL", " "), ("UNRELATED", "x")], default_settings()),
            (&[("REFRESH_SEED", " 7 ")], Settings { seed: 7, ..default_settings() }),
            (
                &[("REFRESH_FEATURES", "seed")],
                Settings { features: Features::Reference, ..default_settings() },
            ),
            (
                &[("REFRESH_SEARCH", "source")],
                Settings { features: Features::Full(Search::Reference), ..default_settings() },
            ),
            (
                &[("REFRESH_SEARCH", "thorough")],
                Settings { features: Features::Full(Search::Thorough), ..default_settings() },
            ),
            (&[("REFRESH_KEEP", "0")], Settings { keep: 0, ..default_settings() }),
            (&[("REFRESH_KEEP", "3")], Settings { keep: 3, ..default_settings() }),
            (
                &[("REFRESH_SELECT", "successful-tech")],
                Settings { select: Some("successful-tech".into()), ..default_settings() },
            ),
            (
                &[("SITE_BASE_URL", "https://example.org")],
                Settings { base_url: Some("https://example.org".into()), ..default_settings() },
            ),
        ];
        for (vars, expected) in table {
            assert_eq!(read(vars), Ok(expected), "{vars:?}");
        }
    }

    #[test]
    fn an_error_names_the_variable_and_the_allowed_values_but_not_the_value() {
        let table = [
            ("PROFILES_URI", "", "s3://bucket/prefix or a folder"),
            ("PROFILES_URI", "-", "s3://bucket/prefix or a folder"),
            ("PROFILES_URI", "s3://needle s3://b", "one location"),
            ("RELEASES_URI", " ", "s3://bucket/prefix or a folder"),
            ("SITE_BASE_URL", "needle.org", "https://example.org"),
            ("SITE_BASE_URL", "https://needle.org/path", "without a path"),
            ("REFRESH_SEED", "needle", "a whole number"),
            ("REFRESH_SEED", "-1", "a whole number"),
            ("REFRESH_FEATURES", "needle", "`full` or `seed`"),
            ("REFRESH_SEARCH", "needle", "`quick`, `thorough` or `source`"),
            ("REFRESH_KEEP", "needle", "0 deletes none"),
            ("REFRESH_SEACH", "needle", "no such setting"),
        ];
        for (name, value, allowed) in table {
            let SettingsError(wrong) = read(&[(name, value)]).expect_err(name);
            let [wrong] = wrong.as_slice() else { panic!("{wrong:?}") };
            assert!(wrong.starts_with(&format!("{name}: ")) && wrong.contains(allowed), "{wrong}");
            assert!(!wrong.contains("needle"), "{wrong}");
        }
        let SettingsError(wrong) = Settings::read(&BTreeMap::new()).expect_err("nothing is set");
        assert_eq!(wrong.len(), 2, "all errors at once: {wrong:?}");
    }

    #[tokio::test]
    async fn locations_and_rules_are_checked_at_start() {
        let open =
            async |settings: Settings| settings.open().await.map(drop).map_err(|error| error.to_string());
        let folders = Settings { profiles: "/in".into(), releases: "/out".into(), ..default_settings() };
        assert_eq!(open(folders.clone()).await, Ok(()));
        for (name, settings) in [
            ("PROFILES_URI", Settings { profiles: "gs://bucket".into(), ..folders.clone() }),
            ("RELEASES_URI", Settings { releases: "gs://bucket".into(), ..folders.clone() }),
            ("REFRESH_SELECT", Settings { select: Some("no-such-rules".into()), ..folders.clone() }),
        ] {
            let error = open(settings).await.expect_err(name);
            assert!(error.contains(name), "{error}");
        }
    }

    #[test]
    fn the_command_makes_the_same_release() {
        assert_eq!(
            default_settings().command(),
            "site-gen refresh --profiles s3://people/in/ --to s3://site --seed 1"
        );
        let all = Settings {
            base_url: Some("https://example.org".into()),
            seed: 3,
            features: Features::Full(Search::Reference),
            select: Some("successful-tech".into()),
            ..default_settings()
        };
        assert!(
            all.command().ends_with(
                " --seed 3 --search source --select successful-tech --base-url https://example.org"
            )
        );
    }
}
