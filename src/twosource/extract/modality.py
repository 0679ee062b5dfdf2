"""Tell how a sentence puts one of its values: asserted, denied, planned, ...

In:  a sentence and the local span of a value. Out: a `Modality`. Only the clause that
governs the value counts; without a cue in reach the value is asserted. Cues and their
reach stand in modality.toml.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from twosource.extract.asking import takes_for_granted
from twosource.extract.cues import Cue, find_cues
from twosource.extract.quantities.lexis import small
from twosource.extract.reach import Place, Word, cut_words, group, is_apposed, is_hard, locate
from twosource.extract.refuting import refuted_behind
from twosource.model import Modality

_FARTHEST: Final = 60  # words between a governing phrase and the value
_QUOTES: Final = frozenset('"“”„«»‘')
_SUBJECTS: Final = frozenset({"it", "they", "we", "he", "she", "i", "you"})
_NO: Final = 5  # words before "may" in which "no" makes a rule of it
_NAMED: Final = 3  # words from "the" to the "of" before a value
_STATED: Final = 4  # words before a value in which "stated" governs it
_STATED_THAT: Final = 12  # the same for "wrote that the boat was found in"
_LACKS: Final = frozenset({"finds", "found", "lacks", "lacked"})
_FILL: Final = frozenset(
    {
        "been",
        "a",
        "also",
        "later",
        "since",
        "now",
        "soon",
        "all",
        "pure",
        "complete",
        "sheer",
        "utter",
        "total",
    }
)
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
_LEADS: Final = frozenset(
    {"on", "in", "by", "at", "the", "about", "some", "then", "from", "for", "only"}
)
_TIMING: Final = frozenset({"until", "till", "by", "in", "on", "at", "before", "after", "from"})
_MADE_UP: Final = (["made", "up"], ["never", "true"])
_TELLING: Final = frozenset({"that", "of", "about", "which", "saying", "claiming"})
_MADE: Final = frozenset({"makes", "make", "leaves"})
_DEFINITE: Final = frozenset(
    {"the", "its", "their", "his", "her", "this", "these", "those", "'s", "’s"}
)
_RELATIVE: Final = frozenset({"and", "which", "who", "where", "whose", "when"})
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
    if _called_false(words, place) or _corrected(words, first) or refuted_behind(text, start, end):
        return Modality.DENIED
    found = set(_cued(text, words, place))
    if Modality.DENIED not in found and _conditional(words, place, found):
        return Modality.HYPOTHETICAL
    return next((kind for kind in _ORDER if kind in found), Modality.ASSERTED)


def _corrected(words: Sequence[Word], first: int) -> bool:
    """ "Correction: an earlier version stated 0.97": what a correction says was stated is withdrawn.

    So is what "the first version of this post" gave.
    """
    opening = next((word.low for word in words[:3] if word.low.isalpha()), "")
    lows = [word.low for word in words[:first]]
    reach = _STATED if "that" not in lows else _STATED_THAT
    if opening in group("corrections") and set(lows[-reach:]) & group("stated"):
        return True
    replaced = {*lows} & group("replacing")
    if replaced and "which" in lows and set(lows[-_STATED:]) & group("stated"):
        return True
    return any(
        lows[at - 1] in group("withdrawn")
        and lows[at + 1 : at + 3] == ["of", "this"]
        and {*lows[at + 3 : at + 4]} <= group("texts")
        and bool({*lows[at + 4 :]} & group("stated"))
        for at in range(1, len(lows))
        if lows[at] in {"version", "edition", "draft"}
    )


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


def _called_false(words: Sequence[Word], place: Place) -> bool:
    """ "Reports that 500 died are false", "500 died, a claim officials deny"."""
    stop = next((i for i in range(place.last, len(words)) if is_hard(words[i])), len(words))
    after = words[place.last : stop]
    if _predicate_false(after) and (
        _report_before(words, place.first) or _refers_back(after, within=6)
    ):
        return True
    return any(
        word.low in group("reports")
        and index
        and after[index - 1].low in {"a", "an"}
        and any(later.low in group("denials") for later in after[index : index + 8])
        for index, word in enumerate(after)
    )


def _predicate_false(after: Sequence[Word]) -> bool:
    """A form of "be" with "false", "untrue", "not true", ... after the value."""
    for index, word in enumerate(after[:40]):
        if word.low not in group("be") | _LACKS:
            continue
        rest = [later.low for later in after[index + 1 : index + 5]]
        plain = [low for low in rest if not low.endswith("ly") and low not in _FILL]
        if (plain[:1] and plain[0] in group("false")) or plain[:2] in _MADE_UP:
            return True
        if word.low.startswith("lack") and {*plain[:2]} & group("backing"):
            return True
        if plain[:1] and plain[0] in {"without", "no"} and {*plain[1:3]} & group("backing"):
            return True
        if plain[:1] == ["not"] and plain[1:] and plain[1] in group("borne_out"):
            return True
    return False


def _report_before(words: Sequence[Word], first: int) -> bool:
    """Does a report of the value stand before it in the same breath ("claims that ...")?"""
    for index in range(first - 1, -1, -1):
        if is_hard(words[index]):
            return False
        if words[index].lemma in group("reports"):
            told = {word.low for word in words[index + 1 : first]} & _TELLING
            return bool(told - {"of"} if words[index].lemma == "message" else told)
    return False


def _refers_back(after: Sequence[Word], *, within: int) -> bool:
    """ ", which is false", ", but that is untrue": the predicate speaks of the whole."""
    lows = [word.low for word in after]
    for index, low in enumerate(lows[:-1]):
        if low in {"which", "this", "that"} and lows[index + 1] in group("be"):
            return _predicate_false(after[index : index + within])
    return False


def _conditional(words: Sequence[Word], place: Place, found: set[Modality]) -> bool:
    """Does the value stand under an "if", or in a modal clause that one governs?"""
    low, high = _breath(words, place)
    lows = [word.low for word in words]
    if lows[low] in {"had", "were", "should"} and _counterfactual(lows[low:high]):
        return not _is_aside(lows[place.low : place.high])
    for index in range(low, high):
        if lows[index] not in {"if", "unless"} or not _sets_condition(lows, index):
            continue
        until = next((i for i in range(index, high) if _ends_condition(words, i)), high)
        if index < place.first < until and lows[index] == "if":
            return True
        if index < place.first < until:
            continue
        if until < place.first and all(w.low in _LEADS for w in words[until + 1 : place.first]):
            return True  # "If the court agrees, on the 22nd of July"
        if found & {Modality.PLANNED, Modality.HYPOTHETICAL} or _made(words, index, place.first):
            return True
        if index == low and until < place.first and _follows(words, until + 1, place.first):
            return True
    return False


def _is_aside(clause: Sequence[str]) -> bool:
    """ "Had it acted in 2021, when six were killed, ...", "as it was until 2019": what did happen."""
    opened = clause[:1] and clause[0] in {"when", "where", "which", "who", "as"}
    return bool(opened) and not {*clause} & {"would", "could", "might", "if"}


def _follows(words: Sequence[Word], start: int, first: int) -> bool:
    """Does what hangs on an opening "if" still lie ahead: "we go out on", "it would be the first"?"""
    if {word.low for word in words[start:first]} & {"would", "might"}:
        return True
    subject, verb = words[start].low, words[min(start + 1, len(words) - 1)]
    plain = verb.low == verb.lemma and verb.low not in group("pasts") | group("modals")
    return subject in _SUBJECTS and plain and start + 1 < first


def _made(words: Sequence[Word], condition: int, first: int) -> bool:
    """ "If it loses the two, that makes twelve", "if so, make it eight"."""
    lows = [word.low for word in words[max(0, first - 3) : first]]
    makes = bool({*lows} & _MADE) and bool({*lows} & {"that", "it"})
    return makes and condition < first


def _breath(words: Sequence[Word], place: Place) -> tuple[int, int]:
    """The stretch between hard marks around the value, colons and dashes included."""
    low, high = place.first, place.last
    while low > 0 and not is_hard(words[low - 1]):
        low -= 1
    while high < len(words) and not is_hard(words[high]):
        high += 1
    return low, high


def _counterfactual(lows: Sequence[str]) -> bool:
    return any(low in {"would", "could", "might"} for low in lows[1:])


def _sets_condition(lows: Sequence[str], index: int) -> bool:
    after = lows[index + 1] if index + 1 < len(lows) else ""
    before = lows[index - 1] if index else ""
    return after not in group("idle_if") and before not in {"as", "even"}


def _ends_condition(words: Sequence[Word], index: int) -> bool:
    return words[index].low == "," and not words[index].figure


def _cued(text: str, words: Sequence[Word], place: Place) -> Iterator[Modality]:
    """Yield the kinds of all cues that reach the value."""
    for cue, start, end in find_cues(text):
        if _reaches(words, place, cue, start, end) and not _undone(words, place, cue, end):
            yield cue.kind


def _reaches(words: Sequence[Word], place: Place, cue: Cue, start: int, end: int) -> bool:
    if _is_harmless(words, place, cue, start):
        return False
    if cue.reach == "label":
        return start == 0 and end <= place.first and _is_label(words, end)
    if cue.reach == "next":
        between = words[end : place.first]
        return (
            end <= place.first
            and len(between) < 4
            and all(w.low in group("fillers") for w in between)
        )
    if cue.reach == "frame":
        within = 0 <= place.first - end <= _FARTHEST
        if cue.kind is Modality.HYPOTHETICAL and _presupposed(words, place):
            return False  # "whether the 120 million they have underwritten is due"
        return within and not any(_breaks(words, i) for i in range(end, place.first))
    if cue.kind is not Modality.HYPOTHETICAL and _presupposed(words, place):
        return False
    if place.last <= start and (_of_another(words, place, start) or _added(words, start)):
        return False
    if place.last <= start and words[start].low == "to" and words[start - 1].low == ",":
        return False  # "awards 5 million, to be paid next year": the award is made
    before = place.low <= start and end <= place.first
    after = place.last <= start and end <= place.high and not _presupposed(words, place)
    return before or (cue.reach == "around" and after)


def _is_harmless(words: Sequence[Word], place: Place, cue: Cue, start: int) -> bool:
    """Does the cue mean something else here, or the value stand on its own beside it?"""
    before = [word.low for word in words[max(0, start - _NO) : start]]
    if cue.words == ("none",):
        return before[-1:] == ["to"]  # "by 13 votes to none"
    if cue.words == ("may",) and "no" in before:
        return True  # "No nets may be set in 900 hectares": so it is ruled
    if cue.words == ("would",) and _in_prices_of_now(words[max(0, start - _FARTHEST) : start]):
        return True
    if cue.kind is Modality.PLANNED and _is_voted(words, place):
        return True
    if cue.kind is Modality.HYPOTHETICAL and _is_part_of(words, place.first):
        return True
    return place.last <= start and _is_told_by_participle(words, place.first)


def _is_voted(words: Sequence[Word], place: Place) -> bool:
    """ "called for a halt by 13 votes to none, with two abstentions": so many voted."""
    counted = {word.lemma for word in words[place.first : place.last + 1]}
    return bool(counted & {"vote", "abstention"})


def _in_prices_of_now(before: Sequence[Word]) -> bool:
    """ "In today's money, the bridge would cost 600 million": what it did cost, told otherwise."""
    lows = [word.low for word in before]
    return any(
        low in {"money", "prices", "terms", "value"}
        and bool({*lows[max(0, at - 4) : at]} & {"today", "present-day", "current"})
        for at, low in enumerate(lows)
    )


def _is_part_of(words: Sequence[Word], first: int) -> bool:
    """ "could count on twelve of its 15 members": there are 15, whatever may be."""
    lead = [word.low for word in words[max(0, first - 3) : first]]
    if len(lead) < _NAMED or lead[1] != "of" or lead[2] not in _DEFINITE:
        return False
    return lead[0][:1].isdigit() or lead[0] in small()


def _is_told_by_participle(words: Sequence[Word], first: int) -> bool:
    """ "Under a law passed in 2017, it may ...", "Since 09:14 customers may ...": it has been."""
    if "since" in {words[first].low, words[first - 1].low if first else ""}:
        return True
    if first < _NAMED or words[first - 1].low not in {"in", "on"}:
        return False
    verb, lead = words[first - 2], words[first - 3]
    past = (verb.low.endswith("ed") and verb.low != verb.lemma) or verb.low in group("pasts")
    return (
        past
        and lead.low.isalpha()
        and lead.low not in group("modals") | group("be") | _SUBJECTS | {"to"}
    )


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
        return any(word.low in _DEFINITE for word in words[max(0, before - _NAMED) : before - 1])
    if words[before].low == "and":  # "its 212 depots and 2,950 trucks"
        return before > 2 and words[before - 3].low in _DEFINITE
    return words[before].low in _DEFINITE


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
    bare = start > 0 and words[start - 1].low in _SUBJECTS
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
    return after in _RELATIVE or (after in _SUBJECTS and told)


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
    if before[-3:-1] not in (["instead", "of"], ["rather", "than"]) or before[-1] not in _DEFINITE:
        return False
    after = [word.low for word in words[last : last + 4]]
    said = after[:1] and after[0] in _SUBJECTS and bool({*after[1:2]} & group("be"))
    return bool(said) and not {*after[2:]} & group("wished")


def _is_load(words: Sequence[Word], place: Place) -> bool:
    """Are people or goods counted, as a ship or a hall can take?"""
    return any(word.lemma in group("loads") for word in words[place.last - 1 : place.last + 2])


def _bounded(words: Sequence[Word], place: Place) -> bool:
    """Does "up to", "at least", ... open the value or stand right before it?"""
    near = " ".join(word.low for word in words[max(0, place.first - 3) : place.first + 3])
    return any(f" {bound} " in f" {near} " for bound in group("bounds"))
