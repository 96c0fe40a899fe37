// The panel on top: how far, what is next, why here, and what a link brings.

const FEW = { skill: 4, course: 1, certification: 1 };
let you = null;
let link = null;
let allNext = false;

// What a link would tick: ids to names.
function linkItems() {
  if (link.ids) return new Map(Array.from(link.ids, (id) => [id, ticks.map.get(id) || nameOf(id)]));
  const found = Array.from(link.names, (name) => [idOfName.get("skill:" + fold(name)), name]);
  return new Map(found.filter(([id]) => id));
}

// How many of them the visitor has not. Before the page's items are known, names have to do.
function newInLink() {
  if (link.ids || ready) return Array.from(linkItems().keys()).filter((id) => !ticks.map.has(id)).length;
  const mine = new Set(Array.from(ticks.map.values(), fold));
  return Array.from(link.names).filter((name) => !mine.has(fold(name))).length;
}

function drawAnswer() {
  part("title").textContent = say(you ? "here" : "yours");
  const notes = you ? you.notes : new Set();
  if (you && !notes.has("unknown")) notes.add("matched");
  for (const line of panel.querySelectorAll("[data-note]")) line.hidden = !notes.has(line.dataset.note);

  const why = you ? you.why : [];
  part("why").hidden = why.length === 0;
  part("why-first").textContent = why.slice(0, 2).map(({ text, percent }) => `${text} ${say("percent", { n: percent })}`).join(", ");
  part("why-list").replaceChildren(...why.map(whyRow));

  const missed = you ? you.missed : [];
  part("missed").hidden = missed.length === 0;
  part("missed-list").replaceChildren(...missed.map(missedRow));
}

function whyRow({ field, text, percent }) {
  const row = element("li");
  const name = element("bdi", text);
  const bar = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  for (const [key, value] of Object.entries({ class: "bar", viewBox: "0 0 100 4", preserveAspectRatio: "none", "aria-hidden": "true" })) {
    bar.setAttribute(key, value);
  }
  for (const [className, width] of [["bar-track", 100], ["bar-fill", percent]]) {
    const rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    rect.setAttribute("class", className);
    rect.setAttribute("width", width);
    rect.setAttribute("height", 4);
    bar.append(rect);
  }
  row.append(name, " ", element("span", say(field), "you-kind"), " ", element("b", say("percent", { n: percent })), bar);
  return row;
}

function missedRow([field, text, suggestion]) {
  const row = element("li");
  row.append(element("bdi", text), " ", element("span", say(field), "you-kind"));
  if (suggestion) row.append(" ", say("meant"), " ", element("b", suggestion), "?");
  return row;
}

function drawLink(fromForm) {
  part("link").hidden = !link || fromForm;
  if (!link) return;
  const all = (link.ids || link.names).size;
  part("link-text").textContent = link.only ? say("only") : say("link", { n: all, fresh: newInLink() });
  part("only").setAttribute("aria-pressed", String(link.only));
}

function drawProgress(shown) {
  const all = skillsHere.length;
  const have = skillsHere.filter((id) => shown.has(id)).length;
  const text = say("count", { n: all, have });
  part("unkept").hidden = ticks.kept;
  // A level has hundreds of skills, and nobody is to have them all.
  part("progress").parentElement.hidden = isWhole || (ready && all === 0);
  if (all === 0) return;
  part("count").textContent = text;
  part("progress").max = all;
  part("progress").value = have;
  part("progress").setAttribute("aria-valuetext", text);
}

function drawNext(shown, ready) {
  const held = new Set(Array.from(shown.values(), fold));
  let wanted = you ? you.next.map(([kind, name]) => ({ kind, name, id: idOfName.get(`${kind}:${fold(name)}`) })) : [];
  const ranked = wanted.length > 0;
  // Without a ranking: the path as it is, with room kept for it until it is known.
  if (!ranked) {
    const ids = ready ? skillsHere : Array.from({ length: FEW.skill }, () => "");
    wanted = ids.map((id) => ({ kind: "skill", name: id && nameOf(id), id }));
  }
  const left = wanted.filter(({ id, name }) => (id ? !shown.has(id) : !held.has(fold(name))));
  const seen = { skill: 0, course: 0, certification: 0 };
  const few = left.filter(({ kind }) => (seen[kind] += 1) <= FEW[kind]);
  const more = ranked && left.length > few.length;
  part("next").hidden = ranked || !isWhole ? ready && left.length === 0 : true;
  part("next-title").textContent = say(ranked ? "next" : "first");
  part("next-list").replaceChildren(...(allNext && ranked ? left : few).map(nextRow));
  part("more").hidden = !more;
  part("more").setAttribute("aria-expanded", String(allNext));
  part("more").textContent = say(allNext ? "fewer" : "all", { n: left.length });
}

function nextRow({ id, kind, name }) {
  const row = element("li");
  const [item] = places.get(id) || [];
  const text = element("bdi", name || "\u00a0");
  if (item) {
    const jump = element("a");
    jump.href = "#" + item.id;
    jump.append(text);
    row.append(jump);
  } else {
    row.append(text);
  }
  if (kind !== "skill") row.append(element("span", say(kind), "you-kind"));
  const figure = item && item.querySelector(".share-figure");
  row.append(figure ? figure.cloneNode(true) : element("span", "\u00a0", "share-figure"));
  return row;
}
