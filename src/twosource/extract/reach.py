"""Cut a sentence into words and find the clause that a value stands in.

In:  one sentence, the local span of a value. Out: words with short forms written out
("isn't" is "is", "not"), and a `Place`. Without a parser this is a rule of thumb: marks,
relatives and conjunctions divide; "and" only when a verb, or a subject with one, follows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from twosource.lexicon import load
from twosource.text import Token, lemma, tokenize

_PRONOUNS: Final = frozenset({"i", "we", "you", "he", "she", "it", "they"})
SUBJECTS: Final = _PRONOUNS
DEFINITE: Final = frozenset(
    {"the", "its", "their", "his", "her", "this", "these", "those", "'s", "’s"}
)
_SUBJECTS_WITHIN: Final = 8  # words of a subject before its "and"
_APPOSED: Final = 6  # words from the comma of an apposition to its figure
_HARD: Final = frozenset(";:—–()[]|.!?•")
_APOSTROPHES: Final = frozenset("'’")
_ADJUNCTS: Final = frozenset({"as", "after", "before", "since", "until", "than"})
_NAMES: Final = frozenset({"May", "Will", "Might"})  # month or name, not the modal verb
_BEFORE_ASIDES: Final = frozenset(
    {"in", "on", "by", "since", "at", "from", "for", "until", "with", "after", "before", "to", "of"}
)
_SHORT: Final = {"d": "would", "ll": "will", "ve": "have", "re": "are"}


@dataclass(frozen=True, slots=True)
class Word:
    """A lower-case word or mark with its lemma and place; `figure` inside a number."""

    low: str
    lemma: str
    start: int
    end: int
    figure: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A value among the words: its range, and that of its own clause."""

    first: int
    last: int
    low: int
    high: int


@lru_cache(maxsize=256)
def cut_words(text: str) -> tuple[Word, ...]:
    """Cut the sentence into words; "isn't" gives "is", "not" and "we'd" "we", "would"."""
    tokens = tokenize(text)
    words: list[Word] = []
    skip = 0
    for index, token in enumerate(tokens):
        if skip:
            skip -= 1
            continue
        tail = _contraction(tokens, index)
        if tail is None:
            low = "#" + token.form if token.form in _NAMES else token.form.lower()
            words.append(_word(token, low, figure=_inside_figure(tokens, index)))
            continue
        skip = 2
        tail = "had" if tail == "would" and _is_past_at(tokens, index + 3) else tail
        base = token.form.lower()
        stem = base[:-1] if tail == "not" and base != "can" else base
        stem = {"wo": "will", "sha": "shall", "ca": "can"}.get(stem, stem)
        if stem:  # nothing is left of "n't" that stands apart
            words.append(_word(token, stem))
        words.append(_word(tokens[index + 2], tail))
    return tuple(words)


def _word(token: Token, low: str, *, figure: bool = False) -> Word:
    own = token.form.lower() == low
    return Word(low, token.lemma if own else lemma(low), token.start, token.end, figure)


def _contraction(tokens: Sequence[Token], index: int) -> str | None:
    """What the shortened word after the apostrophe stands for; None when there is none."""
    if index + 2 >= len(tokens) or tokens[index + 1].form not in _APOSTROPHES:
        return None
    if (
        tokens[index].end != tokens[index + 1].start
        or tokens[index + 1].end != tokens[index + 2].start
    ):
        return None
    tail, head = tokens[index + 2].form.lower(), tokens[index].form.lower()
    if tail == "t" and head.endswith("n"):
        return "not"
    return _SHORT.get(tail)


def _is_past_at(tokens: Sequence[Token], index: int) -> bool:
    """ "We'd handed in": is the word a participle, which follows "had" and never "would"?"""
    if index >= len(tokens):
        return False
    low = tokens[index].form.lower()
    return low in group("pasts") | {"had", "been"} or (
        low.endswith("ed") and tokens[index].lemma != low
    )


def _inside_figure(tokens: Sequence[Token], index: int) -> bool:
    """ "4:17", "1,400", "6.5": a mark between two figures that touch it."""
    if not 0 < index < len(tokens) - 1 or tokens[index].form[0].isalnum():
        return False
    before, here, after = tokens[index - 1 : index + 2]
    touching = before.end == here.start and here.end == after.start
    return touching and before.form[-1].isdigit() and after.form[0].isdigit()


@cache
def group(key: str) -> frozenset[str]:
    return frozenset(load("modality")["grammar"][key])


def is_apposed(words: Sequence[Word], first: int) -> bool:
    """ ", a town of 8,200,": does the value describe a thing named just before?"""
    if not first or words[first - 1].low != "of":
        return False
    low = max(0, first - _APPOSED)
    return any(
        words[i].low == "," and words[i + 1].low in {"a", "an"} for i in range(low, first - 2)
    )


def is_hard(word: Word) -> bool:
    return word.low in _HARD and not word.figure


def locate(words: Sequence[Word], first: int, last: int) -> Place:
    """Find the value's own clause; a bare figure between commas ("Lee, 34, will") is one."""
    after = words[last].low if last < len(words) else "."
    if (
        first > 0
        and words[first - 1].low == ","
        and after in {",", ".", ";"}
        and _is_age(words, first, last)
    ):
        return Place(first, last, first, last)
    return Place(first, last, _clause_start(words, first), _clause_end(words, first, last))


def _is_age(words: Sequence[Word], first: int, last: int) -> bool:
    return last - first == 1 and words[first].low.isdigit() and len(words[first].low) < 4


def _clause_start(words: Sequence[Word], first: int) -> int:
    """Return the first word of the clause that the value at `first` stands in."""
    for index in range(first - 1, -1, -1):
        if _divides(words, index, first):
            low = words[index].low
            mark = not low.isalpha() or (low in group("coordinators") and low != "nor")
            return _main_after(words, index + mark, first)
    return _main_after(words, 0, first)


def _main_after(words: Sequence[Word], start: int, first: int) -> int:
    """Step over a clause that hangs on the next and ends with a comma ("If ..., the plant")."""
    if not _hangs(words, start):
        return start
    commas = (i for i in range(start + 1, first) if words[i].low == "," and not words[i].figure)
    return next(commas, start - 1) + 1


def _hangs(words: Sequence[Word], start: int) -> bool:
    word = words[start]
    hung = word.low in group("openers") or word.low == "had" or _is_participle(word)
    return hung or _opens_aside(words[start : start + 2])


def _clause_end(words: Sequence[Word], first: int, last: int) -> int:
    """Return the word after the clause; a comma ends one that hangs on another."""
    start = _clause_start(words, first)
    hangs = _hangs(words, start)
    for index in range(last, len(words)):
        comma = words[index].low == "," and not words[index].figure
        if (hangs and comma) or _divides(words, index, index):
            return index
    return len(words)


def _is_participle(word: Word) -> bool:
    """ "Founded in 1951, the firm will ..." """
    return word.low.endswith(("ed", "ing")) and word.low != word.lemma


def _is_past(after: Sequence[Word]) -> bool:
    return bool(after) and (after[0].low in group("pasts") or _is_participle(after[0]))


def _opens_aside(after: Sequence[Word]) -> bool:
    """ ", shut since 2020," ", built in Oslo": a participle without "-ed" and a preposition."""
    return len(after) > 1 and after[0].low in group("pasts") and after[1].low in _BEFORE_ASIDES


def _divides(words: Sequence[Word], index: int, value: int) -> bool:
    """Does a clause begin or end at word `index`?"""
    word = words[index]
    if is_hard(word):
        return True
    if word.low == "," and not word.figure and index:
        after = words[index + 1 : index + 3]
        subject = len(after) > 1 and after[0].low in _PRONOUNS and after[1].low in group("modals")
        spliced = (subject or _goes_on_anew(words, index + 1)) and _has_verb(words, 0, index)
        return spliced or bool(after and (_is_participle(after[0]) or _opens_aside(after)))
    if word.low == "so":
        return index == 0 or words[index - 1].low == ","
    if word.low in group("speech"):
        return not (index and words[index - 1].low in group("be"))
    if word.low in _ADJUNCTS:
        until = min(value, index + 30) if index < value else index + 6
        return _has_verb(words, index + 1, until)
    if word.low in group("openers"):
        return not (word.low == "that" and index and words[index - 1].low in {"of", "than"})
    return (
        word.low in group("coordinators")
        and _starts_clause(words, index + 1)
        and not _joins_subjects(words, index)
    )


def _joins_subjects(words: Sequence[Word], index: int) -> bool:
    """ "60 men and 20 women will be hired": nothing before "and" has a verb yet."""
    low = index
    while low and not is_hard(words[low - 1]) and index - low < _SUBJECTS_WITHIN:
        low -= 1
    if low and not is_hard(words[low - 1]):
        return False
    if words[index + 1].low in _PRONOUNS | group("modals"):
        return False
    return index - low > 1 and not any(_is_verb(word) for word in words[low:index])


def _is_verb(word: Word) -> bool:
    known = group("modals") | group("pasts") | group("stating")
    past = word.low.endswith("ed") and word.low != word.lemma
    return past or word.low in known or word.lemma in group("stating")


def _goes_on_anew(words: Sequence[Word], start: int) -> bool:
    """ "They are 200 already, by next week he reckons they'll be 500": a new sentence behind a comma."""
    if start >= len(words) or words[start].low not in {
        "by",
        "in",
        "next",
        "tomorrow",
        "then",
        "now",
        "soon",
    }:
        return False
    for index in range(start + 1, min(start + 5, len(words) - 1)):
        if words[index].low == "," or is_hard(words[index]):
            return False
        if words[index].low in _PRONOUNS:
            return True
    return False


def _has_verb(words: Sequence[Word], low: int, high: int) -> bool:
    return any(
        word.low in group("modals") or (word.low.endswith("ed") and word.low != word.lemma)
        for word in words[low:high]
    )


def _starts_clause(words: Sequence[Word], index: int) -> bool:
    """Do a verb, or a subject with its verb, follow a coordinator at `index - 1`?"""
    if index >= len(words):
        return False
    if words[index].low in group("modals") | group("pasts") or _is_participle(words[index]):
        return True
    if words[index].low in _PRONOUNS and _is_past(words[index + 1 : index + 2]):
        return True  # "and it made fourteen proposals"
    subject = words[index].low in group("subjects") or words[index].low[0].isdigit()
    if subject and _has_verb(words, index, index + 5):
        return True
    window = words[index : index + 6]
    for offset, word in enumerate(window):
        if offset and (word.low in {",", "and"} or is_hard(word)):
            return False
        if offset and word.low in group("modals"):
            return True
    return False
