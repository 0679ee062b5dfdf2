"""Tell whether a verb puts a figure, a day or a cause to something: who does so is a speaker.

In:  tokens of a sentence, the index of a verb, the phrase of its subject. Out: yes or no.
"Analysts see the margin at 9 percent", "historians date the gate to 1220", "the census counts
840 people"; but "the team recorded 12 wins" says nothing of who says so.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from twosource.attribute.speakers import BREAK, Span, Tokens, head_of, words
from twosource.lexicon import load
from twosource.text import Token

_FAR: Final = 14  # tokens looked ahead for the figure
_CLOCK: Final = frozenset({"am", "pm", "a.m.", "p.m.", "o", "noon", "midnight", "once", "least"})
_HEDGES: Final = frozenset(
    {"about", "around", "some", "nearly", "almost", "roughly", "over", "under", "up", "to", "just",
     "more", "less", "fewer", "than", "at", "least", "most", "only", "between", "well", "close",
     "$", "£", "€", "¥", "US"}
)  # fmt: skip


def gives(tokens: Tokens, index: int, span: Span) -> bool:
    """Does the verb put a figure or a cause to something, as one does who says so?"""
    lemma, form = tokens[index].lemma, tokens[index].form
    after = tokens[index + 1 : index + 1 + _FAR]
    stop = next((i for i, token in enumerate(after) if token.form in BREAK), len(after))
    near = after[:stop]
    if lemma in words("at_verbs") and form != "saw" and _at_figure(near, lemma):
        return True
    if lemma in words("to_verbs"):
        return _to_something(near)
    counted = lemma in words("count_verbs") and form != "given"
    return counted and is_figure(near) and _counts(tokens, span, lemma)


def is_figure(near: Tokens) -> bool:
    """Does a figure begin here, hedges and signs of money before it?"""
    for token in near[:5]:
        if token.form[0].isdigit() or token.form.lower() in _numbers():
            return True
        if token.form not in _HEDGES:
            return False
    return False


def _at_figure(near: Tokens, lemma: str) -> bool:
    """ "the number at 40": not "the boat at 9 pm", and at once behind no "see"."""
    places = words("words.puts_at") if lemma == "put" else {"at", "between"}
    for i, token in enumerate(near[:11]):
        if token.form in places and is_figure(near[i + 1 :]):
            behind = {t.form.lower() for t in near[i + 1 : i + 5]}
            return (i > 0 or lemma == "put") and not behind & _CLOCK
    return False


def _to_something(near: Tokens) -> bool:
    """ "the fire to lightning": a thing, then "to"; "dates to 1820" tells an age."""
    at = next((i for i, token in enumerate(near) if token.form in {"to", "between"}), 0)
    first = near[0] if near else None
    thing = first is not None and (
        first.capital
        or first.form in words("words.determiners") | {"it", "them", "him", "her"}
        or (first.form != first.lemma and first.form.endswith("s"))
    )
    return thing and 0 < at < len(near) - 1


def _counts(tokens: Tokens, span: Span, lemma: str) -> bool:
    """A work, an office or a body of officials as subject; of "lists" and "gives" any text."""
    head = head_of(tokens, span)
    counting = words("works") | words("roles") | words("counters")
    known = head.lemma in counting or head.form.lower() in counting
    return known or (lemma in {"list", "give", "cite"} and is_text(head))


def is_text(token: Token) -> bool:
    """Is it a noun for what somebody publishes ("website", "newsletter")?"""
    return bool({token.lemma, token.form.lower()} & _texts())


@cache
def _texts() -> frozenset[str]:
    return words("texts") | {*load("credits")["texts"], *load("credits")["lists"]}


@cache
def _numbers() -> frozenset[str]:
    data = load("numbers")
    return frozenset({*data["small"], *data["tens"]}) - {"one"}
