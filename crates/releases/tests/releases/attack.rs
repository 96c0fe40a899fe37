//! Attacks on what releases tell about one person: `docs/threat-model.md`.
//!
//! The attacker knows everything that the person lists, and everything that is public.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;
use std::thread;

use career_model::clean::skill_identity;
use career_model::roadmap::{Backgrounds, MIN_PEOPLE_PER_ITEM, MIN_PEOPLE_PER_PAGE};
use career_model::{Level, Model, Profile};
use career_training::{ClusterCount, Features, Fitted, Search};
use disclosure::rounding::step;
use disclosure::{Anchors, Live, Published};
use releases::matching::{PublishedLinks, match_links};
use site::history::Permalinks;
use training::panel::Panel;
use training::progress::Silent;
use training::topics::Steering;
use training::workflow::fit_exact;

use crate::parts::people;

/// People of a release.
const PEOPLE: usize = 800;
/// People who leave, and people who join, from one release to the next.
const OTHERS: usize = 10;
/// Persons who are tried; half of them join or leave with the others.
const PERSONS: usize = 10;
/// Crowds that are tried.
const ROUNDS: usize = 4;
/// Releases after the first of each crowd.
const RELEASES: usize = 3;

/// The model of a refresh: it continues the groups of the live model.
fn fitted(people: &[Profile], live: Option<&Release>) -> Fitted {
    let people: Vec<&Profile> = people.iter().collect();
    let mut steering = Steering::default();
    if let Some(live) = live {
        steering.keep_names_of(&live.published.model);
        steering.continue_groups_of(live.published.model.clone());
    }
    let features = Features::Full(Search::Quick);
    fit_exact(&people, &steering, features, ClusterCount::Auto, 1, Arc::new(Silent)).expect("a model")
}

/// A published release.
struct Release {
    published: Published,
    permalinks: Permalinks,
    exact: Model,
}

impl Release {
    fn first(fitted: &Fitted) -> Release {
        Release::after(None, fitted, &[])
    }

    /// The release of a model on top of another one, with its links and its counts.
    fn after(before: Option<&Release>, fitted: &Fitted, people: &[Profile]) -> Release {
        let mut panel = Panel::default();
        (0..).zip(people.iter()).for_each(|(record, profile)| panel.add(profile, record));
        let overlap = before.map(|before| panel.overlap(&before.published.model, &fitted.model));
        let live: BTreeSet<String> = before
            .iter()
            .flat_map(|before| before.published.model.roadmaps())
            .map(|(level, roadmap)| roadmap.path(level))
            .collect();
        let none = Permalinks::default();
        let permalinks = before.map_or(&none, |before| &before.permalinks);
        let links = PublishedLinks { live: &live, permalinks, overlap: overlap.as_ref() };
        let matched = match_links(&fitted.model, links).expect("links");
        let live =
            before.map(|before| Live { model: &before.published.model, anchors: &before.published.anchors });
        let published =
            disclosure::publish(&matched.model, fitted.members.as_ref(), live).expect("consistent");
        Release { published, permalinks: matched.permalinks, exact: matched.model }
    }

    /// The same release as if its exact counts were published.
    fn exact(&self) -> Release {
        let published = Published { model: self.exact.clone(), anchors: Anchors::new() };
        Release { published, permalinks: self.permalinks.clone(), exact: self.exact.clone() }
    }
}

/// Item → people, as a group shows them.
type Cells = HashMap<String, i64>;

/// The cells of the page that a person gets after a release, and of their level: before and after it. A page
/// that is new has no counts to compare.
fn cells_of(before: &Release, after: &Release, person: &Profile) -> [(Cells, Cells); 2] {
    let [old, new] = [before, after].map(|release| &release.published.model);
    let answer = new.classify(person);
    let level = answer.level;
    let page = |model: &Model| {
        let roadmap = model.level(level).roadmaps.iter().find(|page| page.path(level) == answer.path());
        roadmap.map(|roadmap| cells(&roadmap.has))
    };
    let pages = page(old).zip(page(new)).unwrap_or_default();
    [pages, (cells(&old.level(level).overview), cells(&new.level(level).overview))]
}

fn cells(has: &Backgrounds) -> Cells {
    let skills = has.skills.iter().map(|skill| (format!("skill {}", skill_identity(&skill.name)), skill));
    let titles = has.courses.iter().chain(&has.certifications);
    let titles = titles.map(|title| (format!("title {}", title.name.to_lowercase()), title));
    skills.chain(titles).map(|(id, item)| (id, i64::from(item.people))).collect()
}

fn listed(person: &Profile) -> BTreeSet<String> {
    let skills = person.skills.iter().map(|skill| format!("skill {}", skill_identity(skill)));
    let titles = person.courses.iter().chain(&person.certifications);
    skills.chain(titles.map(|title| format!("title {}", title.trim().to_lowercase()))).collect()
}

/// How much more the counts of the person's items rose than those of all other items, in cells.
fn rise(before: &Release, after: &Release, person: &Profile) -> f64 {
    let own = listed(person);
    let groups = cells_of(before, after, person).into_iter();
    let of_group = |(before, after): (Cells, Cells)| -> f64 {
        let (mut rose, mut listed, mut others, mut unlisted) = (0.0, 0.0, 0.0, 0.0);
        let items: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
        for item in items {
            let count = |cells: &Cells| cells.get(item).copied().unwrap_or(0);
            let moved = (count(&after) - count(&before)).signum() as f64;
            if own.contains(item) {
                rose += moved;
                listed += 1.0;
            } else {
                others += moved;
                unlisted += 1.0;
            }
        }
        if listed == 0.0 { 0.0 } else { rose - listed * others / f64::max(unlisted, 1.0) }
    };
    groups.map(of_group).sum()
}

/// How much the counts of a person's items moved, in pairs of releases between which the person joined or
/// left, and in pairs between which the person did not.
#[derive(Default)]
struct Guesses {
    moved: Vec<f64>,
    same: Vec<f64>,
}

impl Guesses {
    fn add(&mut self, has_moved: bool, rise: f64) {
        if has_moved { self.moved.push(rise) } else { self.same.push(rise) }
    }

    fn pairs(&self) -> usize {
        self.moved.len() + self.same.len()
    }

    /// The true positive rate less the false positive rate of the guess "the counts moved, so the person
    /// did"; a coin is tossed when no count moved.
    fn advantage(&self) -> f64 {
        let guessed = |rises: &[f64]| {
            let votes = rises.iter().map(|rise| match rise.total_cmp(&0.0) {
                Ordering::Greater => 1.0,
                Ordering::Equal => 0.5,
                Ordering::Less => 0.0,
            });
            votes.sum::<f64>() / rises.len() as f64
        };
        guessed(&self.moved) - guessed(&self.same)
    }
}

/// Items whose counts rose, as guesses of what a person who joined lists.
#[derive(Default)]
struct Reconstructed {
    hits: u32,
    rose: u32,
    /// Per person the hits beyond chance.
    excess: Vec<f64>,
}

impl Reconstructed {
    fn add(&mut self, before: &Release, after: &Release, person: &Profile) {
        let own = listed(person);
        let mut excess = 0.0;
        for (before, after) in &cells_of(before, after, person) {
            let rose = after.iter().filter(|(item, n)| before.get(*item).is_some_and(|old| old < *n));
            let rose: Vec<&String> = rose.map(|(item, _)| item).collect();
            let hits = rose.iter().filter(|item| own.contains(**item)).count();
            let share = after.keys().filter(|item| own.contains(*item)).count() as f64;
            excess += hits as f64 - rose.len() as f64 * share / (after.len() as f64).max(1.0);
            self.hits += hits as u32;
            self.rose += rose.len() as u32;
        }
        self.excess.push(excess);
    }

    /// The mean excess in standard errors, over people.
    fn standard_errors(&self) -> f64 {
        let n = self.excess.len() as f64;
        let mean = self.excess.iter().sum::<f64>() / n;
        let variance = self.excess.iter().map(|excess| (excess - mean).powi(2)).sum::<f64>() / (n - 1.0);
        mean / (variance / n).sqrt().max(f64::MIN_POSITIVE)
    }
}

/// The guesses from the counts of pairs of releases.
#[derive(Default)]
struct Attack {
    guesses: Guesses,
    reconstructed: Reconstructed,
}

impl Attack {
    fn extend(&mut self, other: Attack) {
        self.guesses.moved.extend(other.guesses.moved);
        self.guesses.same.extend(other.guesses.same);
        self.reconstructed.hits += other.reconstructed.hits;
        self.reconstructed.rose += other.reconstructed.rose;
        self.reconstructed.excess.extend(other.reconstructed.excess);
    }
}

/// Published shares of pages of 20 people and more, compared with the exact ones.
#[derive(Default)]
struct Shares {
    all: usize,
    /// More than five points off.
    far: usize,
}

impl Shares {
    fn add(&mut self, release: &Release) {
        for (level, roadmap) in release.exact.roadmaps().filter(|(_, roadmap)| roadmap.has.people >= 20) {
            let of_level = &release.published.model.level(level).roadmaps;
            let public = of_level.iter().find(|public| public.path(level) == roadmap.path(level));
            let (public, exact) = (&public.expect("the page").has, cells(&roadmap.has));
            for (item, people) in cells(public) {
                let [shown, exact] = [(people, public.people), (exact[&item], roadmap.has.people)]
                    .map(|(people, of)| people as f64 / of as f64);
                self.all += 1;
                self.far += usize::from((shown - exact).abs() > 0.05);
            }
        }
    }
}

/// The attack on one crowd: the guesses from published counts, and from exact ones, and how exact the
/// published shares are after a refresh.
fn attack(round: usize) -> ([Attack; 2], Shares) {
    let (mut attacks, mut shares) = ([Attack::default(), Attack::default()], Shares::default());
    let everyone = people(round * 2_000, round * 2_000 + PEOPLE + OTHERS + PERSONS);
    let (crowd, persons) = everyone.split_at(PEOPLE + OTHERS);
    let (first, second) = (&crowd[..PEOPLE], &crowd[OTHERS..]);
    let without = Release::first(&fitted(first, None));
    let with = Release::first(&fitted(&[first, persons].concat(), Some(&without)));
    for release in 0..RELEASES {
        // Half of the persons are in, another half in every release.
        let is_in = |person: usize| (person + person / 2 * release) % 2 == release % 2;
        let own = persons.iter().enumerate().filter(|(person, _)| is_in(*person));
        let own: Vec<Profile> = own.map(|(_, person)| person.clone()).collect();
        let now = [second, &own].concat();
        for (before, sign) in [(&without, 1.0), (&with, -1.0)] {
            let after = Release::after(Some(before), &fitted(&now, Some(before)), &now);
            shares.add(&after);
            let pairs = [(before, &after), (&before.exact(), &after.exact())];
            for (attack, (before, after)) in attacks.iter_mut().zip(pairs) {
                for (person, profile) in persons.iter().enumerate() {
                    if profile.experience_months.is_none() {
                        continue;
                    }
                    // Who was in before left; who was not in before joined.
                    let has_moved = is_in(person) == (sign > 0.0);
                    attack.guesses.add(has_moved, sign * rise(before, after, profile));
                    if has_moved && sign > 0.0 {
                        attack.reconstructed.add(before, after, profile);
                    }
                }
            }
        }
    }
    (attacks, shares)
}

#[test]
fn two_releases_do_not_tell_whether_one_person_is_in() {
    let (mut published, mut exact, mut shares) = (Attack::default(), Attack::default(), Shares::default());
    thread::scope(|scope| {
        let rounds: Vec<_> = (0..ROUNDS).map(|round| scope.spawn(move || attack(round))).collect();
        for round in rounds {
            let ([of_published, of_exact], of_round) = round.join().expect("an attack");
            published.extend(of_published);
            exact.extend(of_exact);
            shares.all += of_round.all;
            shares.far += of_round.far;
        }
    });
    for (name, attack) in [("published", &published), ("exact", &exact)] {
        let Attack { guesses, reconstructed } = attack;
        eprintln!(
            "{name} counts: {} pairs, advantage {:.3}; {} of {} risen counts are of the person's items, \
             {:.1} standard errors beyond chance",
            guesses.pairs(),
            guesses.advantage(),
            reconstructed.hits,
            reconstructed.rose,
            reconstructed.standard_errors()
        );
    }
    eprintln!("{} of {} shares are more than five points off", shares.far, shares.all);
    assert!(shares.far * 25 <= shares.all, "the counts are no use");
    assert!(published.guesses.pairs() >= 200);
    let advantage = exact.guesses.advantage();
    assert!(advantage >= 0.3, "the attack works on exact counts: {advantage:.3}");
    assert!(published.guesses.advantage() <= 0.1);
    assert!(exact.reconstructed.standard_errors() > 4.0);
    assert!(published.reconstructed.standard_errors() < 2.0);
}

#[test]
fn releases_that_differ_by_one_person_show_the_same_counts() {
    let everyone = people(0, PEOPLE + 1);
    let one = Release::first(&fitted(&everyone[..PEOPLE], None));
    let again = Release::after(Some(&one), &fitted(&everyone, Some(&one)), &everyone);
    let groups = |release: &Release| -> BTreeMap<String, BTreeMap<String, i64>> {
        let model = &release.published.model;
        let pages = model.roadmaps().map(|(level, roadmap)| (roadmap.path(level), cells(&roadmap.has)));
        let levels = Level::ALL.map(|level| (level.path(), cells(&model.level(level).overview)));
        pages.chain(levels).map(|(path, cells)| (path, cells.into_iter().collect())).collect()
    };
    let names = |release: &Release| -> BTreeMap<String, String> {
        let roadmaps = release.published.model.roadmaps();
        roadmaps.map(|(level, roadmap)| (roadmap.path(level), roadmap.name.clone())).collect()
    };
    let (names_before, names_after) = (names(&one), names(&again));
    let renamed =
        names_before.iter().filter(|(path, name)| names_after.get(*path).is_some_and(|n| n != *name));
    assert_eq!(renamed.collect::<Vec<_>>(), []);
    let (before, after) = (groups(&one), groups(&again));
    let mut compared = 0;
    for (path, cells) in &before {
        // Small groups may be merged with others.
        let Some(other) = after.get(path) else { continue };
        compared += cells.len();
        let changed: Vec<_> = cells.iter().filter(|(item, n)| other.get(*item) != Some(n)).collect();
        let new: Vec<_> = other.keys().filter(|item| !cells.contains_key(*item)).collect();
        assert!(changed.is_empty() && new.is_empty(), "{path}: {changed:?} {new:?}");
    }
    assert!(compared > 500, "{compared}");
}

/// What the counts of a level, less those of its pages, say at least and at most of the people on no page
/// that shows an item.
#[test]
fn subtraction_recovers_no_count_of_a_few_people() {
    let release = Release::first(&fitted(&people(0, 3_000), None));
    let model = &release.published.model;
    let few = 1..i64::from(MIN_PEOPLE_PER_ITEM);
    let (mut tried, mut recovered, mut exact_rests) = (0, 0, 0);
    for level in Level::ALL {
        let own = model.level(level);
        let total = cells(&own.overview);
        let pages: Vec<(u64, Cells)> =
            own.roadmaps.iter().map(|roadmap| (roadmap.has.people, cells(&roadmap.has))).collect();
        let exact_pages: Vec<Cells> =
            release.exact.level(level).roadmaps.iter().map(|roadmap| cells(&roadmap.has)).collect();
        let exact_total = cells(&release.exact.level(level).overview);
        let error = |count: i64, of: u64| (step(count as u64, of) / 2) as i64;
        for (item, &people) in &total {
            let on_pages = pages.iter().filter_map(|(of, cells)| Some((*of, *cells.get(item)?)));
            let (mut low, mut high) = (people, people);
            low -= error(people, own.overview.people);
            // A total leaves out up to four people.
            high += error(people, own.overview.people) + i64::from(MIN_PEOPLE_PER_ITEM) - 1;
            for (of, count) in on_pages {
                low -= count + error(count, of);
                high -= count - error(count, of);
            }
            tried += 1;
            recovered += u32::from(low >= 1 && few.contains(&high));
            let shown: i64 = exact_pages.iter().filter_map(|cells| cells.get(item)).sum();
            exact_rests +=
                u32::from(exact_total.get(item).is_some_and(|total| few.contains(&(total - shown))));
        }
    }
    eprintln!("{tried} totals: {recovered} small counts recovered, {exact_rests} with exact counts");
    assert!(tried > 100 && exact_rests > 10, "{tried} {exact_rests}");
    assert_eq!(recovered, 0);
}

#[test]
fn pages_keep_their_minimum_of_people() {
    let release = Release::first(&fitted(&people(0, 500), None));
    for (_, roadmap) in release.published.model.roadmaps() {
        assert!(roadmap.has.people >= MIN_PEOPLE_PER_PAGE);
    }
}
