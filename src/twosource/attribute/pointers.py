"""Read what a note points to instead of naming a work: "ibid.", "see note 4", "Lind (n 3) 118".

In:  a note. Out: its text without label and marks of the page, cut at what it adds to its main
statement; the labels of other notes in it; whether it means the note before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from twosource.model import Note
from twosource.read.pieces import MARK

IBID: Final = re.compile(
    r"^\W{0,4}(?:ibid(?:em)?\b|ib\.|loc\. ?cit\b|idem\b|eadem\b|ditto\b|id(?:\.|(?=,| at |$))"
    r"|same(?: (?:source|work|article|report|as above))?(?=\W*$|[,;])|as above(?=\W*$|[,;])"
    r"|(?:see |as in |as )?(?:the )?(?:previous|preceding|last) (?:foot|end)?note\b)\.?",
    re.IGNORECASE,
)
OPCIT: Final = re.compile(r"\b(?:op|loc)\. ?cit\b", re.IGNORECASE)
_BY: Final = r"\s?\[?(\d{1,3}[a-z]?(?:\s?(?:[-–,&]|and)\s?\d{1,3}){0,6}(?![\d/])|[ivxl]{1,6}\b|(?<=\[)[^\]\s]{1,40}(?=\]))\]?"
_WORD: Final = r"(?:foot|end)?(?:\bnotes?|\bnn?\.|\bnn?(?= \d)|\bfnn?\.?)"
CROSS: Final = re.compile(
    rf"[(,]{{0,2}}\s?(?:\b(?:supra|above|infra|below),? ?)?{_WORD}{_BY}(?:,? ?(?:above|supra|below|infra)\b)?\)?",
    re.IGNORECASE,
)
_LEAD: Final = re.compile(
    r"^(?:(?:see|as|in|cf|at|quoted|cited|same|from|also|above|supra|below|infra)\b[.,]? ?){0,4}$",
    re.IGNORECASE,
)
_REST: Final = re.compile(
    r"(?:[;.] (?:see also|see|cf\.?|but see|compare)|; (?:and|also)|, (?:citing|quoting|itself quoting|referring to)"
    r"|\((?:citing|quoting|see(?: also)?))[,:]? (?=\S)",
    re.IGNORECASE,
)
_PLACE: Final = re.compile(
    r"^[\s,;:.)]{0,4}(?:(?:at|pp?\.?|pages?|paras?\.?|§§?|ch\.?)\s?)?(?:\d{1,4}(?:[-–]\d{1,4})?)?[\s.;,)]{0,4}(?:(?:and|see also) )?"
)
_LABEL: Final = re.compile(
    r"^\s{0,4}(?:\[[^\]]{1,8}\][.:]?|\d{1,3}[.)]|\(\d{1,3}\)|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})\s{0,4}"
)
_BACK: Final = re.compile(r"^(?:\^|↑)(?: [a-z](?= )){0,12}\s?|^Jump up ?[\^:]?\s?", re.IGNORECASE)
_RETURN: Final = re.compile(
    r"\s?(?:[↩↑⤴]\ufe0e?(?:[⁰¹²³⁴⁵⁶⁷⁸⁹\d]{1,2})?|\^|(?:back|return) to (?:text|top|content|article)|jump up|\[(?:back|return)\])\W{0,3}$",
    re.IGNORECASE,
)
_INNER: Final = re.compile(r"(?<!note )(?<!notes )\[(\d{1,3})\]")
_TAG: Final = re.compile(r"<[^<>]{0,2000}>")
_SHORT_HEAD: Final = 6  # words of a name and a short title before a pointer


@dataclass(frozen=True, slots=True)
class Pointer:
    """Other notes that a text points to.

    Attributes:
        labels: Theirs, as written.
        head: What stands before: "" or a name ("Lind"), a short title, a work of its own.
        tail: What stands behind, without the page.
    """

    labels: tuple[str, ...]
    head: str
    tail: str

    @property
    def alone(self) -> bool:
        """Does the head name no work by itself?"""
        plain = self.head.strip(" ,.;:(")
        named = any(mark in plain for mark in '“"‘') and len(plain.split()) > _SHORT_HEAD
        return len(plain.split()) <= _SHORT_HEAD and not named


def body_of(note: Note, document: str = "") -> str:
    """The text of a note: no label, no arrows back to the text, marks of notes as words."""
    text = note.passage.text
    if MARK in text:
        text = _spelt_marks(note, document)
    text = _RETURN.sub("", _RETURN.sub("", _LABEL.sub("", text).strip()))
    return _INNER.sub(r"note [\1]", _BACK.sub("", text).strip())


def _spelt_marks(note: Note, document: str) -> str:
    parts: list[str] = []
    for at, char in enumerate(note.passage.text):
        if char != MARK:
            parts.append(char)
            continue
        span = note.passage.span(at, at + 1)
        inside = _TAG.sub("", document[span.start : span.end]).strip("[]()^ \n\t")
        if inside.lower().startswith(("note", "n.", "fn")):
            parts.append(inside)
        else:
            parts.append(f"note [{inside}]" if inside and len(inside) <= 40 else "")
    return "".join(parts)


def statements(text: str) -> tuple[str, list[str]]:
    """The main statement of a note, and what it adds: "...; see also note 3", "citing X"."""
    first = _REST.search(text)
    if first is None or first.start() < 3:
        return text, []
    rest = [part for part in _REST.split(text[first.start() :]) if part.strip(" .;()")]
    return text[: first.start()].rstrip(" ;,."), [part.strip(" ;") for part in rest]


def pointer(text: str) -> Pointer | None:
    """The first notes that a text points to by number; None when it points to none."""
    found = CROSS.search(text)
    if found is None:
        return None
    head = text[: found.start()].strip()
    head = "" if _LEAD.match(head) else head
    behind = text[found.end() :]
    place = _PLACE.match(behind)
    tail = behind[place.end() :] if place else behind
    return Pointer(_labels(found.group(1)), head, tail.strip(" ,.;)"))


def _labels(written: str) -> tuple[str, ...]:
    """ "3", "3 and 4", "3-5"."""
    found: list[str] = []
    for part in re.split(r"\s?(?:,|&|and)\s?", written):
        low, _, high = part.replace("–", "-").partition("-")
        low, high = low.strip(), high.strip()
        if low.isdigit() and high.isdigit() and 0 < int(high) - int(low) <= 20:
            found += [str(number) for number in range(int(low), int(high) + 1)]
        elif part.strip():
            found.append(part.strip())
    return tuple(found)
