// Bytes as text, and text as a table.

/* UTF-8 and UTF-16 with or without a mark; what is neither is Windows-1252, as old spreadsheets write it. */
function decodeText(bytes) {
  const mark = (...start) => start.every((byte, n) => bytes[n] === byte);
  if (mark(0xff, 0xfe)) return new TextDecoder("utf-16le").decode(bytes);
  if (mark(0xfe, 0xff)) return new TextDecoder("utf-16be").decode(bytes);
  if (!mark(0xef, 0xbb, 0xbf) && bytes.length > 3) {
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

/* RFC 4180 with any separator: rows of cells, and whether the text ends inside quotes. */
function parseRows(text, separator) {
  const rows = [];
  let row = [];
  let cell = "";
  let at = 0;
  let isCutOff = false;
  while (at < text.length) {
    if (text[at] === '"' && cell === "") {
      let end = at + 1;
      for (;;) {
        end = text.indexOf('"', end);
        if (end < 0 || text[end + 1] !== '"') break;
        end += 2;
      }
      isCutOff = end < 0;
      if (isCutOff) break;
      cell = text.slice(at + 1, end).replaceAll('""', '"') || " ";
      at = end + 1;
      continue;
    }
    const c = text[at];
    if (c === separator) {
      row.push(cell);
      cell = "";
    } else if (c === "\n" || c === "\r") {
      if (c === "\r" && text[at + 1] === "\n") at += 1;
      row.push(cell);
      rows.push(row);
      [row, cell] = [[], ""];
    } else {
      cell += c;
    }
    at += 1;
  }
  if (!isCutOff && (cell !== "" || row.length > 0)) rows.push([...row, cell]);
  return { rows: rows.filter((cells) => cells.some((one) => one.trim() !== "")), isCutOff };
}

/* How many lines of notes may stand before the header. */
const MAX_NOTES = 10;

/* Finds the header in the first lines: the row with a known name for the first of `columns`. Each column is a list
   of names; gives the rows as objects with the columns' keys. Null when there is no such header. */
function readTable(text, columns) {
  const keys = Object.keys(columns);
  let best = null;
  for (const separator of [",", ";", "\t"]) {
    const { rows, isCutOff } = parseRows(text, separator);
    for (let head = 0; head < Math.min(rows.length, MAX_NOTES + 1); head += 1) {
      const names = rows[head].map((name) => fold(tidy(name)));
      const places = keys.map((key) => names.findIndex((name) => columns[key].includes(name)));
      const known = places.filter((place) => place >= 0).length;
      if (places[0] >= 0 && known > (best?.known ?? 0)) best = { known, places, rows: rows.slice(head + 1), isCutOff };
    }
  }
  if (best === null) return null;
  const cells = (row) => Object.fromEntries(keys.map((key, n) => [key, tidy(row[best.places[n]] ?? "")]));
  const rows = best.rows.map(cells).filter((row) => keys.some((key) => row[key] !== ""));
  return { rows, isCutOff: best.isCutOff };
}
