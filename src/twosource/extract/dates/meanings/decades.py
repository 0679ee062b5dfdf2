"""What a matched pattern says about a decade, a century or a millennium.

In:  tokens and the token ranges of its parts. Out: a stamp, or None when it is none here.
"""

from __future__ import annotations

from typing import Final

from twosource.extract.dates import numeric
from twosource.extract.dates.meanings.parts import Groups, unit_of, value_of, word_of
from twosource.extract.dates.stamps import Stamp
from twosource.extract.dates.tokens import Tokens
from twosource.extract.dates.words import words

_PARTS: Final = frozenset({"early", "mid", "late"})
_LEADS: Final = frozenset({"in", "since", "until", "from", "during", "by", "throughout"})
_NEAR: Final = 8  # tokens in which a thing that is measured in tens is looked for


def decade(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "the 1960s", "'60s", "the mid-60s", "the 1800s" (a century)."""
    value = value_of(tokens, groups, "decade")
    end = groups["all"][1]
    if tokens.marks[end - 1] == "E":
        return Stamp("decade", -value - 8 if tokens.items[end - 1].value == -1 else value)
    if value < 100:
        start = groups["decade"][0]
        quoted = tokens.marks[start - 1 : start] == "'" or _is_definite(tokens, start)
        return Stamp("decade", numeric.expand_year(value, pivot=20)) if quoted else None
    if value < 1000:
        return None
    return Stamp("century" if value % 100 == 0 and value < 2000 else "decade", value)


def torn_decade(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "the 1990 s" (a space from the scanner), "the 1990's", "the '90's"; not "2010's best song"."""
    year, plural = value_of(tokens, groups, "year"), tokens.items[groups["plural"][0]]
    start, end = groups["all"]
    led = start > 0 and (
        tokens.marks[start - 1] in "TF" or tokens.items[start - 1].word in {"early", "mid", "late"}
    )
    marked = tokens.marks[end - 2] == "'"
    gap = plural.start - tokens.items[end - 2].end
    if plural.word != "s" or year % 10 or gap != (not marked) or not led:
        return None
    if marked and tokens.marks[start - 1] == "F":
        return None  # "in 2010's rain"
    if tokens.marks[end : end + 1] in {"-", "'"}:
        return None
    if year < 100:
        return Stamp("decade", numeric.expand_year(year, pivot=20))
    return Stamp("century" if year % 100 == 0 and year < 2000 else "decade", year)


def hundreds(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "the eighteen hundreds"; "in the two thousands", where nothing is counted."""
    start, end = groups["all"]
    century = value_of(tokens, groups, "hundred")
    definite = start > 0 and tokens.marks[start - 1] == "T"
    if tokens.items[end - 1].word == "thousands":
        closed = end >= len(tokens.items) or tokens.marks[end] in ",.);"
        led = start > 1 and tokens.items[start - 2].word in _LEADS
        return Stamp("decade", 2000) if definite and led and closed and century == 2 else None
    return Stamp("century", century * 100) if definite and 11 <= century <= 19 else None


def named_decade(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "the sixties", "the nineteen-sixties", "songs of sixties bands"; not "in his sixties"."""
    start, end = groups["all"]
    value = value_of(tokens, groups, "named")
    if "hundred" in groups:
        century = value_of(tokens, groups, "hundred")
        return Stamp("decade", century * 100 + value) if 10 <= century <= 20 else None
    bare = start > 0 and tokens.items[start - 1].word == "in" and not tokens.marks[end : end + 1]
    known = _is_definite(tokens, start) or (bare and not _is_measured(tokens, start))
    return Stamp("decade", 1900 + value) if known else None


def _is_definite(tokens: Tokens, start: int) -> bool:
    """ "the 60s", "the mid-to-late sixties", "in early 60s"; not "temperatures in the 60s"."""
    before = start - 1
    while before >= 0 and (tokens.marks[before] in "-=" or tokens.items[before].word in _PARTS):
        before -= 1
    if before < 0 or _is_measured(tokens, start):
        return False
    if tokens.marks[before] == "&" and before > 0 and tokens.marks[before - 1] in "Dg":
        return True  # "the 80s and 90s"
    parted = before < start - 1 and tokens.items[before].word in _LEADS
    return tokens.marks[before] == "T" or parted


def _is_measured(tokens: Tokens, start: int) -> bool:
    """Degrees, marks and shares are told in tens too."""
    near = tokens.items[max(0, start - _NEAR) : start + _NEAR]
    return not {token.word for token in near}.isdisjoint(words("told_in_tens"))


def century(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "the 7th century", "2nd century BC", "the third millennium BC"."""
    ordinal, unit = value_of(tokens, groups, "ordinal"), unit_of(tokens, groups)
    if unit == "millennium" and 1 <= ordinal <= 9:
        return _millennium(_is_before(tokens, groups), ordinal)
    if unit != "century" or not 1 <= ordinal <= 30:
        return None
    return Stamp("century", _century_year(tokens, groups, ordinal))


def _millennium(before: bool, ordinal: int) -> Stamp:
    """From its first year, 1001 or 2000 BC, to its last."""
    first = 1 - 1000 * ordinal if before else 1000 * (ordinal - 1) + 1
    return Stamp("range", ends=(Stamp("year", first), Stamp("year", first + 999)), hedge="within")


def _is_before(tokens: Tokens, groups: Groups) -> bool:
    """Does the era before the common one stand behind?"""
    end = groups["all"][1]
    return tokens.marks[end - 1] == "E" and tokens.items[end - 1].value == -1


def _century_year(tokens: Tokens, groups: Groups, ordinal: int) -> int:
    return 1 - 100 * ordinal if _is_before(tokens, groups) else 100 * (ordinal - 1)


def centuries(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "the 19th and 20th centuries"."""
    left, right = value_of(tokens, groups, "ordinal"), value_of(tokens, groups, "ordinal2")
    if unit_of(tokens, groups) != "century" or not (1 <= left <= 30 and 1 <= right <= 30):
        return None
    if "phase" in groups and word_of(tokens, groups, "phase") not in {"early", "mid", "late"}:
        return None
    ends = [Stamp("century", _century_year(tokens, groups, ordinal)) for ordinal in (left, right)]
    return Stamp("range", ends=(ends[0], ends[1]))
