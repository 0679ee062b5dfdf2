"""Do two voices in one source give different figures for one thing?

In:  two assertions of one source. Out: yes or no. "The police count 18,000 people, the
organisers 60,000": a disagreement that the source itself sets side by side.
"""

from __future__ import annotations

import re
from typing import Final

from twosource.extract.quantities.lexis import is_counting
from twosource.extract.senses import same_noun
from twosource.intervals import Relation, compare_quantities, pair_in_one_unit
from twosource.model import Assertion, Quantity

_POINTING: Final = frozenset({"the", "that", "this", "same", "a", "an", "its", "their"})
_MEANT: Final = frozenset({"they", "he", "she"})  # who was named just before
_NAME: Final = "name"
_BUT: Final = re.compile(
    r"(?:but |in fact,? |no[,:] )?(?:it|they|there)(?:[’']s| has| have| had| is| are| was| were)"
    r"(?: in fact| really| actually| only)? ",
    re.IGNORECASE,
)
_END: Final = re.compile(r"\s?(?:$|[.,;:!?)])")
_FACTOR: Final = 8  # figures further apart are of different things


def disagree(left: Assertion, right: Assertion) -> bool:
    """Are the two given by different voices, side by side, for the same thing?"""
    first, then = sorted((left, right), key=lambda item: item.span.start)
    if left.source != right.source or then.index - first.index > 1:
        return False
    one, two = first.value, then.value
    if not isinstance(one, Quantity) or not isinstance(two, Quantity):
        return False
    if then.slot.voice is None:
        return _corrects(first, then) and _comparable(one, two)
    if (
        then.slot.voice in _MEANT
        or _one_voice(first.slot.voice, then.slot.voice)
        or _pointed_at(then)
    ):
        return False
    if not _comparable(one, two):
        return False
    if first.index != then.index and _answers_its_own(then):
        return False
    slots = first.slot, then.slot
    if slots[0].scope.part != slots[1].scope.part or not _one_thing(slots[0].noun, slots[1].noun):
        return False
    bare = then.slot.noun in {None, _NAME} and not then.slot.measures
    bare = bare and not _happens_apart(first, then)
    same = bare or _said_alike(first, then) or first.slot.again
    return then.slot.again or (first.slot.voice is not None and same)


def _one_voice(one: str | None, two: str | None) -> bool:
    """ "The administrator's report" and "that report": are they one, said more briefly?"""
    if one is None or two is None:
        return one == two
    left, right = one.split(), two.split()
    if left[-1:] != right[-1:]:
        return False
    bare = [set(words) - _POINTING for words in (left, right)]
    return bare[0] <= bare[1] or bare[1] <= bare[0]


def _pointed_at(then: Assertion) -> bool:
    """ "According to that report": the one that was named for the figure before."""
    text, voice = f" {then.plain.lower()} ", then.slot.voice
    return any(f" {word} {voice}" in text for word in ("that", "this", "the same"))


def _answers_its_own(then: Assertion) -> bool:
    """Does another figure stand before it in its sentence, which it is set against?"""
    before = then.quote[: max(0, then.span.start - then.sentence.start)].lower()
    words = (word.strip(".,;:()") for word in before.split())
    return any(word[:1].isdigit() or (word != "one" and is_counting(word)) for word in words)


def _happens_apart(first: Assertion, then: Assertion) -> bool:
    """Does something happen to the second figure, and to the first another thing?"""
    one, two = set(first.slot.senses), set(then.slot.senses)
    return bool(one and two) and not one & two


def _said_alike(first: Assertion, then: Assertion) -> bool:
    """Does the second figure have its noun and happening from the first ("the firm spoke of 870")?"""
    one, two = first.slot, then.slot
    said = (one.noun, one.senses, one.measures)
    return any(said) and said == (two.noun, two.senses, two.measures)


def _comparable(one: Quantity, two: Quantity) -> bool:
    """Unequal figures of one unit, and of about one size."""
    pair = pair_in_one_unit(one, two) if one.unit == two.unit else None
    if pair is None or one.role != two.role or compare_quantities(one, two) is Relation.EQUAL:
        return False
    low, high = sorted(pair)
    return 0 < low < high <= low * _FACTOR


def _corrects(first: Assertion, then: Assertion) -> bool:
    """ "The group says that it has fourteen ships. It has seventeen": does the writer answer?"""
    said = first.slot.voice or (first.attribution and first.attribution.speaker)
    if not said or then.attribution or first.index + 1 != then.index:
        return False
    start = then.span.start - then.sentence.start
    lead, rest = then.quote[:start], then.quote[start + len(then.text) :]
    counted = first.slot.noun is not None and first.slot.noun == then.slot.noun
    return counted and bool(_BUT.fullmatch(lead) and _END.match(rest))


def _one_thing(one: str | None, two: str | None) -> bool:
    if _NAME in {one, two}:
        return True  # a list of those who died has their names on it
    return one is None or two is None or same_noun(one, two) not in {"different", "unknown"}
