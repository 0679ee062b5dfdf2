"""Two sources tell of one thing with other figures, each but once: that is one slot."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers import run

# what else the sources say, so that the rarity of words can be told
REST = (
    "The council met in the old hall on the hill.\n\n"
    "Its chair, a retired teacher, has 14 cats and 3 dogs.\n\n"
    "The market has 22 stalls and sells cheese, wool and honey.\n\n"
    "A bell of 310 kg hangs in the tower, which is 41 metres high.\n\n"
    "The bus takes 25 minutes to the coast and costs 4 crowns.\n\n"
)
ALONE = [
    # first source, second source, and nothing else: do they contradict each other?
    ("1.4 million customers were affected by the Velm breach.", "2.1 million customers were affected by the Velm breach.", True),
    ("1.4 million customers were affected by the Velm breach.", "3.9 million customers were affected by the Velm breach.", False),
    ("1.4 million customers were affected by the Velm breach.", "2.1 million customers were affected by the Orlan breach.", False),
    ("The Marl Echo has lost 480 readers.", "The Marl Echo has lost 790 readers.", True),
    ("The Marl Echo has lost 480 readers.", "The Marl Echo has won 790 readers.", False),
    ("The avalanche buried nine skiers.", "Fourteen skiers were buried by the avalanche.", True),
    ("The avalanche buried nine skiers.", "Fourteen skiers were rescued.", False),
]  # fmt: skip
TOLD = [
    # the same beside other figures
    # rare words next to two counts of one thing, whatever else is said of it
    ("Fourteen tanks advanced on the palace and fired six shells at it.", "We fired two shells at the palace, and I gave the order.", True),
    ("Fourteen tanks advanced on the palace and fired six shells at it.", "We fired two shells at the harbour, and I gave the order.", False),
    ("The tram depot was guarded by three mastiffs.", "Two mastiffs guarded the tram depot at night.", True),
    ("The tram depot was guarded by three mastiffs.", "Two mastiffs were shown at the fair in the old town.", False),
    # a day of what bears one name
    ("The Halden Prize came to her in 1958; she gave the money to a lifeboat.", "She won the Halden Prize in 1957, as a teacher.", True),
    ("The Halden Prize came to her in 1958; she gave the money to a lifeboat.", "She turned down the Norrey Prize in 1957, as a teacher.", False),
    ("\u201cHarbour Master\u201d dates from 1962.", "In the biography of Rowe, \u201cHarbour Master\u201d is put in 1977.", True),
    ("\u201cHarbour Master\u201d dates from 1962.", "In the biography of Rowe, \u201cNorth Pier\u201d is put in 1977.", False),
]  # fmt: skip
CHANGED = [
    # a count that goes on, by its own words
    ("The petition has been signed by 1,400 nurses so far.", "The petition was signed by 2,300 nurses."),
    ("At the time of writing 12 clubs have joined the league.", "The league was joined by 17 clubs."),
    ("An open letter had been signed by 38 players when we went online.", "An open letter was signed by 64 players."),
]  # fmt: skip


def found(folder: Path, *texts: str) -> set[tuple[str, str | None]]:
    """Verdict and detail of what texts, each a source of its own, show together."""
    named = {f"{name}.txt": f"{text}\n" for name, text in zip("abc", texts, strict=False)}
    return {(str(c.verdict), c.detail) for c in run(folder, named).clusters}


@pytest.mark.parametrize(("first", "second", "conflict"), ALONE)
def test_alone(tmp_path: Path, first: str, second: str, conflict: bool) -> None:
    assert (("conflict", "value") in found(tmp_path, first, second)) is conflict


@pytest.mark.parametrize(("first", "second", "conflict"), TOLD)
def test_told(tmp_path: Path, first: str, second: str, conflict: bool) -> None:
    """The first text comes first in its source, the second last."""
    texts = f"{first}\n\n{REST}", f"{REST}{second}"
    assert (("conflict", "value") in found(tmp_path, *texts)) is conflict


@pytest.mark.parametrize(("first", "second"), CHANGED)
def test_changed(tmp_path: Path, first: str, second: str) -> None:
    """No conflict, though neither time is known."""
    verdicts = found(tmp_path, first, second)
    assert ("not-comparable", "changed") in verdicts
    assert "conflict" not in {verdict for verdict, _ in verdicts}
