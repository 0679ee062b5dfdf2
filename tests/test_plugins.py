"""One worked example of each sort of plugin, installed as a package would be."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

CODE = '''
import re
from decimal import Decimal

from twosource.model import Interval, Quantity, ValueMention
from twosource.read.plain import plain_blocks


def read_org(text):
    """A file of another format, read as plain text."""
    return plain_blocks(text)


def smoots(text, reference):
    """A unit that is not known otherwise."""
    for match in re.finditer("(two|three) smoots", text):
        figure = Decimal({"two": 2, "three": 3}[match.group(1)])
        value = Quantity(figure, figure, "{smoot}", None, None, Decimal(1), Interval(figure, figure), None, "measure")
        yield ValueMention(match.start(), match.end(), value, match.span())


def same_author(left, right):
    """Never join what two sources say, as an extreme example."""
    return None if left.source == right.source else ("apart", "always", -50.0)


def shout(data):
    return f"{len(data['clusters'])} CLUSTERS!\\n"


broken = 3
'''


def install(folder: Path, entries: str) -> dict[str, str]:
    """Lay a package with entry points beside the documents; return the environment for it."""
    site = folder / "site"
    (site / "demo-1.0.dist-info").mkdir(parents=True)
    (site / "demo_plugin.py").write_text(CODE, encoding="utf-8")
    (site / "demo-1.0.dist-info" / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: demo\nVersion: 1.0\n"
    )
    (site / "demo-1.0.dist-info" / "entry_points.txt").write_text(entries, encoding="utf-8")
    paths = [str(site), *filter(None, [os.environ.get("PYTHONPATH", "")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}


def call(folder: Path, env: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "twosource", *arguments]
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text("The Orrin Museum was founded in 1963.\n", encoding="utf-8")
    (tmp_path / "b.org").write_text("The Orrin Museum was founded in 1963.\n", encoding="utf-8")
    (tmp_path / "c.txt").write_text("The Orrin pier is three smoots long.\n", encoding="utf-8")
    return tmp_path


def test_reader(folder: Path) -> None:
    """A file with another ending is read; without the plugin it is passed over."""
    env = install(folder, "[twosource.readers]\n.org = demo_plugin:read_org\n")
    data = json.loads(call(folder, env, "report", "a.txt", "b.org", "-f", "json").stdout)
    assert {row["path"] for row in data["inputs"]} == {"a.txt", "b.org"}
    assert "agree" in {row["verdict"] for row in data["clusters"]}


def test_extractor(folder: Path) -> None:
    env = install(folder, "[twosource.extractors]\nsmoots = demo_plugin:smoots\n")
    rows = call(folder, env, "extract", "--values", "c.txt").stdout.splitlines()
    assert [json.loads(row)["value"]["unit"] for row in rows] == ["{smoot}"]


def test_comparator(folder: Path) -> None:
    """A field of a plugin counts, and `explain` shows it."""
    (folder / "b.txt").write_text((folder / "b.org").read_text("utf-8"), encoding="utf-8")
    env = install(folder, "[twosource.comparators]\napart = demo_plugin:same_author\n")
    found = call(folder, env, "report", "a.txt", "b.txt", "-f", "json", "--fail-on", "never").stdout
    assert {row["verdict"] for row in json.loads(found)["clusters"]} == {"single-citation"}
    plain = call(
        folder, {**env, "TWOSOURCE_NO_PLUGINS": "1"}, "report", "a.txt", "b.txt", "-f", "json"
    )
    assert "agree" in {row["verdict"] for row in json.loads(plain.stdout)["clusters"]}


def test_renderer(folder: Path) -> None:
    env = install(folder, "[twosource.renderers]\nshout = demo_plugin:shout\n")
    assert call(folder, env, "report", "a.txt", "-f", "shout").stdout.endswith("CLUSTERS!\n")
    off = call(folder, {**env, "TWOSOURCE_NO_PLUGINS": "1"}, "report", "a.txt", "-f", "shout")
    assert off.returncode == 2


@pytest.mark.parametrize("target", ["demo_plugin:absent", "no_such_module:x", "demo_plugin:broken"])
def test_a_plugin_that_cannot_be_loaded_is_named(folder: Path, target: str) -> None:
    env = install(folder, f"[twosource.readers]\n.org = {target}\n")
    done = call(folder, env, "report", "a.txt", "b.org")
    assert done.returncode == 2
    assert "plugin '.org'" in done.stderr
    assert "Traceback" not in done.stderr
