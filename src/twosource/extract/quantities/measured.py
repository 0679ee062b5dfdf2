"""Give a figure its unit: behind it, or money before it.

In:  a view and a draft. Out: the draft with its unit, where that ends, and the figure it scales.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Final

from twosource.extract.quantities.compounds import (
    span_scale,
)
from twosource.extract.quantities.draft import Draft
from twosource.extract.quantities.lexis import scales, words
from twosource.extract.quantities.money import (
    is_money,
    is_weight,
    millions_of,
    money_before,
    money_named,
)
from twosource.extract.quantities.nouns import counted_noun
from twosource.extract.quantities.shapes import View
from twosource.extract.quantities.units import unit_after

_DOLLARS_BEHIND: Final = re.compile(r"[ ](?:usd|us dollars|dollars)(?![a-z])")
_DEGREES: Final = frozenset({"1", "deg", "Cel", "[degF]"})
_BELOW_ZERO: Final = re.compile(r"[ -](?:degrees? )?below (?:the )?(?:zero|0)(?![a-z0-9])")
_SCALE_NAMED: Final = re.compile(r"(?: of|,)? (fahrenheit|celsius)(?![a-z])")
_SCALES: Final = {"fahrenheit": "[degF]", "celsius": "Cel"}
_NO_LINK: Final = r"(?!(?:per|and|or|but|to|in|on|at|for|with|by|from|than|as) )"
_OF_WHAT: Final = re.compile(
    rf" of (?:{_NO_LINK}[a-z][a-z0-9-]{{1,19}} ){{0,2}}{_NO_LINK}[a-z][a-z0-9-]{{1,19}}(?= (?:per|an?) [a-z])"
    r"| \([^()]{1,40}\)(?= (?:per|an?) [a-z])"  # "60 miles (96 kilometres) an hour"
)
_IN_ASIDE: Final = re.compile(r"\)(?= (?:per|an?) [a-z])")
_ASIDE: Final = re.compile(r"[a-z] \([^()]{0,30}$")
_PLUS: Final = re.compile(r"\+[ \u00a0-]?[A-Za-z]")
_BELOW: Final = re.compile(
    r"[ -](?:degrees? )?below(?=[.,;:)]|$| (?:and|in|on|at|with|outside|that|last)(?![a-z]))"
)
_LETTERS: Final = re.compile(r"[a-z]{3,12}")
_NEAR: Final = 80  # characters in which "per person per day" ends
_SPUN: Final = re.compile(r"(?:centrifug[a-z]{1,6}|spun|acceleration|accelerated)[^.;0-9]{0,30}$")
_CODE_BEHIND: Final = re.compile(r"[ ][A-Z]{3}[ ]?[0-9]")
_TWICE: Final = re.compile(r" (million|billion|trillion)(?![a-z])")


def read_unit(view: View, draft: Draft, floor: int = 0) -> None:
    """Take in the unit of a draft's figure: "$5", "5 km", "rupees 500", "dozens of metres".

    What stands before `floor` belongs to the mention before.
    """
    figure = draft.figure
    money = money_before(view, figure.start) if figure.sort == "plain" else None
    if money and money[1] >= floor:
        draft.unit, draft.start = money
        _per_money(view, draft)
    elif figure.sort != "ordinal":
        digits = not figure.worded or figure.sort == "article"
        found = unit_after(view, figure.end, digits=digits)
        if found and not (figure.worded and _is_of_next(view, figure.end, found[1])):
            _take_unit(view, draft, *found)
    if draft.unit == "1":
        _unit_behind_plus(view, draft)
        _name_money(view, draft, floor)
    if draft.unit in _DEGREES:
        _below_zero(view, draft)
    if figure.sort == "vague" and draft.unit == "1" and view.low.startswith(" of ", figure.end):
        found = unit_after(view, figure.end + 3, digits=False)
        if found and found[0] != "{times}":
            draft.unit, draft.end = found


def _unit_behind_plus(view: View, draft: Draft) -> None:
    """ "10+ km", "5+ years": at least as many."""
    figure = draft.figure
    if figure.sort != "plain" or not _PLUS.match(view.text, figure.end):
        return
    found = unit_after(view, figure.end + 1, digits=True)
    if found and found[0] != "{times}":
        _take_unit(view, draft, *found)
        draft.hedge = "at-least"


def _is_of_next(view: View, start: int, end: int) -> bool:
    """ "children under twelve EUR 9": the code belongs to the figure behind it."""
    return (
        _CODE_BEHIND.match(view.text, start) is not None and view.text[start:end].strip().isupper()
    )


def _name_money(view: View, draft: Draft, floor: int) -> None:
    """ "rupees 500 crore": the name of the money before the figure."""
    figure = draft.figure
    if figure.sort != "plain" or figure.worded:
        return
    named = money_named(view, figure.start)
    if named and named[1] >= floor and counted_noun(view, figure.end) is None:
        draft.unit, draft.start = named


def _below_zero(view: View, draft: Draft) -> None:
    """ "10 degrees below zero"."""
    cold = _BELOW_ZERO.match(view.low, draft.end) or _below(view, draft)
    if cold is None:
        return
    draft.figure = replace(draft.figure, value=-abs(draft.figure.value))
    draft.end = cold.end()
    draft.unit = "deg" if draft.unit == "1" else draft.unit
    named = _SCALE_NAMED.match(view.low, draft.end) if draft.unit == "deg" else None
    draft.unit = _SCALES[named.group(1)] if named else draft.unit


def _below(view: View, draft: Draft) -> re.Match[str] | None:
    """ "a cold of almost fifty below": nothing follows, and a word says how cold it was."""
    if draft.figure.sort != "plain" or draft.figure.scaled:
        return None
    cold = _BELOW.match(view.low, draft.end)
    near = view.low[max(0, draft.start - _NEAR) : draft.end + _NEAR] if cold else ""
    heat = words("units_in_words", "heat")
    return cold if not heat.isdisjoint(_LETTERS.findall(near)) else None


def _take_unit(view: View, draft: Draft, code: str, end: int) -> None:
    """Take in the unit that ends at `end`, with what it multiplies: decades, "30 MUSD"."""
    figure = draft.figure
    factor = millions_of(view, figure.end, end) or span_scale(view, figure.end, end)
    if factor:
        _scale(draft, factor)
    code = _meant(view, draft, code, end)
    twice = _TWICE.match(view.low, end) if is_money(code) else None
    if twice:
        end = twice.end()
        _scale(draft, scales()[twice.group(1)])
    draft.unit, draft.end = code + _rate_behind(view, end), end


def _rate_behind(view: View, end: int) -> str:
    """ "40 tons of CO2 per year": the unit below the line stands behind what is measured.

    Or behind the same in another unit: "60 miles (96 kilometres) an hour".
    """
    match = _OF_WHAT.match(view.low, end)
    if match is None and _ASIDE.search(view.low, max(0, end - _NEAR), end):
        match = _IN_ASIDE.match(view.low, end)
    if match is None:
        return ""
    at = match.end()
    near = View("1 m" + view.text[at : at + _NEAR], "1 m" + view.low[at : at + _NEAR])
    found = unit_after(near, 1, digits=True)
    return found[0].removeprefix("m") if found and found[0].startswith("m/") else ""


def _scale(draft: Draft, factor: Decimal) -> None:
    figure = draft.figure
    value, step = figure.value * factor, figure.step * factor
    draft.figure = replace(figure, value=value, step=step, scaled=True)


def _meant(view: View, draft: Draft, code: str, end: int) -> str:
    """Pounds may be money, and the "g" of a centrifuge is no weight."""
    figure = draft.figure
    if code == "g" and _SPUN.search(view.low, max(0, draft.start - _NEAR), draft.start):
        return "[g]"
    written = view.low[figure.end : end].lstrip(" -")
    if not code.startswith("[lb_av]") or not written.startswith("pound"):
        return code
    weight = is_weight(view, figure.start, figure.value)
    return code if weight else code.replace("[lb_av]", "GBP")


def _per_money(view: View, draft: Draft) -> None:
    """ "$5 a share", "€ 3 per litre"; a code that repeats the sign ("$5 USD")."""
    match = _DOLLARS_BEHIND.match(view.low, draft.end)
    if match and draft.unit == "USD":
        draft.end = match.end()
    end = draft.end
    if not view.low.startswith((" per ", "/", " a ", " an "), end):
        return
    near = View("$" + view.text[end : end + _NEAR], "$" + view.low[end : end + _NEAR])
    found = unit_after(near, 0, digits=True)
    if found and "/" in found[0]:
        draft.unit += found[0][found[0].index("/") :]
        draft.end = end + found[1] - 1
