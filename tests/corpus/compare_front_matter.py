#!/usr/bin/python3
"""Compares what lectern-cli reads from front matter with other parsers.

    compare_front_matter.py LECTERN_CLI FOLDER...

Front matter is read again with PyYAML, tomli and Python's json; title, date, tags and categories
must be equal for every file that those can read. Prints a table per folder and each difference;
exits with 1 if there is one.
"""

import collections
import datetime
import json
import os
import pathlib
import re
import subprocess
import sys

import tomli
import yaml


class TextLoader(yaml.SafeLoader):
    """Leaves every plain scalar the text it was, except nulls."""


TextLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in rules
            if tag in ("tag:yaml.org,2002:null", "tag:yaml.org,2002:merge")]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def first_key_wins(loader, node, deep=False):
    """PyYAML lets the last of two equal keys win, Lectern and yaml-cpp the first."""
    loader.flatten_mapping(node)
    result = {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        value = loader.construct_object(value_node, deep=True)
        try:
            result.setdefault(key, value)
        except TypeError:  # a list as a key
            pass
    return result


TextLoader.add_constructor("tag:yaml.org,2002:map", first_key_wins)


def front_matter(text):
    """The kind of front matter and its fields; fields are None if the other parser refuses."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").lstrip(" \t\n")
    for kind, fence, closers in (("yaml", "---", ("---", "...")), ("toml", "+++", ("+++",))):
        lines = text.split("\n")
        if lines[0].rstrip() != fence:
            continue
        for number, line in enumerate(lines[1:], 1):
            if line.rstrip() in closers:
                block = "\n".join(lines[1:number]) + "\n"
                return kind, parsed(kind, block)
        return "unclosed", None
    if re.match(r'\{\s*"', text):
        try:
            return "json", json.JSONDecoder(parse_float=str, parse_int=str).raw_decode(text)[0]
        except ValueError:
            return "json", None
    return "none", None


def parsed(kind, block):
    try:
        fields = yaml.load(block, TextLoader) if kind == "yaml" else tomli.loads(block)
    except (yaml.YAMLError, tomli.TOMLDecodeError, ValueError):
        return None
    return {} if fields is None else fields


def folded(fields):
    result = {}
    for key, value in fields.items():
        result.setdefault(str(key).lower(), value)
    for container in ("params", "extra", "taxonomies"):
        if isinstance(result.get(container), dict):
            for key, value in result[container].items():
                result.setdefault(str(key).lower(), value)
    return result


BLANKS = " \t\r\n\u00a0\u3000\ufeff\u200b"


def as_list(value):
    if value is None:
        return []
    if isinstance(value, str):
        value = re.split("[,;\uff0c\u3001\uff1b]", value)
    if isinstance(value, dict):
        return []
    items = []
    for item in value:
        text = "" if item is None or isinstance(item, (list, dict)) else str(item).strip(BLANKS)
        if text and text not in items:
            items.append(text)
    return items


def wall_clock(text):
    """The first date of a text as YYYY-MM-DD[THH:MM:SS], for the shapes this can be sure of."""
    if isinstance(text, (datetime.datetime, datetime.date)):
        text = text.isoformat()
    match = re.match(r"(\d{4})-(\d\d?)-(\d\d?)(?:[T ]+(\d\d?):(\d\d)(?::(\d\d))?)?", str(text))
    if not match:
        return None
    year, month, day, hour, minute, second = (int(part) if part else None for part in match.groups())
    try:
        datetime.date(year, month, day)
    except ValueError:
        return None
    date = f"{year:04}-{month:02}-{day:02}"
    return date if hour is None else f"{date}T{hour:02}:{minute:02}:{second or 0:02}"


def differences(fields, article):
    title = fields.get("title")
    if isinstance(title, str) and title.strip(BLANKS) and not title.strip().startswith("{{"):
        expected = title.strip(BLANKS).replace("\n", " ")
        if article["title"] != expected:
            yield "title", expected, article["title"]
    for names, key in ((("tags", "tag"), "tags"), (("categories", "category"), "categories")):
        expected = next((items for items in (as_list(fields.get(name)) for name in names) if items), [])
        if article[key] != expected:
            yield key, expected, article[key]
    expected = wall_clock(fields.get("date")) if fields.get("date") is not None else None
    if expected is not None:
        actual = (article["date"] or "")[:len(expected)]
        if actual != expected:
            yield "date", expected, article["date"]


def compare(cli, folder):
    listed = subprocess.run([cli, "list", "--json", folder], check=True, capture_output=True).stdout
    counts = collections.Counter()
    codes = collections.Counter()
    for line in listed.decode("utf-8", "replace").splitlines():
        article = json.loads(line)
        counts["files"] += 1
        for code in {problem["code"] for problem in article["problems"]}:
            codes[code] += 1
        path = os.path.join(folder, article["path"])
        try:
            text = pathlib.Path(path).read_bytes().decode("utf-8-sig")
        except (UnicodeDecodeError, OSError):
            counts["not UTF-8"] += 1
            continue
        kind, fields = front_matter(text)
        counts[kind] += 1
        if not isinstance(fields, dict):
            counts["unread by the other parser"] += kind in ("yaml", "toml", "json")
            continue
        counts["compared"] += 1
        for field, expected, actual in differences(folded(fields), article):
            counts["different"] += 1
            print(f"{path}: {field}: expected {expected!r}, got {actual!r}")
    return counts, codes


def main():
    cli, folders = sys.argv[1], sys.argv[2:]
    different = 0
    for folder in folders:
        counts, codes = compare(cli, folder)
        different += counts["different"]
        print(folder, dict(counts), dict(codes))
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
