// Turns what was found into the fields of the form: cleaned, without repetitions, within the form's limits.

import { experienceMonths, heldPosition } from "./dates.js";
import { fold, tidy } from "./words.js";

const MAX_ITEMS = 200;
const MAX_ITEM_CHARS = 200;
const MAX_FIELD_CHARS = 6000;
// The most bytes that the lists may take in a request; its limit leaves room for the other fields.
const MAX_SENT_BYTES = 30000;
export const LIST_FIELDS = ["degree_fields", "skills", "certifications", "courses"];

// The fields of the form by name; a list field is a list of items. Notes how many items did not fit.
export function draft(found) {
  const months = experienceMonths(found.jobs);
  const fields = {
    position: cut(tidy(heldPosition(found.jobs, found.headline))),
    experience_years: months === null ? "" : String(Math.floor(months / 12)),
    experience_months: months === null ? "" : String(months % 12),
  };
  let room = MAX_SENT_BYTES;
  for (const name of LIST_FIELDS) {
    const seen = new Set();
    const items = [];
    let chars = 0;
    let over = 0;
    for (const raw of found[name]) {
      const item = tidy(raw);
      if (item === "" || !/[\p{L}\p{N}]/u.test(item) || seen.has(fold(item))) continue;
      seen.add(fold(item));
      const bytes = encodeURIComponent(item).length + 6;
      const fits = items.length < MAX_ITEMS && chars + item.length < MAX_FIELD_CHARS && bytes < room;
      if (!fits || Array.from(item).length > MAX_ITEM_CHARS) {
        over += 1;
        continue;
      }
      chars += item.length + 1;
      room -= bytes;
      items.push(item);
    }
    if (over > 0) found.notes.push(["note-over", { field: name, n: over }]);
    fields[name] = items;
  }
  return fields;
}

function cut(text) {
  return Array.from(text).slice(0, MAX_ITEM_CHARS).join("");
}
