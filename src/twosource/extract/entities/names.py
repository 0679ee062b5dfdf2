"""Find proper names in a sentence by capitals and context.

In:  the tokens of a sentence, and what the corpus knows of each word's usual case.
Out: names as token ranges, left to right.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from twosource.lexicon import load
from twosource.text import Token, known_word, stopwords


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name: token range [first, last), local offsets, words as written."""

    first: int
    last: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class CaseUse:
    """How often each word stands capitalised inside a sentence, and in lower case."""

    upper: frozenset[str]
    lower: frozenset[str]


_ARTICLES: Final = frozenset(
    {"the", "a", "an", "this", "that", "these", "his", "her", "its", "their", "our", "my"}
)


_DATED: Final = 6  # tokens of a date or an hour in figures


@cache
def _words(key: str) -> frozenset[str]:
    lexicon: dict[str, Any] = load("names")
    return frozenset(lexicon[key])


def case_use(sentences: Iterable[Sequence[Token]]) -> CaseUse:
    """Count the usual case of every word over a corpus; sentence starts tell nothing."""
    upper: Counter[str] = Counter()
    lower: Counter[str] = Counter()
    for tokens in sentences:
        for index, token in enumerate(tokens):
            if not token.form[0].isalpha():
                continue
            if not token.capital:
                lower[token.form.lower()] += 1
            elif not _opens(tokens, index):
                upper[token.form.lower()] += 1
    return CaseUse(
        frozenset(word for word, count in upper.items() if count >= lower[word]),
        frozenset(word for word in lower),
    )


def find_names(text: str, tokens: Sequence[Token], use: CaseUse) -> tuple[Name, ...]:
    """Return the names of one sentence, titles before persons left out."""
    names: list[Name] = []
    index = 0
    while index < len(tokens):
        last = _name_end(text, tokens, index, use)
        if last == index:
            index += 1
            continue
        first = _skip_titles(tokens, index, last)
        if first < last and not _is_no_name(tokens, first, last):
            start, end = tokens[first].start, tokens[last - 1].end
            names.append(Name(first, last, start, end, text[start:end]))
        index = last
    return tuple(names)


def _is_no_name(tokens: Sequence[Token], first: int, last: int) -> bool:
    """A single letter that is no initial ("74° N"), or a feast that dates something."""
    if last - first > 1:
        return False
    initial = last < len(tokens) and tokens[last].form == "."
    form = tokens[first].form
    return (len(form) == 1 and not initial) or form.lower() in _words("feasts")


def _opens(tokens: Sequence[Token], index: int) -> bool:
    """Does this token begin a sentence or a quotation, where every word is capitalised?

    Or stand behind nothing but a date or an hour: "23:40 Dead 4", "1929 Doctorate at Oberlund".
    """
    if 0 < index <= _DATED and all(not token.form[0].isalpha() for token in tokens[:index]):
        return True
    return index == 0 or tokens[index - 1].form in {
        ".",
        "!",
        "?",
        ":",
        '"',
        "“",
        "‘",
        "(",
        "[",
        "•",
        "|",
        "/",
    }


@cache
def _currencies() -> frozenset[str]:
    """ISO 4217 codes, no names before a figure: "CHF 12"."""
    rows = load("currencies")
    tables = (rows["signs"], rows["dollars"], rows["prefixes"], rows["words"])
    return frozenset(code for table in tables for code in table.values() if code.isupper())


def _could_be_name(tokens: Sequence[Token], index: int, use: CaseUse) -> bool:
    token = tokens[index]
    low = token.form.lower().rstrip(".")
    if not token.capital or low in _words("not_names"):
        return False
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if len(token.form) > 1 and token.form.isupper():
        return len(token.form) <= 12 and not _opens_sum(tokens, index)
    if not _opens(tokens, index):
        leads = (
            following is not None and following.capital and following.word and low not in _ARTICLES
        )
        return token.lemma not in stopwords() or low in use.upper or leads
    if token.lemma in stopwords() or low in stopwords():
        return False
    return (
        low in use.upper
        or (low not in use.lower and not known_word(low))
        or (following is not None and following.capital and following.word and low not in use.lower)
    )


def _adjacent(text: str, left: Token, right: Token) -> bool:
    return text[left.end : right.start] in {"", " "}


def _name_end(text: str, tokens: Sequence[Token], index: int, use: CaseUse) -> int:
    """Return the token index after the name that begins at `index`, or `index`."""
    if not _could_be_name(tokens, index, use):
        return index
    end = index + 1
    while end < len(tokens):
        step = _continues(text, tokens, end, use)
        if not step:
            break
        end += step
    return end


def _continues(text: str, tokens: Sequence[Token], end: int, use: CaseUse) -> int:
    """How many tokens from `end` on carry the name further (0 = it is over)."""
    token, before = tokens[end], tokens[end - 1]
    if not _adjacent(text, before, token):
        return 0
    if token.form == "-" and end + 1 < len(tokens) and text[token.end : token.end + 1].strip():
        after = tokens[end + 1]
        if after.capital:
            return 2
        if len(after.form) <= 2 and end + 2 < len(tokens) and after.form.islower():
            beyond = 3 if tokens[end + 2].form == "-" else 2
            if end + beyond < len(tokens) and tokens[end + beyond].capital:
                return beyond + 1
        return 0
    if token.form in {"'s", "’s"}:
        following = tokens[end + 1] if end + 1 < len(tokens) else None
        inside = before.form.lower() in {
            "people",
            "women",
            "men",
            "workers",
            "children",
        }
        return 2 if inside and following is not None and following.capital else 0
    if token.capital and token.word:
        return 1 if token.form.lower() not in _words("not_names") else 0
    if token.form == "&" and end + 1 < len(tokens) and tokens[end + 1].capital:
        return 2
    if token.form in _words("connectors"):
        return _over_connector(tokens, end)
    return 0


def _over_connector(tokens: Sequence[Token], end: int) -> int:
    step = 2 if end + 1 < len(tokens) and tokens[end + 1].form in {"the", "la", "al"} else 1
    after = tokens[end + step] if end + step < len(tokens) else None
    ok = after is not None and after.capital and after.form.lower() not in _words("not_names")
    return step + 1 if ok and not _opens_sum(tokens, end + step) else 0


def _opens_sum(tokens: Sequence[Token], index: int) -> bool:
    """ "for USD 6.8m": a currency before its figure is no part of a name."""
    figure = tokens[index + 1] if index + 1 < len(tokens) else None
    return tokens[index].form in _currencies() and figure is not None and figure.form[0].isdigit()


def _skip_titles(tokens: Sequence[Token], first: int, last: int) -> int:
    """Drop "Prime Minister", "Secretary of State", ... before a person's name."""
    index = first
    while index < last and tokens[index].form.lower().rstrip(".") in _words("titles"):
        index += 1
        while index < last and tokens[index].form in {"."}:
            index += 1
        if index + 1 < last and tokens[index].form == "of" and index + 2 < last:
            index += 2
    opens = index < last and tokens[index].form not in _words("connectors")
    return index if opens else first  # "Minister of Finance": a title, and nobody named
