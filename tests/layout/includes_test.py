#!/usr/bin/env python3
"""Reads every include of core, ui and app and names each one that its room is not allowed.

Usage: includes_test.py SOURCE_FOLDER [--self-test]
"""
import pathlib
import re
import sys

# The rooms that each room may include besides itself. What stands here is what the link lists of
# core/CMakeLists.txt and ui/CMakeLists.txt say, room by room.
CORE = {
    "core/base": [],
    "core/article": ["core/base"],
    "core/markdown": ["core/base", "core/article"],
    "core/library": ["core/base", "core/article", "core/markdown"],
    "core/search": ["core/base", "core/article", "core/markdown", "core/library"],
    "core/state": ["core/base", "core/article", "core/markdown", "core/library"],
    "core/image": ["core/base"],
    "core/page": ["core/base", "core/article", "core/markdown", "core/image"],
}
UI = {
    "ui/common": [],
    "ui/session": [],
    "ui/search": ["ui/common", "ui/session"],
    "ui/list": ["ui/common", "ui/session", "ui/search"],
    "ui/sidebar": ["ui/common", "ui/session", "ui/search"],
    "ui/problems": ["ui/common", "ui/session"],
    "ui/statistics": ["ui/common", "ui/session"],
    "ui/highlights": ["ui/common", "ui/session"],
    "ui/reading": ["ui/common", "ui/session", "ui/search"],
    "ui/window": ["ui/common", "ui/session", "ui/search", "ui/list", "ui/sidebar", "ui/problems",
                  "ui/reading", "ui/statistics", "ui/highlights"],
}
# The web engine is loaded late, so that only the program knows this part of the room.
WEB = "ui/reading/web"
APP = {"app": sorted(CORE) + sorted(UI) + [WEB], "app/cli": sorted(CORE)}

# Headers that only these files may know: those of other libraries, and what reads a query line:
# whoever holds the line reads it once, and all others are given the query.
OWNERS = {
    r"core/search/query_parser\.h": {
        "core/search/query_parser.cpp",
        "core/search/query_completion.cpp",  # examples of what it offers
        "ui/search/article_results.cpp",
        "ui/search/timeline_bars.cpp",  # the date that it writes
        "app/cli/cli_commands.cpp",
    },
    r"yaml-cpp/.*": {"core/article/front_matter/yaml_front_matter.cpp"},
    r"md4c\.h": {"core/markdown/markdown_parser.cpp"},
    r"gumbo\.h": {"core/markdown/html/html_tree.cpp"},
    r"sqlite3\.h": {"core/state/sqlite.cpp"},
    r"zlib\.h": {"core/state/deflated.cpp"},
    r"CLI/.*": {"app/cli/cli_arguments.cpp"},
    r"toml\+\+/.*": {"core/article/front_matter/toml_front_matter.cpp"},
}

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)


def allowed_rooms():
    rooms = dict(CORE)
    for room, others in UI.items():
        rooms[room] = others + sorted(CORE)
    rooms[WEB] = rooms["ui/reading"] + ["ui/reading"]
    rooms.update(APP)
    return rooms


def room_of(path, rooms):
    """The longest room that `path` lies in, or None."""
    inside = [room for room in rooms if path.startswith(room + "/")]
    return max(inside, key=len, default=None)


def faults_of(path, text, rooms):
    room = room_of(path, rooms)
    if room is None:
        return [f"{path}: lies in no room"]
    faults = []
    for mark, header in INCLUDE.findall(text):
        if mark == '"' and header.split("/")[0] in ("core", "ui", "app", "tests"):
            other = room_of(header, rooms)
            if other != room and other not in rooms[room]:
                faults.append(f"{path}: may not include {header}")
        if mark == "<" and path.startswith("core/") and re.match(r"Q[A-Z]|Qt", header):
            faults.append(f"{path}: core may not include {header}")
        for pattern, owners in OWNERS.items():
            if re.fullmatch(pattern, header) and path not in owners:
                faults.append(f"{path}: {header} is only for {', '.join(sorted(owners))}")
    return faults


def circles(rooms):
    """Rooms that reach themselves by way of others."""
    found = []
    for start in rooms:
        seen, waiting = set(), list(rooms[start])
        while waiting:
            room = waiting.pop()
            if room not in seen:
                seen.add(room)
                waiting += rooms.get(room, [])
        if start in seen:
            found.append(f"{start} reaches itself")
    return found


def self_test(rooms):
    """A check that cannot fail is none: each kind of fault must be found."""
    wrong = {
        "core/base/a.cpp": '#include "core/article/article.h"\n',
        "core/markdown/a.cpp": '#include "core/library/library.h"\n',
        "core/library/a.cpp": '#include <QString>\n',
        "ui/window/a.cpp": '#include "core/search/query_parser.h"\n',
        "core/article/a.cpp": '#include <yaml-cpp/yaml.h>\n',
        "core/page/a.cpp": '#include "ui/common/icons.h"\n',
        "ui/search/a.cpp": '#  include "ui/list/article_roles.h"\n',
        "ui/reading/a.cpp": '#include "ui/reading/web/reader_page.h"\n',
        "app/cli/a.cpp": '#include "ui/common/icons.h"\n',
        "core/nowhere.cpp": "",
    }
    right = {
        "core/search/a.cpp": '#include "core/library/library.h"\n#include <vector>\n',
        "ui/reading/web/a.cpp": '#include "ui/reading/reader_view.h"\n#include <QUrl>\n',
    }
    missed = [path for path, text in wrong.items() if len(faults_of(path, text, rooms)) != 1]
    blamed = [path for path, text in right.items() if faults_of(path, text, rooms)]
    circle = circles({"a": ["b"], "b": ["c"], "c": ["a"]})
    return [f"not seen: {path}" for path in missed] + [f"wrongly seen: {path}" for path in blamed] + (
        [] if len(circle) == 3 else ["a circle is not seen"])


def main():
    rooms = allowed_rooms()
    if "--self-test" in sys.argv:
        faults = self_test(rooms)
        summary = "each kind of fault is seen"
    else:
        top = pathlib.Path(sys.argv[1])
        files = [file for part in ("core", "ui", "app") for file in sorted(top.glob(f"{part}/**/*"))
                 if file.suffix in (".h", ".cpp")]
        summary = f"{len(files)} files include what their rooms may"
        faults = circles(rooms)
        for file in files:
            faults += faults_of(str(file.relative_to(top)), file.read_text(), rooms)
        if not files:
            faults.append(f"{top}: no sources are there")
    print("\n".join(faults) or summary)
    return 1 if faults else 0


sys.exit(main())
