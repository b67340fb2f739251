#!/usr/bin/env bash
# @lexical/markdown 0.52.0: opening and saving turns text into lists and headings.
#
# Guess: a serialiser that escapes "*" and "_" escapes the marks of blocks as well.
# Seen: only the inline marks. "2024\. 年" is saved as "2024. 年", which is an ordered list that
# starts at 2024 from the next opening on, and "\# 1 fan" as "# 1 fan", a heading. A quote of two
# paragraphs is saved with an empty quote between them ("> >"). In a bare address each "_" gets a
# backslash, which GFM's autolinks (micromark's extension here) take into the address.
#
# Why it matters: headings in the contents that nobody wrote, "年" alone as item 2024 of a list, an
# empty inner quote. An ordered list of one item with a start like a year was a sentence; an inner
# quote without content is no quote; "\_" in a bare address is "_".
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --ignore-scripts lexical@0.52.0 @lexical/headless@0.52.0 \
  @lexical/markdown@0.52.0 @lexical/rich-text@0.52.0 @lexical/list@0.52.0 @lexical/link@0.52.0 \
  @lexical/code@0.52.0 micromark@4.0.2 micromark-extension-gfm-autolink-literal@2.1.0

node --input-type=module >seen <<'JS'
import { CodeNode } from '@lexical/code';
import { createHeadlessEditor } from '@lexical/headless';
import { LinkNode } from '@lexical/link';
import { ListItemNode, ListNode } from '@lexical/list';
import { $convertFromMarkdownString, $convertToMarkdownString, TRANSFORMERS } from '@lexical/markdown';
import { HeadingNode, QuoteNode } from '@lexical/rich-text';
import { micromark } from 'micromark';
import { gfmAutolinkLiteral, gfmAutolinkLiteralHtml } from 'micromark-extension-gfm-autolink-literal';

const editor = createHeadlessEditor({
  nodes: [HeadingNode, QuoteNode, ListNode, ListItemNode, LinkNode, CodeNode],
  onError: (error) => { throw error; },
});
const gfm = { extensions: [gfmAutolinkLiteral()], htmlExtensions: [gfmAutolinkLiteralHtml()] };
for (const text of ['2024\\. 年', '\\# 1 fan', '> a\n>\n> b', 'https://a.com/b_c']) {
  editor.update(() => $convertFromMarkdownString(text, TRANSFORMERS), { discrete: true });
  const saved = editor.getEditorState().read(() => $convertToMarkdownString(TRANSFORMERS));
  console.log(JSON.stringify(saved), '=>', micromark(saved, gfm).replaceAll('\n', ''));
}
JS
diff -u - seen <<'SEEN'
"2024. 年" => <ol start="2024"><li>年</li></ol>
"# 1 fan" => <h1>1 fan</h1>
"> a\n> >\n> b" => <blockquote><p>a</p><blockquote></blockquote><p>b</p></blockquote>
"https://a.com/b\\_c" => <p><a href="https://a.com/b%5C_c">https://a.com/b\_c</a></p>
SEEN
