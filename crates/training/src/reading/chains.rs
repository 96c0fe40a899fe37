//! Keys that several people may have: their values in chains, with less memory than a list for each key.

use std::collections::HashMap;
use std::hash::Hash;

/// The values of each key.
#[derive(Debug)]
pub(super) struct Chains<K, V> {
    /// Key → its last value.
    last_of: HashMap<K, u32>,
    links: Vec<(V, Option<u32>)>,
}

impl<K, V> Default for Chains<K, V> {
    fn default() -> Chains<K, V> {
        Chains { last_of: HashMap::new(), links: Vec::new() }
    }
}

impl<K: Hash + Eq, V> Chains<K, V> {
    /// The last value of the key for which `is_same`; without one, adds `new`.
    pub(super) fn find_or_add(
        &mut self,
        key: K,
        is_same: impl Fn(&V) -> bool,
        new: impl FnOnce() -> V,
    ) -> Option<&mut V> {
        let next = self.links.len() as u32;
        let first = self.last_of.get(&key).copied();
        let mut at = first;
        while let Some(link) = at {
            if is_same(&self.links[link as usize].0) {
                return Some(&mut self.links[link as usize].0);
            }
            at = self.links[link as usize].1;
        }
        self.links.push((new(), first));
        self.last_of.insert(key, next);
        None
    }
}
