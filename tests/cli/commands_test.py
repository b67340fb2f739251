"""What each command of lectern-cli says about the sample library, and how it fails."""

import contextlib
import json
import os
import pathlib
import sqlite3
import tempfile
import unittest
from unittest import mock

from cli import SAMPLES, listed, paths, run, stats


class Stats(unittest.TestCase):
    def test_counts_every_markdown_file(self):
        on_disk = sum(name.endswith(".md") for _, _, names in os.walk(SAMPLES) for name in names)

        self.assertEqual(stats(SAMPLES)["articles"], on_disk)
        self.assertGreaterEqual(on_disk, 16)

    def test_counts_terms(self):
        figures = stats(SAMPLES)

        self.assertEqual(figures["tags"]["科学"], 3)
        self.assertEqual(figures["categories"]["kitchen"], 2)
        self.assertEqual(figures["languages"]["zh-TW"], 1)

    def test_speaks_plainly_without_json(self):
        finished = run("stats", SAMPLES)

        self.assertEqual(finished.returncode, 0)
        self.assertRegex(finished.stdout, r"^21 articles, \d+ problems\n")
        self.assertIn("  3\t科学\n", finished.stdout)

    def test_says_why_the_cache_is_of_no_use(self):
        with tempfile.TemporaryDirectory() as cache, \
                mock.patch.dict(os.environ, {"XDG_CACHE_HOME": cache}):
            before = json.loads(run("stats", "--json", "--explain", SAMPLES).stdout)["cache"]
            run("list", "--text", "--query", "stone", SAMPLES)
            after = run("stats", "--explain", SAMPLES).stdout

        self.assertEqual(before, {"index": "made anew: none was kept",
                                  "texts": "made anew: none was kept"})
        self.assertIn("\ntexts kept: 21 of 21 articles are unchanged\n", after)

    def test_an_empty_folder_is_no_failure(self):
        with tempfile.TemporaryDirectory() as folder:
            self.assertEqual(stats(folder), {"articles": 0, "problems": 0, "tags": {},
                                             "categories": {}, "languages": {}})


class List(unittest.TestCase):
    def test_finds_what_drafts_are_in_either_order(self):
        self.assertEqual(len(listed(SAMPLES, "--query", "is:draft OR bridge")),
                         len(listed(SAMPLES, "--query", "bridge OR is:draft")))

    def test_prints_one_object_a_line_with_every_field(self):
        bridge = listed(SAMPLES, "--query", "stone bridge")[0]

        self.assertEqual(bridge, {
            "path": "walks/stone-bridge/index.md",
            "title": "Across the stone bridge",
            "date": "2026-05-17T10:12:00",
            "summary": "A walk of one hour along the river, with a drawing of the bridge and a "
                       "photograph of a larger round thing.",
            "categories": ["walks"],
            "tags": ["river", "pictures"],
            "lang": ["en"],
            "thumbnail": "bridge.png",
            "source": "",
            "problems": [],
            "read": "unread",
            "starred": False,
            "progress": 0,
            "labels": [],
        })

    def test_names_the_place_of_a_problem(self):
        problem = listed(SAMPLES, "--tag", "front matter")[0]["problems"][0]

        self.assertEqual((problem["code"], problem["line"]), ("front-matter-broken", 2))
        self.assertGreater(problem["column"], 0)
        self.assertTrue(problem["message"])

    def test_reads_toml_and_dates_of_mail(self):
        dates = {article["path"]: article["date"] for article in listed(SAMPLES)}

        self.assertEqual(dates["notes/plain-text.md"], "2026-01-11T08:30:00+08:00")
        self.assertEqual(dates["kitchen/sourdough.md"], "2026-03-08T08:00:00+01:00")
        self.assertEqual(dates["walks/茶山.md"], "2026-04-06")
        self.assertIsNone(dates["broken/unclosed.md"])

    def test_filters_by_tag_and_category_together(self):
        both = paths(SAMPLES, "--category", "walks", "--tag", "散步")

        self.assertEqual(both, ["walks/舊書店.md", "walks/茶山.md"])

    def test_asks_for_every_tag_given(self):
        self.assertEqual(paths(SAMPLES, "--tag", "数学", "--tag", "科学"),
                         ["science/天空为什么是蓝的.md"])
        self.assertEqual(paths(SAMPLES, "--tag", "数学", "--tag", "river"), [])

    def test_finds_a_single_character(self):
        self.assertEqual(paths(SAMPLES, "--query", "葱"), ["kitchen/葱油拌面.md"])

    def test_finds_traditional_and_simplified_and_full_width_alike(self):
        self.assertEqual(paths(SAMPLES, "--query", "旧书店"), ["walks/舊書店.md"])
        self.assertEqual(paths(SAMPLES, "--query", "ＵＴＦ"), ["code/utf-8.md"])

    def test_sorts_by_date_newest_first_and_undated_last(self):
        sorted_paths = paths(SAMPLES, "--sort", "date")

        self.assertEqual(sorted_paths[:2], ["欢迎.md", "welcome.md"])
        self.assertEqual(sorted_paths[-1], "broken/unclosed.md")

    def test_sorts_by_title(self):
        titles = [article["title"] for article in
                  listed(SAMPLES, "--sort", "title", "--query", "category:notes lang:en")]

        self.assertEqual(titles, ["A letter, not finished", "In praise of plain text",
                                  "Notes in the margin"])

    def test_stops_at_the_limit(self):
        self.assertEqual(len(listed(SAMPLES, "--limit", "3")), 3)
        self.assertEqual(listed(SAMPLES, "--limit", "0"), [])

    def test_says_what_of_a_query_it_does_not_understand(self):
        for query, said in [("is:nothing", '"is:nothing" is left out: known are'),
                            ("date:soon", '"date:soon" is left out: it is no date'),
                            ("progress:many", "it is no share of an article"),
                            ('"open', "A quotation mark is not closed")]:
            with self.subTest(query):
                finished = run("list", "--query", query, SAMPLES)

                self.assertEqual(finished.returncode, 0)
                self.assertIn(said, finished.stderr)

    def test_finding_nothing_is_no_failure(self):
        finished = run("list", "--query", "no such words", SAMPLES)

        self.assertEqual((finished.returncode, finished.stdout, finished.stderr), (0, "", ""))


class Render(unittest.TestCase):
    def test_gives_the_body_alone_as_a_fragment(self):
        finished = run("render", "--fragment", os.path.join(SAMPLES, "code/binary-search.md"))

        self.assertEqual(finished.returncode, 0)
        self.assertIn("<h2", finished.stdout)
        self.assertIn("std::size_t lowerBound", finished.stdout)
        self.assertNotIn("<html", finished.stdout)
        self.assertNotIn("categories", finished.stdout)

    def test_gives_what_a_specification_asks_for(self):
        source = "---\n# A <b>www.a.org</b>\n"

        finished = run("render", "--dialect", "commonmark", "-", input=source)
        self.assertEqual(finished.stdout, "<hr><h1>A <b>www.a.org</b></h1>")

        finished = run("render", "--dialect", "gfm", "-", input=source)
        self.assertEqual(finished.stdout, '<hr><h1>A <b><a href="http://www.a.org">www.a.org</a></b></h1>')

    def test_counts_the_repairs(self):
        counts = json.loads(run("render", "--json", "-", input="a\n\n### 图片").stdout)["repairs"]

        self.assertEqual(counts["emptyHeadings"], 1)
        self.assertEqual(sum(counts.values()), 1)

    def test_gives_a_whole_page_with_the_title(self):
        page = run("render", "--root", SAMPLES, "science/why-the-sky-is-blue.md").stdout

        self.assertTrue(page.startswith("<!doctype html>"))
        self.assertIn("Content-Security-Policy", page)
        self.assertIn("Why the sky is blue", page)

    def test_puts_html_into_json(self):
        rendered = json.loads(run("render", "--json", "--root", SAMPLES, "welcome.md").stdout)

        self.assertEqual((rendered["path"], rendered["title"]),
                         ("welcome.md", "Welcome to Lectern"))
        self.assertIn("<table>", rendered["html"])

    def test_fails_on_a_file_that_is_not_there(self):
        finished = run("render", os.path.join(SAMPLES, "nowhere.md"))

        self.assertEqual((finished.returncode, finished.stdout), (2, ""))
        self.assertIn("nowhere.md", finished.stderr)

    def test_resolves_links_as_the_window_does(self):
        with tempfile.TemporaryDirectory() as root:
            for path, text in (("notes/a.md", "[[b]] and [c](/other/b.html)"), ("other/b.md", "b"),
                               (".obsidian/app.json", "{}")):
                os.makedirs(os.path.dirname(os.path.join(root, path)), exist_ok=True)
                with open(os.path.join(root, path), "w", encoding="utf-8") as file:
                    file.write(text)
            resolved = run("render", "--fragment", "--root", root, "notes/a.md").stdout
            alone = run("render", "--fragment", os.path.join(root, "notes/a.md")).stdout
        self.assertIn('<a href="/other/b.md">b</a>', resolved)
        self.assertIn('<a href="/other/b.md">c</a>', resolved)
        self.assertIn("[[b]]", alone)

    def test_finds_its_file_from_here_or_from_its_root(self):
        here = os.path.relpath(os.path.join(SAMPLES, "welcome.md"))
        root = os.path.relpath(SAMPLES)
        from_root = run("render", "--root", root, "welcome.md")
        self.assertEqual(from_root.returncode, 0)
        self.assertEqual(run("render", "--root", root, here).stdout, from_root.stdout)

    def test_says_that_its_root_is_not_there(self):
        finished = run("render", "--root", "/no/such", os.path.join(SAMPLES, "welcome.md"))
        self.assertEqual(finished.returncode, 2)
        self.assertIn("/no/such: there is no such folder", finished.stderr)
        finished = run("render", os.path.join(SAMPLES, "absent.md"))
        self.assertEqual(finished.returncode, 2)
        self.assertIn("absent.md: there is no such file. Check", finished.stderr)

    def test_does_not_leave_its_root(self):
        with tempfile.TemporaryDirectory() as root:
            finished = run("render", "--root", root, os.path.join(SAMPLES, "welcome.md"))

        self.assertEqual((finished.returncode, finished.stdout), (2, ""))


class Check(unittest.TestCase):
    def test_finds_the_two_files_broken_on_purpose_and_no_other(self):
        finished = run("check", "--json", SAMPLES)
        problems = json.loads(finished.stdout)["problems"]

        self.assertEqual(finished.returncode, 1)
        self.assertEqual({problem["path"] for problem in problems},
                         {"broken/unescaped-quotes.md", "broken/unclosed.md"})

    def test_prints_places_as_compilers_do(self):
        lines = run("check", SAMPLES).stdout.splitlines()

        self.assertTrue(any(line.startswith("broken/unclosed.md:1:1: warning: ") for line in lines))

    def test_exits_with_0_when_all_is_well(self):
        finished = run("check", os.path.join(SAMPLES, "science"))

        self.assertEqual((finished.returncode, finished.stderr), (0, ""))


class State(unittest.TestCase):
    def setUp(self):
        data = tempfile.TemporaryDirectory()
        self.addCleanup(data.cleanup)
        self.data = data.name
        elsewhere = mock.patch.dict(os.environ, {"XDG_DATA_HOME": os.path.join(data.name, "share")})
        elsewhere.start()
        self.addCleanup(elsewhere.stop)

    def test_comes_back_as_it_went(self):
        written = {"format": "lectern-state", "version": 1,
                   "labels": [{"name": "later", "colour": "#12ab00"}],
                   "articles": [{"library": "/x", "path": "a.md", "title": "A", "status": "read",
                                 "readAt": 70, "changedAt": 80, "labels": ["later"],
                                 "highlights": [{"quote": "words", "note": "说得对"}]}]}

        first = run("state", "import", "-", input=json.dumps(written))
        exported = run("state", "export").stdout
        file = os.path.join(self.data, "state.json")
        run("state", "export", file)
        again = run("state", "import", file)

        self.assertEqual(first.stdout, "1 articles read, 1 of them new\n")
        self.assertEqual(again.stdout, "1 articles read, 0 of them new\n")
        article = json.loads(exported)["articles"][0]
        self.assertEqual((article["path"], article["status"], article["labels"]),
                         ("a.md", "read", ["later"]))
        self.assertEqual(article["highlights"][0]["note"], "说得对")
        self.assertEqual(run("state", "export").stdout, exported)

    def test_is_what_list_knows_of_articles_and_stays_as_it_is(self):
        nothing = paths(SAMPLES, "--query", "is:read")
        self.assertFalse(os.path.exists(os.path.join(self.data, "share")))
        written = {"format": "lectern-state", "version": 1,
                   "labels": [{"name": "later", "colour": "#12ab00"}],
                   "articles": [{"library": os.path.realpath(SAMPLES),
                                 "path": "walks/stone-bridge/index.md",
                                 "title": "Across the stone bridge", "status": "read",
                                 "readAt": 70, "starredAt": 60, "progress": 500, "changedAt": 80,
                                 "labels": ["later"],
                                 "highlights": [{"quote": "stone", "note": "Ask ADA"}]}]}
        run("state", "import", "-", input=json.dumps(written))
        folder = os.path.join(self.data, "share", "lectern")

        def files():
            return {file.name: file.read_bytes() for file in pathlib.Path(folder).iterdir()}
        before = files()

        found = listed(SAMPLES, "--query", "is:read is:starred label:Later progress:>40 note:ada")
        others = paths(SAMPLES, "--query", "is:unread")

        self.assertEqual(nothing, [])
        self.assertEqual([(one["path"], one["read"], one["starred"], one["progress"], one["labels"])
                          for one in found],
                         [("walks/stone-bridge/index.md", "read", True, 50, ["later"])])
        self.assertEqual(len(others), len(paths(SAMPLES)) - 1)
        self.assertEqual(files(), before)

    def test_exports_the_highlights_alone_with_the_sentence_of_the_file(self):
        library = os.path.join(self.data, "articles")
        os.mkdir(library)
        with open(os.path.join(library, "sea.md"), "w") as article:
            article.write("---\ntitle: Sea\ndate: 2025-03-01\nsource: https://example.org/sea\n---\n\n"
                          "It is wide. Nobody knows how deep it is. It ends.\n")
        written = {"format": "lectern-state", "version": 1,
                   "articles": [{"library": library, "path": "sea.md", "title": "Sea",
                                 "highlights": [{"quote": "how deep", "isUnique": True,
                                                 "prefix": "Nobody knows ", "suffix": " it is.",
                                                 "note": "why?", "colour": "blue"}]},
                                {"library": "/gone", "path": "gone.md", "title": "Gone",
                                 "highlights": [{"quote": "的摘录", "prefix": "第一句。消失",
                                                 "suffix": "。"}]},
                                {"library": library, "path": "bare.md", "title": "Bare"}]}
        run("state", "import", "-", input=json.dumps(written))

        text = run("state", "export", "--highlights", "markdown").stdout
        rows = run("state", "export", "--highlights", "csv").stdout.splitlines()
        page = json.loads(run("state", "export", "--highlights", "json").stdout)
        wrong = run("state", "export", "--highlights", "html")
        file = os.path.join(self.data, "mine.md")
        said = run("state", "export", "--highlights", "markdown", file).stdout

        self.assertIn("## Sea\n\n<https://example.org/sea>, 2025-03-01\n\n"
                      "- **how deep** (blue)\n  > Nobody knows how deep it is.\n", text)
        self.assertIn("消失的摘录。", text)
        self.assertNotIn("Bare", text)
        self.assertEqual(len(rows), 3)
        self.assertEqual(len(page["items"]), 2)
        self.assertEqual(wrong.returncode, 2)
        self.assertIn("markdown", wrong.stderr)
        self.assertEqual(said, "2 highlights written\n")
        with open(file) as exported:
            self.assertTrue(exported.read())

    def test_of_a_newer_program_is_not_read(self):
        run("state", "import", "-", input='{"format": "lectern-state", "version": 1}')
        file = os.path.join(self.data, "share", "lectern", "state.sqlite")
        with contextlib.closing(sqlite3.connect(file)) as database:
            database.execute("PRAGMA user_version = 9999")

        finished = run("list", "--query", "is:read", SAMPLES)

        self.assertEqual((finished.returncode, finished.stdout), (2, ""))
        self.assertIn("has version 9999", finished.stderr)
        self.assertEqual(len(run("list", SAMPLES).stdout.splitlines()), 21)

    def test_exports_over_nothing_and_into_no_new_folder(self):
        file = os.path.join(self.data, "notes.md")
        with open(file, "w") as notes:
            notes.write("mine")
        over = run("state", "export", file)
        nowhere = run("state", "export", os.path.join(self.data, "no", "state.json"))
        self.assertEqual((over.returncode, nowhere.returncode), (2, 2))
        self.assertIn("there is such a file", over.stderr)
        self.assertIn("there is no such folder", nowhere.stderr)
        with open(file) as notes:
            self.assertEqual(notes.read(), "mine")
        self.assertFalse(os.path.exists(os.path.join(self.data, "no")))

    def test_refuses_what_is_no_state(self):
        finished = run("state", "import", "-", input="[]")

        self.assertEqual((finished.returncode, finished.stdout), (2, ""))
        self.assertIn("lectern-state", finished.stderr)


class Usage(unittest.TestCase):
    def test_says_what_it_cannot_do_on_standard_error(self):
        mistakes = (["stats", "/no/such/folder"], ["stats", os.path.join(SAMPLES, "welcome.md")],
                    ["dance", SAMPLES], ["list", "--limit", "many", SAMPLES],
                    ["list", "--sort", "colour", SAMPLES], ["stats", "--no-such-option", SAMPLES],
                    ["stats"])
        for mistake in mistakes:
            with self.subTest(mistake):
                finished = run(*mistake)

                self.assertEqual((finished.returncode, finished.stdout), (2, ""))
                self.assertRegex(finished.stderr, r"^lectern-cli: .+\n")

    def test_explains_itself(self):
        finished = run("--help")

        self.assertEqual(finished.returncode, 0)
        for command in ("stats", "list", "render", "check", "state"):
            self.assertIn(command, finished.stdout)


if __name__ == "__main__":
    unittest.main()
