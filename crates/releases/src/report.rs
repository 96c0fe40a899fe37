//! The report of a refresh, a publish or a rollback.

use artifact_store::{ReleaseId, Timestamp};
use serde::Serialize;
use training::panel::PanelMoves;

use crate::forgotten::ForgottenCounts;
use crate::judgement::Judgement;
use crate::manifest::Manifest;

/// The report of a refresh, a publish or a rollback.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Report {
    pub outcome: Outcome,
    /// The live release, or the refused one.
    pub release: Option<ReleaseId>,
    /// Number of that release, from 1.
    pub sequence: Option<u64>,
    /// Time of its publication.
    pub published_at: Option<Timestamp>,
    /// SHA-256 of the profiles as read; empty if none were read.
    pub data_sha256: String,
    /// People the model was trained on.
    pub people: u64,
    /// Roadmaps of the release.
    pub roadmaps: usize,
    /// Roadmaps at new addresses.
    pub new: usize,
    /// Roadmaps at revived addresses.
    pub revived: usize,
    /// Retired roadmaps.
    pub retired: usize,
    pub pages_written: usize,
    /// Public files written, including pages.
    pub public_written: usize,
    /// Private files of the release written.
    pub release_written: usize,
    /// The counts of forgotten people; absent if nobody is forgotten.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub forgotten: Option<ForgottenCounts>,
    /// Whether the live release still has people who are to be forgotten.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub live_has_forgotten_people: bool,
    /// Why the release was not compared with the live model; absent if it was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not_compared: Option<String>,
    pub judgement: Option<Judgement>,
    /// The judgement of the release before, for comparison.
    #[serde(skip)]
    pub before: Option<Judgement>,
}

/// The outcome of a refresh, a publish or a rollback.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The new release is live.
    Published,
    /// The live release has the same inputs; nothing was written.
    Unchanged,
    /// Another process has published the same release in the meantime.
    AlreadyPublished,
    /// The gate refused the release; nothing was written.
    Refused,
    /// The release of these inputs was rolled back; nothing was written.
    RolledBack,
}

impl Report {
    /// The report of a release before anything is written.
    pub(crate) fn of(manifest: &Manifest, outcome: Outcome) -> Report {
        let change = manifest.changes.first();
        Report {
            outcome,
            release: Some(manifest.release.clone()),
            sequence: Some(manifest.sequence),
            published_at: Some(manifest.published_at.clone()),
            data_sha256: manifest.data_sha256.clone(),
            people: manifest.people,
            roadmaps: manifest.roadmaps.len(),
            new: change.map_or(0, |change| change.new.len()),
            revived: change.map_or(0, |change| change.revived.len()),
            retired: change.map_or(0, |change| change.retired.len()),
            pages_written: 0,
            public_written: 0,
            release_written: 0,
            forgotten: None,
            live_has_forgotten_people: false,
            not_compared: None,
            judgement: Some(manifest.judgement.clone()),
            before: None,
        }
    }

    /// People of the panel who change page.
    pub fn moved(&self) -> Option<PanelMoves> {
        self.judgement.as_ref().and_then(|judgement| judgement.moved)
    }

    /// Whether the gate let the release pass, or there was nothing to do.
    pub fn is_success(&self) -> bool {
        self.outcome != Outcome::Refused
    }

    /// The report as lines of text.
    pub fn to_text(&self) -> String {
        let release = self.release.as_ref().map_or("", ReleaseId::as_str);
        let outcome = match self.outcome {
            Outcome::Published => format!(
                "release {release} is live: {} people, {} roadmaps ({} new, {} revived, {} retired); \
                 {} pages written\n",
                self.people, self.roadmaps, self.new, self.revived, self.retired, self.pages_written
            ),
            Outcome::Unchanged => {
                format!("nothing to do: the live release {release} was made from the same inputs\n")
            }
            Outcome::AlreadyPublished => {
                format!("another run has published release {release} in the meantime\n")
            }
            Outcome::Refused => {
                format!("not published: release {release} would be worse than the live one\n")
            }
            Outcome::RolledBack => "nothing to do: the release of these profiles was rolled back; \
                                    use --force REASON to publish it again\n"
                .to_owned(),
        };
        let judged = matches!(self.outcome, Outcome::Published | Outcome::Refused);
        let judgement = self.judgement.as_ref().filter(|_| judged);
        let judgement = judgement.map_or_else(String::new, |own| own.to_text(self.before.as_ref()));
        let mut text = outcome + &judgement;
        if let Some(ForgottenCounts { given, new, people, deleted_releases }) = self.forgotten {
            let given =
                if given > 0 { format!("{given} ids to forget ({new} new), ") } else { String::new() };
            text.push_str(&format!(
                "  {given}{people} people found and left out, {deleted_releases} earlier releases deleted\n"
            ));
        }
        if self.live_has_forgotten_people {
            text.push_str("  the live release still has people who are to be forgotten\n");
        }
        if let Some(reason) = &self.not_compared {
            text.push_str(&format!("  not compared with the live release: {reason}\n"));
        }
        text
    }
}
