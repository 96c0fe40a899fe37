// The part of the address after "#", which browsers never send to a server: an answer of the form, or shared
// ticks.

import { SENT_KEY } from "../common.js";
import { ID, MAX_TEXT, MAX_TICKS } from "./ticks.js";

const MAX_FRAGMENT = 65536;
const MAX_LISTED = 200;
const KINDS = ["skill", "course", "certification"];
const FIELDS = ["position", "degree_fields", "courses", "certifications", "skills"];

// "&" separates parts, "|" items, and "," the values of an item. Texts are split before they are decoded, so
// no decoded text can add a separator.
export function readFragment() {
  const parts = location.hash.slice(1, MAX_FRAGMENT).split("&");
  const items = (key, limit) => {
    const part = parts.find((text) => text.startsWith(key + "="));
    if (!part) return [];
    return part.slice(key.length + 1).split("|", limit).map((item) => item.split(",", 3).map(decode));
  };
  if (parts[0].startsWith("ticks=")) {
    const ids = items("ticks", MAX_TICKS).map(([id]) => id).filter((id) => ID.test(id));
    return ids.length > 0 ? { ticks: new Set(ids) } : null;
  }
  if (parts[0] !== "you") return null;
  const percentOf = (text) => Math.min(100, Math.max(0, Math.round(Number(text)) || 0));
  return {
    have: new Set(items("have", MAX_LISTED).map(([name]) => name).filter(Boolean)),
    next: items("next", 20).filter(([kind, name]) => KINDS.includes(kind) && name),
    why: items("why", 6).filter(([field, text]) => FIELDS.includes(field) && text)
      .map(([field, text, percent]) => ({ field, text, percent: percentOf(percent) })),
    missed: items("missed", 10).filter(([field, text]) => FIELDS.includes(field) && text),
    notes: new Set(items("notes", 5).map(([note]) => note)),
  };
}

function decode(text) {
  try {
    return decodeURIComponent(text).slice(0, MAX_TEXT + 20).trim();
  } catch {
    return "";
  }
}

// The address without its personal part.
export const pageAddress = () => location.href.split("#")[0];

// Whether this tab came here by sending the form: the form's script noted the sending, and the form answers
// with a redirect. A redirect alone proves nothing, because a link from a friend may redirect too (an address
// without its final slash does).
export function cameFromForm() {
  const [visit] = performance.getEntriesByType("navigation");
  return hasSentForm() && Boolean(visit) && visit.type === "navigate" && visit.redirectCount > 0;
}

function hasSentForm() {
  try {
    return sessionStorage.getItem(SENT_KEY) !== null;
  } catch {
    return false;
  }
}

// The note counts for one answer only: pages that this tab opens later are not answers of the form.
export function forgetForm() {
  try {
    sessionStorage.removeItem(SENT_KEY);
  } catch {
    // Without sessionStorage nothing was noted.
  }
}
