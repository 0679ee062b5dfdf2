"""Say what a cell of a table or a key-value line is about: its row, its column, its time.

In:  a frame of a row, and one of its values. Out: subject, words, noun, senses, measures and
time of the cell. The row's label names the attribute; where the label is a date ("5 Aug |
4,800 | 640"), the column's header does, and the label is the time. What neither names, the
corner of the table may ("Revenue by division, $ million").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from twosource.extract.entities import Entities
from twosource.extract.fitting import fits
from twosource.extract.frames import Frame
from twosource.extract.senses import SenseHit, find_measures, find_senses
from twosource.extract.values import read_values
from twosource.lexicon import load
from twosource.model import BlockKind, DateValue, Quantity, ValueMention
from twosource.text import Token, fold, tokenize

_ROWS: Final = frozenset({BlockKind.ROW, BlockKind.PAIR})
_PARTED: Final = frozenset(
    {"of", "per", "in", "for", "by", "or", "(", "with", "at", "on", "who", "that"}
)
_BEHIND: Final = frozenset(  # what else may follow the noun of a label, and the one behind it is another
    {"about", "above", "across", "against", "along", "among", "around", "away", "behind", "below", "beside", "between"}
    | {"beyond", "down", "during", "inside", "into", "near", "off", "onto", "out", "outside", "through"}
    | {"towards", "up", "whose", "which", "within", "without", "not", "as", "still"}
)  # fmt: skip
_SINGLING: Final = (_BEHIND - {"away", "down", "off", "out", "up", "as", "still"}) | {
    "to", "from", "after", "before", "under", "over", ","
}  # fmt: skip
_TIMES: Final = frozenset({",", "to", "from", "after", "before"})
_PAIR: Final = 2  # "Passengers, maximum": the word is a qualifier by itself
_OPEN: Final = (
    _PARTED | _BEHIND | {"to", "from", "after", "before", "since", "until", "under", "over"}
)
_LEADING: Final = frozenset(
    {"of", "in", "at", "on", "under", "from", "by", "for", "with", "after", "before", "since"}
)
_PEOPLE: Final = frozenset({"people", "men", "women", "children"})
_RATIOS: Final = frozenset({"ratio", "rate", "index", "multiple"})
_YEAR: Final = re.compile(r"(?<!\d)(?:1[5-9]|20)\d{2}(?!\d)")
_BLANK: Final = frozenset({"value", "values", "figure", "figures"})  # headers that name nothing
_VERBAL: Final = frozenset({"verb", "intransitive", "adjective"})


def is_row(frame: Frame) -> bool:
    """Is the sentence a row of a table or a key with its value?"""
    return frame.named.sentence.kind in _ROWS


def header_of(frame: Frame, value: ValueMention) -> str:
    """The header of the value's column; empty when it has none."""
    sentence = frame.named.sentence
    column = next(
        (i for i, (low, high) in enumerate(sentence.cells) if low <= value.start < high), 0
    )
    return sentence.header[column].strip() if column < len(sentence.header) else ""


def row_subject(frame: Frame, value: ValueMention, entities: Entities) -> str | None:
    """The entity that heads the value's column, else the one that names its row."""
    if is_headed(frame, value, entities):
        return entities.canonical(header_of(frame, value))
    low, high = _label(frame)
    names = [name for name in frame.named.names if low <= name.start < high]
    return entities.canonical(names[0].text) if names else None


def is_headed(frame: Frame, value: ValueMention, entities: Entities) -> bool:
    """Is the header of the value's column a name?"""
    return fold(header_of(frame, value)) in entities.keys


def row_tokens(frame: Frame, first: int) -> list[Token]:
    """The words that govern a cell: the row's label, its column's header, the cell itself."""
    sentence = frame.named.sentence
    at = frame.tokens[first].start if first < len(frame.tokens) else 0
    column = next((i for i, (low, high) in enumerate(sentence.cells) if low <= at < high), 0)
    low, high = sentence.cells[column] if sentence.cells else (0, 0)
    label = _label(frame)
    words = [t for t in frame.tokens if label[0] <= t.start < label[1] or low <= t.start < high]
    header = sentence.header[column] if column < len(sentence.header) else ""
    return [*words, *tokenize(header)]


def row_noun(frame: Frame, value: ValueMention) -> str | None:
    """The head of what names the cell: "Persons killed" -> person, "Partitions per topic" -> partition."""
    if frame.dated_label is not None:
        return _head(tokenize(header_of(frame, value)))
    low, high = _label(frame)
    hits = {hit.start_token for hit in frame.senses if hit.role in _VERBAL}
    words = [(i, t) for i, t in enumerate(frame.tokens) if low <= t.start < high]
    if words and words[0][1].form.lower() in _sums():
        return _head(tokenize(header_of(frame, value)))  # "Total since 9 January"
    counted = isinstance(value.value, Quantity) and value.value.unit == "1"
    return _named([t for _, t in words], [i in hits for i, _ in words], counted=counted)


def row_tail(frame: Frame) -> set[str]:
    """ "Children under five", "Births, October": the words that single out some of what is counted.

    Not such as tell where it happened or to whom it belongs ("in", "at", "of"), nor "cut off".
    """
    low, high = _label(frame)
    words = [token.form.lower() for token in frame.tokens if low <= token.start < high]
    at = next((i for i, word in enumerate(words) if i and word in _SINGLING), len(words))
    tail = words[at:]
    if tail[:1] and tail[0] in _TIMES and any(map(str.isdigit, "".join(tail[1:_PAIR]))):
        return set()  # "Council decision, 2009": a time, as which it is read
    told = tail[:1] == [","] and len(tail) == _PAIR and tail[1] in load("clauses")["qualifiers"]
    return {" ".join(tail)} if tail and not told else set()


def row_senses(frame: Frame, value: ValueMention, own: list[SenseHit]) -> list[SenseHit]:
    """The senses of the label and the cell, else of the column's header, else of the corner."""
    own = _head_first(frame, _in_reach(frame, value, own))
    if own and frame.dated_label is None:
        return own
    return next((hits for text in _above(frame, value) if (hits := _senses(text))), own)


def _head_first(frame: Frame, hits: list[SenseHit]) -> list[SenseHit]:
    """ "Boats lost in the storm": what happened to the boats, and only then what stands behind "in"."""
    low, high = _label(frame)
    label = [token for token in frame.tokens if low <= token.start < high]
    at = next((token.start for token in label[1:] if token.form.lower() in _OPEN), high)
    return sorted(hits, key=lambda hit: low <= at <= frame.tokens[hit.start_token].start < high)


def row_measures(frame: Frame, value: ValueMention, own: list[SenseHit]) -> list[SenseHit]:
    """The same for measures; only such as the figure can be the size of."""
    own = _in_reach(frame, value, own)
    if own and frame.dated_label is None:
        return own
    quantity = value.value
    for text in _above(frame, value):
        hits = [
            hit
            for hit in _measures(text)
            if not isinstance(quantity, Quantity) or fits(quantity, hit.id)
        ]
        if hits:
            return hits
    return own


def _in_reach(frame: Frame, value: ValueMention, hits: list[SenseHit]) -> list[SenseHit]:
    """What stands in the cell of a value or in the label; all, for a label that is the value.

    A note in the next column is of the row, not of each of its figures.
    """
    cells, label = frame.named.sentence.cells, _label(frame)
    own = next((cell for cell in cells if cell[0] <= value.start < cell[1]), label)
    if not cells or own == cells[0]:
        return hits
    starts = [(hit, frame.tokens[hit.start_token].start) for hit in hits]
    return [hit for hit, at in starts if any(low <= at < high for low, high in (own, label))]


def row_time(frame: Frame, value: ValueMention, reference: str | None = None) -> str | None:
    """The time of a cell, EDTF: that of the label, else that of the column's header.

    Args:
        reference: The day of the source, EDTF, for a header that leaves the year out ("12 June").
    """
    return frame.dated_label or _date_in(header_of(frame, value), reference)


def _label(frame: Frame) -> tuple[int, int]:
    """The cell that names the row: the first, behind a rank ("4 | Harrow Town | 38") the second."""
    cells, text = frame.named.sentence.cells, frame.named.sentence.text
    ranked = len(cells) > 1 and text[slice(*cells[0])].strip(" .)#").isdigit()
    if ranked and frame.dated_label is None and not any(map(str.isdigit, text[slice(*cells[1])])):
        return cells[1]
    return cells[0] if cells else (0, 0)


def _above(frame: Frame, value: ValueMention) -> list[str]:
    """The texts above a cell that may name it: its header, then the corner of the table."""
    header = frame.named.sentence.header
    texts = [header_of(frame, value), header[0] if header else ""]
    return [text for text in texts if text.strip().lower() not in _BLANK]


@cache
def _senses(text: str) -> list[SenseHit]:
    return list(find_senses(tuple(tokenize(text)))) if text else []


@cache
def _measures(text: str) -> list[SenseHit]:
    return list(find_measures(tuple(tokenize(text)))) if text else []


@cache
def _date_in(header: str, reference: str | None) -> str | None:
    """The one date a header holds: "2024", "FY 2025", "30 June 2023"."""
    values = [v.value for v in read_values(header, reference=reference)]
    dates = {value.edtf for value in values if isinstance(value, DateValue) and value.edtf}
    if not dates:
        dates = set(_YEAR.findall(header))
    return dates.pop() if len(dates) == 1 else None


def _head(words: Sequence[Token]) -> str | None:
    hits = {hit.start_token for hit in find_senses(tuple(words)) if hit.role in _VERBAL}
    return _named(words, [i in hits for i in range(len(words))])


def _qualified(rest: Sequence[Token]) -> bool:
    """ "Passengers, maximum": behind the comma nothing but a qualifier."""
    words = [token.form.lower() for token in rest[1:]]
    return rest[0].form == "," and len(words) == 1 and words[0] in load("clauses")["qualifiers"]


def _named(words: Sequence[Token], verbal: Sequence[bool], *, counted: bool = False) -> str | None:
    """The last noun before "of", "per" and the like; verbs are none.

    None behind a preposition: "At sea" and "of these put down" name no thing.
    """
    if words and words[0].form.lower() in _LEADING:
        return None
    kept: list[Token] = []
    begun = False
    for at, (word, verb) in enumerate(zip(words, verbal, strict=True)):
        if begun and _ends_noun(words, at, named=bool(kept)):
            break
        if kept and counted and word.form.lower() in _said_of():
            break
        begun = True
        if (not verb or _has_participle(words, at)) and word.form[0].isalpha():
            kept.append(word)
    return kept[-1].lemma if kept and kept[-1].form.lower() not in _labels() else None


def _has_participle(words: Sequence[Token], at: int) -> bool:
    """ "Films shown", "Calls answered": a plural with a participle behind it is a noun."""
    behind = words[at + 1 : at + 2]
    return _is_plural(words[at]) and bool(behind) and _is_participle(behind[0])


def _is_plural(word: Token) -> bool:
    low = word.form.lower()
    return low in _PEOPLE or (low != word.lemma and low.endswith("s"))


def _is_participle(word: Token) -> bool:
    low = word.form.lower()
    return low in _found() or (low.endswith("ed") and word.lemma != low)


def _ends_noun(words: Sequence[Token], at: int, *, named: bool) -> bool:
    """Does the noun of a label end before word `at`?

    At "of", at "Passengers, maximum", at "Films shown", at "Boxes found wet", at "Objects, 2014 to
    2016".
    """
    word = words[at]
    low = word.form.lower()
    if low in _PARTED or low in _BEHIND or _qualified(words[at:]):
        return True
    if not named:
        return low in _OPEN
    if low == "," or (low in _OPEN and not _compound(words, at)):
        return True
    last = at == len(words) - 1
    return _is_participle(word) and (low == "shown" or last or _is_plural(words[at - 1]))


def _compound(words: Sequence[Token], at: int) -> bool:
    """ "Pupil to teacher ratio": is the word at `at` inside a compound?"""
    return words[at].form.lower() == "to" and words[-1].lemma in _RATIOS


@cache
def _sums() -> frozenset[str]:
    """Words that open the row that sums a table up."""
    return frozenset(load("clauses")["sums"])


@cache
def _found() -> frozenset[str]:
    """Participles without "-ed", none of which is a noun: "Boxes found wet"."""
    return frozenset(load("clauses")["label_participles"])


@cache
def _said_of() -> frozenset[str]:
    """What parts a counted thing from what is said of it."""
    return frozenset(load("clauses")["label_ends"])


@cache
def _labels() -> frozenset[str]:
    return frozenset(load("clauses")["labels"])
