"""Find speakers by what they hold: "the court's view is that", "in her opinion", "as X has it".

In:  a sentence and its tokens. Out: cues.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from twosource.attribute.cue import Cue
from twosource.attribute.speakers import (
    BREAK,
    Tokens,
    is_plural,
    is_vague,
    phrase_left,
    phrase_right,
    spelt,
    words,
)
from twosource.lexicon import load

_OWNERS: Final[Mapping[str, str]] = {
    "his": "he", "her": "she", "their": "they", "its": "it", "our": "we", "my": "I",
}  # fmt: skip
_MARKS: Final = frozenset({"'s", "’s"})
_APART: Final = frozenset(
    {"against", "after", "before", "in", "on", "at", "with", "by", "from", "to", "over", "about"}
)
_BETWEEN: Final = 2  # words between an owner and what he holds: "her own first"
_LONGEST: Final = 8  # tokens of an owner behind a preposition


def by_views(text: str, tokens: Tokens) -> Iterator[Cue]:
    """Yield the cues of nouns that are what somebody holds."""
    for index, token in enumerate(tokens):
        if token.lemma in words("opinions") and token.form.islower():
            yield from _that(text, tokens, index)
        if token.form.lower() in _behind():
            yield from _in_view(text, tokens, index)
        if token.form == "has" and index:
            yield from _has_it(text, tokens, index)


def _that(text: str, tokens: Tokens, noun: int) -> Iterator[Cue]:
    """ "X's claim that ...", "the view of X is that ..."."""
    owner = _owner_before(text, tokens, noun)
    after = noun + 1
    if owner is None and after < len(tokens) and tokens[after].form in {"of", "by"}:
        right = phrase_right(tokens, after + 1)
        if right is None:
            return
        owner, after = (spelt(text, tokens, right), right[0], right[1]), right[1]
    if owner is None:
        return
    behind = after + (after < len(tokens) and tokens[after].form in {"is", "was", "remains"})
    if (
        behind + 1 < len(tokens)
        and tokens[behind].form == "that"
        and (behind > after or _opens_clause(tokens, behind + 1))
    ):
        who, first, last = owner
        place = (tokens[min(first, noun)].start, tokens[max(last, noun + 1) - 1].end)
        start = tokens[behind].end
        yield Cue(who, tokens[noun].form, start, len(text), is_vague(who), place)


def _opens_clause(tokens: Tokens, at: int) -> bool:
    """ "that 40 died", "that the road": a clause; "that was rejected" speaks of the noun."""
    token = tokens[at]
    low = token.form.lower()
    if low in words("words.finite"):
        return False
    return (
        token.capital
        or token.form[0].isdigit()
        or low in words("words.determiners") | words("words.subjects") | {"there"}
        or is_plural(token)
    )


def _owner_before(text: str, tokens: Tokens, noun: int) -> tuple[str, int, int] | None:
    """(who, first token, the one after the last) of whose it is, right before a noun."""
    for at in range(noun - 1, max(-1, noun - 2 - _BETWEEN), -1):
        low = tokens[at].form.lower()
        if low in _OWNERS:
            return _OWNERS[low], at, at + 1
        if low in _MARKS or (low in {"'", "’"} and at and tokens[at - 1].form.endswith("s")):
            span = phrase_left(tokens, at)
            return (spelt(text, tokens, span), *span) if span else None
        if not tokens[at].form.islower() or low in words("words.stops"):
            return None
    return None


def _in_view(text: str, tokens: Tokens, index: int) -> Iterator[Cue]:
    """ "in her view", "by the union's own count": a preposition, an owner, what he holds."""
    held = _behind()[tokens[index].form.lower()]
    for at in range(index + 1, min(len(tokens), index + 2 + _LONGEST)):
        if tokens[at].form in BREAK:
            return
        if tokens[at].form not in held:
            continue
        who = _owner_inside(text, tokens, index + 1, at)
        if who:
            start = _clause_start(text, tokens, index, who)
            end = text.find("; ", tokens[at].end)
            place = (tokens[index].start, tokens[at].end)
            words_ = f"{tokens[index].form} {tokens[at].form}"
            yield Cue(who, words_, start, len(text) if end < 0 else end, is_vague(who), place)
        return


def _clause_start(text: str, tokens: Tokens, index: int, who: str) -> int:
    """Where the stretch begins: "The third of five children, she learned, by her account, ...".

    What stands before the comma and the pronoun only says who she is.
    """
    start = text.rfind("; ", 0, tokens[index].start) + 1
    if who not in _OWNERS.values():
        return start
    subjects = [
        at
        for at in range(1, index)
        if tokens[at].form == who and tokens[at - 1].form == "," and tokens[at].start > start
    ]
    return tokens[subjects[0]].start if subjects else start


def _owner_inside(text: str, tokens: Tokens, first: int, noun: int) -> str | None:
    last = noun
    while last > first and tokens[last - 1].form in {"own", "early", "latest", "last", "first"}:
        last -= 1
    if last == first + 1:
        return _OWNERS.get(tokens[first].form.lower())
    inside = tokens[first : last - 1]
    if any(t.form[0].isdigit() or t.form in _APART for t in inside):
        return None  # "in July 2019 against the court's judgment"
    mark = tokens[last - 1].form
    if mark in _MARKS or (mark in {"'", "’"} and tokens[last - 2].form.endswith("s")):
        return spelt(text, tokens, (first, last - 1))
    return None


def _has_it(text: str, tokens: Tokens, index: int) -> Iterator[Cue]:
    """ "as the inventory has it, ..."."""
    after = [token.form for token in tokens[index + 1 : index + 3]]
    closes = len(after) < 2 or after[1] in BREAK
    span = phrase_left(tokens, index) if after[:1] == ["it"] and closes else None
    if span is None:
        return
    opened = tokens[span[0] - 1].form.lower() == "as" if span[0] else False
    if not opened:
        first = tokens[span[0]]
        opened = first.form == "As" and span[1] - span[0] > 1
        span = (span[0] + opened, span[1])
    if opened:
        who = spelt(text, tokens, span)
        place = (tokens[span[0]].start, tokens[index + 1].end)
        yield Cue(who, "has it", 0, len(text), is_vague(who), place)


@cache
def _behind() -> Mapping[str, frozenset[str]]:
    return {key: frozenset(found) for key, found in load("reporting")["opinions_behind"].items()}
