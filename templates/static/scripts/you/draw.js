// Draws the state: boxes, the panel at the top, the panel of ticks, and notices.

import { elementsOfId, isLevel, message, panel, part, ticksPanel } from "./page.js";
import { drawLink, drawNext, drawProgress, linkItems } from "./panel.js";
import { state } from "./state.js";
import { ticks } from "./ticks.js";

// `isOwnAnswer`: the visitor's own answer ticks its items without a question, so the question of the link is
// hidden.
export function draw(isOwnAnswer = false) {
  const { answer, link } = state;
  const only = Boolean(link && link.only);
  const shown = only ? linkItems() : ticks.map;
  for (const [id, items] of elementsOfId) {
    for (const item of items) {
      const box = item.querySelector(".tick");
      box.checked = shown.has(id);
      box.disabled = only;
      item.classList.toggle("have", box.checked);
    }
  }
  if (panel) {
    drawLink(isOwnAnswer);
    drawProgress(shown);
    drawNext(shown);
    panel.hidden = isLevel && !answer && !link && ticks.isStored && !part("said").textContent;
  }
  drawTicksPanel();
}

function drawTicksPanel() {
  const root = ticksPanel();
  if (!root) return;
  part("total", root).textContent = message("total", { n: ticks.map.size });
  const isEmpty = String(ticks.map.size === 0);
  for (const name of ["export", "share-ticks"]) part(name, root).setAttribute("aria-disabled", isEmpty);
}

// Shows a notice in a panel, with a button to undo while the notice stands. No timer removes it.
export function notify(root, text, undo) {
  if (!root) return;
  part("said", root).textContent = text;
  const button = part("undo", root);
  button.hidden = !undo;
  button.onclick = () => {
    undo();
    notify(root, message("undone"));
    draw();
    part("said", root).focus();
  };
}
