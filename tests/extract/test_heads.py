"""Figures whose noun is left out: "nine of us", "all twelve of them", "the four"."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from helpers import run

from twosource.extract.heads import UNCLEAR, with_counts
from twosource.extract.quantities import read_quantities
from twosource.model import Quantity

CASES = [
    # text, figure, counted thing
    ("The clinic wrote to its directors. All twelve of them answered.", "twelve", "director"),
    ("The clinic has its directors and the lakes. All twelve of them answered.", "twelve", None),
    ("It sold its bells. The board closed, twelve of them gone.", "twelve", None),  # of the board?
    ("We walked all night, nine of us, to the coast.", "nine", "person"),
    ("The 311 who sat in the bus were late.", "311", "person"),
    ("Of the rest, 311 whole ones were late.", "311", None),
    ("Four nurses stood at the gate. The four left later.", "four", "nurse"),
    ("Four nurses sold four cows. The four left later.", "four", None),  # nurses or cows?
    ("The board met. The four left later.", "four", None),  # counted with nothing
    ("The team of nine came from abroad.", "nine", "person"),
    ("A row of nine came from abroad.", "nine", None),  # no body
    ("The widow, a mother of five, left.", "five", "child"),
    ("Half a dozen turbines stand there, two of them idle.", "two", "turbine"),
    ("Our lorries, seven at present, bring the water.", "seven", "lorry"),
    ("In two villages, seven stayed.", "seven", None),  # not villages
    ("Twelve crews had tried. The other three are still there.", "three", "crew"),
    ("The storm tore down 30 houses. Another 12 lost their roofs.", "12", "house"),
    ("About 300 families fled. A further 120 were moved.", "120", "family"),
    ("The storm met 30 houses and 40 farms. Another 12 lost their roofs.", "12", None),
    ("Nine wells were shut.", "Nine", "well"),  # a noun, though "well" is a stop word
    ("Nine others were shut.", "Nine", None),
    ("It has 20 clerks and 31 lorries, all but four of them leased.", "four", "lorry"),
    ("It has 20 clerks and 31 lorries in use, and four of them left.", "four", None),
    ("The state had three inspectors. It has nine now.", "nine", "inspector"),
    ("The state had three inspectors and two cars. It has nine now.", "nine", None),
    ("Only four lorries are ours. When we stopped there were thirty-one.", "thirty-one", "lorry"),
    ("The club bought three lorries. It has nine for sale.", "nine", None),
    ("Amber beads: 86 by the end of May 2018", "86", "bead"),
    ("On Monday 14 Northern and nine Southern prisoners were exchanged.", "14", "prisoner"),
    ("On Monday 14 went north and nine prisoners were exchanged.", "14", None),
    ("They found 46 faults. Eleven of them were dealt with.", "Eleven", "fault"),
]


@pytest.mark.parametrize(("text", "figure", "noun"), CASES)
def test_elided_nouns(tmp_path: Path, text: str, figure: str, noun: str | None) -> None:
    """The one thing named or counted before; nothing where there are two."""
    report = run(tmp_path, {"a.txt": f"{text}\n"})
    found = [
        a.slot.noun
        for a in report.assertions
        if isinstance(a.value, Quantity) and a.text == figure and a.value.role != "ordinal"
    ]
    assert found[-1] == noun


def test_all_of_them_is_no_part(tmp_path: Path) -> None:
    """ "Two of them" are a part; "all twelve of them" are the whole."""
    text = "It has its directors. All twelve of them wrote, and nine of them in ink.\n"
    report = run(tmp_path, {"a.txt": text})
    assert {a.text: a.slot.scope.part for a in report.assertions} == {
        "twelve": None,
        "nine": "so many of them",
    }


def test_numbers_that_count_two_things_are_unclear() -> None:
    """A number is taken up by "the four" only while it has counted one thing."""
    four = read_quantities("four nurses")[0].value
    assert isinstance(four, Quantity)
    once = with_counts((), [(four, "nurse"), (four, "nurse")])
    assert once == ((Decimal(4), "nurse"),)
    assert with_counts(once, [(four, "cow")]) == ((Decimal(4), UNCLEAR),)
    assert with_counts(once, [(four, None)]) == once
