"""Roots are counted, not articles: copies, credits and ties."""

from __future__ import annotations

import sys
from pathlib import Path

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
