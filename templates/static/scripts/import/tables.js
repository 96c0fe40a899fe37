// Decodes bytes to text, and parses text as a table.

import { fold, tidy } from "./words.js";

// UTF-8 and UTF-16, with or without a byte order mark; other bytes are Windows-1252, which old spreadsheets
// write.
export function decodeText(bytes) {
  const hasMark = (...mark) => mark.every((byte, n) => bytes[n] === byte);
  if (hasMark(0xff, 0xfe)) return new TextDecoder("utf-16le").decode(bytes);
  if (hasMark(0xfe, 0xff)) return new TextDecoder("utf-16be").decode(bytes);
  if (!hasMark(0xef, 0xbb, 0xbf) && bytes.length > 3) {
    const start = bytes.subarray(0, 400);
    const zeros = [0, 0];
    start.forEach((byte, n) => { if (byte === 0) zeros[n % 2] += 1; });
    if (zeros[1] > start.length / 8 && zeros[0] === 0) return new TextDecoder("utf-16le").decode(bytes);
    if (zeros[0] > start.length / 8 && zeros[1] === 0) return new TextDecoder("utf-16be").decode(bytes);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

// No table about one person has more rows.
const MAX_ROWS = 5000;

// Parses RFC 4180 with any separator: at most `limit` rows of cells, and whether the text ends inside quotes.
function parseRows(text, separator, limit) {
  const stops = new RegExp(`[\n\r${separator}]`, "g");
  const rows = [];
  let row = [];
  let at = 0;
  while (at < text.length && rows.length < limit) {
    let cell = "";
    if (text[at] === '"') {
      let end = at + 1;
      for (;;) {
        end = text.indexOf('"', end);
        if (end < 0) return { rows, isCutOff: true };
        if (text[end + 1] !== '"') break;
        end += 2;
      }
      cell = text.slice(at + 1, end).replaceAll('""', '"');
      at = end + 1;
    }
    stops.lastIndex = at;
    const stop = stops.exec(text)?.index ?? text.length;
    row.push(cell + text.slice(at, stop));
    at = stop + 1;
    if (text[stop] === separator && at < text.length) continue;
    if (text[stop] === "\r" && text[at] === "\n") at += 1;
    if (row.some((one) => one.trim() !== "")) rows.push(row);
    row = [];
  }
  return { rows, isCutOff: false };
}

// The most lines of notes before the header.
const MAX_NOTES = 10;
// Longer cells are cut; no title is longer.
const MAX_CELL_CHARS = 1000;

// Finds the header in the first lines and returns the rows below it as objects with the keys of `columns`.
// `columns` has a list of names for each key; a header must have a name of the first key. Null if there is no
// header.
export function readTable(text, columns) {
  const keys = Object.keys(columns);
  let best = null;
  for (const separator of [",", ";", "\t"]) {
    parseRows(text, separator, MAX_NOTES + 1).rows.forEach((row, head) => {
      const names = row.slice(0, 100).map((name) => fold(tidy(name.slice(0, 100))));
      const indexes = keys.map((key) => names.findIndex((name) => columns[key].includes(name)));
      const known = indexes.filter((index) => index >= 0).length;
      if (indexes[0] >= 0 && known > (best?.known ?? 0)) best = { known, indexes, separator, head };
    });
  }
  if (best === null) return null;
  const { rows, isCutOff } = parseRows(text, best.separator, MAX_ROWS);
  const cell = (row, n) => tidy((row[best.indexes[n]] ?? "").slice(0, MAX_CELL_CHARS));
  const objectOf = (row) => Object.fromEntries(keys.map((key, n) => [key, cell(row, n)]));
  const objects = rows.slice(best.head + 1).map(objectOf);
  return { rows: objects.filter((row) => keys.some((key) => row[key] !== "")), isCutOff };
}
