//! Arguments about the fit.

use career_training::{ClusterCount, Features, Search};
use clap::{Args, ValueEnum};

/// The method, its features and its seed.
#[derive(Clone, Debug, Args)]
pub(crate) struct FitArgs {
    /// What people are compared by.
    #[arg(long, value_enum, default_value_t = FeatureSet::Full)]
    pub features: FeatureSet,
    /// How much is tried to find the groups of the features `full`: some seconds, or until more helps little.
    #[arg(long, value_enum, default_value_t = SearchEffort::Quick)]
    pub search: SearchEffort,
    /// Clusters: `auto` (by held-out recall, or with the features `seed` 15 to 29 by silhouette) or a number.
    #[arg(long, value_name = "auto|N", default_value = "auto", value_parser = parse_clusters)]
    pub clusters: ClusterCount,
    /// Seed of everything random; the same seed and profiles give the same bytes.
    #[arg(long, value_name = "S", default_value_t = 1)]
    pub seed: u64,
}

/// Feature sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FeatureSet {
    /// Degree topics, courses and certificates, as the method's source had them.
    Seed,
    /// Skills, courses, certificates, fields of study and job titles; groups by people held out of learning, and a
    /// ranking for each person.
    Full,
}

/// How much is tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum SearchEffort {
    /// Some dozens of candidates.
    Quick,
    /// Some hundreds, each tested harder.
    Thorough,
    /// No search: places by the setting of the method's source, with the personal ranking.
    Source,
}

impl FitArgs {
    /// The method and its features.
    pub(crate) fn features(&self) -> Features {
        match (self.features, self.search) {
            (FeatureSet::Seed, _) => Features::Seed,
            (FeatureSet::Full, SearchEffort::Quick) => Features::Full(Search::Quick),
            (FeatureSet::Full, SearchEffort::Thorough) => Features::Full(Search::Thorough),
            (FeatureSet::Full, SearchEffort::Source) => Features::Full(Search::Source),
        }
    }
}

fn parse_clusters(text: &str) -> Result<ClusterCount, String> {
    match text.parse() {
        _ if text == "auto" => Ok(ClusterCount::Auto),
        Ok(n @ 2..=1000) => Ok(ClusterCount::Fixed(n)),
        _ => Err("give `auto` or a number from 2 to 1000".to_owned()),
    }
}
