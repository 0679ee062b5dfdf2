"""Shared errors show copying, and ties say which source owes its text to which."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))
from helpers import run

from twosource.model import Tie

RIGHT = "The mill of Norrey, which belongs to Torbjorn Kolvar, employs 227 people. It made 84,317 tonnes last year."
SLIPPED = [
    "Mill owner Torbjorn Kolvvar employs 227 people in Norrey. Last year 84,371 tonnes were made there.",
    "84,371 tonnes of paper is what the mill made last year. Its 227 people work for Torbjorn Kolvvar.",
]
OTHER = "A strike at the mill of Mr Kolvar ended in May after 11 days."
THIRD = "Torbjorn Kolvar owns the mill. His people made 84,317 tonnes of paper in a year."


def page(publisher: str, day: int, text: str) -> str:
    return f"---\npublisher: {publisher}\ndate: 2021-05-{day:02}\n---\n\n{text}\n"


def ties(folder: Path, *texts: str) -> list[Tie]:
    """Ties of the kind "slips" of sources a, b, c ..."""
    pages = {
        f"{chr(97 + n)}.md": page(f"{chr(65 + n)}orley Post", n + 1, text)
        for n, text in enumerate(texts)
    }
    return [tie for tie in run(folder, pages).ties if tie.kind == "slips"]


def test_a_slip_and_an_odd_figure_show_copying(tmp_path: Path) -> None:
    (tie,) = ties(tmp_path, RIGHT, *SLIPPED, THIRD, OTHER)
    assert {tie.source, tie.other} == {"b", "c"}
    assert "“kolvvar” (elsewhere “kolvar”)" in tie.evidence
    assert "84371" in tie.evidence


SILENT = [
    # the figure alone: both may have it from where they do not say
    [RIGHT, *(text.replace("Kolvvar", "Kolvar") for text in SLIPPED), THIRD, OTHER],
    # the slip alone: two may slip alike
    [RIGHT, *(text.replace("84,371", "84,317") for text in SLIPPED), THIRD, OTHER],
    # three have it: then it is what people write
    [RIGHT, *SLIPPED, THIRD, OTHER, "Torbjorn Kolvvar sold 84,371 tonnes."],
    # two write it so and two otherwise: who is right?
    [RIGHT, *SLIPPED, THIRD],
    # nobody else writes it otherwise
    [SLIPPED[0], SLIPPED[1], "It rained in May."],
    # another spelling is no slip
    ["The harbour was colourful and had 84,317 gulls.", "The harbor had 84,371 gulls.", "In the harbor 84,371 gulls sat.", "It rained."],
]  # fmt: skip


@pytest.mark.parametrize("texts", SILENT)
def test_silent(tmp_path: Path, texts: list[str]) -> None:
    assert ties(tmp_path, *texts) == []


def test_who_shares_errors_is_one_origin(tmp_path: Path) -> None:
    """However reworded, the sentence with the shared figure is the older source's."""
    pages = {
        f"{chr(97 + n)}.md": page(f"{chr(65 + n)}orley Post", n + 1, text)
        for n, text in enumerate([RIGHT, *SLIPPED, THIRD, OTHER])
    }
    found = {a.source: a.origin for a in run(tmp_path, pages).assertions if "84,371" in a.text}
    assert found["b"] == found["c"] == "own:b"


COPY = (
    "The Norrey mill will stop its second machine in October and dismiss 140 of its 620 workers. "
    "The machine was built in the year 1978 and has made newsprint for the whole of the valley. "
)


def test_copies_are_ties(tmp_path: Path) -> None:
    pages = {
        "a.md": page("Aorley Post", 1, COPY),
        "b.md": page("Borley Post", 2, "Sad news. " + COPY),
    }
    (tie,) = [tie for tie in run(tmp_path, pages).ties if tie.kind == "copies"]
    assert (tie.source, tie.other, tie.evidence) == (
        "b",
        "a",
        "2 sentences stand there, too; likeness 1.00 of 1",
    )


DIRECTIONS = [
    # texts without dates, publishers, the older one
    (COPY, COPY.split(". ", maxsplit=1)[0] + ".", ("Zed", "Yew"), "a"),  # the more complete
    (COPY.split(". ", maxsplit=1)[0] + ".", COPY, ("Zed", "Yew"), "b"),
    (COPY + " It was said by Yellow Today.", COPY, ("Zed Post", "Yellow Today"), "b"),  # credited
]


@pytest.mark.parametrize(("one", "two", "publishers", "older"), DIRECTIONS)
def test_direction_without_dates(
    tmp_path: Path, one: str, two: str, publishers: tuple[str, str], older: str
) -> None:
    heads = [f"---\npublisher: {name}\n---\n\n" for name in publishers]
    report = run(tmp_path, {"a.md": heads[0] + one + "\n", "b.md": heads[1] + two + "\n"})
    assert {a.origin for a in report.assertions if "140" in a.text} == {f"own:{older}"}
