// Ticks: what the visitor has. One set for the whole site, in this browser only, under ids that outlive a refresh.

const KEY = "career-roadmap";
const MAX_TICKS = 2000;
const MAX_FILE = 65536;
const MAX_TEXT = 200;
const ID = /^(skill|course|certification):[^\p{Cc}|]{1,200}$/u;

const ticks = { map: new Map(), kept: true };

// A map of ids to names from something parsed, or null if it is no set of ticks. Nothing here is trusted.
function ticksOf(value) {
  const have = value && value.v === 1 && value.have;
  if (!have || typeof have !== "object" || Array.isArray(have)) return null;
  const entries = Object.entries(have);
  const good = ([id, name]) => ID.test(id) && typeof name === "string" && name.length <= MAX_TEXT;
  return entries.length <= MAX_TICKS && entries.every(good) ? new Map(entries) : null;
}

const ticksText = () => JSON.stringify({ v: 1, have: Object.fromEntries(ticks.map) });

function readTicks() {
  if (!ticks.kept) return;
  try {
    const text = localStorage.getItem(KEY);
    const value = text && parsed(text);
    // Another version of this site may know what that is; it is not ours to overwrite.
    if (value && value.v > 1) ticks.kept = false;
    else ticks.map = ticksOf(value) || new Map();
  } catch {
    ticks.kept = false;
  }
}

// Changes the set as it is now in the store, so that two tabs do not undo each other.
function changeTicks(change) {
  readTicks();
  change(ticks.map);
  if (!ticks.kept) return;
  try {
    if (ticks.map.size > 0) localStorage.setItem(KEY, ticksText());
    else localStorage.removeItem(KEY);
  } catch {
    ticks.kept = false;
  }
}

// How many of `more` are new.
function addTicks(more) {
  const before = ticks.map.size;
  changeTicks((map) => {
    for (const [id, name] of more) if (map.size < MAX_TICKS && !map.has(id)) map.set(id, name);
  });
  return ticks.map.size - before;
}
