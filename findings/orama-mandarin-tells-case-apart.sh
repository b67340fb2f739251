#!/usr/bin/env bash
# @orama/tokenizers 3.1.18 (mandarin) with @orama/orama 3.1.18: case and accents count.
#
# Guess: the tokenizer for Chinese folds Latin letters as the built-in one does.
# Seen: it does not. With it "gpt" does not find "GPT 发布" and "node" does not find "Node.js", which
# both are found without it. Accents are not folded either ("cafe"). So a site gains Chinese search
# and loses, unnoticed, the lower-case search for the product names in its Chinese articles.
#
# Why it matters: Chinese technical articles are full of Latin names, and readers type them in lower
# case. A search that segments Chinese has to fold first and segment then.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --ignore-scripts @orama/orama@3.1.18 \
  @orama/tokenizers@3.1.18

node --input-type=module >seen <<'JS'
import { create, insert, search } from '@orama/orama';
import { createTokenizer } from '@orama/tokenizers/mandarin';
const schema = { text: 'string' };
const plain = create({ schema });
const mandarin = create({ schema, components: { tokenizer: await createTokenizer() } });
for (const text of ['GPT 发布', '使用 Node.js 部署', 'Café 指南']) {
  insert(plain, { text });
  insert(mandarin, { text });
}
for (const term of ['GPT', 'gpt', 'Node', 'node', 'cafe', '部署']) {
  console.log(term, search(plain, { term }).count, search(mandarin, { term }).count);
}
JS
diff -u - seen <<'SEEN'
GPT 1 1
gpt 1 0
Node 1 1
node 1 0
cafe 1 0
部署 0 1
SEEN
