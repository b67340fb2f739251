"""Compares lectern-cli with PyYAML and a plain scan, on real articles."""

import collections
import os
import sys
import unicodedata
import unittest

import yaml

from cli import paths, stats

NEWS = os.path.join(os.environ["LECTERN_SHARED_DIR"], "articles", "news")


def articles():
    """Path and front matter of every article, as PyYAML reads them; every scalar stays text."""
    for folder, _, names in os.walk(NEWS):
        for name in names:
            if name.endswith((".md", ".markdown")):
                path = os.path.join(folder, name)
                with open(path, encoding="utf-8") as file:
                    front_matter = file.read().split("\n---", 1)[0].removeprefix("---\n")
                yield os.path.relpath(path, NEWS), yaml.load(front_matter, yaml.BaseLoader)


def terms(key):
    counts = collections.Counter()
    for _, meta in articles():
        counts.update({term.strip() for term in meta.get(key) or [] if term.strip()})
    return counts


def folded(text):
    once = unicodedata.normalize("NFKC", text).casefold()
    return unicodedata.normalize("NFKC", once).replace("學", "学")


def found_by_scan(needle):
    return {path for path, meta in articles()
            if needle in folded(meta["title"]) or needle in folded(meta["summary"])}


class Terms(unittest.TestCase):
    def test_every_article_is_counted(self):
        self.assertEqual(stats(NEWS)["articles"], sum(1 for _ in articles()))

    def test_tags_and_categories_are_those_of_pyyaml(self):
        figures = stats(NEWS)

        self.assertEqual(figures["tags"], terms("tags"))
        self.assertEqual(figures["categories"], terms("categories"))


class ChineseQuery(unittest.TestCase):
    def test_finds_what_a_scan_finds(self):
        expected = found_by_scan("科学")

        self.assertEqual(set(paths(NEWS, "--query", "科学")), expected)
        self.assertTrue(expected)


class EnglishQuery(unittest.TestCase):
    def test_finds_what_a_scan_finds(self):
        for query in ("ai", "UK", "go"):
            with self.subTest(query):
                expected = found_by_scan(query.lower())

                self.assertEqual(set(paths(NEWS, "--query", query)), expected)
                self.assertTrue(expected)


if __name__ == "__main__":
    if not os.path.isdir(NEWS):
        print(f"skipped: there are no articles in {NEWS}")
        sys.exit(77)
    unittest.main()
