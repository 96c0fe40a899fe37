//! The artefact: its encoding, and every way in which bytes can fail to be a model.

mod small_model;

use career_model::artifact::{ArtifactError, FORMAT_VERSION, HEADER_LEN, MAGIC, MAX_PAYLOAD_LEN};
use career_model::check::CheckError;
use career_model::interests::Interests;
use career_model::model::ModelParts;
use career_model::roadmap::{ItemCount, RoadmapLink};
use career_model::{Level, decode, encode};
use proptest::prelude::*;
use sha2::{Digest, Sha256};

/// [`small_model::parts`], encoded by `bincode` 2.0.1 with `config::standard()`, in a copy of this crate
/// that derives `bincode::Encode` instead of `SchemaWrite`.
const GOLDEN: &[u8] = include_bytes!("golden/model.bin");

/// The same for [`small_model::full_parts`].
const GOLDEN_FULL: &[u8] = include_bytes!("golden/full.bin");

fn encoded() -> Vec<u8> {
    encode(&small_model::parts().checked().expect("consistent")).expect("small")
}

/// A file with a valid header for any payload.
fn sealed(payload: &[u8]) -> Vec<u8> {
    let mut bytes = MAGIC.to_vec();
    bytes.extend(FORMAT_VERSION.to_le_bytes());
    bytes.extend((payload.len() as u64).to_le_bytes());
    bytes.extend(Sha256::digest(payload));
    bytes.extend(payload);
    bytes
}

/// The error of decoding after a change to the parts. [`encode`] refuses inconsistent parts, so `wincode`
/// makes the payload.
fn refused(change: impl FnOnce(&mut ModelParts)) -> CheckError {
    refused_of(small_model::parts(), change)
}

fn refused_of(mut parts: ModelParts, change: impl FnOnce(&mut ModelParts)) -> CheckError {
    change(&mut parts);
    let config = wincode::config::Configuration::default().with_varint_encoding();
    let payload = wincode::config::serialize(&parts, config).expect("encodes");
    match decode(&sealed(&payload)) {
        Err(ArtifactError::Inconsistent(error)) => error,
        other => panic!("expected an inconsistency, got {other:?}"),
    }
}

#[test]
fn the_bytes_are_those_of_bincode_2() {
    assert_eq!(encoded()[HEADER_LEN..], GOLDEN[HEADER_LEN..], "payload");
    assert_eq!(encoded(), GOLDEN, "header");
    assert_eq!(decode(GOLDEN).expect("golden").parts(), &small_model::parts());
    let full = encode(&small_model::full_parts().checked().expect("consistent")).expect("small");
    assert_eq!(full, GOLDEN_FULL, "with interests");
}

#[test]
fn every_truncation_is_an_error() {
    let bytes = encoded();
    for len in 0..bytes.len() {
        assert!(
            matches!(decode(&bytes[..len]), Err(ArtifactError::Truncated { actual, .. }) if actual == len),
            "{len}"
        );
    }
}

#[test]
fn every_flipped_bit_is_an_error() {
    let bytes = encoded();
    for index in 0..bytes.len() {
        for bit in 0..8 {
            let mut damaged = bytes.clone();
            damaged[index] ^= 1 << bit;
            let error = decode(&damaged).expect_err("damaged");
            let named = match index {
                0..8 => matches!(error, ArtifactError::WrongMagic),
                8..12 => matches!(error, ArtifactError::WrongVersion { .. }),
                12..20 => matches!(
                    error,
                    ArtifactError::TooLarge { .. }
                        | ArtifactError::Truncated { .. }
                        | ArtifactError::TrailingBytes { .. }
                ),
                _ => matches!(error, ArtifactError::ChecksumMismatch),
            };
            assert!(named, "byte {index}, bit {bit}: {error}");
        }
    }
}

#[test]
fn an_absurd_length_is_refused_before_anything_is_read() {
    let mut bytes = encoded();
    bytes[12..20].copy_from_slice(&u64::MAX.to_le_bytes());
    assert!(matches!(decode(&bytes), Err(ArtifactError::TooLarge { len: u64::MAX })));
    bytes[12..20].copy_from_slice(&(MAX_PAYLOAD_LEN as u64 + 1).to_le_bytes());
    assert!(matches!(decode(&bytes), Err(ArtifactError::TooLarge { .. })));
}

#[test]
fn trailing_bytes_are_refused_inside_and_after_the_payload() {
    let mut after = encoded();
    after.push(0);
    assert!(matches!(decode(&after), Err(ArtifactError::TrailingBytes { extra: 1 })));
    let mut payload = encoded()[HEADER_LEN..].to_vec();
    payload.push(0);
    assert!(matches!(decode(&sealed(&payload)), Err(ArtifactError::Malformed(_))));
}

#[test]
fn an_absurd_length_inside_the_payload_allocates_nothing() {
    // The payload begins with the length of a string: 2^60 bytes that do not follow.
    let mut payload = vec![253];
    payload.extend((1_u64 << 60).to_le_bytes());
    assert!(matches!(decode(&sealed(&payload)), Err(ArtifactError::Malformed(_))));
}

#[test]
fn numbers_that_are_not_finite_are_refused() {
    let nan = |part| CheckError::NotFinite { part };
    assert_eq!(refused(|p| clusters(p).pca.loadings[0] = f32::NAN), nan("PCA loadings"));
    assert_eq!(refused(|p| clusters(p).pca.offset[0] = f64::INFINITY), nan("PCA offset"));
    assert_eq!(refused(|p| clusters(p).k_means.centroids[1] = f64::NAN), nan("centroids"));
    assert_eq!(refused(|p| p.degree_topics.vectorizer.idf[0] = f64::NAN), nan("idf"));
    assert_eq!(refused(|p| p.degree_topics.means[0].values[0] = f64::NAN), nan("topic means"));
    assert_eq!(refused(|p| p.metadata.skills.inertia = f64::NAN), nan("metrics"));
    assert_eq!(refused(|p| p.metadata.levels[0].silhouette = Some(f64::NAN)), nan("metrics"));
}

#[test]
fn dimensions_that_disagree_are_refused() {
    let dimension = |error| matches!(error, CheckError::Dimension { .. });
    assert!(dimension(refused(|p| p.levels.truncate(2))));
    assert!(dimension(refused(|p| clusters(p).pca.loadings.truncate(2))));
    assert!(dimension(refused(|p| clusters(p).pca.n_components = 2)));
    assert!(dimension(refused(|p| clusters(p).k_means.centroids.clear())));
    assert!(dimension(refused(|p| clusters(p).columns.degree_topics.truncate(1))));
    assert!(dimension(refused(|p| clusters(p).roadmap_of_cluster.truncate(1))));
    assert!(dimension(refused(|p| p.degree_topics.means.truncate(1))));
    assert!(dimension(refused(|p| p.levels[0].overview.skill_fingerprints.clear())));
    assert!(dimension(refused(|p| p.levels[0].overview.experience.truncate(2))));
    assert!(dimension(refused(|p| p.levels[0].roadmaps[0].has.experience.push(400))));
    assert!(dimension(refused(|p| p.levels[0].overview.positions = vec![ItemCount::default(); 13])));
    let descending = refused(|p| p.levels[0].overview.experience[0] = 41);
    assert!(matches!(descending, CheckError::NotAscending { .. }));
}

#[test]
fn indices_out_of_range_are_refused() {
    let range = |error| matches!(error, CheckError::OutOfRange { .. });
    assert!(range(refused(|p| clusters(p).columns.degree_topics[0] = 3)));
    assert!(range(refused(|p| p.levels[0].roadmaps[0].next = Some(RoadmapLink::new(Level::Expert, 0)))));
    assert!(range(refused(|p| clusters(p).roadmap_of_cluster[0] = 2)));
    assert!(range(refused(|p| p.degree_topics.vectorizer.idf.truncate(2))));
    assert!(range(refused(|p| p.levels[0].roadmaps.truncate(1))));
    assert!(range(refused(|p| p.levels[1].roadmaps.clear())));
    assert!(range(refused(|p| p.levels[0].overview.skill_topics[0].skills[0] = 1)));
    assert!(range(refused(|p| {
        p.levels[0].roadmaps[0].has.skills.clear();
        p.levels[0].roadmaps[0].has.skill_fingerprints.clear();
    })));
}

#[test]
fn interests_that_contradict_themselves_are_refused() {
    let refused = |change: fn(&mut Interests)| {
        refused_of(small_model::full_parts(), |parts| change(parts.interests.as_mut().expect("full")))
    };
    let range = |error| matches!(error, CheckError::OutOfRange { .. });
    let dimension = |error| matches!(error, CheckError::Dimension { .. });
    let not_finite = |error| matches!(error, CheckError::NotFinite { .. });
    assert!(dimension(refused(|i| i.columns.n_items = 6)));
    assert!(range(refused(|i| i.columns.n_columns = 4)));
    assert!(range(refused(|i| i.columns.degree_topics[0] = 5)));
    assert!(dimension(refused(|i| i.columns.degree_topics.clear())));
    assert!(dimension(refused(|i| i.loadings.truncate(9))));
    assert!(dimension(refused(|i| i.n_components = 3)));
    assert!(not_finite(refused(|i| i.loadings[3] = f32::NAN)));
    assert!(dimension(refused(|i| i.ranker.offsets.truncate(5))));
    assert!(dimension(refused(|i| i.ranker.offsets[5] = 9)));
    assert!(matches!(refused(|i| i.ranker.offsets[2] = 0), CheckError::NotAscending { .. }));
    assert!(range(refused(|i| i.ranker.indices[0] = 3)));
    assert!(dimension(refused(|i| i.ranker.weights.truncate(1))));
    assert!(dimension(refused(|i| i.ranker.scales.truncate(1))));
    assert!(not_finite(refused(|i| i.ranker.scales[0] = f32::INFINITY)));
    assert!(dimension(refused(|i| i.ranker.base.truncate(2))));
    assert!(dimension(refused(|i| i.ranker.base[1].truncate(2))));
    assert!(not_finite(refused(|i| i.ranker.base[1][0] = f32::NAN)));
}

#[test]
fn slugs_and_names_are_unique_and_slugs_are_one_path_segment() {
    let junior = Level::Junior;
    let same = |what| CheckError::Duplicate { level: junior, what };
    assert_eq!(
        refused(|p| p.levels[0].roadmaps[1].name = p.levels[0].roadmaps[0].name.clone()),
        same("name")
    );
    assert_eq!(
        refused(|p| p.levels[0].roadmaps[1].slug = p.levels[0].roadmaps[0].slug.clone()),
        same("slug")
    );
    for slug in ["", "-", "a--b", "A", "../x", "a/b", "a%2f", "ä", "a ", &"a".repeat(81)] {
        assert!(career_model::RoadmapSlug::new(slug).is_none(), "{slug:?}");
    }
}

fn clusters(parts: &mut ModelParts) -> &mut career_model::model::Clusters {
    parts.levels[0].clusters.as_mut().expect("juniors are clustered")
}

proptest! {
    #[test]
    fn no_bytes_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(decode(&bytes).is_err());
        prop_assert!(decode(&sealed(&bytes)).is_err());
    }

    #[test]
    fn no_damage_to_the_payload_panics_even_under_a_right_checksum(
        index in 0..encoded().len() - HEADER_LEN, byte in any::<u8>(),
    ) {
        let mut payload = encoded()[HEADER_LEN..].to_vec();
        payload[index] = byte;
        // The bytes may be another valid model, which must then be usable.
        if let Ok(model) = decode(&sealed(&payload)) {
            let profile = career_model::Profile {
                degree_fields: vec!["computer design".to_owned()],
                courses: vec!["Compilers".to_owned()],
                ..Default::default()
            };
            prop_assert!(model.classify(&profile).path().starts_with("/roadmaps/"));
        }
    }
}
