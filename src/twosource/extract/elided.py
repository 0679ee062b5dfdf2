"""Give a bare figure the unit of the measured figure before it: "42 months, reduced to 36".

In:  a frame, one of its values, the last measured quantity of the sentence before. Out: the
value, in that unit where the words around it repeat or change the measure; else as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from twosource.extract.clauses import auxiliaries
from twosource.extract.fitting import names
from twosource.extract.frames import Frame
from twosource.intervals import pair_in_one_unit
from twosource.model import BlockKind, Quantity, ValueMention
from twosource.text import Token, lemma, stopwords

_MOST: Final = 60  # characters before the figure that are looked at
_FACTOR: Final = Decimal(4)  # between two figures of one measure
_FAR: Final = Decimal(12)  # the same, where the words set one against the other
_MEASURED: Final = frozenset({"measure", "duration", "length", "percent"})
_HEDGE: Final = (
    r"(?:about |around |some |almost |nearly |only |just |over |under |at least |more than )?$"
)
CHANGED: Final = re.compile(
    r"\b(?:(?:reduced|cut|lowered|shortened|brought down|extended|raised|increased|lengthened|"
    r"commuted|changed|corrected|revised|rising|falling|down|up|rose|fell|risen|fallen|climbed|"
    r"dropped)(?: later| again| since)? (?:to|from)|instead of|compared (?:with|to)|rather than|"
    rf"as against|as opposed to|versus|vs\.?) {_HEDGE}",
    re.IGNORECASE,
)
# ", from about 540 a year ago", "; a year before it was 540", "7.9 metres before, 10.6 after"
_FROM: Final = re.compile(
    rf",? (?:up |down )?from (?:a (?:low|high|peak|record) of )?{_HEDGE}", re.IGNORECASE
)
_WAS: Final = re.compile(
    rf"[,;:] (?:[a-z]{{2,12}} ){{0,4}}(?:it|that) (?:was|had been|stood at) {_HEDGE}", re.IGNORECASE
)
# "go from 10 seconds to 20", "2,000 milliseconds where 20,000 had been intended"
_FROM_TO: Final = re.compile(r"\bfrom $", re.IGNORECASE)
_TO: Final = re.compile(rf" (?:up |down |again )?to {_HEDGE}", re.IGNORECASE)
_WHERE: Final = re.compile(
    rf",? (?:where|when|instead of the|in place of the) {_HEDGE}", re.IGNORECASE
)
# "less than three tonnes, the claimants at eleven"; "a hole of 26 seconds; their maximum is 11"
_AT: Final = re.compile(
    r"\bat (?:less than |more than |about |some |up to |at least )?$", re.IGNORECASE
)
_GAPPED: Final = re.compile(
    rf",? (?:and |but |while )?(?:the |its |his |her )?(?:[\w’'-]{{2,20}} )?([\w’'-]{{2,20}}) at {_HEDGE}",
    re.IGNORECASE,
)
_BOUND_IS: Final = re.compile(
    r"[;,] (?:[\w’'-]{1,16} ){0,4}(?:maximum|minimum|limit|average|mean|record|estimate|target|norm|standard) "
    rf"(?:is|was|had been|stood at) {_HEDGE}",
    re.IGNORECASE,
)
# "The company spoke of 1,200.", "an engineer puts it at 1,500": another's figure of the same
_THEIRS: Final = re.compile(
    rf"\b(?:sp(?:eaks?|oke|oken) of|puts? (?:it|this|that|them) at|estimated? (?:it|this|that) at) {_HEDGE}",
    re.IGNORECASE,
)
_OF_AN: Final = re.compile(
    r" of (?:an?|the|its|their) (?:intended|planned|expected|projected|possible|original|promised|scheduled|required|"
    rf"permitted|allowed|usual|normal|maximum|target|hoped-for) {_HEDGE}",
    re.IGNORECASE,
)
_OF_ITS: Final = re.compile(
    r" (?:out )?of (?:the|its|their|his|her|our|my|those|these) (?:planned |full )?"
)
_MEANT: Final = re.compile(
    r" (?:had been|were|was|would have been|should have been|are|is|had to be) "
    r"(?:intended|meant|planned|expected|needed|required|allowed|permitted|ordered|prescribed|promised)\b"
)
_CLOSED: Final = re.compile(r"$|[.;,)]|:(?![0-9])")
_SPEAKERS: Final = frozenset({"i", "we", "you", "me", "us"})
_SMALL: Final = 4  # words between a verb and its figure
_BEFORE: Final = re.compile(rf"\b(?:before|earlier|previously),? (?:and )?{_HEDGE}", re.IGNORECASE)
_ENDS: Final = re.compile(
    r"$|[.;,:)]| (?:on|in|at) the same\b| (?:a|last|the) (?:year|month|week|decade)\b"
)
_AFTER: Final = re.compile(r" (?:after|afterwards|now|today|later)\b")
_TIMES: Final = frozenset({"after", "afterwards", "now", "today", "later"})
_SAID: Final = re.compile(rf"\b(?:is|was|were|be|been|at|to) {_HEDGE}", re.IGNORECASE)


def with_elided_unit(frame: Frame, value: ValueMention, before: Quantity | None) -> ValueMention:
    """Return `value` in the unit that its words leave out.

    Args:
        before: The last measured quantity of the sentence before, or None.
    """
    bare = value.value
    prose = frame.named.sentence.kind not in {BlockKind.ROW, BlockKind.PAIR}
    if not prose or not isinstance(bare, Quantity):
        return value
    if (whole := _whole_behind(frame, value)) is not None:
        return replace(value, value=replace(bare, unit=whole.unit, role=whole.role))
    if not is_bare(frame, value):
        return value
    text = frame.named.sentence.text[max(0, value.start - _MOST) : value.start]
    near = _nearest(frame, value)
    if near is not None:
        if CHANGED.search(text) or _set_against(frame, value) or echoes(frame, value, _is_measured):
            return _in_unit(value, bare, near, _FAR)
        return _resumed(frame, value, bare, text)
    if (
        before is not None
        and _THEIRS.search(text)
        and _ENDS.match(frame.named.sentence.text, value.end)
    ):
        return _in_unit(value, bare, before)
    if before is not None and (_SAID.search(text) or value.start == 0) and _speaks(frame, before):
        return _in_unit(value, bare, before)
    return value


def _whole_behind(frame: Frame, value: ValueMention) -> Quantity | None:
    """ "Nine of his fourteen years", "three of the five kilometres": the length it is a part of."""
    bare, text = value.value, frame.named.sentence.text
    if not isinstance(bare, Quantity) or bare.unit != "1" or bare.role != "cardinal":
        return None
    whole = next((v for v in frame.values if v.start > value.end), None)
    if whole is None or _OF_ITS.fullmatch(text, value.end, whole.start) is None:
        return None
    other = whole.value
    if not isinstance(other, Quantity) or other.role not in {"duration", "measure"}:
        return None
    fits = bare.low is not None and other.low is not None and bare.low <= other.low
    return other if fits and "-" not in text[whole.start : whole.end] else None


def _set_against(frame: Frame, value: ValueMention) -> bool:
    """ "from 10 seconds to 20", "2,000 milliseconds where 20,000 had been intended"."""
    text = frame.named.sentence.text
    last = next(v for v in reversed(frame.values) if v.end <= value.start and _is_measured(v.value))
    between = text[last.end : value.start]
    lead = text[max(0, last.start - _MOST) : last.start]
    lead += text[last.start : last.head[0]]
    rest = _ENDS.match(text, value.end)
    if rest and (_BOUND_IS.fullmatch(between) or (_AT.search(lead) and _is_gapped(between))):
        return True
    if goes_on_to(text, last, value) or _OF_AN.fullmatch(between):
        return True
    return _WHERE.fullmatch(between) is not None and _MEANT.match(text, value.end) is not None


def goes_on_to(text: str, last: ValueMention, value: ValueMention) -> bool:
    """ "from 10 seconds to 20", "from 40 euros to 25"."""
    if _TO.fullmatch(text, last.end, value.start) is None:
        return False
    return _FROM_TO.search(text, max(0, last.start - _MOST), last.start) is not None


def echoes(frame: Frame, value: ValueMention, wanted: Callable[[object], bool]) -> bool:
    """ "He was jailed for eight years, she was jailed for five": the verb of the last one again.

    Args:
        wanted: Tells a figure that has the unit from one that has none.
    """
    text = frame.named.sentence.text
    told = [v for v in frame.values if v.end <= value.start and wanted(v.value)]
    if not told or _CLOSED.match(text, value.end) is None:
        return False
    between = {token.form.lower() for token in _tokens(frame, told[-1].end, value.start)}
    if between & _SPEAKERS:
        return False  # "the colonel got twelve years, I got four": whose they are is not told
    verbs = _led_by(frame, told[-1]), _led_by(frame, value)
    return verbs[0] is not None and verbs[0] == verbs[1]


def _tokens(frame: Frame, start: int, end: int) -> Sequence[Token]:
    return [token for token in frame.tokens if start <= token.start < end]


def _led_by(frame: Frame, value: ValueMention) -> str | None:
    """The word before a figure, small words passed over, when it may be a verb."""
    first, _ = frame.token_range(value.start, value.end)
    small = stopwords() - auxiliaries()
    for token in reversed(frame.tokens[max(0, first - _SMALL) : first]):
        low = token.form.lower()
        if not token.word or low in auxiliaries():
            return None
        if low not in small:
            return token.lemma
    return None


def _is_gapped(between: str) -> bool:
    """ "..., the claimants at": who, and no verb; "..., and the claimants came at" has one."""
    match = _GAPPED.fullmatch(between)
    who = match.group(1).lower() if match else ""
    return match is not None and (who.endswith("s") or lemma(who) == who)


def _resumed(frame: Frame, value: ValueMention, bare: Quantity, text: str) -> ValueMention:
    """The figure in the unit of the one before it of its size, where the words go back to that."""
    rest = frame.named.sentence.text[value.end :]
    back = (_FROM.search(text) or _WAS.search(text)) and _ENDS.match(rest)
    if not back and not (_BEFORE.search(text) and _AFTER.match(rest)):
        return value
    likely = [
        v.value
        for v in frame.values
        if v.end <= value.start
        and isinstance(v.value, Quantity)
        and _is_measured(v.value)
        and _in_unit(value, bare, v.value) is not value
    ]
    return _in_unit(value, bare, likely[0]) if len(likely) == 1 else value


def measured(frame: Frame) -> Quantity | None:
    """The last measured quantity of a sentence of prose; None when it has none."""
    if frame.named.sentence.kind in {BlockKind.ROW, BlockKind.PAIR, BlockKind.HEADING}:
        return None
    return next((v.value for v in reversed(frame.values) if _is_measured(v.value)), None)  # type: ignore[return-value]


def _is_measured(value: object) -> bool:
    return isinstance(value, Quantity) and value.unit != "1" and value.role in _MEASURED


def is_bare(frame: Frame, value: ValueMention) -> bool:
    """Is it a figure of nothing counted, and has no noun behind it?"""
    bare = value.value
    plain = isinstance(bare, Quantity) and bare.unit == "1" and bare.noun is None
    if not plain or getattr(bare, "role", None) not in {"cardinal", "range", "bound"}:
        return False
    _, last = frame.token_range(value.start, value.end)
    after = frame.tokens[last] if last < len(frame.tokens) else None
    if after is None or not after.word:
        return True
    return after.form.lower() in auxiliaries() | _TIMES or after.lemma in stopwords() - {"of"}


def _nearest(frame: Frame, value: ValueMention) -> Quantity | None:
    """The measured quantity before the figure in its own sentence."""
    found = [v.value for v in frame.values if v.end <= value.start and _is_measured(v.value)]
    last = found[-1] if found else None
    return last if isinstance(last, Quantity) else None


def _speaks(frame: Frame, before: Quantity) -> bool:
    """Does the sentence name a property or a permission that the unit before goes with?"""
    named = any(names(before, hit.id) for hit in frame.measures)
    return named or any(hit.id == "allow" for hit in frame.senses)


def _in_unit(
    value: ValueMention, bare: Quantity, other: Quantity, factor: Decimal = _FACTOR
) -> ValueMention:
    """The figure in the other's unit, unless it is of another size."""
    found = replace(bare, unit=other.unit, role=other.role)
    pair = pair_in_one_unit(found, other)
    low, high = sorted(map(abs, pair)) if pair else (Decimal(0), Decimal(1))
    return replace(value, value=found) if 0 < high <= low * factor else value
