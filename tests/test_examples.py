"""What the README and the pages of `help` show is what the program prints."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from console import PAGES, blocks, replayed

PYTHON = re.compile(r"(?<=```python\n).*?(?=```)", re.S)
SHOWN = [page for page in PAGES if blocks(page.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("page", SHOWN, ids=lambda page: page.stem)
def test_console(page: Path, tmp_path: Path) -> None:
    """Every example prints what stands below it; `python tests/console.py` writes it anew."""
    text = page.read_text(encoding="utf-8")
    assert replayed(text, tmp_path) == text


def test_there_are_some() -> None:
    assert {page.stem for page in SHOWN} >= {"README", "tutorial"}


def test_the_api_page_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its examples run one after the other; their assertions hold."""
    monkeypatch.chdir(tmp_path)
    page = next(page for page in PAGES if page.stem == "api").read_text(encoding="utf-8")
    found = PYTHON.findall(page)
    assert len(found) == 3
    names: dict[str, object] = {}
    for code in found:
        exec(compile(code, "api.md", "exec"), names)


def test_the_plugins_of_the_page_work() -> None:
    """Each sort gives what the program expects of it."""
    from twosource.model import Block, ValueMention

    page = next(page for page in PAGES if page.stem == "plugins").read_text(encoding="utf-8")
    names: dict[str, object] = {}
    exec(compile(PYTHON.findall(page)[0], "plugins.md", "exec"), names)
    (value,) = names["smoots"]("The bridge is 364 smoots long.", None)  # type: ignore[operator]
    assert isinstance(value, ValueMention)
    assert value.value.unit == "{smoot}"  # type: ignore[union-attr]
    blocks_read = names["read_org"]("One line.\n")  # type: ignore[operator]
    assert all(isinstance(block, Block) for block in blocks_read)
    assert names["count"]({"clusters": [1, 2]}) == "2 clusters\n"  # type: ignore[operator]
    groups = re.findall(r'entry-points\."twosource\.(\w+)"', page)
    from twosource.plugins import GROUPS

    assert tuple(groups) == GROUPS


def test_limits_are_those_of_the_code() -> None:
    from twosource.manifest import SOURCES
    from twosource.read import LIMIT, TEXT
    from twosource.report.sarif import _RESULTS
    from twosource.report.text import _CONFLICTS, _SHOWN
    from twosource.segment.emit import LONGEST
    from twosource.strictjson import DEPTH

    page = next(page for page in PAGES if page.stem == "limits").read_text(encoding="utf-8")
    for said in (
        f"{LIMIT // 1024 // 1024} MiB",
        f"{TEXT // 1_000_000} million characters",
        f"{SOURCES:,} sources",
        f"{LONGEST:,} characters",
        f"{DEPTH} levels",
        f"{_RESULTS:,}, the weightiest",
        f"{_CONFLICTS}, {_SHOWN} each",
    ):
        assert said in page


@pytest.mark.parametrize("made", ["commands", "rules", "schemas", "settings"])
def test_the_reference_is_whole(made: str, tmp_path: Path) -> None:
    """Generated pages name every command, rule, schema and key there is."""
    from inside import call

    from twosource.cli import cli
    from twosource.contract import NAMES, schema
    from twosource.rules import rules

    wanted = {
        "commands": [f"## {name}" for name in cli.commands],
        "rules": [f"## {name} " for name in rules()],
        "schemas": [f"## {name}" for name in NAMES]
        + [f"`{key}" for name in NAMES for key in schema(name).get("properties", {})],
        "settings": [f"`{key}`" for key in schema("settings")["properties"]],
    }
    text = call(tmp_path, "help", made).stdout.decode()
    assert not [name for name in wanted[made] if name not in text]
