"""One source sets its value against another's: "convicted on seven of them, not nine".

In:  two assertions of different sources. Out: whether the sentence of one refuses the value of
the other and gives its own in the same breath. Who does so speaks of the same slot, however
the other words it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Final

from twosource.extract.values import read_values
from twosource.intervals import Relation, compare_dates, compare_quantities
from twosource.match.levels import Field, weights
from twosource.match.rivals import FOREMOST
from twosource.model import Assertion, DateValue, Quantity, ValueMention

_NEVER: Final = 1e9
_REACH: Final = 110  # characters on either side of a value in which another is refused
_AFTER: Final = re.compile(
    r"[^.;:!?]{0,48}?(?:,| and| but) (?:(?:and|but) )?(?:not|never|rather than|instead of)\b"
    r"(?:, [^,.;]{2,24},)?((?:[^.;:!?]|(?<=\d)[.:](?=\d)){1,60})"
)
# "99.99 %, not what the post says", "at a quarter past four, whatever the dispatch says"
_DENIES: Final = re.compile(
    r"[^.;:!?]{0,40},? (?:not (?:what|as)|whatever|contrary to what|unlike what) "
    r"(?:(?:the|its|his|her|their|your|some) )?(?:[\w'’-]{1,20} ){1,4}?"
    r"(?:says?|said|claims?|claimed|writes?|wrote|reports?|reported|tells?|told|puts?|shows?)\b"
)
# "28 million years, more than twice the 12 million given by the institute", "far below the 60 that
# the union speaks of": somebody else's figure for the same
_COMPARED: Final = re.compile(
    r"[^.;:!?]{0,48}?,? (?:(?:more|fewer|less|higher|lower|larger|smaller|greater|longer|shorter) than|above|below|"
    r"short of|as against|against|compared (?:with|to)|as opposed to|up from|down from|twice|half|double|"
    r"(?:two|three|four|five|ten|many) times) (?:(?:twice|half|double|nearly|almost|about) )?the "
    r"((?:[^.;:!?,]|(?<=\d)[.,:](?=\d)){1,40}?) (?:(?:that|which) )?(?:[\w’'-]{1,20} ){0,4}?"
    r"(?:given|gives?|gave|claimed|claims?|stated|states?|reported|reports?|announced|published|cited|quoted|"
    r"counted|counts?|estimated|estimates?|named|names?|said|says?|spoke of|speaks? of|talks? of|put forward|admitted)\b"
    r"(?! (?:on|in|at|last|earlier|first|before|so)\b)"
)
_BEFORE: Final = re.compile(r"\bnot (?:merely )?([^.;:!?]{1,48}),? but [^.;:!?\d]{0,32}\Z")
_HARMLESS: Final = re.compile(r"\b(?:only|just|merely|more than|less than|fewer than|until|yet)\b")
_SCALES: Final = (1, 1000, 10**6, 10**9)
_AGAINST: Final = {
    "noun": {"different"},
    "sense": {"different", "vague", "rival"},
    "time": {"different"},
}


def needed_refuted(left: Assertion, right: Assertion, fields: Sequence[Field]) -> float:
    """The weight for a pair of which one refuses the other's value; 1e9 = never or not refused."""
    levels: Mapping[str, str] = {name: level for name, level, _ in fields}
    if left.source == right.source:
        return _NEVER
    if any(levels.get(name) in words for name, words in _AGAINST.items()):
        return _NEVER
    told = refuses(left, right) or refuses(right, left)
    if told or (_alone(levels) and (_denies(left) or _denies(right)) and _one_sort(left, right)):
        return float(weights()["conflict_refuted"])
    return _NEVER


def _alone(levels: Mapping[str, str]) -> bool:
    """Does no other value of either text come near, and does a field speak for the pair?"""
    return levels.get("rivals") in FOREMOST and levels.get("support") != "none"


def _denies(item: Assertion) -> bool:
    """Does the sentence say that somebody else says otherwise?"""
    return bool(_DENIES.match(item.quote, item.span.end - item.sentence.start))


def _one_sort(left: Assertion, right: Assertion) -> bool:
    one, two = left.value, right.value
    if not isinstance(one, Quantity) or not isinstance(two, Quantity):
        return False
    return one.unit == two.unit and one.role == two.role


def refuses(item: Assertion, other: Assertion) -> bool:
    """Does the sentence of `item` say that it is not the value of `other`?"""
    start = item.span.start - item.sentence.start
    refused = _refused(item.quote, start, start + item.span.end - item.span.start)
    return any(_is_value(value, item, other) for value in refused)


@lru_cache(maxsize=20_000)
def _refused(quote: str, start: int, end: int) -> tuple[DateValue | Quantity, ...]:
    """The values that a sentence sets against the one at `start` to `end`."""
    after, before = quote[end : end + _REACH], quote[max(0, start - _REACH) : start]
    denied: list[re.Match[str] | None] = []
    if "not" in quote or "never" in quote or "rather" in quote or "instead" in quote:
        denied = [_AFTER.match(after), _BEFORE.search(before)]
    found = [match[1] for match in denied if match and not _HARMLESS.search(match[1])]
    found += [match[1] for match in (_COMPARED.match(after),) if match]
    return tuple(value for text in found for value in _values(read_values(text)))


def _values(mentions: Sequence[ValueMention]) -> list[DateValue | Quantity]:
    """The first value of a text: what is refused, not what is said of it."""
    return [
        mention.value for mention in mentions[:1] if isinstance(mention.value, DateValue | Quantity)
    ]


def _is_value(refused: DateValue | Quantity, item: Assertion, other: Assertion) -> bool:
    value, own = other.value, item.value
    if isinstance(refused, DateValue) and isinstance(value, DateValue):
        return compare_dates(refused, value) in {Relation.EQUAL, Relation.COMPATIBLE}
    if not isinstance(refused, Quantity) or not isinstance(value, Quantity):
        return False
    if not isinstance(own, Quantity) or own.unit != value.unit:
        return False
    if refused.unit == value.unit:
        return compare_quantities(refused, value) is Relation.EQUAL or _elliptic(refused, value)
    return refused.unit == "1" and _elliptic(refused, value)


def _elliptic(refused: Quantity, value: Quantity) -> bool:
    """ "Not the 52" of 52 million euros: unit and scale are left out."""
    if refused.low is None or value.low is None or refused.low != refused.high:
        return False
    return any(refused.low * Decimal(scale) == value.low for scale in _SCALES)
