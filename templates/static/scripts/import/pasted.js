// Reads a pasted profile or CV, a text in sections under headings: LinkedIn's page (where every line may come
// twice), LinkedIn's PDF, and CVs with dates before or after the job. The visitor can correct mistakes in the
// preview.

import { isPresent, job, parseDuration } from "./dates.js";
import { degreeParts, fieldOf } from "./degrees.js";
import { headingOf } from "./headings.js";
import {
  BEFORE_EMPLOYER,
  BULLET,
  DATE,
  DURATION,
  ISSUED,
  JOB_WORDS,
  NOISE,
  RANGE,
  SCHOOL,
  SINCE,
} from "./patterns.js";
import { Problem, fold, tidy } from "./words.js";

// A pasted profile is shorter, and so are its lines and titles; longer lines are prose.
const MAX_TEXT_CHARS = 300000;
const MAX_LINE_CHARS = 1000;
const MAX_TITLE_CHARS = 220;

// Headings of the summary, folded.
const SUMMARY = new Set(("summary zusammenfassung resume extracto resumo riepilogo samenvatting " +
  "podsumowanie").split(" "));

export function readText(found, text) {
  const sections = withoutPerson(sectionsOf(text), text);
  if (sections.every(({ section }) => section === "")) {
    const lines = sections.flatMap((part) => part.lines);
    if (lines.some((line) => dateRange(line))) sections.forEach((part) => { part.section = "experience"; });
    else throw new Problem("problem-no-headings", {});
  }
  const readers = {
    experience: readJobs,
    education: readStudies,
    skills: readSkills,
    certifications: readCertificates,
    courses: readCourses,
  };
  for (const { section, lines } of sections) readers[section]?.(found, lines);
}

// LinkedIn's PDF has the name, headline and location after the last list of its side column, without a
// heading. This removes them.
function withoutPerson(sections, text) {
  const address = /linkedin\.com\/in\/([^\s/?#]+)/i.exec(text);
  const isMain = ({ section }) => section === "experience" || section === "education";
  const next = sections.findIndex((part, n) => n > 1 && isMain(part));
  const hasSummary = sections[next - 1]?.section === "other" && sections[next - 1].isSummary;
  const beside = sections[hasSummary ? next - 2 : next - 1];
  if (!address || !beside || beside.section === "") return sections;
  const person = fold(decode(address[1].replace(/%(?![\da-f]{2})/gi, "")));
  const names = person.split(/[^\p{L}]+/u).filter((name) => name.length > 2);
  const at = beside.lines.findLastIndex((line) => fold(line).split(" ").some((word) => names.includes(word)));
  beside.lines.splice(at >= 0 ? at : Math.max(0, beside.lines.length - 3));
  return sections;
}

// Decodes a part of an address; a part that is not UTF-8 stays encoded.
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

// The lines under each heading; the first section has the lines before any heading. A blank line is kept as
// "".
function sectionsOf(text) {
  const sections = [{ section: "", lines: [] }];
  for (const raw of text.slice(0, MAX_TEXT_CHARS).split(/\r\n|[\n\r\u2028\u2029\f]/)) {
    const line = undoubled(tidy(raw.slice(0, MAX_LINE_CHARS)).replace(/\*\*|__/g, ""));
    const { section, lines } = sections.at(-1);
    const heading = BULLET.test(line) ? null : headingOf(line);
    // "Languages: SQL, Java" in the section of skills lists skills.
    if (heading && !(section === "skills" && heading.section === "other" && heading.rest)) {
      const isSummary = SUMMARY.has(fold(line));
      if (heading.section !== section || isSummary) {
        sections.push({ section: heading.section, lines: [], isSummary });
      }
      if (heading.rest) sections.at(-1).lines.push(...inlineItems(heading));
    } else if (line !== lines.at(-1) || line === "") {
      lines.push(line);
    }
  }
  return sections;
}

// The items after a heading on the same line. "Certificates: one, another" is a list; other sections have one
// line.
function inlineItems({ section, rest }) {
  if (section !== "certifications" && section !== "courses") return [rest];
  return rest.split(rest.includes(";") ? ";" : /,(?![^()]*\))/).map((item) => item.trim());
}

// LinkedIn's pages repeat a line for screen readers beside the visible one.
function undoubled(line) {
  const half = line.slice(0, line.length / 2);
  return line.length > 3 && half + half === line ? half : line;
}

// The dates in a line as texts, with their position; null if there are none.
function dateRange(line) {
  if (line.length > MAX_TITLE_CHARS) return null;
  const range = RANGE.exec(line);
  if (range && new RegExp(`^${DATE}`, "iu").test(range[2])) {
    return { start: range[1], end: range[2], index: range.index, length: range[0].length };
  }
  // The word for today may be up to four words long, and other words may follow.
  const words = range ? range[2].split(/(?<=\s)/) : [];
  for (let n = 1; n <= Math.min(4, words.length); n += 1) {
    const end = words.slice(0, n).join("").trim();
    if (isPresent(end)) {
      const length = range[0].length - range[2].length + end.length;
      return { start: range[1], end, index: range.index, length };
    }
  }
  const since = BULLET.test(line) || line.length > 80 ? null : SINCE.exec(line);
  return since && { start: since[1], end: "", index: since.index, length: since[0].length };
}

function readJobs(found, lines) {
  let block = [];
  // If some lines with dates are not prose, years in prose are not dates of jobs.
  const ranges = lines.map(dateRange);
  const isProse = (n) =>
    BULLET.test(lines[n]) || (/[.;!]$/.test(lines[n]) && lines[n].length - ranges[n].length > 12);
  const hasPlain = ranges.some((dates, n) => dates && !isProse(n));
  const first = ranges.findIndex((dates, n) => dates && !(hasPlain && isProse(n)));
  const isDatesFirst = first >= 0 && lines.slice(0, first).every((line) => line === "")
    && besides(lines[first], ranges[first]).length === 0;
  for (let n = 0; n < lines.length; n += 1) {
    const line = lines[n];
    const dates = ranges[n];
    if (!dates || (hasPlain && isProse(n))) {
      block.push(line);
      continue;
    }
    const title = titleOf(besides(line, dates), isDatesFirst ? [] : block, lines.slice(n + 1, n + 4), line);
    const one = job(title, dates.start, dates.end, found.today);
    if (one.span === null) found.notes.push(["note-dates", { file: "", title: line.slice(0, 80) }]);
    found.jobs.push(one);
    block = [];
  }
  if (found.jobs.length === 0) {
    const durations = lines.map((line) => (DURATION.test(line) ? parseDuration(line) : null));
    const duration = durations.find((months) => months !== null);
    const title = lines.find((line) => JOB_WORDS.test(line) && line.length <= 80) ?? "";
    if (duration !== undefined || title) {
      found.jobs.push(job(withoutEmployer(title), "", "", found.today, duration ?? null));
    }
  }
}

// The other parts of a line with dates.
function besides(line, dates) {
  const rest = `${line.slice(0, dates.index)} | ${line.slice(dates.index + dates.length)}`;
  return rest.split(/\s*[|·•]\s*|[()]/u).map((part) => part.replace(/^[\s,:–—-]+|[\s,:–—-]+$/gu, ""))
    .filter((part) => part.length > 2 && !DURATION.test(part));
}

// The title of a job: from the line with its dates, the lines above, or the lines below if dates come first.
function titleOf(beside, block, below, line) {
  const named = beside.find((part) => JOB_WORDS.test(part)) ?? "";
  if (named) return withoutEmployer(named);
  const blank = block.findLastIndex((above, n) => above === "" && n < block.length - 1);
  const above = block.slice(blank + 1).filter((text) => text !== "").slice(-3);
  // LinkedIn's page has the lines "title", "employer · kind", "dates · duration"; its PDF has "employer",
  // "title", "dates (duration)".
  const isLastOfPdf = (n) => n === above.length - 1 && !(/ [·•] /u.test(line) && above.length > 1);
  const score = (text, n) => (JOB_WORDS.test(text) ? 4 : 0)
    + (isLastOfPdf(n) ? 1 : 0)
    - (/ [·•] /u.test(text) ? 3 : 0)
    - (BULLET.test(text) ? 4 : 0)
    - (/[.;!]$/.test(text) || text.length > 80 ? 4 : 0)
    - (DURATION.test(text) ? 4 : 0)
    - (/,/.test(text) ? 1 : 0);
  const best = above.map((text, n) => [score(text, n), text]).sort((a, b) => b[0] - a[0])[0];
  const isShort = (text) => text !== "" && !BULLET.test(text) && text.length <= 80;
  const under = below.find((text) => isShort(text) && JOB_WORDS.test(text));
  // If no line above the dates reads like a title, dates come first.
  if (under && (!best || best[0] < 3)) return withoutEmployer(under);
  if (best && best[0] > -2) return withoutEmployer(best[1]);
  const plainUnder = below.find(isShort);
  return beside[0] ?? (block.length === 0 && plainUnder ? withoutEmployer(plainUnder) : "");
}

// The title in "Data Engineer, Example GmbH" or "Data Engineer at Example".
function withoutEmployer(text) {
  const parts = text.split(BEFORE_EMPLOYER).map((part) => part.trim());
  return (parts.find((part) => JOB_WORDS.test(part)) ?? parts[0]).replace(BULLET, "");
}

function readStudies(found, lines) {
  const isStudy = (line) => line.length <= MAX_TITLE_CHARS && !NOISE.test(line.replace(BULLET, ""));
  const texts = lines.filter(isStudy).map(studyOf).filter((text) => text !== "");
  const degrees = texts.filter((text) => degreeParts(text).some((part) => part.hasLevel));
  // If no line names a degree, a short line that is left without schools and dates is a field.
  const named = degrees.length > 0 ? degrees : texts.filter((text) => text.length <= 80);
  for (const text of named) found.degree_fields.push(fieldBesideLevel(text));
}

// The part after the degree, or else before it: "Physics" in "University, Bachelor, Physics, 1.3".
function fieldBesideLevel(text) {
  const parts = degreeParts(text);
  const level = parts.findIndex((part) => part.hasLevel);
  const isField = (part) => part.field !== "" && !part.bracketed;
  if (level < 0) return fieldOf(text);
  const beside = parts.slice(level).find(isField) ?? parts.slice(0, level).findLast(isField);
  return beside ? beside.field : fieldOf(text);
}

// A line without its dates and schools; commas, dashes or bars separate schools from degrees.
function studyOf(raw) {
  const dates = dateRange(raw);
  const plain = dates ? `${raw.slice(0, dates.index)}, ${raw.slice(dates.index + dates.length)}` : raw;
  const years = /[·|(]?\s*\(?\d{4}\s*[-–—]\s*(?:\d{4}|\p{L}+)\)?/gu;
  const line = plain.replace(BULLET, "").replace(years, "").replace(/\(?\b\d{4}\b\)?/g, "");
  return line.split(/\s*[|·•;]\s*|,\s*|\s+[–—]\s+|\s+(?:at|an der|à l'|en la|alla|aan de)\s+/u)
    .map((part) => part.replace(/^[:\s]*(?:(?:hbo|wo|mbo)\s+)?/i, "").trim())
    .filter((part) => part && !SCHOOL.test(part)).join(", ");
}

function readSkills(found, lines) {
  for (const raw of lines) {
    const line = raw.replace(BULLET, "").replace(/^\p{L}[\p{L}\s&/]{1,30}:\s+/u, "");
    if (NOISE.test(line)) continue;
    // A comma inside brackets is part of a skill's name.
    for (const part of line.split(/[,;](?![^()]*\))|\s*[•·|▪●]\s*|\s+[–—/]\s+/u)) {
      const skill = part.trim().replace(/\.$/, "").replace(/\s*\(\d+\)$/, "");
      if (skill && skill.length <= 60) found.skills.push(skill);
    }
  }
}

// One certificate per line. On LinkedIn's page the issuer and the date follow, and a blank line or "Issued"
// ends it.
function readCertificates(found, lines) {
  const hasIssued = lines.some((line) => ISSUED.test(line));
  if (!hasIssued) {
    readTitles(found.certifications, lines);
    return;
  }
  let isFirst = true;
  for (const line of lines) {
    if (line === "" || NOISE.test(line)) isFirst = true;
    else if (isFirst) {
      found.certifications.push(line.replace(BULLET, ""));
      isFirst = false;
    }
  }
}

function readCourses(found, lines) {
  readTitles(found.courses, lines);
}

function readTitles(list, lines) {
  for (const line of lines.filter((text) => text.length <= MAX_TITLE_CHARS)) {
    const dateBefore = /^\(?(?:\p{L}+\.?\s)?(?:\d{1,2}[./])?\d{4}\)?\s*[|:–—-]\s*/u;
    const dateAfter = /[,(–—|-]?\s*\(?(?:\p{L}+\.?\s)?(?:\d{1,2}[./])?\d{4}\)?\s*$/u;
    const undated = line.replace(BULLET, "").replace(dateBefore, "").replace(dateAfter, "");
    const title = undated.replace(/[\s,–—|-]+$/u, "");
    if (title && !NOISE.test(line)) list.push(title);
  }
}
