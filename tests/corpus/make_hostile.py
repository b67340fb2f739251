#!/usr/bin/python3
"""Writes more than 400 hostile and odd Markdown files: make_hostile.py FOLDER

Deterministic: the same files every time. Each is something a reader must survive in bounded time
and memory; the list is in the names.
"""

import codecs
import pathlib
import random
import sys

FENCES = {"yaml": ("---\n", "---\n"), "toml": ("+++\n", "+++\n"), "json": ("", "")}


def bomb(levels, width):
    lines = ["a0: &a0 [" + ",".join(["x"] * width) + "]"]
    for level in range(1, levels):
        lines.append(f"a{level}: &a{level} [" + ",".join([f"*a{level - 1}"] * width) + "]")
    return "\n".join(lines) + "\n"


def nested():
    """Deep nesting of every kind, in three sizes."""
    pieces = {"bracket": "[", "brace": "{a: ", "dash": "- ", "question": "? ", "quote": "> ",
              "json": '{"a":[', "dotted": "a.", "table": "[[a.", "anchor": "&a [", "tag": "!!map {",
              "bang": "!", "image": "![", "link": "[a](", "star": "*a **", "tick": "`", "html": "<b>"}
    for name, piece in pieces.items():
        for size in (1_000, 60_000, 1_000_000):
            deep = piece * (size // len(piece))
            yield f"nested-{name}-{size}-yaml", f"---\ntitle: T\nx: {deep}\n---\nBody\n"
            yield f"nested-{name}-{size}-toml", f'+++\ntitle = "T"\nx = {deep}\n+++\nBody\n'
            yield f"nested-{name}-{size}-body", f"---\ntitle: T\n---\n{deep}\n"


def many():
    for count in (1_000, 100_000):
        yield f"many-keys-{count}", "---\n" + "".join(f"k{i}: v\n" for i in range(count)) + "---\n"
        yield f"many-same-keys-{count}", "---\n" + "title: v\n" * count + "---\n"
        yield f"many-tags-{count}", "---\ntags: [" + ", ".join(f"t{i}" for i in range(count)) + "]\n---\n"
        yield f"many-items-{count}", "---\ntags:\n" + "".join(f"- t{i}\n" for i in range(count)) + "---\n"
        yield f"many-anchors-{count}", "---\n" + "".join(f"k{i}: &a{i} v\n" for i in range(count)) + "---\n"
        yield f"many-broken-{count}", "---\n" + "".join(f"k{i}: a: b\n" for i in range(count)) + "---\n"
        yield f"many-stray-{count}", "---\ntitle: T\n" + "stray\n" * count + "---\n"
        yield f"many-toml-{count}", "+++\n" + "".join(f"k{i} = {i}\n" for i in range(count)) + "+++\n"
        yield f"many-tables-{count}", "+++\n" + "".join(f"[t{i}]\n" for i in range(count)) + "+++\n"
        yield f"many-json-{count}", "{" + ",\n".join(f'"k{i}": {i}' for i in range(count)) + "}\n"
        yield f"many-fences-{count}", "---\n" * count
        yield f"many-carriage-{count}", "---\rtitle: T\r---\r" + "x\r" * count
        yield f"many-headings-{count}", "# a\n" * count
        yield f"many-subjects-{count}", "[#]: subject: (a)\n" * count
        yield f"many-staircase-{count}", "---\n" + "".join(" " * (i % 400) + "k: @v\n" for i in range(count)) + "---\n"


def long():
    for size in (70_000, 5_000_000):
        yield f"long-title-{size}", f"---\ntitle: {'x' * size}\n---\n"
        yield f"long-quoted-{size}", f'---\ntitle: "{"x" * size}\n---\n'
        yield f"long-key-{size}", f"---\n{'k' * size}: v\n---\n"
        yield f"long-date-{size}", f"---\ndate: {'1' * size}\n---\n"
        yield f"long-heading-{size}", f"# {'[a](' * (size // 4)}\n"
        yield f"long-line-{size}", "字" * (size // 3)
        yield f"long-blank-lines-{size}", "\n" * size
        yield f"long-blank-line-{size}", " " * size
        yield f"long-zeros-{size}", "\0" * size
        yield f"long-unclosed-{size}", "---\ntitle: T\n" + "a: b\n" * (size // 5)
        yield f"long-unclosed-json-{size}", '{"a": "' + "x" * size
        yield f"long-separators-{size}", f"---\ntags: {',' * size}\n---\n"


def aliases():
    for levels in (3, 10, 20):
        for width in (2, 9):
            yield f"alias-bomb-{levels}-{width}", f"---\ntitle: T\n{bomb(levels, width)}---\n"
    for number, text in enumerate(["a: &a [*a, *a]", "a: &a {b: *a}", "a: &a\n  <<: *a", "a: *none",
                                   "&a a: *a", "a: &a [&b [*a, *b]]", "? &a [*a]\n: b",
                                   "tags: &t [*t, x]", "title: &t\n  x: *t", "*a : b", "a: &a *a"]):
        yield f"alias-self-{number}", f"---\ntitle: T\n{text}\n---\n"


def values():
    """Every odd value at every field that is understood, in three languages."""
    odd = ["", "~", "[]", "{}", "[AI] news", "{{ .X }}", "a: b", "@x", "`x`", "%x", "*x", "&x", "!x",
           '"', "'", '"\\q"', '"\\ud800"', "|", ">", "|9", "- x", "? x", "#x", "x #y", "\tx", "\x00",
           "\x04", "\x7f", "\ufeff", "\u200b", "\ufffd", "\u202e", "1e999", "-0", "0x", ".inf", "on",
           "2024-13-45", "9" * 400, "Invalid date", "=x", "]", "}", ",", "<b>", "\u0085", "\u2028"]
    for number, value in enumerate(odd):
        for field in ("title", "date", "tags"):
            yield f"value-{number:02}-{field}-yaml", f"---\n{field}: {value}\nlead: l\n---\nBody\n"
        yield f"value-{number:02}-toml", f"+++\ntitle = {value}\ndate = {value}\n+++\nBody\n"
        yield f"value-{number:02}-json", f'{{\n"title": {value},\n"tags": [{value}]\n}}\nBody\n'


def encodings():
    text = "---\ntitle: 春天的消息\ndate: 2024-05-06\n---\n今天天气很好，我们去公园散步。\n"
    for name in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "gbk", "gb18030", "hz"):
        data = text.encode(name)
        yield f"encoding-{name}", data
        yield f"encoding-{name}-cut", data[:-1]
        yield f"encoding-{name}-shifted", data[1:]
    marks = {"utf-8": codecs.BOM_UTF8, "utf-16-le": codecs.BOM_UTF16_LE,
             "utf-16-be": codecs.BOM_UTF16_BE, "utf-32-le": codecs.BOM_UTF32_LE,
             "utf-32-be": codecs.BOM_UTF32_BE}
    for name, mark in marks.items():
        yield f"mark-{name}", mark + text.encode(name)
        yield f"mark-{name}-alone", mark
        yield f"mark-{name}-wrong", mark + text.encode("gbk")
    source = random.Random(20240506)
    for number in range(40):
        yield f"random-{number:02}", bytes(source.randrange(256) for _ in range(2_000))
        damaged = bytearray(text.encode())
        for _ in range(1 + number // 4):
            damaged[source.randrange(len(damaged))] = source.randrange(256)
        yield f"damaged-{number:02}", bytes(damaged)


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    for generate in (nested, many, long, aliases, values, encodings):
        for name, content in generate():
            data = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
            (folder / f"{name}.md").write_bytes(data)
            count += 1
    print(count)


if __name__ == "__main__":
    main()
