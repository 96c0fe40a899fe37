// Ticks: the items that the visitor has. There is one set for the whole site, stored in this browser only,
// under ids that stay the same after a refresh of the site.

import { parseJson } from "../common.js";

export const STORAGE_KEY = "career-roadmap";
export const MAX_TICKS = 2000;
export const MAX_TEXT = 200;
export const ID = /^(skill|course|certification):[^\p{Cc}|]{1,200}$/u;

// `map`: ids to names. `isStored`: whether changes are written to localStorage.
export const ticks = { map: new Map(), isStored: true };

// A map of ids to names out of a parsed value, or null if the value is not a valid set of ticks. Nothing is
// trusted.
export function ticksOf(value) {
  const have = value && value.v === 1 && value.have;
  if (!have || typeof have !== "object" || Array.isArray(have)) return null;
  const entries = Object.entries(have);
  const isValid = ([id, name]) => ID.test(id) && typeof name === "string" && name.length <= MAX_TEXT;
  return entries.length <= MAX_TICKS && entries.every(isValid) ? new Map(entries) : null;
}

export const ticksText = () => JSON.stringify({ v: 1, have: Object.fromEntries(ticks.map) });

export function readTicks() {
  if (!ticks.isStored) return;
  try {
    const text = localStorage.getItem(STORAGE_KEY);
    const value = text && parseJson(text);
    // A newer version of this site may have written it, so this version must not overwrite it.
    if (value && value.v > 1) ticks.isStored = false;
    else ticks.map = ticksOf(value) || new Map();
  } catch {
    ticks.isStored = false;
  }
}

// Reads the stored set again before the change, so that two tabs do not undo each other's changes.
export function changeTicks(change) {
  readTicks();
  change(ticks.map);
  if (!ticks.isStored) return;
  try {
    if (ticks.map.size > 0) localStorage.setItem(STORAGE_KEY, ticksText());
    else localStorage.removeItem(STORAGE_KEY);
  } catch {
    ticks.isStored = false;
  }
}

// Adds items (ids to names) and returns how many were new.
export function addTicks(items) {
  const before = ticks.map.size;
  changeTicks((map) => {
    for (const [id, name] of items) if (map.size < MAX_TICKS && !map.has(id)) map.set(id, name);
  });
  return ticks.map.size - before;
}

// Runs a change and returns its result with a function that undoes only this change: what was ticked later,
// or in another tab, stays.
export function undoable(change) {
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
