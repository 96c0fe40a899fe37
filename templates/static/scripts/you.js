// Marks what the visitor already has. It comes in the part of the address after "#", which is never
// sent to a server; this script reads it, changes classes and text, and sends nothing either.
(() => {
  "use strict";
  const MAX_FRAGMENT = 32768;
  const MAX_ITEMS = 200;
  const MAX_ITEM = 200;
  const panel = document.getElementById("you-panel");
  const places = Array.from(document.querySelectorAll("[data-skill]"));
  if (!panel) return;

  // "&" separates parts and "|" items before decoding, so neither can come out of an item.
  function read(fragment) {
    const parts = fragment.slice(0, MAX_FRAGMENT).split("&");
    if (parts[0] !== "you") return null;
    const items = (key) => {
      const part = parts.find((text) => text.startsWith(key + "="));
      if (!part) return [];
      return part.slice(key.length + 1).split("|").slice(0, MAX_ITEMS).map(decode).filter(Boolean);
    };
    return { have: new Set(items("have").map(identity)), notes: items("notes") };
  }

  function decode(text) {
    try {
      return decodeURIComponent(text).slice(0, MAX_ITEM);
    } catch {
      return "";
    }
  }

  // The same as `skill_identity` of the model: lower case, no bracketed gloss, single spaces.
  function identity(raw) {
    const lower = raw.toLowerCase();
    let outside = "";
    let depth = 0;
    for (const c of lower) {
      if (c === "(" || c === "[") depth += 1;
      else if (c === ")" || c === "]") depth = Math.max(0, depth - 1);
      else if (depth === 0) outside += c;
    }
    return outside.split(/\s+/u).filter(Boolean).join(" ") || lower.trim();
  }

  function show() {
    const you = read(location.hash.slice(1));
    panel.hidden = you === null;
    const here = new Set(places.map((place) => place.dataset.skill));
    const have = you ? you.have : new Set();
    const held = Array.from(here).filter((skill) => have.has(skill));
    for (const place of places) mark(place, have.has(place.dataset.skill));
    if (you === null) return;

    const notes = new Set(you.notes.filter((note) => note === "unknown" || note === "assumed-level"));
    if (!notes.has("unknown")) notes.add("matched");
    if (held.length > 0) notes.add("have");
    for (const line of panel.querySelectorAll("[data-note]")) line.hidden = !notes.has(line.dataset.note);
    panel.querySelector("[data-have-count]").textContent = String(held.length);
    panel.querySelector("[data-skill-count]").textContent = String(here.size);
  }

  // The tick is drawn by the stylesheet; these words are for those who do not see it.
  function mark(place, held) {
    place.classList.toggle("have", held);
    const old = place.querySelector(".have-text");
    if (old) old.remove();
    if (!held) return;
    const text = document.createElement("span");
    text.className = "have-text visually-hidden";
    text.textContent = " You have this.";
    place.append(text);
  }

  addEventListener("hashchange", show);
  show();
})();
