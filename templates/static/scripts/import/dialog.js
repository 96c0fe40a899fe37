// The dialog: the visitor chooses files or pastes a text, reviews the result, and accepts it into the form.
// Text is only ever set as text, never as HTML.

import { LIST_FIELDS, draft } from "./draft.js";
import { emptyResult, readFiles } from "./files.js";
import { readText } from "./pasted.js";
import { readResume } from "./resume.js";
import { Problem, fold } from "./words.js";

let messages = {};

function message(key, values = {}) {
  const text = messages["import-" + key] ?? key;
  return text.replace(/\{(\w+)\}/g, (gap, name) => String(values[name] ?? gap));
}

function element(tag, attributes = {}, ...children) {
  const created = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) created.addEventListener(name.slice(2), value);
    else if (name === "text") created.textContent = value;
    else if (value !== false) created.setAttribute(name, value === true ? "" : value);
  }
  created.append(...children.filter(Boolean));
  return created;
}

// Attributes of text boxes for names and terms, which spelling checks would underline.
const plain = { spellcheck: "false", autocomplete: "off" };

const button = (key, onclick, attributes = {}) =>
  element("button", { type: "button", text: message(key), onclick, ...attributes });

// Opens the dialog; if files were `dropped`, it reads them at once. `unzip` is the URL of the unzip library,
// `texts` the page's messages.
export function open({ form, unzip, texts, dropped = null }) {
  messages = texts;
  const dialog = element("dialog", { class: "import-dialog", "aria-labelledby": "import-title" });
  const body = element("div", {});
  const status = element("p", { role: "status", class: "import-status" });
  dialog.append(body, status);
  document.body.append(dialog);
  // The browser then returns the focus to the element that had it.
  dialog.addEventListener("close", () => dialog.remove());
  for (const kind of ["dragover", "drop"]) {
    dialog.addEventListener(kind, (event) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      event.stopPropagation();
      if (kind === "drop") takeDropped(event.dataTransfer);
    });
  }

  function show(...children) {
    body.replaceChildren(...children.filter(Boolean));
    status.textContent = "";
    dialog.scrollTop = 0;
  }

  function choose(problem = null) {
    const picked = (event) => {
      const pathOf = (file) => file.webkitRelativePath || file.name;
      const files = Array.from(event.target.files, (file) => ({ file, path: pathOf(file) }));
      event.target.value = "";
      if (files.length > 0) take(() => readFiles(files, unzip));
    };
    const pick = (id, key, more) => [
      element("input", { type: "file", id, class: "visually-hidden", onchange: picked, ...more }),
      element("label", { for: id, class: "button-like", text: message(key) }),
    ];
    const text = element("textarea", { id: "import-text", rows: 5, ...plain });
    const paste = () => take(async () => {
      const found = emptyResult();
      if (text.value.trim() === "") throw new Problem("problem-no-text");
      if (/^\s*\{/.test(text.value)) readResume(found, message("pasted"), text.value);
      else readText(found, text.value);
      found.used.push(message("pasted"));
      return found;
    });
    const title = element("h2", { id: "import-title", tabindex: "-1", text: message("title") });
    const alert = problem && problemBox(problem);
    show(
      title,
      alert,
      element("p", { text: message("lead") }),
      element("div", { class: "drop" },
        element("p", { text: message("drop") }),
        element("div", { class: "choices" }, ...pick("import-file", "choose-file", { multiple: true }),
          ...pick("import-folder", "choose-folder", { webkitdirectory: true }))),
      element("label", { for: "import-text", text: message("paste-label") }),
      element("p", { class: "hint", id: "import-text-hint", text: message("paste-hint") }),
      text,
      element("div", { class: "choices" }, button("paste", paste, { class: "button-like" }),
        button("cancel", () => dialog.close(), { class: "link-like" })),
      element("details", {}, element("summary", { text: message("how") }), element("ol", {},
        ...["how-1", "how-2", "how-3"].map((key) => element("li", { text: message(key) })))),
    );
    text.setAttribute("aria-describedby", "import-text-hint");
    (alert ?? title).focus();
  }

  async function take(read) {
    status.textContent = message("reading");
    try {
      const found = await read();
      const fields = draft(found);
      if (Object.values(fields).every((value) => value.length === 0)) {
        throw new Problem("problem-empty-export", { file: found.used.join(", ") });
      }
      preview(found, fields);
    } catch (error) {
      const reason = String(error?.message ?? error).slice(0, 200);
      choose(error instanceof Problem ? error : new Problem("problem-bug", { reason }));
    }
  }

  // Dropped items can only be read during the event, so nothing may be awaited before `filesOf` reads them.
  const takeDropped = (transfer) => take(async () => readFiles(await filesOf(transfer), unzip));

  function preview(found, fields) {
    const inputs = new Map();
    const labelOf = (name) => form.elements[name].labels[0].textContent;
    const field = (name, input, hint) => {
      inputs.set(name, input);
      input.id = "import-" + name;
      const label = element("label", { for: input.id, text: labelOf(name) });
      return element("div", { class: "field" }, label, input, hint);
    };
    const single = (name, attributes = {}) => {
      const common = { type: "text", maxlength: 200, autocomplete: "off", value: fields[name] };
      return field(name, element("input", { ...common, ...attributes }));
    };
    const list = (name) => {
      const n = fields[name].length;
      const input = element("textarea", { rows: Math.min(8, Math.max(2, n)), ...plain });
      input.value = fields[name].join("\n");
      const count = message(n === 1 ? "entry" : "entries", { n });
      return field(name, input, element("p", { class: "hint", text: count }));
    };
    const noteRow = (text) => element("li", {}, element("bdi", { text }));
    const title = element("h2", { id: "import-title", tabindex: "-1", text: message("preview-title") });
    const formFields = Array.from(form.querySelectorAll("[data-suggest]"));
    const isFilled = formFields.some((input) => input.value.trim() !== "");
    const noteText = ([key, values]) =>
      message(key, { ...values, field: values.field && labelOf(values.field) });
    const notes = Array.from(new Set(found.notes.map(noteText)));
    const fileNames = found.used.map((path) => path.split(/[/\\]/).at(-1)).join(", ");
    show(
      title,
      element("p", { text: message("preview-lead", { files: fileNames }) }),
      isFilled && element("p", { text: message("preview-merge") }),
      single("position"),
      element("div", { class: "field-row" },
        single("experience_years", { class: "number", inputmode: "numeric", maxlength: 2 }),
        single("experience_months", { class: "number", inputmode: "numeric", maxlength: 3 })),
      element("p", { class: "hint", text: message("preview-months") }),
      ...LIST_FIELDS.map(list),
      notes.length > 0 && element("h3", { text: message("notes-title") }),
      notes.length > 0 && element("ul", {}, ...notes.slice(0, 12).map(noteRow)),
      element("h3", { text: message("left-out-title") }),
      element("p", { text: message("left-out") }),
      element("div", { class: "choices choices-last" },
        button("accept", () => accept(found, inputs), { class: "button" }),
        button("again", () => choose(), { class: "button-like" }),
        button("cancel", () => dialog.close(), { class: "link-like" })),
    );
    title.focus();
  }

  function accept(found, inputs) {
    for (const [name, input] of inputs) {
      const target = form.elements[name];
      if (LIST_FIELDS.includes(name)) {
        const seen = new Set();
        const lines = `${target.value}\n${input.value}`.split("\n").map((line) => line.trim());
        const isNew = (line) => line && !seen.has(fold(line)) && seen.add(fold(line));
        target.value = lines.filter(isNew).join("\n");
      } else if (input.value.trim() !== "") {
        target.value = input.value.trim();
      }
      target.dispatchEvent(new Event("change", { bubbles: true }));
    }
    dialog.close("accepted");
    document.getElementById("import-done")?.remove();
    const text = message("done");
    const done = element("p", { id: "import-done", class: "import-done", tabindex: "-1", text });
    form.prepend(done);
    done.focus();
    done.scrollIntoView({ block: "start" });
  }

  dialog.showModal();
  if (dropped) takeDropped(dropped);
  else choose();
}

function problemBox(problem) {
  const title = message(problem.key, problem.values);
  return element("div", { class: "problem", role: "alert", tabindex: "-1" },
    element("h3", { text: message("problem-title") }),
    element("p", {}, element("bdi", { text: title })),
    element("p", { text: message(problem.key + "-fix", problem.values) }));
}

// The dropped files, and the files in dropped folders, to the depth that exports have.
async function filesOf(transfer) {
  const entries = Array.from(transfer.items ?? []).map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (entries.length === 0) return Array.from(transfer.files, (file) => ({ file, path: file.name }));
  const files = [];
  const promised = (run) => new Promise((resolve, reject) => { run(resolve, reject); });
  const walk = async (entry, path, depth) => {
    if (files.length >= 2000 || depth > 4) return;
    if (entry.isFile) {
      files.push({ file: await promised((resolve, reject) => entry.file(resolve, reject)), path });
      return;
    }
    const reader = entry.createReader();
    for (;;) {
      const some = await promised((resolve, reject) => reader.readEntries(resolve, reject));
      if (some.length === 0) break;
      for (const inner of some) await walk(inner, `${path}/${inner.name}`, depth + 1);
    }
  };
  for (const entry of entries) await walk(entry, entry.name, 0);
  return files;
}
