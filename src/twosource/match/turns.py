"""Join two figures of which one text tells that the one took the other's place.

In:  groups of assertions that are linked by themselves, and the pairs of their kind. Out: the
groups, those joined that one source tells in turn: "raised from 512 to 768". Who tells both
vouches that they are of one slot, whatever words others use for either. The days of a table are
no such telling: what others give for one of them they give for that day.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations
from typing import Final

from twosource.intervals import Relation
from twosource.lexicon import load
from twosource.match.change import change_reason
from twosource.match.turnsaid import took_place
from twosource.match.values import close, relation
from twosource.match.wording import bare
from twosource.model import Assertion, Kind, Quantity

Turn = tuple[Assertion, Assertion]
Group = tuple[int, ...]

REASON: Final = "one source tells both in turn"
_BAR: Final = " | "
_WHOLE: Final = re.compile(r"\bof (?:the|its|their) \Z", re.IGNORECASE)
# "It has nine now", "By the end of the month it had fallen to 3,100", "It was 18 last year"
_PRONOUN: Final = re.compile(
    r"(?:(?:But|And|Now|Today|By [\w ]{3,24}|In [\w ]{3,16}|At [\w ]{3,20}),? )?(?:it|they|there)\b"
    r"[\w’' ]{0,30} (?:(?:about|around|some|only|just|nearly|almost|over|more than) )?",
    re.IGNORECASE,
)
_NOW: Final = re.compile(
    r"(?: [\w-]{2,20}){0,2} (?:now|today|by now|last (?:year|month|week|season))\b", re.IGNORECASE
)
_CHANGED: Final = re.compile(
    r"\b(?:now|had (?:fallen|risen|grown|shrunk|dropped|climbed|gone)|has (?:fallen|risen|grown|dropped))\b",
    re.IGNORECASE,
)


def in_turn(groups: Sequence[Group], items: Sequence[Assertion]) -> list[Group]:
    """Join the groups of `items` that hold figures told in turn by one source."""
    place = {item: number for number, members in enumerate(groups) for item in members}
    index = {item.id: i for i, item in enumerate(items)}
    joined = dict(enumerate(groups))
    told = turns(items)
    for turn in told:
        one, two = (place.get(index[item.id]) for item in turn)
        if one is None or two is None or one == two:
            continue
        sides = [[items[i] for i in joined[side]] for side in (one, two)]
        if all(_fit(a, b, told) for a in sides[0] for b in sides[1]):
            joined[one] = tuple(sorted((*joined[one], *joined.pop(two))))
            place.update(dict.fromkeys(joined[one], one))
    return sorted(joined.values())


def turns(items: Sequence[Assertion]) -> list[Turn]:
    """Return the figures that one source tells one after the other, sorted by place."""
    by_source: dict[str, list[Assertion]] = defaultdict(list)
    for item in sorted(items, key=lambda item: (item.span.start, item.span.end, item.id)):
        if item.kind is Kind.QUANTITY and not _is_of_stretch(item):
            by_source[item.source].append(item)
    found = [turn for name in sorted(by_source) for turn in _of_source(by_source[name])]
    return [turn for turn in found if relation(*turn) is Relation.EXCLUDES]


def explains(told: Sequence[Turn], left: Assertion, right: Assertion) -> bool:
    """Do two figures differ as two that one source tells in turn do?"""
    return any(
        (_gives(left, one) and _gives(right, two)) or (_gives(left, two) and _gives(right, one))
        for one, two in told
    )


def _gives(item: Assertion, other: Assertion) -> bool:
    found = relation(item, other)
    return found is Relation.EQUAL or (found is Relation.COMPATIBLE and close(item, other))


def _fit(one: Assertion, two: Assertion, told: Sequence[Turn]) -> bool:
    if relation(one, two) is not Relation.EXCLUDES:
        return True
    return change_reason(one, two) is not None or explains(told, one, two)


def _of_source(items: Sequence[Assertion]) -> Iterator[Turn]:
    sentences: dict[int, list[Assertion]] = defaultdict(list)
    for item in items:
        if _BAR not in item.plain:
            sentences[item.index].append(item)
    for index, told in sentences.items():
        pairs = [pair for pair in combinations(told, 2) if _alike(*pair)]
        yield from (pair for pair in pairs if took_place(*pair))
        yield from _over_two(told, sentences.get(index + 1, ()))


def _over_two(told: Sequence[Assertion], behind: Sequence[Assertion]) -> Iterator[Turn]:
    """ "The state had three inspectors. It has nine now.": one figure in each sentence."""
    if len(behind) != 1:
        return
    two = behind[0]
    ones = [one for one in told if _alike(one, two)]
    if len(ones) != 1 or two.slot.noun not in {None, ones[0].slot.noun}:
        return
    start = two.span.start - two.sentence.start
    before, after = bare(two.quote[:start]), bare(two.quote[start + len(two.text) :])
    if _PRONOUN.fullmatch(before) and (_NOW.match(after) or _CHANGED.search(before)):
        yield ones[0], two


def _alike(one: Assertion, two: Assertion) -> bool:
    """Can both be of one thing: the same unit and sort, no two nouns?"""
    left, right = one.value, two.value
    if not isinstance(left, Quantity) or not isinstance(right, Quantity):
        return False
    nouns = {one.slot.noun, two.slot.noun} - {None}
    same = (left.unit, left.role, one.slot.scope.part) == (
        right.unit,
        right.role,
        two.slot.scope.part,
    )
    return same and len(nouns) < 2 and not (_is_whole(one) or _is_whole(two))


def _is_whole(item: Assertion) -> bool:
    """ "Half of the 72 howitzers": the figure of all, of which so many are."""
    return _WHOLE.search(item.quote[: max(0, item.span.start - item.sentence.start)]) is not None


def _is_of_stretch(item: Assertion) -> bool:
    """Is it what a stretch of time or one event brought (profit, turnout)? Two are of two."""
    named = {item.slot.attribute, *item.slot.senses, *item.slot.measures}
    return bool(named & _of_stretches())


@cache
def _of_stretches() -> frozenset[str]:
    rows = [*load("senses")["sense"], *load("measures")["measure"]]
    named = frozenset(row["id"] for row in rows if row.get("of_period"))
    return named | frozenset(load("clauses")["stretches"])
