"""What the head of a source says of it: its title, publisher and author, byline and first lines.

In:  segmented documents. Out: for each source its head, in the forms that a reference, a
description or an address is held against.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from typing import Final

from twosource.attribute.reference import bare_url
from twosource.attribute.speakers import words
from twosource.lexicon import load
from twosource.model import BlockKind, Metadata, Segmented, Sentence, Source
from twosource.text import fold, stopwords, tokenize

_OPENING: Final = 450  # characters at the beginning of a source
_SENTENCES: Final = 4  # sentences before the text that may belong to a head
_LINE: Final = 130  # characters of a line of a head; what is longer is text
_MARKUP: Final = re.compile(r"<[^<>]{0,200}>|&[a-z]{2,8};")
_OF: Final = re.compile(  # "From the journal of Edmund Pell, surgeon"
    r"\b(?:[Jj]ournal|[Dd]iary|[Dd]iaries|[Ll]etters?|[Mm]emoirs?|[Ll]og|[Tt]estimony) of"
    r" ([A-Z][\w’'.-]{1,24}(?: [A-Z][\w’'.-]{0,24}){0,3})"
)
_BYLINES: Final = frozenset({BlockKind.BYLINE, BlockKind.DATELINE})
_FRAME: Final = frozenset({*_BYLINES, BlockKind.TITLE})


@dataclass(frozen=True, slots=True)
class SourceHead:
    """What stands at the head of a source.

    Attributes:
        id: The source.
        url: Its address without scheme and query; None = not known.
        title, publisher: Folded; "" = not known. The publisher without what is said of it.
        date: EDTF, or None.
        text: Title, publisher, author and the first characters, folded, with a blank around.
        words: The words of that text.
        lemmas: Lemmas of the lines that name the source, and of those that name who made it.
        makers: The latter alone.
        outlet: The noun of a publisher's name that is a paper's or an agency's; else None.
    """

    id: str
    url: str | None
    title: str
    publisher: str
    date: str | None
    text: str
    words: frozenset[str]
    lemmas: frozenset[str]
    makers: frozenset[str]
    outlet: str | None


def read_heads(segmented: Sequence[Segmented]) -> Iterator[SourceHead]:
    """Yield the heads of all sources, in the order of the documents."""
    for item in segmented:
        first: dict[str, list[Sentence]] = {}
        for sentence in item.sentences:
            told = first.setdefault(sentence.source, [])
            if len(told) < _SENTENCES:
                told.append(sentence)
        for source in item.sources:
            text = item.document.text[source.span.start : source.span.end]
            yield _head(source, text, first.get(source.id, ()))


def _head(source: Source, text: str, sentences: Sequence[Sentence]) -> SourceHead:
    meta = source.metadata
    stated = (meta.title, meta.publisher, meta.author)
    opening = (*stated, _MARKUP.sub(" ", text[:_OPENING]))
    plain = " ".join(fold(part) for part in opening if part)
    lines = list(takewhile(_is_framing, sentences))
    makers = _makers(meta, lines)
    return SourceHead(
        id=source.id,
        url=bare_url(meta.url) if meta.url else None,
        title=fold(meta.title or ""),
        publisher=fold((meta.publisher or "").partition("(")[0].strip()),
        date=meta.date,
        text=f" {plain} ",
        words=frozenset(plain.split()),
        lemmas=makers | lemmas(" ".join((meta.title or "", *(line.text for line in lines)))),
        makers=makers,
        outlet=_outlet(meta.publisher or ""),
    )


def _is_framing(sentence: Sentence) -> bool:
    """Is it a line of the head: a title, a byline, or a short line that is no sentence?"""
    text = sentence.text.strip()
    if sentence.kind in _FRAME:
        return True
    told = text[-1:] in {".", "!", "?"} and bool(set(text.lower().split()) & _finite())
    return sentence.kind is BlockKind.PARAGRAPH and len(text) <= _LINE and not told


def _makers(meta: Metadata, lines: Sequence[Sentence]) -> frozenset[str]:
    """Lemmas of what names who made the source: publisher, author, bylines, "the journal of ..."."""
    made = [line.text for line in lines if line.kind in _BYLINES]
    made += [found[1] for found in _OF.finditer(meta.title or "")]
    return lemmas(" ".join(part or "" for part in (meta.publisher, meta.author, *made)))


def _outlet(publisher: str) -> str | None:
    """ "Courier" of "The Courier of Brenning"; None for a publisher that is no paper or agency."""
    first = re.split(r" (?:of|in|for|at|from) |,", publisher, maxsplit=1)[0].lower()
    noun = (first.split() or [""])[-1]
    return noun if noun in _press() else None


def lemmas(text: str) -> frozenset[str]:
    """Return the lemmas of a text that mean something; no figures."""
    tokens = tokenize(text)
    plain = {token.lemma for token in tokens if token.word and not token.form[0].isdigit()}
    return frozenset(plain - stopwords())


@cache
def _finite() -> frozenset[str]:
    return words("words.finite") | words("words.pronouns")


@cache
def _press() -> frozenset[str]:
    return frozenset(load("credits")["press"])
