"""Months and years agree everywhere: two dates need more than that one holds the other."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers import run, verdicts
from twosource.match import corpus_of
from twosource.match.density import density_of, is_told
from twosource.match.fields import compare
from twosource.match.periods import of_two_times
from twosource.model import Assertion, Report

ALONE = {("single-citation", "one-source")}

TIMES = [
    # first source with its date, second source with its own, are they of two times
    # a month, and neither happening nor word in common
    ("The range was given in September 2021.", "September 2021",
     "The works of Denholm shut in September 2021.", "September 2021", True),
    ("In March 2019 the Wesk reached 4.41 metres.", "March 2019",
     "The firm spent 310,000 euros in March 2019.", "March 2019", True),
    ("The chairman resigned in March 2019.", "March 2019",
     "In March 2019 the chairman stepped down.", "March 2019", False),
    ("The road was opened in June 2017.", "June 2017",
     "The road opened on 3 June 2017.", "3 June 2017", False),
    # the time of a figure, and of another one for a part of it
    ("In 2024 the line carried 74,900 passengers.", "2024",
     "In December 2024 the line carried 6,300 passengers.", "December 2024", True),
    ("By 8 March 2023 eleven children were born there.", "By 8 March 2023",
     "In 2023 2,247 children were born there.", "2023", True),
    ("In 2022 the museum had 452,800 visitors.", "2022",
     "In May 2022 the museum had 19,700 visitors.", "May 2022", True),
    ("In 2022 a train killed three workers at Lund.", "2022",
     "In May 2022 three workers were killed at Lund.", "May 2022", False),
    # the other's very date stands there, too
    ("The troops fell back in 1991. Few were killed in the 1990s.", "the 1990s",
     "The troops fell back in 1991.", "1991", True),
    ("The troops fell back in the 1990s.", "the 1990s",
     "The troops fell back in 1991.", "1991", False),
    # two days at one hour
    ("On 11 May 2020 the queue reached the market at noon.", "noon",
     "On 12 May 2020 the river was highest at noon.", "noon", True),
    ("On 11 May 2020 the river was highest at noon.", "noon",
     "At noon on 11 May 2020 the river stood highest.", "noon", False),
    ("The river was highest at noon.", "noon",
     "At noon on 11 May 2020 the river stood highest.", "noon", False),
    # a day says enough
    ("The range was given on 3 May 2021.", "3 May 2021",
     "The works of Denholm shut on 3 May 2021.", "3 May 2021", False),
]  # fmt: skip


@pytest.mark.parametrize(("one", "text", "two", "other", "parted"), TIMES)
def test_what_speaks_for_two_dates(
    tmp_path: Path, one: str, text: str, two: str, other: str, parted: bool
) -> None:
    """A month or a year needs a happening, or words next to both."""
    assert _parted(run(tmp_path, _texts(one, two)), text, other) is parted


LINKED = [
    # first source, second source, text of a date, is it joined with one of the other source
    ("The range was given in September 2021.", "The works of Denholm shut in September 2021.",
     "September 2021", False),
    ("In 2024 the line carried 74.9 million passengers.",
     "In December 2024 the line carried 34,300 passengers a day.", "2024", False),
    ("In 2023 the ward saw 2,247 births.", "By 8 March 2023 the ward saw eleven births.",
     "2023", False),
    ("The museum had 452,800 visitors in 2022.", "In May 2022 the museum had 19,700 visitors.",
     "2022", False),
    ("On 11 May 2020 the queue reached the market at noon.",
     "On 12 May 2020 the river was highest at noon.", "noon", False),
    ("In March 2019 the ferry Amber was launched.", "The ferry Amber was launched in March 2019.",
     "March 2019", True),
]  # fmt: skip


@pytest.mark.parametrize(("one", "two", "text", "joined"), LINKED)
def test_two_times_are_not_joined(
    tmp_path: Path, one: str, two: str, text: str, joined: bool
) -> None:
    """Nor does the weight of a date make up for it."""
    found = verdicts(run(tmp_path, _texts(one, two)), text)
    assert (found != ALONE) is joined


def test_what_a_source_tells(tmp_path: Path) -> None:
    """Values by source, the figures of a date, the days beside an hour."""
    one = "In 2022 the museum had 19,700 visitors. On 3 May 2021 it shut at noon."
    report = run(tmp_path, _texts(one, "The museum had 19,700 visitors."))
    density = density_of(report.assertions)
    year, noon, figure = (_one(report, "a", text) for text in ("2022", "noon", "19,700"))
    assert [item.text for item in density.timed[year.id]] == ["19,700"]
    assert density.days[noon.id] == {"2021-05-03"}
    assert is_told(figure, "b", density)
    assert not is_told(year, "b", density)
    assert density.many["a", "cardinal"] == density.many["b", "cardinal"] == 1


def _texts(one: str, two: str) -> dict[str, str]:
    return {"a.txt": f"It rained.\n\n{one}\n", "b.txt": f"It rained.\n\n{two}\n"}


def _one(report: Report, source: str, text: str) -> Assertion:
    found = [a for a in report.assertions if a.source == source and a.text == text]
    assert len(found) == 1
    return found[0]


def _parted(report: Report, text: str, other: str) -> bool:
    """The answer for the pair, the same in either order."""
    left, right = _one(report, "a", text), _one(report, "b", other)
    corpus = corpus_of(report.assertions, report.sources)
    levels = {name: level for name, level, _ in compare(left, right, corpus)}
    answers = {of_two_times(*pair, levels, corpus) for pair in ((left, right), (right, left))}
    assert len(answers) == 1
    return answers.pop()
