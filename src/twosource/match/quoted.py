"""One source names another's text for its figure: the two must be the same, or one is misquoted.

In:  two assertions of different sources. Out: whether the one quotes the text of the other, and
the weight such a pair needs where the values exclude each other. "According to the club's
annual report, 412 people came" points at the report more surely than any wording does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Final

from twosource.intervals import pair_in_one_unit
from twosource.lexicon import load
from twosource.match.levels import Field, weights
from twosource.match.rivals import FOREMOST
from twosource.model import Assertion, Quantity

_OWN: Final = "own:"
_FACTOR: Final = Decimal(3)  # figures further apart are of two things
_NEVER: Final = 1e9
_AGAINST: Final = {
    "noun": {"different", "unknown", "generic", "missing"},
    "sense": {"different", "vague", "rival"},
    "measure": {"different", "other"},
    "time": {"different", "past", "unclear"},
    "qualifiers": {"different", "rival"},
    "part": {"different"},
}


def quotes_source(item: Assertion, other: Assertion) -> bool:
    """Is the root of a figure that somebody is said to give the other's own source?"""
    said = item.attribution
    named = said is not None and said.speaker is not None and item.source != other.source
    return named and other.attribution is None and item.origin == f"{_OWN}{other.source}"


def quotes_text(item: Assertion, other: Assertion) -> bool:
    """The same, when the words name a text ("the report"), which cannot say anything new."""
    speaker = item.attribution.speaker if item.attribution else None
    words = (speaker or "").lower().replace("'s", "").replace("’s", "").split()
    return quotes_source(item, other) and bool(_texts().intersection(words))


def needed_quoted(left: Assertion, right: Assertion, fields: Sequence[Field]) -> float:
    """The weight for a misquoted figure; 1e9 where nothing will do or nothing is quoted."""
    if not (quotes_text(left, right) or quotes_text(right, left)):
        return _NEVER
    levels: Mapping[str, str] = {name: level for name, level, _ in fields}
    if levels.get("rivals") not in FOREMOST:
        return _NEVER
    if any(levels.get(name) in words for name, words in _AGAINST.items()):
        return _NEVER
    counted = levels["noun"] in {"same", "near"}
    if not counted and "same" not in {levels["measure"], levels["sense"]}:
        return _NEVER
    return float(weights()["conflict_quoted"]) if _near(left, right) else _NEVER


def _near(left: Assertion, right: Assertion) -> bool:
    one, two = left.value, right.value
    if not isinstance(one, Quantity) or not isinstance(two, Quantity):
        return False
    pair = pair_in_one_unit(one, two)
    low, high = sorted(map(abs, pair)) if pair else (Decimal(0), Decimal(1))
    return low > 0 and high <= low * _FACTOR


@cache
def _texts() -> frozenset[str]:
    return frozenset(load("reporting")["texts"])
