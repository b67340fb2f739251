#!/usr/bin/env bash
# @tiptap/markdown 3.35.0: an editor that was only to save takes Chinese bold away for good.
#
# Guess: "**问题：**我们", which CommonMark does not read as bold, waits in the file for a reader
# that follows the amendment for Chinese (markdown-it-cjk-friendly and others show it bold).
# Seen: the editor reads the stars as text, and what is text it escapes on saving:
# "\*\*问题：\*\*我们". From then on the amendment cannot help, for an escaped star is a star.
# The way back does not exist either: a run that one makes bold in the editor is written as
# "**问题：**我们", which the same editor opens as literal stars the next time. (@tinacms/mdx 2.2.3
# escapes them likewise.)
#
# Why it matters: a folder can hold both forms of one house style, depending on which articles went
# through an editor once. Escaped pairs of stars that close after Chinese punctuation are a trace of
# this, which a reader may offer to show as bold; it must not do so silently.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --ignore-scripts @tiptap/markdown@3.35.0 \
  @tiptap/core@3.35.0 @tiptap/pm@3.35.0 @tiptap/starter-kit@3.35.0 \
  markdown-it@14.1.0 markdown-it-cjk-friendly@3.0.0

node --input-type=module >seen <<'JS'
import { MarkdownManager } from '@tiptap/markdown';
import StarterKit from '@tiptap/starter-kit';
import MarkdownIt from 'markdown-it';
import cjkFriendly from 'markdown-it-cjk-friendly';

const reader = new MarkdownIt().use(cjkFriendly);
const manager = new MarkdownManager({ extensions: [StarterKit] });
const written = '**问题：**我们';
const show = (name, text) => console.log(name, text.trim(), '=>', reader.render(text).trim());
show('written', written);
show('saved  ', manager.serialize(manager.parse(written)));

const bold = { type: 'text', text: '问题：', marks: [{ type: 'bold' }] };
const plain = { type: 'text', text: '我们' };
const made = manager.serialize({ type: 'doc', content: [{ type: 'paragraph', content: [bold, plain] }] });
show('made   ', made);
show('again  ', manager.serialize(manager.parse(made)));
JS
diff -u - seen <<'SEEN'
written **问题：**我们 => <p><strong>问题：</strong>我们</p>
saved   \*\*问题：\*\*我们 => <p>**问题：**我们</p>
made    **问题：**我们 => <p><strong>问题：</strong>我们</p>
again   \*\*问题：\*\*我们 => <p>**问题：**我们</p>
SEEN
