//! The kinds of items that a profile lists.

use crate::profile::Profile;

/// A kind of item on a profile. Everything that treats kinds alike iterates [`ItemKind::ALL`].
///
/// In the features `full`, skills, courses and certificates can be recommended; degree fields and the job
/// title are context.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ItemKind {
    /// A skill; an input of the features `full` only.
    Skill,
    /// A course.
    Course,
    /// A certificate.
    Certification,
    /// A field of study.
    DegreeField,
    /// The job title; an input of the features `full` only.
    Position,
}

impl ItemKind {
    /// The number of kinds.
    pub const COUNT: usize = ItemKind::ALL.len();

    /// Every kind: what can be recommended first, then context. Columns of the features `full` and codes in
    /// `model.bin` follow this order.
    pub const ALL: [ItemKind; 5] = [
        ItemKind::Skill,
        ItemKind::Course,
        ItemKind::Certification,
        ItemKind::DegreeField,
        ItemKind::Position,
    ];

    /// Every kind in the order of the profile form, which is the order of inputs in an answer.
    pub const IN_FORM: [ItemKind; ItemKind::COUNT] = [
        ItemKind::DegreeField,
        ItemKind::Course,
        ItemKind::Certification,
        ItemKind::Skill,
        ItemKind::Position,
    ];

    /// The name in the profile form.
    pub const fn as_str(self) -> &'static str {
        match self {
            ItemKind::Skill => "skills",
            ItemKind::Course => "courses",
            ItemKind::Certification => "certifications",
            ItemKind::DegreeField => "degree_fields",
            ItemKind::Position => "position",
        }
    }

    /// Whether items of this kind can be recommended; the others are context.
    pub const fn is_recommended(self) -> bool {
        match self {
            ItemKind::Skill | ItemKind::Course | ItemKind::Certification => true,
            ItemKind::DegreeField | ItemKind::Position => false,
        }
    }

    /// The code in `model.bin`: the position in [`ItemKind::ALL`].
    pub const fn code(self) -> u8 {
        self as u8
    }

    /// The kind with this code, if it is one that can be recommended.
    pub fn recommended_from_code(code: u8) -> Option<ItemKind> {
        ItemKind::ALL.get(usize::from(code)).copied().filter(|kind| kind.is_recommended())
    }
}

impl Profile {
    /// The items of a kind, as given.
    pub fn items(&self, kind: ItemKind) -> &[String] {
        match kind {
            ItemKind::Skill => &self.skills,
            ItemKind::Course => &self.courses,
            ItemKind::Certification => &self.certifications,
            ItemKind::DegreeField => &self.degree_fields,
            ItemKind::Position => self.position.as_slice(),
        }
    }

    /// Removes all items of a kind.
    pub fn clear(&mut self, kind: ItemKind) {
        match kind {
            ItemKind::Skill => self.skills.clear(),
            ItemKind::Course => self.courses.clear(),
            ItemKind::Certification => self.certifications.clear(),
            ItemKind::DegreeField => self.degree_fields.clear(),
            ItemKind::Position => self.position = None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_orders_hold_every_kind_once() {
        let mut in_form = ItemKind::IN_FORM;
        in_form.sort_unstable();
        assert_eq!(in_form, ItemKind::ALL);
    }

    #[test]
    fn codes_are_read_back_for_what_is_recommended() {
        for kind in ItemKind::ALL {
            let expected = Some(kind).filter(|kind| kind.is_recommended());
            assert_eq!(ItemKind::recommended_from_code(kind.code()), expected);
        }
        assert_eq!(ItemKind::recommended_from_code(u8::MAX), None);
    }

    #[test]
    fn clearing_a_kind_leaves_the_others() {
        let one = |text: &str| vec![text.to_owned()];
        let profile = Profile {
            skills: one("a"),
            courses: one("b"),
            certifications: one("c"),
            degree_fields: one("d"),
            position: Some("e".to_owned()),
            ..Profile::default()
        };
        for cleared in ItemKind::ALL {
            let mut left = profile.clone();
            left.clear(cleared);
            for kind in ItemKind::ALL {
                assert_eq!(left.items(kind).is_empty(), kind == cleared, "{kind:?}");
            }
        }
    }
}
