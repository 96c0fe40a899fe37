//! Made-up people, and models of them.

use career_model::metadata::Metadata;
use career_model::{Model, Profile};
use career_training::{
    ClusterCount, Features, FitParams, Guides, Observer, PeopleBuilder, Search, Stage, fit,
};

/// Ignores all progress.
#[derive(Debug)]
struct Silent;

impl Observer for Silent {
    fn begin(&self, _: Stage, _: u64) {}
    fn end(&self, _: Stage) {}
}

/// Every feature set.
pub(crate) const ALL: [Features; 3] =
    [Features::Reference, Features::Full(Search::Quick), Features::Full(Search::Reference)];

/// Fits a model.
pub(crate) fn fitted(profiles: &[Profile], features: Features, clusters: ClusterCount) -> Model {
    let mut builder = PeopleBuilder::default();
    for profile in profiles {
        builder.push(profile);
    }
    let params = FitParams { features, ..FitParams::reference(clusters, 5) };
    fit(&builder.finish(), &params, Guides::default(), Metadata::default(), &Silent)
        .expect("consistent")
        .model
}

/// A step of a linear congruential generator, which is random enough here.
fn step(state: &mut u64, n: usize) -> usize {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*state >> 33) as usize % n
}

const FIELDS: [&str; 8] = [
    "Computer Science",
    "Computer science & Engineering",
    "Graphic Design",
    "Design Theory",
    "Applied Mathematics",
    "Mathematics 3.9/4.0",
    "Электротехника",
    "Basket weaving",
];
const COURSES: [&str; 4] = ["Operating Systems", "The Art of Drawing", "Linear Algebra II", "Compilers"];
const CERTIFICATIONS: [&str; 3] = ["Cloud Practitioner", "Scrum Master", "Compilers"];
const SKILLS: [&str; 8] = [
    "Rust",
    "Rust (Programming Language)",
    "Figma",
    "Drawing",
    "PyTorch",
    "Machine Learning",
    "machine vision",
    "Sales",
];

const POSITIONS: [&str; 4] =
    ["Senior Backend Engineer", "Designer at Employer", "Data Scientist", "Engineer"];

/// People of a few kinds; three in ten have an item that nobody else has, one in ten has no background.
pub(crate) fn people(n: usize, mut state: u64) -> Vec<Profile> {
    let pick = |from: &[&str], most: usize, state: &mut u64| -> Vec<String> {
        (0..step(state, most + 1)).map(|_| from[step(state, from.len())].to_owned()).collect()
    };
    (0..n)
        .map(|i| {
            let kind = step(&mut state, 4);
            let mut profile = Profile {
                id: i.to_string(),
                url: Some(format!("https://profiles.example/person{i}")),
                company: Some(format!("Employer{i}")),
                experience_months: (step(&mut state, 20) > 0)
                    .then_some([30, 80, 140, 240][step(&mut state, 4)]),
                degree_fields: pick(&FIELDS[kind * 2..kind * 2 + 2], 2, &mut state),
                courses: pick(&COURSES, 2, &mut state),
                certifications: pick(&CERTIFICATIONS, 1, &mut state),
                skills: pick(&SKILLS, 6, &mut state),
                position: (step(&mut state, 4) > 0).then(|| POSITIONS[kind].to_owned()),
            };
            match i % 10 {
                0..3 => {
                    profile.certifications.push(format!("Certificate of uniquename{i}"));
                    profile.skills.push(format!("Skill of uniquename{i}"));
                    profile.degree_fields.push(format!("Field uniquename{i}"));
                    profile.position = Some(format!("Uniquename{i} Engineer"));
                }
                3 => {
                    profile.degree_fields.clear();
                    profile.courses.clear();
                    profile.certifications.clear();
                    profile.skills.clear();
                    profile.position = None;
                }
                _ => {}
            }
            profile
        })
        .collect()
}
