//! Blocks of inputs, which the ablation leaves out one by one.

use career_model::Profile;

/// A block of inputs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Block {
    DegreeFields,
    Courses,
    Certifications,
    Position,
    /// The shown skills of test people. The training set keeps its skills, because skills are what is
    /// recommended.
    ShownSkills,
}

impl Block {
    /// Every block, in the order of the report.
    pub(super) const ALL: [Block; 5] =
        [Block::DegreeFields, Block::Courses, Block::Certifications, Block::Position, Block::ShownSkills];

    /// The name in the report.
    pub(super) fn name(self) -> &'static str {
        match self {
            Block::DegreeFields => "degree fields",
            Block::Courses => "courses",
            Block::Certifications => "certifications",
            Block::Position => "position",
            Block::ShownSkills => "shown skills",
        }
    }

    /// Removes the block from a profile of the training set.
    pub(super) fn remove_from_training(self, profile: &mut Profile) {
        match self {
            Block::ShownSkills => {}
            block => block.remove_from_test(profile),
        }
    }

    /// Removes the block from a test person's shown profile.
    pub(super) fn remove_from_test(self, profile: &mut Profile) {
        match self {
            Block::DegreeFields => profile.degree_fields.clear(),
            Block::Courses => profile.courses.clear(),
            Block::Certifications => profile.certifications.clear(),
            Block::Position => profile.position = None,
            Block::ShownSkills => profile.skills.clear(),
        }
    }
}
