"""The words that govern a value in its sentence, whether a lexicon knows them or not.

In:  an assertion. Out: its content words, the nearest to the value first. "The patent was
granted in March 2013" gives "grant" and "patent": what happened, and to what. A noun made of a
verb has the verb's stem ("inspection", "inspected").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from twosource.extract.clauses import clause_numbers
from twosource.extract.readings import inside_name, part_of_speech
from twosource.extract.senses import noun_class
from twosource.model import Assertion
from twosource.text import Token, stopwords, tokenize

_MARKUP: Final = re.compile(r"<[^<>]{0,400}>|&[A-Za-z#0-9]{2,8};|[*_`]")
_ENDINGS: Final = (
    *("ications", "ication", "ations", "ation", "itions", "ition", "ments", "ment", "ings", "ing"),
    *("ions", "ion", "ances", "ance", "ences", "ence", "als", "al", "ures", "ure", "ers", "er"),
    *("ate", "ied", "ed", "ies", "es", "y", "e", "s"),
)
_BEHIND: Final = 48  # characters behind a figure in which "of" and the thing stand
_WORDS: Final = 4
_STEM: Final = 4  # letters that a stem has at least
_DOUBLED: Final = re.compile(r"([bdgmnprt])\1\Z")


@dataclass(frozen=True, slots=True)
class Word:
    """A content word of the value's sentence.

    Attributes:
        lemma: As the rarity of words counts it, synonyms folded.
        stem: What a verb and the noun made of it share.
        verb: Does its form or the word before it show a verb?
        name: Is it written with a capital inside the sentence?
        far: Tokens between it and the value.
        inside: Does it stand in the value's clause?
    """

    lemma: str
    stem: str
    verb: bool
    name: bool
    far: int
    inside: bool


def governing(item: Assertion) -> tuple[Word, ...]:
    """Return the content words of the value's sentence, the nearest first."""
    start = item.span.start - item.sentence.start
    return _governing(item.quote, start, start + item.span.end - item.span.start)


def stuff(item: Assertion) -> str | None:
    """Return the stem of what is measured, where it stands behind the figure: "40 t of gasoil"."""
    behind = item.quote[item.span.end - item.sentence.start :][:_BEHIND]
    tokens = tokenize(_MARKUP.sub(" ", behind))
    if not tokens or tokens[0].form.lower() != "of":
        return None
    words = (t for t in tokens[1:_WORDS] if t.form.isalpha() and t.lemma not in stopwords())
    return next((stem(token.lemma) for token in words), None)


@lru_cache(maxsize=20_000)
def _governing(quote: str, start: int, end: int) -> tuple[Word, ...]:
    tokens, clauses, (first, last) = _read(quote, start, end)
    own = {clauses[first], clauses[last]} if last >= 0 else set()
    found = [
        _word(tokens, i, first - i if i < first else i - last, inside=clauses[i] in own)
        for i, token in enumerate(tokens)
        if last >= 0 and not first <= i <= last and _is_content(token)
    ]
    return tuple(sorted(found, key=lambda word: (word.far, word.stem)))


def _read(
    quote: str, start: int, end: int
) -> tuple[tuple[Token, ...], tuple[int, ...], tuple[int, int]]:
    """The tokens of a sentence without its markup, their clauses, first and last of the value."""
    tokens = tokenize(_MARKUP.sub(lambda match: " " * len(match[0]), quote))
    inside = [i for i, token in enumerate(tokens) if token.start < end and token.end > start]
    return tokens, clause_numbers(tokens), (inside[0], inside[-1]) if inside else (0, -1)


def _word(tokens: tuple[Token, ...], index: int, far: int, *, inside: bool) -> Word:
    lemma = tokens[index].lemma
    name = inside_name(tokens, index)
    unit = index > 0 and tokens[index - 1].form[0].isdigit()
    verb = not (name or unit) and part_of_speech(tokens, index, lemma) == "verb"
    return Word(_folded(lemma), stem(lemma), verb, name, far, inside)


def _is_content(token: Token) -> bool:
    return token.form[0].isalpha() and len(token.lemma) > 1 and token.lemma not in stopwords()


def _folded(lemma: str) -> str:
    entry = noun_class(lemma)
    return lemma if entry is None or entry.generic else entry.id


@lru_cache(maxsize=20_000)
def stem(lemma: str) -> str:
    """Return what is left of a word without the ending that makes a noun of a verb.

    Synonyms that the lexicon of counted nouns knows have one stem.
    """
    entry = noun_class(lemma)
    if entry is not None and not entry.generic:
        return f"={entry.id}"
    for ending in _ENDINGS:
        if lemma.endswith(ending) and len(lemma) - len(ending) >= _STEM:
            return _DOUBLED.sub(r"\1", lemma[: -len(ending)])
    return lemma
