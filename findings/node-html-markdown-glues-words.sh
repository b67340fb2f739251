#!/usr/bin/env bash
# node-html-markdown 2.0.0 (the same in 1.3.0): a line end in the HTML source can glue two words.
#
# Guess: white space in HTML text is collapsed to one blank, as every browser does it.
# Seen: a line end right after an inline element is dropped. "<em>old</em>\nbridge" becomes
# "_old_bridge", which is no emphasis any more either, since "_" does not close before a letter. In
# a table cell the line break goes without a trace too: 10<br>20 becomes the number 1020.
#
# Why it matters: pages are often served with hard-wrapped source, so words of the English articles
# in a folder are glued where a link or an emphasis stood at the end of a source line, search for
# the second word as a whole misses them, and stacked figures in a table read as one large number.
# The source is gone, so that no reader can repair this; it is no fault of the renderer.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --ignore-scripts node-html-markdown@2.0.0

node --input-type=module >seen <<'JS'
import { NodeHtmlMarkdown } from 'node-html-markdown';
const show = (html) => console.log(JSON.stringify(NodeHtmlMarkdown.translate(html)));
show('<p>The <em>old</em> bridge of <a href="u">Lijiang</a> stands.</p>');
show('<p>The <em>old</em>\nbridge of <a href="u">Lijiang</a>\nstands.</p>');
show('<p>The\n<em>old</em> bridge</p>');
show('<table><tr><th>Price</th></tr><tr><td>10<br>20</td></tr></table>');
JS
diff -u - seen <<'SEEN'
"The _old_ bridge of [Lijiang](u) stands."
"The _old_bridge of [Lijiang](u)stands."
"The _old_ bridge"
"| Price |\n| ----- |\n| 1020  |"
SEEN
