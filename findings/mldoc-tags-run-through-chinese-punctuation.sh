#!/usr/bin/env bash
# mldoc 1.6.0, the parser of Logseq: where a tag ends, and where it may begin.
#
# Guess: "#标签，后文" is the tag 标签, as "#tag, text" is the tag "tag".
# Seen: a tag ends before an ASCII comma only if a blank follows it, and no full-width mark ends it
# at all. In Chinese, which writes no blanks, the tag takes the rest of the sentence and any further
# tag in it: "#甲、#乙" is one tag named "甲、#乙". On the other hand a tag begins only after a blank:
# "见#标签" and "（#标签）" hold none.
#
# Why it matters: a graph of Logseq gets pages named after half sentences, and other programs'
# counts of tags differ from its own. A reader that wants the tag that was meant has to end it at
# full-width punctuation, and one that wants to agree with Logseq must not; it cannot do both
# silently.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --ignore-scripts mldoc@1.6.0

cat >probe.cjs <<'JS'
const { Mldoc } = require('mldoc');
const options = JSON.stringify({ toc: false, parse_outline_only: false, heading_number: false,
  keep_line_break: true, format: 'Markdown', heading_to_list: false,
  exporting_keep_properties: false, inline_type_with_pos: false, export_md_remove_options: [],
  hiccup_in_block: true });
for (const text of ['#tag, text', '#标签，后文 再', '#标签。', '#甲、#乙', '见#标签', '（#标签）']) {
  const [[[, spans]]] = JSON.parse(Mldoc.parseJson(text, options));
  console.log(text, '=>', spans.map(([kind, of]) => `${kind} ${kind === 'Tag' ? of[0][1] : of}`).join(' | '));
}
JS
node probe.cjs >seen
diff -u - seen <<'SEEN'
#tag, text => Tag tag | Plain , text
#标签，后文 再 => Tag 标签，后文 | Plain  再
#标签。 => Tag 标签。
#甲、#乙 => Tag 甲、#乙
见#标签 => Plain 见#标签
（#标签） => Plain （#标签）
SEEN
