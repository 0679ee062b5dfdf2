"""Kindred words join what agrees; they are no ground for a conflict."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers import run
from twosource.lexicon import load
from twosource.match.kin import contraries, kin_measures, kin_senses
from twosource.model import Scope, Slot


def ids(table: str, row: str) -> set[str]:
    return {entry["id"] for entry in load(table)[row]}


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        (["fall"], ["capture"], True),  # the town fell, was taken
        (["build"], ["date-from"], True),
        (["repeal"], ["cancel"], True),
        (["tax", "fall"], ["capture"], True),  # the second word of the sentence tells it
        (["hire"], ["lay-off"], False),
        (["kill"], ["rescue"], False),
        (["open"], ["close"], False),
        (["import"], ["export"], False),
        (["rise"], ["fall"], False),
        ([], ["capture"], False),
        ([], [], False),
    ],
)
def test_kin_senses(one: list[str], two: list[str], expected: bool) -> None:
    assert kin_senses(one, two) is expected
    assert kin_senses(two, one) is expected


def slot(measures: tuple[str, ...] = (), senses: tuple[str, ...] = ()) -> Slot:
    return Slot(None, "", Scope(), senses=senses, measures=measures)


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        (slot(("seats",)), slot(("capacity",)), True),
        (slot(("width",)), slot(("diameter",)), True),
        (slot(("cost",)), slot(senses=("pay",)), True),  # it cost, they paid
        (slot(("fine",), ("close",)), slot(senses=("fine",)), True),
        (slot(("length",)), slot(("height",)), False),
        (slot(("profit",)), slot(("revenue",)), False),
        (slot(("cost",)), slot(senses=("steal",)), False),
        (slot(("cost",)), slot(("profit",), ("pay",)), False),  # it has a name of its own
        (slot(), slot(senses=("pay",)), False),
        (slot(), slot(), False),
    ],
)
def test_kin_measures(one: Slot, two: Slot, expected: bool) -> None:
    assert kin_measures(one, two) is expected
    assert kin_measures(two, one) is expected


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        (("arrest",), ("release",), True),
        (("launch", "fire"), ("sink",), True),
        (("launch", "sink"), ("sink",), False),  # both are told of it
        (("arrest",), ("arrest",), False),
        (("buy",), ("sell",), False),  # two sides of one deal
    ],
)
def test_contraries(one: tuple[str, ...], two: tuple[str, ...], expected: bool) -> None:
    assert contraries(one, two) is expected
    assert contraries(two, one) is expected


def test_the_sets_name_entries_that_exist() -> None:
    kin = load("kin")
    senses, measures = ids("senses", "sense"), ids("measures", "measure")
    assert {name for row in kin["senses"] for name in row} <= senses
    assert {name for row in kin["contraries"] for name in row} <= senses
    assert {name for row in kin["measures"] for name in row} <= measures
    assert set(kin["telling"]) <= measures
    assert {name for row in kin["telling"].values() for name in row} <= senses
    assert set(kin) == {"senses", "contraries", "measures", "telling"}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The town fell on 17 September 1911.", "The town was captured on 21 September 1911."),
        ("The church was built in 1742.", "The church dates from 1750."),
        ("The transfer cost 12 million euros.", "The club paid 15 million euros for him."),
        ("The army lost 340 men.", "Some 410 soldiers were killed."),
        ("The hall seats 1,450.", "The hall has a capacity of 1,600."),
    ],
)
def test_no_ground_for_a_conflict(tmp_path: Path, left: str, right: str) -> None:
    """One happening may lead to the other, one price be a part of the other."""
    report = run(tmp_path, {"a.txt": left + "\n", "b.txt": right + "\n"})
    assert not [c for c in report.clusters if str(c.verdict) == "conflict"]


@pytest.mark.parametrize(
    ("left", "right", "value"),
    [
        ("14 people were killed in the fire.", "The fire left 14 people injured.", "14"),
        ("The team won 11 matches.", "The team lost 11 matches.", "11"),
        ("The firm hired 86 people.", "The firm laid off 86 people.", "86"),
        ("12 of the men were acquitted.", "12 of the men were convicted.", "12"),
    ],
)
def test_rivals_of_one_size_stay_apart(tmp_path: Path, left: str, right: str, value: str) -> None:
    """What excludes each other is not one thing because as many are told of it."""
    report = run(tmp_path, {"a.txt": left + "\n", "b.txt": right + "\n"})
    held = {m for c in report.clusters if len(c.members) > 1 for m in c.members}
    told = [item for item in report.assertions if item.text == value]
    assert told
    assert not [item for item in told if item.id in held]
