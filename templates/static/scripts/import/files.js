// Selects the files to read: those with the name of one of LinkedIn's six tables, or a single file that was
// chosen by itself. In an archive it reads the directory and such entries, in any folder, and nothing else.

import { TABLES, readLinkedIn, tableByHeader, tableOf } from "./linkedin.js";
import { readText } from "./pasted.js";
import { readResume } from "./resume.js";
import { decodeText } from "./tables.js";
import { MAX_FILE_BYTES, MIB, Problem } from "./words.js";

// The directory of an archive with a hundred thousand files.
const MAX_DIRECTORY_BYTES = 16 * MIB;

// An empty result, which the readers add raw texts to. `draft` cleans them.
export function emptyResult(now = new Date()) {
  return {
    today: now.getFullYear() * 12 + now.getMonth(),
    headline: "",
    jobs: [],
    degree_fields: [],
    courses: [],
    certifications: [],
    skills: [],
    // Keys and values of messages for the visitor.
    notes: [],
    // Names of the files that were read.
    used: [],
  };
}

// Reads the chosen files. Each of `files` has a `file` (a File) and a `path`; `unzip` is the URL of the unzip
// library.
export async function readFiles(files, unzip) {
  const found = emptyResult();
  const tables = new Map();
  const others = [];
  for (const { file, path } of files) {
    const table = tableOf(path);
    if (table) keep(tables, table, { path, read: () => readWhole(file, path) });
    else others.push({ file, path });
  }
  // A folder may have private files, so only files that the visitor chose one by one are opened whatever
  // their name.
  const isChosen = (path) => !/[/\\]/.test(path) && files.length <= 6;
  for (const { file, path } of others) {
    const start = new Uint8Array(await file.slice(0, 8).arrayBuffer());
    if (isZip(start) && (isChosen(path) || /\.zip$/i.test(path))) {
      await readArchive(found, tables, file, path, unzip);
    } else if (isChosen(path)) {
      await readOne(found, tables, file, path, start, files.length === 1);
    } else if (/(^|[/\\])resume\.json$/i.test(path)) {
      readResume(found, path, await readWhole(file, path));
      found.used.push(path);
    }
  }
  for (const table of Object.keys(TABLES)) {
    const source = tables.get(table);
    if (!source) continue;
    readLinkedIn(found, table, source.path, await source.read());
    found.used.push(source.path);
  }
  if (found.used.length === 0) throw new Problem("problem-nothing", { file: files[0]?.path ?? "" });
  return found;
}

// Of several files for one table, keeps the one in the fewest folders, or else the first.
function keep(tables, table, source) {
  const depth = (path) => path.split(/[/\\]/).length;
  const known = tables.get(table);
  if (!known || depth(source.path) < depth(known.path)) tables.set(table, source);
}

function isZip(start) {
  return start[0] === 0x50 && start[1] === 0x4b && [3, 5, 6].includes(start[2]);
}

async function readWhole(file, path) {
  const values = { file: path, mib: MAX_FILE_BYTES / MIB };
  if (file.size > MAX_FILE_BYTES) throw new Problem("problem-too-large", values);
  return decodeText(new Uint8Array(await file.arrayBuffer()));
}

// Reads a chosen file that does not have the name of a table: a resume, a renamed table, or a text. Other
// files are a problem.
async function readOne(found, tables, file, path, start, isOnly) {
  const begins = String.fromCharCode(...start);
  if (begins.startsWith("%PDF")) throw new Problem("problem-pdf", { file: path });
  if (begins.startsWith("{\\rtf") || (start[0] === 0xd0 && start[1] === 0xcf)) {
    throw new Problem("problem-word", { file: path });
  }
  if (begins.startsWith("7z") || begins.startsWith("Rar!") || (start[0] === 0x1f && start[1] === 0x8b)) {
    throw new Problem("problem-archive-kind", { file: path });
  }
  if (file.size === 0) throw new Problem("problem-empty", { file: path });
  const text = await readWhole(file, path);
  const table = /\.(csv|tsv)$/i.test(path) ? tableByHeader(text) : "";
  if (table) {
    keep(tables, table, { path, read: () => text });
  } else if (/^\s*[{[]/.test(text)) {
    readResume(found, path, text);
    found.used.push(path);
  } else if (isOnly && !text.includes("\0") && !/\.(csv|tsv)$/i.test(path)) {
    readText(found, text);
    found.used.push(path);
  } else if (isOnly) {
    throw new Problem("problem-unknown", { file: path });
  }
}

// Reads the entries of an archive that are tables, or its resume. Other entries are not opened.
async function readArchive(found, tables, file, path, unzip) {
  await import(unzip);
  const archive = {
    getLength: async () => file.size,
    read: async (offset, length) => {
      if (length > MAX_DIRECTORY_BYTES) throw new Problem("problem-archive", { file: path });
      const bytes = new Uint8Array(await file.slice(Math.max(0, offset), offset + length).arrayBuffer());
      if (bytes.length !== length) throw new Problem("problem-archive", { file: path });
      return bytes;
    },
    readStream: async (offset, length) => file.slice(offset, offset + length).stream(),
  };
  const opened = await globalThis.unzipit.unzipRaw(archive).catch(() => {
    throw new Problem("problem-archive", { file: path });
  });
  let hasAny = false;
  for (const entry of opened.entries) {
    const table = entry.isDirectory ? "" : tableOf(entry.name);
    if (table === "") continue;
    hasAny = true;
    keep(tables, table, { path: entry.name, read: () => unpack(entry, path) });
  }
  if (hasAny) return;
  const named = (pattern) => opened.entries.find((entry) => pattern.test(entry.name));
  const resume = named(/(^|[/\\])resume\.json$/i);
  if (resume) {
    readResume(found, resume.name, await unpack(resume, path));
    found.used.push(resume.name);
  } else if (named(/^word\/document\.xml$/)) {
    throw new Problem("problem-word", { file: path });
  } else if (named(/\.zip$/i)) {
    throw new Problem("problem-zip-in-zip", { file: path });
  } else {
    throw new Problem("problem-no-tables", { file: path });
  }
}

async function unpack(entry, path) {
  const values = { file: `${path}: ${entry.name}`, mib: MAX_FILE_BYTES / MIB };
  if (entry.encrypted) throw new Problem("problem-encrypted", values);
  const isTooLarge = entry.size > MAX_FILE_BYTES || entry.compressedSize > MAX_FILE_BYTES;
  if (isTooLarge) throw new Problem("problem-too-large", values);
  try {
    return decodeText(new Uint8Array(await entry.arrayBuffer()));
  } catch (error) {
    throw error instanceof Problem ? error : new Problem("problem-archive", values);
  }
}
