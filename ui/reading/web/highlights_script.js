// The highlights of a page, and what is selected in it. A part of reader_script.js, which gives it
// what it needs: calls are those of the program, which are told about there. They are wrapped around
// parts of text nodes and around formulas, so that no text changes, and go without a trace.
({ tell, readWords, unsearched, openFolds, stay }) => {
  const style = `
    mark.lectern-highlight { padding: 0; color: inherit; cursor: pointer; }
    mark.lectern-highlight[data-colour=yellow] { background: rgba(255, 208, 0, .4); }
    mark.lectern-highlight[data-colour=green] { background: rgba(76, 187, 92, .36); }
    mark.lectern-highlight[data-colour=blue] { background: rgba(66, 153, 240, .34); }
    mark.lectern-highlight[data-colour=red] { background: rgba(240, 86, 96, .32); }
    blockquote mark.lectern-highlight:not(a *) { color: var(--ink); }
    mark.lectern-highlight[data-note] { border-bottom: 2px dotted currentColor; }
    .lectern-ticks { position: fixed; z-index: 5; inset: 0 0 0 auto; width: 5px; pointer-events: none; }
    .lectern-ticks i { position: absolute; inset: auto 0; height: 4px; border-radius: 1px; }
    .lectern-ticks [data-colour=yellow] { background: #d9ac00; }
    .lectern-ticks [data-colour=green] { background: #3f9f50; }
    .lectern-ticks [data-colour=blue] { background: #3a84cf; }
    .lectern-ticks [data-colour=red] { background: #d24a56; }
    @media print { .lectern-ticks { display: none; } }`;

  const unread = unsearched.replace(".katex,", ".katex *,");
  const boxes = "ul, ol, dl, table, thead, tbody, tfoot, tr, div, section, blockquote, figure, details";
  const piecesAFrame = 6; // to be painted off the screen, so that no frame is late
  let painted = []; // as paint() was given them
  let lastRead = []; // the pieces of articleText(), whose words the next places are in
  let pending = []; // what of them is not painted yet: pieces and what covers them, the next one first
  let isSelectionTold = false;
  let isPressed = false; // a button of the mouse is

  function bodyOf() {
    return document.querySelector(".body");
  }

  function unwrap(selector) {
    const parents = new Set();
    for (const element of document.querySelectorAll(selector)) {
      parents.add(element.parentNode);
      element.replaceWith(...element.childNodes);
    }
    parents.forEach((parent) => parent.normalize());
  }

  // A part that several cover has the colour of the last that begins, and belongs to all.
  function highlight(part, covering) {
    if (part.nodeType === Node.TEXT_NODE && !/\S/.test(part.data) && part.parentElement.matches(boxes)) {
      return; // between blocks
    }
    const element = document.createElement("mark");
    element.className = "lectern-highlight";
    element.dataset.highlights = covering.map(([id]) => id).join(" ");
    element.dataset.colour = covering.at(-1)[1];
    if (covering.some(([, , hasNote]) => hasNote)) {
      element.dataset.note = "";
    }
    part.before(element);
    element.appendChild(part);
  }

  // From the end, so that the places before stay where they are.
  function paintPiece({ node, start, length }, covering) {
    if (node.nodeType === Node.ELEMENT_NODE) {
      highlight(node, covering);
      return;
    }
    const bounds = new Set([0]);
    for (const [, , , first, last] of covering) {
      bounds.add(Math.max(first - start, 0));
      bounds.add(Math.min(last - start, length));
    }
    bounds.delete(length);
    for (const bound of [...bounds].sort((left, right) => right - left)) {
      const here = covering.filter(([, , , first, last]) => first <= start + bound && start + bound < last);
      if (here.length > 0) {
        highlight(bound > 0 ? node.splitText(bound) : node, here);
      } else if (bound > 0) {
        node.splitText(bound);
      }
    }
  }

  // By how much a piece is below the window, or above as a negative number.
  function offset({ node }) {
    const { top, bottom } = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node)
      .getBoundingClientRect();
    return top > innerHeight ? top - innerHeight : Math.min(bottom, 0);
  }

  function paintNext() {
    const { piece, covering } = pending.shift();
    if (piece.node.isConnected) {
      paintPiece(piece, covering);
    }
  }

  // Before the texts are changed, or where all are needed.
  function finish() {
    while (pending.length > 0) {
      paintNext();
    }
  }

  function paintSome() {
    for (let count = 0; count < piecesAFrame && pending.length > 0; ++count) {
      paintNext();
    }
    requestAnimationFrame(pending.length > 0 ? paintSome : tick); // the page is on screen before
  }

  function articleText() {
    lastRead = [];
    return bodyOf() ? readWords(bodyOf(), unread, lastRead) : "";
  }

  function areStill(pieces) {
    return pieces.every(({ node, length }) =>
      node.isConnected && (node.nodeType === Node.ELEMENT_NODE || node.length === length));
  }

  // What is on screen at once, what is not by and by: each part of a text that gets an element of its
  // own is laid out anew.
  function paint(places) {
    pending = [];
    unwrap("mark.lectern-highlight");
    painted = places.sort((left, right) => left[3] - right[3] || right[4] - left[4]);
    const pieces = areStill(lastRead) || painted.length === 0 ? lastRead : [];
    lastRead = [];
    if (painted.length > 0 && pieces.length === 0) {
      readWords(bodyOf(), unread, pieces);
    }
    let begun = []; // those that began before the end of the piece and end behind its start
    let next = 0;
    let away = 0; // what follows a piece below the window is below as well, and not measured
    for (const piece of pieces) {
      const end = piece.start + piece.length;
      while (next < painted.length && painted[next][3] < end) {
        begun.push(painted[next++]);
      }
      if (begun.length > 0) {
        begun = begun.filter(([, , , , last]) => last > piece.start);
        const covering = begun.filter(([, , , first]) => first < end);
        if (covering.length > 0) {
          away = away > 0 ? away + 1 : offset(piece);
          pending.push({ piece, covering, away: Math.abs(away) });
        }
      }
    }
    pending.sort((left, right) => left.away - right.away);
    while (pending[0]?.away === 0) {
      paintNext();
    }
    requestAnimationFrame(paintSome);
  }

  function elementsOf(id) {
    return document.querySelectorAll(`mark.lectern-highlight[data-highlights~="${id}"]`);
  }

  // Beside the scroll bar: where in the page the highlights are.
  function tick() {
    document.querySelector(".lectern-ticks")?.remove();
    const height = document.documentElement.scrollHeight;
    if (painted.length === 0 || height <= innerHeight) {
      return;
    }
    const ticks = document.createElement("div");
    ticks.className = "lectern-ticks";
    for (const [id, colour] of painted) {
      const box = elementsOf(id)[0]?.getBoundingClientRect();
      if (box) {
        const line = ticks.appendChild(document.createElement("i"));
        line.dataset.colour = colour;
        line.style.top = `${100 * (scrollY + box.top) / height}%`;
      }
    }
    document.documentElement.appendChild(ticks);
  }

  function boxOf({ left, top, width, height }) {
    return [left, top, width, height];
  }

  // Which words of the article are selected: nothing where only others are.
  function selected() {
    const selection = getSelection();
    if (selection.rangeCount === 0 || selection.isCollapsed || !bodyOf()) {
      return ["", 0, 0];
    }
    const range = selection.getRangeAt(0);
    const pieces = [];
    const read = readWords(bodyOf(), unread, pieces);
    const own = pieces.filter(({ node }) => range.intersectsNode(node));
    const places = own.flatMap(({ node, start, length }) => [
      start + (node === range.startContainer ? range.startOffset : 0),
      start + (node === range.endContainer ? range.endOffset : length)]);
    return places.length === 0 ? ["", 0, 0] : [read, places[0], places.at(-1)];
  }

  function tellSelection() {
    const selection = getSelection();
    const range = selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : null;
    const isOfArticle = range !== null && bodyOf() && range.intersectsNode(bodyOf());
    if (isOfArticle) {
      tell({ kind: "selection", box: boxOf(range.getBoundingClientRect()) });
    } else if (isSelectionTold) {
      tell({ kind: "selection" });
    }
    isSelectionTold = isOfArticle;
  }

  function tellSelectionMoved() {
    if (isSelectionTold) {
      tellSelection();
    }
  }

  // While the mouse selects, the end is awaited.
  function onSelectionChange() {
    if (!isPressed || getSelection().isCollapsed) {
      tellSelection();
    }
  }

  function onMouse(event) {
    isPressed = event.type === "mousedown";
    if (!isPressed) {
      tellSelection();
    }
  }

  function onHighlightClick(event) {
    const element = event.target.closest?.("mark.lectern-highlight");
    if (event.isTrusted && element && getSelection().isCollapsed && !event.target.closest("a[href]")) {
      const id = Number(element.dataset.highlights.split(" ").at(-1));
      tell({ kind: "highlight", highlight: id, box: boxOf(element.getBoundingClientRect()) });
    }
  }

  function goToHighlight(id) {
    finish();
    const element = elementsOf(id)[0];
    if (element) {
      stay();
      openFolds(element);
      element.scrollIntoView({ block: "center" });
    }
  }

  document.addEventListener("click", onHighlightClick, true);
  document.addEventListener("mousedown", onMouse);
  document.addEventListener("mouseup", onMouse);
  document.addEventListener("selectionchange", onSelectionChange);
  window.addEventListener("scroll", tellSelectionMoved, { passive: true });

  return {
    style,
    tick,
    finish,
    count: () => painted.length,
    calls: {
      articleText,
      paint,
      selected,
      goToHighlight,
      unselect: () => getSelection().removeAllRanges(),
    },
  };
}
