// Runs in a world of its own: it sees the page's elements, the page does not see it. Watches the
// images and stands in for those that are loading or failed. setTimeout never fires here, because
// the page's own JavaScript is off.
//
// tell() sends to the program, with the page's address added: {kind: "ready"}, {kind: "settled"},
// {kind: "failed", image, address}, {kind: "retry", image, address}, {kind: "link", address},
// {kind: "copy", text}, {kind: "place", paragraph, anchor, progress, isEnd, heading} as the reader scrolls,
// {kind: "selection", box} as the selection comes, moves and goes (then without a box), and
// {kind: "highlight", highlight, box} for a click on one; a box is [left, top, width, height].
// The program calls lectern.setStyle(theme, declarations), which <html> then has as its class and
// style; lectern.explain(image, text) with the reason and lectern.retry(image);
// lectern.text() for the words of the page and then lectern.mark([[start, end], ...]) with places in
// it; lectern.stepMark(1 or -1), which answers [current, total]; lectern.clearMarks();
// lectern.goTo(paragraph, anchor), which brings back a place; lectern.goToHeading(id);
// lectern.articleText() for those of the article alone, and then, with places in these,
// lectern.paint([[highlight, colour, hasNote, start, end], ...]) instead of what was painted before,
// lectern.selected(), which answers [words, start, end], and lectern.goToHighlight(highlight);
// lectern.unselect();
// lectern.enhanced() behind the page's other scripts, without which it is never settled.
(send) => {
  "use strict";

  const tell = (message) => send({ ...message, page: location.href });

  const words = LECTERN_WORDS;
  const notes = new Map(); // image -> the note that stands for it
  const images = []; // an image's number in messages is its place here
  let isEnhanced = false; // code is coloured and formulas are set
  let isSettled = false;

  const style = `
    .lectern-note { display: inline-flex; width: 100%; vertical-align: top; flex-wrap: wrap; gap: .2em .8em; align-items: baseline;
      box-sizing: border-box; max-width: 100%; margin: .2em 0; padding: .7em 1em;
      border: 1px dashed var(--line, #bbb); border-radius: .4em; background: var(--panel, #f4f4f4);
      color: var(--soft, #666); font: .82rem/1.5 "Noto Sans", "Noto Sans CJK SC", sans-serif;
      text-align: start; text-indent: 0; overflow-wrap: anywhere; }
    .lectern-note[data-state=loading] { border-style: solid; animation: lectern-appear .2s .35s both; }
    .lectern-note strong { font-weight: 600; color: var(--ink, #333); }
    .lectern-note button { margin-inline-start: auto; padding: .1em .8em; font: inherit;
      color: var(--accent, #06c); background: none; border: 1px solid var(--line, #bbb);
      border-radius: .3em; cursor: pointer; }
    .lectern-note button:hover, .lectern-note button:focus-visible { border-color: currentColor; }
    .lectern-note + img[data-lectern=loading] { display: block; width: 1px; height: 1px; opacity: 0; }
    img[data-lectern=failed] { display: none !important; }
    mark.lectern-hit { padding: 0; border-radius: .15em; color: inherit;
      background: var(--mark, #ffe9a8); }
    mark.lectern-hit[data-lectern=now] { outline: 2px solid var(--accent, #06c); }
    @media print { mark.lectern-hit { background: none; outline: none; } }
    @keyframes lectern-appear { from { opacity: 0; } to { opacity: 1; } }
    @media print { .lectern-note[data-state=loading], .lectern-note button { display: none; } }`;

  const meaningless = new Set(["", "图片", "圖片", "图像", "图", "image", "images", "img", "photo", "picture"]);

  function hostOf(address) {
    try {
      const url = new URL(address);
      return url.protocol.startsWith("http") ? url.host : decodeURIComponent(url.pathname.split("/").pop());
    } catch {
      return "";
    }
  }

  function addressOf(image) {
    return image.currentSrc || image.src;
  }

  function isTiny(image) {
    const width = image.getAttribute("width"), height = image.getAttribute("height");
    return width !== null && height !== null && Number(width) <= 3 && Number(height) <= 3;
  }

  function part(note, tag, text) {
    if (text) {
      note.appendChild(document.createElement(tag)).textContent = text;
    }
  }

  function removeNote(image) {
    notes.get(image)?.remove();
    notes.delete(image);
  }

  function setNote(image, state, reason) {
    removeNote(image);
    image.dataset.lectern = state;
    if (isTiny(image) || image.classList.contains("thumbnail")) {
      return; // a counting pixel, or an ornament: not something to read
    }
    const note = document.createElement("span");
    const alt = image.alt.trim();
    note.className = "lectern-note";
    note.dataset.state = state;
    part(note, "strong", meaningless.has(alt.toLowerCase()) ? "" : alt);
    part(note, "span", reason);
    part(note, "span", hostOf(addressOf(image)));
    if (state === "failed") {
      addRetry(note, image);
    }
    image.before(note);
    notes.set(image, note);
  }

  function addRetry(note, image) {
    part(note, "button", words.retry);
    const button = note.lastChild;
    button.type = "button";
    button.addEventListener("click", (event) => {
      event.preventDefault(); // the image may be inside a link
      event.stopPropagation();
      setNote(image, "loading", words.loading);
      tell({ kind: "retry", image: images.indexOf(image), address: addressOf(image) });
    });
  }

  function hasRoom(image) {
    return image.hasAttribute("width") && image.hasAttribute("height");
  }

  function watch(image) {
    if (images.includes(image)) {
      return;
    }
    images.push(image);
    if (image.complete && addressOf(image)) {
      image.naturalWidth > 0 ? onLoaded(image) : onFailed(image);
    } else if (!addressOf(image)) {
      image.dataset.lectern = "failed";
    } else if (!hasRoom(image)) {
      setNote(image, "loading", words.loading);
    }
  }

  function onLoaded(image) {
    removeNote(image);
    image.dataset.lectern = "shown";
  }

  function onFailed(image) {
    setNote(image, "failed", words.failed);
    tell({ kind: "failed", image: images.indexOf(image), address: addressOf(image) });
  }

  // A lazy image far below is asked for when the reader gets near it.
  function isAwaited(image) {
    if (image.complete || !addressOf(image) || image.dataset.lectern === "failed") {
      return false;
    }
    return image.loading !== "lazy" || image.getBoundingClientRect().top < innerHeight;
  }

  function settleIfDone() {
    if (isSettled || !isEnhanced || document.readyState !== "complete" || images.some(isAwaited)) {
      return;
    }
    isSettled = true; // before the last time
    keepPlace();
    highlights.tick();
    tellPlace();
    document.body.getBoundingClientRect(); // the fonts of formulas are asked for by the layout
    document.fonts.ready.then(() => tell({ kind: "settled" }));
  }

  // Where the reader is: the paragraph at the top of the view, and the words there, by which it is
  // found again in a page of another width or in one that changed. Nothing at the beginning.
  const paragraphsOf = ".body :is(p, li, dt, dd, tr, h1, h2, h3, h4, h5, h6, pre, figure, blockquote)";
  const headings = ".body :is(h1, h2, h3, h4, h5, h6)[id]";
  const anchorLength = 40;
  const endMargin = 48;
  let wanted = null; // where the page is kept while it grows, unless the reader moves
  let lastPlace = { paragraph: 0, anchor: "" };

  function wordsAt(element, top) {
    const box = element.getBoundingClientRect();
    if (box.top >= 0) {
      return element.textContent.slice(0, anchorLength);
    }
    const at = document.caretRangeFromPoint(box.left + 2, top);
    if (!at || !element.contains(at.startContainer)) {
      return "";
    }
    const before = document.createRange();
    before.setStart(element, 0);
    before.setEnd(at.startContainer, at.startOffset);
    const length = before.toString().length;
    return element.textContent.slice(length, length + anchorLength);
  }

  function placeNow() {
    if (scrollY <= 0) {
      return { paragraph: 0, anchor: "" };
    }
    const all = [...document.querySelectorAll(paragraphsOf)];
    const number = all.findIndex((element) => element.getBoundingClientRect().bottom > 4
      && !element.querySelector(paragraphsOf));
    return number < 0 ? { paragraph: all.length, anchor: "" }
      : { paragraph: number, anchor: wordsAt(all[number], 6) };
  }

  // The id of the heading above what is read. The line that it is read at moves down the last
  // screen, so that each heading of it has its turn.
  function headingNow() {
    const toGo = document.documentElement.scrollHeight - innerHeight - scrollY;
    const line = innerHeight * (0.2 + 0.8 * Math.max(0, 1 - toGo / innerHeight)) * (scrollY > 0);
    const above = [...document.querySelectorAll(headings)]
      .filter((element) => element.getBoundingClientRect().top <= line);
    return above.at(-1)?.id ?? "";
  }

  function tellPlace() {
    lastPlace = placeNow();
    const height = document.documentElement.scrollHeight;
    const seen = scrollY + innerHeight;
    tell({ kind: "place", ...lastPlace, progress: Math.round(1000 * Math.min(seen / height, 1)),
      isEnd: seen >= height - endMargin, heading: headingNow() });
  }

  // The paragraph of that number where it has the words, else the nearest that has.
  function paragraphOf({ paragraph, anchor }) {
    const all = [...document.querySelectorAll(paragraphsOf)];
    const near = all.map((element, number) => [Math.abs(number - paragraph), element])
      .filter(([, element]) => !anchor || element.textContent.includes(anchor))
      .filter(([, element]) => !element.querySelector(paragraphsOf));
    near.sort((left, right) => left[0] - right[0]);
    return near[0]?.[1] ?? all[Math.min(paragraph, all.length - 1)];
  }

  function topOfWords(element, anchor) {
    let offset = anchor ? element.textContent.indexOf(anchor) : -1;
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (offset > 0 && walker.nextNode()) {
      if (offset < walker.currentNode.length) {
        const range = document.createRange();
        range.setStart(walker.currentNode, offset);
        range.setEnd(walker.currentNode, offset + 1);
        return range.getBoundingClientRect().top;
      }
      offset -= walker.currentNode.length;
    }
    return element.getBoundingClientRect().top;
  }

  function keepPlace() {
    const element = wanted && paragraphOf(wanted);
    if (element) {
      window.scrollTo(0, scrollY + topOfWords(element, wanted.anchor));
    }
    wanted = isSettled ? null : wanted; // from then on the engine keeps what is in view
  }

  function onImageEvent(event) {
    const image = event.target;
    if (!(image instanceof HTMLImageElement)) {
      return;
    }
    watch(image);
    event.type === "load" ? onLoaded(image) : onFailed(image);
    keepPlace();
    settleIfDone();
  }

  // The engine is told to do nothing about schemes it does not know, and says nothing about them.
  function onClick(event) {
    const link = event.target.closest?.("a[href]");
    if (event.isTrusted && link && ["mailto:", "lectern-filter:"].includes(link.protocol)) {
      event.preventDefault();
      tell({ kind: "link", address: link.href });
    }
  }

  // What is searched: the words as they are read, a line break between blocks.
  const blocks = "p, li, dt, dd, td, th, h1, h2, h3, h4, h5, h6, pre, blockquote, figcaption, summary,"
    + " div, header, footer, section, article, nav, body";
  const blockNames = new Set(blocks.split(", "));
  const unsearched = "script, style, template, button, .katex, .lectern-note, .code-tools, .note-preview,"
    + " [aria-hidden=true]";
  let hits = []; // the elements of each mark; more than one where it crosses markup
  let hitNow = -1;

  // The words below root; each text node and its place among them is given to pieces. A formula
  // that is set is one piece, which says what was written. It walks by itself, since a tree walker
  // would ask a filter about each node.
  function readWords(root, skipped, pieces) {
    const left = new Set(root.querySelectorAll(skipped));
    const formulas = new Set(root.querySelectorAll(".katex"));
    const parts = [];
    let length = 0;
    let block = null;
    const add = (part) => {
      parts.push(part);
      length += part.length;
    };
    const addText = (node, around) => {
      if (around !== block) {
        add("\n");
        block = around;
      }
      pieces.push({ node, start: length, length: node.length });
      add(around?.localName === "pre" ? node.data : node.data.replace(/\s/g, " "));
    };
    const walk = (parent, around) => {
      for (let node = parent.firstChild; node; node = node.nextSibling) {
        if (node.nodeType === Node.TEXT_NODE) {
          addText(node, around);
        } else if (node.nodeType !== Node.ELEMENT_NODE || left.has(node)) {
          continue;
        } else if (node.localName === "br") {
          add("\n");
        } else if (formulas.has(node)) {
          const written = node.querySelector("annotation")?.textContent ?? "";
          pieces.push({ node, start: length, length: written.length });
          add(written);
        } else {
          walk(node, blockNames.has(node.localName) ? node : around);
        }
      }
    };
    walk(root, root.closest(blocks));
    return parts.join("");
  }

  function text() {
    clearMarks();
    return readWords(document.body, unsearched, []);
  }

  function wrap(node, start, end, hit) {
    const part = start > 0 ? node.splitText(start) : node;
    if (end - start < part.length) {
      part.splitText(end - start);
    }
    const element = document.createElement("mark");
    element.className = "lectern-hit";
    part.before(element);
    element.appendChild(part);
    (hits[hit] ??= []).unshift(element);
  }

  // From the end, so that the places before stay where they are.
  function mark(places) {
    highlights.finish();
    const pieces = [];
    readWords(document.body, unsearched, pieces);
    let hit = places.length - 1;
    for (const { node, start, length } of pieces.reverse()) {
      const end = start + length;
      while (hit >= 0 && places[hit][0] >= end) {
        --hit;
      }
      for (let at = hit; at >= 0 && places[at][1] > start && node.isConnected; --at) {
        wrap(node, Math.max(places[at][0] - start, 0), Math.min(places[at][1], end) - start, at);
      }
    }
    hits = hits.filter((elements) => elements);
  }

  function clearMarks() {
    highlights.finish();
    const parents = new Set();
    for (const element of hits.flat()) {
      parents.add(element.parentNode);
      element.replaceWith(...element.childNodes);
    }
    parents.forEach((parent) => parent?.normalize());
    hits = [];
    hitNow = -1;
  }

  function firstHit(direction) {
    const tops = hits.map((elements) => elements[0].getBoundingClientRect().top);
    const index = direction > 0 ? tops.findIndex((top) => top >= 0)
      : tops.filter((top) => top < innerHeight).length - 1;
    return index >= 0 ? index : direction > 0 ? 0 : hits.length - 1;
  }

  function stepMark(direction) {
    if (hits.length === 0) {
      return [0, 0];
    }
    wanted = null;
    hits[hitNow]?.forEach((element) => delete element.dataset.lectern);
    hitNow = hitNow < 0 ? firstHit(direction) : (hitNow + direction + hits.length) % hits.length;
    hits[hitNow].forEach((element) => element.dataset.lectern = "now");
    openFolds(hits[hitNow][0]);
    hits[hitNow][0].scrollIntoView({ block: "center" });
    return [hitNow + 1, hits.length];
  }

  function openFolds(element) {
    for (let fold = element.closest("details"); fold; fold = fold.parentElement.closest("details")) {
      fold.open = true;
    }
  }

  const highlights = (LECTERN_HIGHLIGHTS)({ tell, readWords, unsearched, openFolds, stay: () => wanted = null });

  // What is copied is what was written, without our marks.
  const ours = ".lectern-hit, .lectern-highlight";

  function onCopy(event) {
    const selection = getSelection();
    if (hits.length + highlights.count() === 0 || selection.rangeCount === 0 || !event.clipboardData) {
      return;
    }
    const copy = document.createElement("div");
    copy.appendChild(selection.getRangeAt(0).cloneContents());
    copy.querySelectorAll(ours).forEach((element) => element.replaceWith(...element.childNodes));
    event.clipboardData.setData("text/plain", selection.toString());
    event.clipboardData.setData("text/html", copy.innerHTML);
    event.preventDefault();
  }

  document.addEventListener("copy", onCopy, true);
  document.addEventListener("click", onClick, true);
  document.addEventListener("load", onImageEvent, true);
  document.addEventListener("error", onImageEvent, true);
  document.addEventListener("DOMContentLoaded", () => {
    document.head.appendChild(document.createElement("style")).textContent = style + highlights.style;
    document.querySelectorAll("img").forEach(watch);
    tell({ kind: "ready" });
  });
  window.addEventListener("load", settleIfDone);
  window.addEventListener("scroll", tellPlace, { passive: true });
  window.addEventListener("resize", () => {
    wanted ??= scrollY > 0 ? lastPlace : null; // the lines broke elsewhere
    keepPlace();
    highlights.tick();
  });
  for (const kind of ["wheel", "keydown", "mousedown", "touchstart"]) {
    document.addEventListener(kind, () => wanted = null, { capture: true, passive: true });
  }

  globalThis.lectern = {
    words,
    setStyle(theme, declarations) {
      document.documentElement.className = theme;
      document.documentElement.style.cssText = declarations;
    },
    copy(text) {
      tell({ kind: "copy", text });
    },
    goTo(paragraph, anchor) {
      wanted = { paragraph, anchor };
      keepPlace();
    },
    goToHeading(id) {
      const heading = document.getElementById(id);
      if (heading) {
        openFolds(heading);
        heading.scrollIntoView();
        wanted = isSettled ? null : placeNow();
      }
    },
    enhanced() {
      isEnhanced = true;
      keepPlace();
      settleIfDone();
    },
    text,
    mark,
    ...highlights.calls,
    stepMark,
    clearMarks,
    explain(index, text) {
      setNote(images[index], "failed", text);
    },
    retry(index) {
      const image = images[index];
      image.dataset.lectern = "loading";
      image.src = image.src;
    },
  };
}
