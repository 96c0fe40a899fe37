//! People who are nearly equal: one person under two ids.
//!
//! Two people are taken for one if
//!
//! * both have at least [`LONG_LIST`] items, the Jaccard index of their items is at least 0.8, and the items
//!   that they share are so rare that chance would not give two people all of them;
//! * or all their items and their job titles are equal, and one of the items is nobody else's.
//!
//! So people with short lists of frequent items are different people, as far as anyone can tell.
//! The result depends on the people only, not on their order. Time grows with people and with the rare items
//! that they list: near-equal people are looked for among those who share a rare item.

use crate::people::builder::PeopleBuilder;
use crate::people::interner::{Interner, SpellingId};

/// A list with fewer items than this may be that of several people.
const LONG_LIST: usize = 8;

/// The smallest list that a rare item makes unique.
const SHORT_LIST: usize = 3;

/// The most people who have a rare item.
const MAX_RARE: u32 = 64;

/// Rare items that near-equal people share, unless their lists are equal.
const MIN_SHARED_RARE: usize = 2;

/// The smallest Jaccard index of near-equal people, as a ratio.
const MIN_JACCARD: (usize, usize) = (4, 5);

impl PeopleBuilder {
    /// The groups of near-equal people. A person is the position in the order of [`PeopleBuilder::push`];
    /// groups are ascending.
    pub fn near_equal_people(&self) -> Vec<Vec<u32>> {
        let items = Items::new(self);
        let mut twins = Twins { parents: (0..items.n_rows() as u32).collect() };
        let (mut lists, mut postings) = (Vec::new(), Vec::new());
        let (mut own, mut sketches) = (Vec::new(), vec![Sketch::default(); items.n_rows()]);
        for person in 0..items.n_rows() as u32 {
            items.of(person, &mut own);
            if own.len() >= SHORT_LIST {
                // The hash of a list, and the person, in one number.
                lists.push(hash(&own) << 32 | u64::from(person));
            }
            sketches[person as usize] = Sketch::of(&own);
            items.put_postings(person, &mut own, &mut postings);
        }
        join_equal_lists(&items, lists, &mut twins);
        join_similar_lists(&items, postings, &sketches, &mut twins);
        twins.groups()
    }
}

/// Joins people with equal lists; `hashes` has a hash of every list of at least [`SHORT_LIST`] items, with
/// the person in the lower half.
fn join_equal_lists(items: &Items<'_>, mut hashes: Vec<u64>, twins: &mut Twins) {
    hashes.sort_unstable();
    let (mut first, mut other) = (Vec::new(), Vec::new());
    for run in hashes.chunk_by(|a, b| a >> 32 == b >> 32).filter(|run| run.len() > 1) {
        let mut left: Vec<u32> = run.iter().map(|&hash| hash as u32).collect();
        // Nearly always all lists of a run are equal.
        while left.len() > 1 {
            items.of(left[0], &mut first);
            let (equal, others): (Vec<u32>, Vec<u32>) = left.into_iter().partition(|&person| {
                items.of(person, &mut other);
                other == first
            });
            join_equal(items, &first, &equal, twins);
            left = others;
        }
    }
}

/// Joins people who all have the items `list`, if that is no coincidence.
fn join_equal(items: &Items<'_>, list: &[u32], equal: &[u32], twins: &mut Twins) {
    if list.len() >= LONG_LIST && items.bits(list) >= items.min_bits {
        equal.iter().for_each(|&person| twins.join(equal[0], person));
        return;
    }
    let rarest = list.iter().map(|&item| items.counts[item as usize]).min().unwrap_or(0);
    let words = |person: u32| items.builder.rows.position_words(person as usize);
    let mut by_title: Vec<(&[SpellingId], u32)> =
        equal.iter().map(|&person| (words(person), person)).collect();
    by_title.sort_unstable();
    for same in by_title.chunk_by(|a, b| a.0 == b.0).filter(|same| same.len() == rarest as usize) {
        same.iter().for_each(|&(_, person)| twins.join(same[0].1, person));
    }
}

/// Joins people with similar long lists; `postings` has pairs of a rare item and a person who has it.
fn join_similar_lists(
    items: &Items<'_>,
    mut postings: Vec<(u32, u32)>,
    sketches: &[Sketch],
    twins: &mut Twins,
) {
    postings.sort_unstable();
    let (mut own, mut other) = (Vec::new(), Vec::new());
    for holders in postings.chunk_by(|a, b| a.0 == b.0) {
        for (index, &(_, one)) in holders.iter().enumerate() {
            let sketch = sketches[one as usize];
            let candidates = holders[index + 1..].iter().map(|&(_, two)| two);
            for two in candidates.filter(|&two| sketch.may_be_similar(sketches[two as usize])) {
                if twins.root(one) != twins.root(two) {
                    items.of(one, &mut own);
                    items.of(two, &mut other);
                    if items.are_similar(&own, &other) {
                        twins.join(one, two);
                    }
                }
            }
        }
    }
}

/// The length of a list, and a bit for each of its items: what two similar lists have nearly in common.
#[derive(Clone, Copy, Default)]
struct Sketch {
    bits: u64,
    len: u32,
}

impl Sketch {
    fn of(list: &[u32]) -> Sketch {
        let bits = list.iter().fold(0, |bits, &item| bits | 1 << (mixed(u64::from(item)) >> 58));
        Sketch { bits, len: list.len() as u32 }
    }

    /// Whether the lists may have a Jaccard index of at least [`MIN_JACCARD`]. Every bit that only one of
    /// them has is an item that only one of them has, and a Jaccard index of p/q allows (q-p)/(q+p) of the
    /// sum of the lengths.
    fn may_be_similar(self, other: Sketch) -> bool {
        let (p, q) = MIN_JACCARD;
        let different = (self.bits ^ other.bits).count_ones() as usize;
        different * (q + p) <= (self.len + other.len) as usize * (q - p)
    }
}

/// The items of all people: skills, degree fields, courses and certificates, numbered one after the other.
struct Items<'a> {
    builder: &'a PeopleBuilder,
    /// The first number of degree fields, courses and certificates.
    starts: [u32; 3],
    /// People per item.
    counts: Vec<u32>,
    /// People who are not left out.
    n_people: f64,
    /// The information in a list from which chance gives no pair of people the same list: 2 log₂ of the
    /// people.
    min_bits: f64,
}

impl<'a> Items<'a> {
    fn new(builder: &'a PeopleBuilder) -> Items<'a> {
        let degree_fields = builder.skills.n_labels() as u32;
        let courses = degree_fields + builder.degree_fields.n_labels() as u32;
        let certifications = courses + builder.courses.n_labels() as u32;
        let n_items = certifications as usize + builder.certifications.n_labels();
        let starts = [degree_fields, courses, certifications];
        let n_people = builder.rows.n_people() as f64;
        let min_bits = 2.0 * n_people.max(2.0).log2();
        let mut items = Items { builder, starts, counts: Vec::new(), n_people, min_bits };
        let (mut counts, mut own) = (vec![0; n_items], Vec::new());
        for person in 0..items.n_rows() as u32 {
            items.of(person, &mut own);
            own.iter().for_each(|&item| counts[item as usize] += 1);
        }
        items.counts = counts;
        items
    }

    /// Everyone, with those who are left out, who have no items.
    fn n_rows(&self) -> usize {
        self.builder.rows.len()
    }

    /// The person's items, ascending and each once.
    fn of(&self, person: u32, items: &mut Vec<u32>) {
        items.clear();
        let PeopleBuilder { skills, degree_fields, courses, certifications, rows, .. } = self.builder;
        let person = person as usize;
        if rows.is_left_out(person) {
            return;
        }
        let mut put = |interner: &Interner, list: &[SpellingId], start: u32| {
            let labels = list.iter().filter_map(|&spelling| interner.label(spelling));
            items.extend(labels.map(|label| start + label));
        };
        put(skills, rows.skills(person), 0);
        for ((interner, list), start) in
            [degree_fields, courses, certifications].into_iter().zip(rows.background(person)).zip(self.starts)
        {
            put(interner, list, start);
        }
        items.sort_unstable();
        items.dedup();
    }

    /// Adds the rare items by which near-equal people of this person are found; changes the order of `own`.
    ///
    /// Two sets with a Jaccard index of at least p/q share one of the first n - ⌈np/q⌉ + 1 items, if all
    /// are in the same order (prefix filtering; Bayardo, Ma and Srikant 2007). Here, the rarest comes first.
    fn put_postings(&self, person: u32, own: &mut Vec<u32>, postings: &mut Vec<(u32, u32)>) {
        if own.len() < LONG_LIST {
            return;
        }
        let prefix = own.len() - (own.len() * MIN_JACCARD.0).div_ceil(MIN_JACCARD.1) + 1;
        own.retain(|&item| self.is_rare(item));
        if own.len() >= MIN_SHARED_RARE {
            own.sort_unstable_by_key(|&item| (self.counts[item as usize], item));
            postings.extend(own.iter().take(prefix).map(|&item| (item, person)));
        }
    }

    fn is_rare(&self, item: u32) -> bool {
        self.counts[item as usize] <= MAX_RARE
    }

    /// The information in a list, in bits, as if its items were independent.
    fn bits(&self, list: &[u32]) -> f64 {
        list.iter().map(|&item| (self.n_people / f64::from(self.counts[item as usize])).log2()).sum()
    }

    /// Whether two ascending lists are nearly equal.
    fn are_similar(&self, one: &[u32], two: &[u32]) -> bool {
        let shared: Vec<u32> = one.iter().copied().filter(|item| two.binary_search(item).is_ok()).collect();
        let all = one.len() + two.len() - shared.len();
        shared.len() * MIN_JACCARD.1 >= all * MIN_JACCARD.0
            && shared.iter().filter(|&&item| self.is_rare(item)).count() >= MIN_SHARED_RARE
            && self.bits(&shared) >= self.min_bits
    }
}

/// Sets of people, as a union–find forest; the root is the smallest person.
struct Twins {
    parents: Vec<u32>,
}

impl Twins {
    fn join(&mut self, one: u32, other: u32) {
        let (one, other) = (self.root(one), self.root(other));
        self.parents[one.max(other) as usize] = one.min(other);
    }

    fn root(&mut self, mut person: u32) -> u32 {
        while self.parents[person as usize] != person {
            let grandparent = self.parents[self.parents[person as usize] as usize];
            self.parents[person as usize] = grandparent;
            person = grandparent;
        }
        person
    }

    /// The sets of more than one person.
    fn groups(mut self) -> Vec<Vec<u32>> {
        let joined = (0..self.parents.len() as u32).filter(|&person| self.parents[person as usize] != person);
        let joined: Vec<u32> = joined.collect();
        let mut members: Vec<(u32, u32)> =
            joined.into_iter().map(|person| (self.root(person), person)).collect();
        members.sort_unstable();
        let with_root = |set: &[(u32, u32)]| {
            std::iter::once(set[0].0).chain(set.iter().map(|&(_, person)| person)).collect()
        };
        members.chunk_by(|a, b| a.0 == b.0).map(with_root).collect()
    }
}

/// A hash of a list, of 32 bits.
fn hash(list: &[u32]) -> u64 {
    list.iter().fold(list.len() as u64, |hash, &item| mixed(hash ^ u64::from(item))) >> 32
}

fn mixed(number: u64) -> u64 {
    let mixed = number.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed ^ (mixed >> 29)
}
