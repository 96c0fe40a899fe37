// Months and durations, as profiles write them in many languages, and months of experience. The rules are
// those of the crate profile-data (experience/): a month counts once, even if two jobs include it.

export const MONTHS = [
  "jan ene gen sty oca янв січ", "feb fev fév lut sub şub фев лют", "mar mär mrz mrt maa мар бер",
  "apr avr abr kwi nis апр кві", "may mai maj mag mei май мая тра", "jun juin giu cze haz июн чер",
  "jul juil lug lip tem июл лип", "aug aoû aou ago sie ağu agu авг сер", "sep set wrz eyl сен вер",
  "oct okt out ott paź paz eki окт жов", "nov lis kas ноя лис", "dec dez déc dic gru ara дек гру",
].map((names) => names.split(" "));

const PRESENT = ("present présent current now today ongoing heute aktuell laufend aujourd actuel actual " +
  "atual attual momento hoje oggi heden obecn teraz halen günümüz bugün devam наст сейчас сегодня тепер " +
  "зараз сьогодн jetzt gegenwart cours corso nu").split(" ");
// These must be the whole word; too many other words begin with them.
const PRESENT_WHOLE = new Set(["nu", "cours", "corso"]);

const YEAR_UNITS = "year yr jahr ann an añ jaar lat rok yıl yil лет год рік рок".split(" ");
const MONTH_UNITS = "mo mes mês mies maand mnd ay мес міс".split(" ");
const SHORT_YEARS = new Set(["y", "г", "л", "р"]);
const LESS_THAN_A_YEAR = ["less than a year", "less than 1 year", "weniger als ein jahr", "moins d'un an",
  "menos de un año", "менее года"];
const MAX_MONTHS = 2400;

function isYear(word) {
  return /^\d{4}$/.test(word) && Number(word) >= 1900 && Number(word) <= 2100;
}

// Months since the year 0, or null. Reads "Jan 2020", "15. Mai 2020", "2020-01", "01/2020", "2020年1月" and
// "Jan-20"; a year alone is its January.
export function parseMonth(text, today) {
  const lower = Array.from(text).slice(0, 60).join("").toLowerCase().replace(/(\d{4})\s*[年년]\s*/, "$1-");
  const words = lower.split(/[^\p{Alphabetic}\p{N}]+/u).filter(Boolean);
  const isNamed = (names) => words.some((word) => names.some((name) => word.startsWith(name)));
  const named = MONTHS.findIndex(isNamed);
  const at = words.findIndex(isYear);
  if (at < 0) {
    // "Jan-20": how spreadsheets rewrite "Jan 2020".
    const short = /^\p{L}+\.?[\s'-]+(\d\d)$/u.exec(lower.trim());
    if (named < 0 || !short) return null;
    const year = 2000 + Number(short[1]);
    return (year * 12 > today ? year - 100 : year) * 12 + named;
  }
  const month = (word) => {
    const number = Number(/^\d*/.exec(word)[0] || NaN);
    return number >= 1 && number <= 12 ? number - 1 : null;
  };
  let numbered = null;
  const after = lower.slice(lower.indexOf(words[at]) + 4);
  if (/^[-/.]/.test(after)) {
    numbered = words[at + 1] === undefined ? null : month(words[at + 1]);
  } else {
    for (const word of words.slice(0, at).reverse().slice(0, 2)) numbered ??= month(word);
  }
  return Number(words[at]) * 12 + (named >= 0 ? named : numbered ?? 0);
}

export function isPresent(text) {
  const words = text.toLowerCase().split(/[^\p{Alphabetic}]+/u);
  const matches = (word, name) => (PRESENT_WHOLE.has(name) ? word === name : word.startsWith(name));
  return words.some((word) => PRESENT.some((name) => matches(word, name)));
}

// Months in "3 years 2 months", "1 yr", "2 года 3 месяца"; null if the text has no duration.
export function parseDuration(text) {
  const lower = text.toLowerCase();
  if (LESS_THAN_A_YEAR.some((less) => lower.includes(less))) return 6;
  const words = lower.match(/\d[\d.,]*|\p{Alphabetic}+/gu) ?? [];
  let months = null;
  for (let n = 0; n + 1 < words.length; n += 1) {
    const number = Number(words[n].replace(",", ".").replace(/\.+$/, ""));
    if (!/^\d/.test(words[n]) || words[n].length > 8 || Number.isNaN(number)) continue;
    const hasUnit = (units) => units.some((unit) => words[n + 1].startsWith(unit));
    let more;
    if (hasUnit(MONTH_UNITS)) more = number;
    else if (hasUnit(YEAR_UNITS) || SHORT_YEARS.has(words[n + 1])) more = number * 12;
    else continue;
    if (more <= MAX_MONTHS) months = (months ?? 0) + Math.round(more);
  }
  return months;
}

// A job. `ended` is the month of its end, null for a current job, -1 if the end cannot be read. `span` is how
// long it was, as months from `start` to `end` or as a number of `months`, or null if the profile does not
// say.
export function job(title, startText, endText, today, duration = null) {
  const start = startText ? parseMonth(startText, today) : null;
  const hasEnd = Boolean(endText) && !isPresent(endText);
  const ended = hasEnd ? parseMonth(endText, today) ?? -1 : null;
  const isCurrent = !hasEnd || ended > today;
  let span = null;
  const end = isCurrent ? today : ended;
  if (start !== null && isCurrent && duration !== null) {
    span = { start, end: start + Math.max(duration, 1) - 1 };
  } else if (start !== null && end >= start) {
    span = { start, end };
  } else if (duration !== null) {
    span = { months: duration };
  }
  return { title, start, ended: isCurrent ? null : ended, span };
}

// Months that at least one job includes; null if no job has a span.
export function experienceMonths(jobs) {
  const spans = jobs.map(({ span }) => span).filter(Boolean);
  if (spans.length === 0) return null;
  let months = spans.reduce((sum, span) => sum + (span.months ?? 0), 0);
  let last = -1;
  const dated = spans.filter((span) => span.months === undefined).sort((a, b) => a.start - b.start);
  for (const { start, end } of dated) {
    if (end > last) months += end - Math.max(start - 1, last);
    last = Math.max(last, end);
  }
  return Math.min(months, MAX_MONTHS);
}

// The present title: of the current job that began last, or the headline, or of the job that ended last.
export function heldPosition(jobs, headline) {
  const latest = (list, key) =>
    list.reduce((best, one) => (best === null || key(one) > key(best) ? one : best), null);
  const current = latest(jobs.filter(({ ended }) => ended === null), ({ start }) => start ?? -1);
  const pastJobs = jobs.filter(({ ended, title }) => ended !== null && title);
  const past = latest(pastJobs, ({ ended, start }) => ended * 1e6 + (start ?? 0));
  return current?.title || headline || past?.title || "";
}

// The title in a headline, without the employer: "Data engineer at Example | Speaker" is "Data engineer".
export function titleInHeadline(headline) {
  const separators = [" at ", " @", " | ", " · ", " • ", " bei ", " chez ", " — ", " – "];
  const ends = separators.map((separator) => headline.indexOf(separator)).filter((at) => at >= 0);
  return headline.slice(0, Math.min(headline.length, ...ends)).trim();
}
