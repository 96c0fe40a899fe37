// Ticks as a file and as a link, and none at all.

const MAX_LINK = 30000;
const tools = () => document.getElementById("ticks-panel");

// A message, and for as long as it stands a way back. No clock takes it away.
function tell(root, text, undo) {
  if (!root) return;
  part("said", root).textContent = text;
  const button = part("undo", root);
  button.hidden = !undo;
  button.onclick = () => {
    undo();
    tell(root, say("undone"));
    draw();
    part("said", root).focus();
  };
}

// Changes the set so that this change can be taken back, and only this: what was ticked after it, or in another tab, stays.
function undoable(change) {
  readTicks();
  const before = new Map(ticks.map);
  const result = change();
  const added = Array.from(ticks.map.keys()).filter((id) => !before.has(id));
  const removed = Array.from(before).filter(([id]) => !ticks.map.has(id));
  const undo = () => changeTicks((map) => {
    for (const id of added) map.delete(id);
    for (const [id, name] of removed) if (map.size < MAX_TICKS) map.set(id, name);
  });
  return { result, undo };
}

function exportFile() {
  if (ticks.map.size === 0) return tell(tools(), say("nothing"));
  const file = new Blob([JSON.stringify(JSON.parse(ticksText()), null, 1) + "\n"], { type: "application/json" });
  const save = element("a");
  save.href = URL.createObjectURL(file);
  save.download = "career-roadmap-ticks.json";
  save.click();
  setTimeout(() => URL.revokeObjectURL(save.href), 10000);
  return tell(tools(), say("saved", { n: ticks.map.size }));
}

async function importFile(file) {
  const value = file.size <= MAX_FILE ? parsed(await file.text()) : null;
  const found = ticksOf(value);
  if (file.size > MAX_FILE) tell(tools(), say("bad-size"));
  else if (!value || typeof value !== "object" || !value.have) tell(tools(), say("bad-file"));
  else if (value.v !== 1) tell(tools(), say("bad-version"));
  else if (!found) tell(tools(), say("bad-ticks"));
  else {
    const { result, undo } = undoable(() => addTicks(found));
    tell(tools(), say("loaded", { n: result }), result > 0 && undo);
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
    tell(tools(), say("copied"));
  } catch {
    // No clipboard: the address to be copied by hand.
    field.parentElement.hidden = false;
    field.value = address;
    field.focus();
    field.select();
    tell(tools(), say("by-hand"));
  }
  return undefined;
}

function shareTicks() {
  const address = `${pageAddress()}#ticks=${Array.from(ticks.map.keys(), encodeURIComponent).join("|")}`;
  if (ticks.map.size === 0) tell(tools(), say("nothing"));
  else if (address.length > MAX_LINK) tell(tools(), say("too-many"));
  else share(address, part("address", tools()));
}

function clearTicks() {
  const address = location.href;
  const { undo } = undoable(() => changeTicks((map) => map.clear()));
  history.replaceState(null, "", pageAddress());
  begin();
  tell(tools(), say("cleared"), () => {
    undo();
    history.replaceState({ handled: true }, "", address);
    begin();
  });
}

function startTools() {
  const root = tools();
  if (!root) return;
  const file = part("file", root);
  const onclick = {
    export: exportFile,
    import: () => file.click(),
    "share-ticks": shareTicks,
    "share-page": () => share(pageAddress(), part("address", root)),
    clear: clearTicks,
  };
  for (const [name, action] of Object.entries(onclick)) {
    part(name, root).disabled = false;
    part(name, root).addEventListener("click", action);
  }
  file.addEventListener("change", () => {
    if (file.files[0]) importFile(file.files[0]);
    file.value = "";
  });
}

function drawTools() {
  if (!tools()) return;
  part("total", tools()).textContent = say("total", { n: ticks.map.size });
  for (const name of ["export", "share-ticks"]) part(name, tools()).setAttribute("aria-disabled", String(ticks.map.size === 0));
}
