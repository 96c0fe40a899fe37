// People made up for a test, so that they pass the limits of privacy: 10 of a group, 5 who share an item.

/**
 * `count` people of the same kind. `months` is a number or a function of the index; lists are the same for all of them, except
 * those given as functions of the index.
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
