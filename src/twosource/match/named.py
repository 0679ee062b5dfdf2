"""Named happenings across documents: "the Battle of Aldrach", "the Kelbury flood".

In:  two events. Out: which of type, date, place and participants agree, and whether the two are
one happening. One that bears a name takes in another that bears none only when at least two of
the four agree and none excludes; two that bear names are one when the names are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from twosource.extract.senses import find_senses
from twosource.intervals import Relation, compare_dates
from twosource.lexicon import load
from twosource.match.slots import families
from twosource.model import Assertion, DateValue, EventValue
from twosource.text import fold, lemma, stopwords, tokenize

_LEAST: Final = 2  # facets that agree
_FINE: Final = frozenset({"day", "minute", "month", "year", "season"})


@dataclass(frozen=True, slots=True)
class Happening:
    """What is known of an event.

    Attributes:
        type: Its sense, as in senses.toml.
        name: The name it bears, words folded ("battle aldrach"); None = none.
        time: When; None = not told.
        places: Folded words of its place and of its name.
        people: Folded names of who took part.
    """

    type: str
    name: str | None
    time: DateValue | None
    places: frozenset[str]
    people: frozenset[str]


def happening_of(item: Assertion) -> Happening | None:
    """Return what an event assertion tells of its happening; None for any other assertion."""
    value = item.value
    if not isinstance(value, EventValue):
        return None
    told = name_of(item)
    name = " ".join(_words(told)) if told else None
    own = frozenset() if name is None else frozenset(name.split()) - _event_words(value.type)
    place = frozenset(_words(value.place)) if value.place else frozenset()
    people = frozenset(fold(who) for who in value.participants) - ({name} if name else set())
    return Happening(value.type, name, value.time, place or own, people)


def agreeing(one: Happening, two: Happening) -> frozenset[str] | None:
    """Return the facets that agree; None when one of them excludes that the two are one."""
    facets = {
        "type": _types(one, two),
        "date": _dates(one.time, two.time),
        "place": _places(one, two),
        "participants": True if one.people & two.people else None,
    }
    if False in facets.values():
        return None
    return frozenset(facet for facet, agrees in facets.items() if agrees)


def one_happening(one: Happening, two: Happening) -> bool | None:
    """Tell whether two events are one; None where neither bears a name."""
    if one.name is None and two.name is None:
        return None
    found = agreeing(one, two)
    if found is None:
        return False
    if one.name is not None and two.name is not None:
        return one.name == two.name
    return len(found) >= _LEAST


def _types(one: Happening, two: Happening) -> bool | None:
    """The same sense or family; senses of one group (killed, injured) exclude each other."""
    if one.type == two.type or families(one.type) & families(two.type):
        return True
    groups = _groups().get(one.type), _groups().get(two.type)
    return False if groups[0] is not None and groups[0] == groups[1] else None


def _dates(one: DateValue | None, two: DateValue | None) -> bool | None:
    """Dates of a year or finer that meet agree; that do not, exclude."""
    if one is None or two is None:
        return None
    found = compare_dates(one, two)
    if found is Relation.EXCLUDES:
        return False
    fine = {one.precision, two.precision} <= _FINE
    return True if fine and found in {Relation.EQUAL, Relation.COMPATIBLE} else None


def _places(one: Happening, two: Happening) -> bool | None:
    """Places that share a word agree, two that share none exclude; a town may take part, too."""
    parts = [frozenset(word for who in side.people for word in who.split()) for side in (one, two)]
    if one.places & (two.places | parts[1]) or two.places & parts[0]:
        return True
    return False if one.places and two.places else None


def name_of(item: Assertion) -> str | None:
    """Return the name an event bears, as known: it holds a word for the event, and one for something else."""
    value = item.value
    if not isinstance(value, EventValue):
        return None
    for name in item.slot.entities:
        words = frozenset(_words(name))
        own = (
            len(words) > 1 and value.type in _senses_of(name) and not _only_says(words, value.type)
        )
        if own and _stands_there(item, name):
            return name
    return _before(item, value)


def _stands_there(item: Assertion, name: str) -> bool:
    """Is it this mention that the name names? A sentence may tell of two wars.

    A name known by another form than the sentence's own is given the benefit.
    """
    at = item.span.start - item.sentence.start
    starts = [found.start() for found in re.finditer(re.escape(name), item.quote)]
    return not starts or any(start <= at < start + len(name) for start in starts)


def _before(item: Assertion, value: EventValue) -> str | None:
    """ "The Kelbury flood": a name right before the event's word."""
    head = value.label.split()[0] if value.label else ""
    if not _only_says(frozenset({head.lower()}), value.type):
        return None  # "the union struck" is no name
    before = item.quote[: item.span.start - item.sentence.start].split()
    for name in item.slot.entities:
        words = ["the", *name.lower().split()]
        if [word.lower() for word in before[-len(words) :]] == words:
            return f"{name} {head}"
    return None


def _words(text: str) -> list[str]:
    return [word for word in fold(text).split() if word not in stopwords()]


@cache
def _senses_of(name: str) -> frozenset[str]:
    return frozenset(hit.id for hit in find_senses(tuple(tokenize(name.lower()))))


@cache
def _event_words(sense: str) -> frozenset[str]:
    """The nouns for a sense: what is left of a name without them tells which one it was."""
    rows = (row for row in load("senses")["sense"] if row["id"] == sense)
    return frozenset(word for row in rows for noun in row.get("nouns", ()) for word in noun.split())


def _only_says(words: frozenset[str], sense: str) -> bool:
    """Are they nothing but nouns for the sense ("war", "floods")?"""
    nouns = _event_words(sense)
    return all(word in nouns or (word.endswith("s") and lemma(word) in nouns) for word in words)


@cache
def _groups() -> dict[str, str]:
    return {row["id"]: row["group"] for row in load("senses")["sense"] if row.get("group")}
