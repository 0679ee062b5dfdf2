"""Turn a draft into a mention: its noun, hedge, whole and place.

In:  a view and a draft with unit and role. Out: the mention.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from twosource.extract.quantities.build import Reading, make_quantity
from twosource.extract.quantities.draft import Draft
from twosource.extract.quantities.hedges import is_near
from twosource.extract.quantities.nouns import counted_noun
from twosource.extract.quantities.refuse import scale_before
from twosource.extract.quantities.scanner import figure_at
from twosource.extract.quantities.shapes import Figure, View
from twosource.model import ValueMention

_OF_ALL: Final = re.compile(r" (?:out )?of (?:the |its |their |all |a total of )?")
_OWNER: Final = re.compile(r" of (?:the|its|their|his|her) [a-z]")
_THE: Final = re.compile(r"(?<![a-z])(?:the|that|this) $")
_NOBODY: Final = ("nobody", "no one", "no-one")
_FROM: Final = re.compile(
    r"(?<![a-z])from (?:about |around |some |only |just |more than |over |nearly |almost )?$"
)
_TO: Final = re.compile(
    r" to (?:about |around |some |only |just |more than |over |nearly |almost |as many as |at least )?"
)
_LEVEL: Final = re.compile(r"[ -]?(?:cis?|confidence|credible|prediction)(?![a-z])")


def finished(view: View, draft: Draft) -> ValueMention:
    """Return the mention; it begins at its hedge and ends behind its unit."""
    upper = draft.upper
    low, high = (upper.low, upper.high) if upper else (draft.figure, None)
    noun = _noun(view, draft, low)
    scale = scale_before(view, low.start) if draft.unit == "1" else None
    if scale and scale[1] >= draft.floor:
        noun, draft.start = scale[0], min(draft.start, scale[1])
    reading = Reading(
        low,
        high,
        draft.unit,
        draft.role,
        _hedge(draft, low),
        noun,
        upper.bound if upper else None,
        _whole(view, draft) if high is None else None,
        is_near(view.low, draft.start, low.start),
        draft.iso,
    )
    head = draft.figure.start, max(draft.figure.end, low.end, high.end if high else 0)
    start, end = min(draft.start, head[0]), max(draft.end, head[1])
    return ValueMention(start, end, make_quantity(reading), head)


def _noun(view: View, draft: Draft, low: Figure) -> str | None:
    """What is counted."""
    if draft.unit == "%" and _LEVEL.match(view.low, draft.end):
        return "confidence"  # "95 % CI": the level of an interval, no share of anything
    noun = draft.noun
    if draft.unit == "1" and draft.role in {"cardinal", "range", "ordinal"}:
        noun = counted_noun(view, draft.end, one=low.value == 1 or draft.role == "ordinal")
        noun = noun or _shared_noun(view, draft)
    if noun is not None and _is_owned(view, draft):
        noun = None
    nobody = low.value == 0 and view.low.startswith(_NOBODY, low.start)
    return "person" if noun is None and nobody else noun


def _shared_noun(view: View, draft: Draft) -> str | None:
    """ "from 80 to 120 beds": the first figure counts what the second does."""
    if _FROM.search(view.low, max(0, draft.figure.start - 18), draft.figure.start) is None:
        return None
    match = _TO.match(view.low, draft.end)
    other, _ = figure_at(view, match.end()) if match else (None, 0)
    if other is None or match is None or other.start != match.end() or other.sort != "plain":
        return None
    return counted_noun(view, other.end)


def _is_owned(view: View, draft: Draft) -> bool:
    """ "The 340 million of the campaigners": whose figure it is, not what it counts."""
    if not draft.figure.scaled or _OWNER.match(view.low, draft.end) is None:
        return False
    return _THE.search(view.low, max(0, draft.start - 6), draft.start) is not None


def _hedge(draft: Draft, low: Figure) -> str | None:
    """Of "dozens" a lower bound, whatever stands before them."""
    if low.sort != "vague" or draft.hedge == "more-than":
        return draft.hedge
    return "at-least"


def _whole(view: View, draft: Draft) -> Decimal | None:
    """The second figure of "412 of 589", "14 out of the 23"; None when there is none."""
    match = _OF_ALL.match(view.low, draft.figure.end)
    value = draft.figure.value
    if match is None or draft.unit != "1" or draft.figure.sort != "plain" or value != int(value):
        return None
    whole, _ = figure_at(view, match.end())
    if whole is None or whole.start != match.end() or whole.sort != "plain":
        return None
    return whole.value if 0 <= value < whole.value == int(whole.value) else None
