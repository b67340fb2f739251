#!/usr/bin/env bash
# Python-Markdown 3.4.1 (Debian 12's python3-markdown 3.4.1-2+deb12u1), extension "meta".
#
# Guess: without a "---" at the top there is no front matter, and the text begins with line one.
# Seen: the extension takes every "word: rest" at the top for a field, fences or not, up to the
# first blank line. A text that begins with a bare address loses it: the field "https" has the value
# "//example.com/a ...". A page of questions and answers loses its first question with its answer, a
# quoted dialogue its first lines. A Chinese word before the colon, or a full-width colon, is safe.
#
# Why it matters: articles written for generators on top of this extension have fields without
# fences ("Title: ..." on line one; MkDocs 1.4.2 reads them by a rule of its own that eats the same
# lines), which a reader should know. But a reader that learns it must look for the names of fields
# (title, date, tags, author), not for the shape of a line, or it swallows text just so.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download -qq -o APT::Sandbox::User=root python3-markdown=3.4.1-2+deb12u1
dpkg -x python3-markdown_*.deb .

PYTHONPATH=usr/lib/python3/dist-packages python3 >seen <<'PY'
from markdown import Markdown
for text in ["https://example.com/a is worth reading.\n\nText",
             "Q: 什么是月亮?\nA: 一颗卫星。\n\nQ: 下一个?",
             "Alice: I am here.\nBob: So am I.\n\nText",
             "注意: 第一句话。\n\nText"]:
    reader = Markdown(extensions=["markdown.extensions.meta"])
    page = reader.convert(text).replace("\n", "")
    print(page, reader.Meta)
PY
diff -u - seen <<'SEEN'
<p>Text</p> {'https': ['//example.com/a is worth reading.']}
<p>Q: 下一个?</p> {'q': ['什么是月亮?'], 'a': ['一颗卫星。']}
<p>Text</p> {'alice': ['I am here.'], 'bob': ['So am I.']}
<p>注意: 第一句话。</p><p>Text</p> {}
SEEN
