"""Read bylines, sign-offs and datelines: who wrote, who published, when.

In:  a short line, or the beginning of a paragraph. Out: what it says, None when it is prose.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from twosource.lexicon import load
from twosource.segment.dates import DateFound, first_date, whole_date

_LONGEST: Final = 160
_SEPARATOR: Final = re.compile(r"[ ][|/·•—–-][ ]|[|·•]|,[ ]|[ ][—–-](?=By[ ])|[;]")
_ZONE: Final = re.compile(r"(?:utc|gmt)(?:[+−-]\d{1,2}(?::\d\d)?)?")
_DOMAIN: Final = re.compile(r"(?:www\.)?[A-Za-z0-9-]{2,40}(?:\.[A-Za-z]{2,10}){1,3}")
_HANDLE: Final = re.compile(r"@?[A-Za-z][A-Za-z0-9_.-]{1,40}")
_ON: Final = re.compile(r"[ ]{1,2}(?:on|by|at)\Z", re.IGNORECASE)
_AGENCY: Final = re.compile(
    r"(?P<city>[A-Z][A-Z .'’-]{2,40})(?P<where>,[^()\n—–]{1,60})?[ ]?\((?P<who>[^()\n]{2,60})\)[ ]?[-—–]{1,2}[ ]"
)
_CITY: Final = re.compile(
    r"(?P<city>[A-Z]{3}[A-Z .'’-]{0,40})(?P<where>,[^()\n—–]{1,60})?[ ](?:[—–]|--)[ ]"
)
_PLACE: Final = re.compile(
    r"[A-Z][\w.'’-]{1,20}(?: [A-Z][\w.'’-]{1,20}){0,3}, (?P<where>[^()\n—–]{6,40}?)(?: ?[-–—]{1,2} |[.:] )(?=[A-Z“\"])"
)  # "Port Ness, 25 March 2024 - The mill"
_BRACKET: Final = re.compile(r"\((?P<where>[^()\n]{6,40})\)[ ]?[—–-][ ]?")


_UNNAMED: Final = frozenset({"the", "our", "a", "an", "from"})


@dataclass(frozen=True, slots=True)
class Byline:
    """What a line says of its text; None = does not say. `end`: local end of a dateline."""

    author: str | None = None
    publisher: str | None = None
    date: str | None = None
    end: int = 0


def read_byline(text: str, *, marked: bool = False) -> Byline | None:
    """Read a line such as "By A B | 5 March 2019" or "Some Office, 4 March 2019".

    `marked` is True when the page itself marks the line as a byline.
    """
    line = text.strip()
    if not line or len(line) > _LONGEST:
        return None
    found = first_date(line)
    opening = _opening(line, "author_openings")
    if line.startswith("From "):
        return None  # an outlet's name, see imprint.py
    if found is None and opening is None and not marked:
        return _two_names(line)
    if found and not _stands_aside(line, found):
        return None
    return _parts(line, found, opening)


def read_sign_off(text: str) -> Byline | None:
    """Read the line after an article: "By A B", "A B, Outlet", "outlet.org", "A B" in capitals."""
    line = text.strip()
    if not line or len(line) > 100 or line[-1] in ".!?:;,":
        return None
    if line.lower().startswith(("by ", "author:", "written by ")):
        return read_byline(line)
    if _DOMAIN.fullmatch(line):
        return Byline(publisher=line)
    pieces = [piece.strip(" -—–") for piece in _SEPARATOR.split(line) if piece.strip(" -—–")]
    if len(pieces) == 2 and pieces[1].startswith("By "):
        return Byline(pieces[1][3:], pieces[0])
    if len(pieces) == 2 and _is_person(pieces[0]) and _is_name(pieces[1]):
        return Byline(pieces[0], pieces[1])
    if line.isupper() and _is_person(line.title()):
        return Byline(author=line.title())
    return None


def read_dateline(text: str) -> Byline | None:
    """Read the head of a paragraph: "CITY, March 4 (Agency) - ", "(August 16, 2023) — ", "Norsund, 4 March 2019 - "."""
    head = text[:200]
    if found := _AGENCY.match(head) or _CITY.match(head):
        where = first_date(found.group("where") or "")
        who = found.groupdict().get("who")
        return Byline(
            None, who.strip() if who else None, where.edtf if where else None, found.end()
        )
    found = _BRACKET.match(head) or _PLACE.match(head)
    where = whole_date(found.group("where")) if found else None
    return Byline(date=where.edtf, end=found.end()) if found and where else None


_SENTENCE: Final = 2  # words behind a date that make a sentence
_SMALL: Final = (
    frozenset(  # words of a date line itself: "3 June 2014 at 14:00 local time, by Ann Lund."
        {
            "of",
            "the",
            "by",
            "and",
            "at",
            "for",
            "in",
            "from",
            "to",
            "on",
            "a",
            "an",
            "with",
            "edition",
        }
        | {"issue", "local", "time", "updated", "published", "posted", "am", "pm", "utc", "gmt"}
    )
)


def is_date_line(text: str) -> DateFound | None:
    """Read a line that is nothing but a date, or says "last updated" and a date."""
    if len(text) > 100:
        return None
    found = whole_date(text)
    if found:
        return found
    found = first_date(text)
    if found is None or _tells_more(text[: found.start], text[found.end :]):
        return None
    return found if _opening(text[: found.start].strip(" :"), "date_openings") == "" else None


def _tells_more(before: str, after: str) -> bool:
    """ "On 29 April 2023 Ann Lund left the fair.": a sentence that opens with its date."""
    words = [word.strip(",.;:") for word in after.split()]
    told = [word for word in words if word.isalpha() and word.islower() and word not in _SMALL]
    ends = after.rstrip().endswith((".", "!", "?")) or before.strip() == "On"
    return ends and len(words) >= _SENTENCE and bool(told)


def is_organisation(name: str) -> bool:
    """Tell whether a name is that of an outlet or office rather than a person."""
    words = name.split()
    known = any(word.lower().strip(".,") in _set("organisations") for word in words)
    return known or words[0] == "The" or len(words) == 1 or len(words) > 3


def has_organisation_word(name: str) -> bool:
    """Tell whether a name says by a word that it is an organisation's."""
    return any(word.lower().strip(".,") in _set("organisations") for word in name.split())


def is_name(text: str) -> bool:
    """Tell whether a line can be a name: capitalised words and small ones between."""
    return _is_name(text)


def split_names(line: str) -> list[str]:
    """Cut a byline into its pieces."""
    return [piece.strip(" .-—–()*") for piece in _SEPARATOR.split(line) if piece.strip(" .-—–()*")]


def _stands_aside(line: str, found: DateFound) -> bool:
    """Tell whether the date stands first or last, as in a byline, not inside a clause."""
    before, after = line[: found.start].strip(" ,|·—–-("), line[found.end :].strip(" ,|·—–-.)")
    return not before or not after or after.lower().startswith("by ")


def _parts(line: str, found: DateFound | None, opening: str | None) -> Byline | None:
    rest = line if found is None else f"{line[: found.start]} | {line[found.end :]}"
    author = publisher = None
    if opening is not None and found is None:
        rest = opening
    for piece in split_names(rest):
        by = _opening(piece, "author_openings")
        name = _ON.sub("", by if by is not None else piece).strip()
        if not name or _is_document_word(piece) or (by is None and _is_document_word(name)):
            continue
        person = by is not None or (opening is not None and author is None)
        bare = _without_staff(name)
        if bare != name and bare.split()[0].lower() in _UNNAMED:
            continue  # "the technology desk", "our own correspondent"
        if bare != name and publisher is None:
            publisher = bare
        elif person and author is None and (_is_name(name) or _HANDLE.fullmatch(name)):
            author, publisher = (author, name) if has_organisation_word(name) else (name, publisher)
        elif author is None and _is_handle(name):
            author = name
        elif not _is_name(name) and not _DOMAIN.fullmatch(name):
            return (
                None if author is None and publisher is None else _byline(author, publisher, found)
            )
        elif author is None and publisher is None and not is_organisation(name):
            author = name
        elif publisher is None and (
            is_organisation(name)
            and (author is None or has_organisation_word(name) or _DOMAIN.fullmatch(name))
        ):
            publisher = name
    return _byline(author, publisher, found)


def _is_handle(name: str) -> bool:
    """Tell the name of a member of a forum: "@name", "name_1"."""
    return bool(_HANDLE.fullmatch(name)) and any(c in name for c in "@_0123456789")


def _byline(author: str | None, publisher: str | None, found: DateFound | None) -> Byline | None:
    if author is None and publisher is None and found is None:
        return None
    return Byline(author, publisher, found.edtf if found else None)


def _two_names(line: str) -> Byline | None:
    """Read "A B / Outlet"."""
    pieces = re.split(r"[ ][/|·][ ]", line)
    if len(pieces) == 2 and _is_person(pieces[0].strip()) and _is_name(pieces[1].strip()):
        return Byline(pieces[0].strip(), pieces[1].strip())
    return None


def _opening(line: str, name: str) -> str | None:
    """What follows the opening words of a line; None when it does not open so."""
    low = line.lower()
    for words in sorted(load("bylines")[name], key=lambda words: (-len(words), words)):
        if low == words or low.startswith(words + (" " if words[-1] != ":" else "")):
            return line[len(words) :].strip(" :")
        if low.startswith(words + ":"):
            return line[len(words) + 1 :].strip()
    return None


def _without_staff(name: str) -> str:
    low = name.lower()
    for words in load("bylines")["staff_words"]:
        if low.endswith(" " + words):
            return name[: -len(words) - 1]
    return name


def _is_kind_word(word: str) -> bool:
    return word in _set("document_words") or word in _set("imprint_kinds")


def _is_document_word(piece: str) -> bool:
    low = piece.lower().strip(" .:")
    kind, of, rest = low.rpartition(" of")
    if _ZONE.fullmatch(low) or (of and not rest and _is_kind_word(kind)):
        return True  # "Notice of 4 March 2019"
    return low in _set("document_words") or low.split(" ")[0].strip(":") in {
        "transcript",
        "summary",
        "status",
    }


def _is_name(text: str) -> bool:
    """Tell whether every word but small ones is capitalised, and there are not too many."""
    words = text.split()
    if not 0 < len(words) <= 8 or any(c.isdigit() for c in text[:1]) or text[0].islower():
        return False
    small = _set("particles") | _set("organisations")
    return all(w.lower().strip(".,") in small or w.strip("(\"“'‘")[:1].isupper() for w in words)


def _is_person(text: str) -> bool:
    words = text.split()
    if not 2 <= len(words) <= 4 or not _is_name(text) or any(c.isdigit() for c in text):
        return False
    return (
        not has_organisation_word(text)
        and words[0].lower() not in _set("particles")
        and ":" not in text
    )


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(load("bylines")[name])
