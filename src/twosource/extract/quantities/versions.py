"""Read version numbers, which are neither counts nor decimals.

In:  a view. Out: mentions of unit "{version}", whose value holds the parts of the number in
base 10,000 ("2.10" is 2.0010, so that it comes behind 2.9).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from twosource.extract.quantities.hedges import hedge_after, hedge_before
from twosource.extract.quantities.lexis import scales, words
from twosource.extract.quantities.shapes import View
from twosource.extract.quantities.units import glued_unit
from twosource.intervals import interval_of
from twosource.model import Interval, Quantity, ValueMention

VERSION: Final = "{version}"
_POINTED: Final = re.compile(r"[.v][0-9]")
_BASE: Final = 4  # decimal places of one part
_NUMBER: Final = re.compile(
    r"(?<![\w.,#/$€£-])v?([0-9]{1,4}(?:\.[0-9]{1,4}){0,3})(?![\w,/:%]?[0-9]|[./-][0-9]|[a-z%°]|\.x)"
)
_SCALE: Final = re.compile(r"[ \u00a0]([a-z]{7,8})(?![a-z])")
_BEFORE: Final = re.compile(r"([^\W\d_][\w&+#-]{0,30})[ \u00a0]$")


def may_be_version(view: View) -> bool:
    """Is there a point or a "v" at a digit, or a word that announces a version?"""
    told = words("versions") | words("versions", "required")
    return _POINTED.search(view.low) is not None or not view.words.isdisjoint(told)


def versions(view: View) -> Iterator[ValueMention]:
    """Yield version numbers, left to right."""
    for match in _NUMBER.finditer(view.text):
        mention = _version(view, match)
        if mention is not None:
            yield mention


def _version(view: View, match: re.Match[str]) -> ValueMention | None:
    parts = match.group(1).split(".")
    scale = _SCALE.match(view.low, match.end())
    if scale is not None and scale.group(1) in scales():
        return None  # "CRN 25 million": letters that stand for money
    name = _BEFORE.search(view.text, max(0, match.start() - 34), match.start())
    word = name.group(1) if name else ""
    if not _is_version(view, match, parts, word) or glued_unit(view, match.end()):
        return None
    start, noun = match.start(), word if word[:1].isupper() else ""
    if name is not None and word.lower() in words("versions"):
        start, owner = (
            name.start(),
            _BEFORE.search(view.text, max(0, name.start() - 34), name.start()),
        )
        noun = owner.group(1) if owner and owner.group(1)[0].isupper() else ""
    before = hedge_before(view, start)
    after = hedge_after(view, match.end())
    hedge = after[0] if after else before[0] if before else None
    value = encoded(parts, hedge, noun.lower() or None)
    begin, end = before[1] if before else start, after[1] if after else match.end()
    return ValueMention(begin, end, value, (match.start(), match.end()))


def _is_version(view: View, match: re.Match[str], parts: list[str], word: str) -> bool:
    if match.group().startswith("v") or word.lower() in words("versions"):
        return True
    named = word[:1].isupper() and word.lower() not in words("versions", "no name")
    if len(parts) == 3:
        return len(parts[2]) < 4 and not (len(parts[0]) == 4 and len(parts[1]) == 2)
    if len(parts) == 2:
        opens = _opens(view, match.start() - len(word) - 1)
        return named and not opens and len(parts[0]) < 3 and _required(view, match)
    return named and len(parts) == 1 and len(parts[0]) < 3 and _required(view, match)


def _opens(view: View, start: int) -> bool:
    """Does the word at `start` open a sentence, so that its capital says nothing?"""
    return view.before(start) in {*".!?:;|", ""}


def _required(view: View, match: re.Match[str]) -> bool:
    """ "requires Java 17", "licensed under Foo License 2.0": a telling word nearby."""
    near = view.low[max(0, match.start() - 60) : match.end() + 30]
    return bool(set(re.findall(r"[a-z]{2,15}", near)) & words("versions", "required"))


def encoded(parts: list[str], hedge: str | None, noun: str | None) -> Quantity:
    """The quantity of a version number; "3" is any of 3.x, "3.2" any of 3.2.x."""
    value = sum((Decimal(part).scaleb(-_BASE * at) for at, part in enumerate(parts)), Decimal(0))
    step = Decimal(1).scaleb(-_BASE * (len(parts) - 1))
    low = None if hedge in {"less-than", "up-to"} else value
    high = None if hedge in {"more-than", "at-least"} else value
    interval = Interval(value, value + step, "high")
    if low is None or high is None:
        interval = interval_of(low, high, Decimal(0), hedge)
    return Quantity(low, high, VERSION, noun, hedge, step, interval, None, "version")
