#!/usr/bin/env bash
# opencc-js 1.4.2: 著 ("written by") and 着 (the aspect particle) fall together, each way.
#
# Guess: to simplify an article, choose the table of its region, or the generic one if unknown.
# Seen: Taiwan writes 著 for both, so its table (the default of this library) makes 着 of every 著
# that no phrase protects: bylines ("魯迅著" becomes "鲁迅着"), 原著, 专著, 土著. 巨著 and 名著 stand in
# the phrases and are right. The generic table and the one for Hong Kong leave 著 alone, so that an
# article from Taiwan, or one from Hong Kong that writes 看著, keeps it in simplified text. No table
# is right for both lines of one review of books.
#
# Why it matters: "X 著" is how Chinese articles name the author of a book. Somebody who looks for
# 原著 finds no converted article, and one who searches across both scripts must fold 著 and 着 to
# one character, as well as the characters that the tables do know.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --ignore-scripts opencc-js@1.4.2

node --input-type=module >seen <<'JS'
import { Converter } from 'opencc-js';
const tables = ['tw', 'twp', 'hk', 't'].map((from) => Converter({ from, to: 'cn' }));
for (const text of ['魯迅著', '原著', '專著', '土著', '巨著', '名著', '看著', '沿著']) {
  console.log(text, tables.map((convert) => convert(text)).join(' '));
}
JS
diff -u - seen <<'SEEN'
魯迅著 鲁迅着 鲁迅着 鲁迅著 鲁迅著
原著 原着 原着 原著 原著
專著 专着 专着 专著 专著
土著 土着 土着 土著 土著
巨著 巨著 巨著 巨著 巨著
名著 名著 名著 名著 名著
看著 看着 看着 看著 看著
沿著 沿着 沿着 沿著 沿著
SEEN
