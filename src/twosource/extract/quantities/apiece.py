"""Read what an amount buys one of: "$6.50 for a dose", "five million doses ... $39 for each".

In:  a view and a draft of money. Out: the draft in that money per thing, or as it was.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from twosource.extract.quantities.draft import Draft
from twosource.extract.quantities.lexis import words
from twosource.extract.quantities.money import is_money
from twosource.extract.quantities.shapes import View

_FOR: Final = re.compile(r" for (?:an?|each|every|one|a single) ([a-z]{3,10})(?![a-z-])")
_EACH: Final = re.compile(
    r" (?:for each|each|apiece)(?=[.,;:)]|$| (?:according|and|of them)(?![a-z]))"
)
_PLURAL: Final = re.compile(r"[0-9a-z] ([a-z]{4,11})s(?![a-z])")
_NEAR: Final = 80  # characters in which the counted things stand
_LARGE: Final = Decimal(100_000)  # more is paid for one thing only


def read_apiece(view: View, draft: Draft) -> None:
    """Take in the thing that each is paid for."""
    if not is_money(draft.unit) or "/" in draft.unit or draft.figure.value >= _LARGE:
        return
    match = _FOR.match(view.low, draft.end)
    thing = match.group(1) if match else _counted(view, draft)
    if thing in words("units_in_words", "per"):
        draft.unit += "/{person}" if thing in {"capita", "head", "person"} else f"/{{{thing}}}"


def _counted(view: View, draft: Draft) -> str | None:
    """The things counted before "each", when they are of one sort."""
    if _EACH.match(view.low, draft.end) is None:
        return None
    before = view.low[max(0, draft.start - _NEAR) : draft.start]
    sold = words("units_in_words", "per")
    found = {word for word in _PLURAL.findall(before) if word in sold}
    return found.pop() if len(found) == 1 else None
