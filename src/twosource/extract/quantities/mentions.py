"""Put figures, units, hedges and nouns together into mentions.

In:  a view. Out: value mentions, left to right, apart from each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final

from twosource.extract.quantities.apiece import read_apiece
from twosource.extract.quantities.build import TIME_UNITS
from twosource.extract.quantities.compounds import (
    compound_after,
    feet_and_inches,
    hours_and_minutes,
    metres_and_centimetres,
    money_and_cents,
    scaled_as_after,
    side_unit,
)
from twosource.extract.quantities.draft import Draft
from twosource.extract.quantities.errors import error_after
from twosource.extract.quantities.finish import finished
from twosource.extract.quantities.hedges import hedge_before
from twosource.extract.quantities.kinds import is_refused, read_kind
from twosource.extract.quantities.measured import read_unit
from twosource.extract.quantities.scanner import figure_at, places
from twosource.extract.quantities.shapes import Figure, View
from twosource.extract.quantities.spoken import read_spoken
from twosource.extract.quantities.stretches import read_range
from twosource.model import ValueMention

_AND_MORE: Final = re.compile(r"[0-9]\+[ -]?[a-z]")  # "3+ million"
# "more than ten degrees below zero": colder, and so less
_COLDER: Final = {
    "more-than": "less-than", "at-least": "up-to", "less-than": "more-than", "up-to": "at-least",
}  # fmt: skip
_INITIALS: Final = re.compile(r"(?:^|[ (])([A-Z]{2,3})[ \u00a0]$")
_REPEATED: Final = re.compile(r" \(([0-9][0-9,. ]{0,20}|[a-z][a-z -]{2,40})\)")


def mentions(view: View) -> Iterator[ValueMention]:
    """Yield the mentions of a text."""
    done = floor = 0
    for start in places(view):
        if start < done:
            continue
        figure, after = figure_at(view, start)
        if figure is None or figure.start < floor:
            done = max(done, after)
            continue
        mention = _mention(view, figure, floor)
        done = max(after, mention.end if mention else 0)
        if mention is not None:
            done = floor = _repeated(view, mention, done)
            yield mention


def _mention(view: View, figure: Figure, floor: int) -> ValueMention | None:
    """All that is told of one figure; None when it counts nothing."""
    figure = scaled_as_after(view, figure)
    draft = Draft(figure, figure.start, figure.end, floor=floor)
    read_unit(view, draft, floor)
    _read_hedge(view, draft, floor)
    read_range(view, draft)
    read_spoken(view, draft)
    _read_compound(view, draft)
    read_apiece(view, draft)
    read_kind(view, draft)
    if draft.role == "" or is_refused(view, draft):
        return None
    return finished(view, draft)


def _read_hedge(view: View, draft: Draft, floor: int) -> None:
    """Take in "about", "more than"; what stands before `floor` belongs to the mention before."""
    if draft.figure.sort == "ordinal":
        return
    begin = _money_code(view, draft)
    found = hedge_before(view, begin, lasting=draft.unit in TIME_UNITS)
    if found and found[1] >= floor:
        draft.hedge, draft.start = found
        if draft.figure.value < 0 and " below" in view.low[draft.figure.end : draft.end]:
            draft.hedge = _COLDER.get(draft.hedge, draft.hedge)
    elif _AND_MORE.search(view.low, draft.figure.start, draft.figure.end):
        draft.hedge = "at-least"


def _money_code(view: View, draft: Draft) -> int:
    """ "up to KR 500 000": where the letters before a large figure begin, whatever they stand for."""
    figure = draft.figure
    if draft.unit != "1" or figure.worded or (figure.value < 1000 and not figure.scaled):
        return draft.start
    code = _INITIALS.search(view.text, max(0, figure.start - 5), figure.start)
    return code.start(1) if code else draft.start


def _read_compound(view: View, draft: Draft) -> None:
    """ "2 days and 13 hours", "5 ft 2 in", "a year and a half", "13 dollars 45 cents"."""
    if draft.upper is not None or (draft.unit == "1" and _read_glued(view, draft)):
        return
    figure, unit, end = draft.figure, draft.unit, draft.end
    error = error_after(view, figure, unit, end)
    if error is not None:
        draft.figure, draft.end = replace(figure, error=error[0]), error[1]
        return
    readers = (compound_after, money_and_cents, metres_and_centimetres)
    joined = next((j for read in readers if (j := read(view, figure, unit, end))), None)
    if joined is not None:
        draft.figure, draft.unit = replace(joined.figure, end=figure.end), joined.unit
        draft.end, draft.iso = joined.end, joined.iso


def _read_glued(view: View, draft: Draft) -> bool:
    """ "6'2\"", "1h30m", the "6" of "6 x 9 feet"; whether it was one of them."""
    glued = feet_and_inches(view, draft.figure) or hours_and_minutes(view, draft.figure)
    if glued is not None:
        draft.figure, draft.unit, draft.end = glued.figure, glued.unit, glued.end
        return True
    unit = side_unit(view, draft.figure)
    draft.unit = unit or "1"
    return unit is not None


def _repeated(view: View, mention: ValueMention, end: int) -> int:
    """ "forty-five (45)": the same number once more is not a second mention."""
    match = _REPEATED.match(view.low, mention.end)
    if match is None:
        return end
    again, _ = figure_at(View(match.group(1), match.group(1)), 0)
    value: object = getattr(mention.value, "low", None)
    same = again is not None and isinstance(value, Decimal) and again.value == value
    return match.end() if same else end
