// The part of the address after "#", which is never sent to a server: an answer to the form, or somebody's ticks.

const MAX_FRAGMENT = 65536;
const MAX_LISTED = 200;
const KINDS = ["skill", "course", "certification"];
const FIELDS = ["position", "degree_fields", "courses", "certifications", "skills"];

// "&" separates parts, "|" items and "," what an item has, all before decoding: none can come out of a text.
function readFragment() {
  const parts = location.hash.slice(1, MAX_FRAGMENT).split("&");
  const items = (key, most) => {
    const part = parts.find((text) => text.startsWith(key + "="));
    return part ? part.slice(key.length + 1).split("|", most).map((item) => item.split(",", 3).map(decoded)) : [];
  };
  if (parts[0].startsWith("ticks=")) {
    const ids = items("ticks", MAX_TICKS).map(([id]) => id).filter((id) => ID.test(id));
    return ids.length > 0 ? { ticks: new Set(ids) } : null;
  }
  if (parts[0] !== "you") return null;
  const percent = (text) => Math.min(100, Math.max(0, Math.round(Number(text)) || 0));
  return {
    have: new Set(items("have", MAX_LISTED).map(([name]) => name).filter(Boolean)),
    next: items("next", 20).filter(([kind, name]) => KINDS.includes(kind) && name),
    why: items("why", 6).filter(([field, text]) => FIELDS.includes(field) && text)
      .map(([field, text, part]) => ({ field, text, percent: percent(part) })),
    missed: items("missed", 10).filter(([field, text]) => FIELDS.includes(field) && text),
    notes: new Set(items("notes", 5).map(([note]) => note)),
  };
}

function decoded(text) {
  try {
    return decodeURIComponent(text).slice(0, MAX_TEXT + 20).trim();
  } catch {
    return "";
  }
}

// The address without what is personal.
const pageAddress = () => location.href.split("#")[0];

// Where the form led here, in this tab: its script noted that it was sent, and its answer is a redirect. A redirect
// alone would not do: a friend's link may be one too, as addresses without the slash at their end are.
function cameFromForm() {
  const [visit] = performance.getEntriesByType("navigation");
  return noteOfForm() && Boolean(visit) && visit.type === "navigate" && visit.redirectCount > 0;
}

function noteOfForm() {
  try {
    return sessionStorage.getItem(SENT) !== null;
  } catch {
    return false;
  }
}

// One sending, one answer: what comes to this tab later was not asked for.
function forgetForm() {
  try {
    sessionStorage.removeItem(SENT);
  } catch {
    // Where nothing is kept, nothing was noted.
  }
}
