#!/usr/bin/env bash
# js-yaml 4.1.1: a date that is no date becomes another day instead of an error or a string.
#
# Guess: "0000-00-00 00:00:00", which MySQL and so WordPress write for "no date yet", fails, stays a
# string or is null.
# Seen: it is 30 November 1899. The parts go into Date.UTC as they are: month 0 is one before
# January, day 0 one before the first, and a year under 100 is counted from 1900. In the same way
# 30 February is 2 March, month 13 is next year, and the year 0024, a typing error, is 1924. 5.5.0
# knows no dates any more and leaves all of them strings.
#
# Why it matters: a site's list ends with drafts of 1899, and what such a tool writes back
# (1899-11-30T00:00:00.000Z) is a valid date for everybody after it. A reader should take 1899-11-30
# at midnight for "none", and never normalise a date itself.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --ignore-scripts js-yaml@4.1.1 js-yaml-5@npm:js-yaml@5.5.0

node --input-type=module >seen <<'JS'
import yaml from 'js-yaml';
import { load } from 'js-yaml-5';
for (const date of ['0000-00-00 00:00:00', '2025-02-30', '2025-13-45', '0024-05-06']) {
  const source = `date: ${date}`;
  console.log(JSON.stringify([yaml.load(source).date, load(source).date]));
}
console.log(yaml.dump(yaml.load('date: 0000-00-00 00:00:00')).trim());
JS
diff -u - seen <<'SEEN'
["1899-11-30T00:00:00.000Z","0000-00-00 00:00:00"]
["2025-03-02T00:00:00.000Z","2025-02-30"]
["2026-02-14T00:00:00.000Z","2025-13-45"]
["1924-05-06T00:00:00.000Z","0024-05-06"]
date: 1899-11-30T00:00:00.000Z
SEEN
