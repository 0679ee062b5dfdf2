"""Tell how a sentence puts one of its values: asserted, denied, planned, ...

In:  a sentence and the local span of a value. Out: a `Modality`. Only the clause that
governs the value counts; without a cue in reach the value is asserted. Cues and their
reach stand in modality.toml.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from twosource.extract.asking import takes_for_granted
from twosource.extract.conditions import is_conditional
from twosource.extract.cues import Cue, find_cues
from twosource.extract.decided import is_decided
from twosource.extract.falsehoods import is_called_false, is_corrected
from twosource.extract.gnomic import is_gnomic
from twosource.extract.harmless import is_harmless
from twosource.extract.quantities.lexis import small
from twosource.extract.reach import (
    DEFINITE,
    SUBJECTS,
    Place,
    Word,
    cut_words,
    group,
    is_apposed,
    is_hard,
    locate,
)
from twosource.extract.refuting import refuted_behind
from twosource.extract.standing import stands_beside
from twosource.extract.wished import is_wished
from twosource.model import Modality

_LEAD: Final = 7  # words before "would" in which it is told
_FARTHEST: Final = 60  # words between a governing phrase and the value
_NEXT: Final = 4  # words from a cue to the value that it stands next to
_QUOTES: Final = frozenset('"“”„«»‘')
_STOPS: Final = frozenset({",", ".", "!", "?"})
_ASIDES: Final = frozenset({"who", "which", "whom", "that"})
_NAMED: Final = 3  # words from "the" to the "of" before a value
_SIZED: Final = frozenset({"for", "in", "near", "to", "from", "of", "at", "around", "outside"})
_PARTS_OF_TIME: Final = frozenset(
    {
        "winter",
        "summer",
        "spring",
        "autumn",
        "fall",
        "end",
        "beginning",
        "start",
        "middle",
        "course",
    }
)
_TIMING: Final = frozenset({"until", "till", "by", "in", "on", "at", "before", "after", "from"})
_RELATIVE: Final = frozenset({"and", "which", "who", "where", "whose", "when"})
_AHEAD: Final = frozenset({Modality.PLANNED, Modality.HYPOTHETICAL})
_ORDER: Final = (Modality.DENIED, Modality.HYPOTHETICAL, Modality.PLANNED, Modality.ALLEGED)


def read_modality(text: str, start: int, end: int) -> Modality:
    """Read how the value at `text[start:end]` is put.

    Args:
        text: One sentence, readable text.
        start, end: Local span of the value.

    Returns:
        Question before denied, hypothetical, planned and alleged; asserted when no cue
        reaches the value or the span holds no word.
    """
    words = cut_words(text)
    inside = [i for i, word in enumerate(words) if word.start < end and start < word.end]
    if not inside:
        return Modality.ASSERTED
    first, last = inside[0], inside[-1] + 1
    if _asked(words, last):
        told = takes_for_granted(words, first, last)
        return Modality.ASSERTED if told else Modality.QUESTION
    if is_apposed(words, first) or _as_it_is(words, first, last):
        return Modality.ASSERTED
    place = locate(words, first, last)
    if (
        is_called_false(words, place)
        or is_corrected(words, first)
        or refuted_behind(text, start, end)
    ):
        return Modality.DENIED
    found = set(_cued(text, words, place))
    if is_wished(words, place):
        found.add(Modality.PLANNED)
    if Modality.DENIED not in found and is_conditional(words, place, found):
        return Modality.HYPOTHETICAL
    return next((kind for kind in _ORDER if kind in found), Modality.ASSERTED)


def _asked(words: Sequence[Word], last: int) -> bool:
    """Does the sentence that holds the value end with a question mark?"""
    for index in range(last, len(words)):
        if words[index].low == "?":
            return not (index + 1 < len(words) and words[index + 1].low in {")", ","})
        if words[index].low in _QUOTES and _closes_later(words, index):
            return False
        if words[index].low in {"!", ";", "but"} or (
            words[index].low == "." and _ends_here(words, index)
        ):
            return False
    return False


def _closes_later(words: Sequence[Word], index: int) -> bool:
    """A quotation that opens after the value and closes again: its "?" is its own."""
    opens = index + 1 < len(words) and words[index + 1].start == words[index].end
    spaced = words[index - 1].end < words[index].start
    return (
        opens
        and spaced
        and any(word.low in _QUOTES for word in words[index + 1 : index + _FARTHEST])
    )


def _ends_here(words: Sequence[Word], index: int) -> bool:
    """A full stop followed by a space, and not after a single letter."""
    if words[index].figure or index + 1 >= len(words):
        return False
    return words[index + 1].start > words[index].end and len(words[index - 1].low) > 3


def _cued(text: str, words: Sequence[Word], place: Place) -> Iterator[Modality]:
    """Yield the kinds of all cues that reach the value."""
    for cue, start, end in find_cues(text):
        if _reaches(words, place, cue, start, end) and not _undone(words, place, cue, end):
            yield cue.kind


def _reaches(words: Sequence[Word], place: Place, cue: Cue, start: int, end: int) -> bool:
    if (
        is_harmless(words, place, cue, start)
        or is_decided(words, place, cue, start)
        or is_gnomic(words, place, cue, start)
    ):
        return False
    if cue.kind in _AHEAD:
        if place.first <= start and end <= place.last and cue.reach in {"clause", "around"}:
            return True  # the words of an event hold it: "the vote will be held on Sunday"
        if stands_beside(words, place, start, end):
            return False
    if cue.reach == "label":
        return start == 0 and end <= place.first and _is_label(words, end)
    if cue.reach == "next":
        return _stands_next(words, place, end)
    if cue.reach == "frame":
        return _frames(words, place, cue, end)
    if cue.kind is not Modality.HYPOTHETICAL and _presupposed(words, place):
        return False
    if place.last <= start and (_of_another(words, place, start) or _added(words, start)):
        return False
    if place.last <= start and words[start].low == "to" and words[start - 1].low == ",":
        return False  # "awards 5 million, to be paid next year": the award is made
    inside = start < place.first and end - 1 == place.first and words[end - 1].low in _TIMING
    before = inside or (
        place.low <= start and end <= place.first and not _is_quoted(words, end, place.first)
    )
    after = place.last <= start and end <= place.high and not _presupposed(words, place)
    if after and (_told_aside(words, place, start) or _of_what(words, place, start)):
        return False
    return before or (cue.reach == "around" and after)


def _stands_next(words: Sequence[Word], place: Place, end: int) -> bool:
    """Is there nothing but a few small words between the cue and the value?"""
    between = words[end : place.first]
    small = all(word.low in group("fillers") for word in between)
    return end <= place.first and len(between) < _NEXT and small


def _frames(words: Sequence[Word], place: Place, cue: Cue, end: int) -> bool:
    """Does the cue stand over the whole clause of the value?"""
    if cue.kind is Modality.HYPOTHETICAL and _presupposed(words, place):
        return False  # "whether the 120 million they have underwritten is due"
    within = 0 <= place.first - end <= _FARTHEST
    return within and not any(_breaks(words, i) for i in range(end, place.first))


def _is_quoted(words: Sequence[Word], end: int, first: int) -> bool:
    """ "This was not one," he wrote on Saturday: the quotation closes before the value."""
    return any(
        words[at].low in _STOPS and words[at + 1].low in _QUOTES for at in range(end, first - 1)
    )


def _told_aside(words: Sequence[Word], place: Place, start: int) -> bool:
    """ "The climber who fell 40 metres will need surgery": the clause of the fall is over."""
    opener = words[place.low].low
    if opener not in _ASIDES or place.low + 1 >= place.first:
        return False
    told = words[place.low + 1 : place.first]
    present = told[0].low.endswith("s") and told[0].lemma != told[0].low
    past = any(
        word.low in group("pasts") or (word.low.endswith("ed") and word.low != word.lemma)
        for word in told
    )
    ahead = any(word.low in group("modals") - group("be") for word in told)
    return (past or (present and opener != "that")) and not ahead


def _of_what(words: Sequence[Word], place: Place, start: int) -> bool:
    """ "71 percent of them are what an engine would play": the clause behind it is another."""
    return any(word.low in {"what", "whatever"} for word in words[place.last : start])


def _presupposed(words: Sequence[Word], place: Place) -> bool:
    """ "the 4 billion project will ..." states the figure; only the rest lies ahead."""
    before = place.first - 1
    if before > 0 and words[before].low in {"$", "€", "£"}:
        before -= 1
    if before < 0 or (words[before].low == "her" and words[place.first].low in _TIMING):
        return False  # "to operate her until 2028"
    if _of_a_place(words, before):
        return True
    if words[before].low == "of" and words[before - 1].low in _PARTS_OF_TIME:
        return False  # "in the winter of 2030"
    if words[before].low == "of":  # "the tax of 1.20", "last year's figure of 4 million"
        return any(word.low in DEFINITE for word in words[max(0, before - _NAMED) : before - 1])
    if words[before].low == "and":  # "its 212 depots and 2,950 trucks"
        return before > 2 and words[before - 3].low in DEFINITE
    return words[before].low in DEFINITE


def _of_a_place(words: Sequence[Word], before: int) -> bool:
    """ "It will not be enough for a city of 96,000": the size of a place that is there."""
    lead = [word.low for word in words[max(0, before - 3) : before + 1]]
    named = words[before - 1].lemma in group("places") if before else False
    return named and lead[-1:] == ["of"] and lead[1:2] in (["a"], ["an"]) and lead[0] in _SIZED


def _added(words: Sequence[Word], start: int) -> bool:
    """ "It awarded 5 million, to be paid from a fund": what is added does not undo the verb."""
    return words[start].low == "to" and start > 0 and words[start - 1].low == ","


def _of_another(words: Sequence[Word], place: Place, start: int) -> bool:
    """ "150 million of the 300 million it plans to spend": a clause without "which" after
    another figure speaks of that one.
    """
    between = words[place.last : start]
    bare = start > 0 and words[start - 1].low in SUBJECTS
    joined = len(between) > 1 and between[-2].low in {"and", "but", ","}
    figures = any(word.low[:1].isdigit() for word in between)
    return bare and figures and not joined


def _is_label(words: Sequence[Word], end: int) -> bool:
    return any(word.low == ":" and not word.figure for word in words[end : end + 4])


def _breaks(words: Sequence[Word], index: int) -> bool:
    """What a governing phrase does not reach across."""
    word = words[index]
    if is_hard(word) or word.low in {"but", "however", "while", "whereas", "although", "though"}:
        return True
    after = words[index + 1].low if index + 1 < len(words) else ""
    if word.low != "," or word.figure:
        return False
    told = any(later.low in group("speech") for later in words[index + 2 : index + 4])
    return after in _RELATIVE or (after in SUBJECTS and told)


def _undone(words: Sequence[Word], place: Place, cue: Cue, end: int) -> bool:
    """Does a word after the cue, or a bound before the value, undo it?"""
    while (
        end < place.first - 1
        and words[end].low in {"only", "just", "also", "then", "easily"}
        and words[end].low not in cue.unless  # "not only"
    ):
        end += 1
    if cue.kind is Modality.DENIED and _unbeaten(words, place, end):
        return True
    if cue.words == ("would",) and _told_ahead(words, place, end):
        return False
    following = [word.low for word in words[end : end + 2]]
    if following[:1] == ["take"] and _is_load(words, place):
        return True  # "could take 350 passengers" is what it holds
    if cue.unless & {*following[:1], " ".join(following)} or (
        cue.kind is Modality.ALLEGED and cue.unless & {word.low for word in words[end : end + 6]}
    ):
        return True
    upto = min(place.last, place.first + 2)  # "not moved by more than": the bound opens the value
    if end <= place.first and cue.between & {word.low for word in words[end:upto]}:
        return True
    return cue.bounds and _bounded(words, place)


def _told_ahead(words: Sequence[Word], place: Place, end: int) -> bool:
    """ "They had been told it would take an hour": what is told in advance is no fact."""
    lead = [word.low for word in words[max(0, end - _LEAD) : end - 1]]
    return end <= place.first and any(
        low in group("told_ahead") and {*lead[at + 1 : at + 2]} & (SUBJECTS | {"that"})
        for at, low in enumerate(lead)
    )


def _unbeaten(words: Sequence[Word], place: Place, end: int) -> bool:
    """ "Was not beaten in fourteen matches": the stretch is told, only the defeat is not."""
    before = [word.low for word in words[max(end, place.first - 3) : place.first]]
    stretch = any(
        word.lemma in group("stretches") for word in words[place.last - 1 : place.last + 1]
    )
    inside = before[-1:] == ["in"] or before[-2:] in (["in", "the"], ["in", "their"], ["in", "its"])
    return stretch and inside


def _as_it_is(words: Sequence[Word], first: int, last: int) -> bool:
    """ "He might have got six years instead of the eight he is serving": the eight are a fact."""
    before = [word.low for word in words[max(0, first - 3) : first]]
    if before[-2:] == ["instead", "of"]:
        return _is_replaced(words, first, last)
    if before[-3:-1] not in (["instead", "of"], ["rather", "than"]) or before[-1] not in DEFINITE:
        return False
    after = [word.low for word in words[last : last + 4]]
    said = after[:1] and after[0] in SUBJECTS and bool({*after[1:2]} & group("be"))
    return bool(said) and not {*after[2:]} & group("wished")


def _is_replaced(words: Sequence[Word], first: int, last: int) -> bool:
    """ "They will pay 3,500 instead of 2,800", "the limit is now 300 instead of 250": it was so."""
    low = first
    while low and not is_hard(words[low - 1]):
        low -= 1
    lead = [word.low for word in words[low : first - 2]]
    behind = {word.low for word in words[last : last + 4]}
    figure = any(low[:1].isdigit() or low in small() for low in lead[-3:])
    counted = "now" in lead or (figure and bool({*lead} & {"will", "shall", "is", "are"}))
    unsure = {*lead} & {"had", "would", "could", "if", "not", "was", "were"}
    return counted and not unsure and not behind & (group("wished") | {"as", "reported", "claimed"})


def _is_load(words: Sequence[Word], place: Place) -> bool:
    """Are people or goods counted, as a ship or a hall can take?"""
    return any(word.lemma in group("loads") for word in words[place.last - 1 : place.last + 2])


def _bounded(words: Sequence[Word], place: Place) -> bool:
    """Does "up to", "at least", ... open the value or stand right before it?"""
    near = " ".join(word.low for word in words[max(0, place.first - 3) : place.first + 3])
    return any(f" {bound} " in f" {near} " for bound in group("bounds"))
