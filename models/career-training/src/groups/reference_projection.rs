//! The projection of the reference method, as one candidate of the search: degree topics, courses,
//! certificates, PCA.

use career_model::features::FeatureColumns;
use career_model::pca::Pca;
use career_model::{Level, PerLevel};
use ndarray::{Array2, Axis};

use crate::groups::params::{GroupParams, Inputs, Scope};
use crate::interests::table::InterestTable;
use crate::maths::pca::{fit_pca, of_features};
use crate::people::limits::MIN_PEOPLE_TO_FIT_WITHOUT_HELD_OUT;
use crate::people::table::{People, Person};
use crate::people::training_table::{ServedTable, TrainingTable, feature_row};
use crate::topics::label_topics::LabelTopicsFit;

/// Principal components of the reference method.
pub const N_COMPONENTS: usize = 5;

/// Clusters per level in the reference setting.
const N_CLUSTERS: usize = 16;

/// The reference setting, with its own number of clusters or this one.
pub fn reference_params(n_clusters: Option<usize>) -> GroupParams {
    GroupParams {
        inputs: Inputs::Reference,
        scope: Scope::PerLevel,
        n_components: N_COMPONENTS,
        n_clusters: n_clusters.unwrap_or(N_CLUSTERS),
    }
}

/// Per level the columns and the projection; `None` for a level with too few people or backgrounds.
#[derive(Clone, Debug)]
pub struct ReferenceProjection {
    /// The columns and the projection of every level.
    pub levels: PerLevel<Option<(FeatureColumns, Pca)>>,
}

impl ReferenceProjection {
    /// Fits the projection on some people, by position in [`People::iter_leveled`]. Groups are made from the
    /// coordinates that the function finds, so the columns are those of serving.
    pub fn fit(people: &People, degree_topics: &LabelTopicsFit, among: &[usize]) -> ReferenceProjection {
        let everyone: Vec<(Level, Person<'_>)> = people.iter_leveled().collect();
        let levels = PerLevel::from_fn(|level| {
            let own: Vec<Person<'_>> = among
                .iter()
                .map(|&person| everyone[person])
                .filter(|(of, _)| *of == level)
                .map(|(_, person)| person)
                .collect();
            if (own.len() as u64) < MIN_PEOPLE_TO_FIT_WITHOUT_HELD_OUT {
                return None;
            }
            let table = TrainingTable::of_people(
                people,
                own.into_iter(),
                &degree_topics.topic_of,
                degree_topics.topics.len(),
            );
            let pca = fit_pca(&table.rows, &table.weights, N_COMPONENTS);
            let ServedTable { table, fitted_columns } = table.served(people, &degree_topics.topic_of);
            (pca.n_components as usize == N_COMPONENTS)
                .then(|| (table.columns, of_features(&pca, &fitted_columns)))
        });
        ReferenceProjection { levels }
    }

    /// The coordinates of every row, `n_people × N_COMPONENTS`; zero for rows without a known column.
    pub fn transform(
        &self,
        people: &People,
        degree_topics: &LabelTopicsFit,
        table: &InterestTable,
    ) -> Array2<f64> {
        let everyone: Vec<(Level, Person<'_>)> = people.iter_leveled().collect();
        let mut points = Array2::zeros((table.n_people(), N_COMPONENTS));
        for (row, mut point) in points.axis_iter_mut(Axis(0)).enumerate() {
            let Some((columns, pca)) = &self.levels[table.level_of[row]] else { continue };
            let background = &people.backgrounds[everyone[table.person_of[row]].1.background as usize];
            let features = feature_row(people, background, columns, &degree_topics.topic_of);
            if !features.is_zero() {
                let coordinates = pca.transform(&features);
                point.iter_mut().zip(coordinates).for_each(|(own, coordinate)| *own = coordinate);
            }
        }
        points
    }
}
