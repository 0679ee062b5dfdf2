"""Follow a chain inside a sentence: "the Daily, citing the agency, said" has it from the agency.

In:  the text of a sentence, the cue that answers for a place in it. Out: the cue of whoever
that speaker names as his source, with the speaker as the link between; the same cue when he
names nobody.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from twosource.attribute.cue import Cue
from twosource.attribute.speakers import is_named, is_vague, phrase_right, spelt, words
from twosource.text import tokenize

_NEAR: Final = 4  # tokens between a speaker and words that follow him at once ("which quotes")


def deeper(text: str, cue: Cue) -> Cue:
    """Return the cue of the one whom the speaker of `cue` cites in the same sentence."""
    low = text.lower()
    if not cue.speaker or not any(phrase in low for phrase in words("through")):
        return cue
    tokens = tokenize(text)
    for phrase in sorted(words("through")):
        at = low.find(phrase)
        if at < 0 or (at and low[at - 1].isalnum()) or not _belongs(text, cue, phrase, at):
            continue
        first = next((i for i, t in enumerate(tokens) if t.start >= at + len(phrase)), None)
        span = phrase_right(tokens, first) if first is not None else None
        speaker = spelt(text, tokens, span) if span else ""
        if span and is_named(speaker) and not is_vague(speaker) and speaker != cue.speaker:
            low_place = min(cue.place[0], at)
            place = (low_place, max(cue.place[1], tokens[span[1] - 1].end))
            return replace(cue, speaker=speaker, words=phrase, vague=False, place=place,
                           hearer=None, through=cue.speaker)  # fmt: skip
    return cue


def _belongs(text: str, cue: Cue, phrase: str, at: int) -> bool:
    """Does the phrase speak of this speaker? "which quotes" only right behind his name."""
    if phrase.startswith(("which", "who", "itself")):
        end = text.find(cue.speaker or "", cue.place[0]) + len(cue.speaker or "")
        return 0 <= at - end <= _NEAR
    return ";" not in text[min(at, cue.place[0]) : max(at, cue.place[1])]
