// Runs in a world of its own: it sees the page's elements, the page does not see it. Watches the
// images and stands in for those that are loading or failed. setTimeout never fires here, because
// the page's own JavaScript is off.
//
// tell() sends to the program, with the page's address added: {kind: "ready", needsHighlighter,
// needsFormulas}, {kind: "settled"},
// {kind: "failed", image, address}, {kind: "retry", image, address}, {kind: "link", address}.
// The program calls lectern.explain(image, text) with the reason and lectern.retry(image).
(send) => {
  "use strict";

  const tell = (message) => send({ ...message, page: location.href });

  const words = LECTERN_WORDS;
  const notes = new Map(); // image -> the note that stands for it
  const images = []; // an image's number in messages is its place here
  let isSettled = false;

  const style = `
    .lectern-note { display: flex; flex-wrap: wrap; gap: .2em .8em; align-items: baseline;
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
    if (isTiny(image)) {
      return; // a counting pixel, not something to read
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
    if (isSettled || document.readyState !== "complete" || images.some(isAwaited)) {
      return;
    }
    isSettled = true;
    tell({ kind: "settled" });
  }

  function onImageEvent(event) {
    const image = event.target;
    if (!(image instanceof HTMLImageElement)) {
      return;
    }
    watch(image);
    event.type === "load" ? onLoaded(image) : onFailed(image);
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

  document.addEventListener("click", onClick, true);
  document.addEventListener("load", onImageEvent, true);
  document.addEventListener("error", onImageEvent, true);
  document.addEventListener("DOMContentLoaded", () => {
    document.head.appendChild(document.createElement("style")).textContent = style;
    document.querySelectorAll("img").forEach(watch);
    const needs = document.documentElement.dataset;
    tell({ kind: "ready", needsHighlighter: "needsHighlighter" in needs,
           needsFormulas: "needsFormulas" in needs });
  });
  window.addEventListener("load", settleIfDone);

  globalThis.lectern = {
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
