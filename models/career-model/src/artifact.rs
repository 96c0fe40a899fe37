//! `model.bin`: the encoded model, checked before use.
//!
//! | offset | bytes | content |
//! |---|---|---|
//! | 0 | 8 | magic, `CAREERMD` |
//! | 8 | 4 | format version, little-endian |
//! | 12 | 8 | payload length, little-endian |
//! | 20 | 32 | SHA-256 of the payload |
//! | 52 | … | payload: [`ModelParts`] in bincode 2 `standard()` encoding |
//!
//! The encoding is bincode's, written by `wincode` (little-endian, variable-length integers).

use sha2::{Digest, Sha256};
use wincode::config::Configuration;

use crate::check::CheckError;
use crate::model::{Model, ModelParts};

/// The first eight bytes.
pub const MAGIC: [u8; 8] = *b"CAREERMD";

/// The format version that this code writes, and the only one it reads.
pub const FORMAT_VERSION: u32 = 5;

/// The length of the header before the payload.
pub const HEADER_LEN: usize = 52;

/// The largest payload that is read: far above the size of any model, far below a function's memory.
pub const MAX_PAYLOAD_LEN: usize = 64 << 20;

/// Why bytes are not a model.
#[derive(Debug, thiserror::Error)]
pub enum ArtifactError {
    /// Shorter than the header, or than the length in the header.
    #[error("the model is cut off: {expected} bytes expected, {actual} found; train or download it again")]
    Truncated {
        /// Bytes that should be there.
        expected: usize,
        /// Bytes that are there.
        actual: usize,
    },
    /// Not a file of this program.
    #[error("this is not a career-roadmap model (its first bytes are not `CAREERMD`)")]
    WrongMagic,
    /// A model of another format version.
    #[error(
        "the model has format version {found}, this program reads version {FORMAT_VERSION}; train it again"
    )]
    WrongVersion {
        /// The version in the file.
        found: u32,
    },
    /// The length in the header is beyond [`MAX_PAYLOAD_LEN`].
    #[error("the model claims a payload of {len} bytes; the limit is {MAX_PAYLOAD_LEN}")]
    TooLarge {
        /// The length in the header.
        len: u64,
    },
    /// More bytes than the length in the header.
    #[error("{extra} bytes follow the end of the model")]
    TrailingBytes {
        /// The number of extra bytes.
        extra: usize,
    },
    /// A byte changed since the file was written.
    #[error("the model's checksum does not match; it was damaged on the way, download or train it again")]
    ChecksumMismatch,
    /// The checksum holds, but the payload is not a model.
    #[error("the model's payload does not decode: {0}")]
    Malformed(String),
    /// The payload decodes, but its parts contradict each other.
    #[error("the model is inconsistent: {0}")]
    Inconsistent(#[from] CheckError),
}

macro_rules! bincode_standard {
    () => {
        Configuration::default().with_varint_encoding().with_preallocation_size_limit::<MAX_PAYLOAD_LEN>()
    };
}

/// The bytes of `model.bin`.
///
/// # Errors
/// [`ArtifactError::TooLarge`] when the payload would pass [`MAX_PAYLOAD_LEN`].
pub fn encode(model: &Model) -> Result<Vec<u8>, ArtifactError> {
    let payload = encode_payload(&model.parts)?;
    if payload.len() > MAX_PAYLOAD_LEN {
        return Err(ArtifactError::TooLarge { len: payload.len() as u64 });
    }
    Ok(seal(&payload))
}

/// Reads `model.bin`.
///
/// # Errors
/// [`ArtifactError`] names what is wrong with the bytes. No length field is trusted with an allocation.
pub fn decode(bytes: &[u8]) -> Result<Model, ArtifactError> {
    let payload = open(bytes)?;
    let parts: ModelParts = wincode::config::deserialize_exact(payload, bincode_standard!())
        .map_err(|error| ArtifactError::Malformed(error.to_string()))?;
    Ok(parts.checked()?)
}

fn encode_payload(parts: &ModelParts) -> Result<Vec<u8>, ArtifactError> {
    wincode::config::serialize(parts, bincode_standard!())
        .map_err(|error| ArtifactError::Malformed(error.to_string()))
}

/// Puts the header before a payload.
fn seal(payload: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(HEADER_LEN + payload.len());
    bytes.extend_from_slice(&MAGIC);
    bytes.extend_from_slice(&FORMAT_VERSION.to_le_bytes());
    bytes.extend_from_slice(&(payload.len() as u64).to_le_bytes());
    bytes.extend_from_slice(&Sha256::digest(payload));
    bytes.extend_from_slice(payload);
    bytes
}

/// Checks the header and returns the payload.
fn open(bytes: &[u8]) -> Result<&[u8], ArtifactError> {
    let actual = bytes.len();
    let truncated = |expected| ArtifactError::Truncated { expected, actual };
    let (magic, rest) = bytes.split_first_chunk::<8>().ok_or_else(|| truncated(HEADER_LEN))?;
    if *magic != MAGIC {
        return Err(ArtifactError::WrongMagic);
    }
    let (version, rest) = rest.split_first_chunk::<4>().ok_or_else(|| truncated(HEADER_LEN))?;
    let found = u32::from_le_bytes(*version);
    if found != FORMAT_VERSION {
        return Err(ArtifactError::WrongVersion { found });
    }
    let (len, rest) = rest.split_first_chunk::<8>().ok_or_else(|| truncated(HEADER_LEN))?;
    let len = u64::from_le_bytes(*len);
    let payload_len = usize::try_from(len)
        .ok()
        .filter(|&len| len <= MAX_PAYLOAD_LEN)
        .ok_or(ArtifactError::TooLarge { len })?;
    let (checksum, payload) = rest.split_first_chunk::<32>().ok_or_else(|| truncated(HEADER_LEN))?;
    if payload.len() < payload_len {
        return Err(truncated(HEADER_LEN + payload_len));
    }
    if payload.len() > payload_len {
        return Err(ArtifactError::TrailingBytes { extra: payload.len() - payload_len });
    }
    if Sha256::digest(payload)[..] != checksum[..] {
        return Err(ArtifactError::ChecksumMismatch);
    }
    Ok(payload)
}
