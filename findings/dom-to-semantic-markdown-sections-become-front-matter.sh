#!/usr/bin/env bash
# dom-to-semantic-markdown 1.5.0 and gray-matter 4.0.3: the first section of a page disappears.
#
# Guess: <section> is a container like <div> and leaves nothing in the Markdown.
# Seen: each <section> is written between two rules, "---" before and "---" after it. A page that
# begins with a section is then a file that begins with "---", so a reader of front matter takes the
# first section for YAML. It is even valid YAML: the heading is a comment, a sentence is a string,
# "天气: 晴" is a key. Nobody complains, and the text is gone. And where text stands right before a
# section without a paragraph of its own, it is underlined and turns into a heading.
#
# Why it matters: the pages of WeChat are built of nested <section>s. A "---" at the top of a file
# is a rule, not front matter, if a blank line follows it (Pandoc's rule), or if nothing between the
# rules is a mapping with a key that somebody knows.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --ignore-scripts dom-to-semantic-markdown@1.5.0 \
  jsdom@26.1.0 gray-matter@4.0.3

node --input-type=module >seen <<'JS'
import { convertHtmlToMarkdown } from 'dom-to-semantic-markdown';
import matter from 'gray-matter';
import { JSDOM } from 'jsdom';
const overrideDOMParser = new (new JSDOM('').window.DOMParser)();
const second = '<section><p>第二节</p></section>';
for (const first of ['<section><h2>年终总结</h2><p>天气: 晴</p></section>',
    '<section><p>第一段的正文。</p></section>', '<div>导语<section>甲</section></div>']) {
  const markdown = convertHtmlToMarkdown(first + second, { overrideDOMParser });
  const { data, content } = matter(markdown);
  const lines = (text) => text.replace(/\n+/g, '|');
  console.log(lines(markdown), '=>', JSON.stringify(data), lines(content));
}
JS
diff -u - seen <<'SEEN'
---|## 年终总结|天气: 晴|---|---|第二节|--- => {"天气":"晴"} |---|第二节|---
---|第一段的正文。|---|---|第二节|--- => "第一段的正文。" |---|第二节|---
导语|---|甲|---|---|第二节|--- => {} 导语|---|甲|---|---|第二节|---
SEEN
