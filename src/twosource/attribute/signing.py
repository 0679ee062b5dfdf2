"""Who is named beside words rather than by a verb: a signature, a label, an opening name.

In:  a sentence and those around it. Out: who answers for it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from twosource.attribute.cues import Cue, find_cues
from twosource.attribute.whois import is_person
from twosource.model import BlockKind, Sentence

_FAR: Final = 12  # sentences a block quotation is followed over to its signature
_SIGNED: Final = re.compile(r"(?:—|–|―|--|-|~) ?([A-Z][^,;:.()\d]{2,60})(?=[,;:.(]|$)")
_NAME: Final = r"[A-Z][\w’'.-]{1,24}(?: [A-Z][\w’'.-]{0,24}){1,3}"
_LABEL: Final = re.compile(rf"({_NAME}): ")
_OPENS: Final = re.compile(rf"({_NAME}) (?=[a-z])")
_FIRST_PERSON: Final = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur)\b")

Sentences = Mapping[tuple[str, int], Sentence]


@dataclass(frozen=True, slots=True)
class Spoken:
    """A cue and the sentence whose words show it."""

    cue: Cue
    sentence: Sentence


def signed(sentence: Sentence, sentences: Sentences, *, quoted: bool = False) -> Spoken | None:
    """ "— Ada Lind, miller" under a block quotation, inside it or right behind it.

    Args:
        quoted: The sentence stands in quotation marks, as a block quotation would.
    """
    if sentence.kind is not BlockKind.QUOTE and not quoted:
        return None
    for ahead in range(1, _FAR):
        after = sentences.get((sentence.source, sentence.index + ahead))
        if after is None:
            return None
        if found := _SIGNED.match(after.text):
            place = (0, found.end(1))
            cue = Cue(found.group(1).strip(), "—", 0, len(sentence.text), False, place)
            return Spoken(cue, after)
        if after.kind is not BlockKind.QUOTE:
            return None
    return None


def labelled(sentence: Sentence, sentences: Sentences) -> Spoken | None:
    """ "Ada Lind: It was hard. We lost 41 cows.": the label of an answer holds for its paragraph."""
    if not _FIRST_PERSON.search(sentence.text):
        return None
    first = sentence
    for back in range(1, _FAR):
        before = sentences.get((sentence.source, sentence.index - back))
        if before is None or before.block != sentence.block:
            break
        first = before
    found = _LABEL.match(first.text)
    if not found or first is sentence or not is_person(found.group(1)):
        return None
    cue = Cue(found.group(1), ":", 0, len(sentence.text), False, (0, found.end(1)))
    return Spoken(cue, first)


def opening_name(text: str) -> str | None:
    """The person a sentence opens with, where no other is named and nobody speaks."""
    found = _OPENS.match(text)
    if not found or find_cues(text) or not is_person(found.group(1)):
        return None
    others = [m for m in re.findall(_NAME, text[found.end() :]) if is_person(m)]
    return None if others else found.group(1)
