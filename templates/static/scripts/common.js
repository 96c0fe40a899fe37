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

const language = document.documentElement.lang || "en";
const plural = new Intl.PluralRules(language);

// The words of a data block: those of a key, with {n} and the like filled in; of several forms, the one for `n`.
function wordsOf(block) {
  const words = parsed((document.getElementById(block) || {}).textContent) || {};
  return (key, args = {}) => {
    const word = words[key] || "";
    const form = typeof word === "string" ? word : word[plural.select(args.n)] || word.other || "";
    return form.replace(/\{(\w+)\}/g, (whole, name) => (name in args ? args[name].toLocaleString(language) : whole));
  };
}
