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

use crate::people::interner::LabelId;
use crate::people::table::People;

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

/// The groups of near-equal people. A person is the position in the order of
/// [`PeopleBuilder::push`](crate::PeopleBuilder::push); each group is ascending.
pub fn near_equal_people(people: &People) -> Vec<Vec<u32>> {
    let items = Items::new(people);
    let mut twins = Twins { parents: (0..items.n_people() as u32).collect() };
    join_equal_lists(&items, &mut twins);
    join_similar_lists(&items, &mut twins);
    let mut groups = twins.groups();
    for person in groups.iter_mut().flatten() {
        *person = items.position(*person as usize);
    }
    groups.iter_mut().for_each(|group| group.sort_unstable());
    groups.sort_unstable();
    groups
}

/// Joins people with equal lists.
fn join_equal_lists(items: &Items<'_>, twins: &mut Twins) {
    let mut own = Vec::new();
    // The hash of a list, and the person, in one number.
    let mut hashes: Vec<u64> = Vec::new();
    for person in 0..items.n_people() {
        items.of(person, &mut own);
        if own.len() >= SHORT_LIST {
            hashes.push(hash(&own) << 32 | person as u64);
        }
    }
    hashes.sort_unstable();
    let (mut first, mut other) = (Vec::new(), Vec::new());
    for run in hashes.chunk_by(|a, b| a >> 32 == b >> 32).filter(|run| run.len() > 1) {
        let mut left: Vec<u32> = run.iter().map(|&hash| hash as u32).collect();
        // Nearly always all lists of a run are equal.
        while left.len() > 1 {
            items.of(left[0] as usize, &mut first);
            let (equal, others): (Vec<u32>, Vec<u32>) = left.into_iter().partition(|&person| {
                items.of(person as usize, &mut other);
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
    let mut by_title: Vec<(&[LabelId], u32)> =
        equal.iter().map(|&person| (items.position_words(person as usize), person)).collect();
    by_title.sort_unstable();
    for same in by_title.chunk_by(|a, b| a.0 == b.0).filter(|same| same.len() == rarest as usize) {
        same.iter().for_each(|&(_, person)| twins.join(same[0].1, person));
    }
}

/// Joins people with similar long lists.
fn join_similar_lists(items: &Items<'_>, twins: &mut Twins) {
    // Two sets with a Jaccard index of at least 4/5 share one of the first n - ⌈4n/5⌉ + 1 items, if all sets
    // are in the same order (prefix filtering; Bayardo, Ma and Srikant 2007). Here, the rarest item is first.
    let mut own = Vec::new();
    let mut postings: Vec<(u32, u32)> = Vec::new();
    for person in 0..items.n_people() {
        items.of(person, &mut own);
        if own.len() < LONG_LIST {
            continue;
        }
        let prefix = own.len() - (own.len() * MIN_JACCARD.0).div_ceil(MIN_JACCARD.1) + 1;
        own.retain(|&item| items.is_rare(item));
        if own.len() >= MIN_SHARED_RARE {
            own.sort_unstable_by_key(|&item| (items.counts[item as usize], item));
            postings.extend(own.iter().take(prefix).map(|&item| (item, person as u32)));
        }
    }
    postings.sort_unstable();
    let mut other = Vec::new();
    for holders in postings.chunk_by(|a, b| a.0 == b.0) {
        for (index, &(_, one)) in holders.iter().enumerate() {
            items.of(one as usize, &mut own);
            for &(_, two) in &holders[index + 1..] {
                if twins.root(one) != twins.root(two) {
                    items.of(two as usize, &mut other);
                    if items.are_similar(&own, &other) {
                        twins.join(one, two);
                    }
                }
            }
        }
    }
}

/// The items of all people: skills, degree fields, courses and certificates, numbered one after the other.
struct Items<'a> {
    people: &'a People,
    /// The first number of degree fields, courses and certificates.
    starts: [u32; 3],
    /// People per item.
    counts: Vec<u32>,
    /// The information in a list from which chance gives no pair of people the same list: 2 log₂ of the
    /// people.
    min_bits: f64,
}

impl<'a> Items<'a> {
    fn new(people: &'a People) -> Items<'a> {
        let degree_fields = people.skills.len() as u32;
        let courses = degree_fields + people.degree_fields.len() as u32;
        let certifications = courses + people.courses.len() as u32;
        let n_items = certifications as usize + people.certifications.len();
        let starts = [degree_fields, courses, certifications];
        let mut items = Items { people, starts, counts: vec![0; n_items], min_bits: 0.0 };
        items.min_bits = 2.0 * (items.n_people().max(2) as f64).log2();
        let (mut counts, mut own) = (vec![0; n_items], Vec::new());
        for person in 0..items.n_people() {
            items.of(person, &mut own);
            own.iter().for_each(|&item| counts[item as usize] += 1);
        }
        items.counts = counts;
        items
    }

    /// Everyone: people with months of experience first, then the others.
    fn n_people(&self) -> usize {
        self.n_leveled() + self.people.unleveled.read_as.len()
    }

    fn n_leveled(&self) -> usize {
        self.people.persons.read_as.len()
    }

    /// The person's position in the order read.
    fn position(&self, person: usize) -> u32 {
        match person.checked_sub(self.n_leveled()) {
            None => self.people.persons.read_as[person],
            Some(person) => self.people.unleveled.read_as[person],
        }
    }

    fn position_words(&self, person: usize) -> &[LabelId] {
        match person.checked_sub(self.n_leveled()) {
            None => self.people.persons.position_words.get(person),
            Some(person) => self.people.unleveled.position_words.get(person),
        }
    }

    /// The person's items, ascending and each once.
    fn of(&self, person: usize, items: &mut Vec<u32>) {
        items.clear();
        let lists = match person.checked_sub(self.n_leveled()) {
            None => {
                let persons = &self.people.persons;
                let background = &self.people.backgrounds[persons.background_of[person] as usize];
                items.extend_from_slice(persons.skills.get(person));
                [&background.degree_fields[..], &background.courses, &background.certifications]
            }
            Some(person) => {
                let unleveled = &self.people.unleveled;
                items.extend_from_slice(unleveled.skills.get(person));
                unleveled.background.each_ref().map(|list| list.get(person))
            }
        };
        for (list, start) in lists.into_iter().zip(self.starts) {
            items.extend(list.iter().map(|&label| start + label));
        }
        items.sort_unstable();
    }

    fn is_rare(&self, item: u32) -> bool {
        self.counts[item as usize] <= MAX_RARE
    }

    /// The information in a list, in bits, as if its items were independent.
    fn bits(&self, list: &[u32]) -> f64 {
        let n = self.n_people() as f64;
        list.iter().map(|&item| (n / f64::from(self.counts[item as usize])).log2()).sum()
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
    let mixed = list.iter().fold(list.len() as u64, |hash, &item| {
        let mixed = (hash ^ u64::from(item)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        mixed ^ (mixed >> 29)
    });
    mixed >> 32
}
