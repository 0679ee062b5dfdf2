"""Two sides in the manner of diff: marks, order, mirror, widths; excerpts and wrapping."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[1]))
from helpers import run

from twosource.report import safe, to_dict
from twosource.report.diff import side_by_side, unified
from twosource.report.excerpt import excerpt, fitted, wrapped
from twosource.report.sides import Fact, counts, facts
from twosource.report.view import day_words

LEFT = (
    "The Orrin Museum was founded in 1963. The Belton Bridge is 45 metres long.\n"
    "The Orrin Museum moved to Lund in 1984.\n"
)
RIGHT = (
    "The Orrin Museum was established in 1965. The Belton Bridge is 45 metres long.\n"
    "The Karsk Tower is 90 metres high.\n"
)


def is_left(data: dict[str, Any]) -> Callable[[dict[str, Any]], bool]:
    """Tell assertions of a.txt."""
    documents = {row["id"]: row["document"] for row in data["sources"]}
    return lambda item: documents[item["source"]].endswith("a.txt")


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[Fact]:
    """Facts of the two texts."""
    folder = tmp_path_factory.mktemp("sides")
    data = to_dict(run(folder, {"a.txt": LEFT, "b.txt": RIGHT}))
    return facts(data, is_left(data))


def test_marks(found: list[Fact]) -> None:
    """A conflict, a fact of both, and facts of one side, in this order."""
    marks = [fact.mark for fact in found]
    assert marks[0] == "!"
    assert {"=", "<", ">"} <= set(marks)
    assert marks == sorted(marks, key="!=~<>".index)
    assert [side for side, _ in found[0].said] == ["A", "B"]


def test_mirror(tmp_path: Path, found: list[Fact]) -> None:
    """B against A says the same with the sides exchanged."""
    data = to_dict(run(tmp_path, {"a.txt": RIGHT, "b.txt": LEFT}))
    turned = facts(data, is_left(data))
    swap = {"<": ">", ">": "<"}
    assert sorted(swap.get(fact.mark, fact.mark) for fact in turned) == sorted(
        fact.mark for fact in found
    )


def test_a_side_against_itself(tmp_path: Path) -> None:
    """A conflict inside one document is told as such and not counted between the two."""
    data = to_dict(run(tmp_path, {"a.txt": LEFT, "b.txt": RIGHT}))
    found = facts(data, lambda item: bool(item))
    assert found[0].note == "within A"
    assert "0 facts in both" in counts(found)
    assert "within A" in show(unified, found)


def show(form: Callable[..., str], found: list[Fact], **more: Any) -> str:
    """Render with the usual options."""
    options = {"color": False, "columns": 80, "everything": True, **more}
    return form(found, ("a.txt", "b.txt"), **options)


def test_unified(found: list[Fact]) -> None:
    """Both values with their places below one heading; the count is the last line."""
    lines = show(unified, found).splitlines()
    assert [line for line in lines if re.match(r"- 1:33 +1963 ", line)]
    assert [line for line in lines if re.match(r"\+ 1:37 +1965 ", line)]
    assert lines[-1] == counts(found)


@pytest.mark.parametrize("columns", [40, 60, 80, 120, 200])
def test_two_columns_keep_the_width(found: list[Fact], columns: int) -> None:
    """No line is wider than the terminal, and the mark stands in one column."""
    text = show(side_by_side, found, columns=columns)
    lines = [line for line in text.splitlines() if line != counts(found)]
    assert all(safe.width(line) <= columns for line in lines)
    at = {line.index(" ! ") for line in lines if " ! " in line}
    assert len(at) == 1


@pytest.mark.parametrize("form", [unified, side_by_side])
def test_colour_only_adds(found: list[Fact], form: Callable[..., str]) -> None:
    """Without its colours the text is the same: colour is never the only sign."""
    painted = show(form, found, color=True)
    assert "\x1b[" in painted
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == show(form, found)


def test_long_lists_are_cut_and_counted(found: list[Fact]) -> None:
    """Ten facts of one side; the rest is a number."""
    alone = [fact for fact in found if fact.mark == "<"]
    text = show(unified, alone * 12, everything=False)
    assert "... and " in text
    assert text.count("\n< ") == 10


def item(quote: str, start: int, length: int) -> dict[str, Any]:
    """An assertion, as far as an excerpt looks at it."""
    return {
        "quote": quote,
        "text": quote[start : start + length],
        "span": {"start": 100 + start},
        "sentence": {"start": 100},
    }


@given(st.text("ab ", min_size=1, max_size=300), st.data(), st.integers(10, 120))
def test_excerpt_keeps_the_value(quote: str, data: st.DataObject, room: int) -> None:
    """The value is whole; what is around it stands there in the quote."""
    start = data.draw(st.integers(0, len(quote) - 1))
    length = data.draw(st.integers(1, len(quote) - start))
    before, inside, after = excerpt(item(quote, start, length), room)
    assert inside == quote[start : start + length]
    assert quote[:start].endswith(before.removeprefix("..."))
    assert quote[start + length :].startswith(after.removesuffix("..."))


@given(st.text("abc 漢é", max_size=200), st.integers(4, 60))
def test_wrapping_loses_nothing(text: str, room: int) -> None:
    """Every line fits; the words are all there."""
    lines = list(wrapped(text, room))
    assert all(safe.width(line) <= room for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


DAYS = [
    # EDTF, words
    ("1963", "1963"),
    ("1997-10", "1997-10"),
    ("196X", "1960s"),
    ("19XX", "1900 to 1999"),
    ("XXXX-05-06", "6 May (no year)"),
    ("XXXX-05", "May (no year)"),
    ("1997/..", "since 1997"),
    ("../1972", "until 1972"),
    ("1980/1988", "1980 to 1988"),
    ("1963~", "about 1963"),
    ("196X?", "perhaps 1960s"),
    ("2012-XX-04", "2012-XX-04"),  # no words for it: as it is
]


@pytest.mark.parametrize(("edtf", "words"), DAYS)
def test_day_words(edtf: str, words: str) -> None:
    """A date as a reader would say it."""
    assert day_words(edtf) == words


@given(st.text("abc 漢", max_size=100), st.integers(8, 40))
def test_fitted(text: str, room: int) -> None:
    """What fits is untouched; what does not fits afterwards."""
    found = fitted(text, room)
    assert safe.width(found) <= room
    assert safe.width(text) > room or found == text
