"""Find who a sentence says it has its words from.

In:  a sentence with tokens and names. Out: speakers as written, the words that show it, and
the local stretch they answer for. "A, B said" covers A; "B, which employs 85" is not covered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from twosource.lexicon import load
from twosource.text import Token, stopwords, tokenize

_BREAK: Final = frozenset({",", ";", ".", "(", ")", '"', "“", "”", ":", "—", "–"})
_APPOSED: Final = re.compile(r", ([A-Z][\w.&'’-]{1,30}(?: [A-Z][\w.&'’-]{1,30}){0,3}),")
_POSSESSIVES: Final = frozenset({"their", "its", "his", "her", "our", "my", "your"})
# After the verb, these say when or where it was said; what was said stands before.
_WHEN: Final = frozenset(
    [
        "on",
        "in",
        "at",
        "late",
        "early",
        "earlier",
        "yesterday",
        "today",
        "tonight",
        "later",
        "by",
        "during",
        "this",
        "last",
        "after",
        "to",
    ]
)
_PRONOUNS: Final = frozenset({"he", "she", "they", "it", "we", "i"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A speaker (None when nobody is named), the showing words, and what they cover."""

    speaker: str | None
    words: str
    start: int
    end: int
    vague: bool = False


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load("reporting")[key])


def find_cues(text: str) -> tuple[Cue, ...]:
    """Return the attributions of one sentence, by position."""
    tokens = tokenize(text)
    found = [*_before(text, tokens), *_verbs(text, tokens), *_adverbs(text)]
    return tuple(sorted(found, key=lambda cue: (cue.start, cue.end, cue.words)))


def _before(text: str, tokens: tuple[Token, ...]) -> Iterator[Cue]:
    """ "according to X": covers the whole sentence."""
    low = text.lower()
    for phrase in sorted(_words("before")):
        at = low.find(phrase)
        if at < 0 or (at and low[at - 1].isalnum()):
            continue
        first = next((i for i, token in enumerate(tokens) if token.start >= at + len(phrase)), None)
        if first is None:
            continue
        words = text[at : at + len(phrase)]
        speaker = _phrase_right(text, tokens, first)
        unnamed = None if speaker else _unnamed(text, tokens, first)
        if speaker or unnamed:
            vague = bool(unnamed) or _is_vague(speaker or "")
            yield Cue(speaker or unnamed, words, 0, len(text), vague)


def _unnamed(text: str, tokens: tuple[Token, ...], first: int) -> str | None:
    """ "according to unconfirmed reports", "according to residents": words for nobody named."""
    last = first
    while last < len(tokens) and tokens[last].form.islower() and last - first < 4:
        last += 1
    closed = last == len(tokens) or tokens[last].form in _BREAK
    kind = tokens[last - 1].lemma if last > first else ""
    plural = last > first and tokens[last - 1].form != kind
    if closed and (kind in _words("vague") or plural):
        return text[tokens[first].start : tokens[last - 1].end]
    return None


def _takes_lives(tokens: tuple[Token, ...], index: int) -> bool:
    """ "The fire claimed 40 lives" says nothing of who says so."""
    after = {token.form.lower() for token in tokens[index + 1 : index + 9]}
    return tokens[index].lemma == "claim" and bool(after & {"life", "lives", "victim", "victims"})


def _verbs(text: str, tokens: tuple[Token, ...]) -> Iterator[Cue]:
    for index, token in enumerate(tokens):
        lower = token.form.islower() and not token.form.endswith("ing")
        if not lower or token.lemma not in _words("verbs") or _takes_lives(tokens, index):
            continue
        left = _phrase_left(text, tokens, index)
        if left is not None and _is_noun_there(tokens, index):
            continue
        right = None
        if left is None and token.lemma not in _words("weak"):
            right = _phrase_right(text, tokens, index + 1) if _after_quote(tokens, index) else None
        speaker = left or right
        if speaker is None or (token.lemma in _words("weak") and not _named(speaker)):
            continue
        start, end = _covered(text, tokens, index)
        name = _APPOSED.match(text, text.find(speaker) + len(speaker))
        if name and speaker[0].islower():
            speaker = name.group(1)  # "says the operator, Tarrow Crossings, ..."
        yield Cue(speaker, token.form, start, end, _is_vague(speaker))


def _is_noun_there(tokens: tuple[Token, ...], index: int) -> bool:
    """ "the police say in their final report": a possessive stands close before, so no verb."""
    before = [token.form.lower() for token in tokens[max(0, index - 3) : index]]
    return bool(_POSSESSIVES & set(before[-2:]))


def _after_quote(tokens: tuple[Token, ...], index: int) -> bool:
    """ "...", said X: the verb follows a quotation or a comma."""
    return index > 0 and tokens[index - 1].form in {",", '"', "”", "’"}


def _covered(text: str, tokens: tuple[Token, ...], index: int) -> tuple[int, int]:
    """A verb after its words answers for what stands before it, else for what follows."""
    rest = [t for t in tokens[index + 1 : index + 9] if t.word]
    closes = not rest or len(text) - tokens[index].end < 45
    subject = index
    while subject > 0 and tokens[subject - 1].form not in _BREAK:
        subject -= 1
    after = tokens[index + 1].form.lower() if index + 1 < len(tokens) else "."
    parted = after in _BREAK or after in _WHEN
    if closes or (
        parted
        and subject > 0
        and tokens[subject - 1].form in {",", "”", '"'}
        and index - subject <= 7
    ):
        before = tokens[subject].start
        if before > 15 or not rest:
            return 0, before
    return tokens[index].end, len(text)


def _phrase_left(text: str, tokens: tuple[Token, ...], index: int) -> str | None:
    """The noun phrase that ends right before the verb."""
    first = index
    while first > 0 and tokens[first - 1].form not in _BREAK and index - first < 8:
        if tokens[first - 1].form.lower() in {
            "that",
            "which",
            "who",
            "and",
            "but",
            "when",
            "if",
            "as",
            "has",
            "have",
            "had",
            "was",
            "is",
            "to",
            "not",
            "be",
        }:
            break
        first -= 1
    words = [t for t in tokens[first:index] if t.word]
    if not words or not (
        any(t.capital for t in words)
        or words[0].form.lower()
        in {"the", "two", "some", "officials", "he", "she", "they", "one", "an", "a", "everybody"}
    ):
        return None
    if all(t.lemma in stopwords() and t.form.lower() not in _PRONOUNS for t in words):
        return None
    return text[tokens[first].start : tokens[index - 1].end]


def _phrase_right(text: str, tokens: tuple[Token, ...], first: int) -> str | None:
    """The noun phrase that begins at token `first`."""
    last = first
    while last < len(tokens) and tokens[last].form not in _BREAK and last - first < 9:
        low = tokens[last].form.lower()
        if last > first and low in {
            *_PRONOUNS,
            "that",
            "which",
            "who",
            "and",
            "in",
            "on",
            "after",
            "by",
            "as",
            "said",
            "about",
            "is",
            "was",
            "were",
            "has",
            "had",
        }:
            break
        last += 1
    words = [t for t in tokens[first:last] if t.word]
    if not words or (
        words[0].form.islower()
        and words[0].form.lower()
        not in {"the", "a", "an", "one", "some", "two", "official", "officials"}
    ):
        return None
    return text[tokens[first].start : tokens[last - 1].end]


def _named(speaker: str) -> bool:
    return any(word[:1].isupper() for word in speaker.split()[1:]) or (
        speaker[:1].isupper() and not speaker.lower().startswith(("the ", "a ", "an "))
    )


def _is_vague(speaker: str) -> bool:
    words = [token.lemma for token in tokenize(speaker.lower()) if token.word]
    content = [word for word in words if word not in stopwords() or word in _words("vague")]
    named = any(word[:1].isupper() for word in speaker.split()[1:])
    return not named and (
        not content or any(w in _words("vague") for w in (*words, *speaker.lower().split()))
    )


def _adverbs(text: str) -> Iterator[Cue]:
    low = text.lower()
    for phrase in sorted(_words("adverbs")):
        if phrase in low:
            yield Cue(None, phrase, 0, len(text), True)
