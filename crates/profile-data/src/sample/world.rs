//! The parsed tables: every archetype with its lists split and its terms looked up.

use std::sync::LazyLock;

use super::archetypes::{self, Archetype};
use super::draw::Draw;
use super::vocabulary::{Language, MAX_TERMS, Terms, degree_fields, items, long_tail, skills};

/// An archetype ready to draw from. Numbers are ids in [`World::skills`] and [`World::degree_fields`].
pub(super) struct Kind {
    pub(super) positions: Vec<&'static str>,
    pub(super) degree_fields: Vec<u16>,
    pub(super) courses: Vec<&'static str>,
    pub(super) intro_certifications: Vec<&'static str>,
    pub(super) certifications: Vec<&'static str>,
    pub(super) core: Vec<u16>,
    pub(super) stacks: Vec<Vec<u16>>,
    pub(super) lead: Vec<u16>,
    pub(super) topics: Vec<&'static str>,
}

/// All tables for drawing people.
pub(super) struct World {
    kinds: Vec<Kind>,
    /// Running sums of the archetypes' shares.
    shares: Vec<u32>,
    pub(super) skills: Terms,
    pub(super) degree_fields: Terms,
    pub(super) general_skills: Vec<u16>,
    pub(super) domains: Vec<&'static str>,
    pub(super) providers: Vec<&'static str>,
    pub(super) stages: Vec<&'static str>,
    pub(super) local_titles: Vec<(Language, &'static str)>,
    pub(super) language_certificates: Vec<&'static str>,
    pub(super) skill_areas: Vec<&'static str>,
    pub(super) skill_matters: Vec<&'static str>,
    pub(super) company_names: Vec<&'static str>,
    pub(super) company_forms: Vec<&'static str>,
}

/// The tables of all samples.
pub(super) static WORLD: LazyLock<World> = LazyLock::new(World::read);

impl World {
    fn read() -> World {
        let mut skills = Terms::from_table(skills::TERMS);
        let mut degree_fields = Terms::from_table(degree_fields::TERMS);
        let mut total = 0;
        let mut shares = Vec::new();
        let mut kinds = Vec::new();
        for archetype in archetypes::all() {
            total += archetype.share;
            shares.push(total);
            kinds.push(Kind::read(archetype, &mut skills, &mut degree_fields));
        }
        let general_skills = skills.ids(skills::GENERAL);
        debug_assert!(skills.len() <= MAX_TERMS, "more skills than a person can have marked");
        let local = |title: &&'static str| match Language::of(title) {
            (Some(language), text) => Some((language, text)),
            (None, _) => None,
        };
        World {
            kinds,
            shares,
            general_skills,
            skills,
            degree_fields,
            domains: items(degree_fields::DOMAINS),
            providers: items(long_tail::PROVIDERS),
            stages: items(long_tail::STAGES),
            local_titles: long_tail::LOCAL_TITLES.iter().filter_map(local).collect(),
            language_certificates: items(long_tail::LANGUAGE_CERTIFICATES),
            skill_areas: items(long_tail::SKILL_AREAS),
            skill_matters: items(long_tail::SKILL_MATTERS),
            company_names: items(long_tail::COMPANY_NAMES),
            company_forms: items(long_tail::COMPANY_FORMS),
        }
    }

    /// Draws a kind of people by its share.
    pub(super) fn kind(&self, draw: &mut Draw) -> &Kind {
        let total = self.shares.last().copied().unwrap_or(0);
        let at = draw.below(total as usize) as u32;
        &self.kinds[self.shares.partition_point(|&share| share <= at)]
    }
}

impl Kind {
    fn read(archetype: &Archetype, skills: &mut Terms, degree_fields: &mut Terms) -> Kind {
        Kind {
            positions: items(archetype.positions),
            degree_fields: degree_fields.ids(archetype.degree_fields),
            courses: items(archetype.courses),
            intro_certifications: items(archetype.intro_certifications),
            certifications: items(archetype.certifications),
            core: skills.ids(archetype.core),
            stacks: archetype.stacks.iter().map(|stack| skills.ids(stack)).collect(),
            lead: skills.ids(archetype.lead),
            topics: items(archetype.topics),
        }
    }
}
