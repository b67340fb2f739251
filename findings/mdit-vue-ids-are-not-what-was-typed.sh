#!/usr/bin/env bash
# @mdit-vue/shared 3.0.2, which makes the ids of headings for VitePress and VuePress.
#
# Guess: the id of a heading is its text in lower case with "-" for blanks, as with github-slugger.
# Seen: the text is decomposed first (NFKD), and of the marks only U+0300 to U+036F are taken off.
# The id of "ガイド" consists of five code points where three were typed, and that of a Korean heading
# of single jamo: they look alike, but no browser takes one for the other. ① turns into 1, Ⅳ into
# iv, a leading digit gets "_" before it, so that "① 安装" and "1. 安装" have the same id, and Chinese
# punctuation, which github-slugger drops, stays or becomes "-".
#
# Why it matters: links to headings in articles written for these sites ("#_1-安装", "#_2-1-版") find
# nothing by GitHub's rule. A reader has to compare both sides in one normal form and know the
# second rule; of the Chinese headings tried here only two have the same id by both.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --ignore-scripts @mdit-vue/shared@3.0.2 github-slugger@2.0.0

node --input-type=module >seen <<'JS'
import { slugify } from '@mdit-vue/shared';
import { slug } from 'github-slugger';
for (const text of ['ガイド', '가이드', '1. 安装', '① 安装', '2.1 版', 'Ⅳ 章', '一、标题（上）', '甲·乙', 'Node.js',
    'C++ 与 C#', '什么是……？']) {
  const id = slugify(text);
  console.log(text, [...id].length, id.normalize('NFC'), slug(text));
}
JS
diff -u - seen <<'SEEN'
ガイド 5 ガイド ガイド
가이드 6 가이드 가이드
1. 安装 5 _1-安装 1-安装
① 安装 5 _1-安装 -安装
2.1 版 6 _2-1-版 21-版
Ⅳ 章 4 iv-章 ⅳ-章
一、标题（上） 6 一、标题-上 一标题上
甲·乙 3 甲·乙 甲乙
Node.js 7 node-js nodejs
C++ 与 C# 5 c-与-c c-与-c
什么是……？ 3 什么是 什么是
SEEN
