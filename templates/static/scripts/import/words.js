// How the other files compare and clean text, and the problems that an import may end with.

export const MIB = 1024 * 1024;
// No file of an export that is read is larger.
export const MAX_FILE_BYTES = 2 * MIB;

// Why an import ends without a result: a key of the page's messages, and the values of its arguments.
export class Problem extends Error {
  constructor(key, values = {}) {
    super(key);
    this.key = key;
    this.values = values;
  }
}

// Lower case, without accents, single spaces.
export function fold(text) {
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("’", "'");
  return plain.replace(/\s+/g, " ").trim();
}

// One line: control characters and line breaks become spaces; invisible marks of the writing direction are
// removed.
export function tidy(text) {
  const visible = text.replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "");
  return visible.replace(/[\s\p{Cc}]+/gu, " ").trim();
}
