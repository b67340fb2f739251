#!/usr/bin/env bash
# @tinacms/mdx 2.2.3: saving runs the paragraphs of a quote together, and lists start at 1 again.
#
# Guess: what the editor cannot keep it refuses (it does so with a list inside a quote).
# Seen: "> one" and "> two", two paragraphs of one quote, are saved as "> onetwo": no blank, no
# break, no complaint. A list that begins with 3 begins with 1 afterwards, so that the second half
# of a list that a picture interrupts counts from 1 again.
#
# Why it matters: a quoted letter or poem becomes one paragraph without breaks, in English visibly
# ("end.It goes on"), in Chinese invisibly. A quote whose sentences touch ("。「", "word.Word") had
# paragraphs. And a list that restarts at 1 right behind a lone picture is often the continuation of
# the one before it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --ignore-scripts @tinacms/mdx@2.2.3

node --input-type=module >seen 2>/dev/null <<'JS'
import { parseMDX, serializeMDX } from '@tinacms/mdx';
const field = { type: 'rich-text', name: 'body', parser: { type: 'markdown' } };
for (const text of ['> Here it ends.\n>\n> Here it goes on.', '1. a\n\n![](x.png)\n\n2. b', '3. a\n4. b',
    '> - a', '**问题：**我们']) {
  const tree = parseMDX(text, field, (url) => url);
  const refused = tree.children[0].type === 'invalid_markdown';
  console.log(JSON.stringify(refused ? 'refused' : serializeMDX(tree, field, (url) => url)));
}
JS
diff -u - seen <<'SEEN'
"> Here it ends.Here it goes on.\n"
"1. a\n\n![](x.png)\n\n1. b\n"
"1. a\n2. b\n"
"refused"
"\\*\\*问题：\\*\\*我们\n"
SEEN
