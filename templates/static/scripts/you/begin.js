// Reads the ticks and the address, and draws what follows from them.

import { draw, notify } from "./draw.js";
import { cameFromForm, pageAddress, readFragment } from "./fragment.js";
import { message, panel } from "./page.js";
import { drawAnswer, linkItems, newInLink } from "./panel.js";
import { state } from "./state.js";
import { addTicks, readTicks, ticks, undoable } from "./ticks.js";

const isHandled = () => Boolean(history.state && history.state.handled);

// Notes in the history that the ticks of this address were added or declined. A link of shared ticks is used
// up.
export function setHandled() {
  history.replaceState({ handled: true }, "", state.link && state.link.ids ? pageAddress() : location.href);
  state.link = null;
}

// Runs before the page's items exist, again when they do, and whenever the address changes.
export function begin() {
  readTicks();
  const fragment = readFragment();
  state.answer = fragment && fragment.notes ? fragment : null;
  state.link = null;
  if (fragment && !isHandled() && (fragment.ticks || fragment.have.size > 0)) {
    state.link = { ids: fragment.ticks, names: fragment.have, only: false };
    if (newInLink() === 0) state.link = null;
  }
  // The visitor's own answer ticks its skills at once; a link from somebody else asks first.
  const isOwnAnswer = Boolean(state.link && state.answer && (cameFromForm() || !ticks.isStored));
  const added = isOwnAnswer ? message("adopted", { n: state.link.names.size }) : "";
  if (panel) {
    drawAnswer();
    notify(panel, added, isOwnAnswer && (() => {}));
  }
  if (isOwnAnswer && state.isReady) {
    const { undo } = undoable(() => addTicks(linkItems()));
    notify(panel, added, undo);
    setHandled();
  }
  draw(isOwnAnswer);
}
