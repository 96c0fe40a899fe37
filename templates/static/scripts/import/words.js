// Text as the parts below compare it, and problems that the visitor can do something about.

const MIB = 1024 * 1024;
/* No file of an export that is read is larger; what is, is no such file. */
const MAX_FILE_BYTES = 2 * MIB;

/* What stops an import: a key of the page's words, and what stands in its gaps. */
class Problem extends Error {
  constructor(key, values = {}) {
    super(key);
    this.key = key;
    this.values = values;
  }
}

/* Lower case, without accents, single spaces. */
function fold(text) {
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("’", "'");
  return plain.replace(/\s+/g, " ").trim();
}

/* One line: control characters and line breaks are spaces, invisible turns of the writing direction are gone. */
function tidy(text) {
  const visible = text.replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "");
  return visible.replace(/[\s\p{Cc}]+/gu, " ").trim();
}
