//! `permalinks.json`: every published roadmap address, and the roadmap or the successor that it leads to.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;
use career_model::Level;
use serde::{Deserialize, Serialize};

use crate::history::signature::Signature;

/// Every published address.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Permalinks {
    /// Path, such as `/roadmaps/junior/data/` → permalink.
    pub entries: BTreeMap<String, Permalink>,
}

/// A published address.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Permalink {
    /// Level of the roadmap.
    pub level: Level,
    /// Last part of the path.
    pub slug: String,
    /// Latest name of the roadmap.
    pub name: String,
    /// Path of its successor; absent while it is live.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaced_by: Option<String>,
    /// Slugs of roadmaps of the level with which it has or had a page at `/compare/<level>/<slug>/<other>/`.
    /// Only slugs that sort after its own.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub compared_with: BTreeSet<String>,
    /// Distinctive skills of its people, by which it is recognised in another model if people cannot be
    /// compared.
    pub signature: Signature,
}

impl Permalinks {
    /// The contents of `permalinks.json`.
    ///
    /// # Errors
    /// Serialisation of plain data does not fail.
    pub fn to_bytes(&self) -> Result<Vec<u8>> {
        Ok(serde_json::to_vec_pretty(self)?)
    }

    /// Addresses that are no longer live.
    pub fn retired(&self) -> impl Iterator<Item = (&String, &Permalink)> {
        self.entries.iter().filter(|(_, link)| link.replaced_by.is_some())
    }

    /// Every comparison ever published: its level, its address, and the addresses of its two roadmaps.
    pub fn comparisons(&self) -> impl Iterator<Item = (Level, String, [String; 2])> {
        self.entries.iter().flat_map(|(path, link)| {
            link.compared_with.iter().map(move |other| {
                let level = link.level;
                let comparison = format!("/compare/{level}/{}/{other}/", link.slug);
                (level, comparison, [path.clone(), format!("{}{other}/", level.path())])
            })
        })
    }

    /// The live address that a path leads to: the path itself while it is live, else that of its successor,
    /// or of the successor's successor, and so on. If the chain ends nowhere, the overview of the level.
    pub fn resolve(&self, path: &str) -> String {
        let mut seen = BTreeSet::new();
        let mut here = path;
        while let Some(link) = self.entries.get(here) {
            match &link.replaced_by {
                None => return here.to_owned(),
                Some(next) if seen.insert(here) => here = next,
                Some(_) => return link.level.path(),
            }
        }
        // The path is that of an overview, or was never published.
        let level = Level::ALL.into_iter().find(|level| here.starts_with(&level.path()));
        level.unwrap_or(Level::Junior).path()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn links(entries: &[(&str, Option<&str>)]) -> Permalinks {
        let entry = |(slug, replaced_by): &(&str, Option<&str>)| {
            let path = |slug: &str| format!("/roadmaps/senior/{slug}/");
            let link = Permalink {
                level: Level::Senior,
                slug: (*slug).to_owned(),
                name: (*slug).to_owned(),
                replaced_by: replaced_by.map(path),
                compared_with: BTreeSet::new(),
                signature: Signature::default(),
            };
            (path(slug), link)
        };
        Permalinks { entries: entries.iter().map(entry).collect() }
    }

    #[test]
    fn a_chain_of_successors_ends_at_the_live_roadmap() {
        let links = links(&[("a", Some("b")), ("b", Some("c")), ("c", None)]);
        for slug in ["a", "b", "c"] {
            assert_eq!(links.resolve(&format!("/roadmaps/senior/{slug}/")), "/roadmaps/senior/c/");
        }
    }

    #[test]
    fn a_cycle_or_a_missing_successor_ends_at_the_overview() {
        let links = links(&[("a", Some("b")), ("b", Some("a")), ("c", Some("gone"))]);
        for slug in ["a", "b", "c"] {
            assert_eq!(links.resolve(&format!("/roadmaps/senior/{slug}/")), "/roadmaps/senior/");
        }
    }
}
