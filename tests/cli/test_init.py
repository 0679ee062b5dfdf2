"""`init`: a manifest that changes nothing until a person does, and overwrites nothing."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from twosource.manifest import load_manifest

Call = Callable[..., CompletedProcess[bytes]]
ARTICLE = "A Museum Opens\n\nBy Ada Berg\n\n3 May 1998\n\nThe Orrin Museum was founded in 1963.\n"


@pytest.fixture
def docs(folder: Path) -> Path:
    """Documents with names that are no ids, records, and one that is no text."""
    found = folder / "docs"
    (found / "deep er").mkdir(parents=True)
    (found / "annual report.txt").write_text(ARTICLE, encoding="utf-8")
    (found / "deep er" / 'annual "report.txt').write_text(ARTICLE, encoding="utf-8")
    rows = [{"id": name, "text": "The Orrin Museum was founded in 1965."} for name in "xy"]
    (found / "c.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return found


def test_manifest_is_valid_and_changes_nothing(docs: Path, twosource: Call) -> None:
    """The same clusters with the manifest as without; every document is in it."""
    before = json.loads(twosource("report", "docs", "-f", "json").stdout)
    assert twosource("init", "docs").returncode == 0
    assert twosource("validate", "docs/manifest.toml").returncode == 0
    after = json.loads(twosource("report", "docs", "-f", "json").stdout)
    assert after["summary"] == before["summary"]
    entries = load_manifest(docs / "manifest.toml").entries
    assert len({entry.id for entry in entries}) == len(entries) == 3


def test_guesses_are_marked(docs: Path, twosource: Call) -> None:
    """What was read from the text says so; what was not found is left open."""
    text = twosource("init", "docs", "--dry-run").stdout.decode()
    assert 'author = "Ada Berg"  # guessed' in text
    assert "# publisher =" in text
    assert not (docs / "manifest.toml").exists()


def test_parts_of_a_file_keep_their_borders(folder: Path, twosource: Call) -> None:
    """Several sources in one file stay several, each with its lines."""
    seeds = Path(__file__).parents[2] / "seeds"
    if not seeds.exists():
        pytest.skip("the seeds are not part of a package")
    copy = folder / "copy"
    copy.mkdir()
    for path in seeds.glob("*.txt"):
        (copy / path.name).write_bytes(path.read_bytes())
    before = json.loads(twosource("report", "copy", "-f", "json").stdout)
    assert twosource("init", "copy").returncode == 0
    after = json.loads(twosource("report", "copy", "-f", "json").stdout)
    spans = [
        sorted((row["document"], *row["span"].values()) for row in data["sources"])
        for data in (before, after)
    ]
    assert len(spans[0]) == len(spans[1])
    assert after["summary"]["conflict"] == before["summary"]["conflict"]


def test_nothing_is_overwritten(docs: Path, twosource: Call) -> None:
    """Exit 2 and the old bytes, unless forced."""
    (docs / "manifest.toml").write_text("version = 1\n", encoding="utf-8")
    done = twosource("init", "docs")
    assert done.returncode == 2
    assert b"--force" in done.stderr
    assert (docs / "manifest.toml").read_text(encoding="utf-8") == "version = 1\n"
    assert twosource("init", "docs", "--force").returncode == 0
    assert "guessed" in (docs / "manifest.toml").read_text(encoding="utf-8")


def test_hooks(folder: Path, docs: Path, twosource: Call) -> None:
    """Written when asked for, and never over what is there."""
    assert twosource("init", "docs", "--pre-commit").returncode == 0
    text = (folder / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    assert "twosource validate" in text
    assert twosource("init", "docs", "--pre-commit", "--manifest", "new.toml").returncode == 2
    assert not (folder / "new.toml").exists()


BAD = [
    # arguments, words of the message
    (["gone"], "gone: no such folder"),
    (["a.txt"], "a.txt: no such folder"),
    (["docs", "-m", "manifest.json"], "name it .toml"),
    (["docs", "-m", "docs/deep er/m.toml"], "outside its folder"),
    (["empty"], "no documents found"),
]


@pytest.mark.parametrize(("arguments", "words"), BAD)
def test_trouble(
    folder: Path, docs: Path, twosource: Call, arguments: list[str], words: str
) -> None:
    """Exit 2, what is wrong, nothing written."""
    (folder / "empty").mkdir()
    done = twosource("init", *arguments)
    assert done.returncode == 2
    assert words in done.stderr.decode()
    assert not list(folder.rglob("m*.toml"))
