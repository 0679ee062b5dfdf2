"""The labelled corpora: no figure may fall below its floor, no label may change unseen."""

from __future__ import annotations

import json
import sys
from collections import Counter
from hashlib import sha256
from pathlib import Path

import pytest

HERE = Path(__file__).parent / "gold"
sys.path.insert(0, str(HERE))
import scoring

FLOORS = json.loads(scoring.FLOORS.read_text(encoding="utf-8")) if scoring.FLOORS.exists() else {}


@pytest.fixture(scope="module")
def counts() -> dict[str, Counter[str]]:
    """Score every corpus once."""
    return {
        gold.folder.name: scoring.score(gold, scoring.run(gold))[0] for gold in scoring.corpora()
    }


@pytest.mark.parametrize("name", sorted(name for name in FLOORS if name != "TOTAL"))
def test_floor(name: str, counts: dict[str, Counter[str]]) -> None:
    """Each figure of a corpus stays at or above its floor."""
    found = scoring.figures(counts[name])
    fallen = {key: (found[key], floor) for key, floor in FLOORS[name].items() if found[key] < floor}
    assert not fallen


def test_total_floor(counts: dict[str, Counter[str]]) -> None:
    """So do the figures over all corpora that have floors; a new one joins with its own."""
    total: Counter[str] = sum(
        (counts[name] for name in sorted(counts) if name in FLOORS), Counter()
    )
    found = scoring.figures(total)
    assert {k: (found[k], v) for k, v in FLOORS["TOTAL"].items() if found[k] < v} == {}


def test_labels_unchanged() -> None:
    """The digest of labelled data is recorded; a change must be made on purpose.

    A whole new folder is free until its first digest is recorded.
    """
    recorded = json.loads((HERE / "digests.json").read_text(encoding="utf-8"))
    known = {name.partition("/")[0] for name in recorded}
    found = {
        path.relative_to(HERE).as_posix(): sha256(path.read_bytes()).hexdigest()
        for folder in sorted(HERE.iterdir())
        if folder.name in known and (folder / "gold.json").exists()
        for path in sorted(folder.iterdir())
        if path.suffix in {".txt", ".md", ".html"} or path.name == "gold.json"
    }
    assert found == recorded


def test_labels_point_at_their_words() -> None:
    """Every labelled span holds the surface it names."""
    for gold in scoring.corpora():
        for cluster in gold.clusters:
            for member in cluster["members"]:
                text = (gold.folder / member["source"]).read_text(encoding="utf-8")
                assert text[member["start"] : member["end"]] == member["surface"]
