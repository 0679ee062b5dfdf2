"""Digits that changed places, and figures that one source tells apart."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers import run, verdicts
from twosource.intervals import Interval
from twosource.match.slips import long_slip
from twosource.model import Assertion, Kind, Modality, Quantity, Scope, Slot, Span

ROWS = [
    # a slip of two digits in one slot is a conflict, even where the words are few
    ("The flood killed 213 people in Norrey.", "In Norrey the flood killed 231 people.", "213", "conflict"),
    ("Batch L9021 of the cheese is recalled.", "The cheese of batch L9012 is recalled.", "L9021", "conflict"),
    # another code names another thing
    ("Batch L9021 of the cheese is recalled.", "The cheese of batch L8875 is recalled.", "L9021", "single-citation"),
    # so many tens heard as so many teens, far apart as they are
    ("The blackout hit 60,000 households in Norrey.", "In Norrey 16,000 homes were hit by the blackout.", "60,000", "conflict"),
    ("The blackout hit 60,000 households in Norrey.", "In Norrey 14,000 homes were hit by the blackout.", "60,000", "single-citation"),
    # two digits are told from chance where the same things are counted in much the same words
    ("The guide lists hotels in 38 towns of Norrey.", "It lists hotels in 83 towns of Norrey.", "38", "conflict"),
    ("The guide lists hotels in 38 towns of Norrey.", "Orrin was twinned with 83 towns abroad.", "38", "single-citation"),
    # so are years of one named thing
    ("The Norrey Altar (1647) was sold.", "Sold was the Norrey Altar, oil on oak, 1674.", "1647", "conflict"),
    ("The Norrey Altar (1647) was sold.", "Sold was the Norrey Altar, oil on oak, 1698.", "1647", "single-citation"),
    # no passing of time leaves the digits of a figure and changes their order
    ("In 2021 revenue of Norrey Mills fell by 4.8 percent.", "Revenue of Norrey Mills fell by 8.4 percent.", "4.8 percent", "conflict"),
    # two digits read backwards, of the same things in one wording
    ("The Orrin map shows 38 castles.", "The Orrin map shows 83 castles.", "38", "conflict"),
    ("The Orrin map shows 38 castles.", "The Orrin map shows 195 castles.", "38", "single-citation"),
    # two digits that changed places, though the size is another
    ("Maps of 38 countries are preloaded on the Vessa watch.", "Maps of 83 countries are preloaded on the watch.", "38", "conflict"),
    ("Maps of 38 countries are preloaded on the Vessa watch.", "Maps of 194 countries are preloaded on the watch.", "38", "single-citation"),
    # the digits of a long figure in another order, told of one day
    ("On 29 April 2023 the derby drew 27,211 spectators.", "On 29 April 2023 the derby was seen by 27,112.", "27,211", "conflict"),
    ("On 29 April 2023 the derby drew 27,211 spectators.", "On 6 May 2023 the city paid 27,112 crowns.", "27,211", "single-citation"),
    # the same two figures of two things are none
    ("The flood killed 213 people in Norrey.", "The library bought 231 books.", "213", "single-citation"),
]  # fmt: skip

OTHER = (  # so that words can be rare
    "A dog bit 2 men. Rain fell for 9 hours. Wheat cost 7 crowns. The choir sang 5 songs. "
    "Snow lay 3 inches deep. Two cows were sold. Four boats sank.\n"
)


@pytest.mark.parametrize(("one", "two", "text", "verdict"), ROWS)
def test_slips(tmp_path: Path, one: str, two: str, text: str, verdict: str) -> None:
    report = run(tmp_path, {"a.txt": f"{one}\n\n{OTHER}", "b.txt": f"{two}\n"})
    assert {found for found, _ in verdicts(report, text)} == {verdict}


def test_a_slip_is_held_against_what_is_rounded(tmp_path: Path) -> None:
    """1,867 m is a misprint of 1,876 m, so "1.88 km" does not keep the two apart."""
    texts = {
        "a.txt": "The Kelbury Bridge is 1,876 m long.\n",
        "b.txt": "The length of the Kelbury Bridge is 1.88 km.\n",
        "c.txt": "The Kelbury Bridge is 1,867 metres long.\n",
    }
    assert {found for found, _ in verdicts(run(tmp_path, texts), "1,876 m")} == {"conflict"}


AGES = [
    # one, two, verdict of the first age: an age at death does not change, one in life does
    ("The nurse Rita Moura died in the fire at the age of 31.", "Rita Moura, aged 29, a nurse, died in the fire.", "conflict"),
    ("In 2020 the nurse Rita Moura won the race at the age of 31.", "In 2018 Rita Moura, aged 29, a nurse, ran in the race.", "single-citation"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "two", "verdict"), AGES)
def test_ages(tmp_path: Path, one: str, two: str, verdict: str) -> None:
    report = run(tmp_path, {"a.txt": f"{one}\n", "b.txt": f"{two}\n"})
    assert {found for found, _ in verdicts(report, "age of 31")} == {verdict}


def test_figures_that_one_source_tells_apart_stay_apart(tmp_path: Path) -> None:
    """7420 could be 7421 rounded; in one source beside it, it is not."""
    text = (
        "# Ports\n\n| key | value |\n|---|---|\n| listener port | 7420 |\n| admin port | 7421 |\n"
    )
    report = run(tmp_path, {"a.md": text, "b.md": text.replace("Ports", "All ports")})
    held = {item.id: item.text for item in report.assertions}
    assert all(len({held[name] for name in cluster.members}) == 1 for cluster in report.clusters)


@given(st.integers(1, 99_999_999), st.integers(0, 7), st.integers(0, 3))
def test_a_slip_is_one_in_either_order(figure: int, at: int, zeros: int) -> None:
    """Which of two figures is read first says nothing about the other being a slip of it."""
    digits = [*str(figure)]
    at = min(at, max(0, len(digits) - 2))
    digits[at : at + 2] = reversed(digits[at : at + 2])
    one, two = (figure_of(int(text) * 10**zeros) for text in (str(figure), "".join(digits)))
    assert long_slip(one, two) == long_slip(two, one)


@pytest.mark.parametrize(
    ("left", "right", "slip"),
    [
        (12_437, 12_347, True),
        (1_230, 1_203, False),  # three digits and a rounding may be another figure by chance
        (12_437, 12_537, False),
    ],
)
def test_long_slip(left: int, right: int, slip: bool) -> None:
    one, two = figure_of(left), figure_of(right)
    assert long_slip(one, two) is long_slip(two, one) is slip


def figure_of(figure: int) -> Assertion:
    """An assertion of a bare figure."""
    point = Decimal(figure)
    value = Quantity(point, point, "1", None, None, Decimal(1), Interval(point, point))
    slot = Slot(subject=None, attribute="", scope=Scope())
    span, modality = Span(0, 1), Modality.ASSERTED
    return Assertion("a", "a", Kind.QUANTITY, span, "1", span, "1", "1", value, slot, modality)
