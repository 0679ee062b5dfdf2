"""The named parts of a matched pattern, as numbers, years and pointers.

In:  tokens and, for each named part, its token range. Out: its value.
"""

from __future__ import annotations

from collections.abc import Mapping

from twosource.extract.dates.numeric import expand_year
from twosource.extract.dates.stamps import Pointer
from twosource.extract.dates.tokens import Tokens

Groups = Mapping[str, tuple[int, int]]


def number_of(tokens: Tokens, span: tuple[int, int]) -> int:
    """Return the number that tokens spell: "12", "third", "twenty-first"."""
    return sum(
        token.value for token in tokens.items[span[0] : span[1]] if isinstance(token.value, int)
    )


def value_of(tokens: Tokens, groups: Groups, name: str) -> int:
    return number_of(tokens, groups[name]) if name in groups else 0


def word_of(tokens: Tokens, groups: Groups, name: str) -> str:
    return tokens.items[groups[name][0]].word


def unit_of(tokens: Tokens, groups: Groups, name: str = "unit") -> str:
    return str(tokens.items[groups[name][0]].value)


def year_of(tokens: Tokens, groups: Groups, name: str = "year") -> int | None:
    """Return the astronomical year; None when it is not written or is the year 0."""
    if name not in groups:
        return None
    start, end = groups[name]
    parts = tokens.items[start:end]
    value = next(token.value for token in parts if token.mark != "E")
    era = next((token for token in parts if token.mark == "E"), None)
    if not isinstance(value, int):
        return None
    if era is None:
        return value
    if era.value == "buddhist":
        return value - 543
    if era.value in {"solar", "hijri"}:
        return None
    return 1 - value if era.value == -1 else value


def fiscal_of(tokens: Tokens, groups: Groups) -> int | None:
    """Return the year that "FY2012", "FY 12" or "FY'12" names."""
    if "short" not in groups:
        return year_of(tokens, groups)
    short = tokens.items[groups["short"][0]]
    if len(short.word) != 2 or tokens.items[groups["fiscal"][0]].word == "fiscal":
        return None
    return expand_year(number_of(tokens, groups["short"]))


def pointer_of(tokens: Tokens, groups: Groups, unit: str = "year") -> Pointer | None:
    """Read "last year", "of that year"; None when it is another unit."""
    if "pointer" not in groups:
        return None
    start, end = groups["pointer"]
    last = tokens.items[end - 1]
    if last.value != unit or last.word.endswith("s"):
        return None
    return Pointer(unit, *step_of(tokens, start, end - 1))


def step_of(tokens: Tokens, start: int, end: int) -> tuple[int, str]:
    """Return (step, base) of the pointer words [start, end)."""
    parts = tokens.items[start:end]
    step = sum(
        token.value for token in parts if token.mark in "RP" and isinstance(token.value, int)
    )
    definite = parts[0].mark == "T" or (start > 0 and tokens.marks[start - 1] == "T")
    context = any(token.mark == "P" for token in parts) or (definite and step != 0)
    return step, "previous" if context else "reference"


def is_plural(tokens: Tokens, groups: Groups, name: str = "unit") -> bool:
    return word_of(tokens, groups, name).endswith(("s", "ies"))
