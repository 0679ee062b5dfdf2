"""Do the words of two clauses set their values apart, however much else the clauses share?

In:  two assertions whose values exclude each other. Out: yes or no. "On Friday 120 flights" and
"on Saturday 95", "in men" and "in women", "last season" and "this season", "the tower" and "the
tower of the other church", "the army lost 212 men" and "the enemy lost 187": a word stands in
the one clause where the other has a word that shuts it out. Silence parts nothing.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import product
from typing import Final, NamedTuple

from twosource.extract.clauses import auxiliaries, clause_numbers
from twosource.extract.readings import part_of_speech
from twosource.extract.senses import noun_class
from twosource.lexicon import load
from twosource.match.change import is_running
from twosource.match.predicates import stem
from twosource.match.slots import families
from twosource.model import Assertion, Quantity
from twosource.statements.contrast import exclusive
from twosource.text import Token, stopwords, tokenize

_TURNS: Final = frozenset({"last", "this", "next", "previous", "current", "coming", "same"})
_OTHERS: Final = frozenset({"other", "another", "neighbouring", "adjacent", "second"})
_REMAINING: Final = frozenset({"remain", "still", "leave", "left"})
_BREAKS: Final = frozenset({",", "of", "in", "on", "at", "for", "from", "with", "to", "by", "and"})
_OWNING: Final = frozenset({"'s", "’s"})
_OPENING: Final = frozenset({"the", "a", "an", "its", "their", "his", "her", "our", "my", "this"})
_REACH: Final = 12  # tokens between a value and the words that are looked at


class _Words(NamedTuple):
    """The tokens of the value's clause, those of the value left out; its subject; all stems."""

    near: tuple[Token, ...]
    owner: str | None
    stems: frozenset[str]


def contrary(left: Assertion, right: Assertion) -> bool:
    """Do the clauses of two values that exclude each other set them apart?"""
    one, two = _words(left), _words(right)
    return (
        _shut_out(one, two, timely=not _dated(left, right))
        or _two_happenings(left, right)
        or _in_turn(one, two)
        or _of_others(one, two)
        or _left_over(one, two)
        or (_is_amount(left) and _owners_apart(one, two))
    )


def _two_happenings(left: Assertion, right: Assertion) -> bool:
    """ "The flood destroyed 240 houses", "the flood damaged 310": is but what they happen in shared?"""
    one, two = left.slot.senses[:2], right.slot.senses[:2]
    if not set(one) & set(two) or one[0] in two or two[0] in one:
        return False
    return not families(one[0]) & families(two[0])


def _dated(left: Assertion, right: Assertion) -> bool:
    """Is it a running figure whose times are known? Then it is the passing of time that counts."""
    running = is_running(left) or is_running(right)
    return running and None not in {left.slot.scope.time, right.slot.scope.time}


def _is_amount(item: Assertion) -> bool:
    """Is it so much or so many, which each has of his own? A day or a direction is not."""
    return isinstance(item.value, Quantity) and item.value.role != "direction"


def _words(item: Assertion) -> _Words:
    start = item.span.start - item.sentence.start
    return _read(item.quote, start, start + item.span.end - item.span.start)


@lru_cache(maxsize=20_000)
def _read(quote: str, start: int, end: int) -> _Words:
    tokens = tokenize(quote)
    clauses = clause_numbers(tokens)
    inside = [i for i, token in enumerate(tokens) if token.start < end and token.end > start]
    if not inside:
        return _Words((), None, frozenset())
    own = {clauses[inside[0]], clauses[inside[-1]]}
    reach = range(max(0, inside[0] - _REACH), min(len(tokens), inside[-1] + _REACH + 1))
    near = tuple(tokens[i] for i in reach if clauses[i] in own and i not in inside)
    first = clauses.index(clauses[inside[0]])
    stems = frozenset(stem(token.lemma) for token in tokens if token.form[0].isalpha())
    return _Words(near, _owner(tokens, first, inside[0]), stems)


def _shut_out(one: _Words, two: _Words, *, timely: bool) -> bool:
    """Is there a word in either clause that excludes one in the other, and is in it alone?"""
    sides = [{token.lemma for token in side.near} for side in (one, two)]
    left = [token for token in one.near if token.lemma not in sides[1]]
    right = [token for token in two.near if token.lemma not in sides[0]]
    for a, b in product(left, right):
        name = exclusive(a, b)
        if name in _sets() or (timely and name in _times()):
            return True
    return False


@cache
def _sets() -> frozenset[str]:
    return frozenset(load("contrasts")["parting"]["things"])


@cache
def _times() -> frozenset[str]:
    return frozenset(load("contrasts")["parting"]["times"])


def _in_turn(one: _Words, two: _Words) -> bool:
    """ "Last season", "this season": one stretch of time after another."""
    told = _turned(one), _turned(two)
    return any(told[1].get(noun, turn) != turn for noun, turn in told[0].items())


def _turned(words: _Words) -> dict[str, str]:
    """Noun -> the word before it that says which one ("last")."""
    pairs = zip(words.near, words.near[1:], strict=False)
    return {b.lemma: a.form.lower() for a, b in pairs if a.form.lower() in _TURNS and b.word}


def _of_others(one: _Words, two: _Words) -> bool:
    """Is but one of them told of "the other" thing of a sort that both name?"""
    told = _others(one), _others(two)
    return any(
        any(token.lemma == noun for token in side.near) and noun not in rest
        for noun in told[0] ^ told[1]
        for side, rest in ((one, told[0]), (two, told[1]))
    )


def _others(words: _Words) -> frozenset[str]:
    pairs = zip(words.near, words.near[1:], strict=False)
    return frozenset(b.lemma for a, b in pairs if a.form.lower() in _OTHERS and b.word)


def _left_over(one: _Words, two: _Words) -> bool:
    """Is one the figure at its height, and the other what remained of it?"""
    sides = [{token.lemma for token in side.near} for side in (one, two)]
    return any(
        _peaks() & sides[a] and _REMAINING & sides[b] and not _peaks() & sides[b]
        for a, b in ((0, 1), (1, 0))
    )


@cache
def _peaks() -> frozenset[str]:
    return frozenset(load("clauses")["peaks"])


def _owners_apart(one: _Words, two: _Words) -> bool:
    """Does one do it, or have it, and another in the other clause, where it is not named at all?"""
    if one.owner is None or two.owner is None:
        return False
    return one.owner not in two.stems and two.owner not in one.stems


def _owner(tokens: tuple[Token, ...], first: int, value: int) -> str | None:
    """The stem of the plain noun that is the subject of the verb before the value; else None.

    None as well for a name, a pronoun and for what is said with "by": those may be anybody.
    """
    verb = _verb(tokens, first, value)
    if verb is None or tokens[first].form.lower() not in _OPENING:
        return None
    if _lemma(tokens[verb]) in _telling_verbs():
        return None  # who counts something has not done it
    if any(token.form.lower() == "by" for token in tokens[first:value]):
        return None
    head: Token | None = None
    for index in range(first + 1, verb):
        low = tokens[index].form.lower()
        if low in _BREAKS:
            break
        if low in _OWNING:
            head = None
        elif tokens[index].word:
            head = None if tokens[index].capital else tokens[index]
    return stem(head.lemma) if head is not None and _telling(head) else None


def _telling(head: Token) -> bool:
    """Is it a common noun, and none that stands for anybody or anything?"""
    entry = noun_class(head.lemma)
    known = head.form.isalpha() and head.lemma not in stopwords()
    return known and not (entry is not None and entry.generic)


def _lemma(token: Token) -> str:
    return str(load("senses")["irregular"].get(token.form.lower(), token.lemma))


@cache
def _telling_verbs() -> frozenset[str]:
    words = load("reporting")
    keys = ("verbs", "clause", "strict", "at_verbs", "count_verbs", "of_verbs")
    return frozenset(word for key in keys for word in words[key])


def _verb(tokens: tuple[Token, ...], first: int, value: int) -> int | None:
    """The place of the first verb before the value."""
    for index in range(first + 2, value):
        low, lemma = tokens[index].form.lower(), tokens[index].lemma
        if low in _OWNING:
            continue
        if low in auxiliaries() or part_of_speech(tokens, index, lemma) == "verb":
            return index
    return None
