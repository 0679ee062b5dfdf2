"""Groups that tell of two events of one sort are parted, groups that tell of one are not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource import group_documents
from twosource.match.bags import bags_of
from twosource.match.parting import Facts, join, kind_of, one_event, part, rates_of

SEATS = ["kiosk", "bakery", "garage", "cinema", "depot"]
ARDLE = ("Ardle", "Mara Quill", "12")


def fire(town: str, owner: str, hurt: str, when: str = "") -> list[list[str]]:
    """Five reports of a fire, each with a word of its own."""
    said = f"{hurt} people were burnt in {town}{when}, {owner} said."
    return [[f"A fire destroyed the {seat} of {owner} in {town}.", said] for seat in SEATS]


def grouped(one: list[list[str]], two: list[list[str]]) -> list[set[str]]:
    """The groups of two sets of reports, by the first letter of their ids."""
    texts = {f"a{i}": text for i, text in enumerate(one)}
    texts |= {f"b{i}": text for i, text in enumerate(two)}
    return [{key[0] for key in group} for group in group_documents(texts, events=True)]


CASES = [
    # the second fire; is it another one?
    (("Ardle", "Mara Quill", "12"), False),
    (("Ardle", "Mara Quill", "14"), False),  # a figure that differs is a contradiction
    (("Brightsea", "Tobin Ashe", "12"), True),  # names that each report of one holds
    (("Brightsea", "Tobin Ashe", "14"), True),
]


@pytest.mark.parametrize(("second", "another"), CASES)
def test_second_event_of_a_sort(second: tuple[str, str, str], another: bool) -> None:
    """What every report of one has and every report of the other lacks tells the two apart."""
    groups = grouped(fire(*ARDLE), fire(*second))
    assert groups == ([{"a"}, {"b"}] if another else [{"a", "b"}])


@pytest.mark.parametrize(
    ("first", "second", "parts"),
    [
        ("on Sunday in December", "on Sunday in December", 1),
        ("on Sunday", "on Monday", 1),  # a report of the day after says another day of the week
        ("on Sunday in December", "on Friday in June", 2),  # another fire of the same owner
        ("after a march on the hall", "as neighbours may recall", 1),  # words, no months
    ],
)
def test_days_of_two_events(first: str, second: str, parts: int) -> None:
    """A month and a day of the week tell an event from another one of its sort like names."""
    other = ("Ardle", "Mara Quill", "14")
    assert len(grouped(fire(*ARDLE, f" {first}"), fire(*other, f" {second}"))) == parts


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The hall burnt on Wednesday, December 6.", {"d3", "m12"}),
        ("On Dec. 6 the hall burnt; by 7 May it stood again.", {"m12", "m5"}),
        ("Jan March may sun herself on the second of the rocks.", set()),  # names and words
    ],
)
def test_days_of_a_text(text: str, days: set[str]) -> None:
    """Months and days of the week; a month that is a word or a name, too, beside a figure only."""
    assert bags_of([[text]])[0].days == days


@pytest.mark.parametrize(("others", "parts"), [(3, 1), (4, 2), (5, 2)])
def test_too_few_reports_are_no_event_of_their_own(others: int, parts: int) -> None:
    """A few reports with other names may be wrong about them."""
    shared = {"fire", "burn"}
    texts = [frozenset({"@ardle", "@quill", "@mara", *shared})] * 5
    texts += [frozenset({"@brightsea", "@ashe", "@tobin", *shared})] * others
    texts += [frozenset({"bank", "loan"})] * 20
    assert len(part(range(5 + others), texts, rates_of(texts))) == parts


def test_groups_of_one_event_are_joined() -> None:
    """What both hold and the other texts lack speaks for one event; names of their own do not."""
    fire = frozenset({"@ardle", "@quill", "fire", "burn", "12"})
    other = frozenset({"@brightsea", "@ashe", "fire", "burn", "12"})
    texts = [fire] * 6 + [other] * 3 + [frozenset({"bank", "loan"})] * 20
    rates = rates_of(texts)
    groups = [[0, 1], [6, 7, 8], [2, 3], [4, 5], [9, 10]]
    every = [(i, j) for i in range(5) for j in range(i)]
    assert join(groups, every, texts, rates) == [[0, 1, 2, 3, 4, 5], [6, 7, 8], [9, 10]]
    # two groups that nobody found alike are not looked at, also when others are joined to them
    assert join(groups, [(0, 2)], texts, rates) == [[0, 1, 2, 3], [6, 7, 8], [4, 5], [9, 10]]
    assert join(groups, [(0, 2), (3, 2)], texts, rates) == [
        [0, 1, 2, 3, 4, 5],
        *[[6, 7, 8], [9, 10]],
    ]
    assert join([], [], texts, rates) == []


def test_odds_are_the_same_from_both_sides() -> None:
    """What both share speaks for one event, what divides them for two."""
    texts = [frozenset({"@orrin", "sink"})] * 3 + [frozenset({"@veldt", "sink"})] * 3
    rates = rates_of(texts)
    apart = one_event([0, 1, 2], [3, 4, 5], texts, rates)
    assert apart == pytest.approx(one_event([3, 4, 5], [0, 1, 2], texts, rates))
    assert apart < 0 < one_event([0, 1], [2], texts, rates)


@pytest.mark.parametrize(
    ("fact", "kind"), [("@orrin", "name"), ("23", "figure"), ("ferry", "word")]
)
def test_kinds(fact: str, kind: str) -> None:
    """Names are marked, figures begin with a digit."""
    assert kind_of(fact) == kind


FACTS = st.frozensets(st.sampled_from(["@orrin", "@veldt", "23", "26", "sink", "tow"]), max_size=4)


@settings(deadline=None, max_examples=60)
@given(st.lists(FACTS, max_size=14))
def test_parts_hold_every_text_once(texts: list[Facts]) -> None:
    """A group is parted, never thinned out, and into parts of some size only."""
    parts = part(range(len(texts)), texts, rates_of(texts))
    assert sorted(i for members in parts for i in members) == list(range(len(texts)))
    assert len(parts) <= 1 or min(map(len, parts)) >= 4
