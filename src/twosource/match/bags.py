"""The words and the names of texts, for comparing texts as wholes.

In:  texts as sequences of sentences. Out: one `Bag` each. What is a name is decided over all
texts: a word that is written with a capital where a sentence does not ask for one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from twosource.lexicon import load
from twosource.text import Token, known_word, stopwords, tokenize

_TITLE: Final = 0.6  # share of capitals from which a line is a headline


@dataclass(frozen=True, slots=True)
class Bag:
    """A text without its order.

    Attributes:
        words: Lemma, or figure as written, -> how often it stands there.
        names: Lower-case forms of the names in it.
        days: The months and days of the week it names: "m12", "d7".
    """

    words: Counter[str]
    names: frozenset[str]
    days: frozenset[str] = frozenset()


def bags_of(texts: Sequence[Sequence[str]]) -> list[Bag]:
    """One bag for each text, in order."""
    tokens = [[tokenize(sentence) for sentence in text] for text in texts]
    capital, low = _spellings(sentence for text in tokens for sentence in text)
    return [_bag(text, capital, low) for text in tokens]


def _bag(text: Sequence[Sequence[Token]], capital: Counter[str], low: Counter[str]) -> Bag:
    words: Counter[str] = Counter()
    names: set[str] = set()
    days: set[str] = set()
    for sentence in text:
        days.update(_days_in(sentence))
        for token in filter(is_content, sentence):
            form = token.form.lower()
            named = token.capital and len(form) > 2 and form not in _calendar()
            if named and _is_name(form, capital, low):
                names.add(form)
            words[token.lemma] += 1
    return Bag(words, frozenset(names), frozenset(days))


def is_content(token: Token) -> bool:
    """Is it a figure, or a word that says what a text is about?"""
    if not token.word:
        return False
    stop = stopwords()
    plain = token.lemma not in stop and token.form.lower() not in stop
    return token.form[0].isdigit() or (len(token.lemma) > 1 and plain)


def _spellings(sentences: Iterator[Sequence[Token]]) -> tuple[Counter[str], Counter[str]]:
    """How often each word stands with and without a capital, first words and headlines aside."""
    capital: Counter[str] = Counter()
    low: Counter[str] = Counter()
    for sentence in sentences:
        words = [token for token in sentence if token.form[0].isalpha()]
        headline = sum(token.capital for token in words) > _TITLE * len(words)
        for index, token in enumerate(words):
            if not token.capital:
                low[token.form.lower()] += 1
            elif index and not headline:
                capital[token.form.lower()] += 1
    return capital, low


def _is_name(form: str, capital: Counter[str], low: Counter[str]) -> bool:
    if capital[form] or low[form]:
        return capital[form] > low[form]
    return not known_word(form)


def _calendar() -> frozenset[str]:
    """Days and months are written with a capital and name nothing."""
    data = load("calendar")
    return frozenset({*data["months"], *data["weekdays"]})


def _days_in(sentence: Sequence[Token]) -> Iterator[str]:
    """The months and days of the week; a month that is a word or a name too, beside a figure."""
    words = [token for token in sentence if token.word]
    figures = [token.form[0].isdigit() for token in words]
    for index, token in enumerate(words):
        form = token.form.lower()
        if token.capital and form in _day_words():
            plain = form not in load("calendar")["month_homographs"]["words"]
            if plain or any(figures[max(0, index - 1) : index + 2]):
                yield _day_words()[form]


@cache
def _day_words() -> dict[str, str]:
    data = load("calendar")
    months = {**data["months"], **data["month_abbreviations"]}
    days = {word: f"d{number}" for word, number in data["weekdays"].items()}
    return days | {word: f"m{number}" for word, number in months.items()}
