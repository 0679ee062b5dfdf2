"""Find what stands between quotation marks.

In:  readable text of one block, and whether a quotation was still open before it. Out: the
outermost quotations, and whether one is open at the end. A missing closing mark ends with
its paragraph; a closing mark where only an opening one makes sense opens.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from twosource.lexicon import load
from twosource.model import Quotation

_MARKS: Final = re.compile("[“”„«»\"‘’']")
_PAIRS: Final = {"“": "”", "„": "”“", "«": "»"}
_VERB: Final = re.compile(r"([A-Za-z]{2,15})[ ]?[,:]?[ ]?\Z")


@dataclass(slots=True)
class _Scan:
    text: str
    depth: int = 0
    began: int = 0
    single: int = -1
    opens: bool = True
    found: list[Quotation] | None = None


def find_quotations(text: str, *, going_on: bool = False) -> tuple[tuple[Quotation, ...], bool]:
    """Return the quotations of a block, and whether the last one lacks its end.

    `going_on` is True when the block before ended inside a quotation.
    """
    scan = _Scan(text, found=[])
    if going_on and _closes_first(text):
        scan.depth, scan.opens = 1, False
    for mark in _MARKS.finditer(text):
        _take(scan, mark.group(), mark.start())
    found = scan.found or []
    is_open = scan.depth > 0
    if is_open and scan.began < len(text):
        found.append(Quotation(scan.began, len(text), opens=scan.opens, closes=False))
    return tuple(q for q in found if q.end > q.start), is_open


def _closes_first(text: str) -> bool:
    """Tell whether the first double mark of a text is a closing one."""
    for mark in _MARKS.finditer(text):
        if mark.group() in "“„«":
            return False
        if mark.group() in "”»":
            return True
        if mark.group() == '"':
            return mark.start() > 0 and not text[mark.start() - 1].isspace()
    return False


def _take(scan: _Scan, mark: str, at: int) -> None:
    before = scan.text[at - 1] if at else " "
    after = scan.text[at + 1] if at + 1 < len(scan.text) else " "
    if mark in "‘’'":
        _take_single(scan, mark, at, before, after)
    elif _is_opening(scan, mark, before, after):
        _open(scan, at)
    elif mark == '"' and before.isspace() and after.isalnum():
        _open_again(scan, at)
    elif scan.depth:
        _close(scan, at)
    elif _opens_by_mistake(scan.text, at, before, after):
        _open(scan, at)


def _is_opening(scan: _Scan, mark: str, before: str, after: str) -> bool:
    if mark in "„«":
        return True
    if mark == "“":
        return not _ends_here(scan, before, after)
    return mark == '"' and not scan.depth and not _lacks_opening(before, after)


def _lacks_opening(before: str, after: str) -> bool:
    """A straight mark right behind a word and before a space: the opening one is missing, or inches."""
    inside = not before.isspace() and before not in "([—–-:/"
    return inside and (after.isspace() or after in ".,;:)")


def _ends_here(scan: _Scan, before: str, after: str) -> bool:
    """Tell whether an opening mark stands where only a closing one can."""
    return (
        scan.depth > 0
        and not before.isspace()
        and before not in "([—–-"
        and (after.isspace() or after in ".,;:)")
    )


def _opens_by_mistake(text: str, at: int, before: str, after: str) -> bool:
    if before.isspace() and after.isalpha():
        return True
    if before == ":" and after.isalpha():
        return True
    verb = _VERB.search(text[max(0, at - 20) : at])
    return bool(verb) and verb.group(1).lower() in _verbs()  # type: ignore[union-attr]


def _open(scan: _Scan, at: int) -> None:
    scan.single = -1
    if not scan.depth:
        scan.began, scan.opens = at + 1, True
    scan.depth = min(scan.depth + 1, 3)


def _open_again(scan: _Scan, at: int) -> None:
    """A second straight opening mark: the closing one between them is missing."""
    if scan.found is not None and scan.text[scan.began : at].strip():
        scan.found.append(Quotation(scan.began, at - 1, opens=scan.opens, closes=False))
    scan.depth, scan.began, scan.opens = 1, at + 1, True


def _close(scan: _Scan, at: int) -> None:
    scan.depth -= 1
    if not scan.depth and scan.found is not None:
        scan.found.append(Quotation(scan.began, at, opens=scan.opens))
        scan.began = at + 1


def _take_single(scan: _Scan, mark: str, at: int, before: str, after: str) -> None:
    """Single marks quote only outside double ones; an apostrophe is no mark."""
    if scan.depth:
        return
    if scan.single < 0:
        if (
            mark == "‘" or (mark == "'" and (before.isspace() or before in "(["))
        ) and after.isalpha():
            scan.single = at + 1
    elif mark != "‘" and not after.isalnum() and scan.found is not None:
        scan.found.append(Quotation(scan.single, at))
        scan.single = -1


@cache
def _verbs() -> frozenset[str]:
    return frozenset(load("quotations")["verbs"])
