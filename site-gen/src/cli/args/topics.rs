//! Arguments about topics: where they come from when not from the profiles alone.

use std::path::PathBuf;

use anyhow::Result;
use career_model::clean::Cleaning;
use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use training::location::runtime;
use training::topics::Steering;
use training::workflow::load;

/// What steers the topics.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Topics")]
pub(crate) struct TopicArgs {
    /// How skills and degree fields become labels: `canonical` takes the spellings of one thing for one thing and
    /// drops junk, `seed` only lower-cases, as the method's source did.
    #[arg(long, value_name = "canonical|seed", default_value = "canonical", value_parser = cleanings())]
    pub cleaning: Cleaning,
    /// A folder with skills.csv and degree_fields.csv as `site-gen topics` wrote them and somebody edited them:
    /// these are the topics then.
    #[arg(long, value_name = "DIR")]
    pub topics: Option<PathBuf>,
    /// An earlier model: its topics keep their names where most of their labels are still together.
    #[arg(long, value_name = "MODEL_DIR")]
    pub names_from: Option<PathBuf>,
}

impl TopicArgs {
    /// The files behind the arguments, read.
    ///
    /// # Errors
    /// A folder of topics, or a model, that cannot be read.
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
        "seed" => Cleaning::Seed,
        _ => Cleaning::Canonical,
    })
}
