//! Arguments of the fit.

use career_training::{ClusterCount, Features, Search};
use clap::{Args, ValueEnum};

/// The method, its features and its seed.
#[derive(Clone, Debug, Args)]
pub(crate) struct FitArgs {
    /// Features to group people by.
    #[arg(long, value_enum, default_value_t = FeatureSet::Full)]
    pub features: FeatureSet,
    /// Effort of the search for groups, with `--features full`.
    #[arg(long, value_enum, default_value_t = SearchEffort::Quick)]
    pub search: SearchEffort,
    /// Number of clusters per level; `auto` chooses it by held-out recall, with `--features seed` by
    /// silhouette from 15 to 29.
    #[arg(long, value_name = "auto|N", default_value = "auto", value_parser = parse_clusters)]
    pub clusters: ClusterCount,
    /// Random seed; the same seed and profiles give the same bytes.
    #[arg(long, value_name = "SEED", default_value_t = 1)]
    pub seed: u64,
}

/// Feature sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FeatureSet {
    /// The reference method: degree topics, courses and certificates.
    Seed,
    /// Skills, courses, certificates, fields of study and job titles; groups chosen on held-out people, and a
    /// personal ranking.
    Full,
}

/// Effort of the search for groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum SearchEffort {
    /// Dozens of candidates, in seconds.
    Quick,
    /// Hundreds of candidates, each with more tests.
    Thorough,
    /// No search: groups by the reference method's settings, with the personal ranking.
    Source,
}

impl FitArgs {
    /// The method and its features.
    pub(crate) fn features(&self) -> Features {
        match (self.features, self.search) {
            (FeatureSet::Seed, _) => Features::Reference,
            (FeatureSet::Full, SearchEffort::Quick) => Features::Full(Search::Quick),
            (FeatureSet::Full, SearchEffort::Thorough) => Features::Full(Search::Thorough),
            (FeatureSet::Full, SearchEffort::Source) => Features::Full(Search::Reference),
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
