"""Read from the words of one text that a figure took another's place: "raised from 4 to 5.5 %".

In:  two figures of one sentence, the first told first. Out: whether the sentence tells them as
one thing at two times: with a verb of change, with two days ("36 by 20 June and 58 by 30 June"),
or in a bracket ("7 km (5 km until 12 June)"). What was meant or planned took nobody's place.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from twosource.edtf import FIRST, bounds
from twosource.lexicon import load
from twosource.match.change import running_ids
from twosource.match.wording import bare
from twosource.model import Assertion, Quantity

_REACH: Final = 90  # characters before and behind the two figures that are looked at
_BETWEEN: Final = 180  # characters between them
_HEDGE: Final = (
    r"(?:(?:about|around|some|almost|nearly|only|just|over|under|roughly|at least|more than|"
    r"fewer than|less than|a (?:low|high|peak|record) of|the|its|their|a) ){0,2}"
)
_AGO: Final = (
    r"(?: (?:a|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3}) "
    r"(?:days?|weeks?|months?|years?) (?:ago|earlier|before)\b| last (?:year|month|week)\b)"
)
# "from 4 to 5.5 per cent", "from 310,000 members in 1984 to 240,000 in 1991"
_FROM: Final = re.compile(rf"\bfrom {_HEDGE}\Z", re.IGNORECASE)
_TO: Final = re.compile(rf"(?: [\w-]{{2,20}}){{0,3}}(?: in \d{{4}})?,? to {_HEDGE}", re.IGNORECASE)
# "1,046 grebes in June, up from a low of 312"; "rises to $11.65 per $1,000, from $11.20"
_UP_FROM: Final = re.compile(
    rf"[^;:(]{{0,70}}?(?:,| and) ?(?:up|down) (?:[a-z]{{5,12}} )?from {_HEDGE}", re.IGNORECASE
)
_COMMA_FROM: Final = re.compile(rf"[^;:(]{{0,60}}, from {_HEDGE}", re.IGNORECASE)
# "13,280, after 14,430 a year ago"; "ten patients, where there were 67 nine days ago"
_AFTER: Final = re.compile(
    rf"[^;:]{{0,50}}?,? (?:after|against|compared (?:with|to)|where there (?:were|was|had been)) {_HEDGE}",
    re.IGNORECASE,
)
_THEN: Final = re.compile(rf"(?: [\w-]{{2,20}})?{_AGO}", re.IGNORECASE)
# "18 crowns (until March 2024: 16)", "7 km (5 km until 12 June)", "more than in 2018 (71,902)"
_OPENED: Final = re.compile(
    r"[^;()]{0,40}\((?:(?:until|before|since|in|at|on|as of|by|was|previously|formerly) )?[\w ,.]{0,22}:? ?"
    r"|[^;()]{0,60}\bthan (?:in|on|at) [\w ]{3,24} \(",
    re.IGNORECASE,
)
_CLOSED: Final = re.compile(r"(?: \w{2,16}){0,2}(?: (?:until|before|in|by|at|on) [\w ]{3,18})?\)")
_UNTIL: Final = re.compile(r"\buntil\b", re.IGNORECASE)
# "recovered to 540 in 2013 and stood at 817", "and finally came to 3.06 billion"
_WENT_ON: Final = re.compile(
    r"[^;:(]{0,70}[ ,] ?(?:(?:and|but|then|later|finally|eventually|had|has|have|was|were) ){0,4}"
    r"(?:reached|rose to|risen to|fell to|fallen to|grew to|grown to|climbed to|dropped to|"
    rf"recovered to|shrank to|shrunk to|stood at|came to|fixed at) {_HEDGE}",
    re.IGNORECASE,
)
# "they numbered 1,870; in the end there were 2,315"; "at first four lanes, since 1989 six"
_LATER: Final = re.compile(
    r"[^.;:(]{0,70}[;,] (?:but |and )?(?:in the end|finally|eventually|now|today|by now|"
    r"since [\w ]{3,16}|the final (?:number|figure|count|total|toll) (?:is|was))"
    rf"[\w,’' ]{{0,40}}? {_HEDGE}",
    re.IGNORECASE,
)
_SET: Final = re.compile(
    r"\b(?:raised|cut|lowered|enlarged|upped|put up|extended|widened|raises|lowers|cuts|enlarges|"
    r"(?:been|was|were|be|is|are) (?:again |further )?(?:increased|reduced|doubled|halved|expanded|shortened))\b",
    re.IGNORECASE,
)
_UNREAL: Final = re.compile(  # small letters only: "May" is a month
    r"\b(?:meant|intended|planned|would|should|could|may|might|if|hopes?|wants?)\b"
)


def took_place(one: Assertion, two: Assertion) -> bool:
    """Does their sentence tell the one as having taken the other's place?"""
    if one.sentence != two.sentence or two.span.start < one.span.end:
        return False
    start, text = one.sentence.start, one.quote
    between = bare(text[one.span.end - start : two.span.start - start])
    if len(between) > _BETWEEN or _UNREAL.search(bare(text)):
        return False
    before = bare(text[: one.span.start - start])[-_REACH:]
    behind = bare(text[two.span.end - start :])[:_REACH]
    return (
        _moved(one, two, before, between)
        or _compared(one, two, between, behind)
        or _dated(one, two, between)
        or _LATER.fullmatch(between) is not None
    )


def times_differ(one: Assertion, two: Assertion) -> bool:
    """Do two figures state times of which one ends before the other begins, or ends ("by")?"""
    left, right = (bounds(item.slot.scope.time or "") for item in (one, two))
    if left is None or right is None:
        return False
    if FIRST in {left[0], right[0]}:
        return left[1] != right[1]
    return left[1] < right[0] or right[1] < left[0]


def moves(one: Assertion, two: Assertion) -> bool:
    """Is it a running figure, or a price: one that is good until it is changed?"""
    named = {*one.slot.measures, *two.slot.measures}
    return bool(running_ids(one) | running_ids(two) | (_prices() & named))


def _moved(one: Assertion, two: Assertion, before: str, between: str) -> bool:
    """ "Raised from 4 to 5.5", "up from 312": who sets a figure anew, or a running one that moved."""
    if _UP_FROM.fullmatch(between):
        return moves(one, two) or _is_count(one)
    changes = bool(_directions() & {*one.slot.senses, *two.slot.senses})
    if not changes or not (moves(one, two) or _SET.search(before + between)):
        return False
    from_to = _FROM.search(before) is not None and _TO.fullmatch(between) is not None
    return from_to or _COMMA_FROM.fullmatch(between) is not None


def _compared(one: Assertion, two: Assertion, between: str, behind: str) -> bool:
    """ "13,280, after 14,430 a year ago", "7 km (5 km until 12 June)"."""
    counts = moves(one, two) or _is_count(one)
    if _AFTER.fullmatch(between) and _THEN.match(behind):
        return counts
    if not _OPENED.fullmatch(between) or not _CLOSED.match(behind):
        return False
    until = _UNTIL.search(between + behind.partition(")")[0]) is not None
    return one.slot.scope.time != two.slot.scope.time and (until or counts)


def _dated(one: Assertion, two: Assertion, between: str) -> bool:
    """ "36 by 20 June and 58 by 30 June", "213 by 16 March and was finally fixed at 268"."""
    if not times_differ(one, two):
        return False
    if _WENT_ON.fullmatch(between):
        return True
    told = [
        (s.subject, s.noun, s.senses, s.measures, s.scope.qualifiers) for s in (one.slot, two.slot)
    ]
    return told[0] == told[1] and (one.slot.scope.time or "").startswith("../")


def _is_count(item: Assertion) -> bool:
    value = item.value
    return isinstance(value, Quantity) and value.unit == "1" and value.role == "cardinal"


@cache
def _directions() -> frozenset[str]:
    """Senses that say that a figure rises, falls or comes back."""
    rows = load("senses")["sense"]
    return frozenset(row["id"] for row in rows if row.get("group") == "direction")


@cache
def _prices() -> frozenset[str]:
    return frozenset(load("clauses")["prices"])
