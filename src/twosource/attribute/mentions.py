"""Which bodies of a corpus a source names, credits and means by "the company".

In:  sentences of the sources, publishers. Out: publishers named in a source's text, those it
credits in a line ("Source: ...", "via ...") or in brackets, and the one that "the company" or
"the statement" must mean because no other is named.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Final

from twosource.attribute.crediting import bracketed, credited_in, opens_or_fills
from twosource.attribute.owners import as_short, owner_of, short_forms
from twosource.attribute.whois import core, person
from twosource.lexicon import load
from twosource.model import BlockKind, Segmented, Source
from twosource.text import fold

_SURNAME: Final = 4  # letters of a name that no other word is likely to have


class Mentions:
    """What the texts of a corpus say of its publishers."""

    def __init__(self, sources: Sequence[Source], segmented: Sequence[Segmented]) -> None:
        self.names: dict[str, list[str]] = {}  # folded name of a publisher -> its sources
        self.publisher: dict[str, str] = {}
        for source in sorted(sources, key=lambda item: item.id):
            name = fold((source.metadata.publisher or "").partition("(")[0])
            if len(name) > 3:
                self.names.setdefault(name, []).append(source.id)
                self.publisher[source.id] = name
        self.by_short: dict[str, set[str]] = {}  # short form of a name -> names
        for source in sources:
            for short in short_forms(source.metadata.publisher or ""):
                if source.id in self.publisher:
                    self.by_short.setdefault(short, set()).add(self.publisher[source.id])
        self.by_word: dict[str, list[str]] = {}  # longest word of a name -> names
        for name in self.names:
            self.by_word.setdefault(max(name.split(), key=len), []).append(name)
        self.lines: dict[str, list[str]] = {}
        self.credited: dict[str, set[str]] = {}
        for item in segmented:
            for sentence in item.sentences:
                self.lines.setdefault(sentence.source, []).append(sentence.text)
                if sentence.kind is not BlockKind.NOTE:
                    found = self._credit(sentence.text)
                    if found:
                        self.credited.setdefault(sentence.source, set()).update(found)
        self._named: dict[str, frozenset[str]] = {}
        self._texts: dict[str, str] = {}

    def named(self, source: str) -> frozenset[str]:
        """Publishers of the corpus whose names stand in a source's text, its own included."""
        if source not in self._named:
            text = self._text(source)
            words = set(text.split())
            near = (name for word in words & self.by_word.keys() for name in self.by_word[word])
            self._named[source] = frozenset(name for name in near if f" {name} " in text)
        return self._named[source]

    def names_person(self, source: str, speaker: str) -> bool:
        """Does a source name the bearer of this name?"""
        name = core(person(speaker))
        return len(name) >= _SURNAME and f" {name} " in self._text(source)

    def says(self, source: str, words: str) -> bool:
        """Do these words stand in a source's text, read as a value there or not?"""
        return bool(fold(words)) and f" {fold(words)} " in self._text(source)

    def _text(self, source: str) -> str:
        if source not in self._texts:
            self._texts[source] = f" {fold_all(self.lines.get(source, ()))} "
        return self._texts[source]

    def credits(self, source: str) -> set[str]:
        """Sources whose publishers a line or a bracket of the text credits, by publisher's first."""
        own = self.publisher.get(source)
        names = self.credited.get(source, set()) - {own}
        return {self.names[name][0] for name in names}

    def in_brackets(self, text: str) -> str | None:
        """The first source of the publisher that a sentence names in brackets: "(Radio Norrey)"."""
        for words in bracketed(text):
            name = fold(words)
            if name in self.names:
                return self.names[name][0]
            if (short := as_short(words)) and len(found := self.by_short.get(short, ())) == 1:
                return self.names[next(iter(found))][0]
        return None

    def meant(self, speaker: str, source: str) -> str | None:
        """The publisher that "the company", "the statement" must mean; folded, None when unsure.

        "The company's own list" is the company's.
        """
        speaker = owner_of(speaker) or speaker
        word = fold(speaker).split()[-1:] or [""]
        kind = _kind(word[0])
        if kind is None or not is_generic(speaker):
            return None
        named = sorted(self.named(source))
        fitting = [
            name for name in named if _fits(name, kind, own=self.publisher.get(source) == name)
        ]
        return fitting[0] if len(fitting) == 1 else None

    def _credit(self, text: str) -> set[str]:
        found: set[str] = set()
        for behind in credited_in(text):
            near = (
                n for word in set(behind.split()) & self.by_word.keys() for n in self.by_word[word]
            )
            found.update(name for name in near if f" {name} " in behind)
        if opens_or_fills(text) and (bracket := self.in_brackets(text)) is not None:
            found.add(self.publisher[bracket])
        return found


def is_generic(speaker: str) -> bool:
    """Does "the company" stand without a name and with "the" before it?"""
    words = speaker.split()
    return (
        2 <= len(words) <= 3
        and words[0].lower() == "the"
        and all(word.islower() for word in words[1:])
    )


def fold_all(lines: Iterable[str]) -> str:
    """Many lines folded to one, word by word."""
    return " ".join(fold(line[i : i + 400]) for line in lines for i in range(0, len(line), 400))


@cache
def _kinds() -> Mapping[str, str]:
    data = load("credits")
    return {word: kind for kind in ("business", "public", "paper") for word in data[kind]}


def _kind(word: str) -> str | None:
    return _kinds().get(word)


def _fits(name: str, kind: str, *, own: bool) -> bool:
    """May a body of this name be called so? A newspaper writes of others, not of itself."""
    words = set(name.split())
    public = bool(words & set(load("credits")["public"]))
    press = bool(words & set(load("credits")["press"]))
    if press:
        return False
    if own and kind == "paper":
        return True
    return public if kind == "public" else not public if kind == "business" else True
