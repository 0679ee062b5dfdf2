"""Rules for statements worded differently: a claim and a sentence that may bear on it.

In:  two statements side by side. Out: contradictions, as in `rules`. Where no word stands in
the place of another, only what the shorter statement says can be looked for in the longer one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import product
from typing import Final

from twosource.extract.senses import find_senses
from twosource.lexicon import load
from twosource.model import DateValue, ValueMention
from twosource.statements.contrast import exclusive, negations, opposed
from twosource.statements.figures import alike, compatible, ends_of, excluding, values_of
from twosource.statements.names import names_in
from twosource.statements.rules import Case, Contrast, Place, Rule
from twosource.text import Token, stopwords, tokenize

_SETS: Final = frozenset({"people", "order", "kin", "sex", "sex_of", "work", "colour"})
_RETOLD: Final = 0.6  # share of the telling words, names aside, that show that the same is told
_TOLD: Final = 0.4  # the same for a denial, whose own words need not stand in the other
_NEAR: Final = 40  # characters between a date and the happening it is of
_OPENING: Final = 3  # words within which a name is the subject
Words = Sequence[Token]


def loose_figures(case: Case) -> Iterator[Contrast]:
    """A figure of the shorter statement that the longer one has otherwise, and not as well.

    Dates of one happening ("born") are held against each other before any others.
    """
    short, long = _by_length(case)
    for one in values_of(short):
        others = [_at_its_end(other, short, one) for other in values_of(long)]
        others = _of_one_happening(short, one, long, others) or others
        likes = [other for other in others if alike(one, other)]
        if likes and not any(compatible(one, other) for other in others):
            clash = next(
                (o for o in likes if excluding(one, o) and not _of_two(short, one, long, o)), None
            )
            if clash is not None:
                kind = "date" if isinstance(one.value, DateValue) else "number"
                yield _contrast(case, kind, (one.start, one.end), (clash.start, clash.end))


def loose_birthday(case: Case) -> Iterator[Contrast]:
    """What only a grown person does is dated to the time of the birth.

    Not where the longer statement has a date for what the shorter one dates.
    """
    short, long = _by_length(case)
    others = values_of(long)
    for one, two in product(values_of(short), others):
        dates = isinstance(one.value, DateValue) and compatible(one, two)
        dated = dates and _of_one_happening(short, one, long, others)
        if dates and not dated and _of_two(short, one, long, two):
            yield _contrast(case, "date", (one.start, one.end), (two.start, two.end))


def _of_one_happening(
    short: str, one: ValueMention, long: str, others: Sequence[ValueMention]
) -> list[ValueMention]:
    """The dates of the longer statement that stand beside the same happening."""
    happening = _beside(short, one) if isinstance(one.value, DateValue) else None
    if happening is None:
        return []
    dates = [other for other in others if isinstance(other.value, DateValue)]
    return [other for other in dates if _beside(long, other) == happening]


def _of_two(short: str, one: ValueMention, long: str, two: ValueMention) -> bool:
    """Is one date that of a birth, and the other that of something done later in life?"""
    happenings = {_beside(short, one), _beside(long, two)}
    return "birth" in happenings and bool(happenings & set(load("contrasts")["grown"]))


@lru_cache(maxsize=4096)
def _senses(text: str) -> tuple[tuple[str, int, int], ...]:
    tokens = tokenize(text)
    return tuple(
        (hit.id, tokens[hit.start_token].start, tokens[hit.end_token - 1].end)
        for hit in find_senses(tokens)
    )


def _beside(text: str, value: ValueMention) -> str | None:
    """The happening nearest to a value."""
    away = [
        (max(start - value.end, value.start - end, 0), sense) for sense, start, end in _senses(text)
    ]
    return min(away)[1] if away and min(away)[0] <= _NEAR else None


def _by_length(case: Case) -> tuple[str, str]:
    """The shorter statement, then the longer one."""
    return (case.left, case.right) if _left_short(case) else (case.right, case.left)


def _left_short(case: Case) -> bool:
    return (len(case.left), case.left) <= (len(case.right), case.right)


def _contrast(case: Case, rule: str, short: Place | None, long: Place | None) -> Contrast:
    return Contrast(rule, short, long) if _left_short(case) else Contrast(rule, long, short)


def _at_its_end(value: ValueMention, claim: str, one: ValueMention) -> ValueMention:
    """The day of a stretch of time that a beginning or an end falls on ("born", "died")."""
    ends = ends_of(value)
    if ends is None or ends_of(one) is not None:
        return value
    lemmas = {token.lemma for token in tokenize(claim)}
    first, last = (bool(lemmas & _turning(key)) for key in ("first_day", "last_day"))
    return value if first == last else ends[0] if first else ends[1]


@cache
def _turning(key: str) -> frozenset[str]:
    return frozenset(load("contrasts")[key])


def loose_opposite(case: Case) -> Iterator[Contrast]:
    """A word of the one whose opposite, and not the word itself, stands in the other."""
    if not any(True for _ in _denied(case)):
        yield from _opposites(case)


def _opposites(case: Case) -> Iterator[Contrast]:
    lemmas, others = case.aligned.counts
    for one, two in product(case.aligned.left, case.aligned.right):
        if others[one.lemma] >= lemmas[one.lemma] or lemmas[two.lemma] >= others[two.lemma]:
            continue
        if _named(case.left, one) or _named(case.right, two):
            continue
        if opposed(one, two) or exclusive(one, two) in _SETS:
            yield Contrast("opposite", (one.start, one.end), (two.start, two.end))


def _named(text: str, token: Token) -> bool:
    """Is it part of a name, before another word with a capital?"""
    return token.capital and text[token.end : token.end + 2].strip()[:1].isupper()


def loose_negation(case: Case) -> Iterator[Contrast]:
    """One denies what the other tells; not where an opposite undoes the denial."""
    short, long = case.aligned.by_length
    if _retold(short, long, ()) >= _TOLD and not any(True for _ in _opposites(case)):
        yield from _denied(case)


def _denied(case: Case) -> Iterator[Contrast]:
    one, two = negations(case.aligned.left), negations(case.aligned.right)
    if bool(one) != bool(two):
        words, places = (case.aligned.left, one) if one else (case.aligned.right, two)
        place = words[places[0]].start, words[places[0]].end
        yield Contrast("negation", place if one else None, None if one else place)


def loose_name(case: Case) -> Iterator[Contrast]:
    """The longer statement tells what the shorter one does, of another name.

    Not a name near the beginning: it is the subject, which the longer one may call "it".
    """
    short, long = _by_length(case)
    words, others = (case.aligned.left, case.aligned.right)
    if not _left_short(case):
        words, others = others, words
    names, rivals = names_in(short, words), names_in(long, others)
    opening = words[min(_OPENING, len(words) - 1)].start
    missing = [name for name in names if name[0].start > opening and not _has(others, name)]
    instead = [name for name in rivals if not _has(words, name)]
    if len(missing) == 1 and instead and _retold(words, others, names) >= _RETOLD:
        yield _contrast(case, "name", _span(missing[0]), _span(instead[0]))


def _has(words: Words, name: Words) -> bool:
    """Does a word of the name stand there?"""
    forms = {word.form.lower() for word in words} | {word.lemma for word in words}
    return any(token.form.lower() in forms or token.lemma in forms for token in name)


def _retold(words: Words, others: Words, names: Sequence[Words]) -> float:
    """Share of the telling words, names aside, that stand in the other statement, too."""
    named = {token.start for name in names for token in name}
    known = {word.lemma for word in others} | {word.lemma[:5] for word in others}
    telling = [
        token for token in words if token.start not in named and token.lemma not in stopwords()
    ]
    found = sum(token.lemma in known or token.lemma[:5] in known for token in telling)
    return found / len(telling) if telling else 0.0


def _span(name: Words) -> Place:
    return name[0].start, name[-1].end


LOOSE_RULES: Final[tuple[Rule, ...]] = (
    loose_figures,
    loose_birthday,
    loose_opposite,
    loose_name,
    loose_negation,
)
