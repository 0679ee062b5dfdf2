"""A sentence that gives its own figure and sets it against that of somebody else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers import run

CASES = [
    # first source, second source, do they contradict each other?
    # refused, with who says so in between
    ("At its opening the mill had 1,410 weavers, and not, as the minister stated, 1,940.", "Weavers: 1,940.", True),
    ("The dyke cost 34 million, not, as was claimed in parliament, 52 million.", "The dyke cost 52 million.", True),
    ("The choir sang 12 songs, rather than the 18 named in the programme.", "The choir sang 18 songs.", True),
    # compared with what somebody else says
    ("Only 31 games were suspect, far fewer than the 100 that Holt speaks of.", "Holt speaks of 100 suspect games.", True),
    ("The rock is 28 million years old, more than twice the 12 million years given by the institute.", "The rock has an age of 12 million years.", True),
    ("The union counted 60 injured weavers, against the 14 admitted by the company.", "The company says 14 weavers were injured.", True),
    ("The pit lost 90 horses, above the 40 reported by the owner.", "The pit lost 40 horses.", True),
    # compared with another time, or with another thing
    ("The choir sang 12 songs, more than the 8 sung last year.", "The choir sang 8 songs last year.", False),
    ("The mill made 40 carts a day, more than the 30 that its rival makes.", "The rival of the mill makes 30 carts a day.", False),
    ("The pit lost 90 horses, above the 40 bought in spring.", "The pit bought 40 horses.", False),
]  # fmt: skip
FINED = [
    # what is done to one person, who is named
    ("Mr Holt is reprimanded and fined CHF 3,000.", "Holt was fined 5,000 francs.", True),
    ("Mr Holt is reprimanded and fined CHF 3,000.", "Varga was fined 5,000 francs.", False),
]
TRADED = (
    "The shares lost 4 percent to close at 290 pence.",
    "The shares closed down 9 percent at 268 pence.",
)


def conflicting(folder: Path, *texts: str) -> bool:
    """Do texts, each a source of its own, show a conflict?"""
    named = {f"{name}.txt": f"{text}\n" for name, text in zip("abc", texts, strict=False)}
    return any(c.verdict == "conflict" for c in run(folder, named).clusters)


@pytest.mark.parametrize(("first", "second", "conflict"), CASES)
def test_set_against(tmp_path: Path, first: str, second: str, conflict: bool) -> None:
    assert conflicting(tmp_path, first, second) is conflict


@pytest.mark.parametrize(("first", "second", "conflict"), FINED)
def test_fined(tmp_path: Path, first: str, second: str, conflict: bool) -> None:
    assert conflicting(tmp_path, first, second) is conflict


def test_what_a_share_is_traded_at_runs(tmp_path: Path) -> None:
    """Two closing prices are of two days when the papers are."""
    texts = {
        name: f"---\npublisher: {name}\ndate: {day}\n---\n\n{text}\n"
        for name, day, text in zip(
            ("a.md", "b.md"), ("2023-05-03", "2023-05-11"), TRADED, strict=True
        )
    }
    assert "conflict" not in {str(c.verdict) for c in run(tmp_path, texts).clusters}
