#!/usr/bin/env bash
# @lesjoursfr/html-to-epub 6.2.0: colspan and rowspan are on its list of what is kept, and are lost.
#
# Guess: the attributes that the list allows arrive, as they do with its relative epub-gen-memory.
# Seen: the list says "colspan" and "rowspan"; the tree it is compared with (hast) calls them
# colSpan and rowSpan, so that neither is ever found. A figure beside a cell of two rows moves into
# the first column. Attributes that hast spells alike survive. Both libraries lose the number at
# which a list starts, which stands on neither list.
#
# Why it matters: the table in the exported book does not look broken, it is wrong: a value stands
# under somebody else's heading. Whoever writes an EPUB from a tree has to test spans and list
# starts in the book; a list of names proves nothing.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --ignore-scripts @lesjoursfr/html-to-epub@6.2.0 \
  epub-gen-memory@1.1.2

node --input-type=module <<'JS'
import { defaultAllowedAttributes, EPub } from '@lesjoursfr/html-to-epub';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
const inMemory = createRequire(`${process.cwd()}/`)('epub-gen-memory').default;
const html = '<table title="t"><tr><td rowspan="2">a</td><td>1</td></tr><tr><td>2</td></tr></table>'
  + '<ol start="3"><li>c</li></ol>';
const book = { title: 'T', author: 'A', verbose: false };
writeFileSync('allowed', `${defaultAllowedAttributes.includes('rowspan')}\n`);
await new EPub({ ...book, content: [{ title: 'x', data: html, filename: 'x' }] }, '1.epub').render();
writeFileSync('2.epub', await inMemory(book, [{ title: 'x', content: html, filename: 'x' }]));
JS
{ cat allowed; for book in 1 2; do unzip -p "$book.epub" OEBPS/x.xhtml | grep -o '<table.*'; done; } >seen
diff -u - seen <<'SEEN'
true
<table title="t"><tbody><tr><td>a</td><td>1</td></tr><tr><td>2</td></tr></tbody></table><ol><li>c</li></ol>
<table title="t"><tr><td rowspan="2">a</td><td>1</td></tr><tr><td>2</td></tr></table><ol><li>c</li></ol>
SEEN
