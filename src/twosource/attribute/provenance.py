"""Find where a text says it has its figures: "the figure comes from X", "X was first to report".

In:  a sentence and its tokens. Out: cues of the sentence, and the cue of a sentence that speaks
of the figures in the one before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from twosource.attribute.cue import Cue
from twosource.attribute.giving import is_figure
from twosource.attribute.speakers import (
    Tokens,
    head_of,
    is_named,
    is_vague,
    phrase_left,
    phrase_right,
    spelt,
    words,
)
from twosource.lexicon import load
from twosource.text import tokenize

_FIGURES: Final = r"(?:figures?|numbers?|data|totals?|counts?|estimates?|statistics|tally|tallies|sums?|information)"
_STEMS: Final = (
    r"(?:(?:comes?|came|stems?|stemmed|derives?|derived|originates?|originated) (?:all )?from|"
    r"(?:is|are|was|were) (?:all )?(?:(?:taken|drawn|copied|quoted|borrowed|supplied|lifted) )?from|"
    r"(?:is|are|was|were) (?:those|that) of|"
    r"(?:is|are|was|were) (?:supplied|provided|given|compiled|released|published|collected|issued) by)"
)
# "41, a figure that comes from X", "41; that number is taken from X"
_BESIDE: Final = re.compile(
    rf"[,;(–—] ?(?:a|an|the|this|that|these|those|both|all) (?:\w{{1,14}} )?{_FIGURES} "
    rf"(?:(?:that|which) )?(?:{_STEMS}|(?:taken|drawn|copied|quoted|borrowed|lifted|coming) from) "
)
# "41 died. The figure comes from X." "We have these figures from X."
_ALONE: Final = re.compile(
    rf"(?:(?:The|This|That|These|Those|Both|All|All the|Our) (?:\w{{1,14}} )?{_FIGURES} {_STEMS} |"
    rf"(?:We|I) (?:have|had|got|took|take|owe|copied) (?:the|this|that|these|those|our|all) {_FIGURES} (?:from|to) )"
)
_FIRST: Final = re.compile(
    r"(?: was| were|,) (?:the )?first to (?:report|reveal|write|publish|announce|break|say)\b|"
    r" (?:first )?broke the (?:story|news)\b"
)
# "“We lost 41 sheep.” — Ruth Pell, farmer"
_SIGNED: Final = re.compile(
    r"[”\"»] ?(?:—|–|―|--|-|~) ?([A-Z][\w’'.&-]{0,24}(?: (?:of|for|the|and|de|von)?(?: ?[A-Z][\w’'.&-]{0,24})){0,6})(?=[,;(.]|$)"
)
_REST: Final = 40  # characters behind a signature: what its bearer is
_FAR: Final = 8  # tokens between "put at" and the "by" behind its figure


def by_provenance(text: str, tokens: Tokens) -> Iterator[Cue]:
    """Yield the cues of words that say where a figure in the sentence is from."""
    for found in _BESIDE.finditer(text):
        yield from _behind(text, tokens, found.start(), found.end())
    if (signed := _SIGNED.search(text)) and len(text) - signed.end() <= _REST:
        place = (signed.start(1), signed.end(1))
        yield Cue(signed[1], "—", 0, signed.start() + 1, False, place)
    for found in _FIRST.finditer(text):
        yield from _first_to(text, tokens, found.start(), found.end())
    for found in _valued().finditer(text):
        yield from _valued_by(text, tokens, found)
    for index, token in enumerate(tokens[:-3]):
        if token.form in words("put_at") and tokens[index + 1].form == "at":
            yield from _put_by(text, tokens, index)


def told_of_before(text: str) -> Cue | None:
    """The cue of a sentence that says where the figures of the sentence before it are from."""
    found = _ALONE.match(text)
    if found is None:
        return None
    tokens = tokenize(text)
    return next(_behind(text, tokens, 0, found.end()), None)


def _behind(text: str, tokens: Tokens, start: int, end: int) -> Iterator[Cue]:
    """The one named behind the words, who answers for what stands before them."""
    first = next((i for i, token in enumerate(tokens) if token.start >= end), None)
    span = phrase_right(tokens, first) if first is not None else None
    if span and is_source(text, tokens, span):
        speaker = spelt(text, tokens, span)
        shown = text[start:end].strip(" ,;(–—")
        yield Cue(speaker, shown, 0, start, is_vague(speaker), (start, tokens[span[1] - 1].end))


def is_source(text: str, tokens: Tokens, span: tuple[int, int]) -> bool:
    """Can the phrase be somebody or something that gives figures?"""
    head = head_of(tokens, span)
    return is_named(spelt(text, tokens, span)) or bool({head.lemma, head.form.lower()} & givers())


def _first_to(text: str, tokens: Tokens, start: int, end: int) -> Iterator[Cue]:
    """ "As the Post was first to report, 41 ...": covers the sentence."""
    verb = next((i for i, token in enumerate(tokens) if token.end > start), None)
    span = phrase_left(tokens, verb) if verb else None
    if span and is_source(text, tokens, span):
        speaker = spelt(text, tokens, span)
        if tokens[span[0]].form in {"As", "as"} and span[1] - span[0] > 1:
            span = (span[0] + 1, span[1])
            speaker = spelt(text, tokens, span)
        place = (tokens[span[0]].start, end)
        yield Cue(speaker, text[start:end].strip(" ,"), 0, len(text), is_vague(speaker), place)


def _valued_by(text: str, tokens: Tokens, found: re.Match[str]) -> Iterator[Cue]:
    """ "valued by the customs service at 19.6 million"."""
    first = next((i for i, token in enumerate(tokens) if token.start >= found.start(1)), None)
    last = next((i for i, token in enumerate(tokens) if token.start >= found.end(1)), None)
    if first is None or last is None or not is_figure(tokens[last + 1 : last + 1 + _FAR]):
        return
    if is_source(text, tokens, (first, last)):
        place = (found.start(), found.end(1))
        yield Cue(found[1], "by at", found.end(1), len(text), is_vague(found[1]), place)


@cache
def _valued() -> re.Pattern[str]:
    """A participle, "by", who does it, "at"."""
    verbs = "|".join(sorted(words("put_at")))
    return re.compile(rf"\b(?:{verbs}) by ((?:the |an? |its )?[\w’'-]+(?: [\w’'-]+){{0,4}}?) at ")


def _put_by(text: str, tokens: Tokens, index: int) -> Iterator[Cue]:
    """ "put at 41 by X", "set at 52,000 crowns by the court"."""
    if not is_figure(tokens[index + 2 : index + 2 + _FAR]):
        return
    near = range(index + 3, min(len(tokens), index + 3 + _FAR))
    by = next((at for at in near if tokens[at].form == "by"), None)
    span = phrase_right(tokens, by + 1) if by is not None and by + 1 < len(tokens) else None
    if span and is_source(text, tokens, span):
        speaker = spelt(text, tokens, span)
        place = (tokens[index].start, tokens[span[1] - 1].end)
        shown = f"{tokens[index].form} at by"
        yield Cue(speaker, shown, 0, len(text), is_vague(speaker), place)


@cache
def givers() -> frozenset[str]:
    """Nouns for works, offices and bodies that give figures."""
    credits_ = load("credits")
    kinds = ("works", "roles", "counters", "texts", "vague", "offices")
    named = frozenset().union(*map(words, kinds))
    return named | {
        *credits_["texts"],
        *credits_["public"],
        *credits_["business"],
        *credits_["press"],
    }
