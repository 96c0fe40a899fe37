// A pasted profile or CV: text in sections under headings. LinkedIn's page (where every line may come twice),
// LinkedIn's PDF, and CVs that put dates before or after the job. What it gets wrong, the preview lets people mend.

/* A pasted profile is shorter; a longer line is talk. */
const MAX_TEXT_CHARS = 300000;
const MAX_LINE_CHARS = 1000;
const MAX_TITLE_CHARS = 220;

const BULLET = /^[\s•·▪▫◦‣●○■□*–—>-]+/u;
const MONTH_WORD = `(?:${MONTHS.flat().join("|")})\\p{L}*\\.?,?`;
const DATE = `(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./]\\d{1,2}[./]\\d{4}|\\d{4}\\s*年\\s*\\d{1,2}\\s*月|\\d{4}[-./](?:0?[1-9]|1[0-2])(?!\\d)|` +
  `\\d{1,2}[./-]\\d{4}|(?:\\d{1,2}\\.?\\s+)?${MONTH_WORD}\\s+(?:de\\s+|del\\s+)?\\d{4}|${MONTH_WORD}[-'’]\\d{2}|\\d{4})`;
const RANGE = new RegExp(`(?<![\\p{L}\\d])(?:(?:from|von|de|du|desde|dal|van|от|с|od)\\s+)?(${DATE})(?:\\s*г\\.?)?\\s*` +
  `(?:-|–|—|‒|−|→|(?<=\\s)(?:to|bis|until|till|à|au|a|al|hasta|até|tot|do|по|до)(?=\\s))\\s*(${DATE}|\\p{L}[\\p{L}'’ ]*)`, "iu");
const SINCE = new RegExp(`(?:since|seit|depuis|desde|dal|sinds|с|od)\\s+(${DATE})`, "iu");
const DURATION = /\d+\+?\s*(?:years?|yrs?|months?|mos?|jahre?n?|monate?|ans?|mois|años?|mes(?:es)?|anos?|anni|anno|mesi|jaar|maanden?|mnd)\b/iu;
const JOB_WORDS = new RegExp("engineer|developer|manager|analyst|scientist|architect|consultant|designer|administrator|specialist|lead\\b|head of|" +
  "director|intern\\b|trainee|student|assistant|officer|tester|programmer|researcher|teacher|lecturer|technician|coordinator|owner|master\\b|" +
  "\\b(?:cto|ceo|cio|vp)\\b|entwickler|ingenieur|berater|leiter|informatiker|techniker|praktikant|werkstudent|mitarbeiter|administrator|" +
  "architekt|d[ée]veloppeu|ing[ée]nieur|chef de|responsable|analyste|stagiaire|consultor|desarrollador|ingenier|analista|jefe|gerente|" +
  "desenvolvedor|engenheir|estagi[áa]ri|cientista|sviluppator|ingegner|responsabile|tirocinante|ontwikkelaar|adviseur|beheerder|stagiair|" +
  "programist|in[żz]ynier|geli[şs]tirici|m[üu]hendis|разработчик|инженер|аналитик|розробник|інженер", "iu");
const SCHOOL = /universi|hochschule|hogeschool|college|school|institut|école|ecole|academy|akademi|politecnic|polytechn|facult|fakult|gymnasium|lyc[ée]e|^(?:tu|th|fh|eth|mit|epfl|hs|kit)\b|университет|університет/iu;
const SUMMARY = new Set("summary|zusammenfassung|resume|extracto|resumo|riepilogo|samenvatting|podsumowanie".split("|"));
const NOISE = /^(?:show (?:all|more|credential)|see (?:more|less|credential)|\.{3}|…|\d+ (?:endorsements?|experiences? (?:at|across)|kenntnisbest|educational)|endorsed by|passed linkedin|page \d+ of|seite \d+ von|issued|ausgestellt|expedi[cd]|délivr|émise? |emitid|rilasciat|data di rilascio|uitgegeven|verleend|identifiant|id de la|credential id|zertifikats-id|grade:|note:|activities and soc|aktivitäten und|alle .* anzeigen|nachweis anzeigen|mehr anzeigen|\d+ person)/iu;

function readText(found, text) {
  const sections = withoutPerson(sectionsOf(text), text);
  if (sections.every(({ section }) => section === "")) {
    const lines = sections.flatMap((part) => part.lines);
    if (lines.some((line) => dateRange(line))) sections.forEach((part) => { part.section = "experience"; });
    else throw new Problem("problem-no-headings", {});
  }
  const readers = { experience: readJobs, education: readStudies, skills: readSkills, certifications: readCertificates, courses: readCourses };
  for (const { section, lines } of sections) readers[section]?.(found, lines);
}

/* LinkedIn's PDF has the name, headline and place after the last list at its side, with no heading between. */
function withoutPerson(sections, text) {
  const address = /linkedin\.com\/in\/([^\s/?#]+)/i.exec(text);
  const next = sections.findIndex(({ section }, n) => n > 1 && (section === "experience" || section === "education"));
  const beside = sections[sections[next - 1]?.section === "other" && sections[next - 1].isSummary ? next - 2 : next - 1];
  if (!address || !beside || beside.section === "") return sections;
  const names = fold(unescaped(address[1].replace(/%(?![\da-f]{2})/gi, ""))).split(/[^\p{L}]+/u).filter((name) => name.length > 2);
  const at = beside.lines.findLastIndex((line) => fold(line).split(" ").some((word) => names.includes(word)));
  beside.lines.splice(at >= 0 ? at : Math.max(0, beside.lines.length - 3));
  return sections;
}

/* A part of an address as people read it; what is no UTF-8 stays as it is. */
function unescaped(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/* Lines under their headings; what stands before the first has none. A blank line is kept as "". */
function sectionsOf(text) {
  const sections = [{ section: "", lines: [] }];
  for (const raw of text.slice(0, MAX_TEXT_CHARS).split(/\r\n|[\n\r\u2028\u2029\f]/)) {
    const line = undoubled(tidy(raw.slice(0, MAX_LINE_CHARS)).replace(/\*\*|__/g, ""));
    const { section, lines } = sections.at(-1);
    const heading = BULLET.test(line) ? null : headingOf(line);
    // "Languages: SQL, Java" among skills is a kind of skills.
    if (heading && !(section === "skills" && heading.section === "other" && heading.rest)) {
      const isSummary = SUMMARY.has(fold(line));
      if (heading.section !== section || isSummary) sections.push({ section: heading.section, lines: [], isSummary });
      if (heading.rest) sections.at(-1).lines.push(...inlineItems(heading));
    } else if (line !== lines.at(-1) || line === "") {
      lines.push(line);
    }
  }
  return sections;
}

/* "Certificates: one, another" is a list; in other sections a line is read as a line. */
function inlineItems({ section, rest }) {
  if (section !== "certifications" && section !== "courses") return [rest];
  return rest.split(rest.includes(";") ? ";" : /,(?![^()]*\))/).map((item) => item.trim());
}

/* A screen reader's copy of a line stands beside the visible one on LinkedIn's pages. */
function undoubled(line) {
  const half = line.slice(0, line.length / 2);
  return line.length > 3 && half + half === line ? half : line;
}

/* The dates in a line, as texts; null when there are none. */
function dateRange(line) {
  if (line.length > MAX_TITLE_CHARS) return null;
  const range = RANGE.exec(line);
  if (range && new RegExp(`^${DATE}`, "iu").test(range[2])) {
    return { start: range[1], end: range[2], index: range.index, length: range[0].length };
  }
  // "today" may be a few words, and more may follow.
  const words = range ? range[2].split(/(?<=\s)/) : [];
  for (let n = 1; n <= Math.min(4, words.length); n += 1) {
    const end = words.slice(0, n).join("").trim();
    if (isPresent(end)) {
      return { start: range[1], end, index: range.index, length: range[0].length - range[2].length + end.length };
    }
  }
  const since = BULLET.test(line) || line.length > 80 ? null : SINCE.exec(line);
  return since && { start: since[1], end: "", index: since.index, length: since[0].length };
}

function readJobs(found, lines) {
  let block = [];
  // Where jobs have their dates, years in what was done there are no dates of jobs.
  const ranges = lines.map(dateRange);
  const isTalk = (n) => BULLET.test(lines[n]) || (/[.;!]$/.test(lines[n]) && lines[n].length - ranges[n].length > 12);
  const hasPlain = ranges.some((dates, n) => dates && !isTalk(n));
  const first = ranges.findIndex((dates, n) => dates && !(hasPlain && isTalk(n)));
  const isDatesFirst = first >= 0 && lines.slice(0, first).every((line) => line === "") && besides(lines[first], ranges[first]).length === 0;
  for (let n = 0; n < lines.length; n += 1) {
    const line = lines[n];
    const dates = ranges[n];
    if (!dates || (hasPlain && isTalk(n))) {
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
    const duration = lines.map((line) => (DURATION.test(line) ? parseDuration(line) : null)).find((months) => months !== null);
    const title = lines.find((line) => JOB_WORDS.test(line) && line.length <= 80) ?? "";
    if (duration !== undefined || title) found.jobs.push(job(withoutEmployer(title), "", "", found.today, duration ?? null));
  }
}

/* What stands on a line beside its dates. */
function besides(line, dates) {
  const rest = `${line.slice(0, dates.index)} | ${line.slice(dates.index + dates.length)}`;
  return rest.split(/\s*[|·•]\s*|[()]/u).map((part) => part.replace(/^[\s,:–—-]+|[\s,:–—-]+$/gu, ""))
    .filter((part) => part.length > 2 && !DURATION.test(part));
}

/* The title of a job, out of the line of its dates, the lines above, or the lines below where dates come first. */
function titleOf(beside, block, below, line) {
  const named = beside.find((part) => JOB_WORDS.test(part)) ?? "";
  if (named) return withoutEmployer(named);
  const blank = block.findLastIndex((above, n) => above === "" && n < block.length - 1);
  const above = block.slice(blank + 1).filter((text) => text !== "").slice(-3);
  const score = (text, n) => (JOB_WORDS.test(text) ? 4 : 0) - (/ [·•] /u.test(text) ? 3 : 0) - (BULLET.test(text) ? 4 : 0)
    - (/[.;!]$/.test(text) || text.length > 80 ? 4 : 0) - (DURATION.test(text) ? 4 : 0) - (/,/.test(text) ? 1 : 0)
    // LinkedIn's page says "title, employer · kind, dates · duration"; its PDF "employer, title, dates (duration)".
    + (n === above.length - 1 && !(/ [·•] /u.test(line) && above.length > 1) ? 1 : 0);
  const best = above.map((text, n) => [score(text, n), text]).sort((a, b) => b[0] - a[0])[0];
  const under = below.find((text) => text !== "" && JOB_WORDS.test(text) && !BULLET.test(text) && text.length <= 80);
  // Dates first, then the job: nothing above them reads like a title.
  if (under && (!best || best[0] < 3)) return withoutEmployer(under);
  if (best && best[0] > -2) return withoutEmployer(best[1]);
  const plainUnder = below.find((text) => text !== "" && !BULLET.test(text) && text.length <= 80);
  return beside[0] ?? (block.length === 0 && plainUnder ? withoutEmployer(plainUnder) : "");
}

/* "Data Engineer, Example GmbH" and "Data Engineer at Example" are data engineers. */
function withoutEmployer(text) {
  const parts = text.split(/ [–—|·•-] |,\s+|\s+@\s*| at | bei | chez | en la | presso | bij |(?<=\S \S+) en (?=\p{Lu})/u).map((part) => part.trim());
  return (parts.find((part) => JOB_WORDS.test(part)) ?? parts[0]).replace(BULLET, "");
}

function readStudies(found, lines) {
  const texts = lines.filter((line) => line.length <= MAX_TITLE_CHARS && !NOISE.test(line.replace(BULLET, ""))).map(studyOf).filter((text) => text !== "");
  const degrees = texts.filter((text) => degreeParts(text).some((part) => part.hasLevel));
  // No degree is named as one: what is neither a school nor dates is a field.
  const named = degrees.length > 0 ? degrees : texts.filter((text) => text.length <= 80);
  for (const text of named) found.degree_fields.push(fieldBesideLevel(text));
}

/* Of "University, Bachelor, Physics, 1.3" the part that is beside the level. */
function fieldBesideLevel(text) {
  const parts = degreeParts(text);
  const level = parts.findIndex((part) => part.hasLevel);
  const isField = (part) => part.field !== "" && !part.bracketed;
  const beside = level < 0 ? undefined : parts.slice(level).find(isField) ?? parts.slice(0, level).findLast(isField);
  return beside ? beside.field : fieldOf(text);
}

/* A line without its dates and without schools, which stand beside degrees, at a comma, a dash or a bar. */
function studyOf(raw) {
  const dates = dateRange(raw);
  const plain = dates ? `${raw.slice(0, dates.index)}, ${raw.slice(dates.index + dates.length)}` : raw;
  const line = plain.replace(BULLET, "").replace(/[·|(]?\s*\(?\d{4}\s*[-–—]\s*(?:\d{4}|\p{L}+)\)?/gu, "").replace(/\(?\b\d{4}\b\)?/g, "");
  return line.split(/\s*[|·•;]\s*|,\s*|\s+[–—]\s+|\s+(?:at|an der|à l'|en la|alla|aan de)\s+/u)
    .map((part) => part.replace(/^[:\s]*(?:(?:hbo|wo|mbo)\s+)?/i, "").trim())
    .filter((part) => part && !SCHOOL.test(part)).join(", ");
}

function readSkills(found, lines) {
  for (const raw of lines) {
    const line = raw.replace(BULLET, "").replace(/^\p{L}[\p{L}\s&/]{1,30}:\s+/u, "");
    if (NOISE.test(line)) continue;
    // Commas inside brackets belong to a skill.
    for (const part of line.split(/[,;](?![^()]*\))|\s*[•·|▪●]\s*|\s+[–—/]\s+/u)) {
      const skill = part.trim().replace(/\.$/, "").replace(/\s*\(\d+\)$/, "");
      if (skill && skill.length <= 60) found.skills.push(skill);
    }
  }
}

/* One a line; on LinkedIn's page the issuer and the date stand below, and a blank line or "Issued" ends it. */
function readCertificates(found, lines) {
  const hasIssued = lines.some((line) => /^(?:issued|ausgestellt|délivr|émise? |expedi[cd]|emitid|rilasciat|data di rilascio|uitgegeven|verleend)/iu.test(line));
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
    const year = /[,(–—|-]?\s*\(?(?:\p{L}+\.?\s)?(?:\d{1,2}[./])?\d{4}\)?\s*$/u;
    const title = line.replace(BULLET, "").replace(/^\(?(?:\p{L}+\.?\s)?(?:\d{1,2}[./])?\d{4}\)?\s*[|:–—-]\s*/u, "").replace(year, "").replace(/[\s,–—|-]+$/u, "");
    if (title && !NOISE.test(line)) list.push(title);
  }
}
