"""Read a reference: author, title, outlet, date, address and DOI, as far as they can be told.

In:  the text of a note. Out: a `Work`, or several of a note that names several; None for a
remark that names no work.
"""

from __future__ import annotations

import re
from typing import Final

from twosource.attribute.hosts import host_of
from twosource.attribute.whois import is_person
from twosource.identity import digest
from twosource.model import Work
from twosource.text import fold

URL: Final = re.compile(r"(?:https?://|www\.)\S{3,400}(?: ?[^\s,]{1,200}/\S{1,200}){0,3}")
_DOI: Final = re.compile(
    r"\b(?:doi:? ?|doi\.org/)?(10\.\d{4,9}/[^\s,;<>\"”]{2,200})", re.IGNORECASE
)
_QUOTED: Final = re.compile(
    r"[“\"]([^“”\"]{6,300})[”\"]|(?<![\w’])‘([^“”‘\"]{6,300}?)’(?=[,.;:)]|\s\(|\sin\s|$)"
)
# When a page was looked at says nothing of the work: "Retrieved 3 May 2011.", "Archived from ...".
_LOOKED: Final = re.compile(
    r"[.,;]? ?\(?(?:retrieved|accessed|archived|last accessed|viewed|consulted|ISBN|ISSN|JSTOR)\b(?! evidence)[^“”\"]{0,400}$",
    re.IGNORECASE,
)
# "Brenner, Ada: The paper mill. Harbour Post (3 May 2019)".
_COLON: Final = re.compile(
    r"^([A-Z][\w’'-]{1,30}, [A-Z][\w.’'-]{0,20}(?: [A-Z][\w.’'-]{0,20})?): ([^:.]{4,200})\.? ?(.{0,300})$"
)
# "Ada Brenner, Strikes of the North (Quay Press, 1960), 12".
_BOOK: Final = re.compile(
    r"^([A-Z][\w.’'-]{0,30}(?: [A-Z][\w.’'-]{0,30}){1,4}), ([^“”\"()]{4,200}?) \((?:[^():]{2,40}: )?([^()]{2,80}?),? ?((?:1[5-9]|20)\d\d)\)"
)
SIGNAL: Final = re.compile(
    r"^(?:(?:see|cf|e\.g|quoted in|cited in|as (?:quoted|cited) in)\b[.,]?(?: also| e\.g\.,?| for example,?)?[,:]?\s+)+",
    re.IGNORECASE,
)
VIA: Final = re.compile(
    r"[,;(] ?(?:as )?(?:quoted|cited|qtd\.|reproduced|reprinted|reported) (?:in|by)[: ]+",
    re.IGNORECASE,
)
_DATE: Final = re.compile(
    r"\b(?:(\d{1,2}) )?(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? ?(?:(\d{1,2})(?:st|nd|rd|th|o)? ?,? ?)?((?:19|20)\d\d)\b"
)
_MONTHS: Final = [
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
]
_ISO: Final = re.compile(r"\b(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?\b")
_YEAR: Final = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_LIST: Final = re.compile(  # "Smith, J. (2019). Title. Outlet" and "Smith, J. 2019. Title. Outlet"
    r"^([^()“”\"]{2,160}?)[.,]? \(((?:1[5-9]|20)\d\d)[a-z]?(?:, [^()]{1,20})?\)[.:,]? (.{3,400})$"
    r"|^([^()“”\"]{2,120}?\.|[A-Z][\w’'.&-]{0,30}(?: (?:of|for|and|the|&|de|van|von|[A-Z][\w’'.&-]{0,30})){0,7}),?"
    r" ((?:1[5-9]|20)\d\d)[a-z]?[.:] (.{3,400})$"
)
_SENTENCE: Final = re.compile(r"(?<=[a-z)\]’”?!])[.?!](?= )|[?!](?= )")
_FINITE: Final = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|does|did|do|may|includes?|excludes?|refers?|means?)\b"
)
_PAGES: Final = re.compile(r"[,;]? (?:at |pp?\. ?|pages? )\d{1,4}(?:[-–]\d{1,4})?\.?$")
# "Journal of Lakes 12: 1-20", "Norrey Review 3 (1955", "Daily Norrey 2018"; "Channel 4" stays.
_VOLUME: Final = re.compile(
    r"[ ,.]{1,3}(?:vol\.? ?)?(?:\d{1,4} ?[:(][\d ():,–-]{0,30}|(?:1[5-9]|20)\d\d)\W*$",
    re.IGNORECASE,
)
_DAY_BEHIND: Final = re.compile(r"\. (?=\d{1,2} [A-Z]|[A-Z][a-z]{2,8} \d)")  # "Trust. 3 May 2011"
_PAGE_PART: Final = re.compile(r"(?:at |pp?\. ?|pages? )?\d{1,4}(?:[-–]\d{1,4})?\.?", re.IGNORECASE)
_LONGEST_NAME: Final = 6  # words of an outlet or body that opens a remark


def read_reference(text: str) -> tuple[Work, ...]:
    """The works a note names, in order; () for a remark that names none.

    "X, quoted in Y, “Title”" names Y's work: that is where the words were taken from.
    """
    via = VIA.split(text, maxsplit=1)
    if len(via) == 2 and len(via[1]) > 10:
        return read_reference(via[1].strip(" )."))
    parts = [part.strip() for part in re.split(r"; (?=[A-Z“\"])", text)]
    if len(parts) > 1 and all(is_whole(part) for part in parts):
        return tuple(parse_work(part) for part in parts)
    return () if is_remark(text) else (parse_work(text),)


def is_whole(part: str) -> bool:
    """Does a part of a note name a work by itself: a title in marks, or an address and a year?"""
    return bool(_QUOTED.search(part) or URL.search(part) or _LIST.match(part))


def is_remark(text: str, *, alone: bool = True) -> bool:
    """A sentence of the writer's: "The figures include Norrey."

    Args:
        alone: Nothing else stands in the note; beside a reference a finite verb is not asked for.
    """
    first = _SENTENCE.split(text, maxsplit=1)[0]
    named = _QUOTED.search(text) or URL.search(text) or _DOI.search(text) or _YEAR.search(text)
    told = bool(_FINITE.search(first)) or (
        not alone and any(word.islower() for word in text.split())
    )
    return not named and told


def parse_work(text: str) -> Work:
    """Read author, title, outlet, date and address of one reference."""
    url = URL.search(text)
    doi = _DOI.search(text)
    plain = SIGNAL.sub("", text[: url.start()].strip() if url and url.start() else text)
    plain = _LOOKED.sub("", plain) or plain
    plain = plain[: doi.start()].strip() if doi and doi.start() > 20 and not url else plain
    author, title, outlet = _parts(plain)
    date = _date(plain)
    address = re.sub(r"\s+", "", url.group()).rstrip(".,;)") if url else None
    key = digest(["work", fold(title or plain)[:120], fold(outlet or ""), date or ""])
    found = doi.group(1).rstrip(".)").lower() if doi else None
    return Work(f"work:{key}", text, author, title, outlet, date, address, doi=found)


def parse_link(address: str) -> Work:
    """The work behind a link in the text: nothing is known of it but the address."""
    host = host_of(address)
    return Work(
        f"work:{digest(['url', bare_url(address)])}", address, outlet=host or None, url=address
    )


def _parts(plain: str) -> tuple[str | None, str | None, str | None]:
    quoted = _QUOTED.search(plain)
    if quoted and not _part_of_title(plain, quoted):
        author = plain[: quoted.start()].strip(' ,.:“"(') or None
        title = (quoted[1] or quoted[2]).strip(" ,.")
        return _without_year(author), title, _outlet(plain[quoted.end() :].strip(" ,."))
    if book := _BOOK.match(plain):
        return book[1], book[2].strip(" ,."), book[3].strip(" ,.") or None
    if colon := _COLON.match(plain):
        last, first = colon[1].split(", ", 1)
        outlet = re.sub(r"[ ,(]{0,3}\(?[^()]{0,20}(?:1[5-9]|20)\d\d\)?\W*$", "", colon[3]).strip(
            " ,."
        )
        return f"{first} {last}", colon[2].strip(" ,."), outlet or None
    if listed := _LIST.match(plain):
        return _by_list(listed[1] or listed[4], listed[3] or listed[6])
    opening = _SENTENCE.split(plain, maxsplit=1)
    if (
        len(opening) == 2
        and len(opening[0].split()) <= _LONGEST_NAME
        and _FINITE.search(opening[1])
    ):
        return None, opening[0], None
    return _by_commas(plain)


def _without_year(author: str | None) -> str | None:
    """ "Smith, J. (2019" before a title in marks."""
    return (
        re.sub(r"(?<![ ,(])[ ,(]{1,4}(?:1[5-9]|20)\d\d[a-z]?\W{0,4}$", "", author) or None
        if author
        else None
    )


def _by_list(authors: str, rest: str) -> tuple[str | None, str | None, str | None]:
    """ "Smith, J." and "Title. Outlet, 12(3), 44"."""
    pieces = [piece.strip() for piece in re.split(r"(?<=[\w)’”?!])[.?!] ", rest) if piece.strip()]
    outlet = _outlet(pieces[1].strip(" .")) if len(pieces) > 1 else None
    first = authors.split(", ")
    initials = len(first) > 1 and re.fullmatch(
        r"(?:[A-Z]\.?[ -]?){1,3}|[A-Z][\w’'-]+\.?", first[1].strip()
    )
    given = first[1].strip() if initials else ""
    given += "." * (len(given.rstrip(".")) == 1 and not given.endswith("."))
    named = f"{given} {first[0]}" if initials and len(first) == 2 else authors.strip(" .,")
    return named, pieces[0].strip(" ."), outlet


def _part_of_title(plain: str, quoted: re.Match[str]) -> bool:
    """Is it one quoted word of a longer title, not the title?"""
    return len((quoted[1] or quoted[2]).split()) == 1 and plain[: quoted.start()].count(",") >= 2


def _outlet(rest: str) -> str | None:
    """The first part behind a title that is no date and no page."""
    first = SIGNAL.sub("", _DAY_BEHIND.split(rest.split(",")[0].strip())[0])
    dated = re.fullmatch(r"\d{1,2}|(?:\d{1,2} )?[A-Z][a-z]{2,8}\.? ?\d{0,4}", first)
    month = dated and any(first.lower().lstrip("0123456789 ").startswith(m) for m in _MONTHS)
    page = re.match(r"(?:pp?|at|pages?|vol|no|ch)\b\.? ?\d", first.lower())
    if not first or first[0].isdigit() or month or page:
        return None
    return _VOLUME.sub("", first).strip("() .") or None


def _by_commas(plain: str) -> tuple[str | None, str | None, str | None]:
    """ "Last, First, Title, Outlet, August 2nd, 2019" without quotation marks."""
    found = _DATE.search(plain)
    body = plain[: found.start()] if found else plain
    parts = [part.strip() for part in re.split(r",\s?", body) if part.strip(" .")]
    if len(parts) >= 4 and len(parts[0].split()) == 1 and len(parts[1].split()) <= 2:
        return f"{parts[1]} {parts[0]}", ", ".join(parts[2:-1]), parts[-1]
    if len(parts) >= 3 and not found and _YEAR.fullmatch(parts[-1].strip(" .")):
        parts = parts[:-1]
    parts = [part for part in parts if not _PAGE_PART.fullmatch(part)] or parts
    parts = [part for part in parts if not _YEAR.fullmatch(part.strip(" ."))] or parts
    if len(parts) == 3 and len(parts[0].split()) <= 3 and is_person(parts[0]):
        return parts[0], parts[1].strip(" ."), parts[2].strip(" .")
    if len(parts) >= 2:
        return None, ", ".join(parts[1:]), parts[0]
    return None, body.strip(" .,") or None, None


def _date(text: str) -> str | None:
    found = _DATE.search(text)
    if not found:
        if plain := _ISO.search(text):
            return plain.group()
        year = _YEAR.search(text)
        return year.group() if year else None
    day = found[1] or found[3]
    month = _MONTHS.index(found[2].lower()[:3]) + 1
    return f"{found[4]}-{month:02}" + (f"-{int(day):02}" if day else "")


# A stored copy's address holds the page's own behind a time stamp (the Memento protocol, RFC 7089,
# leaves the form open; this is the usual one).
_ARCHIVE: Final = re.compile(
    r"^https?://(?:web\.)?archive\.(?:org|today|is|ph|md)/(?:web/)?\d{4,14}[a-z_]{0,4}/"
)
_TRACKING: Final = re.compile(
    r"(?:utm_\w+|fbclid|gclid|igshid|mc_cid|mc_eid|ref|ref_src|cmpid|smid|s)="
)


def bare_url(url: str) -> str:
    """An address without what does not name the page: scheme, "www.", tracking, an archive's own
    address before it, a closing slash."""
    plain = _ARCHIVE.sub("", url.lower())
    plain = re.sub(r"^https?://(?:(?:dx\.)?(?=doi\.org)|www\.|m\.)?", "", plain)
    plain, _, query = plain.partition("#")[0].partition("?")
    kept = [part for part in query.split("&") if part and not _TRACKING.match(part)]
    plain = re.sub(r"(?:/index\.html?|/)$", "", plain)
    return plain.replace("-", "") + ("?" + "&".join(sorted(kept)) if kept else "")
