// The panel at the top: progress, next steps, why this roadmap fits, and what a link offers to tick.

import { element } from "../common.js";
import { elementsOfId, fold, idOfName, isLevel, message, nameOf, panel, part, skillsHere } from "./page.js";
import { state } from "./state.js";
import { ticks } from "./ticks.js";

// Next steps that are shown before the list is expanded.
const FEW = { skill: 4, course: 1, certification: 1 };

// The items that the link would tick: ids to names.
export function linkItems() {
  const { ids, names } = state.link;
  if (ids) return new Map(Array.from(ids, (id) => [id, ticks.map.get(id) || nameOf(id)]));
  const found = Array.from(names, (name) => [idOfName.get("skill:" + fold(name)), name]);
  return new Map(found.filter(([id]) => id));
}

// How many items of the link the visitor does not have. Until the page's items are found, names are compared.
export function newInLink() {
  const { ids, names } = state.link;
  if (ids || state.isReady) return Array.from(linkItems().keys()).filter((id) => !ticks.map.has(id)).length;
  const held = new Set(Array.from(ticks.map.values(), fold));
  return Array.from(names).filter((name) => !held.has(fold(name))).length;
}

export function drawAnswer() {
  const { answer } = state;
  part("title").textContent = message(answer ? "here" : "yours");
  const notes = answer ? answer.notes : new Set();
  if (answer && !notes.has("unknown")) notes.add("matched");
  for (const line of panel.querySelectorAll("[data-note]")) line.hidden = !notes.has(line.dataset.note);

  const why = answer ? answer.why : [];
  const figureOf = ({ text, percent }) => `${text} ${message("percent", { n: percent })}`;
  part("why").hidden = why.length === 0;
  part("why-first").textContent = why.slice(0, 2).map(figureOf).join(", ");
  part("why-list").replaceChildren(...why.map(whyRow));

  const missed = answer ? answer.missed : [];
  part("missed").hidden = missed.length === 0;
  part("missed-list").replaceChildren(...missed.map(missedRow));
}

function svgElement(tag, attributes) {
  const created = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) created.setAttribute(name, value);
  return created;
}

function whyRow({ field, text, percent }) {
  const row = element("li");
  const name = element("bdi", text);
  const view = { viewBox: "0 0 100 4", preserveAspectRatio: "none" };
  const bar = svgElement("svg", { class: "bar", ...view, "aria-hidden": "true" });
  for (const [className, width] of [["bar-track", 100], ["bar-fill", percent]]) {
    bar.append(svgElement("rect", { class: className, width, height: 4 }));
  }
  const figure = element("b", message("percent", { n: percent }));
  row.append(name, " ", element("span", message(field), "you-kind"), " ", figure, bar);
  return row;
}

function missedRow([field, text, suggestion]) {
  const row = element("li");
  row.append(element("bdi", text), " ", element("span", message(field), "you-kind"));
  if (suggestion) row.append(" ", message("meant"), " ", element("b", suggestion), "?");
  return row;
}

export function drawLink(isOwnAnswer) {
  const { link } = state;
  part("link").hidden = !link || isOwnAnswer;
  if (!link) return;
  const n = (link.ids || link.names).size;
  part("link-text").textContent = link.only ? message("only") : message("link", { n, fresh: newInLink() });
  part("only").setAttribute("aria-pressed", String(link.only));
}

export function drawProgress(shown) {
  const all = skillsHere.length;
  const have = skillsHere.filter((id) => shown.has(id)).length;
  const text = message("count", { n: all, have });
  part("unkept").hidden = ticks.isStored;
  // A level lists hundreds of skills, and nobody needs all of them: no progress there.
  part("progress").parentElement.hidden = isLevel || (state.isReady && all === 0);
  if (all === 0) return;
  part("count").textContent = text;
  part("progress").max = all;
  part("progress").value = have;
  part("progress").setAttribute("aria-valuetext", text);
}

export function drawNext(shown) {
  const { answer, isNextExpanded, isReady } = state;
  const held = new Set(Array.from(shown.values(), fold));
  const steps = answer ? answer.next : [];
  let wanted = steps.map(([kind, name]) => ({ kind, name, id: idOfName.get(`${kind}:${fold(name)}`) }));
  const isRanked = wanted.length > 0;
  // Without a ranking, the skills in the page's order; until they are found, empty rows keep their room.
  if (!isRanked) {
    const ids = isReady ? skillsHere : Array.from({ length: FEW.skill }, () => "");
    wanted = ids.map((id) => ({ kind: "skill", name: id && nameOf(id), id }));
  }
  const left = wanted.filter(({ id, name }) => (id ? !shown.has(id) : !held.has(fold(name))));
  const counts = { skill: 0, course: 0, certification: 0 };
  const few = left.filter(({ kind }) => (counts[kind] += 1) <= FEW[kind]);
  const hasMore = isRanked && left.length > few.length;
  part("next").hidden = isRanked || !isLevel ? isReady && left.length === 0 : true;
  part("next-title").textContent = message(isRanked ? "next" : "first");
  part("next-list").replaceChildren(...(isNextExpanded && isRanked ? left : few).map(nextRow));
  part("more").hidden = !hasMore;
  part("more").setAttribute("aria-expanded", String(isNextExpanded));
  part("more").textContent = message(isNextExpanded ? "fewer" : "all", { n: left.length });
}

function nextRow({ id, kind, name }) {
  const row = element("li");
  const [item] = elementsOfId.get(id) || [];
  const text = element("bdi", name || "\u00a0");
  if (item) {
    const jump = element("a");
    jump.href = "#" + item.id;
    jump.append(text);
    row.append(jump);
  } else {
    row.append(text);
  }
  if (kind !== "skill") row.append(element("span", message(kind), "you-kind"));
  const figure = item && item.querySelector(".share-figure");
  row.append(figure ? figure.cloneNode(true) : element("span", "\u00a0", "share-figure"));
  return row;
}
