// JSON Resume, in its present and its older spelling. It reads the same fields as the reader in the crate
// profile-data (json_resume/). A value of a wrong type is left out and noted.

import { titleInHeadline } from "./dates.js";
import { fieldOf } from "./degrees.js";
import { addPosition } from "./linkedin.js";
import { Problem, tidy } from "./words.js";

const SECTIONS = ["basics", "work", "education", "certificates", "skills"];

export function readResume(found, name, text) {
  let resume;
  try {
    resume = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (error) {
    // Each browser describes the position of an error differently, and some do not.
    const line = /line (\d+)/.exec(error.message)?.[1];
    const at = /position (\d+)/.exec(error.message)?.[1];
    const known = line ?? (at && text.slice(0, Number(at)).split("\n").length);
    throw new Problem(known ? "problem-json-line" : "problem-json", { file: name, line: known });
  }
  const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
  if (!isObject(resume) || !SECTIONS.some((section) => section in resume)) {
    throw new Problem("problem-not-resume", { file: name });
  }
  // `path` names a value in messages: "work, 2: position".
  const noteType = (path) => found.notes.push(["note-type", { file: name, place: path }]);
  const string = (path, value) => {
    if (value === undefined || value === null) return "";
    if (typeof value === "string" || typeof value === "number") return tidy(String(value));
    noteType(path);
    return "";
  };
  const list = (path, value) => {
    if (value === undefined || value === null) return [];
    if (Array.isArray(value)) return value.map((item, n) => [`${path}, ${n + 1}`, item]);
    noteType(path);
    return [];
  };
  const objects = (section) => list(section, resume[section]).filter(([path, item]) => {
    if (item !== null && !isObject(item)) noteType(path);
    return isObject(item);
  });

  if (isObject(resume.basics)) {
    found.headline ||= titleInHeadline(string("basics: label", resume.basics.label));
  }
  for (const [path, item] of objects("work")) {
    const [start, end] = ["startDate", "endDate"].map((key) => string(`${path}: ${key}`, item[key]));
    addPosition(found, { title: string(`${path}: position`, item.position), start, end }, name);
  }
  for (const [path, item] of objects("education")) {
    const area = string(`${path}: area`, item.area);
    found.degree_fields.push(area || fieldOf(string(`${path}: studyType`, item.studyType)));
    for (const [at, course] of list(`${path}: courses`, item.courses)) found.courses.push(string(at, course));
  }
  for (const [path, item] of objects("certificates")) {
    found.certifications.push(string(`${path}: name`, item.name));
  }
  for (const [path, item] of objects("skills")) {
    found.skills.push(string(`${path}: name`, item.name));
    for (const [at, keyword] of list(`${path}: keywords`, item.keywords)) {
      found.skills.push(string(at, keyword));
    }
  }
}
