#!/usr/bin/env bash
# pandoc 2.17.1.1 (Debian 12: 2.17.1.1-2~deb12u1), writers "markdown" and "commonmark_x".
#
# Guess: HTML or a word processor's text becomes Markdown with its punctuation as it is.
# Seen: both writers have the extension "smart" on and take it back while writing. Each of the two
# characters of a Chinese dash becomes "---", each of an ellipsis "...", and “ ” become straight
# quotes. So —— alone in a paragraph is written as "------", which pandoc itself reads back as a
# rule; and a line that is followed by a —— of its own becomes a heading of the second level. The
# writers gfm and commonmark leave all of this alone.
#
# Why it matters: a reader without "smart" prints six hyphens and straight quotes in the middle of
# Chinese sentences, and contents list headings that were the end of a verse. Between or before Han
# characters "------" was ——, "......" was ……; "-t markdown-smart" writes what other programs read.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download -qq -o APT::Sandbox::User=root pandoc=2.17.1.1-2~deb12u1 \
  pandoc-data=2.17.1.1-2~deb12u1 liblua5.3-0 libgmp10 libyaml-0-2 libffi8
for package in *.deb; do
  dpkg -x "$package" .
done
export LD_LIBRARY_PATH
LD_LIBRARY_PATH=$(dirname "$(find . -name 'liblua5.3.so.0')")
run() { usr/bin/pandoc --data-dir=usr/share/pandoc/data "$@"; }

for html in '<p>她说：“你好”——真的……</p>' '<p>——</p>' '<p>明月光<br>——</p>'; do
  for format in markdown commonmark_x gfm markdown-smart; do
    markdown=$(run -f html -t "$format" <<<"$html")
    printf '%s: %s => %s\n' "$format" "${markdown//$'\n'/|}" \
      "$(run -f "$format" -t html <<<"$markdown" | tr -d '\n')"
  done
done >seen
diff -u - seen <<'SEEN'
markdown: 她说："你好"------真的...... => <p>她说：“你好”——真的……</p>
commonmark_x: 她说："你好"------真的...... => <p>她说：“你好”——真的……</p>
gfm: 她说：“你好”——真的…… => <p>她说：“你好”——真的……</p>
markdown-smart: 她说：“你好”——真的…… => <p>她说：“你好”——真的……</p>
markdown: ------ => <hr />
commonmark_x: ------ => <hr />
gfm: —— => <p>——</p>
markdown-smart: —— => <p>——</p>
markdown: 明月光\|------ => <h2 id="明月光">明月光<br /></h2>
commonmark_x: 明月光  |------ => <h2 id="明月光">明月光</h2>
gfm: 明月光  |—— => <p>明月光<br />——</p>
markdown-smart: 明月光\|—— => <p>明月光<br />——</p>
SEEN
