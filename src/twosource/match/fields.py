"""Compare two assertions field by field.

In:  two assertions of one kind. Out: (field, level, weight) for every field. Each
comparator is a small function that answers the same for either order of its arguments.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from typing import Any, Final

from rapidfuzz import fuzz

from twosource.edtf import FIRST, LAST, bounds
from twosource.extract.senses import same_noun
from twosource.intervals import (
    CEILING,
    FLOOR,
    Relation,
    compare_dates,
    compare_quantities,
    pair_in_one_unit,
)
from twosource.lexicon import load
from twosource.match.rarity import Rarity, bare_key
from twosource.match.semantic import meaning_field
from twosource.match.subjects import subject_field
from twosource.match.voices import disagree
from twosource.model import Assertion, DateValue, EventValue, Quantity
from twosource.plugins import plugins
from twosource.text import fold

Field = tuple[str, str, float]
_SPEAKING: Final = {
    "noun": {"same", "near"},
    "sense": {"same", "shared"},
    "measure": {"same", "shared"},
    "subject": {"same", "common"},
}
_LOOSE: Final = {"year", "decade", "century", "range"}
_FAINT: Final = 0.05  # share of rarer wording that is none
_FEW: Final = Decimal(10)
_PAIR: Final = 2
_ALIKE: Final = 0.3  # share of rarer wording that stands in for a shared happening
_WORDED: Final = 0.25  # share of rarer wording that counts as support
_RANGE: Final = Decimal("1.5")  # wider ranges hold too much to speak for a link
_NORMS: Final = frozenset({FLOOR, CEILING})
_REQUIRED: Final = "as requirement"  # what two bounds that are set need not both be called
_NEAR: Final = Decimal("1.25")  # compatible figures this close speak for a link


@dataclass(frozen=True, slots=True)
class Corpus:
    """What the comparators need to know of the whole corpus.

    Attributes:
        rarity: How rare words, names and values are.
        terms, context: Assertion id -> lemmas of its clause, of its sentence, synonyms folded.
        dates: Source id -> (earliest, latest) day of the source's date, or None.
        groups: Sense id -> group of senses that exclude each other.
        reports: Ids of sources that report on their own day: most dates in them lie near
            their own date. What such a source says without a date, it says of that day.
        rivals: (id, id), in order -> how good a partner each is to the other (rivals.py).
        subjects: Source id -> number of its group of documents; empty for one subject.
        meanings: Assertion id -> vector of a sentence model; empty when none is used.
        copied: Id of an assertion that is not compared -> ids of those that stand for it
            (copies.py); empty unless one statement stands in very many sources.
        unlike: (id, id), in order, of pairs too unlike to be linked whatever is needed.
    """

    rarity: Rarity
    terms: Mapping[str, Sequence[str]]
    context: Mapping[str, Sequence[str]]
    dates: Mapping[str, tuple[str, str] | None]
    groups: Mapping[str, str]
    reports: frozenset[str] = frozenset()
    rivals: Mapping[tuple[str, str], str] = field(default_factory=dict)
    subjects: Mapping[str, int] = field(default_factory=dict)
    meanings: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    copied: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unlike: frozenset[tuple[str, str]] = frozenset()


def _bare(item: Assertion) -> bool:
    """A count below ten, and no word for what is counted, measured or happens."""
    value, slot = item.value, item.slot
    if not isinstance(value, Quantity) or value.unit != "1" or value.role == "identifier":
        return False
    said = slot.noun or slot.senses or slot.measures
    return not said and value.low is not None and value.low < _FEW


@cache
def weights() -> dict[str, Any]:
    """The weights file."""
    return load("weights")


@cache  # one tuple for all pairs of a level: there are millions of pairs
def _field(name: str, level: str) -> Field:
    return name, level, float(weights()[name][level])


def relation(left: Assertion, right: Assertion) -> Relation:
    """Compare the two values with the interval algebra."""
    one, two = left.value, right.value
    if isinstance(one, Quantity) and isinstance(two, Quantity):
        return compare_quantities(one, two)
    if isinstance(one, DateValue) and isinstance(two, DateValue):
        if (one.time is None) != (two.time is None):
            return Relation.INCOMPARABLE  # the day and the hour are two slots
        return compare_dates(one, two)
    if isinstance(one, EventValue) and isinstance(two, EventValue):
        if one.time is None or two.time is None:
            return Relation.COMPATIBLE
        return compare_dates(one.time, two.time)
    return Relation.INCOMPARABLE


def compare(left: Assertion, right: Assertion, corpus: Corpus) -> tuple[Field, ...]:
    """Return all fields of a pair, the value last."""
    slot = (
        noun(left, right),
        sense(left, right, corpus),
        measure(left, right),
        subject(left, right),
        terms(left, right, corpus),
        context(left, right, corpus),
        entities(left, right, corpus),
        time(left, right, corpus),
        qualifiers(left, right),
        part(left, right),
    )
    voices = (_field("voices", "disagree"),) if disagree(left, right) else ()
    apart = subject_field(left, right, corpus.subjects)
    meant = _meant(left, right, corpus, (*slot, *apart)) if corpus.meanings else ()
    said = (*voices, *apart, *meant, *_added(left, right))
    rest = (support(slot), rivals(left, right, corpus), value(left, right, corpus))
    return (*slot, *said, *loose(left, right, slot), *rest)


def loose(left: Assertion, right: Assertion, slot: Sequence[Field]) -> tuple[Field, ...]:
    """A year or decade says little by itself: without one happening, wording must be alike.

    So do a bare number and one with a unit, a fraction and a share; a figure below ten that is
    said of nothing says even less ("she knew of only two").
    """
    if _bare(left) or _bare(right):
        return (_field("loose", "bare"),)
    levels = {name: level for name, level, _ in slot}
    if any(levels[name] in _SPEAKING[name] for name in ("sense", "measure")):
        return ()
    values = [item.value for item in (left, right)]
    worded = max(float(levels[name]) for name in ("terms", "context"))
    dated = any(isinstance(v, DateValue) and v.precision in _LOOSE for v in values)
    bare, shares = _unlike_units(values, "1"), _unlike_units(values, "{fraction}")
    vague = dated or _age_and_length(values)
    if (vague and worded < _ALIKE) or (bare and worded < _WORDED) or (shares and worded < _FAINT):
        return (_field("loose", "unsaid"),)
    return ()


def _age_and_length(values: Sequence[object]) -> bool:
    """Is one how old something is, and the other how long something lasted?"""
    roles = {value.role for value in values if isinstance(value, Quantity)}
    return len(roles) == _PAIR and roles <= {"age", "duration"}


def _unlike_units(values: Sequence[object], unit: str) -> bool:
    """Is one in `unit` and the other in another? Such are near each other by chance."""
    units = {value.unit for value in values if isinstance(value, Quantity)}
    return len(units) == _PAIR and unit in units


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
    return _field("support", ("none", "one", "two", "more")[min(3, len(speaking) + worded)])


def noun(left: Assertion, right: Assertion) -> Field:
    """Is the same sort of thing counted?"""
    one, two = left.slot.noun, right.slot.noun
    if not one and not two:
        return _field("noun", "both_missing")
    if not one or not two:
        return _field("noun", "missing")
    level = same_noun(one, two)
    if level == "unknown" and fuzz.ratio(one, two) >= 90:
        level = "same"
    return _field("noun", level)


def sense(left: Assertion, right: Assertion, corpus: Corpus) -> Field:
    """Do both speak of the same sort of happening?"""
    one, two = left.slot.senses, right.slot.senses
    if not one and not two:
        return _field("sense", "none")
    if not one or not two:
        return _field("sense", "missing")
    if one[0] == two[0]:
        return _field("sense", "same")
    if set(one[:2]) & set(two[:2]) or families(one[0]) & families(two[0]):
        return _field("sense", "shared")
    group = corpus.groups.get(one[0])
    rival = group is not None and group == corpus.groups.get(two[0])
    return _field("sense", "rival" if rival else "different")


@cache
def families(sense_id: str) -> frozenset[int]:
    """Numbers of the families a sense belongs to."""
    rows = enumerate(load("families")["family"])
    return frozenset(number for number, row in rows if sense_id in row["senses"])


def measure(left: Assertion, right: Assertion) -> Field:
    """Is the same property measured?"""
    one, two = left.slot.measures, right.slot.measures
    if not one and not two:
        return _field("measure", "none")
    if not one or not two:
        return _field("measure", "missing")
    if one[0] == two[0]:
        return _field("measure", "same")
    return _field("measure", "shared" if set(one[:2]) & set(two[:2]) else "different")


def subject(left: Assertion, right: Assertion) -> Field:
    """Is it said of the same body, person or thing?"""
    one, two = _told_subject(left), _told_subject(right)
    if not one or not two:
        return _field("subject", "missing")
    if one == two or fold(one) == fold(two):
        return _field("subject", "common" if one.startswith("~") else "same")
    if one.startswith("~") or two.startswith("~") or _within(one, two):
        return _field("subject", "other_common")
    return _field("subject", "different")


def _told_subject(item: Assertion) -> str | None:
    """The subject; none when it is but the word for what is measured ("it cost them 1.9 million")."""
    slot = item.slot
    own = {f"~{word}" for word in (slot.attribute, *slot.measures, *slot.senses)}
    return None if slot.subject in own else slot.subject


def _within(one: str, two: str) -> bool:
    """Is one name a part of the other ("Haldane", "Haldane Freight")?"""
    words = fold(one).split(), fold(two).split()
    return set(words[0]) <= set(words[1]) or set(words[1]) <= set(words[0])


def terms(left: Assertion, right: Assertion, corpus: Corpus) -> Field:
    """How much of the clauses' rarer wording is shared?"""
    share = corpus.rarity.overlap(corpus.terms[left.id], corpus.terms[right.id])
    return "terms", f"{share:.2f}", round(share * float(weights()["terms"]["scale"]), 4)


def context(left: Assertion, right: Assertion, corpus: Corpus) -> Field:
    """The same for whole sentences with their headings."""
    share = corpus.rarity.overlap(corpus.context[left.id], corpus.context[right.id])
    return "context", f"{share:.2f}", round(share * float(weights()["terms"]["context"]), 4)


def entities(left: Assertion, right: Assertion, corpus: Corpus) -> Field:
    """Which rare names stand in both sentences?"""
    shared = sorted(set(left.slot.entities) & set(right.slot.entities))
    rule = weights()["entities"]
    if shared:
        total = sum(corpus.rarity.name(name) for name in shared) * rule["scale"]
        return "entities", ", ".join(shared), round(min(float(rule["most"]), total), 4)
    if left.slot.entities and right.slot.entities:
        personal = set(left.slot.senses[:2]) & set(right.slot.senses[:2]) & _personal()
        return _field("entities", "disjoint_personal" if personal else "disjoint")
    return "entities", "none", 0.0


@cache
def _personal() -> frozenset[str]:
    """Senses that happen to one person each: other names mean another person."""
    return frozenset(load("families")["personal"])


def time(left: Assertion, right: Assertion, corpus: Corpus) -> Field:
    """Are they said of the same time? The source's date stands in for an unstated one."""
    if not isinstance(left.value, Quantity):
        return "time", "is the value", 0.0
    one, two = left.slot.scope.time, right.slot.scope.time
    if one and two:
        if one == two and one != "XXXX":
            return _field("time", "same")
        return _field("time", stretches(days(one), days(two)))
    if not one and not two:
        return _field("time", "missing")
    stated, other = (one, right) if one else (two, left)
    present = corpus.dates.get(other.source) if other.source in corpus.reports else None
    return _field("time", "past" if long_before(days(stated or ""), present) else "missing")


def days(edtf: str) -> tuple[str, str] | None:
    """First and last day of a plain EDTF date or interval; None when it cannot be told."""
    return bounds(edtf)


def stretches(one: tuple[str, str] | None, two: tuple[str, str] | None) -> str:
    """How two stated stretches of time lie to each other.

    A year and a day of it overlap. A year and twelve months that begin in the middle of it are
    different: each has days that the other has not. A day without a year is unclear.
    """
    if one is None or two is None:
        return "unclear"
    within = (one[0] <= two[0] and two[1] <= one[1]) or (two[0] <= one[0] and one[1] <= two[1])
    open_ended = FIRST in {one[0], two[0]} or LAST in {one[1], two[1]}
    meet = one[0] <= two[1] and two[0] <= one[1]
    return "overlap" if within or (meet and open_ended) else "different"


def long_before(stated: tuple[str, str] | None, present: tuple[str, str] | None) -> bool:
    """Does the stated time end more than half a year before the other source's date?"""
    if stated is None or present is None or stated[1][0] == "-" or present[0][0] == "-":
        return False
    months = [int(day[:4]) * 12 + int(day[5:7]) for day in (stated[1], present[0])]
    return months[1] - months[0] > 6


@cache
def _soft() -> frozenset[str]:
    return frozenset(load("clauses")["soft"])


def qualifiers(left: Assertion, right: Assertion) -> Field:
    """Is either singled out ("first", "largest") where the other is not?"""
    one, two = set(left.slot.scope.qualifiers), set(right.slot.scope.qualifiers)
    norms = one & _NORMS, two & _NORMS
    if norms[0] and norms[1]:
        one, two = one - {_REQUIRED}, two - {_REQUIRED}
    rates = [{word for word in side if word.startswith("per ")} for side in (one, two)]
    sorts = [{word for word in side if word.startswith("as ")} for side in (one, two)]
    if (
        (all(norms) and norms[0] != norms[1])
        or (all(rates) and not rates[0] & rates[1])
        or sorts[0] != sorts[1]
    ):
        return _field("qualifiers", "rival")
    if not one and not two:
        return _field("qualifiers", "none")
    if one == two:
        return _field("qualifiers", "same")
    odd = {word for word in one ^ two if not word.startswith("per ")}
    return _field("qualifiers", "soft" if odd <= _soft() | _NORMS else "different")


def part(left: Assertion, right: Assertion) -> Field:
    """Is one a part of a figure ("of whom 5 ...") and the other not?

    The words after a figure ("131 of them") part it from other figures, not from its own.
    """
    one, two = left.slot.scope.part, right.slot.scope.part
    if bool(one) != bool(two):
        loose = (one or two or "").startswith("so many") and not _excludes(left, right)
        return _field("part", "none" if loose else "different")
    return _field("part", "same" if one else "none")


def _excludes(left: Assertion, right: Assertion) -> bool:
    return relation(left, right) is Relation.EXCLUDES


def rivals(left: Assertion, right: Assertion, corpus: Corpus) -> Field:
    """Does either have a better partner in the other's source?"""
    low, high = sorted((left.id, right.id))
    level = corpus.rivals.get((low, high), "none")
    return _field("rivals", level)


def value(left: Assertion, right: Assertion, corpus: Corpus) -> Field:
    """How much does the value itself speak for a link? Unequal values never do."""
    found = relation(left, right)
    if found is Relation.INCOMPARABLE:
        return "value", "incomparable", float(weights()["veto"])
    if found is Relation.EXCLUDES:
        return "value", "excludes", 0.0
    rule = weights()["value"]
    level, damp = min(
        value_level(left, corpus),
        value_level(right, corpus),
        key=lambda pair: float(rule[pair[0]]) * pair[1],
    )
    if found is not Relation.EQUAL and not close(left, right):
        return "value", "open", 0.0
    table = rule if found is Relation.EQUAL else weights()["compatible"]
    return "value", f"{found} {level}", round(float(table[level]) * damp, 4)


def close(left: Assertion, right: Assertion) -> bool:
    """Are two compatible values near each other, not just open to one side?

    "more than 200" and "1,412" do not exclude each other, but neither speaks for the other.
    Neither does "thousands" for a figure.
    """
    one, two = left.value, right.value
    if _is_vague(left) != _is_vague(right):
        return False
    if isinstance(one, Quantity) and isinstance(two, Quantity):
        pair = pair_in_one_unit(one, two)
        low, high = sorted(pair) if pair else (Decimal(0), Decimal(0))
        if one.role == two.role == "age" and (None in {one.low, one.high}) != (
            None in {two.low, two.high}
        ):
            return False  # a girl of four, and children below ten
        if one.low != one.high or two.low != two.high:
            return one == two or (_narrow(one) and _narrow(two) and 0 < high <= low * _NEAR)
        return one == two or 0 < high <= low * _NEAR
    if isinstance(one, DateValue) and isinstance(two, DateValue):
        if None in {one.earliest, one.latest, two.earliest, two.latest}:
            return one.earliest == two.earliest is not None or one.latest == two.latest is not None
        if one.precision == two.precision == "range":
            return one.earliest == two.earliest or one.latest == two.latest
        return one.type == two.type
    return True


def _is_vague(item: Assertion) -> bool:
    """ "thousands", "dozens of": a bound that nobody counted."""
    return any(word in load("numbers")["vague"] for word in item.text.lower().split())


def _narrow(quantity: Quantity) -> bool:
    """A point, a bound, or a range whose ends lie near each other: not "aged 18 to 65"."""
    low, high = quantity.low, quantity.high
    return low is None or high is None or high <= low * _RANGE


def value_level(item: Assertion, corpus: Corpus) -> tuple[str, float]:
    """How telling a value is: its key in weights.toml, and a factor below 1 for a common one."""
    often = corpus.rarity.values.get(bare_key(item), 1)
    damp = 1.0 if often <= 6 else 6.0 / often
    if isinstance(item.value, DateValue):
        level = {"day": "day", "minute": "day", "month": "month", "year": "year"}.get(
            item.value.precision, "coarse"
        )
        return level, damp
    if isinstance(item.value, EventValue):
        return "coarse", 0.0
    if item.value.role == "identifier":
        return "four_digits", damp
    return _digits(item.value), damp


def _digits(quantity: Quantity) -> str:
    """How many digits the figure shows, trailing zeros left out."""
    bounds = [bound for bound in (quantity.low, quantity.high) if bound is not None]
    count = max((len(bound.normalize().as_tuple().digits) for bound in bounds), default=1)
    return ("one_digit", "one_digit", "two_digits", "three_digits", "four_digits")[min(count, 4)]
