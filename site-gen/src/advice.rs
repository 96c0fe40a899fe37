//! Recommendations for a person, as JSON and as text.

use std::fmt::{self, Write as _};

use career_model::recommend::{Recommendation, recommend};
use career_model::roadmap::{ItemCount, TopicSkills};
use career_model::{Classification, Model, Profile};
use serde::Serialize;
use templates::english::{grouped, plural};
use templates::shown;

/// Skill topics in the text.
const MAX_TOPICS: usize = 5;
/// Skills per topic in the text.
const SKILLS_PER_TOPIC: usize = 4;

/// Courses, and certifications.
const MAX_TITLES: usize = 3;

/// Longest name in the text.
const MAX_NAME_CHARS: usize = 120;

/// A person's roadmap and recommendations. If the roadmap has too few items, the whole level's follow.
pub(crate) struct Advice<'m, 'p> {
    profile: &'p Profile,
    classification: Classification<'m, 'p>,
    page: Recommendation<'m>,
    level: Recommendation<'m>,
    top: usize,
}

/// The line that `recommend --json` prints.
#[derive(Debug, Serialize)]
pub(crate) struct AdviceLine<'a> {
    id: &'a str,
    level: &'static str,
    roadmap: String,
    cluster: Option<usize>,
    recommended_skills: Vec<&'a str>,
    cluster_skills: Vec<&'a str>,
    courses: Vec<&'a str>,
    certifications: Vec<&'a str>,
}

impl<'m, 'p> Advice<'m, 'p> {
    /// The advice for one person, with at most `top` skills.
    pub(crate) fn new(model: &'m Model, profile: &'p Profile, top: usize) -> Advice<'m, 'p> {
        let classification = model.classify(profile);
        let page = model.recommend(&classification, profile);
        let level = recommend(&model.level(classification.level).overview, profile);
        Advice { profile, classification, page, level, top }
    }

    /// The advice for JSON output.
    pub(crate) fn to_json(&self) -> AdviceLine<'_> {
        AdviceLine {
            id: &self.profile.id,
            level: self.classification.level.as_str(),
            roadmap: self.classification.path(),
            cluster: self.classification.assignment.as_ref().map(|assigned| assigned.cluster),
            recommended_skills: names(&filled(&self.page.skills, &self.level.skills, self.top)),
            cluster_skills: names(&self.page.page_skills[..self.page.page_skills.len().min(self.top)]),
            courses: names(&self.courses()),
            certifications: names(&self.certifications()),
        }
    }

    /// The advice as text for a terminal.
    pub(crate) fn to_text(&self) -> String {
        let mut text = String::new();
        // Writing to a string cannot fail.
        let _ = self.write_text(&mut text);
        text
    }

    fn courses(&self) -> Vec<&'m ItemCount> {
        filled(&self.page.courses, &self.level.courses, MAX_TITLES)
    }

    fn certifications(&self) -> Vec<&'m ItemCount> {
        filled(&self.page.certifications, &self.level.certifications, MAX_TITLES)
    }

    fn write_text(&self, out: &mut String) -> fmt::Result {
        let classification = &self.classification;
        match self.profile.experience_months {
            Some(months) => {
                writeln!(out, "Level      {} ({months} months of experience)", classification.level)?;
            }
            None => {
                writeln!(
                    out,
                    "Level      {} (assumed: the profile has no experience)",
                    classification.level
                )?;
            }
        }
        let size = people(classification.has().people);
        match &classification.assignment {
            Some(assigned) => writeln!(out, "Roadmap    {}, {size}", line(&assigned.roadmap.name))?,
            None => {
                writeln!(out, "Roadmap    the whole level, {size}: no item of the profile is in our data")?;
            }
        }
        writeln!(out, "Page       {}", classification.path())?;
        writeln!(out, "\nSkills to learn next")?;
        let topics = self.topics();
        if topics.is_empty() {
            let why = match classification.has().skills.as_slice() {
                [] => "none that five people of this level share",
                _ => "none: the profile has all skills that five people of this roadmap share",
            };
            writeln!(out, "  {why}")?;
        }
        for (topic, skills) in topics {
            let skills: Vec<String> =
                skills.iter().take(SKILLS_PER_TOPIC).map(|skill| line(&skill.name)).collect();
            writeln!(out, "  {:<28} {}", line(&topic.name), skills.join(", "))?;
        }
        for (title, items) in [("Courses", self.courses()), ("Certifications", self.certifications())] {
            writeln!(out, "\n{title}")?;
            if items.is_empty() {
                writeln!(out, "  none that five people of this level share")?;
            }
            for item in items {
                writeln!(out, "  {} ({})", line(&item.name), people(item.people.into()))?;
            }
        }
        writeln!(out)
    }

    /// The topics of the page, then those of the level, without duplicates.
    fn topics(&self) -> Vec<&(&'m TopicSkills, Vec<&'m ItemCount>)> {
        let mut topics: Vec<&(&TopicSkills, Vec<&ItemCount>)> = Vec::new();
        for entry in self.page.skill_topics.iter().chain(&self.level.skill_topics) {
            if topics.len() < MAX_TOPICS && topics.iter().all(|(topic, _)| topic.name != entry.0.name) {
                topics.push(entry);
            }
        }
        topics
    }
}

/// The first `n` of `items` and then `more`, without duplicate names.
fn filled<'m>(items: &[&'m ItemCount], more: &[&'m ItemCount], n: usize) -> Vec<&'m ItemCount> {
    let mut filled: Vec<&ItemCount> = Vec::new();
    for item in items.iter().chain(more) {
        if filled.len() >= n {
            break;
        }
        if filled.iter().all(|taken| taken.name.to_lowercase() != item.name.to_lowercase()) {
            filled.push(item);
        }
    }
    filled
}

fn names<'m>(items: &[&'m ItemCount]) -> Vec<&'m str> {
    items.iter().map(|item| item.name.as_str()).collect()
}

/// Text from profiles, safe for a line of a terminal.
fn line(text: &str) -> String {
    shown(text, MAX_NAME_CHARS)
}

fn people(number: u64) -> String {
    format!("{} {}", grouped(number), plural(number, "person", "people"))
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn a_name_cannot_control_the_terminal_or_change_the_text_direction() {
        assert_eq!(line("a\u{1b}[31m\u{202e}b\u{2066}c"), "a\u{fffd}[31m\u{fffd}b\u{fffd}c");
        assert_eq!(line(&"x".repeat(10_000)).chars().count(), super::MAX_NAME_CHARS);
    }
}
