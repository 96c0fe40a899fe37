//! Draws a synthetic person from the tables.

use career_model::{Level, Profile};

use super::dirt::{hostile, typed, with_degree_dirt};
use super::draw::Draw;
use super::vocabulary::{Language, MAX_TERMS, Term};
use super::world::{Kind, WORLD, World};

/// Months of experience at equal steps of the share of people, per level. Summed parallel jobs cause the long
/// tail of the last one.
const JUNIOR_MONTHS: &[u32] = &[1, 9, 18, 28, 38, 48, 57, 67, 77, 88, 99];
const SENIOR_MONTHS: &[u32] = &[100, 108, 117, 127, 138, 150, 163, 180, 200, 224, 250];
const EXPERT_MONTHS: &[u32] = &[
    251, 256, 262, 268, 275, 282, 290, 298, 307, 317, 328, 340, 354, 370, 390, 415, 450, 500, 570, 700, 1_230,
];

/// Numbers of skills at equal steps of the share of people.
const SKILLS: &[u32] = &[5, 7, 11, 14, 17, 20, 24, 28, 33, 39, 45];
/// Numbers of degree fields, certificates and courses at the same steps.
const DEGREE_FIELDS: &[u32] = &[1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 6];
const CERTIFICATIONS: &[u32] = &[1, 1, 1, 1, 2, 2, 3, 4, 6, 9, 18];
const COURSES: &[u32] = &[1, 1, 1, 1, 2, 3, 3, 5, 7, 11, 19];

/// The host of the addresses of synthetic people; `.example` is reserved, so no real address has it.
pub(super) const HOST: &str = "profiles.example";

/// The person at `index` of the sample with this seed.
pub(super) fn person(seed: u64, index: u64) -> Profile {
    let mut draw = Draw::new(seed, index);
    let world = &*WORLD;
    let kind = world.kind(&mut draw);
    let level = match draw.below(1_000) {
        0..560 => Level::Junior,
        560..920 => Level::Senior,
        _ => Level::Expert,
    };
    let mut person = Person { world, kind, level, language: language(&mut draw), draw };
    let id = format!("sample-{seed}-{}", index + 1);
    let mut profile = Profile {
        url: (!person.draw.chance(20)).then(|| format!("https://{HOST}/{id}")),
        id,
        position: (!person.draw.chance(50)).then(|| person.position()),
        company: person.draw.chance(260).then(|| person.company()),
        experience_months: (!person.draw.chance(50)).then(|| person.months()),
        degree_fields: person.degree_fields(),
        courses: person.courses(),
        certifications: person.certifications(),
        skills: person.skills(),
    };
    if person.draw.chance(5) {
        make_hostile(&mut profile, &mut person.draw);
    }
    profile
}

fn language(draw: &mut Draw) -> Option<Language> {
    match draw.below(100) {
        0..18 => Some(Language::Russian),
        18..22 => Some(Language::Ukrainian),
        22..27 => Some(Language::German),
        27..31 => Some(Language::Spanish),
        _ => None,
    }
}

fn make_hostile(profile: &mut Profile, draw: &mut Draw) {
    for _ in 0..=draw.below(3) {
        let text = hostile(draw);
        match draw.below(6) {
            0 => profile.position = Some(text),
            1 => profile.degree_fields.push(text),
            2 => profile.courses.push(text),
            3 => profile.certifications.push(text),
            4 => profile.company = Some(text),
            _ => profile.skills.push(text),
        }
    }
}

struct Person {
    world: &'static World,
    kind: &'static Kind,
    level: Level,
    language: Option<Language>,
    draw: Draw,
}

impl Person {
    /// The number for the person's level.
    fn by_level(&self, numbers: [usize; 3]) -> usize {
        numbers[self.level.index()]
    }

    fn months(&mut self) -> u32 {
        let knots = [JUNIOR_MONTHS, SENIOR_MONTHS, EXPERT_MONTHS][self.level.index()];
        self.draw.quantile(knots)
    }

    fn position(&mut self) -> String {
        let title = self.draw.pick_skewed(&self.kind.positions);
        let ranks: &[&str] = match self.level {
            Level::Junior => &["Junior", "Intern", "Middle", "Trainee", "Associate"],
            Level::Senior => &["Senior", "Lead", "Middle", "Staff"],
            Level::Expert => &["Senior", "Lead", "Principal", "Head", "Chief"],
        };
        let ranked = self.by_level([350, 500, 550]);
        if !self.draw.chance(ranked) {
            return typed(title, &mut self.draw);
        }
        let rank = self.draw.pick_skewed(ranks);
        let text = match self.draw.below(20) {
            0 => format!("{title} ({rank})"),
            1 => format!("{rank} {title} / {}", self.draw.pick_skewed(&self.kind.positions)),
            _ => format!("{rank} {title}"),
        };
        typed(text, &mut self.draw)
    }

    fn company(&mut self) -> String {
        let name = self.draw.pick(&self.world.company_names);
        format!("{name} {}", self.draw.pick(&self.world.company_forms))
    }

    /// The term as this person spells it.
    fn spelled(&mut self, term: &'static Term) -> &'static str {
        let at_home =
            self.language.is_some_and(|language| term.translations.iter().any(|(l, _)| *l == language));
        if at_home && self.draw.chance(550) {
            let own = term.translations.iter().filter(|(language, _)| Some(*language) == self.language);
            let own: Vec<&'static str> = own.map(|(_, text)| *text).collect();
            return self.draw.pick_skewed(&own);
        }
        if !term.spellings.is_empty() && self.draw.chance(330) {
            return self.draw.pick_skewed(&term.spellings);
        }
        term.name
    }

    fn degree_fields(&mut self) -> Vec<String> {
        if self.draw.chance(50) {
            return Vec::new();
        }
        let n = self.draw.quantile(DEGREE_FIELDS);
        let mut fields = Vec::with_capacity(n as usize);
        // A second degree often has the same field, or one of another kind of people.
        for _ in 0..n {
            let kind = if self.draw.chance(60) { self.world.kind(&mut self.draw) } else { self.kind };
            let first = self.draw.pick_skewed(&kind.degree_fields);
            let mut text = self.spelled(self.world.degree_fields.get(first)).to_owned();
            if self.draw.chance(80) {
                let second = self.draw.pick_skewed(&kind.degree_fields);
                text = format!("{text} and {}", self.spelled(self.world.degree_fields.get(second)));
            }
            let text = with_degree_dirt(&text, &self.world.domains, &mut self.draw);
            fields.push(typed(text, &mut self.draw));
        }
        fields
    }

    fn courses(&mut self) -> Vec<String> {
        let taken = self.by_level([220, 140, 70]);
        if !self.draw.chance(taken) {
            return Vec::new();
        }
        let mut courses = Vec::new();
        for _ in 0..self.draw.quantile(COURSES) {
            let text = match self.draw.below(10) {
                0..6 => self.draw.pick_skewed(&self.kind.courses).to_owned(),
                _ => self.rare_title(),
            };
            courses.push(typed(text, &mut self.draw));
        }
        // A duplicate would be one course with two dates, which is only noise here.
        courses.sort_unstable();
        courses.dedup();
        courses
    }

    fn certifications(&mut self) -> Vec<String> {
        let passed = self.by_level([265, 350, 370]);
        if !self.draw.chance(passed) {
            return Vec::new();
        }
        let mut certifications = Vec::new();
        let intro = self.by_level([70, 35, 20]);
        for _ in 0..self.draw.quantile(CERTIFICATIONS) {
            let text = match self.draw.below(100) {
                0..38 if self.draw.chance(intro * 10) => {
                    self.draw.pick_skewed(&self.kind.intro_certifications).to_owned()
                }
                0..38 => self.draw.pick_skewed(&self.kind.certifications).to_owned(),
                38..44 => self.draw.pick_skewed(&self.world.language_certificates).to_owned(),
                _ => self.rare_title(),
            };
            certifications.push(typed(text, &mut self.draw));
        }
        certifications.sort_unstable();
        certifications.dedup();
        certifications
    }

    /// A rare title of a course or certificate, about a topic of this person's kind.
    fn rare_title(&mut self) -> String {
        let topic = self.draw.pick(&self.kind.topics);
        let stage = self.draw.pick_skewed(&self.world.stages);
        let provider = self.draw.pick_skewed(&self.world.providers);
        if self.language.is_some() && self.draw.chance(450) {
            let own = self.world.local_titles.iter().filter(|(language, _)| Some(*language) == self.language);
            let own: Vec<&'static str> = own.map(|(_, title)| *title).collect();
            return self.draw.pick(&own).replace("{}", &format!("{topic} {stage}"));
        }
        match self.draw.below(6) {
            0 => format!("{topic} {stage}"),
            1 => format!("{topic} {stage} ({provider})"),
            2 => format!("{provider}: {topic} {stage}"),
            3 => format!("{topic} {stage} - {provider} {}", 2024 - self.draw.skewed(13)),
            4 => format!("{topic} and {} {stage}", self.draw.pick(&self.kind.topics)),
            _ => format!("Certificate of completion: {topic} {stage}, {provider}"),
        }
    }

    fn skills(&mut self) -> Vec<String> {
        if self.draw.chance(90) {
            return Vec::new();
        }
        let n = self.draw.quantile(SKILLS) as usize;
        let stack = &self.kind.stacks[self.draw.skewed(self.kind.stacks.len())];
        let second_stack = &self.kind.stacks[self.draw.skewed(self.kind.stacks.len())];
        let neighbour = self.world.kind(&mut self.draw);
        let lead = self.by_level([1, 6, 14]);
        let mut taken = TermSet::default();
        let mut skills = Vec::with_capacity(n);
        while skills.len() < n {
            let pool = match self.draw.below(100) {
                at if at < lead => &self.kind.lead,
                0..45 => stack,
                45..76 => &self.kind.core,
                76..80 => second_stack,
                80..91 => &self.world.general_skills,
                91..95 => &neighbour.core,
                _ => {
                    skills.push(typed(self.rare_skill(), &mut self.draw));
                    continue;
                }
            };
            // Instead of a duplicate skill, the next one is used; instead of an exhausted pool, another pool.
            let start = self.draw.skewed(pool.len());
            let Some(id) = pool[start..].iter().chain(&pool[..start]).copied().find(|&id| taken.insert(id))
            else {
                continue;
            };
            let term = self.world.skills.get(id);
            let text = self.spelled(term);
            skills.push(typed(text, &mut self.draw));
            // Sites keep both the typed and the suggested spelling.
            if text != term.name && skills.len() < n && self.draw.chance(60) {
                skills.push(term.name.to_owned());
            }
        }
        skills
    }

    fn rare_skill(&mut self) -> String {
        let area = self.draw.pick(&self.world.skill_areas);
        format!("{area} {}", self.draw.pick(&self.world.skill_matters))
    }
}

/// The terms that a person already has.
struct TermSet([u64; MAX_TERMS / 64]);

impl Default for TermSet {
    fn default() -> Self {
        TermSet([0; MAX_TERMS / 64])
    }
}

impl TermSet {
    /// Adds a term; returns whether it is new.
    fn insert(&mut self, id: u16) -> bool {
        let (word, bit) = (usize::from(id) / 64, 1 << (id % 64));
        let new = self.0[word] & bit == 0;
        self.0[word] |= bit;
        new
    }
}
