#!/usr/bin/env bash
# feishu-docx 0.7.0: headings of levels 7 to 9 become text, and a fence in a code block ends it.
#
# Guess: an exporter to Markdown writes what Markdown has, at most "######".
# Seen: Feishu documents have nine levels of headings, and the exporter writes one "#" for each, so
# that "####### 结论" appears as a paragraph with seven number signs. A code block that holds a fence
# gets a fence of the same length, so that the code ends early and the text behind it is code up to
# the end of the article.
#
# Why it matters: seven to nine "#", a blank and a short line are a heading that was meant, deeper
# than six; showing it as the sixth level loses nothing. CommonMark is right to call it text, so
# this is a repair and has to be one that can be turned off.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --ignore-scripts feishu-docx@0.7.0 commonmark@0.31.2

node --input-type=module >seen <<'JS'
import { HtmlRenderer, Parser } from 'commonmark';
import { createRequire } from 'node:module';
const { MarkdownRenderer } = createRequire(`${process.cwd()}/`)('feishu-docx');
const text = (content) => ({ text_run: { content, text_element_style: {} } });
const block = (block_type, name, content) =>
  ({ block_type, [name]: { elements: [text(content)], style: {} } });
const show = (...blocks) => {
  blocks.forEach((each, row) => Object.assign(each, { block_id: `b${row}`, parent_id: 'page' }));
  const page = { block_id: 'page', block_type: 1, parent_id: '',
    children: blocks.map((each) => each.block_id), page: { elements: [text('题')], style: {} } };
  const markdown = new MarkdownRenderer({ document: { document_id: 'page' }, blocks: [page, ...blocks] })
    .parse().replace(/^# 题\s+/, '').trim();
  const html = new HtmlRenderer().render(new Parser().parse(markdown));
  console.log(JSON.stringify(markdown), '=>', html.replaceAll('\n', '|'));
};
show(block(8, 'heading6', '六'), block(9, 'heading7', '结论'), block(11, 'heading9', '注'));
show(block(14, 'code', 'a\n```\nb'), block(2, 'text', '后'));
JS
diff -u - seen <<'SEEN'
"###### 六\n\n####### 结论\n\n######### 注" => <h6>六</h6>|<p>####### 结论</p>|<p>######### 注</p>|
"```\na\n```\nb\n```\n\n后" => <pre><code>a|</code></pre>|<p>b</p>|<pre><code>|后|</code></pre>|
SEEN
