"""Do two voices in one source give different figures for one thing?

In:  two assertions of one source. Out: yes or no. "The police count 18,000 people, the
organisers 60,000": a disagreement that the source itself sets side by side.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from twosource.extract.quantities.lexis import is_counting
from twosource.extract.senses import find_senses, same_noun
from twosource.intervals import Relation, compare_quantities, pair_in_one_unit
from twosource.match.contrary import contrary
from twosource.model import Assertion, Quantity
from twosource.text import Token, stopwords, tokenize

_POINTING: Final = frozenset({"the", "that", "this", "same", "a", "an", "its", "their"})
_MEANT: Final = frozenset({"they", "he", "she"})  # who was named just before
_NAME: Final = "name"
_BUT: Final = re.compile(
    r"(?:but |in fact,? |no[,:] )?(?:it|they|there)(?:[’']s| has| have| had| is| are| was| were)"
    r"(?: in fact| really| actually| only)? ",
    re.IGNORECASE,
)
_END: Final = re.compile(r"\s?(?:$|[.,;:!?)])")
_PLACE: Final = re.compile(r"\b(?:[Ii]n|[Aa]t|[Nn]ear) (?:the )?([A-Z][\w’'-]{2,24})")
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
    bare = then.slot.noun in {None, _NAME} and not _of_its_own(first, then)
    bare = bare and not _happens_apart(first, then)
    same = bare or _said_alike(first, then) or _told_again(first, then) or first.slot.again
    return then.slot.again or (first.slot.voice is not None and same)


def _of_its_own(first: Assertion, then: Assertion) -> bool:
    """Is the second figure said to measure what the first does not?"""
    return not set(then.slot.measures) <= set(first.slot.measures)


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
    words = (word.strip(".,;:()") for word in before.replace("-", " ").split())
    return any(word[:1].isdigit() or (word != "one" and is_counting(word)) for word in words)


def _happens_apart(first: Assertion, then: Assertion) -> bool:
    """Does something happen to the second figure, and to the first another thing?"""
    one, two = set(first.slot.senses), set(then.slot.senses) - _senses_of(then.slot.voice or "")
    return bool(one and two) and not one & two


@lru_cache(maxsize=2_000)
def _senses_of(voice: str) -> frozenset[str]:
    """The happenings that the words for a voice name ("residents"): they are not the figure's."""
    return frozenset(hit.id for hit in find_senses(tokenize(voice)))


def _said_alike(first: Assertion, then: Assertion) -> bool:
    """Does the second figure have its noun and happening from the first ("the firm spoke of 870")?"""
    one, two = first.slot, then.slot
    said = (one.noun, one.senses, one.measures)
    alike = any(said) and said == (two.noun, two.senses, two.measures)
    return alike and not _clauses_apart(first, then)


def _told_again(first: Assertion, then: Assertion) -> bool:
    """ "The ministry reports 31 deaths, doctors say that 70 people died": is the same said in full?

    Of the same sort of thing, in one place, and nothing sets the two clauses apart.
    """
    one, two = first.slot, then.slot
    if None in {one.noun, two.noun} or not set(one.senses[:1]) & set(two.senses):
        return False
    alike = same_noun(one.noun or "", two.noun or "") in {"same", "generic"}
    return alike and not _clauses_apart(first, then)


def _clauses_apart(first: Assertion, then: Assertion) -> bool:
    """ "In Arle ... 40 dead, in Brom ... 30", "400 nurses are ill, 600 nurses are on duty"."""
    texts = _clauses(first, then)
    places = [set(_PLACE.findall(text)) for text in texts]
    if all(places) and not places[0] & places[1]:
        return True
    rests = [_tail(item, text) for item, text in zip((first, then), texts, strict=True)]
    words = [{token.lemma for token in rest if token.word} - stopwords() for rest in rests]
    told = [{hit.id for hit in find_senses(rest)} for rest in rests]
    if all(words) and not words[0] & words[1] and not told[0] & told[1]:
        return True
    return contrary(first, then)


def _clauses(first: Assertion, then: Assertion) -> tuple[str, str]:
    """The words around either figure: two sentences, or the halves of one at the mark between."""
    if first.index != then.index:
        return first.quote, then.quote
    start, text = first.sentence.start, first.quote
    low, high = first.span.end - start, then.span.start - start
    at = max(text.rfind(mark, low, high) for mark in (",", ";", ":", " and ", " but ", " while "))
    at = high if at < 0 else at
    return text[:at], text[at:]


def _tail(item: Assertion, text: str) -> tuple[Token, ...]:
    """The words behind a figure and what it counts, up to the end of its clause."""
    behind = text[text.find(item.text) + len(item.text) :].split(",")[0].split(";")[0]
    tokens = tuple(tokenize(behind))
    own = (at for at, token in enumerate(tokens[:3]) if token.lemma == item.slot.noun)
    return tokens[next(own, -1) + 1 :]


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
