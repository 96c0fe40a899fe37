// The script of the form: suggestions while typing, and a button that loads the import. The form is complete
// without it, and sends what its fields hold either way.

import { SENT_KEY, element, messagesOf, readTexts } from "./common.js";

const MAX_SHOWN = 8;
const TYPING_MS = 60;
const ANNOUNCING_MS = 700;
const form = document.querySelector("form[data-vocabulary]");
const texts = readTexts("form-words");
// Here each plural form of one message has a key of its own: "found-one", "found-other".
const foundForms = Object.entries(texts).filter(([key]) => key.startsWith("found-"))
  .map(([key, text]) => [key.slice(6), text]);
const message = messagesOf({ ...texts, found: Object.fromEntries(foundForms) });

// Labels: fetched once, when a field first gets the focus.

let loading = null;
const labels = new Map();

function load() {
  loading ??= fetch(form.dataset.vocabulary)
    .then((response) => (response.ok ? response.json() : {}))
    .then((lists) => {
      for (const [field, list] of Object.entries(lists)) {
        labels.set(field, list.map((text) => ({ text, folded: fold(text) })));
      }
    })
    // Missing suggestions are no reason for an error message; the next focus tries again.
    .catch(() => { loading = null; });
  return loading;
}

function fold(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ß", "ss");
}

// Labels that begin with the typed text, then labels with a later word that does. Within both, the file's
// order: the label of most people first.
function find(field, typed, taken) {
  const query = fold(typed).trim();
  const atBeginning = [];
  const atWord = [];
  if (query) {
    for (const label of labels.get(field) ?? []) {
      if (atBeginning.length === MAX_SHOWN) break;
      const at = label.folded.indexOf(query);
      if (at < 0 || taken.has(label.folded) || label.folded === query) continue;
      if (at === 0) atBeginning.push(label);
      else if (atWord.length < MAX_SHOWN && beginsWord(label.folded, query, at)) atWord.push(label);
    }
  }
  return atBeginning.concat(atWord).slice(0, MAX_SHOWN).map((label) => label.text);
}

function beginsWord(folded, query, first) {
  for (let at = first; at >= 0; at = folded.indexOf(query, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(folded[at - 1])) return true;
  }
  return false;
}

// The label in three parts: before the match, the match, and after it. Folding may change the length of a
// character, so positions in the folded text are counted back to characters of the label.
function splitAtMatch(label, typed) {
  const query = fold(typed).trim();
  const characters = Array.from(label);
  const lengths = characters.map((character) => fold(character).length);
  const folded = fold(label);
  let at = folded.indexOf(query);
  while (at > 0 && /[\p{L}\p{N}]/u.test(folded[at - 1])) at = folded.indexOf(query, at + 1);
  if (at < 0) return [label, "", ""];
  const parts = ["", "", ""];
  let position = 0;
  characters.forEach((character, n) => {
    parts[position < at ? 0 : position < at + query.length ? 1 : 2] += character;
    position += lengths[n];
  });
  return parts;
}

// Suggestions follow the combobox pattern of the ARIA Authoring Practices: the focus stays in the field, and
// nothing is chosen until the visitor chooses it.

const status = element("div", "", "visually-hidden");
status.setAttribute("role", "status");

let announcing = 0;
function announce(text) {
  clearTimeout(announcing);
  announcing = setTimeout(() => { status.textContent = text; }, ANNOUNCING_MS);
}

// Adds a list of suggestions to a field: one line, or a text box with an item on each line.
function suggest(field) {
  const hasLines = field.localName === "textarea";
  const list = element("ul", "", "suggestions");
  list.id = field.id + "-suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", message("suggestions", { field: field.labels[0].textContent }));
  field.after(list);
  // ARIA does not allow the role of a combobox on a text box of several lines, but it may have a list and an
  // active item.
  if (!hasLines) field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-haspopup", "listbox");
  field.setAttribute("aria-controls", list.id);
  if (!hasLines) field.setAttribute("aria-expanded", "false");

  let active = -1;
  let typing = 0;

  function close() {
    clearTimeout(typing);
    typing = 0;
    if (list.hidden) return;
    list.hidden = true;
    setActive(-1);
    if (!hasLines) field.setAttribute("aria-expanded", "false");
    announce("");
  }

  function setActive(index) {
    active = index;
    Array.from(list.children, (option, n) => option.setAttribute("aria-selected", String(n === index)));
    if (index < 0) field.removeAttribute("aria-activedescendant");
    else field.setAttribute("aria-activedescendant", list.children[index].id);
  }

  // The item that the caret is in, and its text up to the caret.
  function currentItem() {
    if (!hasLines) return { start: 0, end: field.value.length, text: field.value };
    const text = field.value;
    const caret = field.selectionEnd;
    // Titles of courses and certifications may have commas.
    const separators = /^(courses|certifications)$/.test(field.name) ? /[\n;]/ : /[\n,;]/;
    let start = caret;
    while (start > 0 && !separators.test(text[start - 1])) start -= 1;
    let end = caret;
    while (end < text.length && !separators.test(text[end])) end += 1;
    const bullet = /^[\s•‣▪●◦○■□·*–—-]*/u.exec(text.slice(start, caret))[0];
    start += bullet.length;
    return { start, end, text: text.slice(start, caret) };
  }

  function update() {
    if (document.activeElement !== field) return;
    const typed = currentItem().text;
    const taken = new Set(hasLines ? field.value.split("\n").map((line) => fold(line).trim()) : []);
    const found = find(field.name, typed, taken);
    if (found.length === 0) {
      const hasLabels = typed.trim().length > 1 && labels.has(field.name);
      close();
      if (hasLabels) announce(message("none"));
      return;
    }
    list.replaceChildren(...found.map((label, n) => {
      const option = element("li");
      option.id = `${list.id}-${n}`;
      option.setAttribute("role", "option");
      const [before, match, after] = splitAtMatch(label, typed);
      const text = element("bdi");
      text.append(before, element("b", match), after);
      option.append(text);
      option.dataset.label = label;
      return option;
    }));
    list.hidden = false;
    setActive(-1);
    if (!hasLines) field.setAttribute("aria-expanded", "true");
    announce(message("found", { n: found.length }));
    if (list.getBoundingClientRect().bottom > (visualViewport?.height ?? innerHeight)) {
      list.scrollIntoView({ block: "nearest" });
    }
  }

  function choose(label) {
    const { start, end } = currentItem();
    if (!hasLines) {
      replace(0, field.value.length, label);
    } else {
      // The label gets a line of its own: spaces, bullets and commas around it are removed.
      const text = field.value;
      let from = start;
      while (from > 0 && /[^\S\n]|[,;]|[•‣▪●◦○■□·*–—-]/u.test(text[from - 1])) from -= 1;
      let to = end;
      while (to < text.length && /[^\S\n]|[,;]/.test(text[to])) to += 1;
      const before = from > 0 && text[from - 1] !== "\n" ? "\n" : "";
      if (text[to] === "\n") to += 1;
      replace(from, to, `${before}${label}\n`);
    }
    close();
    announce(message("chosen", { label }));
  }

  function replace(from, to, text) {
    field.focus();
    field.setSelectionRange(from, to);
    // This command is deprecated, but no other way of changing text can be undone with Ctrl+Z.
    if (!document.execCommand("insertText", false, text)) {
      field.setRangeText(text, from, to, "end");
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }

  // Updates the list at once, so that a key pressed right after typing applies to the typed text and not to
  // an old list.
  function updateNow() {
    if (typing === 0 || labels.size === 0) return;
    clearTimeout(typing);
    typing = 0;
    update();
  }

  field.addEventListener("focus", load);
  field.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(() => {
      typing = 0;
      load().then(update);
    }, TYPING_MS);
  });
  field.addEventListener("blur", close);
  field.addEventListener("click", close);
  field.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    if (/^(ArrowDown|ArrowUp|Enter)$/.test(event.key)) updateNow();
    const count = list.hidden ? 0 : list.children.length;
    if (event.key === "Escape" && count > 0) {
      close();
    } else if (event.key === "ArrowDown" && count > 0) {
      setActive(active + 1 < count ? active + 1 : -1);
    } else if (event.key === "ArrowDown" && (event.altKey || !hasLines)) {
      load().then(update);
    } else if (event.key === "ArrowUp" && count > 0 && (active >= 0 || !hasLines)) {
      setActive(active < 0 ? count - 1 : active - 1);
    } else if (event.key === "Enter" && active >= 0) {
      choose(list.children[active].dataset.label);
    } else {
      // The key moves the caret, and the list for its old position closes.
      if (/^(Arrow|Home$|End$|Page)/.test(event.key)) close();
      return;
    }
    event.preventDefault();
  });
  // Pressing a suggestion must not take the focus from the field.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) choose(option.dataset.label);
  });
}

if (form) {
  form.append(status);
  for (const field of form.querySelectorAll("[data-suggest]")) suggest(field);
  // The answer page ticks the skills that were sent from this tab without asking; a link from somebody else
  // has no such note, and the page asks first.
  form.addEventListener("submit", () => {
    try {
      sessionStorage.setItem(SENT_KEY, "1");
    } catch {
      // Without sessionStorage the answer page asks first.
    }
  });
}

// The import is loaded when its button is pressed, or when a file is dropped anywhere on the page.

const importButton = document.getElementById("import");

async function importFrom(dropped) {
  try {
    const { open } = await import(importButton.dataset.import);
    open({ form, unzip: importButton.dataset.unzip, texts, dropped });
  } catch {
    importButton.parentNode.querySelector(".field-error")?.remove();
    const error = element("span", message("import-failed"), "field-error");
    error.setAttribute("role", "alert");
    importButton.after(error);
  }
}

if (importButton) {
  importButton.addEventListener("click", () => importFrom(null));
  const hasFiles = (event) => event.dataTransfer?.types.includes("Files");
  document.addEventListener("dragover", (event) => { if (hasFiles(event)) event.preventDefault(); });
  document.addEventListener("drop", (event) => {
    if (!hasFiles(event) || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    // The dropped items can only be read during the event.
    const entries = Array.from(event.dataTransfer.items, (item) => item.webkitGetAsEntry?.()).filter(Boolean);
    importFrom({
      items: entries.map((entry) => ({ webkitGetAsEntry: () => entry })),
      files: Array.from(event.dataTransfer.files),
    });
  });
}
