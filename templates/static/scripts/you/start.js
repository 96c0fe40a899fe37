// The script of roadmaps and levels. It stands right after the panel and blocks the rest of the page, so that
// the panel is drawn from the address before anything below it: nothing moves. The items are found when the
// page is complete.

import { begin, setHandled } from "./begin.js";
import { draw, notify } from "./draw.js";
import { forgetForm } from "./fragment.js";
import { findItems, goTo, message, nameOf, panel, part } from "./page.js";
import { linkItems } from "./panel.js";
import { state } from "./state.js";
import { MAX_TICKS, STORAGE_KEY, addTicks, changeTicks, readTicks, undoable } from "./ticks.js";
import { startTools } from "./tools.js";

function answerLink(choice) {
  if (choice === "only") {
    state.link.only = !state.link.only;
  } else if (choice === "add") {
    const { result, undo } = undoable(() => addTicks(linkItems()));
    setHandled();
    notify(panel, message("added", { n: result }), undo);
    part("undo").focus();
  } else {
    setHandled();
    part("title").focus();
  }
  draw();
}

function tick(item, have) {
  const id = item.dataset.item;
  changeTicks((map) => {
    if (!have) map.delete(id);
    else if (map.size < MAX_TICKS) map.set(id, nameOf(id));
  });
  draw();
  if (panel) part("live").textContent = part("count").textContent;
}

document.addEventListener("change", ({ target }) => {
  if (target.matches(".tick")) tick(target.parentElement, target.checked);
});

document.addEventListener("click", (event) => {
  const { target } = event;
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const anchor = target.closest('a[href^="#"]');
  const destination = anchor && document.getElementById(anchor.hash.slice(1));
  if (destination && (state.answer || state.link || anchor.closest(".you"))) {
    event.preventDefault();
    goTo(destination);
  }
  // A click on the name ticks the box, but not a click on a link in the name, or one that selects text.
  const name = target.closest("[data-item] > .share-name");
  const box = name && name.parentElement.querySelector(":scope > .tick");
  if (box && !target.closest("a, button, summary") && getSelection().isCollapsed) box.click();
});

if (panel) {
  for (const choice of ["add", "only", "ignore"]) {
    part(choice).addEventListener("click", () => answerLink(choice));
  }
  part("more").addEventListener("click", () => {
    state.isNextExpanded = !state.isNextExpanded;
    draw();
  });
}
addEventListener("hashchange", begin);
addEventListener("storage", ({ key }) => {
  if (key !== null && key !== STORAGE_KEY) return;
  readTicks();
  draw();
});
addEventListener("pageshow", ({ persisted }) => {
  if (persisted) begin();
});

function start() {
  state.isReady = true;
  findItems();
  startTools();
  begin();
  forgetForm();
}

if (document.readyState === "loading") {
  begin();
  document.addEventListener("DOMContentLoaded", start);
} else {
  start();
}
