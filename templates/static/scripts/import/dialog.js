// The dialog: choose, look at what will be put into the form, put it there. Text is only ever text.

let words = {};

function say(key, values = {}) {
  const text = words["import-" + key] ?? key;
  return text.replace(/\{(\w+)\}/g, (gap, name) => String(values[name] ?? gap));
}

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (name === "text") made.textContent = value;
    else if (value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.filter(Boolean));
  return made;
}

const button = (key, onclick, attributes = {}) => element("button", { type: "button", text: say(key), onclick, ...attributes });

/* Opens the dialog; with `dropped` files it reads them at once. */
export function open({ form, unzip, language, dropped = null }) {
  words = language;
  const dialog = element("dialog", { class: "import-dialog", "aria-labelledby": "import-title" });
  const body = element("div", {});
  const status = element("p", { role: "status", class: "import-status" });
  dialog.append(body, status);
  document.body.append(dialog);
  // The browser gives the focus back to where it was.
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
      const files = Array.from(event.target.files, (file) => ({ file, path: file.webkitRelativePath || file.name }));
      event.target.value = "";
      if (files.length > 0) take(() => readFiles(files, unzip));
    };
    const pick = (id, key, more) => [
      element("input", { type: "file", id, class: "visually-hidden", onchange: picked, ...more }),
      element("label", { for: id, class: "button-like", text: say(key) }),
    ];
    const text = element("textarea", { id: "import-text", rows: 5, spellcheck: "false", autocomplete: "off" });
    const paste = () => take(async () => {
      const found = nothingYet();
      if (text.value.trim() === "") throw new Problem("problem-no-text");
      if (/^\s*\{/.test(text.value)) readResume(found, say("pasted"), text.value);
      else readText(found, text.value);
      found.used.push(say("pasted"));
      return found;
    });
    const title = element("h2", { id: "import-title", tabindex: "-1", text: say("title") });
    const alert = problem && problemBox(problem);
    show(
      title,
      alert,
      element("p", { text: say("lead") }),
      element("div", { class: "drop" },
        element("p", { text: say("drop") }),
        element("div", { class: "choices" }, ...pick("import-file", "choose-file", { multiple: true }),
          ...pick("import-folder", "choose-folder", { webkitdirectory: true }))),
      element("label", { for: "import-text", text: say("paste-label") }),
      element("p", { class: "hint", id: "import-text-hint", text: say("paste-hint") }),
      text,
      element("div", { class: "choices" }, button("paste", paste, { class: "button-like" }),
        button("cancel", () => dialog.close(), { class: "link-like" })),
      element("details", {}, element("summary", { text: say("how") }), element("ol", {},
        ...["how-1", "how-2", "how-3"].map((key) => element("li", { text: say(key) })))),
    );
    text.setAttribute("aria-describedby", "import-text-hint");
    (alert ?? title).focus();
  }

  async function take(read) {
    status.textContent = say("reading");
    try {
      const found = await read();
      const fields = draft(found);
      if (Object.values(fields).every((value) => value.length === 0)) throw new Problem("problem-empty-export", { file: found.used.join(", ") });
      preview(found, fields);
    } catch (error) {
      choose(error instanceof Problem ? error : new Problem("problem-bug", { reason: String(error?.message ?? error).slice(0, 200) }));
    }
  }

  // What was dropped is only there while the event lasts: nothing may be awaited before `filesOf` asks for it.
  const takeDropped = (transfer) => take(async () => readFiles(await filesOf(transfer), unzip));

  function preview(found, fields) {
    const inputs = new Map();
    const labelOf = (name) => form.elements[name].labels[0].textContent;
    const field = (name, input, count) => {
      inputs.set(name, input);
      input.id = "import-" + name;
      return element("div", { class: "field" }, element("label", { for: input.id, text: labelOf(name) }), input,
        count !== undefined && element("p", { class: "hint", text: say(count === 1 ? "entry" : "entries", { n: count }) }));
    };
    const single = (name, more = {}) => field(name, element("input", { type: "text", maxlength: 200, autocomplete: "off", value: fields[name], ...more }));
    const list = (name) => {
      const input = element("textarea", { rows: Math.min(8, Math.max(2, fields[name].length)), spellcheck: "false", autocomplete: "off" });
      input.value = fields[name].join("\n");
      return field(name, input, fields[name].length);
    };
    const title = element("h2", { id: "import-title", tabindex: "-1", text: say("preview-title") });
    const hasMore = Array.from(form.querySelectorAll("[data-suggest]")).some((input) => input.value.trim() !== "");
    const notes = Array.from(new Set(found.notes.map(([key, values]) => say(key, { ...values, field: values.field && labelOf(values.field) }))));
    show(
      title,
      element("p", { text: say("preview-lead", { files: found.used.map((path) => path.split(/[/\\]/).at(-1)).join(", ") }) }),
      hasMore && element("p", { text: say("preview-merge") }),
      single("position"),
      element("div", { class: "field-row" },
        single("experience_years", { class: "number", inputmode: "numeric", maxlength: 2 }),
        single("experience_months", { class: "number", inputmode: "numeric", maxlength: 3 })),
      element("p", { class: "hint", text: say("preview-months") }),
      ...LIST_FIELDS.map(list),
      notes.length > 0 && element("h3", { text: say("notes-title") }),
      notes.length > 0 && element("ul", {}, ...notes.slice(0, 12).map((text) => element("li", {}, element("bdi", { text })))),
      element("h3", { text: say("left-out-title") }),
      element("p", { text: say("left-out") }),
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
        target.value = lines.filter((line) => line && !seen.has(fold(line)) && seen.add(fold(line))).join("\n");
      } else if (input.value.trim() !== "") {
        target.value = input.value.trim();
      }
      target.dispatchEvent(new Event("change", { bubbles: true }));
    }
    dialog.close("accepted");
    document.getElementById("import-done")?.remove();
    const done = element("p", { id: "import-done", class: "import-done", tabindex: "-1", text: say("done") });
    form.prepend(done);
    done.focus();
    done.scrollIntoView({ block: "start" });
  }

  dialog.showModal();
  if (dropped) takeDropped(dropped);
  else choose();
}

function problemBox(problem) {
  const title = say(problem.key, problem.values);
  return element("div", { class: "problem", role: "alert", tabindex: "-1" },
    element("h3", { text: say("problem-title") }),
    element("p", {}, element("bdi", { text: title })),
    element("p", { text: say(problem.key + "-fix", problem.values) }));
}

/* What was dropped: files, and what lies in folders, not deeper than exports go. */
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
