"""The folder of articles stays as it is: its checksums, and what strace sees the programs open."""

import hashlib
import os
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import unittest

from cli import CLI, run

STRACE = shutil.which("strace")
WINDOW = os.environ.get("LECTERN")
MAKE_HOSTILE = pathlib.Path(__file__).parents[1] / "corpus" / "make_hostile.py"

CHANGING = re.compile(r"^\d+ +(creat|mkdir|mknod|rename|link|symlink|unlink|rmdir|truncate|ftruncate|"
                      r"fallocate|f?l?chmod|f?l?chown|utime|futimes|f?l?setxattr|f?l?removexattr)")
OPENING = re.compile(r"^\d+ +open\w*\(.*\b(O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_APPEND|O_TMPFILE)\b")


def make_odd_files(folder):
    """What a folder may hold besides files with text in them."""
    os.mkfifo(folder / "pipe.md")
    with socket.socket(socket.AF_UNIX) as listener:
        os.chdir(folder)  # the path of a socket is short
        listener.bind("socket.md")
        os.chdir("/")
    (folder / "outside.md").symlink_to("/etc/passwd")
    (folder / "zeros.md").symlink_to("/dev/zero")
    (folder / "gone.md").symlink_to("nowhere.md")
    (folder / "itself.md").symlink_to("itself.md")
    (folder / "above").symlink_to("..")
    (folder / "folder.md").mkdir()
    (pathlib.Path(os.fsdecode(os.fsencode(folder) + b"/\xd6\xd0.md"))).write_text("# A\n")
    with open(folder / "sparse.md", "wb") as file:
        file.truncate(1 << 30)
    locked = folder / "locked.md"
    locked.write_text("# Locked\n")
    locked.chmod(0)


def state_of(folder):
    """Name, kind, rights, times and content of everything in a folder."""
    states = {}
    for place, folders, files in os.walk(os.fsencode(folder)):
        for name in folders + files + [b"."]:
            path = os.path.join(place, name)
            status = os.lstat(path)
            digest = ""
            if os.path.isfile(path) and not os.path.islink(path) and status.st_size < 1 << 25:
                with open(path, "rb") as file:
                    digest = hashlib.sha256(file.read()).hexdigest()
            states[path] = (status.st_mode, status.st_size, status.st_mtime_ns, status.st_ctime_ns,
                            status.st_uid, digest)
    return states


def changes_in(trace, folder):
    """The calls of a trace that would change something in a folder, failed ones as well."""
    return [line for line in trace.splitlines()
            if str(folder) in line and (CHANGING.match(line) or OPENING.match(line))]


def commands(folder, scratch):
    yield [CLI, "check", "--json", folder]
    yield [CLI, "stats", folder]
    yield [CLI, "list", "--json", "--query", "body:a", folder]
    yield [CLI, "render", "--root", folder, "many-headings-1000.md"]
    if WINDOW:
        yield [WINDOW, "--snapshot", scratch / "window.png", "--article", "many-headings-1000.md", folder]


class HostileFolder(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.scratch = pathlib.Path(scratch.name)
        self.folder = self.scratch / "articles"
        subprocess.run([sys.executable, MAKE_HOSTILE, self.folder], check=True, capture_output=True)
        make_odd_files(self.folder)
        self.environment = dict(os.environ, HOME=str(self.scratch), QT_QPA_PLATFORM="offscreen",
                                XDG_CACHE_HOME=str(self.scratch / "cache"),
                                XDG_CONFIG_HOME=str(self.scratch / "config"),
                                XDG_DATA_HOME=str(self.scratch / "data"),
                                XDG_STATE_HOME=str(self.scratch / "state"))
        if os.geteuid() == 0:
            self.environment["QTWEBENGINE_DISABLE_SANDBOX"] = "1"

    def succeed(self, command):
        finished = subprocess.run(command, env=self.environment, capture_output=True, check=False)
        self.assertIn(finished.returncode, (0, 1), (command, finished.stderr))


class Untouched(HostileFolder):
    def test_nothing_differs_after_reading(self):
        before = state_of(self.folder)

        for command in commands(self.folder, self.scratch):
            self.succeed(command)

        self.assertEqual(state_of(self.folder), before)
        self.assertGreater(len(before), 400)

    def test_every_odd_file_is_one_article_or_folder_with_its_reason(self):
        lines = run("check", str(self.folder)).stdout.splitlines()

        for name, code in (("pipe.md", "file-not-regular"), ("socket.md", "file-not-regular"),
                           ("outside.md", "file-outside"), ("zeros.md", "file-outside"),
                           ("gone.md", "file-unreadable"), ("itself.md", "file-outside"),
                           ("above", "folder-loop"), ("\ufffd\ufffd.md", "file-name-not-utf8"),
                           ("sparse.md", "file-too-large")):
            found = [line for line in lines if line.startswith(name + ":") and f"[{code}]" in line]
            self.assertEqual(len(found), 1, (name, code))


class Traced(HostileFolder):
    def traced(self, command):
        trace = self.scratch / "trace"
        # What the kernel does for a ring (io_uring) is hidden from strace, so that the programs get none;
        # what they ask of a ring they then ask one by one, with the same flags.
        self.succeed([STRACE, "-f", "-y", "-qq", "-s", "4096", "-o", trace, "-e",
                      "trace=%file,ftruncate,fallocate,fchmod,fchown,fsetxattr,fremovexattr,io_uring_setup",
                      "-e", "inject=io_uring_setup:error=ENOSYS", *command])
        return trace.read_text(errors="replace")

    def test_a_change_would_be_seen(self):
        seen = changes_in(self.traced(["touch", self.folder / "new.md"]), self.folder)

        self.assertTrue(seen)

    def test_nothing_is_opened_for_writing(self):
        for command in commands(self.folder, self.scratch):
            with self.subTest(command):
                trace = self.traced(command)

                self.assertEqual(changes_in(trace, self.folder), [])
                self.assertIn("many-headings-1000.md", trace)


if __name__ == "__main__":
    if "Traced" in sys.argv and STRACE is None:
        print("skipped: there is no strace on this machine")
        sys.exit(77)
    unittest.main()
