"""Tell which body or work the next sentence calls "it".

In:  a sentence that shows no speaker. Out: the body that it opens with and that publishes, finds
or meets there ("The Court of Audit published its report"); None when it opens with anything else.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from twosource.attribute.provenance import givers
from twosource.attribute.speakers import Tokens, head_of, spelt, words
from twosource.lexicon import load
from twosource.text import tokenize

_LONG: Final = 10  # tokens of a name
_INSIDE: Final = frozenset({"of", "for", "the", "and", "on", "in", "&", "’s", "'s"})
_DEFINITE: Final = frozenset(
    {"The", "Its", "Their", "His", "Her", "Our", "This", "That", "A", "An"}
)


def opening_body(text: str) -> str | None:
    """The body or the work that a sentence opens with, as written; None when there is none."""
    tokens = tokenize(text)
    last = next((i for i, t in enumerate(tokens[: _LONG + 1]) if t.form in words("publishing")), 0)
    if not last or any(not token.word and token.form not in _INSIDE for token in tokens[:last]):
        return None
    return spelt(text, tokens, (0, last)) if _is_body(tokens, last) else None


def _is_body(tokens: Tokens, last: int) -> bool:
    """A name with a word of a body in it, or "the" and a noun for one that gives figures."""
    inside = tokens[:last]
    if all(token.capital or token.form in _INSIDE for token in inside):
        return bool({form for t in inside for form in (t.lemma, t.form.lower())} & _bodies())
    head = head_of(tokens, (0, last))
    return tokens[0].form in _DEFINITE and bool({head.lemma, head.form.lower()} & givers())


@cache
def _bodies() -> frozenset[str]:
    """Words in the names of bodies."""
    credits_ = load("credits")
    plain = {*credits_["public"], *credits_["business"], *credits_["press"]}
    return frozenset({*plain, *load("bylines")["organisations"]}) | givers()
