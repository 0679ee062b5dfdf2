"""Two figures for one thing that other words than a speaker's set against each other."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers import run

CASES = [
    # first text, second text, is it a conflict
    # as many votes cast in one vote
    ("The committee of inquiry cleared the minister by nine votes to six.", "The committee found for him by eight votes to seven.", True),
    ("The committee of inquiry cleared the minister by nine votes to six.", "The council passed the budget by 38 votes to 22.", False),
    ("The home side won the cup match 3-2.", "The home side lost the league match 4-1.", False),
    # digits changed over
    ("The Amsel bank was founded in 1887 by merchants.", "The bank, founded in 1878, closed on Monday.", True),
    ("The Amsel bank was founded in 1887 by merchants.", "The bank was robbed in 1878.", False),
    ("The lava destroyed 137 buildings in Ostrel.", "The lava was 173 metres deep.", False),
    ("Hangar 3 was sold for 12.4 million euros.", "Revenue was 14.2 million euros.", False),
    # built for so many
    ("Capacity of the terminal is given as 14 million passengers a year.", "The terminal was built for 12 million passengers a year.", True),
    ("Capacity of the terminal is given as 14 million passengers a year.", "The terminal was used by 12 million passengers a year.", False),
    # the words say that somebody says otherwise
    ("Our agreement promises 99.95 % a month.", "Our agreement says 99.99 % a month, by the way, not what the post says.", True),
    ("Our agreement promises 99.95 % a month.", "Our agreement covers 99.99 % of the disks, by the way.", False),
    # what one pays, in two words for it; how old it is, in a label and in a clause
    ("A litre of milk costs 1.20 euros.", "The price of a litre of milk is 1.35 euros.", True),
    ("A litre of milk costs 1.20 euros.", "The price of a loaf of rye is 1.35 euros.", False),
    ("The age of the cable was 14 years.", "The cable was 19 years old.", True),
    ("The cable has been in use for 14 years.", "The ropewalk was 19 years old.", False),
    # "twice" in the sentence is not the two of the other
    ("The rider was banned from two races.", "The rider, who won twice, was banned from three races.", True),
    ("The rider was banned from two races.", "The rider, who won two races, was banned from three races.", False),
    # a part, a side, and what it came to later
    ("The envoys maintain that 41 Tolmian soldiers were killed.", "Forty soldiers were killed, 23 of them Tolmian and 17 from Orsk.", False),
    ("On the other side 41 soldiers were killed.", "Forty soldiers were killed in the clash.", False),
    ("In the clash 41 soldiers were killed.", "Forty soldiers were killed in the clash.", True),
    ("The firm operates a fleet of 14 ships.", "Its fleet had shrunk to nine ships by 2021.", False),
]  # fmt: skip


@pytest.mark.parametrize(("one", "two", "conflict"), CASES)
def test_other_rivals(tmp_path: Path, one: str, two: str, conflict: bool) -> None:
    """A slip, an equal number of votes or a word of contradiction tells one slot."""
    report = run(tmp_path, {"one.txt": one + "\n", "two.txt": two + "\n"})
    assert any(cluster.verdict == "conflict" for cluster in report.clusters) is conflict


def test_most_tellings_speak_for_a_figure(tmp_path: Path) -> None:
    """The wing that dates from 1968 is that which two others say was opened in 1968."""
    texts = {
        "a.txt": "The east wing was opened in 1968.\n",
        "b.txt": "The east wing, of seven storeys, was opened in 1968.\n",
        "c.txt": "The 7-storey east wing dates from 1968.\n",
        "d.txt": "The east wing was opened in 1963 by a president.\n",
    }
    report = run(tmp_path, texts)
    sizes = [len(c.members) for c in report.clusters if c.verdict == "conflict"]
    assert max(sizes, default=0) >= 3
