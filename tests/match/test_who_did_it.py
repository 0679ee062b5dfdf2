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
