//! Contents of the cards of shared links.

use career_model::roadmap::Roadmap;
use career_model::{Level, Model};
use charts::{Card, CardBar};
use templates::Words;

use crate::census::{Group, Kind, LevelCensus};
use crate::views::levels::title;
use crate::views::share::figure;

/// The card of a roadmap.
pub fn of_roadmap(level: Level, roadmap: &Roadmap, group: &Group<'_>, words: &Words) -> Card {
    of_group(level, roadmap.name.clone(), group, words)
}

/// The card of a level.
pub fn of_level(level: &LevelCensus<'_>, words: &Words) -> Card {
    of_group(level.level, level_title(level.level, words), &level.overview, words)
}

/// The card of the front page, and of every page without its own card.
pub fn of_site(model: &Model, words: &Words) -> Card {
    let people = model.metadata().people.into();
    let roadmaps = (model.roadmaps().count() as u64).into();
    Card {
        title: words.text("card-site-title", &[]),
        figure: words.text("card-site-figure", &[("people", people), ("roadmaps", roadmaps)]),
        signs: Level::ALL.map(|level| title(words, level)).to_vec(),
        ..Card::default()
    }
}

/// The card of a retired roadmap.
pub fn of_retired(name: &str, level: Level, words: &Words) -> Card {
    Card {
        title: name.to_owned(),
        fallback_title: level_title(level, words),
        figure: words.text("card-retired", &[]),
        signs: vec![title(words, level)],
        ..Card::default()
    }
}

fn of_group(level: Level, name: String, group: &Group<'_>, words: &Words) -> Card {
    let people = group.people();
    let bars = group.items(Kind::Skill).most_common(Card::MAX_BARS).into_iter().map(|skill| CardBar {
        name: skill.name.to_owned(),
        figure: figure(words, u64::from(skill.people), people),
        thousandths: (1000 * u64::from(skill.people) / people.max(1)).min(1000) as u16,
    });
    Card {
        title: name,
        fallback_title: level_title(level, words),
        figure: words.text("people", &[("people", people.into())]),
        signs: vec![title(words, level)],
        heading: words.text("card-heading", &[]),
        bars: bars.collect(),
    }
}

fn level_title(level: Level, words: &Words) -> String {
    words.text("level-page-title", &[("level", title(words, level).into())])
}
