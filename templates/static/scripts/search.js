// Search for skills. The index is fetched when a search begins, and nothing is sent to a server. The query is
// stored in the part of the address after "#", so that the address of a result can be shared.

import { element, messagesOf, readTexts } from "./common.js";

const MAX_QUERY = 100;
const MAX_SKILLS = 8;
const MAX_ROADMAPS = 5;
const form = document.getElementById("search");
const input = document.getElementById("q");
const results = document.getElementById("search-results");
const status = element("p", "", "note");
const list = element("div");
const message = messagesOf(readTexts("search-words"));
let loading = null;
let index = null;

// Words of questions ("who needs Kafka") that are not part of a skill's name, in both languages of the site.
const STOP_WORDS = new Set(
  ("who which what where how many much people person someone anyone roadmap roadmaps job jobs role roles " +
    "need needs needed require requires required use uses used using want wants know knows has have having " +
    "do does is are the a an in of for to with about learn learns my me i please search find skill skills " +
    "wer welche welcher welches was wo wie viel viele leute menschen person personen jemand weg wege " +
    "beruf berufe rolle braucht brauchen benötigt benötigen nutzt nutzen benutzt verwendet will wollen " +
    "kann können kennt kennen hat haben ist sind der die das den dem ein eine einen in im von für mit über " +
    "lernt lernen mein ich bitte suche fähigkeit fähigkeiten")
    .split(" ").map(fold),
);

// Lower case without accents and without signs, except those that occur in names (C++, C#, .NET).
function fold(text) {
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/ß/g, "ss");
  return plain.replace(/[^\p{L}\p{N}+#.]+/gu, " ").replace(/\.(?=\s|$)/g, "").trim();
}

// The parsed index with search keys, or null if the value is not an index of this version.
function indexOf(value) {
  if (!value || value.v !== 1 || !Array.isArray(value.roadmaps) || !Array.isArray(value.skills)) return null;
  const roadmaps = value.roadmaps
    .map(([path, name, level, people]) => ({ path, name, level, people, keys: [fold(name)] }));
  const skills = value.skills.map(([name, identity, held]) => {
    const listed = held.filter(([at]) => roadmaps[at])
      .map(([at, people]) => ({ roadmap: roadmaps[at], people }));
    const share = ({ roadmap, people }) => people / roadmap.people;
    listed.sort((a, b) => share(b) - share(a));
    const people = listed.reduce((sum, one) => sum + one.people, 0);
    return { name, keys: [fold(name), fold(identity)], listed, people };
  });
  return { roadmaps, skills };
}

function load() {
  loading ??= fetch(form.dataset.index)
    .then((response) => (response.ok ? response.json() : null))
    .then(indexOf)
    .catch(() => null)
    .then((found) => {
      index = found;
      if (!index) loading = null;
    });
  return loading;
}

// How well a key matches; smaller is better: the whole key, its beginning, beginnings of its words, any part
// of it. Infinity means no match.
function rank(key, query) {
  if (key === query) return 0;
  if (key.startsWith(query)) return 1;
  if (query.split(" ").every((word) => ` ${key}`.includes(` ${word}`))) return 2;
  return query.length > 2 && key.includes(query) ? 3 : Infinity;
}

// Whether two words differ by one mistake, or by two in words of eight letters or more. A missing, an added,
// a wrong letter or two swapped letters are one mistake (the optimal string alignment distance).
function isTypo(a, b) {
  const shorter = Math.min(a.length, b.length);
  const limit = shorter < 4 ? 0 : shorter < 8 ? 1 : 2;
  if (limit === 0 || Math.abs(a.length - b.length) > limit || (a[0] !== b[0] && a[1] !== b[1])) return false;
  let [before, last] = [[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (isSame ? 0 : 1));
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwapped) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return last[b.length] <= limit;
}

// Whether every word of the query begins a word of the key, or is a typo of one.
function isNear(key, query) {
  const parts = key.split(" ");
  return query.split(" ").every((word) => parts.some((part) => part.startsWith(word) || isTypo(part, word)));
}

// The items with a finite score, the lowest score first, then the most people.
function ranked(items, score) {
  const scored = items.map((item) => ({ item, score: Math.min(...item.keys.map(score)) }))
    .filter((one) => one.score < Infinity);
  scored.sort((a, b) => a.score - b.score || b.item.people - a.item.people);
  return scored.map(({ item }) => item);
}

function search(text) {
  const exact = (query) => {
    const score = (key) => rank(key, query);
    const [skills, roadmaps] = [ranked(index.skills, score), ranked(index.roadmaps, score)];
    return skills.length + roadmaps.length > 0 ? { isNear: false, skills, roadmaps } : null;
  };
  const whole = fold(text);
  // The whole text comes first, because stop words may be part of a name: "Internet of Things".
  const bare = whole.split(" ").filter((word) => !STOP_WORDS.has(word)).join(" ") || whole;
  // Looking for typos is slow, so it happens only when nothing matches exactly.
  const nearScore = (key) => (isNear(key, bare) ? 0 : Infinity);
  const near = () => ({ isNear: true, skills: ranked(index.skills, nearScore), roadmaps: [] });
  return exact(whole) || exact(bare) || near();
}

function skillView({ name, listed }) {
  const section = element("section", "", "search-hit");
  const title = element("h2");
  title.append(element("bdi", name));
  section.append(title, element("p", message("roadmaps", { n: listed.length }), "note"));
  const rows = element("ul");
  rows.append(...listed.slice(0, 3).map(listedRow));
  section.append(rows);
  if (listed.length > 3) {
    const more = element("details", "", "more");
    const others = element("ul");
    others.append(...listed.slice(3).map(listedRow));
    more.append(element("summary", message("more", { n: listed.length - 3 })), others);
    section.append(more);
  }
  return section;
}

const listedRow = ({ roadmap, people }) =>
  roadmapRow(roadmap, message("share", { people, all: roadmap.people }));

function roadmapRow(roadmap, figure) {
  const row = element("li");
  const level = message(`level-${roadmap.level}`) || roadmap.level;
  row.append(linkTo(roadmap), " ", element("span", level, "note"), " ");
  row.append(element("span", figure, "share-figure"));
  return row;
}

function linkTo({ path, name }) {
  const link = element("a");
  link.href = /^\/(?!\/)/.test(path) ? (form.dataset.root || "") + path : "#";
  link.append(element("bdi", name));
  return link;
}

function show(query) {
  list.replaceChildren();
  status.textContent = "";
  if (!fold(query)) return;
  if (!index) {
    status.textContent = message("failed");
    return;
  }
  const found = search(query);
  const { skills, roadmaps } = found;
  // Screen readers read this aloud, so it is short.
  const summary = [found.isNear ? message("close") : message("found", { n: skills.length })];
  if (skills.length > MAX_SKILLS) summary.push(message("best", { n: MAX_SKILLS }));
  const isEmpty = skills.length + roadmaps.length === 0;
  status.textContent = isEmpty ? message("nothing", { query: query.trim() }) : summary.join(" ");
  list.append(...skills.slice(0, MAX_SKILLS).map(skillView));
  if (roadmaps.length === 0) return;
  const section = element("section", "", "search-hit");
  const rows = element("ul");
  rows.append(...roadmaps.slice(0, MAX_ROADMAPS)
    .map((roadmap) => roadmapRow(roadmap, message("people", { n: roadmap.people }))));
  section.append(element("h2", message("named")), rows);
  list.append(section);
}

function queryOfAddress() {
  const [, text = ""] = /^#q=([^&]*)/.exec(location.hash.slice(0, 1000)) || [];
  try {
    return decodeURIComponent(text.replace(/\+/g, " ")).slice(0, MAX_QUERY);
  } catch {
    return "";
  }
}

function addressOf(query) {
  const text = query.trim();
  return location.href.split("#")[0] + (text ? `#q=${encodeURIComponent(text)}` : "");
}

async function run(query) {
  if (fold(query)) {
    if (!index) status.textContent = message("loading");
    await load();
  }
  // The visitor may have typed another query in the meantime.
  if (input.value === query) show(query);
}

// Gives a finished query an address of its own, which the back button returns to.
function pushQuery() {
  if (queryOfAddress() !== input.value.trim()) history.pushState(null, "", addressOf(input.value));
}

function runQueryOfAddress() {
  const query = queryOfAddress();
  input.value = query;
  run(query);
}

if (form && input) {
  status.setAttribute("role", "status");
  results.append(status, list);
  form.hidden = false;
  input.maxLength = MAX_QUERY;
  input.addEventListener("focus", load);
  input.addEventListener("input", () => run(input.value));
  input.addEventListener("change", pushQuery);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    pushQuery();
    run(input.value);
  });
  // The arrow keys move through the links of the result and back to the field.
  document.addEventListener("keydown", (event) => {
    const isWithin = results.contains(document.activeElement);
    if (event.key === "Escape" && isWithin) input.focus();
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    if (!isWithin && document.activeElement !== input) return;
    const links = Array.from(results.querySelectorAll("a, summary"));
    const stops = [input, ...links.filter((link) => link.checkVisibility?.() ?? true)];
    const next = stops[stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
  addEventListener("hashchange", runQueryOfAddress);
  if (queryOfAddress()) runQueryOfAddress();
}
