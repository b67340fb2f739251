// Colours code and puts a label and a copy button on it, typesets formulas and previews notes. Runs
// in the isolated world behind reader_script.js, after highlight.min.js and katex.min.js where the
// article needs them. Page scripts are off, and timers never fire there.
(function () {
  "use strict";

  const maxCodeLength = 60000;

  function highlight(pre) {
    const code = pre.querySelector("code");
    const language = pre.dataset.language;
    if (!code || !language || !window.hljs || !hljs.getLanguage(language)
        || code.textContent.length > maxCodeLength) {
      return;
    }
    code.innerHTML = hljs.highlight(code.textContent, { language, ignoreIllegals: true }).value;
  }

  // "1-3 7" as a set of numbers
  function lineSet(text) {
    const lines = new Set();
    for (const part of (text || "").split(/[ ,]+/)) {
      const [first, last] = part.split("-").map(Number);
      for (let line = first; line <= (last || first) && lines.size < 10000; ++line) {
        lines.add(line);
      }
    }
    return lines;
  }

  function numberLines(pre) {
    const code = pre.querySelector("code");
    if (!code || !(pre.dataset.start || pre.dataset.lines)) {
      return;
    }
    const marked = lineSet(pre.dataset.lines);
    const first = Number(pre.dataset.start || 1);
    const column = document.createElement("span");
    column.className = "line-numbers";
    column.setAttribute("aria-hidden", "true");
    const count = code.textContent.replace(/\n$/, "").split("\n").length;
    for (let line = 0; line < count; ++line) {
      const number = document.createElement("span");
      number.textContent = pre.dataset.start ? first + line : "\u00a0";
      number.className = marked.has(line + 1) ? "marked" : "";
      column.append(number);
    }
    pre.classList.add("numbered");
    pre.prepend(column);
  }

  // The box does not scroll with long lines, so that what is on it stays in its corner.
  function frame(pre) {
    const code = pre.querySelector("code");
    if (!code) {
      return;
    }
    const box = document.createElement("div");
    box.className = "code";
    pre.replaceWith(box);
    box.append(pre);
    const tools = document.createElement("div");
    tools.className = "code-tools";
    const label = document.createElement("span");
    label.textContent = pre.dataset.file || pre.dataset.language || "";
    box.classList.toggle("labelled", label.textContent !== "");
    tools.append(label, copyButton(code));
    box.append(tools);
  }

  function copyButton(code) {
    const { words, copy } = globalThis.lectern;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = words.copy;
    button.addEventListener("click", () => {
      copy(code.textContent.replace(/\n$/, ""));
      button.textContent = words.copied;
    });
    button.addEventListener("mouseleave", () => { button.textContent = words.copy; });
    button.addEventListener("blur", () => { button.textContent = words.copy; });
    return button;
  }

  function typeset(formula) {
    formula.classList.add("typeset");
    const isDisplay = formula.classList.contains("formula-display");
    // Inside other marks these say nothing more; `\\[2pt]` is the end of a line.
    const tex = formula.textContent.replace(/(?<!\\)\\[[\]()]/g, " ");
    window.katex.render(tex, formula, {
      displayMode: isDisplay, throwOnError: false, trust: false, strict: "ignore", errorColor: "inherit",
      maxExpand: 200, maxSize: 40
    });
  }

  // A footnote's text beside its number, while the mouse or the keyboard is on it.
  function previewNote(link) {
    const note = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!note) {
      return;
    }
    const hide = () => document.querySelector(".note-preview")?.remove();
    const show = () => {
      hide();
      const preview = document.createElement("div");
      preview.className = "note-preview";
      preview.setAttribute("role", "tooltip");
      preview.append(...Array.from(note.childNodes, (child) => child.cloneNode(true)));
      preview.querySelectorAll(".footnote-back").forEach((back) => back.remove());
      preview.querySelectorAll("[id]").forEach((element) => element.removeAttribute("id"));
      document.querySelector("article").append(preview);
      place(preview, link);
    };
    link.addEventListener("mouseenter", show);
    link.addEventListener("focus", show);
    link.addEventListener("mouseleave", hide);
    link.addEventListener("blur", hide);
    link.addEventListener("click", hide);
  }

  function place(preview, link) {
    const article = preview.parentElement.getBoundingClientRect();
    const at = link.getBoundingClientRect();
    const left = Math.min(at.left - article.left, article.width - preview.offsetWidth);
    const isBelow = at.bottom + preview.offsetHeight + 8 < innerHeight;
    const top = isBelow ? at.bottom + 6 : at.top - preview.offsetHeight - 6;
    preview.style.left = `${Math.max(0, left)}px`;
    preview.style.top = `${top - article.top}px`;
  }

  document.querySelectorAll("pre").forEach((pre) => {
    highlight(pre);
    numberLines(pre);
    frame(pre);
  });
  if (window.katex) {
    document.querySelectorAll(".formula").forEach(typeset);
  }
  document.querySelectorAll(".footnote-ref a").forEach(previewNote);
})();
