"""Who is meant by a speaker's words: without titles, by surname, as a source of the corpus.

In:  what is written ("Mayor Ingrid Falk", "the Harbour Post"). Out: names to compare by.
"""

from __future__ import annotations

import re
from functools import cache

from twosource.attribute.cues import find_cues
from twosource.attribute.speakers import words
from twosource.lexicon import load
from twosource.text import fold, tokenize

_WHERE = re.compile(r" (?:of|from|at|for|in) (?=\S)")
_TITLES = frozenset(
    [
        "the",
        "a",
        "an",
        "former",
        "mr",
        "mrs",
        "ms",
        "dr",
        "professor",
        "president",
        "spokesman",
        "spokeswoman",
        "for",
        "of",
    ]
)


def bare(speaker: str) -> str:
    """Without marks and the article around it."""
    return speaker.strip(" ,.'\"“”").removeprefix("the ").removeprefix("The ")


def core(name: str) -> str:
    """A name without possessors and titles, for one id of one speaker."""
    return " ".join(word for word in fold(name).split() if word not in _TITLES)


def distinct(name: str) -> frozenset[str]:
    """The words of a name that tell it from others."""
    return frozenset(word for word in fold(name).split() if word not in _TITLES and len(word) > 2)


def person(speaker: str) -> str:
    """The name of a person in "treasurer Lena Brandt of Norrey"; the words as they are else.

    What stands before at least two words of a name goes: lower-case words, titles of office;
    and what follows it behind "of", "from", "at", "for", "in". Names of bodies stay whole.
    """
    named = _WHERE.split(speaker, maxsplit=1)[0]
    tokens = [token for token in tokenize(named) if token.word]
    first = last = len(tokens)
    while first and tokens[first - 1].capital:
        first -= 1
    while first < last and tokens[first].form.lower().rstrip(".") in words("offices"):
        first += 1
    name = tokens[first:]
    body = any(token.form.lower() in _bodies() for token in name)
    return named[name[0].start :].strip() if 2 <= len(name) <= 4 and not body else speaker


@cache
def _bodies() -> frozenset[str]:
    """Words that show the name of a body rather than a person."""
    return frozenset(load("bylines")["organisations"])


def is_person(name: str) -> bool:
    """Two to four capitalised words without a figure, none of them that of a body or a paper."""
    words_ = name.split()
    return (
        2 <= len(words_) <= 4
        and all(word[:1].isupper() for word in words_)
        and not any(char.isdigit() for char in name)
        and not {word.lower().strip(".") for word in words_} & _not_persons()
    )


@cache
def _not_persons() -> frozenset[str]:
    credits_ = load("credits")
    return frozenset([*load("bylines")["organisations"], *credits_["press"], *credits_["public"]])


def is_nobody(speaker: str, cue: str) -> bool:
    """Do the words name nobody in particular?"""
    either = (*find_cues(f"{speaker} {cue} that"), *find_cues(f"{cue} {speaker}, so"))
    return any(found.vague for found in either) or fold(speaker) in {"he", "she", "they"}
