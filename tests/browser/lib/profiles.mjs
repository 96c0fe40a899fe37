// People made up for a test, so that they pass the limits of privacy: 10 of a group, 5 who share an item.

/**
 * `count` people of the same kind. Values and lists are the same for all of them, or functions of the index.
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

/** For the fullest pages: four kinds of people at each level, with hundreds of long names in common. */
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
const words = [
  'Orchestration',
  'Observability',
  'Governance',
  'Streaming',
  'Modelling',
  'Validation',
  'Migration',
  'Compilers',
];
const names = (start, count) =>
  Array.from(
    { length: count },
    (_, at) => `${start} ${words[at % words.length]} ${words[(at * 3 + 1) % words.length]} ${at}`,
  );
const pick = (list, start, count) =>
  Array.from({ length: count }, (_, at) => list[(start * 7 + at * 5) % list.length]);

/** Fields of the form for somebody of the demo: known things, one misspelt, one unheard of. */
export const someone = {
  experience_years: '3',
  position: 'Data Engineer',
  degree_fields: 'Computer Science',
  skills: 'Python\nGit\nSQL\nKubernetis\nUnderwater Basket Weaving',
  courses: 'Docker Mastery',
  certifications: 'AWS Certified Developer',
};
