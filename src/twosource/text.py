"""Words of a passage: tokens with lemmas, and folding of names for comparison.

In:  readable text. Out: tokens with local offsets; punctuation is a token of its own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from twosource.lexicon import load

_TOKEN: Final = re.compile(
    r"[^\W\d_]{1,3}(?:\.[^\W\d_]){1,5}\.?"  # U.S., a.k.a.
    r"|(?:de|re|un|non|co|ex|pre)-[a-z]{3,30}"  # de-list: one word, not "list"
    r"|[^\W_]{1,60}"
    r"|['’]s\b"
    r"|[^\w\s]"
    r"|_",
    re.UNICODE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or one punctuation mark: as written, its lower-case lemma, local offsets."""

    form: str
    lemma: str
    start: int
    end: int

    @property
    def word(self) -> bool:
        """Tell whether this is a word or number rather than a mark."""
        return self.form[0].isalnum()

    @property
    def capital(self) -> bool:
        """Tell whether it begins with an upper-case letter."""
        return self.form[0].isupper()


@lru_cache(maxsize=50_000)
def tokenize(text: str) -> tuple[Token, ...]:
    """Cut `text` into tokens; lemmas as simplemma's English data gives them."""
    return tuple(
        Token(match.group(), lemma(match.group()), match.start(), match.end())
        for match in _TOKEN.finditer(text)
    )


@lru_cache(maxsize=200_000)
def lemma(form: str) -> str:
    """Return the lower-case English lemma of one word ("children" -> "child")."""
    low = form.lower().replace("’", "'")
    if not low.replace("-", "").isalpha():
        return low
    from simplemma import lemmatize  # data is read at first use

    return str(lemmatize(low.replace("-", ""), lang="en")).lower()


def known_word(form: str) -> bool:
    """Tell whether the lower-case form is an English dictionary word."""
    from simplemma import is_known

    return bool(is_known(form.lower(), lang="en"))


@cache
def stopwords() -> frozenset[str]:
    """Lemmas that say nothing about what a sentence is about."""
    return frozenset(load("stopwords")["words"])


def content_lemmas(tokens: Sequence[Token]) -> tuple[str, ...]:
    """Sorted distinct lemmas of the words that are neither stop words nor figures."""
    stop = stopwords()
    return tuple(
        sorted(
            {
                token.lemma
                for token in tokens
                if token.form[0].isalpha() and len(token.lemma) > 1 and token.lemma not in stop
            }
        )
    )


@lru_cache(maxsize=50_000)
def fold(name: str) -> str:
    """Fold a name for comparison: no accents, marks or articles, lower case, single spaces."""
    from anyascii import anyascii

    plain = anyascii(unicodedata.normalize("NFC", name[:500])).lower()
    plain = re.sub(r"\b(?:[a-z]\.){2,6}", lambda match: match[0].replace(".", ""), plain)
    words = re.sub(r"'s\b|[^a-z0-9 ]", lambda match: "" if match[0] == "'s" else " ", plain).split()
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


_RUN = re.compile(r"[a-z]{1,40}")


@lru_cache(maxsize=1)
def folded(text: str) -> tuple[str, frozenset[str]]:
    """Return `text` in lower case, and every run of ASCII letters in it.

    Several readers ask for the same sentence one after the other, to see at one look what
    cannot stand in it.
    """
    low = text.lower()
    return low, frozenset(_RUN.findall(low))
