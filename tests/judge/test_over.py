"""What is over does not change any more; what is told again later has the time of the first telling."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from helpers import run, verdicts

from twosource.judge.changes import explain_changes
from twosource.judge.pairs import Pair
from twosource.match.change import change_reason
from twosource.match.values import relation
from twosource.model import Kind

# a day and a text of each source; how many pairs are open conflicts in the end
OPEN = [
    # a happening of a stated day, told of long after: no time has passed for it between the two
    (("2014-05-03", "The Orne ferry disaster of 2 March 1953 killed 133 people."),
     ("2017-03-02", "The Orne ferry disaster killed 97 people."), 1),
    (("2012-10-13", "In the autumn of 1965 he won the seat with a majority of 213 votes."),
     ("2016-11-20", "He won the seat with a majority of 312 votes."), 1),
    (("2009-05-03", "The quake of 4 June 1931 injured 460 people."),
     ("2019-03-02", "The quake injured 640 people."), 1),
    # told while it went on, or soon after
    (("1953-03-03", "The Orne ferry disaster of 2 March 1953 killed 97 people."),
     ("1953-03-09", "The Orne ferry disaster killed 133 people."), 0),
    (("1953-03-03", "The Orne ferry disaster of 2 March 1953 killed 97 people."),
     ("1993-03-09", "The Orne ferry disaster killed 133 people."), 0),
    # no day is stated, or one without an end
    (("2014-05-03", "The war in Orne has killed 9,700 people."),
     ("2017-03-02", "The war in Orne killed 13,300 people."), 0),
    # many times the other: of another happening
    (("2014-05-03", "The fire of 2 March 1953 killed 2 people."),
     ("2017-03-02", "The fire killed 16 people."), 0),
    # a number by which a thing is called
    (("2024-01-19", "Batch HX-4417 was recalled on 3 November 2023."),
     ("2024-03-02", "Batch HX-4471 was recalled."), 1),
]  # fmt: skip


@pytest.mark.parametrize(("one", "two", "count"), OPEN)
def test_what_is_over(
    tmp_path: Path, one: tuple[str, str], two: tuple[str, str], count: int
) -> None:
    """Two figures of what was over before both were written are in conflict."""
    assert len([pair for pair in _explained(tmp_path, one, two) if pair.conflicts]) == count


AGAIN = [
    # words of a third source, two sources; is it explained how their figures differ?
    ("The open letter was signed by 64 professors.", {"a", "c"}, True),
    ("The open letter was signed by 46 professors.", {"b", "c"}, False),
]


@pytest.mark.parametrize(("text", "two", "told"), AGAIN)
def test_what_is_told_again(tmp_path: Path, text: str, two: set[str], *, told: bool) -> None:
    """Who repeats the later of two figures after both contradicts neither; another figure does."""
    pairs = _explained(
        tmp_path,
        ("2022-09-05", "The open letter had been signed by 38 professors when we went online."),
        ("2022-11-12", "64 professors have now signed the open letter."),
        ("2024-05-20", text),
    )
    (pair,) = [pair for pair in pairs if {pair.left.source, pair.right.source} == two]
    assert bool(pair.reason) is told


# three tellings of one count; the open conflicts in the end
UNDER_WAY = [
    ("Divers recovered 310 amphorae.", "So far divers have recovered 402 amphorae.",
     "Divers recovered 455 amphorae.", 0),
    ("The bank closed 41 branches.", "The bank has now closed 58 branches.",
     "The bank closed 73 branches.", 0),
    ("Engineers replaced 96 bearings.", "Up to now engineers have replaced 118 bearings.",
     "Engineers replaced 131 bearings.", 0),
    # a count so far that is not on the way from one to the other
    ("Divers recovered 310 amphorae.", "So far divers have recovered 280 amphorae.",
     "Divers recovered 455 amphorae.", 1),
    # nobody says that the count goes on
    ("Engineers replaced 96 bearings.", "Engineers replaced 118 bearings.",
     "Engineers replaced 131 bearings.", 3),
]  # fmt: skip


@pytest.mark.parametrize(("one", "two", "three", "count"), UNDER_WAY)
def test_a_count_under_way(tmp_path: Path, one: str, two: str, three: str, count: int) -> None:
    """What grows past a figure that is called one so far is in dispute with nobody."""
    days = ("2020-10-09", "2020-11-18", "2022-03-01")
    pairs = _explained(tmp_path, *zip(days, (one, two, three), strict=True))
    ends = [pair for pair in pairs if pair.conflicts]
    assert len([p for p in ends if count > 1 or {p.left.source, p.right.source} == {"a", "c"}]) == (
        count
    )


def test_the_trace_of_a_later_telling_gives_each_side_its_time(tmp_path: Path) -> None:
    texts = {
        "a.txt": "An open letter on the Tarn case had been signed by 38 professors when we went online.",
        "b.txt": "64 professors have now signed the open letter on the Tarn case.",
        "c.txt": "The open letter on the Tarn case was signed by 64 professors.",
    }
    days = ("2022-09-05", "2022-11-12", "2024-05-20")
    report = run(tmp_path, texts, _manifest(days))
    assert verdicts(report, "38") == {("not-comparable", "changed")}
    held = {item.id: item.source for item in report.assertions}
    for row in (row for cluster in report.clusters for row in cluster.why if row.get("reason")):
        left, right = str(row["reason"]).removeprefix("different times: ").split(" and ")
        early = left if held[str(row["left"])] == "a" else right
        assert early.startswith("2022-09-05")


def _manifest(days: tuple[str, ...]) -> str:
    rows = zip("abc", days, strict=False)
    return "".join(f'[[source]]\npath = "{key}.txt"\ndate = "{day}"\n' for key, day in rows)


def _explained(folder: Path, *texts: tuple[str, str]) -> list[Pair]:
    """The pairs of the first figures that the sources tell."""
    named = {f"{key}.txt": text for key, (_, text) in zip("abc", texts, strict=False)}
    report = run(folder, named, _manifest(tuple(day for day, _ in texts)))
    told = [
        next(a for a in report.assertions if a.source == key and a.kind is Kind.QUANTITY)
        for key in sorted(name[0] for name in named)
    ]
    pairs = [
        Pair(one, two, relation(one, two), change_reason(one, two))
        for one, two in combinations(told, 2)
    ]
    return explain_changes(pairs, told)
