// Profiles for tests, in groups above the privacy limits: 10 people for a group, 5 for an item.

/**
 * `count` profiles of one group. `months`, `position` and each list are either the same for everyone or a
 * function of the index.
 */
export function people(count, { id = 'person', months = 12, position = 'Engineer', ...lists }) {
  const value = (given, index) => (typeof given === 'function' ? given(index) : given);
  return Array.from({ length: count }, (_, index) => ({
    id: `${id}-${index}`,
    url: null,
    position: value(position, index) ?? null,
    company: null,
    experience_months: value(months, index),
    degree_fields: value(lists.degree_fields, index) ?? [],
    courses: value(lists.courses, index) ?? [],
    certifications: value(lists.certifications, index) ?? [],
    skills: value(lists.skills, index) ?? [],
  }));
}

/** Profiles for pages of the largest size: four groups at each level that share hundreds of long names. */
export function largeProfiles() {
  return [12, 150, 300].flatMap((months) =>
    ['Data', 'Network', 'Product', 'Embedded'].flatMap((kind, at) =>
      people(60, {
        id: `${kind}-${months}`,
        months: (index) => months + (index % 9),
        position: (index) => `${kind} ${roles[index % roles.length]} (m/f/d)`,
        degree_fields: (index) => pick(names(`${kind} Science and Engineering of`, 12), index, 3),
        courses: (index) =>
          pick(names(`The Complete ${kind} Course, with Certificate, about`, 80), index, 20),
        certifications: (index) =>
          pick(names(`Vendor Certified ${kind} Professional: Advanced`, 80), index, 16),
        skills: (index) => [
          ...pick(names(`${kind} Platform`, 240), index, 40),
          ...pick(names('Shared Methods of', 40), index + at, 8),
        ],
      }),
    ),
  );
}

const roles = ['Engineer', 'Scientist', 'Architect', 'Analyst', 'Manager'];
const words =
  'Orchestration Observability Governance Streaming Modelling Validation Migration Compilers'.split(' ');
const word = (at) => words[at % words.length];
const names = (start, count) =>
  Array.from({ length: count }, (_, at) => `${start} ${word(at)} ${word(at * 3 + 1)} ${at}`);
const pick = (list, start, count) =>
  Array.from({ length: count }, (_, at) => list[(start * 7 + at * 5) % list.length]);

/** Answers for the form of the demo: known labels, a misspelt one and an unknown one. */
export const exampleForm = {
  experience_years: '3',
  position: 'Data Engineer',
  degree_fields: 'Computer Science',
  skills: 'Python\nGit\nSQL\nKubernetis\nUnderwater Basket Weaving',
  courses: 'Docker Mastery',
  certifications: 'AWS Certified Developer',
};
