// What the scripts of pages share. Text goes in as text only.

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function element(tag, text, className) {
  const made = document.createElement(tag);
  if (text) made.textContent = text;
  if (className) made.className = className;
  return made;
}

// A note of this tab that the form was sent from here.
const SENT = "career-roadmap-sent";

const language = document.documentElement.lang || "en";

// Of a word's forms the one for a number. Two forms are one and many; only languages with more need the browser's
// rules, which take a phone tens of milliseconds to load. So do its rules for writing numbers, and small ones need none.
const formFor = (word, n) => (Object.keys(word).length > 2 ? new Intl.PluralRules(language).select(n) : n === 1 ? "one" : "other");
const written = (value) => (value < 1000 ? String(value) : value.toLocaleString(language));

// The texts of a data block.
const textsOf = (block) => parsed((document.getElementById(block) || {}).textContent) || {};

// Words out of such texts: those of a key, with {n} and the like filled in; of several forms, the one for `n`.
function wordsOf(words) {
  return (key, args = {}) => {
    const word = words[key] || "";
    const form = typeof word === "string" ? word : word[formFor(word, args.n)] || word.other || "";
    return form.replace(/\{(\w+)\}/g, (whole, name) => (name in args ? written(args[name]) : whole));
  };
}
