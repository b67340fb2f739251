#!/usr/bin/env bash
# markdown-it 15.0.3 with linkify-it 6.1.0: an address ends at the first punctuation that is not
# ASCII.
#
# Guess: 15 stops at Chinese commas and stops, which 14 swallowed together with what follows.
# Seen: it stops at every Unicode punctuation character, also in the middle of a word and between
# brackets that close. Titles of encyclopedia pages hold an en dash, a middle dot, a full-width
# comma, an ideographic stop; the link then leads to another page ("Dunning", "你好"), not to an error
# that one would notice. Han letters stay in the address, and "www." alone is no link any more.
#
# Why it matters: the same folder shown by a site built last year and by one built this year has
# different links, and so have two readers. A dash or dot between two letters belongs to the
# address; a comma, a stop or a bracket of the text around it does not.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --ignore-scripts markdown-it@15.0.3 \
  linkify-it@6.1.0 markdown-it-14@npm:markdown-it@14.1.0

node --input-type=module >seen <<'JS'
import MarkdownIt15 from 'markdown-it';
import MarkdownIt14 from 'markdown-it-14';
const parsers = [new MarkdownIt14({ linkify: true }), new MarkdownIt15({ linkify: true })];
const shown = (parser, text) => parser.render(text).match(/">(.*)<\/a>/)?.[1] ?? 'no link';
for (const text of ['https://en.wikipedia.org/wiki/Dunning–Kruger_effect',
    'https://zh.wikipedia.org/wiki/你好，李焕英', 'https://zh.wikipedia.org/wiki/红楼梦（电视剧）',
    'https://ja.wikipedia.org/wiki/モーニング娘。', '见https://example.com/a。后文', 'www.example.com/a']) {
  console.log(parsers.map((parser) => shown(parser, text)).join(' | '));
}
JS
diff -u - seen <<'SEEN'
https://en.wikipedia.org/wiki/Dunning–Kruger_effect | https://en.wikipedia.org/wiki/Dunning
https://zh.wikipedia.org/wiki/你好，李焕英 | https://zh.wikipedia.org/wiki/你好
https://zh.wikipedia.org/wiki/红楼梦（电视剧） | https://zh.wikipedia.org/wiki/红楼梦
https://ja.wikipedia.org/wiki/モーニング娘。 | https://ja.wikipedia.org/wiki/モーニング娘
https://example.com/a。后文 | https://example.com/a
www.example.com/a | no link
SEEN
