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
  const pick = picker(1);
  return [12, 150, 300].flatMap((months) =>
    ['Data', 'Network', 'Product', 'Embedded'].flatMap((kind) =>
      people(60, {
        id: `${kind}-${months}`,
        months: (index) => months + (index % 9),
        position: (index) => `${kind} ${roles[index % roles.length]} (m/f/d)`,
        degree_fields: () => pick(names(`${kind} Science and Engineering of`, 12), 3),
        courses: () => pick(names(`The Complete ${kind} Course, with Certificate, about`, 80), 20),
        certifications: () => pick(names(`Vendor Certified ${kind} Professional: Advanced`, 80), 16),
        skills: () => [
          ...pick(names(`${kind} Platform`, 120), 40),
          ...pick(names('Shared Methods of', 40), 8),
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

/**
 * Picks `count` of a list, each time others, and the same in every run: people who list nearly the same count
 * as one person. The numbers are mulberry32's.
 */
export function picker(seed) {
  let state = seed;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return (list, count) => {
    const left = [...list];
    return Array.from(
      { length: Math.min(count, left.length) },
      () => left.splice(Math.floor(random() * left.length), 1)[0],
    );
  };
}

/** Fields of the form for somebody of the demo: known things, one misspelt, one unheard of. */
export const someone = {
  experience_years: '3',
  position: 'Data Engineer',
  degree_fields: 'Computer Science',
  skills: 'Python\nGit\nSQL\nKubernetis\nUnderwater Basket Weaving',
  courses: 'Docker Mastery',
  certifications: 'AWS Certified Developer',
};
