// Search over skills: an index that is loaded when somebody begins to search, and nothing sent anywhere.
// The query stands in the part of the address after "#", so that an answer can be shared.

const MAX_QUERY = 100;
const MAX_SKILLS = 8;
const MAX_ROADMAPS = 5;
const form = document.getElementById("search");
const input = document.getElementById("q");
const results = document.getElementById("search-results");
const status = element("p", "", "note");
const list = element("div");
const say = wordsOf(textsOf("search-words"));
let loading = null;
let index = null;

// Words of a question that name no skill, in both languages of the site.
const FILLING = new Set(
  ("who which what where how many much people person someone anyone roadmap roadmaps job jobs role roles need needs needed " +
    "require requires required use uses used using want wants know knows has have having do does is are the a an in of for to " +
    "with about learn learns my me i please search find skill skills " +
    "wer welche welcher welches was wo wie viel viele leute menschen person personen jemand weg wege beruf berufe rolle " +
    "braucht brauchen benötigt benötigen nutzt nutzen benutzt verwendet will wollen kann können kennt kennen hat haben " +
    "ist sind der die das den dem ein eine einen in im von für mit über lernt lernen mein ich bitte suche fähigkeit fähigkeiten")
    .split(" ").map(folded),
);

// Lower case without accents; of signs, only those that names are made of (C++, C#, .NET).
function folded(text) {
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/ß/g, "ss");
  return plain.replace(/[^\p{L}\p{N}+#.]+/gu, " ").replace(/\.(?=\s|$)/g, "").trim();
}

// The index as the search needs it, or null if it is none.
function indexOf(value) {
  if (!value || value.v !== 1 || !Array.isArray(value.roadmaps) || !Array.isArray(value.skills)) return null;
  const roadmaps = value.roadmaps.map(([path, name, level, people]) => ({ path, name, level, people, keys: [folded(name)] }));
  const skills = value.skills.map(([name, identity, held]) => {
    const where = held.filter(([at]) => roadmaps[at]).map(([at, people]) => ({ roadmap: roadmaps[at], people }));
    const share = (one) => one.people / one.roadmap.people;
    where.sort((a, b) => share(b) - share(a));
    return { name, keys: [folded(name), folded(identity)], where, people: where.reduce((sum, one) => sum + one.people, 0) };
  });
  return { roadmaps, skills };
}

function load() {
  loading ??= fetch(form.dataset.index)
    .then((answer) => (answer.ok ? answer.json() : null))
    .then(indexOf)
    .catch(() => null)
    .then((found) => {
      index = found;
      if (!index) loading = null;
    });
  return loading;
}

// Smaller is better: the whole name, its beginning, the beginnings of its words, somewhere within; none is Infinity.
function rank(key, query) {
  if (key === query) return 0;
  if (key.startsWith(query)) return 1;
  const beginnings = query.split(" ").every((word) => ` ${key}`.includes(` ${word}`));
  if (beginnings) return 2;
  return query.length > 2 && key.includes(query) ? 3 : Infinity;
}

// Whether two texts differ by so few letters that one is the other mistyped; two swapped letters are one mistake.
function isTypo(a, b) {
  const most = Math.min(a.length, b.length) < 4 ? 0 : Math.min(a.length, b.length) < 8 ? 1 : 2;
  if (most === 0 || Math.abs(a.length - b.length) > most || a[0] !== b[0] && a[1] !== b[1]) return false;
  let [before, last] = [[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return last[b.length] <= most;
}

// Whether every word of the query begins a word of the key, or is one mistyped.
function isNear(key, query) {
  const parts = key.split(" ");
  return query.split(" ").every((word) => parts.some((part) => part.startsWith(word) || isTypo(part, word)));
}

// The items that `score` is finite for, the best of them first, and of equally good ones those of more people.
function ranked(items, score) {
  const scored = items.map((item) => ({ item, score: Math.min(...item.keys.map(score)) })).filter((one) => one.score < Infinity);
  scored.sort((a, b) => a.score - b.score || b.item.people - a.item.people);
  return scored.map(({ item }) => item);
}

function search(text) {
  const exact = (query) => {
    const score = (key) => rank(key, query);
    const [skills, roadmaps] = [ranked(index.skills, score), ranked(index.roadmaps, score)];
    return skills.length + roadmaps.length > 0 ? { near: false, skills, roadmaps } : null;
  };
  const whole = folded(text);
  // "Internet of Things" is a name; "who needs Kafka" is not.
  const bare = whole.split(" ").filter((word) => !FILLING.has(word)).join(" ") || whole;
  // What is near costs much, and is asked for only where nothing has the words themselves.
  const near = (key) => (isNear(key, bare) ? 0 : Infinity);
  return exact(whole) || exact(bare) || { near: true, skills: ranked(index.skills, near), roadmaps: [] };
}

function skillView({ name, where }) {
  const section = element("section", "", "search-hit");
  const title = element("h2");
  title.append(element("bdi", name));
  const [first, ...rest] = where;
  section.append(title, element("p", say("roadmaps", { n: where.length }), "note"));
  const rows = element("ul");
  if (first) rows.append(...[first, ...rest.slice(0, 2)].map(placeView));
  section.append(rows);
  if (rest.length > 2) {
    const more = element("details", "", "more");
    const others = element("ul");
    others.append(...rest.slice(2).map(placeView));
    more.append(element("summary", say("more", { n: rest.length - 2 })), others);
    section.append(more);
  }
  return section;
}

function placeView({ roadmap, people }) {
  const row = element("li");
  row.append(linkTo(roadmap), " ", element("span", levelOf(roadmap), "note"), " ");
  row.append(element("span", say("share", { people, all: roadmap.people }), "share-figure"));
  return row;
}

function linkTo({ path, name }) {
  const link = element("a");
  link.href = /^\/(?!\/)/.test(path) ? (form.dataset.root || "") + path : "#";
  link.append(element("bdi", name));
  return link;
}

const levelOf = ({ level }) => say(`level-${level}`) || level;

function show(query) {
  list.replaceChildren();
  status.textContent = "";
  if (!folded(query)) return;
  if (!index) {
    status.textContent = say("failed");
    return;
  }
  const { near, skills, roadmaps } = search(query);
  const shown = skills.slice(0, MAX_SKILLS);
  // What is said is read out, so it is short.
  const said = near ? [say("close")] : [say("found", { n: skills.length })];
  if (skills.length > MAX_SKILLS) said.push(say("best", { n: MAX_SKILLS }));
  status.textContent = skills.length + roadmaps.length > 0 ? said.join(" ") : say("nothing", { query: query.trim() });
  list.append(...shown.map(skillView));
  if (roadmaps.length === 0) return;
  const section = element("section", "", "search-hit");
  const rows = element("ul");
  for (const roadmap of roadmaps.slice(0, MAX_ROADMAPS)) {
    const row = element("li");
    row.append(linkTo(roadmap), " ", element("span", levelOf(roadmap), "note"), " ");
    row.append(element("span", say("people", { n: roadmap.people }), "share-figure"));
    rows.append(row);
  }
  section.append(element("h2", say("named")), rows);
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

const addressOf = (query) => location.href.split("#")[0] + (query.trim() ? `#q=${encodeURIComponent(query.trim())}` : "");

async function run(query) {
  if (folded(query)) {
    if (!index) status.textContent = say("loading");
    await load();
  }
  // Another query may have been typed meanwhile.
  if (input.value === query) show(query);
}

// A query that is finished has an address, which the back button comes back to.
function record() {
  if (queryOfAddress() !== input.value.trim()) history.pushState(null, "", addressOf(input.value));
}

function follow() {
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
  input.addEventListener("change", record);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    record();
    run(input.value);
  });
  // Arrows go through the links of the answer and back to the field.
  document.addEventListener("keydown", (event) => {
    const within = results.contains(document.activeElement);
    if (event.key === "Escape" && within) input.focus();
    if ((event.key !== "ArrowDown" && event.key !== "ArrowUp") || (!within && document.activeElement !== input)) return;
    const stops = [input, ...results.querySelectorAll("a, summary")].filter((stop) => stop.checkVisibility?.() ?? true);
    const next = stops[stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
  addEventListener("hashchange", follow);
  if (queryOfAddress()) follow();
}
