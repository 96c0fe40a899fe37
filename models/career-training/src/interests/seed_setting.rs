//! The setting of the method's source, as one candidate among others: degree topics, courses and certificates, PCA.

use career_model::Level;
use career_model::features::FeatureColumns;
use career_model::pca::Pca;
use ndarray::{Array2, Axis};

use super::groups::{GroupParams, Inputs, Scope};
use super::table::InterestTable;
use crate::fit::MIN_PEOPLE_TO_FIT;
use crate::label_topics_fit::LabelTopicsFit;
use crate::pca_fit::fit_pca;
use crate::people::{People, Person};
use crate::training_table::{TrainingTable, encode};

/// Principal components, as the source has them.
pub const N_COMPONENTS: usize = 5;

/// Clusters per level, as the source has them.
const N_CLUSTERS: usize = 16;

/// The source's numbers, or so many clusters.
pub fn seed_params(n_clusters: Option<usize>) -> GroupParams {
    GroupParams {
        inputs: Inputs::Seed,
        scope: Scope::PerLevel,
        n_components: N_COMPONENTS,
        n_clusters: n_clusters.unwrap_or(N_CLUSTERS),
    }
}

/// Per level the columns and the projection; `None` where people or their backgrounds are too few for it.
#[derive(Clone, Debug)]
pub struct SeedSetting {
    /// Junior, senior, expert.
    pub levels: Vec<Option<(FeatureColumns, Pca)>>,
}

impl SeedSetting {
    /// Fits the projection on some people, by position in [`People::iter_leveled`].
    pub fn fit(people: &People, degree_topics: &LabelTopicsFit, among: &[usize]) -> SeedSetting {
        let everyone: Vec<(Level, Person<'_>)> = people.iter_leveled().collect();
        let level = |level: Level| {
            let own: Vec<Person<'_>> = among
                .iter()
                .map(|&person| everyone[person])
                .filter(|(of, _)| *of == level)
                .map(|(_, person)| person)
                .collect();
            if (own.len() as u64) < MIN_PEOPLE_TO_FIT * 4 / 5 {
                return None;
            }
            let table = TrainingTable::of_people(
                people,
                own.into_iter(),
                &degree_topics.topic_of,
                degree_topics.topics.len(),
            );
            let pca = fit_pca(&table.rows, &table.weights, N_COMPONENTS);
            (pca.n_components as usize == N_COMPONENTS).then_some((table.columns, pca))
        };
        SeedSetting { levels: Level::ALL.into_iter().map(level).collect() }
    }

    /// The coordinates of every row, `n_people × N_COMPONENTS`; zero for who has nothing that counts.
    pub fn points(
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
            let features = encode(people, background, columns, &degree_topics.topic_of);
            if !features.is_zero() {
                let coordinates = pca.transform(&features);
                point.iter_mut().zip(coordinates).for_each(|(own, coordinate)| *own = coordinate);
            }
        }
        points
    }
}
