"""One fact told in other words, in subject areas of their own: equal values, and unequal ones.

Each pair stands in two short texts that tell other things as well (see test_told_otherwise.py).
Unequal values of one thing are set against each other; equal ones of two things are not joined.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, Final

import pytest

from tests.helpers import run
from tests.match.test_told_otherwise import found, joined, text
from twosource.model import Verdict

CASES: Final[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("told_elsewhere.toml").read_text(encoding="utf-8")
)
SET_AGAINST: Final = {Verdict.CONFLICT, Verdict.NOT_COMPARABLE}


def pairs(key: str) -> list[tuple[str, list[list[str]]]]:
    return [(area, rows[key]) for area, rows in CASES.items() if rows[key]]


def set_against(folder: Path, left: str, right: str) -> bool:
    (one, first), (two, second) = text(left, 0), text(right, 1)
    report = run(folder, {"a.txt": one, "b.txt": two})
    sides = (found(report, "a", first), found(report, "b", second))
    return any(
        cluster.verdict in SET_AGAINST
        and all(any(item.id in cluster.members for item in side) for side in sides)
        for cluster in report.clusters
    )


def new(tmp_path: Path, number: int) -> Path:
    folder = tmp_path / str(number)
    folder.mkdir()
    return folder


@pytest.mark.parametrize(("area", "rows"), pairs("joined"), ids=lambda part: str(part)[:20])
def test_joined(tmp_path: Path, area: str, rows: list[list[str]]) -> None:
    numbered = list(enumerate(rows))
    assert not [pair for n, pair in numbered if not joined(new(tmp_path, n), *pair)]


@pytest.mark.parametrize(("area", "rows"), pairs("unequal"), ids=lambda part: str(part)[:20])
def test_set_against(tmp_path: Path, area: str, rows: list[list[str]]) -> None:
    numbered = list(enumerate(rows))
    assert not [pair for n, pair in numbered if not set_against(new(tmp_path, n), *pair)]


@pytest.mark.parametrize(("area", "rows"), pairs("apart"), ids=lambda part: str(part)[:20])
def test_apart(tmp_path: Path, area: str, rows: list[list[str]]) -> None:
    numbered = list(enumerate(rows))
    assert not [pair for n, pair in numbered if joined(new(tmp_path, n), *pair)]
