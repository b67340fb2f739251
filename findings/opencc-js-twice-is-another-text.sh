#!/usr/bin/env bash
# opencc-js 1.4.2, cn to twp (Taiwan with its own words): converting twice changes the meaning.
#
# Guess: text that is traditional already passes through unchanged, so that a second pass is
# harmless.
# Seen: 文档 (document) becomes 文件, which in Taiwan is "document" and on the mainland is "file"; the
# second pass reads it as the mainland's word and makes 檔案, "file". And the way back is another
# word: 复制 (to copy) returns as 拷贝, 存储 as 保存, so that a search for the original word fails.
# Addresses in the text are converted too: a link to 程序.png leads to 程式.png.
#
# Why it matters: an exporter and a site's plugin that both convert, or a folder that is converted
# again each time it is built, tell files from documents no longer. Convert for display only, from
# the original, never what stands on disk; and never the target of a link or an image.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --ignore-scripts opencc-js@1.4.2

node --input-type=module >seen <<'JS'
import { Converter } from 'opencc-js';
const forth = Converter({ from: 'cn', to: 'twp' });
const back = Converter({ from: 'twp', to: 'cn' });
for (const text of ['文档', '文档和文件', '复制', '存储', '![图](程序.png)']) {
  console.log(text, forth(text), forth(forth(text)), back(forth(text)));
}
JS
diff -u - seen <<'SEEN'
文档 文件 檔案 文档
文档和文件 文件和檔案 檔案和檔案 文档和文件
复制 複製 複製 拷贝
存储 儲存 儲存 保存
![图](程序.png) ![圖](程式.png) ![圖](程式.png) ![图](程序.png)
SEEN
