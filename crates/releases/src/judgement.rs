//! The result of the quality gate, as it is stored with a release.

use std::fmt::Write as _;

use career_model::metadata::MethodRecall;
use serde::{Deserialize, Serialize};
use training::panel::PanelMoves;

/// How a release compares with the live one. [`gate::judge`](crate::gate::judge) makes it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Judgement {
    /// Recall@5 of hidden skills by method, measured when the model was fitted.
    pub recall: Vec<MethodRecall>,
    /// People of the panel who change page; `None` without a panel or a live model.
    pub moved: Option<PanelMoves>,
    /// People in the smallest roadmap; `None` without roadmaps.
    pub smallest: Option<u64>,
    /// Reasons not to publish; empty if the release passes.
    pub against: Vec<String>,
}

impl Judgement {
    /// Whether the release may be published without `--force`.
    pub fn passes(&self) -> bool {
        self.against.is_empty()
    }

    /// The comparison as lines of text; `live` is the judgement of the live release.
    pub fn to_text(&self, live: Option<&Judgement>) -> String {
        let mut text = String::new();
        for new in &self.recall {
            let old = live.and_then(|live| live.recall.iter().find(|old| old.method == new.method));
            let before = old.map_or_else(String::new, |old| {
                format!(", before {:.3} ({:.3} to {:.3})", old.mean, old.low, old.high)
            });
            let name = training::summary::method_name(new);
            // Writing to a string cannot fail.
            let _ = writeln!(
                text,
                "  hidden skills found by {name}: {:.3} ({:.3} to {:.3}){before}",
                new.mean, new.low, new.high
            );
        }
        if let Some(PanelMoves { asked, moved }) = self.moved {
            let share = 100.0 * PanelMoves { asked, moved }.share();
            let _ = writeln!(text, "  {moved} of {asked} people ({share:.1}%) change page");
        }
        if let Some(smallest) = self.smallest {
            let _ = writeln!(text, "  the smallest roadmap has {smallest} people");
        }
        for reason in &self.against {
            let _ = writeln!(text, "  against: {reason}");
        }
        text
    }
}
