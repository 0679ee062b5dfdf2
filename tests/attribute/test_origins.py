"""Roots are counted, not articles: copies, credits and ties."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))
from helpers import run

RELEASE = (
    "To date, 23 cases have been confirmed. Fourteen people have needed hospital treatment "
    "since the first patient fell ill in the capital."
)


def entry(path: str, publisher: str, date: str) -> str:
    """One source of a manifest."""
    return f'[[source]]\npath = "{path}"\npublisher = "{publisher}"\ndate = "{date}"\n'


def origins(folder: Path, texts: dict[str, str], manifest: str) -> dict[str, set[str]]:
    """Source id -> origins of its assertions."""
    found: dict[str, set[str]] = {}
    for item in run(folder, texts, manifest).assertions:
        found.setdefault(item.source, set()).add(item.origin)
    return found


def test_copy_has_the_root_of_the_earlier(tmp_path: Path) -> None:
    """A word-for-word copy without a word of credit is the older source's."""
    found = origins(
        tmp_path,
        {"a.txt": RELEASE, "b.txt": f"Warning! {RELEASE}"},
        entry("a.txt", "Food Directorate", "2019-03-04")
        + entry("b.txt", "Local Today", "2019-03-05"),
    )
    assert found["b"] == found["a"] == {"own:a"}


def test_credited_source_is_followed(tmp_path: Path) -> None:
    """ "X reports 23 people ill" goes back to X when X is in the corpus."""
    found = origins(
        tmp_path,
        {"a.txt": "We know of 23 sick people.", "b.txt": "Food Watcher reports 23 people ill."},
        entry("a.txt", "Food Watcher", "2019-03-04") + entry("b.txt", "A blog", "2019-03-05"),
    )
    assert found["b"] == {"own:a"}


def test_own_voice_stays_own(tmp_path: Path) -> None:
    """Two bodies that each count for themselves are two roots."""
    found = origins(
        tmp_path,
        {"a.txt": "We know of 23 sick people.", "b.txt": "Our hospitals treated 23 sick people."},
        entry("a.txt", "Food Watcher", "2019-03-04")
        + entry("b.txt", "Health Office", "2019-03-05"),
    )
    assert found["a"] != found["b"]


def test_ibid_and_repeated_works(tmp_path: Path) -> None:
    """ "ibid" is the note before; the same work under another number is one work."""
    text = (
        "It has 3,400 members.[1] It was founded in 1963.[2] It moved in 1971.[3]\n\n"
        "References:\n[1] Jane Roe, “A House by the Sea,” City Post, May 4, 2011.\n[2] ibid\n"
        "[3] Jane Roe, “A House by the Sea,” City Post, May 4, 2011.\n"
    )
    report = run(tmp_path, {"a.txt": text})
    assert [work.notes for work in report.works] == [("a:1", "a:2", "a:3")]
    assert [work.title for work in report.works] == ["A House by the Sea"]


def test_ibid_without_a_work_is_told(tmp_path: Path) -> None:
    """An "ibid" with nothing before it stays unresolved, and that is said."""
    text = "It has 3,400 members.[1]\n\nReferences:\n[1] ibid\n"
    report = run(tmp_path, {"a.txt": text})
    assert "CR906" in {item.rule for item in report.diagnostics}


def test_a_body_is_known_by_the_first_words_of_its_name(tmp_path: Path) -> None:
    """ "the coast guard" is "Coast Guard Sector Brenning", the only one of that name."""
    found = origins(
        tmp_path,
        {
            "a.txt": "The water was at 5 degrees. We pulled 41 people from the sea.",
            "b.txt": "The coast guard said 41 people had been pulled from the sea.",
        },
        entry("a.txt", "Coast Guard Sector Brenning", "2019-03-04")
        + entry("b.txt", "Meridian Wire", "2019-03-05"),
    )
    assert found["b"] == {"own:a"}


OWN = "The mill has 84,312 spindles."
FAR = "It rained. Nobody went out. The cats stayed in."
CREDITS = [
    # words of the credit, day of the credited source, does the rest go back to it?
    ("The Food Watcher reports 23 people ill.", "2019-03-04", True),
    ("The Food Watcher reports 23 people ill.", "2019-03-09", False),  # of a later day
    (
        "The Food Watcher reports 23 people ill. Mayor Ada Lind said 12 shops were shut. "
        "Miller Otto Pell said 14 carts were lost.",
        "2019-03-04",
        False,  # it has asked others, too
    ),
    (
        "The Food Watcher reports 23 people ill. Editor Jane Roe said 9 shops were shut.",
        "2019-03-04",
        True,  # she is a person in the text of the credited one
    ),
]


@pytest.mark.parametrize(("words", "day", "followed"), CREDITS)
def test_what_is_credited_for_the_rest(
    tmp_path: Path, words: str, day: str, *, followed: bool
) -> None:
    """A source credited once is credited for the rest, unless it is later or one of many."""
    first = f"Editor Jane Roe says: 23 people are ill. {OWN} "
    report = run(
        tmp_path,
        {"a.txt": first, "b.txt": f"{words} {FAR} At the mill there are 84,312 spindles."},
        entry("a.txt", "The Food Watcher", day) + entry("b.txt", "A blog", "2019-03-05"),
    )
    roots = {i.origin for i in report.assertions if i.source == "b" and i.text == "84,312"}
    assert roots == {"own:a" if followed else "own:b"}


def test_a_common_noun_names_no_paper(tmp_path: Path) -> None:
    """ "the union" is not the Union Press; "Union Press" is."""
    texts = {
        "a.txt": "We know of 23 sick people.",
        "b.txt": "The union claims that 23 people are sick.",
        "c.txt": "The Union Press claims that 23 people are sick.",
    }
    days = ("2019-03-04", "2019-03-05", "2019-03-05")
    names = ("Union Press", "B", "C")
    rows = zip(texts, names, days, strict=True)
    found = origins(tmp_path, texts, "".join(entry(*row) for row in rows))
    assert found["c"] == {"own:a"} != found["b"]


def dated(*texts: str) -> dict[str, str]:
    """Files a.txt, b.txt, ... of the texts."""
    return {f"{chr(97 + i)}.txt": text for i, text in enumerate(texts)}


ONE_ROOT = [
    # of two texts: publisher and words of each; do they go back to one root?
    (
        ("Omnipedia", "The mill lost 67 houses.[1]\n\nReferences\n1. Radio Orne, Interview with A. Pell, 4 March 2019"),
        ("Meridian Wire", "Mayor Anton Pell told reporters on Monday that the mill had lost 67 houses."),
        True,
    ),
    (
        ("Omnipedia", "The mill lost 67 houses.[1]\n\nReferences\n1. Radio Orne, Interview with B. Pell, 4 March 2019"),
        ("Meridian Wire", "Mayor Anton Pell told reporters on Monday that the mill had lost 67 houses."),
        False,  # another Pell
    ),
    (
        ("Omnipedia", "The mill owed 830 crowns to the bank.[1]\n\nReferences\n1. Harbour Post, 8 October 2016"),
        ("Harbour Post", "As we have reported, the mill owed the bank 830 crowns."),
        True,  # another text of that paper
    ),
    (
        ("Northern Line", "Analyst Petra Holm of Quay Research put the damage at the mill at 31 million crowns."),
        ("Uptime", "Quay Research has estimated the damage at the mill at 31 million crowns."),
        True,
    ),
    (
        ("Northern Line", "Analyst Petra Holm of Orne Partners put the damage at the mill at 31 million crowns."),
        ("Uptime", "Quay Research has estimated the damage at the mill at 31 million crowns."),
        False,
    ),
    (
        ("Doctors for Bread", "In Keshan 11,512 children work at the mill."),
        ("Wire", "In Keshan 11,512 children work at the mill, by the count of Doctors for Bread, a charity."),
        True,
    ),
    (
        ("Lind Systems", "The second mill wheel stopped exactly 31 seconds before the planned time of day."),
        ("Trade News", "The second mill wheel stopped exactly 31 seconds before the planned time of day, the firm said."),
        True,  # its words, put down to nobody by name
    ),
    (
        ("Lind Systems", "The second mill wheel stopped exactly 31 seconds before the planned time of day."),
        ("Trade News", "The second mill wheel stopped exactly 31 seconds before the planned time of day, Ada Pell said."),
        False,
    ),
    (
        ("Omnipedia", "The 48 fans were supposed to draw the smoke out."),
        ("Court of Audit", "None of the 48 fans drew the smoke out."),
        False,  # a duty, not what is rumoured
    ),
]  # fmt: skip


@pytest.mark.parametrize(("one", "two", "same"), ONE_ROOT)
def test_one_root(
    tmp_path: Path, one: tuple[str, str], two: tuple[str, str], *, same: bool
) -> None:
    """Two tellings share a root where one leads to the other, or both to one speaker."""
    days = ("2019-03-04", "2019-03-05")
    rows = zip(("a.txt", "b.txt"), (one[0], two[0]), days, strict=True)
    report = run(tmp_path, dated(one[1], two[1]), "".join(entry(*row) for row in rows))
    kinds = {origin.id: str(origin.kind) for origin in report.origins}
    told = {i.source: i.origin for i in report.assertions if str(i.kind) == "quantity"}
    assert len(told) == 2
    assert (len(set(told.values())) == 1) is same
    assert "unknown" not in {kinds[root] for root in told.values()}
