//! Complementary suppression: the counts of a level, less the counts of its pages.

use career_model::roadmap::{Backgrounds, ItemCount, MIN_PEOPLE_PER_ITEM};

use crate::group::{counts, name_identity, skill_identity};

/// The exact counts of a group, and its published ones.
pub(crate) struct Cells<'a> {
    pub(crate) exact: &'a Backgrounds,
    pub(crate) shown: &'a Backgrounds,
}

/// The exact counts of a level without people whom subtraction would tell: if the people of an item who are
/// on no page that shows the item are fewer than the minimum, they are not counted; neither are people
/// without a page.
pub(crate) fn without_small_rests(level: &Backgrounds, pages: &[Cells<'_>]) -> Backgrounds {
    let on_pages: u64 = pages.iter().map(|page| page.exact.people).sum();
    let mut level = level.clone();
    level.people = without_rest(level.people, on_pages);
    adjust(&mut level.skills, pages, |has| &has.skills, skill_identity);
    adjust(&mut level.degree_topics, pages, |has| &has.degree_topics, name_identity);
    adjust(&mut level.courses, pages, |has| &has.courses, name_identity);
    adjust(&mut level.certifications, pages, |has| &has.certifications, name_identity);
    adjust(&mut level.positions, pages, |has| &has.positions, name_identity);
    level
}

fn adjust(
    totals: &mut [ItemCount],
    pages: &[Cells<'_>],
    list: fn(&Backgrounds) -> &Vec<ItemCount>,
    identity: fn(&str) -> u64,
) {
    let lists: Vec<_> = pages
        .iter()
        .map(|page| (counts(list(page.exact), identity), counts(list(page.shown), identity)))
        .collect();
    for total in totals {
        let own = identity(&total.name);
        let shown = lists.iter().filter(|(_, shown)| shown.contains_key(&own));
        let on_pages = shown.filter_map(|(exact, _)| exact.get(&own)).map(|&people| u64::from(people)).sum();
        total.people = u32::try_from(without_rest(total.people.into(), on_pages)).unwrap_or(total.people);
    }
}

/// A total without its rest, if the rest is a few people and not the whole.
fn without_rest(total: u64, on_pages: u64) -> u64 {
    let rest = total.saturating_sub(on_pages);
    if on_pages > 0 && (1..u64::from(MIN_PEOPLE_PER_ITEM)).contains(&rest) { on_pages } else { total }
}
