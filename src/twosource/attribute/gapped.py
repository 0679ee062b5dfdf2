"""Read voices that share one verb: "The police count 18,000 people, the organisers 60,000".

In:  a sentence, its tokens, the cue of the first voice. Out: that cue, cut where another voice goes
on without a verb of its own, and a cue for each of those.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from twosource.attribute.cue import Cue
from twosource.attribute.giving import is_figure
from twosource.attribute.provenance import is_source
from twosource.attribute.speakers import Tokens, is_plural, is_vague, spelt, words
from twosource.text import lemma

_DEFINITE: Final = frozenset({"the", "its", "his", "her", "their", "our", "this", "that"})
_AGENTS: Final = ("er", "or", "ist", "ant", "ent", "ian", "man", "rebel", "resident", "doctor")
_LONG: Final = 6  # tokens of such a voice
_JOINTS: Final = frozenset({",", ";", "–", "—"})
_LINKS: Final = frozenset({"and", "but", "while", "whereas", "against"})
_BEFORE: Final = frozenset({"at", "of", "only", "just", "a", "mere"})  # between voice and figure
_WITH_FIGURE: Final = frozenset(
    {"say", "speak", "talk", "report", "claim", "announce", "reckon", "insist"}
)


def in_turn(text: str, tokens: Tokens, cue: Cue) -> Iterator[Cue]:
    """Yield the cue up to the next voice, then the cues of the voices that share its verb."""
    if not _gives_figures(cue):
        yield cue
        return
    last = cue
    for index in range(1, len(tokens) - 2):
        inside = last.place[1] <= tokens[index].start < cue.end
        if not inside or tokens[index].form not in _JOINTS:
            continue
        if (span := _voice(text, tokens, index + 1)) is None:
            continue
        yield replace(last, end=tokens[index].start)
        who = spelt(text, tokens, span)
        place = (tokens[span[0]].start, tokens[span[1] - 1].end)
        last = replace(
            cue, speaker=who, start=place[1], vague=is_vague(who), place=place, hearer=None
        )
    stop = text.find("; ", last.start)
    yield last if last is cue or stop < 0 else replace(last, end=min(stop, cue.end))


def _gives_figures(cue: Cue) -> bool:
    """Is it a verb that puts a figure to something, and does what is said stand behind it?"""
    known = words("at_verbs") | words("count_verbs") | words("of_verbs") | _WITH_FIGURE
    return cue.speaker is not None and lemma(cue.words) in known and cue.start >= cue.place[1]


def _voice(text: str, tokens: Tokens, first: int) -> tuple[int, int] | None:
    """The span of a voice from here to a figure, with no verb between; None when there is none."""
    while first < len(tokens) and tokens[first].form in _LINKS:
        first += 1
    for last in range(first + 1, min(first + _LONG + 1, len(tokens))):
        if not is_figure(_behind(tokens, last)):
            if not tokens[last].word or tokens[last].form in words("words.finite"):
                return None
            continue
        return (first, last) if _speaks(text, tokens, (first, last)) else None
    return None


def _behind(tokens: Tokens, at: int) -> Tokens:
    """What stands behind a voice, without "at" and "only" before the figure."""
    while at < len(tokens) and tokens[at].form in _BEFORE:
        at += 1
    return tokens[at : at + 6]


def _speaks(text: str, tokens: Tokens, span: tuple[int, int]) -> bool:
    """Is it a name, a body, an office, or "the" and several people ("the organisers")?"""
    inside = tokens[slice(*span)]
    opens = inside[0].capital or inside[0].form in _DEFINITE or len(inside) == 1
    if not opens or any(token.form[0].isdigit() for token in inside):
        return False
    people = inside[-1].lemma in words("roles") | words("counters") | words("vague")
    many = inside[0].form == "the" and is_plural(inside[-1]) and inside[-1].lemma.endswith(_AGENTS)
    return people or many or is_source(text, tokens, span)
