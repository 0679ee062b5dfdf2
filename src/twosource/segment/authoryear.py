"""Citations by author and year: "(Smith 2019)", "Smith and Lind (2004, p. 12)".

In:  the entries of a reference list; a text. Out: the names and years that mean an entry; the
places in the text that cite one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from twosource.lexicon import load
from twosource.model import Note
from twosource.text import fold

_NAME: Final = r"[A-Z][\w’'-]{1,30}(?: (?:of |for |de |van |von )?[A-Z][\w’'-]{1,30}){0,4}"
_YEAR: Final = r"(?:1[5-9]|20)\d\d[a-z]?"
_PAGE: Final = r"(?:(?:, ?| )(?:p{1,2}\. ?|pages? |ch\. ?)?\d{1,4}(?:[-–]\d{1,4})?|: ?\d{1,4}(?:[-–]\d{1,4})?)?"
_WHO: Final = rf"({_NAME})(?: \[[A-Z]{{2,8}}\])?(?:,? (?:and|&) {_NAME}|,? et al\.?)?"
_BEFORE: Final = (
    r"(?:see also|see|cf|e\.g|for example|(?:as )?(?:cited|quoted|reported|reviewed|summarised|discussed) (?:in|by)"
    r"|data from|figures from|adapted from|based on|after|following|from|per|both|notably|but see|compare)"
)
_ITEM: Final = re.compile(
    rf"(?:{_BEFORE}[.,:]{{0,2}} ?)?{_WHO},? ({_YEAR}(?:, ?{_YEAR}){{0,3}}){_PAGE}"
)
_BRACKET: Final = re.compile(r"\(([^()]{6,200})\)")
_AGAIN: Final = re.compile(
    r"\(((?:ibid(?:em)?|loc\. ?cit|op\. ?cit|id)\.?)(?:,? ?(?:at |pp?\. ?)?\d{1,4}(?:[-–]\d{1,4})?)?\)",
    re.IGNORECASE,
)
AGAIN: Final = "ibid"  # the label of "(ibid., p. 7)" until the mark before it is known
_TOLD: Final = re.compile(rf"{_WHO} (\(({_YEAR}(?:, ?{_YEAR}){{0,3}}){_PAGE}\))")
_ENTRY: Final = re.compile(rf"^[^()]{{2,160}}?[ (.,]({_YEAR})(?=[).,:; ]|$)")
_FIRST: Final = re.compile(r"^([A-Z][\w’'-]{1,30})(?:, |\s[A-Z]\.|$)")
_SEASONS: Final = (
    "spring",
    "summer",
    "autumn",
    "fall",
    "winter",
    "early",
    "mid",
    "late",
    "since",
    "in",
    "from",
)
_FINITE: Final = re.compile(r"\b(?:is|are|was|were|has|have|had|will|said|says)\b")
_ADDRESS: Final = re.compile(r"https?://|www\.|\bdoi\b", re.IGNORECASE)

Key = tuple[str, str]  # folded name, year
Found = tuple[int, int, tuple[str, ...]]


def is_entry(text: str) -> bool:
    """Does a paragraph under a heading like "References" look like an entry of the list?

    "Smith, J. (2019). ...", "“Title,” Outlet, 2019", or an address; never a sentence that
    only tells a year.
    """
    if len(text) > 700 or not (text[:1].isupper() or text[:1] in "“\"'‘"):
        return False
    year = re.search(_YEAR, text[:400])
    address = _ADDRESS.search(text)
    if text[:1] in '“"':
        return bool(year or address)
    head = text[: year.end()] if year else text
    if _FINITE.search(head if not address or year else text):
        return False
    listed = (
        _FIRST.match(text)
        or re.match(rf"[^()]{{2,160}}\({_YEAR}\)", text)
        or re.match(rf"{_NAME}(?: \[[A-Z]{{2,8}}\])?,? {_YEAR}[.:,] [A-Z“\"‘]", text)
    )
    return bool(address or (year and listed))


def entry_label(text: str) -> str:
    """ "Smith 2019" of an entry; "" when it does not begin with a name and a year."""
    keys = _keys(text)
    if not keys:
        return ""
    name, year = keys[0]
    return f"{name} {year}"


def keys_of(notes: Iterable[Note]) -> dict[Key, str]:
    """(name, year) -> label of the entry they mean; without those that mean several."""
    found: dict[Key, set[str]] = {}
    for note in notes:
        if note.label and not note.label[0].isdigit():
            for name, year in _keys(note.passage.text):
                found.setdefault((fold(name), year), set()).add(note.label)
    return {key: next(iter(labels)) for key, labels in found.items() if len(labels) == 1}


def _keys(text: str) -> list[Key]:
    """The names an entry can be cited by, with its year, the likeliest first."""
    entry = _ENTRY.match(text)
    if not entry or text[:1] in '“"':
        return []
    year = entry.group(1)
    authors = text[: entry.start(1)].rstrip(" (.,")
    first = _FIRST.match(text)
    whole = re.split(r", |\. |(?: and | & )", authors)[0].strip(" .,")
    names = [first.group(1)] if first else []
    if len(whole.split()) <= 5 and whole:
        names += [whole, whole.split()[-1]]
    distinct = [name for name in dict.fromkeys(names) if name[:1].isupper()]
    return [(name, year) for name in distinct]


def cited(text: str, known: dict[Key, str]) -> Iterator[Found]:
    """Yield (start, end, labels) of what cites entries, by position.

    What has the form but means no entry is yielded, too, with a label of its own, as long as
    the brackets hold nothing else: a marker without a note.
    """
    if not known:
        return
    for bracket in _BRACKET.finditer(text):
        items = [item.strip() for item in bracket.group(1).split(";")]
        found = [_ITEM.fullmatch(item) for item in items]
        if all(found) and not _is_date(bracket.group(1)):
            labels = [label for item in found if item for label in _labels(item[1], item[2], known)]
            yield bracket.start(), bracket.end(), tuple(labels)
    for again in _AGAIN.finditer(text):
        yield again.start(), again.end(), (AGAIN,)
    for told in _TOLD.finditer(text):
        labels = _labels(told[1], told[3], known)
        if all(label in known.values() for label in labels):
            yield told.start(2), told.end(2), tuple(labels)


def _labels(name: str, years: str, known: dict[Key, str]) -> list[str]:
    """Labels of the entries of one name; a name and year that mean none stand for themselves."""
    labels = []
    for year in re.findall(_YEAR, years):
        keys = [(fold(part), year) for part in (name, name.split()[-1], name.split()[0])]
        label = next((known[key] for key in keys if key in known), None)
        labels.append(label or f"{name} {year}")
    return labels


def _is_date(inside: str) -> bool:
    """ "(May 2019)" is a date, "(Summer 2004)", too."""
    word = inside.split()[0].lower().rstrip(".,")
    calendar = load("calendar")
    return word in {*calendar["months"], *calendar["month_abbreviations"], *_SEASONS}
