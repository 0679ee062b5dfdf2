"""Read ages told by their decade: "a man in his 30s", "in her late sixties", "in their teens".

In:  text. Out: mentions of role "age" with both ends of the decade, or of its part; the parts
overlap, as their speakers do ("early thirties" reach to 35, "mid-thirties" begin at 33).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from twosource.model import Interval, Quantity, ValueMention
from twosource.text import folded

_DECADES: Final = {
    name: Decimal(10 * number)
    for number, name in enumerate(
        ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"),
        start=2,
    )
}  # fmt: skip
_PARTS: Final = {"": (0, 9), "early": (0, 5), "mid": (3, 7), "late": (5, 9)}
_TEENS: Final = (Decimal(13), Decimal(19))
_ONE: Final = Decimal(1)
_BAND: Final = re.compile(
    r"(?<![a-z])(?:in|into|from|to|during|until|till|through|throughout|since|nearing|approaching|reached|entered)"
    r" (?:his|her|their|my|your|our) ((?:(early|mid|late)[ -])?"
    rf"(teens|{'|'.join(_DECADES)}|['’]?[2-9]0s))(?![\w-])"
)
WORDS: Final = frozenset({"teens", *_DECADES})


def read_age_bands(text: str) -> Iterator[ValueMention]:
    """Yield the ages of a passage that are told by their decade, left to right."""
    low, runs = folded(text)
    if len(low) != len(text) or (runs.isdisjoint(WORDS) and "0s" not in low):
        return
    for match in _BAND.finditer(low):
        if match[3] != "teens":
            yield _mention(match, *_decade(match[3], match[2] or ""))
        elif match[2] is None:
            yield _mention(match, *_TEENS)


def _decade(word: str, part: str) -> tuple[Decimal, Decimal]:
    """First and last year of age."""
    base = _DECADES.get(word) or Decimal(word.lstrip("'’").removesuffix("s"))
    first, last = _PARTS[part]
    return base + first, base + last


def _mention(match: re.Match[str], low: Decimal, high: Decimal) -> ValueMention:
    years = Interval(low, high + 1, "high")
    value = Quantity(low, high, "a", None, None, _ONE, years, None, "age")
    return ValueMention(*match.span(1), value, match.span(1))
