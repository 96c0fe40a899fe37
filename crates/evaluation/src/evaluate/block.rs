//! Blocks of inputs, which the ablation leaves out one by one: one block for each kind of item.

use career_model::{ItemKind, Profile};

/// A block of inputs: all items of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Block(ItemKind);

impl Block {
    /// Every block, in the order of the report: skills, which are what is recommended, come last.
    pub(super) fn all() -> impl Iterator<Item = Block> {
        let others = ItemKind::IN_FORM.into_iter().filter(|kind| *kind != ItemKind::Skill);
        others.chain([ItemKind::Skill]).map(Block)
    }

    /// The name in the report.
    pub(super) fn name(self) -> &'static str {
        match self.0 {
            ItemKind::DegreeField => "degree fields",
            ItemKind::Course => "courses",
            ItemKind::Certification => "certifications",
            ItemKind::Position => "position",
            ItemKind::Skill => "shown skills",
        }
    }

    /// Removes the block from a profile of the training set. Skills stay there, because they are what is
    /// recommended.
    pub(super) fn remove_from_training(self, profile: &mut Profile) {
        if self.0 != ItemKind::Skill {
            profile.clear(self.0);
        }
    }

    /// Removes the block from a test person's shown profile.
    pub(super) fn remove_from_test(self, profile: &mut Profile) {
        profile.clear(self.0);
    }
}
