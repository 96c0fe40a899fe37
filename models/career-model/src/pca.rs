//! Principal component analysis: the projection.

use wincode::{SchemaRead, SchemaWrite};

use crate::sparse::SparseVector;

/// A fitted projection onto the first principal components, scikit-learn's `PCA(n_components)`.
///
/// A row `x` has coordinates `(x − mean) · componentsᵀ`; since rows are sparse, `mean · componentsᵀ` is
/// stored as `offset`, and the mean itself (the share of people with each feature) is not in the model.
#[derive(Clone, Debug, Default, PartialEq, SchemaRead, SchemaWrite)]
pub struct Pca {
    /// The number of components; at most 5.
    pub n_components: u32,
    /// `n_features × n_components`, one row per feature: the transpose of scikit-learn's `components_`.
    /// Single precision halves the size of a small model and is far finer than the distances between
    /// clusters.
    pub loadings: Vec<f32>,
    /// The mean row's coordinates before centring, `n_components`.
    pub offset: Vec<f64>,
    /// Share of the total variance per component.
    pub explained_variance_ratio: Vec<f64>,
}

impl Pca {
    /// The loadings of a feature, one per component.
    pub fn loadings_of(&self, feature: u32) -> impl Iterator<Item = f64> {
        let n = self.n_components as usize;
        let start = feature as usize * n;
        self.loadings[start..start + n].iter().copied().map(f64::from)
    }

    /// The coordinates of a row, `n_components` of them.
    pub fn transform(&self, row: &SparseVector) -> Vec<f64> {
        let mut coordinates: Vec<f64> = self.offset.iter().map(|value| -value).collect();
        for (feature, value) in row.iter() {
            for (coordinate, loading) in coordinates.iter_mut().zip(self.loadings_of(feature)) {
                *coordinate += value * loading;
            }
        }
        coordinates
    }
}
