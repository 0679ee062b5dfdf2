"""Find proper names in a sentence by capitals and context.

In:  the tokens of a sentence, and what the corpus knows of each word's usual case.
Out: names as token ranges, left to right.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from typing import Any, Final

from twosource.extract.entities.joints import is_elided, joint, opens_name
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


_PERSON: Final = 3  # words of a person's name at most
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
        for begin, end in _parted(tokens, index, last):
            first = _skip_titles(tokens, begin, end)
            if first < end and not _is_no_name(tokens, first, end):
                at = tokens[first].start, tokens[end - 1].end
                names.append(Name(first, end, *at, text[at[0] : at[1]]))
        index = last
    return tuple(names)


def _parted(tokens: Sequence[Token], first: int, last: int) -> list[tuple[int, int]]:
    """ "Finance Minister Petr Dvorak", "Norsund Rail Chief Executive Ann Lund": body and person."""
    titles = [at for at in range(first + 1, last - 1) if _is_office(tokens, at)]
    if not titles or not _is_person(tokens, titles[-1] + 1, last):
        return [(first, last)]
    forms = [tokens[at].form for at in range(first, titles[0])]
    known = all(form.lower() in _words("title_tails") for form in forms) or (
        len(forms) == 1 and not forms[0].isupper() and known_word(forms[0])
    )
    return [*([] if known else [(first, titles[0])]), (titles[-1] + 1, last)]


def _is_office(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].form.lower().rstrip(".") in _words("titles") | _words("office_titles")


def _is_person(tokens: Sequence[Token], first: int, last: int) -> bool:
    """One to three words behind a title, none of them of a body or a place."""
    forms = [token.form for token in tokens[first:last] if token.word]
    alone = len(forms) == 1 and known_word(forms[0])
    return 1 <= len(forms) <= _PERSON and not alone and not _is_body(forms)


def _is_body(forms: Sequence[str]) -> bool:
    """Does a word of a body or a place stand in it, or an "of"?"""
    things = _words("offices") | _words("bodies") | (_words("connectors") - _words("particles"))
    return any(form.lower() in things for form in forms)


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


def _could_be_name(text: str, tokens: Sequence[Token], index: int, use: CaseUse) -> bool:
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
    if opens_name(tokens, index) or is_elided(text, tokens, index):
        return True
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
    if not _could_be_name(text, tokens, index, use):
        return index
    end = index + 1
    while end < len(tokens):
        step = joint(text, tokens, index, end) or _continues(text, tokens, end, use)
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


def _is_title(tokens: Sequence[Token], first: int, index: int) -> bool:
    """ "Chief", and "Executive" behind it."""
    low = tokens[index].form.lower().rstrip(".")
    return low in _words("titles") or (index > first and low in _words("title_tails"))


def _skip_titles(tokens: Sequence[Token], first: int, last: int) -> int:
    """Drop "Prime Minister", "Secretary of State", ... before a person's name."""
    index = first
    while index < last and _is_title(tokens, first, index):
        if index + 1 < last and tokens[index + 1].form in {"'s", "’s"}:
            return index  # "King's College"
        index += 1
        while index < last and tokens[index].form in {"."}:
            index += 1
        if index + 1 < last and tokens[index].form == "of" and index + 2 < last:
            index += 2
    if _is_body([t.form for t in takewhile(lambda t: t.form != "of", tokens[index:last])]):
        return first  # "Justice Department", "Queen Mary Hospital"
    opens = index < last and tokens[index].form not in _words("connectors")
    return index if opens else first  # "Minister of Finance": a title, and nobody named
