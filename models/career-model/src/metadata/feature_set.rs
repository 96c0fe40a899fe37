//! The features and the group inputs of a model, as its metadata names them.

use crate::named::{UnknownName, impl_text};

/// The feature set of a model: [`super::Metadata::features`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FeatureSet {
    /// Degree topics, courses and certificates: the reference method.
    Reference,
    /// Everything that people list.
    Full,
}

impl FeatureSet {
    /// Both feature sets.
    pub const ALL: [FeatureSet; 2] = [FeatureSet::Reference, FeatureSet::Full];

    /// The name in `model.json` and on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            FeatureSet::Reference => "seed",
            FeatureSet::Full => "full",
        }
    }
}

impl_text!(FeatureSet, UnknownName);

/// The inputs of the groups, with the features `full`: [`super::SearchMetrics::inputs`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum GroupInputs {
    /// Everything that people list, smoothed.
    Interests,
    /// Degree topics, courses and certificates, because the reference setting was the best candidate.
    Reference,
}

impl GroupInputs {
    /// Both kinds of inputs.
    pub const ALL: [GroupInputs; 2] = [GroupInputs::Interests, GroupInputs::Reference];

    /// The name in `model.json`.
    pub const fn as_str(self) -> &'static str {
        match self {
            GroupInputs::Interests => "interests",
            GroupInputs::Reference => "seed",
        }
    }
}

impl_text!(GroupInputs, UnknownName);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_back() {
        for set in FeatureSet::ALL {
            assert_eq!(set.to_string().parse(), Ok(set));
        }
        for inputs in GroupInputs::ALL {
            assert_eq!(inputs.to_string().parse(), Ok(inputs));
        }
        assert_eq!("full ".parse::<FeatureSet>(), Err(UnknownName));
    }
}
