// Puts it together. The script stands behind the panel, so what the address says is drawn before the rest of
// the page is: nothing moves. What needs the items waits for them.

let ready = false;

const isHandled = () => Boolean(history.state && history.state.handled);

// Remembers, with this visit's address, that its ticks were dealt with; a link of ticks is used up.
function setHandled() {
  history.replaceState({ handled: true }, "", link && link.ids ? pageAddress() : location.href);
  link = null;
}

function begin() {
  readTicks();
  const fragment = readFragment();
  you = fragment && fragment.notes ? fragment : null;
  link = null;
  if (fragment && !isHandled() && (fragment.ticks || fragment.have.size > 0)) {
    link = { ids: fragment.ticks, names: fragment.have, only: false };
    if (newInLink() === 0) link = null;
  }
  const mine = Boolean(link && you && (cameFromForm() || !ticks.kept));
  if (panel) {
    drawAnswer();
    tell(panel, mine ? say("adopted", { n: link.names.size }) : "", mine && (() => {}));
  }
  if (mine && ready) {
    const { undo } = undoable(() => addTicks(linkItems()));
    tell(panel, say("adopted", { n: link.names.size }), undo);
    setHandled();
  }
  draw(mine);
}

function draw(fromForm = false) {
  const only = Boolean(link && link.only);
  const shown = only ? linkItems() : ticks.map;
  for (const [id, items] of places) {
    for (const item of items) {
      const box = item.querySelector(".tick");
      box.checked = shown.has(id);
      box.disabled = only;
      item.classList.toggle("have", box.checked);
    }
  }
  if (panel) {
    drawLink(fromForm);
    drawProgress(shown);
    drawNext(shown, ready);
    panel.hidden = isWhole && !you && !link && ticks.kept && !part("said").textContent;
  }
  drawTools();
}

function answerLink(answer) {
  if (answer === "only") {
    link.only = !link.only;
  } else if (answer === "add") {
    const { result, undo } = undoable(() => addTicks(linkItems()));
    setHandled();
    tell(panel, say("added", { n: result }), undo);
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
  const there = anchor && document.getElementById(anchor.hash.slice(1));
  if (there && (you || link || anchor.closest(".you"))) {
    event.preventDefault();
    goTo(there);
  }
  // The name is part of the box, but not a link in it or a text being selected.
  const name = target.closest("[data-item] > .share-name");
  const box = name && name.parentElement.querySelector(":scope > .tick");
  if (box && !target.closest("a, button, summary") && getSelection().isCollapsed) box.click();
});

if (panel) {
  for (const answer of ["add", "only", "ignore"]) part(answer).addEventListener("click", () => answerLink(answer));
  part("more").addEventListener("click", () => {
    allNext = !allNext;
    draw();
  });
}
addEventListener("hashchange", begin);
addEventListener("storage", ({ key }) => {
  if (key !== null && key !== KEY) return;
  readTicks();
  draw();
});
addEventListener("pageshow", ({ persisted }) => {
  if (persisted) begin();
});

function start() {
  ready = true;
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
