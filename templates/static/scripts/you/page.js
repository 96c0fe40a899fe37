// The elements of the page: items to tick, and the panels.

import { element, messagesOf, readTexts } from "../common.js";
import { ID, MAX_TEXT } from "./ticks.js";

export const panel = document.getElementById("you-panel");
// Whether the page shows a whole level instead of one roadmap.
export const isLevel = Boolean(panel && "whole" in panel.dataset);
export const message = messagesOf(readTexts("you-words"));
// The elements of each item, by the item's id: an item may be listed more than once.
export const elementsOfId = new Map();
// Ids by kind and folded name ("skill:sql").
export const idOfName = new Map();
// Ids of the page's skills in their order.
export let skillsHere = [];

export const fold = (text) => text.normalize("NFC").toLowerCase();
export const part = (name, root = panel) => root.querySelector(`[data-you="${name}"]`);
// The panel with ticks as a file or a link. It stands below the script, so it is not there yet when the
// script starts.
export const ticksPanel = () => document.getElementById("ticks-panel");

// Adds a box to every item except the example that explains how to read an item. The page reserves the room
// for boxes.
export function findItems() {
  let number = 0;
  for (const item of document.querySelectorAll("[data-item]:not(.reading *)")) {
    const id = item.dataset.item;
    const name = item.querySelector(".share-name");
    if (!name || !ID.test(id) || item.querySelector(".tick")) continue;
    if (!elementsOfId.has(id)) elementsOfId.set(id, []);
    elementsOfId.get(id).push(item);
    idOfName.set(id.split(":", 1)[0] + ":" + fold(name.textContent.trim()), id);
    number += 1;
    name.id ||= `item-name-${number}`;
    item.id ||= `item-${number}`;
    const box = element("input", "", "tick");
    box.type = "checkbox";
    box.autocomplete = "off";
    box.setAttribute("aria-labelledby", name.id);
    item.prepend(box);
  }
  const isStep = (item) => item.closest("#next");
  const isSkillHere = (id) => id.startsWith("skill:") && !elementsOfId.get(id).every(isStep);
  skillsHere = Array.from(elementsOfId.keys()).filter(isSkillHere);
}

export function nameOf(id) {
  const [item] = elementsOfId.get(id) || [];
  const name = item ? item.querySelector(".share-name").textContent.trim() : id.slice(id.indexOf(":") + 1);
  return name.slice(0, MAX_TEXT);
}

// Shows an item or a section without changing the address, because the address has the personal part.
export function goTo(target) {
  let details = target.closest("details");
  for (; details; details = details.parentElement.closest("details")) details.open = true;
  const box = target.querySelector(":scope > .tick");
  if (!box) target.tabIndex = -1;
  target.scrollIntoView({ block: box ? "center" : "start" });
  (box || target).focus({ preventScroll: true });
}
