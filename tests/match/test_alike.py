"""Values that exclude each other are of one thing where the same words govern them; else not."""

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
CASES = [
    # first source, second source, is it a conflict
    # one verb governs both dates, whether a lexicon knows it or not
    ("The charter was engrossed in 1612.", "The charter was engrossed in 1615.", True),
    ("The engrossing of the charter in 1612 took a year.", "The charter was engrossed in 1615.", True),
    ("The charter was engrossed in 1612.", "The charter was mislaid in 1615.", False),
    ("The charter was engrossed in 1612.", "The charter was engrossed in 1780.", False),
    ("The mill was rethatched in 1612.", "The charter was engrossed in 1615.", False),
    # there is but one last inspection, and many inspections
    ("The last inspection of the mill was in March 2011.", "The mill was last inspected on 4 May 2009.", True),
    ("An inspection of the mill was in March 2011.", "The mill was inspected on 4 May 2009.", False),
    # digits that changed places, and what they count is told in the same words
    ("There were 38 lamps in the corridor.", "They found 83 lamps in the corridor.", True),
    ("There were 38 lamps in the corridor.", "They found 61 lamps in the corridor.", False),
    ("There were 38 lamps in the corridor.", "They sold 83 lamps at the fair.", False),
    # the same is said of one counted thing
    ("Three operators were on duty that evening.", "Two operators were on duty in the evening.", True),
    ("Three operators were on duty that evening.", "Two operators were on leave that evening.", False),
    # near counts of those who did one thing; three digits changed over
    ("In the hall 540 people took part.", "In the hall 611 creditors took part.", True),
    ("In the hall 540 people took part.", "In the hall 1,611 creditors took part.", False),
    ("We volunteers get in for nothing, all 196 volunteers.", "Altogether 169 volunteers took part.", True),
    # so much of the same
    ("The hold had 28,900 tonnes of gasoil in it.", "On board were 31,400 tonnes of gasoil.", True),
    ("The hold had 28,900 tonnes of gasoil in it.", "On board were 31,400 tonnes of timber.", False),
    # two digits of a year changed over, of one name
    ("The firm of Halberd was started in 1985 by two brothers.", "The firm of Halberd, founded in 1958, makes sensors.", True),
    ("The firm of Halberd was started in 1985 by two brothers.", "The firm of Corvane, founded in 1958, makes sensors.", False),
    # two times of one happening; a full hour is no other than ten past it
    ("At 23:40 the roof of the mill collapsed.", "The roof of the mill collapsed at 21:52.", True),
    ("At 4:10 a.m. the last valve of the pipe was closed.", "Shortly after 4 a.m. the last valve of the pipe was closed.", False),
    ("At 23:40 the last valve of the pipe was closed.", "The last valve of the pipe was closed at 9:52 a.m.", False),
    # a day, and the next
    ("The ferry was seized on 7 May 2019 by the customs.", "The ferry was seized on 8 May 2019 by the customs.", True),
    ("The ferry was seized on 7 May 2019 by the customs.", "The ferry was repainted on 8 May 2019 by the crew.", False),
]  # fmt: skip


def conflicting(folder: Path, *texts: str) -> bool:
    """Do texts, each a source of its own, show a conflict?"""
    named = {f"{name}.txt": f"{text}\n" for name, text in zip("abc", texts, strict=False)}
    return any(c.verdict == "conflict" for c in run(folder, named).clusters)


@pytest.mark.parametrize(("one", "two", "conflict"), CASES)
def test_alike(tmp_path: Path, one: str, two: str, conflict: bool) -> None:
    for texts in ((one, two), (two, one)):  # whichever is read first
        assert conflicting(tmp_path, *(REST + text for text in texts)) is conflict


REFUSED = [
    ("He was charged with eleven counts and convicted on seven of them, not nine.", True),
    ("He was charged with eleven counts and convicted not on nine but on seven of them.", True),
    ("He was charged with eleven counts and convicted on seven of them, not only nine.", False),
    ("He was charged with eleven counts and convicted on seven of them, not five.", False),
    ("He was charged with eleven counts and convicted on seven of them.", False),
]


@pytest.mark.parametrize(("two", "conflict"), REFUSED)
def test_a_refused_value_is_of_the_same_slot(tmp_path: Path, two: str, conflict: bool) -> None:
    """Who says "not nine" speaks of what the other said was nine."""
    one = "Joran Tesk, a former commander of the Front, was found guilty on nine of the eleven counts."
    report = run(tmp_path, {"a.txt": f"{REST}{one}\n", "b.txt": f"{REST}{two}\n"})
    seven = {item.id for item in report.assertions if item.text == "seven"}
    held = [c for c in report.clusters if seven & set(c.members)]
    assert any(c.verdict == "conflict" for c in held) is conflict


PHASES = [
    ("The fighting began on 9 June 2025 and ended with the Port Halen Agreement.", False),
    ("The Port Halen Agreement was signed on 9 June 2025.", True),
]


@pytest.mark.parametrize(("two", "conflict"), PHASES)
def test_a_beginning_is_not_what_ended_it(tmp_path: Path, two: str, conflict: bool) -> None:
    one = "The Port Halen Agreement was signed on 12 June 2025."
    assert conflicting(tmp_path, REST + one, REST + two) is conflict


LOG = [
    ("10:05 Some 1,600 clusters are affected.", False),  # told in the course of it
    ("Some 1,600 clusters were affected.", True),
]


@pytest.mark.parametrize(("two", "conflict"), LOG)
def test_an_entry_of_a_log_tells_its_hour(tmp_path: Path, two: str, conflict: bool) -> None:
    one = "In all 2,914 clusters were affected."
    assert conflicting(tmp_path, REST + one, REST + two) is conflict


UNTIL = [
    ("By the end of 2020, 9.4 million children had been vaccinated.", False),  # a later count
    ("By the end of February 2020, 9.4 million children had been vaccinated.", True),
]


@pytest.mark.parametrize(("two", "conflict"), UNTIL)
def test_counts_up_to_different_days_are_no_conflict(
    tmp_path: Path, two: str, conflict: bool
) -> None:
    one = "By the end of February 2020, 6.8 million children had been vaccinated."
    assert conflicting(tmp_path, one, two) is conflict
