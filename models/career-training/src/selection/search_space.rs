//! The candidates of the search for groups.

use crate::groups::cluster_count::ClusterCount;
use crate::groups::params::{GroupParams, Inputs, Scope};
use crate::groups::reference_projection::reference_params;
use crate::interests::blocks::BlockWeights;

/// A page with this bootstrap Jaccard or more is stable (Hennig 2007).
pub const STABLE: f64 = 0.75;

/// The share of pages that must be stable.
pub const STABLE_SHARE: f64 = 0.8;

/// The extent of the search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Search {
    /// Takes some seconds for a thousand people.
    Quick,
    /// More candidates and bootstrap samples.
    Thorough,
    /// The reference setting only; skills are still ranked by everything that people list.
    Reference,
}

impl Search {
    /// Every extent.
    pub const ALL: [Search; 3] = [Search::Quick, Search::Thorough, Search::Reference];

    /// The name in settings and on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Search::Quick => "quick",
            Search::Thorough => "thorough",
            Search::Reference => "source",
        }
    }

    /// The first candidates: numbers of clusters and of coordinates, and the reference setting. With a fixed
    /// number of clusters, no other number is tried.
    pub fn candidates(self, count: ClusterCount) -> Vec<GroupParams> {
        let (components, numbers): (&[usize], &[usize]) = match self {
            Search::Reference => (&[], &[]),
            Search::Quick => (&[6, 10], &[2, 3, 4, 5, 6, 7, 8, 10, 12]),
            Search::Thorough => (&[4, 6, 8, 10, 14, 20], &[2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 16, 20, 24]),
        };
        let fixed = match count {
            ClusterCount::Auto => None,
            ClusterCount::Fixed(n) => Some([n]),
        };
        let clusters = fixed.as_ref().map_or(numbers, |n| n);
        let inputs = Inputs::Interests(BlockWeights::USUAL);
        let mut all = vec![reference_params(fixed.map(|[n]| n))];
        for scope in [Scope::Shared, Scope::PerLevel] {
            for &n_components in components {
                for &n_clusters in clusters {
                    all.push(GroupParams { inputs, scope, n_components, n_clusters });
                }
            }
        }
        all
    }

    /// The second candidates: the best of the first, with other weights of the blocks.
    pub fn refinements(best: GroupParams) -> Vec<GroupParams> {
        match best.inputs {
            Inputs::Reference => Vec::new(),
            Inputs::Interests(_) => BlockWeights::OTHERS
                .map(|weights| GroupParams { inputs: Inputs::Interests(weights), ..best })
                .to_vec(),
        }
    }

    /// The largest number of candidates.
    pub fn n_steps(self, count: ClusterCount) -> u64 {
        (self.candidates(count).len() + BlockWeights::OTHERS.len()) as u64
    }

    /// The number of bootstrap samples, and of starts of k-means in each.
    pub const fn bootstrap(self) -> (u64, u64) {
        match self {
            Search::Quick | Search::Reference => (16, 8),
            Search::Thorough => (40, 20),
        }
    }

    /// Starts of k-means for the groups themselves.
    pub const fn n_init(self) -> u64 {
        match self {
            Search::Quick | Search::Reference => 32,
            Search::Thorough => 40,
        }
    }
}
