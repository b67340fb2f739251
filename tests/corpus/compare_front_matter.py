#!/usr/bin/python3
"""Compares what lectern-cli reads from front matter with other parsers.

    compare_front_matter.py LECTERN_CLI FOLDER...

Front matter is read again with PyYAML, tomllib and Python's json, dates with PyYAML, strptime and
the email module; title, date, tags and categories must be equal for every file that those can read.
Prints a table of the folders and each difference; exits with 1 if there is one, with 77 if there is
no folder.
"""

import collections
import datetime
import email.utils
import json
import os
import pathlib
import re
import subprocess
import sys

import tomllib
import yaml


class TextLoader(yaml.SafeLoader):
    """Leaves every plain scalar the text it was, except nulls."""


TextLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in rules
            if tag in ("tag:yaml.org,2002:null", "tag:yaml.org,2002:merge")]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def last_key_wins(loader, node, deep=False):
    """What PyYAML does, but for keys that it cannot keep."""
    loader.flatten_mapping(node)
    result = {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        value = loader.construct_object(value_node, deep=True)
        try:
            result[key] = value
        except TypeError:  # a list as a key
            pass
    return result


TextLoader.add_constructor("tag:yaml.org,2002:map", last_key_wins)


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
        fields = yaml.load(block, TextLoader) if kind == "yaml" else tomllib.loads(block)
    except (yaml.YAMLError, tomllib.TOMLDecodeError, ValueError):
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


MARKS = re.compile("[,;\uff0c\u3001\uff1b]")


def as_list(value, are_words=False):
    if value is None:
        return []
    if isinstance(value, str):
        value = value.split() if are_words and not MARKS.search(value) else MARKS.split(value)
    if isinstance(value, dict):
        return []
    items = []
    for item in value:
        text = "" if item is None or isinstance(item, (list, dict)) else str(item).strip(BLANKS)
        if text and text not in items:
            items.append(text)
    return items


FORMATS = [f"%Y{mark}%m{mark}%d{time}{zone}" for mark in "-/" for zone in ("", "%z", " %z")
           for time in ("", " %H:%M", "T%H:%M", " %H:%M:%S", "T%H:%M:%S", "T%H:%M:%S.%f")]


def read_date(value):
    """A date or datetime, aware if a zone was written; None for what these parsers cannot read."""
    if isinstance(value, datetime.date):
        return value
    text = str(value).strip(BLANKS)
    try:
        loaded = yaml.safe_load(text)
        if isinstance(loaded, datetime.date):
            return loaded
    except (yaml.YAMLError, ValueError):
        pass
    for form in FORMATS:
        try:
            parsed = datetime.datetime.strptime(text, form)
            return parsed if "%H" in form else parsed.date()
        except ValueError:
            continue
    try:
        return email.utils.parsedate_to_datetime(text)
    except ValueError:
        return None


def iso_date(value):
    """ISO 8601 as lectern-cli writes it: whole seconds, Z for UTC."""
    if not isinstance(value, datetime.datetime):
        return value.isoformat()
    return value.replace(microsecond=0).isoformat().replace("+00:00", "Z")


def comparisons(fields, article):
    """Field, what the other parser says, what Lectern says."""
    title = fields.get("title")
    if isinstance(title, str) and title.strip(BLANKS) and not title.strip().startswith("{{"):
        # A title is plain text: the ticks around code go.
        plain = re.sub(r"`([^` ](?:[^`]*[^` ])?)`", r"\1", title.strip(BLANKS))
        yield "title", plain.replace("\n", " "), article["title"]
    for names, key in ((("tags", "tag"), "tags"), (("categories", "category"), "categories")):
        # Lists of Jekyll's posts are words, but for those under a name for one.
        is_post = re.search(r"(^|/)_posts/|^_drafts/", article["path"])
        items = (as_list(fields.get(name), is_post and name == key) for name in names)
        yield key, next((found for found in items if found), []), article[key]
    date = read_date(fields.get("date")) if fields.get("date") is not None else None
    if date is not None and date.year >= 1000:
        yield "date", iso_date(date), article["date"]


CODES = {"recovered": "front-matter-broken", "undated": "date-missing", "untitled": "title-missing"}
KINDS = ("yaml", "toml", "json", "none", "unclosed")
FIELDS = ("title", "date", "tags", "categories")


def compare(cli, folder):
    """Counts what there is in a folder, prints each difference."""
    listed = subprocess.run([cli, "list", "--json", folder], check=True, capture_output=True).stdout
    counts = collections.Counter()
    for line in listed.decode("utf-8", "replace").splitlines():
        article = json.loads(line)
        counts["files"] += 1
        codes = {problem["code"] for problem in article["problems"]}
        counts.update(name for name, code in CODES.items() if code in codes)
        counts.update(code for code in codes if code not in CODES.values())
        path = os.path.join(folder, article["path"])
        try:
            text = pathlib.Path(path).read_bytes().decode("utf-8-sig")
        except (UnicodeDecodeError, OSError):
            counts["unread"] += 1
            continue
        kind, fields = front_matter(text)
        counts[kind] += 1
        if not isinstance(fields, dict):
            counts["unread"] += kind in ("yaml", "toml", "json")
            continue
        for field, expected, actual in comparisons(folded(fields), article):
            counts[field] += 1
            if actual != expected:
                counts["different"] += 1
                print(f"{path}: {field}: expected {expected!r}, got {actual!r}")
    return counts


def row(name, counts):
    columns = ("files", *KINDS, *CODES, "unread", *FIELDS, "different")
    others = {code: count for code, count in sorted(counts.items()) if code not in columns}
    return " ".join([f"{name:16}"] + [f"{counts[column]:>{max(len(column), 5)}}" for column in columns]
                    + [f"{code}={count}" for code, count in others.items()])


def main():
    cli = sys.argv[1]
    folders = [folder for folder in sys.argv[2:] if os.path.isdir(folder)]
    if not folders:
        print("skipped: there is no folder of articles")
        return 77
    total = collections.Counter()
    rows = []
    for folder in folders:
        counts = compare(cli, folder)
        total += counts
        rows.append(row(os.path.basename(os.path.normpath(folder)), counts))
    columns = ("files", *KINDS, *CODES, "unread", *FIELDS, "different")
    print(f"{'folder':16} " + " ".join(f"{column:>5}" for column in columns) + " other problems")
    print("\n".join([*rows, row("all", total)]))
    return 1 if total["different"] else 0


if __name__ == "__main__":
    sys.exit(main())
