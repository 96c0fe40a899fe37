//! `counts.bin`: the exact counts of a model, which stay with the operator.

use career_model::check::CheckError;
use career_model::metadata::Metadata;
use career_model::roadmap::Backgrounds;
use career_model::{Level, Model};
use wincode::config::Configuration;
use wincode::{SchemaRead, SchemaWrite};

use crate::members::{LevelMembers, Members};
use crate::publish::publish;

/// The first eight bytes; the last one is the format version.
const MAGIC: [u8; 8] = *b"CAREERC1";

/// The largest file that is read.
pub const MAX_LEN: usize = 64 << 20;

/// The exact counts of a model, and the people behind them.
#[derive(Clone, Debug, Default, PartialEq, SchemaRead, SchemaWrite)]
pub struct CountsFile {
    metadata: Metadata,
    levels: Vec<LevelCounts>,
}

#[derive(Clone, Debug, Default, PartialEq, SchemaRead, SchemaWrite)]
struct LevelCounts {
    overview: Backgrounds,
    roadmaps: Vec<Backgrounds>,
    members: LevelMembers,
}

/// Why exact counts cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum CountsFileError {
    /// Not a file of this program, or of another version.
    #[error("these are no counts of this version of the program; train the model again")]
    WrongMagic,
    /// The bytes are damaged.
    #[error("the counts do not decode: {0}; train the model again")]
    Malformed(String),
    /// The counts belong to another model.
    #[error("the counts belong to another model than the one beside them; train the model again")]
    OtherModel,
    /// The model with these counts is inconsistent.
    #[error("the counts are inconsistent: {0}; train the model again")]
    Inconsistent(#[from] CheckError),
}

macro_rules! bincode_standard {
    () => {
        Configuration::default().with_varint_encoding().with_preallocation_size_limit::<MAX_LEN>()
    };
}

impl CountsFile {
    /// The counts of a model.
    pub fn of(exact: &Model, members: &Members) -> CountsFile {
        let counts = |level| {
            let own = exact.level(level);
            LevelCounts {
                overview: own.overview.clone(),
                roadmaps: own.roadmaps.iter().map(|roadmap| roadmap.has.clone()).collect(),
                members: members[level].clone(),
            }
        };
        CountsFile { metadata: exact.metadata().clone(), levels: Level::ALL.map(counts).into() }
    }

    /// The bytes of the file.
    ///
    /// # Errors
    /// [`CountsFileError::Malformed`] beyond [`MAX_LEN`].
    pub fn encode(&self) -> Result<Vec<u8>, CountsFileError> {
        let payload = wincode::config::serialize(self, bincode_standard!())
            .map_err(|error| CountsFileError::Malformed(error.to_string()))?;
        Ok([&MAGIC[..], &payload].concat())
    }

    /// Reads the file.
    ///
    /// # Errors
    /// Bytes that are not counts of this version.
    pub fn decode(bytes: &[u8]) -> Result<CountsFile, CountsFileError> {
        let payload = bytes.strip_prefix(&MAGIC).ok_or(CountsFileError::WrongMagic)?;
        wincode::config::deserialize_exact(payload, bincode_standard!())
            .map_err(|error| CountsFileError::Malformed(error.to_string()))
    }

    /// The model with exact counts, of the published model that was made with it.
    ///
    /// # Errors
    /// [`CountsFileError::OtherModel`] if the published model is another one.
    pub fn exact(self, model: &Model) -> Result<(Model, Members), CountsFileError> {
        let mut parts = model.parts().clone();
        let mut members = Members::default();
        if self.levels.len() != parts.levels.len() {
            return Err(CountsFileError::OtherModel);
        }
        parts.metadata = self.metadata;
        for (level, counts) in Level::ALL.into_iter().zip(self.levels) {
            let own = &mut parts.levels[level.index()];
            if own.roadmaps.len() != counts.roadmaps.len() {
                return Err(CountsFileError::OtherModel);
            }
            own.overview = counts.overview;
            own.roadmaps.iter_mut().zip(counts.roadmaps).for_each(|(roadmap, has)| roadmap.has = has);
            members[level] = counts.members;
        }
        let exact = parts.checked()?;
        if publish(&exact, Some(&members), None)?.model != *model {
            return Err(CountsFileError::OtherModel);
        }
        Ok((exact, members))
    }
}
