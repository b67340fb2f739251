#!/usr/bin/env bash
# @tiptap/markdown 3.35.0: opening and saving turns a range into struck text for every reader.
#
# Guess: a document that was not edited is saved with the same meaning, or at most escaped.
# Seen: "约10~20元，涨到30~40元" is read with marked, for which one tilde strikes, and is written
# with two: "约10~~20元，涨到30~~40元". A reader that takes a single tilde for what it is, a dash
# between numbers, showed the first file right; the second is struck out everywhere, and nothing in
# it tells that the author had written a range. (A tilde without a partner is escaped instead.)
#
# Why it matters: Chinese price and time ranges are written with a tilde. A guard against one tilde
# does not help against two; digits on the outer side of both "~~" are the only hint left.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --ignore-scripts @tiptap/markdown@3.35.0 \
  @tiptap/core@3.35.0 @tiptap/pm@3.35.0 @tiptap/starter-kit@3.35.0

node --input-type=module >seen <<'JS'
import { MarkdownManager } from '@tiptap/markdown';
import StarterKit from '@tiptap/starter-kit';
const manager = new MarkdownManager({ extensions: [StarterKit] });
for (const text of ['约10~20元，涨到30~40元', '9:00~12:00、13:00~18:00', '只有一个：10~20元']) {
  console.log(manager.serialize(manager.parse(text)));
}
JS
diff -u - seen <<'SEEN'
约10~~20元，涨到30~~40元
9:00~~12:00、13:00~~18:00
只有一个：10\~20元
SEEN
