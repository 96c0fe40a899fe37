// What the page has: items to tick, and the panels.

const panel = document.getElementById("you-panel");
const isWhole = Boolean(panel && "whole" in panel.dataset);
const say = wordsOf(textsOf("you-words"));
const places = new Map();
const idOfName = new Map();
let skillsHere = [];

const fold = (text) => text.normalize("NFC").toLowerCase();
const part = (name, root = panel) => root.querySelector(`[data-you="${name}"]`);

// One box for every item, but for the one that shows how to read them; the room for it is there from the start.
function findItems() {
  let number = 0;
  for (const item of document.querySelectorAll("[data-item]:not(.reading *)")) {
    const id = item.dataset.item;
    const name = item.querySelector(".share-name");
    if (!name || !ID.test(id) || item.querySelector(".tick")) continue;
    if (!places.has(id)) places.set(id, []);
    places.get(id).push(item);
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
  skillsHere = Array.from(places.keys()).filter((id) => id.startsWith("skill:") && !places.get(id).every(isStep));
}

function nameOf(id) {
  const [item] = places.get(id) || [];
  const name = item ? item.querySelector(".share-name").textContent.trim() : id.slice(id.indexOf(":") + 1);
  return name.slice(0, MAX_TEXT);
}

// Shows an item or a part of the page without a new address: the address is what is personal.
function goTo(target) {
  for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  const box = target.querySelector(":scope > .tick");
  if (!box) target.tabIndex = -1;
  target.scrollIntoView({ block: box ? "center" : "start" });
  (box || target).focus({ preventScroll: true });
}
