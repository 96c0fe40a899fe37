// JSON Resume, the present and the older spelling. The same fields as the reader in the crate profile-data
// (json_resume/); a value of a wrong type is left out and named.

const RESUME_SECTIONS = ["basics", "work", "education", "certificates", "skills"];

function readResume(found, name, text) {
  let resume;
  try {
    resume = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (error) {
    // Browsers say where in their own ways, and not always.
    const line = /line (\d+)/.exec(error.message)?.[1];
    const at = /position (\d+)/.exec(error.message)?.[1];
    const known = line ?? (at && text.slice(0, Number(at)).split("\n").length);
    throw new Problem(known ? "problem-json-line" : "problem-json", { file: name, line: known });
  }
  const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
  if (!isObject(resume) || !RESUME_SECTIONS.some((section) => section in resume)) {
    throw new Problem("problem-not-resume", { file: name });
  }
  const odd = (place) => found.notes.push(["note-type", { file: name, place }]);
  const string = (place, value) => {
    if (value === undefined || value === null) return "";
    if (typeof value === "string" || typeof value === "number") return tidy(String(value));
    odd(place);
    return "";
  };
  const list = (place, value) => {
    if (value === undefined || value === null) return [];
    if (Array.isArray(value)) return value.map((item, n) => [`${place}, ${n + 1}`, item]);
    odd(place);
    return [];
  };
  const objects = (section) => list(section, resume[section]).filter(([place, item]) => {
    if (item !== null && !isObject(item)) odd(place);
    return isObject(item);
  });

  if (isObject(resume.basics)) found.headline ||= titleInHeadline(string("basics: label", resume.basics.label));
  for (const [place, item] of objects("work")) {
    const [start, end] = ["startDate", "endDate"].map((key) => string(`${place}: ${key}`, item[key]));
    addPosition(found, { title: string(`${place}: position`, item.position), start, end }, name);
  }
  for (const [place, item] of objects("education")) {
    found.degree_fields.push(string(`${place}: area`, item.area) || fieldOf(string(`${place}: studyType`, item.studyType)));
    for (const [at, course] of list(`${place}: courses`, item.courses)) found.courses.push(string(at, course));
  }
  for (const [place, item] of objects("certificates")) found.certifications.push(string(`${place}: name`, item.name));
  for (const [place, item] of objects("skills")) {
    found.skills.push(string(`${place}: name`, item.name));
    for (const [at, keyword] of list(`${place}: keywords`, item.keywords)) found.skills.push(string(at, keyword));
  }
}
