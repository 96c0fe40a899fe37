//! Blocks of inputs that an evaluation leaves out one by one.

use career_model::Profile;

/// A block of inputs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Block {
    DegreeFields,
    Courses,
    Certifications,
    Position,
    /// Skills are what is asked for, so they stay in learning and are only not shown.
    SkillsOfTheAsked,
}

impl Block {
    /// Every block, in the order of the report.
    pub(super) const ALL: [Block; 5] = [
        Block::DegreeFields,
        Block::Courses,
        Block::Certifications,
        Block::Position,
        Block::SkillsOfTheAsked,
    ];

    /// Its name in the report.
    pub(super) fn name(self) -> &'static str {
        match self {
            Block::DegreeFields => "degree fields",
            Block::Courses => "courses",
            Block::Certifications => "certifications",
            Block::Position => "position",
            Block::SkillsOfTheAsked => "skills of the asked",
        }
    }

    /// Empties the block in a profile that is learned from.
    pub(super) fn take_out_of_learned(self, profile: &mut Profile) {
        match self {
            Block::SkillsOfTheAsked => {}
            block => block.take_out_of_shown(profile),
        }
    }

    /// Empties the block in a profile that is shown to the model.
    pub(super) fn take_out_of_shown(self, profile: &mut Profile) {
        match self {
            Block::DegreeFields => profile.degree_fields.clear(),
            Block::Courses => profile.courses.clear(),
            Block::Certifications => profile.certifications.clear(),
            Block::Position => profile.position = None,
            Block::SkillsOfTheAsked => profile.skills.clear(),
        }
    }
}
