// Functions that several scripts share. Text is only ever set as text, never as HTML.

// The value of a JSON text, or null if the text is not JSON.
export function parseJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export function element(tag, text, className) {
  const created = document.createElement(tag);
  if (text) created.textContent = text;
  if (className) created.className = className;
  return created;
}

// The key in sessionStorage under which a tab notes that it sent the form.
export const SENT_KEY = "career-roadmap-sent";

const language = document.documentElement.lang || "en";

// The plural form of a message for a number. Two forms are "one" and "other"; only languages with more forms
// need the browser's plural rules, which take a phone tens of milliseconds to load. Number formats cost the
// same, and small numbers need none.
function pluralForm(forms, n) {
  if (Object.keys(forms).length > 2) return new Intl.PluralRules(language).select(n);
  return n === 1 ? "one" : "other";
}
const formatNumber = (value) => (value < 1000 ? String(value) : value.toLocaleString(language));

// The texts in the JSON data block with this id.
export const readTexts = (id) => parseJson((document.getElementById(id) || {}).textContent) || {};

// A function from a key and arguments to a message: the text of that key with {n} and other arguments filled
// in; if the text has plural forms, the form for `n`.
export function messagesOf(texts) {
  return (key, args = {}) => {
    const text = texts[key] || "";
    const pattern = typeof text === "string" ? text : text[pluralForm(text, args.n)] || text.other || "";
    return pattern.replace(/\{(\w+)\}/g, (whole, name) => (name in args ? formatNumber(args[name]) : whole));
  };
}
