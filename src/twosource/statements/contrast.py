"""What words say against each other: opposites, closed sets, quantifiers, negations.

In:  words as tokens. Out: yes or no. The words are in contrasts.toml.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from typing import Any, Final

from twosource.lexicon import load
from twosource.text import Token, known_word

_TOGETHER: Final = 3  # words within which two denials undo each other


def opposed(one: Token, two: Token) -> bool:
    """Are the two words opposites, by the word list or by a prefix ("legal", "illegal")?"""
    forms = (_forms(one), _forms(two))
    return any(b in _opposites().get(a, ()) for a in forms[0] for b in forms[1]) or any(
        _turned(a, b) or _turned(b, a) for a in forms[0] for b in forms[1]
    )


def _forms(token: Token) -> frozenset[str]:
    """The word as written and its lemmas; "rose" and "fell" are verbs, too."""
    low = token.form.lower()
    verb = load("senses")["irregular"].get(low)
    return frozenset({token.lemma, low} if verb is None else {token.lemma, low, verb})


@cache
def _opposites() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in load("contrasts")["opposite"]:
        for a in row["one"]:
            for b in row["two"]:
                found[a].add(b)
                found[b].add(a)
    return {word: frozenset(words) for word, words in found.items()}


def _turned(plain: str, other: str) -> bool:
    """Is `other` the contrary of `plain` by a prefix, or by "-less" for "-ful"?"""
    rule = load("contrasts")
    if other in rule["no_prefix"] or len(plain) < 4:
        return False
    if any(other == prefix + plain for prefix in rule["prefixes"]):
        return known_word(plain)
    return any(
        other.endswith(minus) and plain == other[: -len(minus)] + plus
        for minus, plus in rule["endings"]
    )


def exclusive(one: Token, two: Token) -> str | None:
    """Name the closed set that has both words, so that one shuts out the other; None = none."""
    sets = _closed()
    forms = (_forms(one), _forms(two))
    left = {sets[word] for word in forms[0] if word in sets}
    right = {sets[word] for word in forms[1] if word in sets}
    return None if forms[0] & forms[1] else min(left & right, default=None)


@cache
def _closed() -> dict[str, str]:
    return {word: name for name, row in load("contrasts")["exclusive"].items() for word in row}


def rank(token: Token) -> int | None:
    """How much of a whole a quantifier means, 0 for none; None for any other word."""
    return _ranks().get(token.form.lower(), _ranks().get(token.lemma))


@cache
def _ranks() -> dict[str, int]:
    rows = load("contrasts")["quantifiers"]
    return {word: number for number, row in enumerate(rows) for word in row}


def negations(words: Sequence[Token]) -> list[int]:
    """Places of the cues that make a contrary of what they govern.

    "not only", "no-fee" deny nothing; "No Country" is a name. Cues that stand close
    together undo each other in pairs ("did not fail"): of an even number none is left, of an
    odd one the first.
    """
    found: list[list[int]] = []
    for index in range(len(words)):
        if not _denies(words, index):
            continue
        if found and index - found[-1][-1] <= _TOGETHER:
            found[-1].append(index)
        else:
            found.append([index])
    return [group[0] for group in found if len(group) % 2 == 1]


def _denies(words: Sequence[Token], index: int) -> bool:
    rule, token, low = _rule(), words[index], words[index].form.lower()
    after = words[index + 1] if index + 1 < len(words) else None
    if index and token.capital and after is not None and after.capital:
        return False
    if low in rule["negations"]:
        return after is None or after.form.lower() not in {*rule["harmless"], "-"}
    if low == "t":
        return index > 0 and words[index - 1].form.lower().endswith("n")
    return bool({token.lemma, low} & rule["preventing"])


def restricts(token: Token) -> bool:
    """ "only", "solely", ..."""
    return token.form.lower() in _rule()["restricting"]


@cache
def _rule() -> dict[str, Any]:
    keys = ("negations", "preventing", "harmless", "restricting")
    return {key: frozenset(load("contrasts")[key]) for key in keys}
