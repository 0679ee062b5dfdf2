"""One value that two writers tell in other words: another verb, a noun, a passive.

Each pair stands in two short texts that tell other things as well, among them the same value of
something else.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any, Final

import pytest

from tests.helpers import run
from twosource.model import Assertion, Kind, Report

CASES: Final[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("told_otherwise.toml").read_text(encoding="utf-8")
)
MARK: Final = re.compile(r"\[\[(.*?)\]\]")
MONTH: Final = re.compile(
    "January|February|March|April|May|June|July|August|September|October|November|December"
)
BEFORE: Final = (
    "In 2019 the district received 148 letters about the subject.",
    "The subject was in the papers often in 2019.",
)
BEHIND: Final = (
    "Few readers will remember the beginnings.",
    "A reader from the hills wrote with 33 others.",
)


def elsewhere(value: str) -> tuple[str, str]:
    """The value told of another matter, in either text."""
    if MONTH.search(value):
        return (
            f"The regional archive took in a box of old maps on {value}.",
            f"The archive of the region received its old maps on {value}.",
        )
    if re.fullmatch(r"(1[4-9]|20)\d\d", value):
        return (
            f"The neighbouring village got a new bell in {value}.",
            f"A new bell was hung in the next village in {value}.",
        )
    if re.fullmatch(r"[\d,.]+|[a-z]+", value):
        return (
            f"The reading room in the next street has {value} chairs.",
            f"There are {value} chairs in the reading room.",
        )
    return (
        f"A different matter was put at {value} in the same week.",
        f"Of {value} there was talk in another matter as well.",
    )


def text(told: str, side: int) -> tuple[str, tuple[int, int]]:
    """The text of one side, and where the value of `told` stands in it."""
    value = MARK.search(told)
    assert value
    plain = MARK.sub(r"\1", told)
    plain = plain[0].upper() + plain[1:]
    parts = [BEFORE[side], plain, BEHIND[side]]
    parts.insert(1 + side, elsewhere(value[1])[side])
    whole = " ".join(parts) + "\n"
    start = whole.index(plain) + value.start()
    return whole, (start, start + len(value[1]))


def found(report: Report, name: str, span: tuple[int, int]) -> list[Assertion]:
    return [
        item
        for item in report.assertions
        if item.source == name
        and item.kind is not Kind.EVENT
        and item.span.start < span[1]
        and span[0] < item.span.end
    ]


def joined(folder: Path, left: str, right: str) -> bool:
    (one, first), (two, second) = text(left, 0), text(right, 1)
    report = run(folder, {"a.txt": one, "b.txt": two})
    held = {member: cluster.id for cluster in report.clusters for member in cluster.members}
    return any(
        held.get(x.id, x.id) == held.get(y.id, y.id)
        for x in found(report, "a", first)
        for y in found(report, "b", second)
    )


def pairs(key: str) -> list[tuple[str, list[list[str]]]]:
    return [(area, rows[key]) for area, rows in CASES.items() if rows[key]]


@pytest.mark.parametrize(("area", "rows"), pairs("joined"), ids=lambda part: str(part)[:20])
def test_joined(tmp_path: Path, area: str, rows: list[list[str]]) -> None:
    missed = []
    for number, (left, right) in enumerate(rows):
        folder = tmp_path / f"{area}{number}"
        folder.mkdir()
        if not joined(folder, left, right):
            missed.append((left, right))
    assert not missed


@pytest.mark.parametrize(("area", "rows"), pairs("apart"), ids=lambda part: str(part)[:20])
def test_apart(tmp_path: Path, area: str, rows: list[list[str]]) -> None:
    wrong = []
    for number, (left, right) in enumerate(rows):
        folder = tmp_path / f"{area}{number}"
        folder.mkdir()
        if joined(folder, left, right):
            wrong.append((left, right))
    assert not wrong
