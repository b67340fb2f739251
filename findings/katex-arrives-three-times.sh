#!/usr/bin/env bash
# KaTeX 0.19.1 through turndown 7.2.5, node-html-markdown 2.0.0 and mdream 1.7.2.
#
# Guess: a converter takes the TeX of a formula from its annotation, or at worst its visible text.
# Seen: all three concatenate everything that KaTeX puts into the page: the MathML, the TeX in its
# annotation and the layers of the visible formula. "约为10⁹" turns into "约为10910^{9}109", a number
# that nobody wrote; in a fraction the visible layers come upside down and a zero-width space ends
# them. MathML is in the output by default, and hidden from view only by a style sheet.
#
# Why it matters: a clipped article on numbers reads plausible and is wrong, and search finds 109.
# The middle part is TeX and the parts beside it are what is left of it without its marks, so that
# the three can be recognised as one formula where a "^", "_" or "\" stands in the middle.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --ignore-scripts katex@0.19.1 turndown@7.2.5 \
  node-html-markdown@2.0.0 mdream@1.7.2 @mdream/rust-linux-x64-gnu@1.7.2

node --input-type=module >seen <<'JS'
import katex from 'katex';
import { htmlToMarkdown } from 'mdream';
import { NodeHtmlMarkdown } from 'node-html-markdown';
import Turndown from 'turndown';
const turndown = new Turndown();
for (const tex of ['10^{9}', '\\frac{1}{2}']) {
  const html = `<p>约为${katex.renderToString(tex)}，</p>`;
  for (const markdown of [turndown.turndown(html), NodeHtmlMarkdown.translate(html), htmlToMarkdown(html)]) {
    console.log(JSON.stringify(markdown).replace('\u200b', '[U+200B]'));
  }
}
JS
diff -u - seen <<'SEEN'
"约为10910^{9}109，"
"约为10910^{9}109，"
"约为10910^{9}109，"
"约为12\\\\frac{1}{2}21[U+200B]，"
"约为12\\\\frac{1}{2}21[U+200B]，"
"约为12\\\\frac{1}{2}21[U+200B]，"
SEEN
