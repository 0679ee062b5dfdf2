"""Who holds an office: where it is told, and whether two sources mean one person."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers import run

from twosource.match.people import one_person
from twosource.model import EventValue

TOLD = [
    # sentence, office and holder, or None
    ("Mayor Anton Brezik spoke first.", ("role:mayor", "Anton Brezik")),
    ("The water is safe, said Anton Brezik, mayor of Kalimar.", ("role:mayor", "Anton Brezik")),
    ("The master, Einar Solbakk, was saved.", ("role:captain", "Einar Solbakk")),
    ("The trial was led by Amund Kettering.", ("role:leader", "Amund Kettering")),
    ("Engineer in charge: H. Reisz.", ("role:engineer", "H. Reisz")),
    ("Anton Brezik met the mayor of Kalimar.", None),  # somebody else holds it
    ("The engineer praised Halvard Reisz.", None),
]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_holders(tmp_path: Path, text: str, told: tuple[str, str] | None) -> None:
    """Each form of naming a holder, and sentences that only come near one."""
    report = run(tmp_path, {"a.txt": f"{text} He had nine men.\n"})
    found = [
        (a.value.type, a.value.participants[0])
        for a in report.assertions
        if isinstance(a.value, EventValue) and a.value.type.startswith("role:")
    ]
    assert found == ([told] if told else [])


PEOPLE = [
    ("Anton Brezik", "A. Brezik", True),
    ("Mirela Dostan", "Mirella Dostán", True),
    ("Ingrid Maas-Tellier", "Ingrid Maas Tellier", True),
    ("Halvard Reisz", "Halward Reiss", True),
    ("Paul Dornau", "Pavel Reuss", False),
    ("Anna Holm", "Arne Holm", False),  # of one family
    ("Anton Brezik", "Anton Kovar", False),
]


@pytest.mark.parametrize(("one", "two", "same"), PEOPLE)
def test_one_person(one: str, two: str, same: bool) -> None:
    """Spellings and initials of one name; names that only share a part."""
    assert one_person(one, two) is one_person(two, one) is same


def test_two_holders_are_no_conflict(tmp_path: Path) -> None:
    """Offices change hands."""
    report = run(
        tmp_path,
        {
            "a.txt": "Mayor Anton Brezik opened the bridge in Kalimar.\n",
            "b.txt": "Mayor Ilse Horn closed the bridge in Kalimar.\n",
        },
    )
    assert all(str(cluster.verdict) != "conflict" for cluster in report.clusters)
