// What a browser adds to the pages, all of which work without it: completion, keys, counts beside
// the lines, a dialog to correct in, and marks of what was read. Texts are only ever set as text.
"use strict";

// ---- Keys

const keys = [
  ["/", "to the search box", () => focusBox()],
  ["j", "next line", () => move(1)],
  ["k", "line before", () => move(-1)],
  ["n", "next hit, or the next page", () => follow("[data-key=n], a[rel=next]")],
  ["p", "hit before, or the page before", () => follow("[data-key=p], a[rel=prev]")],
  ["Enter", "read the line in its place", () => open(".ref, h3 a")],
  ["c", "correct who speaks", () => open(".fix")],
  ["s", "to the shelf", () => location.assign("/shelf")],
  ["?", "these keys", () => showKeys()],
];

function isTyping(target) {
  return target.closest("input, select, textarea, [contenteditable]") !== null;
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.key === "Escape" && document.activeElement !== null) document.activeElement.blur();
  if (isTyping(event.target) || document.querySelector("dialog[open]") !== null) return;
  // Enter on a link or a button is theirs.
  if (event.key === "Enter" && event.target.closest("a, button, summary") !== null) return;
  const key = keys.find(([name]) => name === event.key);
  if (key === undefined) return;
  if (key[2]() !== false) event.preventDefault();
});

function focusBox() {
  const box = document.getElementById("q");
  if (box === null) return false;
  box.focus();
  box.select();
}

let place = null;

function shownLines() {
  return [...document.querySelectorAll(".line, .para, .entry, .kwic tbody tr")].filter(
    (line) => line.checkVisibility());
}

function move(step) {
  const lines = shownLines();
  if (lines.length === 0) return false;
  const start = place ?? document.querySelector(".para.target");
  const now = lines.indexOf(start);
  const next = now < 0 ? (step > 0 ? 0 : lines.length - 1) : now + step;
  const line = lines[Math.min(Math.max(next, 0), lines.length - 1)];
  if (place !== null) place.classList.remove("at");
  place = line;
  line.classList.add("at");
  line.tabIndex = -1;
  line.focus({ preventScroll: true });
  line.scrollIntoView({ block: "center" });
}

function follow(selector) {
  const link = document.querySelector(selector);
  if (link === null) return false;
  link.click();
}

function open(selector) {
  const line = place ?? document.querySelector(".para.target, .line");
  const link = line === null ? null : line.querySelector(selector) ?? line.querySelector("a");
  if (link === null) return false;
  link.click();
}

function showKeys() {
  const dialog = newDialog("Keys");
  const list = document.createElement("dl");
  for (const [name, means] of keys) {
    const key = document.createElement("kbd");
    key.textContent = name;
    const term = document.createElement("dt");
    term.append(key);
    const text = document.createElement("dd");
    text.textContent = means;
    list.append(term, text);
  }
  dialog.append(list);
  dialog.showModal();
}

function newDialog(title) {
  const dialog = document.createElement("dialog");
  const heading = document.createElement("h2");
  heading.textContent = title;
  heading.id = "dialog-title";
  dialog.setAttribute("aria-labelledby", heading.id);
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = "Close";
  close.addEventListener("click", () => dialog.close());
  dialog.append(heading, close);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  return dialog;
}

// ---- Completion

class Completion {
  constructor(input) {
    this.input = input;
    this.kind = input.dataset.complete;
    this.chosen = -1;
    this.asked = 0;
    this.list = document.createElement("ul");
    this.list.className = "complete";
    this.list.id = `complete-${Completion.count++}`;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", "Completions");
    this.list.hidden = true;
    input.after(this.list);
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-controls", this.list.id);
    input.addEventListener("input", () => this.ask());
    input.addEventListener("keydown", (event) => this.key(event));
    input.addEventListener("blur", () => this.hide());
    this.list.addEventListener("mousedown", (event) => {
      const item = event.target.closest("li");
      if (item === null) return;
      event.preventDefault();
      this.take(item.textContent);
    });
  }

  // The word before the cursor: of a query the last one, where quotation marks may hold blanks.
  get word() {
    const before = this.input.value.slice(0, this.input.selectionStart ?? undefined);
    if (this.kind !== "query") return before;
    return before.match(/(?:[^\s"]+:)?"[^"]*$|\S*$/u)[0];
  }

  async ask() {
    const word = this.word;
    const number = ++this.asked;
    if (word.length < 2) return this.hide();
    const items = new URLSearchParams({ prefix: word, kind: this.kind, limit: "8", form: "json" });
    // Nobody is offered whom the lock hides.
    const border = document.querySelector("[name=upto]")?.value
      ?? new URLSearchParams(location.search).get("upto");
    if (border) items.set("upto", border);
    let words = [];
    try {
      const answer = await fetch(`/v1/complete?${items}`);
      if (answer.ok) words = (await answer.json()).completions;
    } catch {
      // Without an answer nothing is offered.
    }
    // Only the last question counts.
    if (number !== this.asked || document.activeElement !== this.input) return;
    this.show(words.filter((found) => found !== word));
  }

  show(words) {
    this.chosen = -1;
    this.list.replaceChildren(...words.map((word, index) => {
      const item = document.createElement("li");
      item.id = `${this.list.id}-${index}`;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      item.textContent = word;
      return item;
    }));
    this.list.hidden = words.length === 0;
    this.input.setAttribute("aria-expanded", String(!this.list.hidden));
    this.input.removeAttribute("aria-activedescendant");
  }

  hide() {
    this.asked++;
    this.show([]);
  }

  key(event) {
    if (this.list.hidden) return;
    const items = [...this.list.children];
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const step = event.key === "ArrowDown" ? 1 : -1;
      this.chosen = (this.chosen + step + items.length) % items.length;
      items.forEach((item, index) =>
        item.setAttribute("aria-selected", String(index === this.chosen)));
      this.input.setAttribute("aria-activedescendant", items[this.chosen].id);
    } else if ((event.key === "Enter" || event.key === "Tab") && this.chosen >= 0) {
      this.take(items[this.chosen].textContent);
    } else if (event.key === "Escape") {
      this.hide();
      event.stopPropagation();
    } else {
      return;
    }
    event.preventDefault();
  }

  take(word) {
    const end = this.input.selectionStart ?? this.input.value.length;
    const before = this.input.value.slice(0, end - this.word.length);
    const behind = this.input.value.slice(end);
    const gap = this.kind === "query" && !/[:*]$/u.test(word) && !behind.startsWith(" ") ? " " : "";
    this.input.value = before + word + gap + behind;
    const cursor = (before + word + gap).length;
    this.input.setSelectionRange(cursor, cursor);
    this.hide();
  }
}
Completion.count = 0;

for (const input of document.querySelectorAll("[data-complete]")) new Completion(input);

// ---- Pages within pages: the daemon's own markup, in which texts are escaped

async function part(address, selector) {
  const answer = await fetch(address, { headers: { Accept: "text/html" } });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return page.querySelector(selector);
}

for (const aside of document.querySelectorAll("[data-load]")) {
  part(aside.dataset.load, "#facets").then((facets) => {
    if (facets !== null) aside.firstElementChild.replaceWith(document.importNode(facets, true));
  }, () => {});
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a.fix, a[data-keys]");
  if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  if ("keys" in link.dataset) return showKeys();
  part(link.href, "main").then((page) => {
    const form = page?.querySelector("form.fix-form");
    if (!form) return location.assign(link.href);
    const dialog = newDialog("Correct a line");
    const shown = [page.querySelector("blockquote"), page.querySelector("blockquote + p"), form];
    dialog.append(...shown.map((node) => document.importNode(node, true)));
    dialog.showModal();
    dialog.querySelector("input").focus();
  }, () => location.assign(link.href));
});

// ---- What was read, kept in this browser

function readMark(work) {
  return Number(localStorage.getItem(`read:${work}`) ?? 0);
}

const reading = document.querySelector("main.read");
if (reading !== null) {
  const { work, chapter } = reading.dataset;
  // A look at a line is no reading: the mark is set at the end of the chapter.
  const end = document.querySelector("main.read > nav:last-of-type");
  new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    if (Number(chapter) > readMark(work)) localStorage.setItem(`read:${work}`, chapter);
  }).observe(end);
}

for (const entry of document.querySelectorAll(".entry[data-work]")) {
  const mark = readMark(entry.dataset.work);
  if (mark === 0) continue;
  const text = document.createElement("p");
  text.className = "readmark";
  text.textContent = mark >= Number(entry.dataset.chapters)
    ? "read to the end" : `read up to chapter ${mark} of ${entry.dataset.chapters}`;
  entry.append(text);
}
