"""Follow a speaker over the end of his sentence.

In:  the sentences of the sources. Out: for a place in a sentence the cue that answers for it:
of the sentence itself, of the quotation it belongs to, of the words that lead in a list or
a block quotation, with "she" taken as the one who was named before.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from twosource.attribute.antecedents import opening_body
from twosource.attribute.cues import Cue, find_cues
from twosource.attribute.provenance import told_of_before
from twosource.attribute.signing import Spoken, labelled, opening_name, signed
from twosource.attribute.stance import Stance, stance_of
from twosource.attribute.through import deeper
from twosource.attribute.whois import is_person, person
from twosource.model import BlockKind, Quotation, Sentence

_FAR: Final = 12  # sentences a quotation or list is followed over
_NEAR: Final = 4  # sentences a pronoun is looked back from
_MOSTLY: Final = 0.6  # of a sentence in quotation marks: it is a quotation
_GAP: Final = 3  # characters between a speaker and the quotation that goes on behind him
_WORDS: Final = 4  # fewer words in marks are a title or a phrase
_LED: Final = frozenset({BlockKind.QUOTE, BlockKind.ITEM})
_PRONOUNS: Final = frozenset({"he", "she", "they"})

Sentences = Mapping[tuple[str, int], Sentence]


def spoken(sentence: Sentence, at: int, sentences: Sentences) -> Spoken | None:
    """Who answers for the words at `at` of a sentence; None for the source itself."""
    own = _narrowest(sentence.text, at)
    found = (
        Spoken(deeper(sentence.text, own), sentence) if own else _carried(sentence, at, sentences)
    )
    return _named(found, sentences) if found else None


def _narrowest(text: str, at: int) -> Cue | None:
    """The narrowest cue that covers the position; "19 died, which X denied" is not X's."""
    fitting = [cue for cue in find_cues(text) if cue.start <= at < cue.end]
    fitting = [cue for cue in fitting if cue.place[0] < at or not _denies(cue)]
    return min(fitting, key=lambda cue: (cue.end - cue.start, cue.start, cue.words), default=None)


def _denies(cue: Cue) -> bool:
    return stance_of(cue.words) is Stance.DENY


def _carried(sentence: Sentence, at: int, sentences: Sentences) -> Spoken | None:
    quoted = next((q for q in sentence.quotations if q.start <= at < q.end), None)
    if quoted is None:
        return (
            _lead_in(sentence, sentences)
            or signed(sentence, sentences)
            or labelled(sentence, sentences)
            or _owed_behind(sentence, sentences)
        )
    if found := _resumed(sentence, quoted):
        return found
    if not quoted.closes and (found := _later(sentence, sentences)):
        return found
    if not quoted.opens or _goes_on(sentence, quoted, sentences):
        return _earlier(sentence, sentences)
    alone = quoted.end - quoted.start >= _MOSTLY * len(sentence.text)
    words = len(sentence.text[quoted.start : quoted.end].split())
    if alone and words >= _WORDS and not find_cues(sentence.text):
        return signed(sentence, sentences, quoted=True) or _beside(sentence, sentences)
    return _lead_in(sentence, sentences) or signed(sentence, sentences)


def _owed_behind(sentence: Sentence, sentences: Sentences) -> Spoken | None:
    """ "41 died. The figure comes from X.": the sentence behind says whose the figures are."""
    after = sentences.get((sentence.source, sentence.index + 1))
    if after is None or after.block - sentence.block > 1:
        return None
    cue = told_of_before(after.text)
    return Spoken(cue, after) if cue else None


def _resumed(sentence: Sentence, quoted: Quotation) -> Spoken | None:
    """ "“...,” said X, “and 12 calves”": the quotation goes on behind its speaker."""
    if not any(other.end < quoted.start for other in sentence.quotations):
        return None
    near = [
        cue
        for cue in find_cues(sentence.text)
        if cue.speaker and 0 <= quoted.start - cue.place[1] <= _GAP
    ]
    return Spoken(near[-1], sentence) if near else None


def _goes_on(sentence: Sentence, quoted: Quotation, sentences: Sentences) -> bool:
    """A paragraph that opens with a mark after one that did not close its own."""
    before = sentences.get((sentence.source, sentence.index - 1))
    return bool(
        before
        and quoted.start <= 1
        and before.block != sentence.block
        and before.quotations
        and not before.quotations[-1].closes
    )


def _later(sentence: Sentence, sentences: Sentences) -> Spoken | None:
    """The speaker behind the end of a quotation that runs on: “... We have 300,” said X.

    A paragraph that opens with a mark goes on with the one before it, which did not close.
    """
    block = sentence.block
    for ahead in range(1, _FAR):
        after = sentences.get((sentence.source, sentence.index + ahead))
        if after is None or not after.quotations:
            return None
        first = after.quotations[0]
        new = after.block != block
        if after.block - block > 1 or (first.start > 1 if new else first.opens):
            return None
        block = after.block
        if first.closes:
            behind = [
                cue for cue in find_cues(after.text) if cue.end > 0 and cue.place[1] > first.end
            ]
            return Spoken(behind[0], after) if behind else None
    return None


def _earlier(sentence: Sentence, sentences: Sentences) -> Spoken | None:
    """The speaker of a quotation that was opened before, in this paragraph or an earlier one."""
    for back in range(1, _FAR):
        before = sentences.get((sentence.source, sentence.index - back))
        if before is None:
            return None
        if found := find_cues(before.text):
            return Spoken(found[-1], before)
        if not before.quotations:
            return None
    return None


def _beside(sentence: Sentence, sentences: Sentences) -> Spoken | None:
    """A quotation that stands alone is his who spoke in the sentence before."""
    before = sentences.get((sentence.source, sentence.index - 1))
    if before is None or sentence.block - before.block > 1:
        return None
    if before.kind in _LED and sentence.kind not in _LED:
        return None
    found = [cue for cue in find_cues(before.text) if cue.speaker]
    return Spoken(found[-1], before) if found else None


def _lead_in(sentence: Sentence, sentences: Sentences) -> Spoken | None:
    """ "The police say:" before a list or a block quotation."""
    if sentence.kind not in _LED:
        return None
    for back in range(1, _FAR):
        before = sentences.get((sentence.source, sentence.index - back))
        if before is None:
            return None
        if before.kind in _LED:
            continue
        found = [cue for cue in find_cues(before.text) if cue.speaker]
        leads = before.text.rstrip().endswith(":")
        return Spoken(found[-1], before) if found and leads else None
    return None


def _named(found: Spoken, sentences: Sentences) -> Spoken:
    """ "she said": the one speaker named before, in the sentence or a few sentences back.

    "It" is the body or the work that spoke in the sentence right before.
    """
    word = (found.cue.speaker or "").lower()
    if word == "it":
        return _body_before(found, sentences)
    if word not in _PRONOUNS:
        return found
    sentence = found.sentence
    inside = [cue for cue in find_cues(sentence.text) if cue.place[1] <= found.cue.place[0]]
    if who := _one(inside):
        return _as(found, who)
    for back in range(1, _NEAR + 1):
        before = sentences.get((sentence.source, sentence.index - back))
        if before is None or sentence.block - before.block > _NEAR:
            return found
        cues = find_cues(before.text)
        if any((cue.speaker or "").lower() not in _PRONOUNS for cue in cues):
            who = _one(cues)
            return _as(found, who) if who else found
        if word != "they" and (who := opening_name(before.text)):
            return _as(found, who)
    return found


def _body_before(found: Spoken, sentences: Sentences) -> Spoken:
    sentence = found.sentence
    for back in range(1, _NEAR + 1):
        before = sentences.get((sentence.source, sentence.index - back))
        cues = find_cues(before.text) if before else ()
        if not cues:
            body = opening_body(before.text) if before else None
            return _as(found, body) if body else found
        if all((cue.speaker or "").lower() == "it" for cue in cues):
            continue
        who = _one(cues)
        return _as(found, who) if who and not is_person(person(who)) else found
    return found


def _one(cues: tuple[Cue, ...] | list[Cue]) -> str | None:
    """The one speaker with a name or an office; None when nobody or several are named."""
    names = {
        cue.speaker
        for cue in cues
        if cue.speaker
        and not cue.vague
        and cue.speaker.lower() not in {*_PRONOUNS, "it", "i", "we"}
    }
    return next(iter(names)) if len(names) == 1 else None


def _as(found: Spoken, who: str) -> Spoken:
    return Spoken(replace(found.cue, speaker=who, vague=False), found.sentence)
