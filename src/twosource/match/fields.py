"""Compare two assertions field by field.

In:  two assertions of one kind. Out: (field, level, weight) for every field. Each
comparator is a small function that answers the same for either order of its arguments; those
of the slot stand in `slots`, `scopes` and `times`, those of the value in `values`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from twosource.intervals import Relation
from twosource.match.company import company
from twosource.match.corpus import Corpus
from twosource.match.known import known
from twosource.match.levels import Field, rated
from twosource.match.rounded import rounded
from twosource.match.scopes import part, qualifiers
from twosource.match.semantic import meaning_field
from twosource.match.slots import context, doer, entities, measure, noun, sense, subject, terms
from twosource.match.story import story
from twosource.match.subjects import subject_field
from twosource.match.times import time
from twosource.match.values import is_other_share, one_date, relation, sort, value
from twosource.match.voices import disagree
from twosource.model import Assertion, DateValue, Quantity
from twosource.plugins import plugins

_SPEAKING: Final = {
    "noun": {"same", "near"},
    "sense": {"same", "shared"},
    "measure": {"same", "shared"},
    "subject": {"same", "common"},
}
_APART: Final = {Relation.EXCLUDES, Relation.INCOMPARABLE}
_LOOSE: Final = {"year", "decade", "century", "range"}
_ROUND: Final = frozenset({"00", "30"})
_FAINT: Final = 0.05  # share of rarer wording that is none
_FEW: Final = Decimal(10)
_AGO: Final = 3  # years after which a year is one of old
_PAIR: Final = 2
_ALIKE: Final = 0.3  # share of rarer wording that stands in for a shared happening
_WORDED: Final = 0.25  # share of rarer wording that counts as support


def compare(left: Assertion, right: Assertion, corpus: Corpus) -> tuple[Field, ...]:
    """Return all fields of a pair, the value last."""
    found = relation(left, right)
    agree = found not in _APART
    near = rounded(left, right) if agree else rated("rounded", "none")
    alike = found is Relation.EQUAL or (agree and (_one_figure(left, right) or near[1] != "none"))
    happens = sense(left, right, corpus, agree=alike)
    slot = (
        noun(left, right),
        happens,
        measure(left, right, happens[1], agree=alike),
        subject(left, right),
        terms(left, right, corpus),
        context(left, right, corpus),
        entities(left, right, corpus),
        time(left, right, corpus),
        qualifiers(left, right),
        part(left, right),
    )
    voices = (rated("voices", "disagree"),) if disagree(left, right) else ()
    apart = subject_field(left, right, corpus.subjects)
    meant = _meant(left, right, corpus, (*slot, *apart)) if corpus.meanings else ()
    did = () if found is Relation.EQUAL else doer(left, right, happens[1])
    said = (*voices, *apart, *meant, *did, *_added(left, right))
    best = rivals(left, right, corpus)
    told: tuple[Field, ...] = ()
    if agree and left.source != right.source:
        told = (sort(left, right), company(left, right, corpus), story(left, right, corpus))
        told += (known(left, right) if found is Relation.EQUAL else near,)
    named = found is Relation.EQUAL or one_date(left, right)
    alone = named and best[1] == "only"
    rest = (support(slot), best, value(left, right, corpus))
    sort_of = ("old" if _of_old(left, right, corpus) else "alone") if alone else "unsaid"
    vague = loose(left, right, slot, sort_of)
    once = lone(left, right, happens[1]) if alone and not vague else ()
    return (*slot, *said, *vague, *told, *once, *rest)


def lone(left: Assertion, right: Assertion, happening: str) -> tuple[Field, ...]:
    """A day, a month or an hour that two sources tell once each.

    Writers find many words for what happened on it; only happenings that exclude each other
    part it. At full and half hours much begins. `happening`: the level of the sense.
    """
    dated = isinstance(left.value, DateValue) and left.source != right.source
    told = dated and happening != "rival" and not (_is_round(left) or _is_round(right))
    return (rated("lone", "date"),) if told else ()


def _is_round(item: Assertion) -> bool:
    """A full or half hour?"""
    time = item.value.time if isinstance(item.value, DateValue) else None
    return time is not None and time[3:] in _ROUND


def loose(
    left: Assertion, right: Assertion, slot: Sequence[Field], rest: str = "unsaid"
) -> tuple[Field, ...]:
    """A year or decade says little by itself: without one happening, wording must be alike.

    So do a bare number and one with a unit, a fraction and a share; a figure below ten that is
    said of nothing says even less ("she knew of only two"). `rest`: the level for the rest: "alone"
    when the two are equal and neither source tells the value a second time, "old" for such years
    long before both were written.
    """
    if _bare(left) or _bare(right):
        return (rated("loose", "bare"),)
    levels = {name: level for name, level, _ in slot}
    if is_other_share(left, right) and levels["noun"] not in _SPEAKING["noun"]:
        return (rated("loose", "unsaid"),)  # a third of what, and how many of what?
    if any(levels[name] in _SPEAKING[name] for name in ("sense", "measure")):
        return ()
    values = [item.value for item in (left, right)]
    worded = max(float(levels[name]) for name in ("terms", "context"))
    dated = any(isinstance(v, DateValue) and v.precision in _LOOSE for v in values)
    bare, shares = _unlike_units(values, "1"), _unlike_units(values, "{fraction}")
    vague = dated or _age_and_length(values)
    if (vague and worded < _ALIKE) or (bare and worded < _WORDED) or (shares and worded < _FAINT):
        return (rated("loose", rest),)
    return ()


def _of_old(left: Assertion, right: Assertion, corpus: Corpus) -> bool:
    """A year long before both were written: few happenings of old stand in one text.

    Sources without a date say nothing of that, but not both.
    """
    value = left.value
    if not isinstance(value, DateValue) or value.precision != "year":
        return False
    told = [int(day[0][:4]) for item in (left, right) if (day := corpus.dates.get(item.source))]
    return bool(told) and value.latest is not None and int(value.latest[:4]) + _AGO <= min(told)


def _bare(item: Assertion) -> bool:
    """A count below ten, and no word for what is counted, measured or happens."""
    value, slot = item.value, item.slot
    if not isinstance(value, Quantity) or value.unit != "1" or value.role == "identifier":
        return False
    said = slot.noun or slot.senses or slot.measures
    return not said and value.low is not None and value.low < _FEW


def _age_and_length(values: Sequence[object]) -> bool:
    """Is one how old something is, and the other how long something lasted?"""
    roles = {value.role for value in values if isinstance(value, Quantity)}
    return len(roles) == _PAIR and roles <= {"age", "duration"}


def _unlike_units(values: Sequence[object], unit: str) -> bool:
    """Is one in `unit` and the other in another? Such are near each other by chance."""
    units = {value.unit for value in values if isinstance(value, Quantity)}
    return len(units) == _PAIR and unit in units


def _one_figure(left: Assertion, right: Assertion) -> bool:
    """Is the same figure written with both, hedged by one ("about 14 million")? Or is it a date?"""
    one, two = left.value, right.value
    if not isinstance(one, Quantity) or not isinstance(two, Quantity):
        return isinstance(one, DateValue)
    return (one.low, one.high, one.unit) == (two.low, two.high, two.unit)


def _meant(
    left: Assertion, right: Assertion, corpus: Corpus, slot: Sequence[Field]
) -> tuple[Field, ...]:
    """The field of the sentence model."""
    excludes = relation(left, right) is Relation.EXCLUDES
    return meaning_field(left, right, corpus.meanings, slot, excludes=excludes)


def _added(left: Assertion, right: Assertion) -> Iterator[Field]:
    """Fields of plugins; asked in the order of the ids, so that either order is the same."""
    low, high = sorted((left, right), key=lambda item: item.id)
    for compared in plugins("comparators").values():
        field = compared(low, high)
        if field is not None:
            yield field


def support(slot: Sequence[Field]) -> Field:
    """How many fields of the slot speak for the pair? None at all is worse than their sum."""
    speaking = {name for name, level, _ in slot if level in _SPEAKING.get(name, ())}
    worded = any(
        name in {"terms", "context"} and float(level) >= _WORDED for name, level, _ in slot
    )
    return rated("support", ("none", "one", "two", "more")[min(3, len(speaking) + worded)])


def rivals(left: Assertion, right: Assertion, corpus: Corpus) -> Field:
    """Does either have a better partner in the other's source?"""
    low, high = sorted((left.id, right.id))
    level = corpus.rivals.get((low, high), "none")
    return rated("rivals", level)
