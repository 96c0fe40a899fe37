//! The fit of the features `full`: interests, groups found by search, pages, and the personal ranking.

use career_model::Level;
use career_model::clean::skill_fingerprint;
use career_model::features::NO_COLUMN;
use career_model::fingerprint::{FingerprintIndex, fingerprint};
use career_model::interests::{InterestColumns, Interests as InterestModel};
use career_model::k_means::KMeans;
use career_model::metadata::{LevelMetrics, SearchMetrics};
use career_model::model::{Clusters, LevelModel};
use career_model::ranker::{Ranker, Target};
use career_model::roadmap::{Counted, MIN_PEOPLE_PER_ITEM, Roadmap, RoadmapLink};
use ndarray::Array2;

use crate::fit::{FitParams, Found, MIN_PEOPLE_TO_FIT, Run, Stage};
use crate::interests::groups::{Groups, fit_groups};
use crate::interests::held_out::{hide, split};
use crate::interests::null::{mean_silhouette, null_silhouette};
use crate::interests::ranking::personal_scores;
use crate::interests::search::{Candidate, HeldOut, Search, best, level_shares, recall_at, search};
use crate::interests::spherical::{nearest_of_all, unit_mean};
use crate::interests::table::{Columns, InterestTable, Value, shown};
use crate::interests::{InterestParams, Interests, fit_interests, unit_coordinates};
use crate::roadmap_names::roadmap_names;
use crate::roadmaps::overview;
use crate::tally::{Tally, Vocabulary};

/// Weights kept per column: with so many of a thousand, rankings of held-out people are as good as with all.
const WEIGHTS_PER_COLUMN: usize = 200;

/// Fits everything that a model of the features `full` adds to label topics.
pub(crate) fn fit_full<'a>(
    vocabulary: Vocabulary<'_>,
    params: &FitParams,
    how: Search,
    run: Run<'_, 'a>,
) -> Found {
    let (people, topic_of) = (vocabulary.people, vocabulary.degree_topics.topic_of.as_slice());
    let interest_params = InterestParams::new(params.seed);
    let everyone: Vec<usize> = (0..people.iter_leveled().count()).collect();

    let running = run(Stage::TrainingTable, 0);
    let columns = Columns::of(people, topic_of, &everyone);
    let table = InterestTable::of(people, topic_of, &columns, &everyone);
    drop(running);

    let candidates = how.candidates(params.clusters);
    let running = run(Stage::Search, candidates.len() as u64);
    let tried = Tried::of(vocabulary, &table, &candidates, how, &interest_params, &|| running.step());
    drop(running);

    let running = run(Stage::KMeans, 0);
    let interests = fit_interests(&table, Level::ALL.len(), &interest_params);
    let directions = interests.directions(&table, tried.chosen.params.n_components, params.seed);
    // As the model holds them, so that everyone is where serving finds them.
    let loadings = interests.loadings(&directions).mapv(|value| f64::from(value as f32));
    let points = unit_coordinates(&table, &loadings);
    let groups = fit_groups(
        &points,
        &table.level_of,
        tried.chosen.params,
        MIN_PEOPLE_TO_FIT,
        how.n_init(),
        params.seed,
    );
    drop(running);

    let running = run(Stage::Silhouette, 0);
    let (n_draws, n_init) = how.draws();
    let silhouettes = (
        mean_silhouette(&points, &groups.cluster_of),
        null_silhouette(&table, Level::ALL.len(), &interest_params, tried.chosen.params, how.n_init()),
    );
    let stability = groups.stability(&points, &table.level_of, n_draws, n_init, params.seed);
    drop(running);

    let _running = run(Stage::Roadmaps, 0);
    let people_of = Pages { vocabulary, table: &table, groups: &groups };
    let mut levels: Vec<LevelModel> = Level::ALL.iter().map(|&level| people_of.level(level)).collect();
    for level in 0..levels.len().saturating_sub(1) {
        people_of.link(&points, level, &mut levels[level].roadmaps);
    }
    let metrics = |level: &Level| {
        let (place, own) = (level.index(), &levels[level.index()]);
        LevelMetrics {
            level: level.to_string(),
            people: people.count_level(*level),
            without_background: people_of.without_place(place),
            rows: people.count_level(*level) - people_of.without_place(place),
            n_features: columns.values.len() as u64,
            n_clusters: if own.clusters.is_some() { groups.levels[place].centroids.nrows() as u64 } else { 0 },
            n_roadmaps: own.roadmaps.len() as u64,
            stability: stability[place].clone(),
            note: own.clusters.is_none().then(|| {
                format!("fewer than the {MIN_PEOPLE_TO_FIT} people that a level needs for roadmaps; it has its overview only")
            }),
            ..LevelMetrics::default()
        }
    };
    let metrics = Level::ALL.iter().map(metrics).collect();
    Found {
        metrics,
        interests: Some(interest_model(vocabulary, &columns, &interests, &loadings)),
        search: Some(tried.metrics(&columns, vocabulary, silhouettes)),
        levels,
    }
}

/// What the search on held-out people said.
struct Tried {
    chosen: Candidate,
    n_candidates: usize,
    n_admissible: usize,
    n_asked: usize,
    personal_recall: f64,
    popularity_recall: f64,
}

impl Tried {
    fn of(
        vocabulary: Vocabulary<'_>,
        everyone: &InterestTable,
        candidates: &[crate::interests::groups::GroupParams],
        how: Search,
        params: &InterestParams,
        on_done: &(dyn Fn() + Sync),
    ) -> Tried {
        let (people, topic_of) = (vocabulary.people, vocabulary.degree_topics.topic_of.as_slice());
        let (learn, asked) = split(everyone.n_people());
        let persons =
            |rows: &[usize]| -> Vec<usize> { rows.iter().map(|&row| everyone.person_of[row]).collect() };
        let (learn, asked) = (persons(&learn), persons(&asked));
        let columns = Columns::of(people, topic_of, &learn);
        let table = InterestTable::of(people, topic_of, &columns, &learn);
        let held_out = hide(people, topic_of, &columns, &asked, params.seed);
        let interests = fit_interests(&table, Level::ALL.len(), params);
        let tried = search(
            &table,
            &interests,
            &held_out,
            candidates,
            params.seed,
            how,
            MIN_PEOPLE_TO_FIT * 4 / 5,
            on_done,
        );
        let shares = level_shares(&table, Level::ALL.len());
        let HeldOut { shown, hidden } = &held_out;
        let mean = |recall: &dyn Fn(usize) -> f64| {
            (0..shown.n_people()).map(recall).sum::<f64>() / (shown.n_people() as f64).max(1.0)
        };
        let personal = |row: usize| {
            let (items, context) = (shown.items.row(row), shown.context.row(row));
            let level = shown.level_of[row];
            let scores = personal_scores(&interests, items.map(|item| item.0), context.map(|c| c.0), level);
            recall_at(5, &scores, shown, row, &hidden[row])
        };
        let popular = |row: usize| recall_at(5, &shares[shown.level_of[row]], shown, row, &hidden[row]);
        Tried {
            chosen: best(&tried).cloned().unwrap_or(Candidate {
                params: candidates[0],
                recall: 0.0,
                n_pages: 0,
                stable: 0.0,
            }),
            n_candidates: tried.len(),
            n_admissible: tried.iter().filter(|candidate| candidate.is_admissible()).count(),
            n_asked: shown.n_people(),
            personal_recall: mean(&personal),
            popularity_recall: mean(&popular),
        }
    }

    fn metrics(
        &self,
        columns: &Columns,
        vocabulary: Vocabulary<'_>,
        (silhouette, silhouette_shuffled): (Option<f64>, Option<f64>),
    ) -> SearchMetrics {
        let people = vocabulary.people;
        let n_labels = people.skill_spellings.len() + people.courses.len() + people.certifications.len();
        SearchMetrics {
            candidates: self.n_candidates as u64,
            admissible: self.n_admissible as u64,
            asked: self.n_asked as u64,
            page_recall: self.chosen.recall,
            personal_recall: self.personal_recall,
            popularity_recall: self.popularity_recall,
            silhouette,
            silhouette_shuffled,
            shared: self.chosen.params.scope == crate::interests::groups::Scope::Shared,
            n_components: self.chosen.params.n_components as u64,
            items: columns.n_items as u64,
            items_left_out: (n_labels - columns.n_items) as u64,
        }
    }
}

/// Pages of the groups.
struct Pages<'a> {
    vocabulary: Vocabulary<'a>,
    table: &'a InterestTable,
    groups: &'a Groups,
}

impl Pages<'_> {
    fn level(&self, level: Level) -> LevelModel {
        let vocabulary = self.vocabulary;
        let own = &self.groups.levels[level.index()];
        let everyone = overview(vocabulary, level);
        let people: Vec<_> = vocabulary.people.iter_leveled().collect();
        let mut tallies = vec![Tally::new(vocabulary); own.pages.len()];
        for row in self.rows(level.index()) {
            if let Some(page) = self.groups.page_of(row, level.index()) {
                tallies[page as usize].add(vocabulary, people[self.table.person_of[row]].1);
            }
        }
        let names = roadmap_names(&tallies, &everyone, vocabulary);
        let roadmap = |(tally, (name, slug)): (&Tally, (String, _))| Roadmap {
            slug,
            name,
            has: tally.backgrounds_within(vocabulary, &everyone),
            next: None,
        };
        let clusters = Clusters {
            k_means: KMeans {
                n_dimensions: own.centroids.ncols() as u32,
                centroids: own.centroids.iter().copied().collect(),
            },
            roadmap_of_cluster: own.page_of_cluster.clone(),
            ..Clusters::default()
        };
        LevelModel {
            overview: everyone.backgrounds(vocabulary),
            clusters: (!own.pages.is_empty()).then_some(clusters),
            roadmaps: tallies.iter().zip(names).map(roadmap).collect(),
        }
    }

    /// Links a level's pages to those of the next level whose people they are most like.
    fn link(&self, points: &Array2<f64>, level: usize, roadmaps: &mut [Roadmap]) {
        let next = &self.groups.levels[level + 1];
        if next.pages.is_empty() {
            return;
        }
        for (page, roadmap) in (0..).zip(roadmaps) {
            let rows = self.rows(level).filter(|&row| self.groups.page_of(row, level) == Some(page));
            let mean = unit_mean(points, rows).insert_axis(ndarray::Axis(0));
            let cluster = nearest_of_all(&mean, &next.centroids)[0];
            let link = RoadmapLink::new(Level::ALL[level + 1], next.page_of_cluster[cluster as usize]);
            roadmap.next = Some(link);
        }
    }

    fn rows(&self, level: usize) -> impl Iterator<Item = usize> {
        (0..self.table.n_people()).filter(move |&row| self.table.level_of[row] == level)
    }

    fn without_place(&self, level: usize) -> u64 {
        self.rows(level).filter(|&row| self.groups.cluster_of[row].is_none()).count() as u64
    }
}

/// What serving needs: columns by fingerprint, loadings, and the ranking in few bytes.
fn interest_model(
    vocabulary: Vocabulary<'_>,
    columns: &Columns,
    interests: &Interests,
    loadings: &Array2<f64>,
) -> InterestModel {
    let people = vocabulary.people;
    let index = |text: &dyn Fn(Value) -> Option<String>| {
        let found: Vec<(String, u32)> =
            (0..).zip(&columns.values).filter_map(|(column, value)| Some((text(*value)?, column))).collect();
        FingerprintIndex::from_pairs(found.iter().map(|(text, column)| (text.as_str(), *column)))
    };
    let mut degree_topics = vec![NO_COLUMN; vocabulary.degree_topics.topics.len()];
    for (column, value) in (0..).zip(&columns.values) {
        if let Value::DegreeTopic(topic) = value {
            degree_topics[*topic as usize] = column;
        }
    }
    let taken = |wanted: fn(Value) -> Option<u32>, text: &dyn Fn(u32) -> String| {
        index(&|value| wanted(value).map(text))
    };
    InterestModel {
        columns: InterestColumns {
            skills: taken(|value| if let Value::Skill(id) = value { Some(id) } else { None }, &|id| {
                people.skill_spellings.text(id).to_owned()
            }),
            courses: taken(|value| if let Value::Course(id) = value { Some(id) } else { None }, &|id| {
                people.courses.text(id).to_owned()
            }),
            certifications: taken(
                |value| if let Value::Certification(id) = value { Some(id) } else { None },
                &|id| people.certifications.text(id).to_owned(),
            ),
            degree_topics,
            position_words: taken(
                |value| if let Value::PositionWord(id) = value { Some(id) } else { None },
                &|id| people.position_words.text(id).to_owned(),
            ),
            n_items: columns.n_items as u32,
            n_columns: columns.values.len() as u32,
        },
        n_components: loadings.ncols() as u32,
        loadings: loadings.iter().map(|&loading| loading as f32).collect(),
        ranker: ranker(vocabulary, columns, interests),
    }
}

fn ranker(vocabulary: Vocabulary<'_>, columns: &Columns, interests: &Interests) -> Ranker {
    let mut ranker = Ranker { offsets: vec![0], ..Ranker::default() };
    let mut target_of = vec![None; columns.n_items];
    for (item, value) in columns.values[..columns.n_items].iter().enumerate() {
        let (kind, print): (u8, fn(&str) -> u64) = match value {
            Value::Course(_) => (1, |name| fingerprint(&career_model::clean::course(name))),
            Value::Certification(_) => (2, |name| fingerprint(career_model::clean::certification(name))),
            _ => (0, skill_fingerprint),
        };
        let enough = columns.support[item] >= MIN_PEOPLE_PER_ITEM;
        let Some(name) = shown(vocabulary.people, *value).filter(|_| enough) else { continue };
        target_of[item] = Some(ranker.targets.len() as u32);
        let item = Counted { name: name.to_owned(), people: columns.support[item] };
        ranker.targets.push(Target { kind, item, fingerprint: print(name) });
    }
    let rows = interests.ranking.rows().into_iter().chain(interests.prior.weights.rows());
    for row in rows {
        let weights = row.iter().zip(&target_of).filter_map(|(&weight, target)| Some(((*target)?, weight)));
        ranker.push_column(weights.collect(), WEIGHTS_PER_COLUMN);
    }
    let of_level = |base: &ndarray::Array1<f64>| {
        base.iter()
            .zip(&target_of)
            .filter(|(_, target)| target.is_some())
            .map(|(&value, _)| value as f32)
            .collect()
    };
    ranker.base = interests.prior.base.iter().map(of_level).collect();
    ranker
}
