//! Arguments of a training run.

use std::path::PathBuf;

use anyhow::Result;
use career_training::{ClusterCount, Features};
use clap::Args;
use training::workflow::TrainOptions;

use crate::cli::args::fit::FitArgs;
use crate::cli::args::reading::ReadingArgs;
use crate::cli::args::services::ServiceArgs;
use crate::cli::args::topics::TopicArgs;

/// The options of a training run, besides the profiles.
#[derive(Clone, Debug, Args)]
pub(crate) struct TrainingArgs {
    /// The method, its features and its seed.
    #[command(flatten)]
    pub fit: FitArgs,
    /// Everything before the fit.
    #[command(flatten)]
    pub labels: LabelArgs,
}

/// From profiles to labels and their topics.
#[derive(Clone, Debug, Args)]
pub(crate) struct LabelArgs {
    /// How the profiles are read.
    #[command(flatten)]
    pub reading: ReadingArgs,
    /// Inputs that steer the topics.
    #[command(flatten)]
    pub topics: TopicArgs,
    /// How topics are named and skills are found in course titles.
    #[command(flatten)]
    pub services: ServiceArgs,
}

impl TrainingArgs {
    /// The options of a run on these profiles, with all files behind the arguments read.
    ///
    /// # Errors
    /// Rules, topics or an earlier model that cannot be read, or a missing key.
    pub(crate) fn options(&self, profiles: Vec<PathBuf>) -> Result<TrainOptions> {
        self.labels.options(profiles, self.fit.features(), self.fit.clusters, self.fit.seed)
    }
}

impl LabelArgs {
    /// The options of a run on these profiles, with all files behind the arguments read.
    ///
    /// # Errors
    /// Rules, topics or an earlier model that cannot be read, or a missing key.
    pub(crate) fn options(
        &self,
        profiles: Vec<PathBuf>,
        features: Features,
        clusters: ClusterCount,
        seed: u64,
    ) -> Result<TrainOptions> {
        Ok(TrainOptions {
            profiles,
            reading: self.reading.reading()?,
            steering: self.topics.steering()?,
            services: self.services.services()?,
            features,
            clusters,
            seed,
        })
    }
}
