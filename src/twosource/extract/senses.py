"""Find in a sentence the words that say what happened and what is measured.

In:  tokens. Out: hits on the entries of senses.toml and measures.toml, one reading for
each word. One pass over the tokens; an entry is looked up by its first word. What
counted nouns have in common is in `nouns` and can be had from here as well.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Final

from twosource.extract.nouns import NounEntry, noun_class, same_noun
from twosource.extract.readings import (
    after_figure,
    has_object,
    inside_name,
    is_adjective,
    is_rather_noun,
    is_verb_form,
    is_verb_here,
    low_form,
    part_of_speech,
)
from twosource.lexicon import load
from twosource.text import Token

__all__ = ["NounEntry", "SenseHit", "find_measures", "find_senses", "noun_class", "same_noun"]

_GAPS: Final = {"*": 8, "?": 3}  # tokens that a mark in an entry can stand for
_WEAK_REACH: Final = 16  # tokens within which another sense silences a weak one
_PREFIXES: Final = ("de-", "re-", "un-", "non-", "co-", "ex-", "pre-")
_HARD: Final = frozenset(".;:!?()[]{}|")
_MARKS: Final = frozenset(",;:()–—")
_ROLES: Final = (
    ("verbs", "verb"),
    ("intransitive", "intransitive"),
    ("nouns", "noun"),
    ("agents", "noun"),
    ("adjectives", "adjective"),
    ("phrases", "phrase"),
)


@dataclass(frozen=True, slots=True)
class SenseHit:
    """A sense or measure found at tokens [start_token, end_token).

    `role` is "verb" (what it happens to is the object, or the subject of a passive),
    "intransitive" (it is the subject), "noun", "adjective" or "phrase".
    """

    id: str
    role: str
    start_token: int
    end_token: int


@dataclass(frozen=True, slots=True)
class _Pattern:
    """An entry: its words, the first being the key. `exact` compares spelling only."""

    id: str
    role: str
    words: tuple[str, ...]
    weak: bool = False
    exact: bool = False


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """Entries by first word, longest first."""

    patterns: Mapping[str, tuple[_Pattern, ...]]
    irregular: Mapping[str, str]
    lower_only: frozenset[str]


def find_senses(tokens: Sequence[Token]) -> tuple[SenseHit, ...]:
    """Return the senses of senses.toml in token order; no word has two."""
    found = list(_find(tokens, _lexicon("senses", "sense")))
    strong = [hit.start_token for hit, weak in found if not weak]
    marks = [index for index, token in enumerate(tokens) if token.form in _MARKS]
    return tuple(hit for hit, weak in found if not (weak and _near(strong, marks, hit.start_token)))


def _near(starts: Sequence[int], marks: Sequence[int], index: int) -> bool:
    """Does one of the sorted `starts` lie within reach of `index`, no mark between them?"""
    at = bisect_left(marks, index)
    low = max(index - _WEAK_REACH, marks[at - 1] if at else 0)
    high = min(index + _WEAK_REACH, marks[at] if at < len(marks) else index + _WEAK_REACH)
    first = bisect_left(starts, low)
    return first < len(starts) and starts[first] <= high


def find_measures(tokens: Sequence[Token]) -> tuple[SenseHit, ...]:
    """Return the measures of measures.toml in token order.

    An adjective measures only right after a figure with its unit ("12 km deep").
    """
    return tuple(
        hit
        for hit, _ in _find(tokens, _lexicon("measures", "measure"))
        if hit.role != "adjective" or after_figure(tokens, hit.start_token)
    )


@cache
def _lexicon(name: str, table: str) -> _Lexicon:
    data = load(name)
    patterns: dict[str, list[_Pattern]] = defaultdict(list)
    for row in data[table]:
        for pattern in _patterns(row):
            patterns[pattern.words[0]].append(pattern)
    for idiom in data["idioms"]:
        patterns[_words(idiom)[0]].append(_Pattern("", "phrase", _words(idiom)))
    return _Lexicon(
        {word: tuple(sorted(rows, key=_order)) for word, rows in patterns.items()},
        load("senses").get("irregular", {}),
        frozenset(load("senses").get("lower_only", ())),
    )


def _patterns(row: Mapping[str, Any]) -> Iterable[_Pattern]:
    weak = bool(row.get("weak"))
    for key, role in _ROLES:
        for entry in row.get(key, ()):
            yield _Pattern(row["id"], role, _words(entry), weak or key == "agents")
    role = "verb" if row.get("verbs") else "intransitive"
    for form in row.get("forms", ()):
        yield _Pattern(row["id"], role, (form,), weak, exact=True)


def _words(entry: str) -> tuple[str, ...]:
    """Split an entry as `tokenize` splits text: "follow-up" is two words, "co-found" one."""
    return tuple(
        part
        for word in entry.split()
        for part in ([word.replace("-", "")] if word.startswith(_PREFIXES) else word.split("-"))
    )


def _order(pattern: _Pattern) -> tuple[int, bool, str, str]:
    return -len(pattern.words), not pattern.exact, pattern.role, pattern.id


def _find(tokens: Sequence[Token], lexicon: _Lexicon) -> Iterable[tuple[SenseHit, bool]]:
    index = 0
    while index < len(tokens):
        best = _at(tokens, index, lexicon)
        if best is None:
            index += 1
            continue
        pattern, end = best
        if pattern.id:
            yield SenseHit(pattern.id, pattern.role, index, end), pattern.weak
        index = end


def _at(tokens: Sequence[Token], index: int, lexicon: _Lexicon) -> tuple[_Pattern, int] | None:
    """Return the longest entry that begins at `index`, with the token after it."""
    token = tokens[index]
    low = token.form.lower()
    lemma = lexicon.irregular.get(low, token.lemma)
    if low in lexicon.lower_only and token.capital:
        return None
    rows = dict.fromkeys((*lexicon.patterns.get(lemma, ()), *lexicon.patterns.get(low, ())))
    single: list[_Pattern] = []
    for pattern in sorted(rows, key=_order):
        if len(pattern.words) > 1:
            end = _match(tokens, index, pattern.words, lexicon)
            nouns = any(row.words == (lemma,) and row.role == "noun" for row in rows)
            if end is not None and not (nouns and _is_noun(tokens, index, pattern, lemma)):
                return pattern, end
        elif _fits(pattern, low, lemma):
            single.append(pattern)
    chosen = _choose(tokens, index, single, lemma) if single else None
    return None if chosen is None else (chosen, index + 1)


def _is_noun(tokens: Sequence[Token], index: int, pattern: _Pattern, lemma: str) -> bool:
    """ "The 2004 fire at the mill": nobody fired at it."""
    verb = pattern.role in {"verb", "intransitive"}
    return verb and part_of_speech(tokens, index, lemma) == "noun"


def _fits(pattern: _Pattern, low: str, lemma: str) -> bool:
    """Verbs go by lemma ("found" is a form of "find"), other words by either.

    A noun is no "-ing" or "-ed" form of a like-sounding verb: "according" is no accord.
    """
    if pattern.exact:
        return pattern.words[0] == low
    if pattern.role in {"verb", "intransitive"}:
        return pattern.words[0] == lemma
    return pattern.words[0] == low or (
        pattern.words[0] == lemma and not low.endswith(("ing", "ed"))
    )


def _match(
    tokens: Sequence[Token], index: int, words: Sequence[str], lexicon: _Lexicon
) -> int | None:
    """Match `words` from `index` on; hyphens between words do not count."""
    at, gap = index, 0
    for word in words:
        if word in _GAPS:
            gap = _GAPS[word]
            continue
        stop = min(len(tokens), at + gap + 1)
        while at < stop and not _is_word(tokens[at], word, lexicon):
            if tokens[at].form in _HARD:
                return None
            at += 1
            stop += at < len(tokens) and tokens[at - 1].form == "-" and gap == 0
        if at >= stop:
            return None
        at, gap = at + 1, 0
    return at


def _is_word(token: Token, word: str, lexicon: _Lexicon) -> bool:
    low = token.form.lower()
    return word in {low, token.lemma, lexicon.irregular.get(low)}


def _choose(
    tokens: Sequence[Token], index: int, patterns: Sequence[_Pattern], lemma: str
) -> _Pattern | None:
    """Pick the reading that the neighbours of a single word allow; None when none does."""
    roles = {pattern.role: pattern for pattern in reversed(patterns)}
    verb = _verb_reading(tokens, index, roles)
    part = part_of_speech(tokens, index, lemma)
    doubtful = is_adjective(tokens, index, lemma) or is_rather_noun(tokens, index, lemma)
    if verb and not verb.exact and doubtful:
        verb = None
    if part == "noun" and "noun" in roles:
        return roles["noun"]
    if "adjective" in roles and not (verb and is_verb_here(tokens, index)):
        return roles["adjective"]
    if part == "verb" and verb:
        return verb
    if is_verb_form(tokens, index, lemma) and all(p.words[0] == lemma for p in patterns):
        return verb
    if "noun" in roles:
        return roles["noun"]
    if part == "noun" and verb is not None:
        return replace(verb, role="noun") if low_form(tokens, index).endswith("ing") else None
    if verb and (inside_name(tokens, index) or _is_a_thing(tokens, index, lemma, verb)):
        return None
    return verb


def _is_a_thing(tokens: Sequence[Token], index: int, lemma: str, verb: _Pattern) -> bool:
    """ "the main issue in the talks": a plain form that takes no object is no transitive verb."""
    plain = low_form(tokens, index) == lemma and verb.role == "verb"
    return plain and not has_object(tokens, index)


def _verb_reading(
    tokens: Sequence[Token], index: int, roles: Mapping[str, _Pattern]
) -> _Pattern | None:
    if "verb" in roles and "intransitive" in roles:
        return roles["verb" if has_object(tokens, index) else "intransitive"]
    return roles.get("verb") or roles.get("intransitive")
