"""Read directions: "north-east of the town", "23 km NW of it".

In:  text. Out: mentions of unit "deg", clockwise from north, whose interval reaches half the
way to the next of the eight points. Only a direction of one place from another is read: a
point followed by "of", or one that stands behind a distance; not "the north of the country".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from twosource.model import Interval, Quantity, ValueMention
from twosource.text import folded

_POINTS: Final = {
    name: Decimal(45 * number)
    for number, name in enumerate(("n", "ne", "e", "se", "s", "sw", "w", "nw"))
}
NAMED: Final = frozenset(
    f"{side}{turn}" for side in ("north", "south") for turn in ("", "east", "west")
) | {"east", "west"}
_REACH: Final = Decimal("22.5")  # half the way to the next point
_TURN: Final = Decimal(360)
_HALF: Final = Decimal(180)
_POINT: Final = re.compile(
    r"(?<![\w-])(?:(?:north|south)(?:[ -]?(?:east|west))?|east|west|[NS][EW]?|[EW])(?![\w-])"
)
_SHORT: Final = re.compile(r"[NSEW](?<![\w-][NSEW])[EW]?(?![\w-])")
_OF: Final = re.compile(r" of (?=[A-Z\u00c0-\u00de]|the |here|there|it\b|our )")
_DISTANCE: Final = re.compile(
    r"(?<![^\W\d_])(?:km|kms|kilomet(?:er|re)s?|miles?|mi|m|met(?:er|re)s?)\)? (?:to the )?$"
)


def read_directions(text: str) -> Iterator[ValueMention]:
    """Yield the directions of a passage, left to right."""
    if folded(text)[1].isdisjoint(NAMED) and _SHORT.search(text) is None:
        return
    for match in _POINT.finditer(text):
        name = _abbreviated(match.group())
        if name is None:
            continue
        window = text[max(0, match.start() - 24) : match.start()]
        if window.lower().endswith("the "):
            continue
        if _OF.match(text, match.end()) or (match.group().isupper() and _DISTANCE.search(window)):
            yield _mention(match, name)


def _abbreviated(words: str) -> str | None:
    """ "north-east" -> "ne"; None for what is no point of the compass."""
    if words.isupper():
        return words.lower() if words.lower() in _POINTS else None
    sides = re.findall(r"north|south|east|west", words)
    name = "".join(side[0] for side in sides)
    return name if name in _POINTS else None


def _mention(match: re.Match[str], name: str) -> ValueMention:
    angle = _POINTS[name]
    signed = angle - _TURN if angle > _HALF else angle
    sector = Interval(signed - _REACH, signed + _REACH, "high")
    value = Quantity(signed, signed, "deg", None, None, 2 * _REACH, sector, None, "direction")
    return ValueMention(match.start(), match.end(), value, match.span())
