//! `permalinks.json`: every roadmap address ever published, and what each of them means today.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;
use career_model::Level;
use serde::{Deserialize, Serialize};

use crate::history::signature::Signature;

/// Every address ever published; keyed by its path, such as `/roadmaps/junior/data/`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Permalinks {
    /// Path → what it means.
    pub entries: BTreeMap<String, Permalink>,
}

/// One address.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Permalink {
    /// The level it is of.
    pub level: Level,
    /// The last part of the path.
    pub slug: String,
    /// The name its roadmap had last.
    pub name: String,
    /// What replaced it; absent while it is live.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaced_by: Option<String>,
    /// Slugs of the level with which it has, or had, a page at `/compare/<level>/<slug>/<that>/`; its own slug is before them.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub compared_with: BTreeSet<String>,
    /// What sets its people apart: by this it is recognised when no people are there to compare.
    pub signature: Signature,
}

impl Permalinks {
    /// The bytes to write.
    ///
    /// # Errors
    /// None that plain data can cause.
    pub fn to_bytes(&self) -> Result<Vec<u8>> {
        Ok(serde_json::to_vec_pretty(self)?)
    }

    /// Addresses that are no longer live.
    pub fn retired(&self) -> impl Iterator<Item = (&String, &Permalink)> {
        self.entries.iter().filter(|(_, link)| link.replaced_by.is_some())
    }

    /// Addresses of comparisons ever made, by level, with the addresses of both roadmaps.
    pub fn comparisons(&self) -> impl Iterator<Item = (Level, String, [String; 2])> {
        self.entries.iter().flat_map(|(path, link)| {
            link.compared_with.iter().map(move |other| {
                let level = link.level;
                let comparison = format!("/compare/{level}/{}/{other}/", link.slug);
                (level, comparison, [path.clone(), format!("{}{other}/", level.path())])
            })
        })
    }

    /// Where a visitor of this address ends: the address itself while it is live, else what replaced it, and what
    /// replaced that; the level's overview when that leads nowhere.
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
        // What replaced it is no roadmap but an overview, or was never ours.
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
    fn a_chain_ends_at_what_is_live() {
        let links = links(&[("a", Some("b")), ("b", Some("c")), ("c", None)]);
        for slug in ["a", "b", "c"] {
            assert_eq!(links.resolve(&format!("/roadmaps/senior/{slug}/")), "/roadmaps/senior/c/");
        }
    }

    #[test]
    fn a_circle_or_a_gap_ends_at_the_overview() {
        let links = links(&[("a", Some("b")), ("b", Some("a")), ("c", Some("gone"))]);
        for slug in ["a", "b", "c"] {
            assert_eq!(links.resolve(&format!("/roadmaps/senior/{slug}/")), "/roadmaps/senior/");
        }
    }
}
