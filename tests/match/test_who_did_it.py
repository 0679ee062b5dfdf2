"""Two happenings of one kind are one only when one did them: rows of pairs."""

from __future__ import annotations

from pathlib import Path

import pytest

import twosource
from twosource.model import EventValue

HEAD = "# {0}\n\nThe Harbour League runs two ports. The Harbour League has had a long year.\n\n"


def joined(folder: Path, one: str, two: str) -> bool:
    """Do the two texts' delistings stand in one cluster?"""
    for name, text in (("a.md", one), ("b.md", two)):
        (folder / name).write_text(HEAD.format(name) + text + "\n", encoding="utf-8")
    report = twosource.corroborate([str(folder)])
    told = {
        item.id
        for item in report.assertions
        if isinstance(item.value, EventValue) and item.value.type == "delist"
    }
    return any(len(told & set(cluster.members)) > 1 for cluster in report.clusters)


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("Norsund recently delisted the Harbour League.",
         "The League points to Norsund's decision last year to delist the Harbour League.", True),
        ("It said that Europe recently delisted the Harbour League.",
         "It points to the European Union's decision to delist the Harbour League.", True),
        ("Norsund recently delisted the Harbour League.",
         "It points to Ostland's decision to delist the Harbour League.", False),
        ("Norsund recently delisted the Harbour League.", "Ostland delisted the Harbour League.", False),
    ],
)  # fmt: skip
def test_who_delisted(tmp_path: Path, one: str, two: str, *, expected: bool) -> None:
    assert joined(tmp_path, one, two) is expected
    assert joined(tmp_path, two, one) is expected


DEATHS = [
    # an open figure needs the same one behind it, and one thing counted
    ("The band has the deaths of thousands of people on its hands.",
     "About 12,000 Danes died at the hands of the Harbour League.", False),
    ("The Harbour League is responsible for the deaths of thousands of people.",
     "About 12,000 Danes died at the hands of the Harbour League.", True),
    ("The Harbour League is responsible for the deaths of thousands of people.",
     "About 12,000 Danes fell victim to Ostland.", False),
    ("The Harbour League is responsible for the deaths of thousands of people.",
     "About 12,000 houses fell victim to the Harbour League.", False),
]  # fmt: skip


@pytest.mark.parametrize(("one", "two", "expected"), DEATHS)
def test_who_killed(tmp_path: Path, one: str, two: str, *, expected: bool) -> None:
    """ "Thousands" and "12,000" of those whom one band killed."""
    for name, text in (("a.md", one), ("b.md", two)):
        (tmp_path / name).write_text(HEAD.format(name) + text + "\n", encoding="utf-8")
    report = twosource.corroborate([str(tmp_path)])
    told = {item.id for item in report.assertions if item.text in {"thousands", "About 12,000"}}
    assert len(told) == 2
    assert any(told <= set(cluster.members) for cluster in report.clusters) is expected
