"""Tell which sources a description of a speaker may mean: "the mission", "its final report".

In:  sources with their sentences, a speaker as written. Out: the sources whose heads (title, byline,
imprint) hold all his words. A title names what a text is about as well: it counts only beside a
word for a kind of text ("the inquiry's report"), or where a body in the head is named, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from typing import Final

from twosource.attribute.speakers import words
from twosource.attribute.whois import bare
from twosource.lexicon import load
from twosource.model import BlockKind, Segmented, Sentence, Source
from twosource.text import stopwords, tokenize

_HEAD: Final = 4  # sentences before the text that may belong to a head
_LINE: Final = 130  # characters of a line of a head; what is longer is text
_OF: Final = re.compile(  # "From the journal of Edmund Pell, surgeon"
    r"\b(?:[Jj]ournal|[Dd]iary|[Dd]iaries|[Ll]etters?|[Mm]emoirs?|[Ll]og|[Tt]estimony) of"
    r" ([A-Z][\w’'.-]{1,24}(?: [A-Z][\w’'.-]{0,24}){0,3})"
)
_BYLINES: Final = frozenset({BlockKind.BYLINE, BlockKind.DATELINE})
_FRAME: Final = frozenset({*_BYLINES, BlockKind.TITLE})
_DETERMINERS: Final = frozenset({"the", "its", "their", "his", "her", "our", "that", "this"})


@dataclass(frozen=True, slots=True)
class _Head:
    """Lemmas of the lines that name a source, of those that name who made it, and the outlet."""

    all: frozenset[str]
    makers: frozenset[str]
    outlet: str | None  # the noun of a name that is a paper's or an agency's


class Described:
    """The sources of a corpus by the words of their heads."""

    def __init__(self, sources: Iterable[Source], segmented: Sequence[Segmented]) -> None:
        first: dict[str, list[Sentence]] = {}
        for item in segmented:
            for sentence in item.sentences:
                told = first.setdefault(sentence.source, [])
                if len(told) < _HEAD:
                    told.append(sentence)
        self.heads = {source.id: _head(source, first.get(source.id, ())) for source in sources}
        self.by_word: dict[str, set[str]] = {}
        for key, head in self.heads.items():
            for word in head.all:
                self.by_word.setdefault(word, set()).add(key)

    def sources(self, speaker: str, asking: str) -> tuple[str, ...]:
        """Sources that the words fit, sorted; () when they fit the one that asks, too.

        Also for nobody in particular: "a report", "officials".
        """
        wanted = _wanted(speaker)
        if not wanted or wanted <= self.heads[asking].makers:
            return ()
        near = set.intersection(*(self.by_word.get(word, set()) for word in wanted)) - {asking}
        return tuple(sorted(key for key in near if _names(wanted, speaker, self.heads[key])))


def _head(source: Source, sentences: Sequence[Sentence]) -> _Head:
    meta = source.metadata
    lines = list(takewhile(_is_framing, sentences))
    made = [line.text for line in lines if line.kind in _BYLINES]
    made += [found[1] for found in _OF.finditer(meta.title or "")]
    makers = _lemmas(" ".join(part or "" for part in (meta.publisher, meta.author, *made)))
    rest = _lemmas(" ".join((meta.title or "", *(line.text for line in lines))))
    first = re.split(r" (?:of|in|for|at|from) |,", meta.publisher or "", maxsplit=1)[0].lower()
    noun = (first.split() or [""])[-1]
    return _Head(makers | rest, makers, noun if noun in _press() else None)


def _is_framing(sentence: Sentence) -> bool:
    """Is it a line of the head: a title, a byline, or a short line that is no sentence?"""
    text = sentence.text.strip()
    if sentence.kind in _FRAME:
        return True
    told = text[-1:] in {".", "!", "?"} and bool(set(text.lower().split()) & _finite())
    return sentence.kind is BlockKind.PARAGRAPH and len(text) <= _LINE and not told


def _names(wanted: frozenset[str], speaker: str, head: _Head) -> bool:
    if wanted & _kinds():
        return True
    other = head.outlet is not None and head.outlet not in wanted and bare(speaker).islower()
    return bool(wanted & head.makers) and not other  # "the union" is not the Union Press


def _wanted(speaker: str) -> frozenset[str]:
    """The words that tell a speaker from others; none when nobody in particular is meant."""
    tokens = [token for token in tokenize(speaker) if token.word]
    definite = bool(tokens) and (
        tokens[0].form.lower() in _DETERMINERS or any(token.capital for token in tokens)
    )
    plain = " ".join(token.form for token in tokens if token.form.lower() not in _loose())
    return _lemmas(plain) if definite else frozenset()


def _lemmas(text: str) -> frozenset[str]:
    tokens = tokenize(text)
    plain = {token.lemma for token in tokens if token.word and not token.form[0].isdigit()}
    return frozenset(plain - stopwords())


@cache
def _kinds() -> frozenset[str]:
    """Words for a kind of text."""
    return frozenset({*words("works"), *words("texts"), *load("credits")["texts"]})


@cache
def _finite() -> frozenset[str]:
    return words("words.finite") | words("words.pronouns")


@cache
def _press() -> frozenset[str]:
    return frozenset(load("credits")["press"])


@cache
def _loose() -> frozenset[str]:
    """Words of a speaker that no head repeats: "own", "same", "latest", names of months."""
    return frozenset({*load("credits")["loose"], *load("calendar")["months"]})
