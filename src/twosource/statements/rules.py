"""The rules that find two statements contradicting each other, in the order they are asked.

In:  two statements side by side. Out: the first contradiction found, with its places. A rule
answers the same for either order of the statements.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final

from rapidfuzz import fuzz

from twosource.model import DateValue, ValueMention
from twosource.statements.align import Aligned
from twosource.statements.contrast import exclusive, negations, opposed, rank, restricts
from twosource.statements.figures import alike, excluding, unechoed, values_of
from twosource.statements.names import is_name
from twosource.text import Token, fold

Place = tuple[int, int]
_BESIDE: Final = 20  # characters between a denial and what it denies


@dataclass(frozen=True, slots=True)
class Contrast:
    """What contradicts: the rule, and the place in either statement (None: it stands in one only)."""

    rule: str
    left: Place | None
    right: Place | None


@dataclass(frozen=True, slots=True)
class Case:
    """Two statements as the rules see them."""

    left: str
    right: str
    aligned: Aligned


Rule = Callable[[Case], Iterator[Contrast]]


def figures(case: Case) -> Iterator[Contrast]:
    """A figure or date stands where the other statement has one that excludes it."""
    one, two = values_of(case.left), values_of(case.right)
    rest, others = unechoed(one, two), unechoed(two, one)
    for a, b in product(rest, others):
        if excluding(a, b) and (
            _instead(case, a, b) or (alike(a, b) and len(rest) == len(others) == 1)
        ):
            yield Contrast(_kind(a), (a.start, a.end), (b.start, b.end))


def _kind(value: ValueMention) -> str:
    return "date" if isinstance(value.value, DateValue) else "number"


def _instead(case: Case, one: ValueMention, two: ValueMention) -> bool:
    """Does the one stand in a stretch where the other statement has the other?"""
    return any(
        _meets(case.aligned.left, s.left, one) and _meets(case.aligned.right, s.right, two)
        for s in case.aligned.stretches
    )


def _meets(words: Sequence[Token], stretch: Place, value: ValueMention) -> bool:
    inside = words[slice(*stretch)]
    return any(token.start < value.end and value.start < token.end for token in inside)


def digits(case: Case) -> Iterator[Contrast]:
    """A word with other digits stands where the other statement has digits ("2D", "3D").

    For figures that no rule reads as a value; what is read is compared as a value.
    """
    one, two = values_of(case.left), values_of(case.right)
    for left, right in _replaced(case):
        if _digits(left) and _digits(right) and not (_inside(left, one) and _inside(right, two)):
            yield Contrast("number", (left.start, left.end), (right.start, right.end))


def _digits(token: Token) -> bool:
    return any(character.isdigit() for character in token.form)


def _inside(token: Token, values: Sequence[ValueMention]) -> bool:
    return any(value.start <= token.start < value.end for value in values)


def negation(case: Case) -> Iterator[Contrast]:
    """One statement denies what the other says: more denials stand in the one than in the other.

    Not where it denies an opposite: "not insured" and "uninsured" are one.
    """
    if not _undone(case):
        yield from _denials(case)


def _undone(case: Case) -> bool:
    """Is the only opposite beside the denial, so that the two undo each other?"""
    found = _opposites(case)
    return len(found) == 1 and any(
        _near(denial.left, found[0].left) or _near(denial.right, found[0].right)
        for denial in _denials(case)
    )


def _near(one: Place | None, two: Place | None) -> bool:
    if one is None or two is None:
        return False
    return max(one[0] - two[1], two[0] - one[1]) <= _BESIDE


def _denials(case: Case) -> Iterator[Contrast]:
    left = _odd(case.aligned.left, [s.left for s in case.aligned.stretches])
    right = _odd(case.aligned.right, [s.right for s in case.aligned.stretches])
    if len(left) != len(right):
        yield Contrast("negation", _place(left), _place(right))


def _odd(words: Sequence[Token], stretches: Sequence[Place]) -> list[Token]:
    """The denials in the stretches that differ."""
    return [words[i] for i in negations(words) if any(a <= i < b for a, b in stretches)]


def _place(tokens: Sequence[Token]) -> Place | None:
    return (tokens[0].start, tokens[-1].end) if tokens else None


def opposite(case: Case) -> Iterator[Contrast]:
    """A word stands where the other statement has its opposite, or another word of a closed set."""
    if not _undone(case):
        yield from _opposites(case)


def _opposites(case: Case) -> list[Contrast]:
    return [
        Contrast(
            "exclusive" if exclusive(one, two) else "opposite",
            (one.start, one.end),
            (two.start, two.end),
        )
        for one, two in _replaced(case)
        if opposed(one, two) or exclusive(one, two)
    ]


def _replaced(case: Case) -> Iterator[tuple[Token, Token]]:
    """Pairs of words of one stretch, each of which its own statement has more often."""
    one, two = case.aligned.counts
    for stretch in case.aligned.stretches:
        for left, right in product(*case.aligned.words(stretch)):
            if one[left.lemma] > two[left.lemma] and two[right.lemma] > one[right.lemma]:
                yield left, right


def quantifier(case: Case) -> Iterator[Contrast]:
    """All, some, few or none: another share of a whole is meant."""
    for stretch in case.aligned.stretches:
        left, right = case.aligned.words(stretch)
        ranks = [
            (a, b) for a, b in product(left, right) if rank(a) is not None and rank(b) is not None
        ]
        for one, two in ranks:
            if rank(one) != rank(two):
                yield Contrast("quantifier", (one.start, one.end), (two.start, two.end))


def restriction(case: Case) -> Iterator[Contrast]:
    """ "Only" stands in one statement and nowhere in the other."""
    left = [token for token in case.aligned.left if restricts(token)]
    right = [token for token in case.aligned.right if restricts(token)]
    if bool(left) != bool(right):
        yield Contrast("restriction", _place(left), _place(right))


def name(case: Case) -> Iterator[Contrast]:
    """A name stands where the other statement has another name."""
    for stretch in case.aligned.stretches:
        left, right = case.aligned.words(stretch)
        one = [token for token in left if is_name(case.left, token)]
        two = [token for token in right if is_name(case.right, token)]
        if one and two and _other_name(one, two, case):
            yield Contrast("name", _place(one), _place(two))


def _other_name(one: Sequence[Token], two: Sequence[Token], case: Case) -> bool:
    """Is no word of the one like a word of the other statement, or its initials?"""
    left = {fold(token.form) for token in case.aligned.left}
    right = {fold(token.form) for token in case.aligned.right}
    ones, twos = {fold(token.form) for token in one}, {fold(token.form) for token in two}
    if ones & right or twos & left:
        return False
    return not any(_akin(a, b) for a, b in product(ones, twos))


def _akin(one: str, two: str) -> bool:
    """Two spellings of one name, or one the beginning of the other ("Iran", "Iranian")?"""
    return not one or not two or one[:4] == two[:4] or fuzz.ratio(one, two) >= 80


RULES: Final[tuple[Rule, ...]] = (
    figures,
    digits,
    opposite,
    quantifier,
    name,
    restriction,
    negation,
)
