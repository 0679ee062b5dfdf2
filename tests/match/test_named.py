"""Named happenings: which facets agree, which exclude, what joins an unnamed one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers import run
from twosource.match.named import Happening, agreeing, one_happening
from twosource.model import DateValue, Kind

MAY = DateValue("1968-05", "1968-05-01", "1968-05-31", precision="month")
DAY = DateValue("1968-05-04", "1968-05-04", "1968-05-04")
JUNE = DateValue("1968-06", "1968-06-01", "1968-06-30", precision="month")
CENTURY = DateValue("19XX", "1900-01-01", "1999-12-31", precision="century")


def event(
    type_: str = "flood",
    name: str | None = None,
    time: DateValue | None = None,
    place: str = "",
    people: str = "",
) -> Happening:
    """A happening in one line."""
    return Happening(type_, name, time, frozenset(place.split()), frozenset(people.split()))


KELBURY = event(name="kelbury flood", time=MAY, place="kelbury")

RULE = [
    # an unnamed mention, the facets it shares with the Kelbury flood, is it one happening?
    (event(time=DAY, place="kelbury"), {"type", "date", "place"}, True),
    (event(time=DAY), {"type", "date"}, True),
    (event(people="kelbury"), {"type", "place"}, True),  # a town may take part
    (event("destroy", time=MAY, place="kelbury"), {"date", "place"}, True),
    (event("destroy", place="kelbury"), {"place"}, False),  # one is too few
    (event(), {"type"}, False),
    (event(time=CENTURY), {"type"}, False),  # a century dates nothing
    # one that excludes is enough
    (event(time=JUNE, place="kelbury"), None, False),
    (event(time=MAY, place="marl"), None, False),
    # two names
    (event(name="kelbury flood", place="kelbury"), {"type", "place"}, True),
    (event(name="great marl flood", time=MAY), {"type", "date"}, False),
]


@pytest.mark.parametrize(("other", "facets", "one"), RULE)
def test_rule(other: Happening, facets: set[str] | None, one: bool) -> None:
    """The same in either order."""
    wanted = None if facets is None else frozenset(facets)
    assert agreeing(KELBURY, other) == agreeing(other, KELBURY) == wanted
    assert one_happening(KELBURY, other) is one_happening(other, KELBURY) is one


def test_without_a_name_it_does_not_speak() -> None:
    assert one_happening(event(time=DAY), event(time=DAY)) is None


def test_killed_and_injured_exclude_each_other() -> None:
    assert agreeing(event("kill", time=DAY), event("injure", time=DAY)) is None


TEXTS = [
    # a named happening, another text, are they one?
    ("The Kelbury flood of May 1968 drowned 17 people.", "In May 1968 a flood destroyed Kelbury.", True),
    ("The Kelbury flood of May 1968 drowned 17 people.", "In May 1968 a flood destroyed Marl.", False),
    ("The Kelbury flood of May 1968 drowned 17 people.", "In June 1951 a flood destroyed Kelbury.", False),
    ("The Battle of Aldrach was fought on 17 September 1342 between King Osric and Duke Vellin.", "King Osric beat Duke Vellin in the battle on 17 September 1342.", True),
    ("The Battle of Aldrach was fought on 17 September 1342 between King Osric and Duke Vellin.", "King Osric beat Duke Vellin in the battle near Tolm in 1351.", False),
    ("The Treaty of Sorn was signed on 3 March 1343 by King Osric and Duke Vellin.", "King Osric signed a treaty with Duke Vellin on 3 March 1343.", True),
    ("The Treaty of Sorn was signed on 3 March 1343 by King Osric.", "The Treaty of Marl was signed on 3 March 1343 by King Osric.", False),
]  # fmt: skip


@pytest.mark.parametrize(("named", "other", "one"), TEXTS)
def test_texts(tmp_path: Path, named: str, other: str, one: bool) -> None:
    report = run(tmp_path, {"a.txt": f"{named}\n", "b.txt": f"{other}\n"})
    source = {item.id: item.source for item in report.assertions if item.kind is Kind.EVENT}
    joined = [c for c in report.clusters if len({source.get(i) for i in c.members} - {None}) > 1]
    assert bool(joined) is one


def wars(tmp_path: Path, *texts: str) -> list[list[str]]:
    """The clusters of wars: the sources of each, sorted."""
    report = run(tmp_path, dict(zip("abc", texts, strict=False)))
    of = {a.id: a for a in report.assertions}
    found = [[of[member] for member in c.members] for c in report.clusters if c.kind is Kind.EVENT]
    return sorted(
        sorted(item.source for item in items)
        for items in found
        if getattr(items[0].value, "type", "") == "war"
    )


def test_one_name_is_one_war(tmp_path: Path) -> None:
    """Whatever else the sentences tell; a second war named beside it does not take its place."""
    assert ["a", "b"] in wars(
        tmp_path,
        "The League fought on the Norsund side of the Oren-Torv war, and it helped the duke crush the "
        "risings on the tail of the 1991 Gulf War.\n",
        "In dire straits, such as during the Oren-Torv War, Norsunders had stood by Ove Lind.\n",
    )


def test_two_names_are_two_wars(tmp_path: Path) -> None:
    assert ["a", "b"] not in wars(
        tmp_path,
        "Ove Lind of Norsund fought for the League in the Oren-Torv War.\n",
        "Ove Lind of Norsund fought for the League in the Gulf War.\n",
    )
