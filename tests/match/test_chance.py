"""Small counts, halves and days agree everywhere: then more has to speak for one fact."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers import run, verdicts
from twosource.match import corpus_of
from twosource.match.chance import needed_alone
from twosource.match.levels import weights

ALONE = {("single-citation", "one-source")}

CASES = [
    # first source, second source, text of a value, is it joined with one of the other source
    (  # lines of a card, and the hour
        "Mr Amsel read seven lines from a card and left.",
        "The site was down all morning, I got in at seven.",
        "seven",
        False,
    ),
    (
        "Mr Amsel read seven lines from a card and left.",
        "The seven lines that Mr Amsel read did not help him.",
        "seven",
        True,
    ),
    (  # of what it costs, and of the food
        "The search took six summers and half of it was paid by the state.",
        "We have food for three winters and shall not eat the half of it.",
        "half",
        False,
    ),
    (  # a limit, and what was paid
        "The spill can cost the firm up to 2 percent of revenue, said the mayor.",
        "The fine came to 0.8 percent of revenue.",
        "0.8 percent",
        False,
    ),
    (
        "The fine came to 0.8 percent of revenue, said the mayor.",
        "The fine came to 0.8 percent of revenue.",
        "0.8 percent",
        True,
    ),
    (  # the line above a post tells of no eruption
        "capt_ross · 9 June 2022",
        "The volcano of Ilvora erupted on 9 June 2022.",
        "9 June 2022",
        False,
    ),
    (
        "The volcano of Ilvora erupted on 9 June 2022, wrote capt_ross.",
        "The volcano of Ilvora erupted on 9 June 2022.",
        "9 June 2022",
        True,
    ),
    (  # what a figure is compared with, and what happened in that year
        "The Tolland bakery sold 2.3 percent less bread than in 2021.",
        "In 2021 energy cost the Tolland bakery 5.8 pence.",
        "2021",
        False,
    ),
    (
        "The Tolland bakery sold 2.3 percent less bread than in 2021.",
        "The Tolland bakery sold less bread than in 2021.",
        "2021",
        True,
    ),
    (  # times told to the second are not rounded
        "Lena Aster won the Harrowick marathon in 2:27:03.",
        "Lena Aster won the Harrowick marathon in 2:27:03, which is her best.",
        "2:27:03",
        True,
    ),
    (
        "Lena Aster won the Harrowick marathon in 2:27:03.",
        "Ana Quint was third in the Harrowick marathon in 2:30:41.",
        "2:27:03",
        False,
    ),
]


@pytest.mark.parametrize(("one", "two", "text", "joined"), CASES)
def test_values_that_agree_by_chance(
    tmp_path: Path, one: str, two: str, text: str, joined: bool
) -> None:
    """A pair that chance explains is linked when wording, a name or a happening is shared."""
    texts = {"a.txt": f"It rained.\n\n{one}\n", "b.txt": f"It rained.\n\n{two}\n"}
    found = verdicts(run(tmp_path, texts), text)
    assert (found != ALONE) is joined


KNOWN = [
    # the sentence of a text of 5 May 2021, is its "today" joined with that day in another text
    ("As far as we know today, a valve had been left open.", False),
    ("From what is known today, the pump failed at night.", False),
    ("As far as is known, the museum of Lund was closed today.", True),
]


@pytest.mark.parametrize(("one", "joined"), KNOWN)
def test_when_somebody_knew(tmp_path: Path, one: str, joined: bool) -> None:
    """That is the day of the text, and not of what it tells."""
    two = "On 5 May 2021 the museum of Lund was closed by the mayor.\n"
    report = run(tmp_path, {"a.txt": f"Marl, 5 May 2021\n\n{one}\n", "b.txt": two})
    assert (verdicts(report, "today") != ALONE) is joined


SIDES = [
    # second source beside "Forty-two soldiers were killed in the battle of Brod.", is it a conflict
    ("In the battle of Brod 46 soldiers were killed.", True),
    ("In the battle of Brod 46 Varesian soldiers were killed.", False),  # of one of two armies
]


@pytest.mark.parametrize(("two", "conflict"), SIDES)
def test_a_name_singles_a_count_out(tmp_path: Path, two: str, conflict: bool) -> None:
    """The dead of one side and those of both are two counts."""
    one = "Forty-two soldiers were killed in the battle of Brod."
    texts = {"a.txt": f"It rained.\n\n{one}\n", "b.txt": f"It rained.\n\n{two}\n"}
    found = {str(c.verdict) for c in run(tmp_path, texts).clusters}
    assert ("conflict" in found) is conflict


YEARS = [
    # entities, rivals, value, weight needed
    ("none", "clear", "equal year", "link_day"),
    ("disjoint", "near", "equal year", "link_day"),
    ("Farmgate", "clear", "equal year", "link"),  # a name in common
    ("none", "only", "equal year", "link"),  # neither tells of that year again
    ("none", "clear", "equal day", "link"),  # a day says more
]


@pytest.mark.parametrize(("entities", "rivals", "value", "name"), YEARS)
def test_a_year_in_which_much_went_on(
    tmp_path: Path, entities: str, rivals: str, value: str, name: str
) -> None:
    """A year that either tells of twice joins nothing without a name in common."""
    report = run(tmp_path, {"a.txt": "Rolls came in 2014.\n", "b.txt": "A boat sank in 2014.\n"})
    left, right = sorted((a for a in report.assertions if a.text == "2014"), key=lambda a: a.source)
    levels = {"sense": "missing", "measure": "none", "terms": "0.30", "context": "0.30"}
    told = {**levels, "entities": entities, "rivals": rivals, "value": value}
    fields = [(field, level, 0.0) for field, level in told.items()]
    corpus = corpus_of(report.assertions, report.sources)
    assert needed_alone(left, right, fields, corpus) == float(weights()[name])
