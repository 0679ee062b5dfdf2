"""Whose text a speaker is, and the short forms of a body's name."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))
from helpers import run

from twosource.attribute.crediting import bracketed
from twosource.attribute.owners import as_short, owner_of, short_forms

OWNED = [
    ("The museum’s own list", "The museum"),
    ("the police's latest statement", "the police"),
    ("Kestrel’s release notes", "Kestrel"),
    ("the teachers' newsletter", "the teachers"),
    ("a ruling of the regional court", "the regional court"),
    ("the annual report of the Rail Union", "the Rail Union"),
    ("a statement issued by Orlan Airlines", "Orlan Airlines"),
    # silent: people, no text, a text of nobody
    ("the union’s lawyer", None),
    ("the head of the museum", None),
    ("the report", None),
    ("Ada Lind", None),
]


@pytest.mark.parametrize(("speaker", "owner"), OWNED)
def test_owner(speaker: str, owner: str | None) -> None:
    """A text is its maker's."""
    assert owner_of(speaker) == owner


SHORT = [
    ("Joint Relief Agency (JRA)", {"JRA"}),
    ("European Rail Union", {"ERU"}),
    ("Federal Office of Statistics", {"FOS"}),
    ("Norrey Police", set()),  # two letters stand for too much
    ("The Harbour Post", set()),
    ("Kestrel", set()),
]


@pytest.mark.parametrize(("name", "forms"), SHORT)
def test_short_forms(name: str, forms: set[str]) -> None:
    assert short_forms(name) >= forms
    assert bool(short_forms(name)) == bool(forms)


def test_a_short_form_is_written_in_capitals() -> None:
    assert as_short("the JRA") == "JRA"
    assert as_short("the Agency") is None


BRACKETS = [
    ("640 cases (Ministry of Health, 4 May).", ["Ministry of Health"]),
    ("870 puffins (source: Bird Trust).", ["Bird Trust"]),
    ("5.25 percent (Central Bank data).", ["Central Bank"]),
    ("88 mm (all figures Weather Office).", ["Weather Office"]),
    ("It is 3,118 m high [Survey of Ilm].", ["Survey of Ilm"]),
    ("“It fills 40 halls” (Dorn Herald)", ["Dorn Herald"]),
    # silent: the quotation's, a figure, words
    ("We sold 3,215 tickets. “A triumph” (Dorn Herald)", []),
    ("It is 61 m long (200 ft).", []),
    ("It has 12 seats (more than before).", []),
]


@pytest.mark.parametrize(("text", "names"), BRACKETS)
def test_names_in_brackets(text: str, names: list[str]) -> None:
    """What a bracket credits, without the day and the words around it."""
    assert list(bracketed(text)) == names


ROOTS = [
    # publisher and words of the first, words of the second, do both go back to one root?
    (("Joint Relief Agency (JRA)", "The storm left 5,310 people homeless."), "The JRA said 5,310 people were homeless.", True),
    (("Joint Relief Agency (JRA)", "The storm left 5,310 people homeless."), "The JSA said 5,310 people were homeless.", False),
    (("European Rail Union", "The line carried 791 people."), "The line carried 791 people (ERU).", True),
    (("Museum of Arden", "The bequest fills 64 boxes."), "The museum’s own list says the bequest fills 64 boxes.", True),
    (("Museum of Arden", "The bequest fills 64 boxes."), "The heirs’ own list says the bequest fills 64 boxes.", False),
    (("Court of Audit", "The ministry lost 14,300 crowns."), "The Court of Audit published its report. It put what the ministry lost at 14,300 crowns.", True),
    (("Court of Audit", "The ministry lost 14,300 crowns."), "The Court of Audit will report. The minister said the ministry lost 14,300 crowns.", False),
    (("Bird Trust of Orne", "The lake has 340 swans."), "The lake has 340 swans. The figure comes from the Bird Trust of Orne.", True),
    (("Bird Trust of Orne", "The lake has 340 swans."), "The lake has 340 swans. The food comes from the Bird Trust of Orne.", False),
    (("Bird Trust of Orne", "The lake has 340 swans."), "The lake has 340 swans.\n\nFigures: Bird Trust of Orne", True),
    (("Bird Trust of Orne", "The lake has 340 swans."), "The lake has 340 swans.\n\nThe figures are not those of the Bird Trust of Orne.", False),
    (("Dorn Herald", "The play sold 3,215 tickets."), "We sold 3,215 tickets for the play. “A triumph” (Dorn Herald)", False),
    (("Court of Audit", "The ministry paid 14,300 crowns for nothing."), "“The ministry paid 14,300 crowns for nothing”\n\n— Court of Audit", True),
    (("Rail Union", "The line carried 791 people.\n\nReport no. 12"), "The line carried 791 people.[1]\n\nReferences\n1. Rail Union, report no. 12.", True),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "same"), ROOTS)
def test_one_root(tmp_path: Path, first: tuple[str, str], second: str, *, same: bool) -> None:
    """Two tellings share a root where one names the other as where it has its figure."""
    rows = (("a.txt", first[0], "2019-03-04"), ("b.txt", "Meridian Wire", "2019-03-05"))
    manifest = "".join(
        f'[[source]]\npath = "{path}"\npublisher = "{name}"\ndate = "{day}"\n'
        for path, name, day in rows
    )
    report = run(tmp_path, {"a.txt": first[1], "b.txt": second}, manifest)
    figure = next(a.text.split()[0] for a in report.assertions if a.source == "a")
    told = {a.source: a.origin for a in report.assertions if figure in a.text}
    assert set(told) == {"a", "b"}
    assert (told["a"] == told["b"]) is same
