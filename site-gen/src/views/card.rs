//! What stands on the pictures of shared links.

use career_model::roadmap::{Backgrounds, MIN_PEOPLE_PER_PAGE, Roadmap};
use career_model::{Level, Model};

use crate::pictures::{Card, CardBar};
use crate::views::levels::title;
use crate::views::number::{grouped, plural};
use crate::views::share::is_shown;

/// The card of a roadmap.
pub fn of_roadmap(level: Level, roadmap: &Roadmap) -> Card {
    of_group(level, roadmap.name.clone(), &roadmap.has)
}

/// The card of a level.
pub fn of_level(model: &Model, level: Level) -> Card {
    of_group(level, format!("{} roadmaps", title(level)), &model.level(level).overview)
}

/// The card of the front page, and of every page without one of its own.
pub fn of_site(model: &Model) -> Card {
    let roadmaps = model.roadmaps().count() as u64;
    Card {
        title: "See the road that people like you have taken".to_owned(),
        figure: format!(
            "{} people, {} {}",
            grouped(model.metadata().people),
            grouped(roadmaps),
            plural(roadmaps, "roadmap", "roadmaps")
        ),
        signs: Level::ALL.map(|level| title(level).to_owned()).to_vec(),
        ..Card::default()
    }
}

fn of_group(level: Level, name: String, has: &Backgrounds) -> Card {
    // The same locks as on the page: few people, or what few people have, is on no picture.
    let shown = has.skills.iter().filter(|skill| has.people >= MIN_PEOPLE_PER_PAGE && is_shown(skill.people));
    let bars = shown.take(Card::MOST_BARS).map(|skill| CardBar {
        name: skill.name.clone(),
        figure: format!("{} of {}", grouped(skill.people.into()), grouped(has.people)),
        thousandths: (1000 * u64::from(skill.people) / has.people.max(1)).min(1000) as u16,
    });
    Card {
        title: name,
        title_else: format!("{} roadmap", title(level)),
        figure: format!("{} {}", grouped(has.people), plural(has.people, "person", "people")),
        signs: vec![title(level).to_owned()],
        heading: "What most of them have".to_owned(),
        bars: bars.collect(),
    }
}
