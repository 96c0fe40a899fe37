// The panel of ticks: save them to a file, load a file, share a link, remove them all.

import { element, parseJson } from "../common.js";
import { begin } from "./begin.js";
import { draw, notify } from "./draw.js";
import { pageAddress } from "./fragment.js";
import { message, part, ticksPanel } from "./page.js";
import { addTicks, changeTicks, ticks, ticksOf, ticksText, undoable } from "./ticks.js";

const MAX_FILE = 65536;
const MAX_LINK = 30000;

const say = (key, args, undo) => notify(ticksPanel(), message(key, args), undo);

function exportFile() {
  if (ticks.map.size === 0) return say("nothing");
  const text = JSON.stringify(JSON.parse(ticksText()), null, 1) + "\n";
  const save = element("a");
  save.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  save.download = "career-roadmap-ticks.json";
  save.click();
  setTimeout(() => URL.revokeObjectURL(save.href), 10000);
  return say("saved", { n: ticks.map.size });
}

async function importFile(file) {
  const value = file.size <= MAX_FILE ? parseJson(await file.text()) : null;
  const found = ticksOf(value);
  if (file.size > MAX_FILE) say("bad-size");
  else if (!value || typeof value !== "object" || !value.have) say("bad-file");
  else if (value.v !== 1) say("bad-version");
  else if (!found) say("bad-ticks");
  else {
    const { result, undo } = undoable(() => addTicks(found));
    say("loaded", { n: result }, result > 0 && undo);
    draw();
  }
}

async function share(address, field) {
  field.parentElement.hidden = true;
  if (navigator.share && matchMedia("(pointer: coarse)").matches) {
    try {
      return await navigator.share({ title: document.title, url: address });
    } catch (error) {
      if (error.name === "AbortError") return undefined;
    }
  }
  try {
    await navigator.clipboard.writeText(address);
    say("copied");
  } catch {
    // Without the clipboard, the visitor copies the address from a field.
    field.parentElement.hidden = false;
    field.value = address;
    field.focus();
    field.select();
    say("by-hand");
  }
  return undefined;
}

function shareTicks() {
  const address = `${pageAddress()}#ticks=${Array.from(ticks.map.keys(), encodeURIComponent).join("|")}`;
  if (ticks.map.size === 0) say("nothing");
  else if (address.length > MAX_LINK) say("too-many");
  else share(address, part("address", ticksPanel()));
}

function clearTicks() {
  const address = location.href;
  const { undo } = undoable(() => changeTicks((map) => map.clear()));
  history.replaceState(null, "", pageAddress());
  begin();
  say("cleared", {}, () => {
    undo();
    history.replaceState({ handled: true }, "", address);
    begin();
  });
}

export function startTools() {
  const root = ticksPanel();
  if (!root) return;
  const file = part("file", root);
  const actions = {
    export: exportFile,
    import: () => file.click(),
    "share-ticks": shareTicks,
    "share-page": () => share(pageAddress(), part("address", root)),
    clear: clearTicks,
  };
  for (const [name, action] of Object.entries(actions)) {
    part(name, root).disabled = false;
    part(name, root).addEventListener("click", action);
  }
  file.addEventListener("change", () => {
    if (file.files[0]) importFile(file.files[0]);
    file.value = "";
  });
}
