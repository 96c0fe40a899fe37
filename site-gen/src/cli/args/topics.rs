//! Arguments of topics.

use std::path::PathBuf;

use anyhow::Result;
use career_model::clean::Cleaning;
use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use training::location::runtime;
use training::topics::Steering;
use training::workflow::load;

/// Inputs that steer the topics.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Topics")]
pub(crate) struct TopicArgs {
    /// How to clean skills and degree fields: `canonical` merges spellings and drops junk, `seed` only
    /// lower-cases, as the reference method does.
    #[arg(long, value_name = "canonical|seed", default_value = "canonical", value_parser = cleanings())]
    pub cleaning: Cleaning,
    /// Folder with edited topics: skills.csv and degree_fields.csv, as `site-gen topics` writes them.
    #[arg(long, value_name = "DIR")]
    pub topics: Option<PathBuf>,
    /// Earlier model; a topic keeps its name if most of its labels are still together.
    #[arg(long, value_name = "MODEL_DIR")]
    pub names_from: Option<PathBuf>,
}

impl TopicArgs {
    /// Reads the topics and the earlier model.
    ///
    /// # Errors
    /// A folder of topics or a model that cannot be read.
    pub(crate) fn steering(&self) -> Result<Steering> {
        let mut steering = Steering::new(self.cleaning);
        if let Some(dir) = &self.names_from {
            steering.keep_names_of(&runtime()?.block_on(load(dir))?);
        }
        if let Some(dir) = &self.topics {
            steering.read(dir)?;
        }
        Ok(steering)
    }
}

fn cleanings() -> impl TypedValueParser<Value = Cleaning> {
    PossibleValuesParser::new(["canonical", "seed"]).map(|name| match name.as_str() {
        "seed" => Cleaning::Reference,
        _ => Cleaning::Canonical,
    })
}
