//! A kind of tech people.

/// A kind of people. Each list is `|`-separated, the most common item first.
pub(in crate::sample) struct Archetype {
    /// The share of this kind, relative to the other shares.
    pub(in crate::sample) share: u32,
    /// Job titles without seniority.
    pub(in crate::sample) positions: &'static str,
    pub(in crate::sample) degree_fields: &'static str,
    pub(in crate::sample) courses: &'static str,
    /// Certificates of beginners.
    pub(in crate::sample) intro_certifications: &'static str,
    /// Certificates of people with years of practice.
    pub(in crate::sample) certifications: &'static str,
    /// Skills that most of them have.
    pub(in crate::sample) core: &'static str,
    /// Skills that belong together: a person has one of these, sometimes two.
    pub(in crate::sample) stacks: &'static [&'static str],
    /// Skills of people with years of practice.
    pub(in crate::sample) lead: &'static str,
    /// Topics of the long tail of their courses and certificates.
    pub(in crate::sample) topics: &'static str,
}
