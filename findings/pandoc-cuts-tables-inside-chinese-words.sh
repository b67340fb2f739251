#!/usr/bin/env bash
# pandoc 2.17.1.1 (Debian 12: 2.17.1.1-2~deb12u1), simple tables of "markdown".
#
# Guess: columns of a simple table are counted in characters, or as wide as an editor draws them.
# Seen: a Han character counts for two columns and a quotation mark, a dash, an ellipsis or a number
# in a circle for one, although a Chinese font draws these as wide as a Han character. The writer
# pads so, and the reader cuts so. A table that its author lined up on the screen is therefore cut in
# the middle of a word, without a warning: of "某书" the first character goes to the cell on the
# left. With only Han characters in the cell the same table is read right.
#
# Why it matters: whoever cuts such tables has to count as pandoc does for what pandoc wrote, and may
# take a cut that falls inside a word as a sign that a person counted the other way.
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

{
  echo '<table><tr><th>说法</th><th>出处</th></tr><tr><td>“甲”——乙…①</td><td>某书</td></tr>
    <tr><td>苹果和梨</td><td>某报</td></tr></table>' | run -f html -t markdown-smart
  for row in '苹果和梨 某书' '“甲”乙 某书' '“甲”乙   某书' '甲——乙 某书' '①②丙丁 某书'; do
    printf '  说法     出处\n  -------- ----\n  %s\n' "$row" | run -f markdown-smart -t html \
      | tr -d '\n' | sed 's/.*<tbody>//; s/<[^>]*>/|/g; s/|\+/|/g'
    echo "  <= $row"
  done
} >seen
diff -u - seen <<'SEEN'
  说法         出处
  ------------ ------
  “甲”——乙…①   某书
  苹果和梨     某报
|苹果和梨|某书|  <= 苹果和梨 某书
|“甲”乙 某|书|  <= “甲”乙 某书
|“甲”乙|某书|  <= “甲”乙   某书
|甲——乙 某|书|  <= 甲——乙 某书
|①②丙丁 某|书|  <= ①②丙丁 某书
SEEN
