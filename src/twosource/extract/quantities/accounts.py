"""Read amounts as accounts write them: "$(1.2) million", "net income was ($340)".

In:  a view. Out: mentions; brackets around the figure make it negative, unless a word before
it says already that it was lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from twosource.extract.quantities.build import Reading, make_quantity
from twosource.extract.quantities.lexis import letters, scales, words
from twosource.extract.quantities.money import money_before
from twosource.extract.quantities.shapes import Figure, View, step_of
from twosource.model import ValueMention

_FIGURE: Final = (
    r"(?P<figure>[0-9]{1,3}(?:,[0-9]{3}){1,6}(?:\.[0-9]{1,6})?|[0-9]{1,15}(?:\.[0-9]{1,6})?)"
)
_SCALE: Final = r"[ ]?(?P<scale>million|billion|trillion|thousand|mn?|bn|k)"
_INSIDE: Final = re.compile(rf"(?<=[$€£¥])[ ]?\({_FIGURE}\)(?:{_SCALE}(?![a-z]))?")
_AROUND: Final = re.compile(
    rf"(?<![a-z])(?:was|were|is|are|of|to|at)[ ]\((?P<sign>[$€£¥])[ ]?{_FIGURE}(?:{_SCALE})?\)"
)
_NEAR: Final = 48  # characters in which a word that tells of a loss is looked for
_WORDS: Final = re.compile(r"[a-z]{3,12}")


def may_be_account(view: View) -> bool:
    """Does an amount in brackets stand anywhere?"""
    return "(" in view.text and any(sign in view.text for sign in "$€£¥")


def accounts(view: View) -> Iterator[ValueMention]:
    """Yield the amounts told in brackets."""
    for pattern in (_INSIDE, _AROUND):
        for match in pattern.finditer(view.low):
            mention = _mention(view, match)
            if mention is not None:
                yield mention


def _mention(view: View, match: re.Match[str]) -> ValueMention | None:
    around = match.re is _AROUND
    place = match.start("figure") if around else match.start()
    money = money_before(view, place)
    if money is None:
        return None
    plain, factor = match["figure"].replace(",", ""), _factor(match["scale"])
    sign = 1 if _is_lost(view, match.start()) else -1
    start, end = match.span("figure")
    value, step = sign * Decimal(plain) * factor, step_of(plain) * factor
    figure = Figure(start, end, value, step, scaled=factor != 1)
    quantity = make_quantity(Reading(figure, None, money[0], "money", None, None))
    begin = match.start("sign") - 1 if around else money[1]
    return ValueMention(begin, match.end(), quantity, (start, end))


def _factor(written: str | None) -> Decimal:
    if written is None:
        return Decimal(1)
    return scales().get(written) or letters()[written]


def _is_lost(view: View, start: int) -> bool:
    """ "a net loss of $(1.2) million": the word and the brackets say the same."""
    near = _WORDS.findall(view.low, max(0, start - _NEAR), start)
    return not words("losses").isdisjoint(near)
