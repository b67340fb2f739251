"""Runs lectern-cli for the tests of this folder."""

import json
import os
import subprocess

CLI = os.environ["LECTERN_CLI"]
SAMPLES = os.environ["LECTERN_SAMPLES"]


def run(*arguments, input=None):
    """The finished process; its output is text."""
    return subprocess.run([CLI, *arguments], input=input, capture_output=True, text=True,
                          encoding="utf-8", check=False)


def stats(folder):
    return json.loads(run("stats", "--json", folder).stdout)


def listed(folder, *options):
    """One dictionary an article, in the order they were printed."""
    return [json.loads(line) for line in run("list", "--json", *options, folder).stdout.splitlines()]


def paths(folder, *options):
    return [article["path"] for article in listed(folder, *options)]
