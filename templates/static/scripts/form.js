// The form: suggestions while typing, and a button that loads the import. Without it the form is complete;
// what is posted is what stands in the fields, as without it.
const MAX_SHOWN = 8;
const TYPING_MS = 60;
const SPEAKING_MS = 700;
const form = document.querySelector("form[data-vocabulary]");
const texts = textsOf("form-words");
// The forms of one word stand under keys of their own here.
const foundForms = Object.entries(texts).filter(([key]) => key.startsWith("found-")).map(([key, text]) => [key.slice(6), text]);
const told = wordsOf({ ...texts, found: Object.fromEntries(foundForms) });

// Labels: loaded once, when somebody comes to a field.

let loading = null;
const labels = new Map();

function load() {
  loading ??= fetch(form.dataset.vocabulary)
    .then((answer) => (answer.ok ? answer.json() : {}))
    .then((lists) => {
      for (const [field, list] of Object.entries(lists)) {
        labels.set(field, list.map((text) => ({ text, folded: fold(text) })));
      }
    })
    // No suggestions are no reason to disturb anybody; the next focus asks again.
    .catch(() => { loading = null; });
  return loading;
}

function fold(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ß", "ss");
}

// Labels that begin with what was typed, then those with a word that does; each by people, as the file has them.
function find(field, typed, taken) {
  const query = fold(typed).trim();
  const begin = [];
  const word = [];
  if (query) {
    for (const label of labels.get(field) ?? []) {
      if (begin.length === MAX_SHOWN) break;
      const at = label.folded.indexOf(query);
      if (at < 0 || taken.has(label.folded) || label.folded === query) continue;
      if (at === 0) begin.push(label);
      else if (word.length < MAX_SHOWN && beginsWord(label.folded, query, at)) word.push(label);
    }
  }
  return begin.concat(word).slice(0, MAX_SHOWN).map((label) => label.text);
}

function beginsWord(folded, query, at) {
  for (; at >= 0; at = folded.indexOf(query, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(folded[at - 1])) return true;
  }
  return false;
}

// Where in a label the query stands, in the label's own characters.
function split(label, typed) {
  const query = fold(typed).trim();
  const characters = Array.from(label);
  const lengths = characters.map((character) => fold(character).length);
  const folded = fold(label);
  let at = folded.indexOf(query);
  while (at > 0 && /[\p{L}\p{N}]/u.test(folded[at - 1])) at = folded.indexOf(query, at + 1);
  if (at < 0) return [label, "", ""];
  const parts = ["", "", ""];
  let place = 0;
  characters.forEach((character, n) => {
    parts[place < at ? 0 : place < at + query.length ? 1 : 2] += character;
    place += lengths[n];
  });
  return parts;
}

// A list of suggestions under a field, after the combobox of the ARIA Authoring Practices: the focus stays in the
// field, nothing is chosen until it is asked for.

const status = element("div", "", "visually-hidden");
status.setAttribute("role", "status");

let speaking = 0;
function say(text) {
  clearTimeout(speaking);
  speaking = setTimeout(() => { status.textContent = text; }, SPEAKING_MS);
}

function suggest(field) {
  const many = field.localName === "textarea";
  const list = element("ul", "", "suggestions");
  list.id = field.id + "-suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", told("suggestions", { field: field.labels[0].textContent }));
  field.after(list);
  // A text box of many lines may not be called a combobox; it may have a list and an active item.
  if (!many) field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-haspopup", "listbox");
  field.setAttribute("aria-controls", list.id);
  if (!many) field.setAttribute("aria-expanded", "false");

  let active = -1;
  let typing = 0;

  function close() {
    clearTimeout(typing);
    typing = 0;
    if (list.hidden) return;
    list.hidden = true;
    mark(-1);
    if (!many) field.setAttribute("aria-expanded", "false");
    say("");
  }

  function mark(place) {
    active = place;
    Array.from(list.children).forEach((option, n) => option.setAttribute("aria-selected", String(n === place)));
    if (place < 0) field.removeAttribute("aria-activedescendant");
    else field.setAttribute("aria-activedescendant", list.children[place].id);
  }

  // The piece of the text that the caret is in: a line, or what commas and the like leave of it.
  function piece() {
    if (!many) return { start: 0, end: field.value.length, text: field.value };
    const text = field.value;
    const caret = field.selectionEnd;
    // Commas are part of titles.
    const ends = /^(courses|certifications)$/.test(field.name) ? /[\n;]/ : /[\n,;]/;
    let start = caret;
    while (start > 0 && !ends.test(text[start - 1])) start -= 1;
    let end = caret;
    while (end < text.length && !ends.test(text[end])) end += 1;
    const bullet = /^[\s•‣▪●◦○■□·*–—-]*/u.exec(text.slice(start, caret))[0];
    start += bullet.length;
    return { start, end, text: text.slice(start, caret) };
  }

  function update() {
    if (document.activeElement !== field) return;
    const typed = piece().text;
    const taken = new Set(many ? field.value.split("\n").map((line) => fold(line).trim()) : []);
    const found = find(field.name, typed, taken);
    if (found.length === 0) {
      const hasLabels = typed.trim().length > 1 && labels.has(field.name);
      close();
      if (hasLabels) say(told("none"));
      return;
    }
    list.replaceChildren(...found.map((label, n) => {
      const option = element("li");
      option.id = `${list.id}-${n}`;
      option.setAttribute("role", "option");
      const [before, match, after] = split(label, typed);
      const text = element("bdi");
      text.append(before, element("b", match), after);
      option.append(text);
      option.dataset.label = label;
      return option;
    }));
    list.hidden = false;
    mark(-1);
    if (!many) field.setAttribute("aria-expanded", "true");
    say(told("found", { n: found.length }));
    if (list.getBoundingClientRect().bottom > (visualViewport?.height ?? innerHeight)) {
      list.scrollIntoView({ block: "nearest" });
    }
  }

  function choose(label) {
    const { start, end } = piece();
    if (!many) {
      replace(0, field.value.length, label);
    } else {
      // On a line of its own: what stood before it on the line, and a comma after that, end there.
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
    say(told("chosen", { label }));
  }

  function replace(from, to, text) {
    field.focus();
    field.setSelectionRange(from, to);
    // The old command is the only one that can be undone with Ctrl+Z.
    if (!document.execCommand("insertText", false, text)) {
      field.setRangeText(text, from, to, "end");
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }

  field.addEventListener("focus", load);
  field.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(() => {
      typing = 0;
      load().then(update);
    }, TYPING_MS);
  });
  // A key after typing is about what was typed, not about the list of a moment ago.
  function catchUp() {
    if (typing === 0 || labels.size === 0) return;
    clearTimeout(typing);
    typing = 0;
    update();
  }
  field.addEventListener("blur", close);
  field.addEventListener("click", close);
  field.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    if (/^(ArrowDown|ArrowUp|Enter)$/.test(event.key)) catchUp();
    const count = list.hidden ? 0 : list.children.length;
    if (event.key === "Escape" && count > 0) {
      close();
    } else if (event.key === "ArrowDown" && count > 0) {
      mark(active + 1 < count ? active + 1 : -1);
    } else if (event.key === "ArrowDown" && (event.altKey || !many)) {
      load().then(update);
    } else if (event.key === "ArrowUp" && count > 0 && (active >= 0 || !many)) {
      mark(active < 0 ? count - 1 : active - 1);
    } else if (event.key === "Enter" && active >= 0) {
      choose(list.children[active].dataset.label);
    } else {
      // The caret goes its way, and what was found for its old place goes.
      if (/^(Arrow|Home$|End$|Page)/.test(event.key)) close();
      return;
    }
    event.preventDefault();
  });
  // The focus is to stay in the field while a suggestion is pressed.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) choose(option.dataset.label);
  });
}

if (form) {
  form.append(status);
  for (const field of form.querySelectorAll("[data-suggest]")) suggest(field);
  // The answer may tick what was written here; a link from somebody else may not, and has no such note.
  form.addEventListener("submit", () => {
    try {
      sessionStorage.setItem(SENT, "1");
    } catch {
      // Then the answer asks first.
    }
  });
}

// The import is loaded when somebody asks for it, or drops a file anywhere on the page.

const offer = document.getElementById("import");

async function importFrom(dropped) {
  try {
    const { open } = await import(offer.dataset.import);
    open({ form, unzip: offer.dataset.unzip, language: texts, dropped });
  } catch {
    offer.parentNode.querySelector(".field-error")?.remove();
    const error = element("span", told("import-failed"), "field-error");
    error.setAttribute("role", "alert");
    offer.after(error);
  }
}

if (offer) {
  offer.addEventListener("click", () => importFrom(null));
  const hasFiles = (event) => event.dataTransfer?.types.includes("Files");
  document.addEventListener("dragover", (event) => { if (hasFiles(event)) event.preventDefault(); });
  document.addEventListener("drop", (event) => {
    if (!hasFiles(event) || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    // What was dropped is only there while the event lasts.
    const entries = Array.from(event.dataTransfer.items, (item) => item.webkitGetAsEntry?.()).filter(Boolean);
    importFrom({
      items: entries.map((entry) => ({ webkitGetAsEntry: () => entry })),
      files: Array.from(event.dataTransfer.files),
    });
  });
}
