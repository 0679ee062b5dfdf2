"""Notes and references: which work each one leads to.

In:  the notes of the corpus. Out: works, equal ones merged, and for every note its work.
"ibid." resolves to the note before it only when that holds one resolved work.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from twosource.identity import digest
from twosource.model import Diagnostic, Note, Segmented, Source, Work
from twosource.rules.inputs import orphan_note, unresolved_reference
from twosource.text import fold

_IBID: Final = re.compile(r"^\W{0,4}(?:ibid(?:em)?|loc\. ?cit|id)\b\.?", re.IGNORECASE)
_OPCIT: Final = re.compile(r"\bop\. ?cit\b", re.IGNORECASE)
_SUPRA: Final = re.compile(
    r"\bsupra,? (?:note|n\.) ?(\d{1,3})\b|\b(?:note|n\.) ?(\d{1,3}) (?:above|supra)\b",
    re.IGNORECASE,
)
_URL: Final = re.compile(r"(?:https?://|www\.)\S{3,400}(?: ?[^\s,]{1,200}/\S{1,200}){0,3}")
_QUOTED: Final = re.compile(r"[“\"]([^“”\"]{6,300})[”\"]")
# A stored copy's address holds the page's own behind a time stamp (the Memento protocol, RFC 7089,
# leaves the form open; this is the usual one).
_ARCHIVE: Final = re.compile(
    r"^https?://(?:web\.)?archive\.(?:org|today|is|ph|md)/(?:web/)?\d{4,14}[a-z_]{0,4}/"
)
_TRACKING: Final = re.compile(
    r"(?:utm_\w+|fbclid|gclid|igshid|mc_cid|mc_eid|ref|ref_src|cmpid|smid|s)="
)
_SIGNAL: Final = re.compile(
    r"^(?:(?:see|cf|e\.g|quoted in|cited in|as (?:quoted|cited) in)\b[.,]?(?: also| e\.g\.,?| for example,?)?[,:]?\s+)+",
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
_LABEL: Final = re.compile(r"^\s{0,4}(?:\[[^\]]{1,8}\]|\d{1,3}[.)])\s{0,4}")


@dataclass(frozen=True, slots=True)
class References:
    """Works, and (source id, label) -> work id."""

    works: tuple[Work, ...]
    of: dict[tuple[str, str], str]
    diagnostics: tuple[Diagnostic, ...]


def read_works(segmented: Sequence[Segmented]) -> References:
    """Resolve every note of the corpus."""
    sources = {source.id: source for item in segmented for source in item.sources}
    works: dict[str, Work] = {}
    of: dict[tuple[str, str], str] = {}
    told: list[Diagnostic] = []
    for item in segmented:
        before: dict[str, str | None] = {}
        for note in item.notes:
            work = _resolve(note, works, before.get(note.source), of)
            if work is None:
                told.append(_unresolved(note, item))
            else:
                works[work.id] = replace(work, notes=(*work.notes, f"{note.source}:{note.label}"))
                of[note.source, note.label] = work.id
            before[note.source] = work.id if work else None
        told.extend(_orphans(item, of))
    known = {work.id: replace(work, source=_in_corpus(work, sources)) for work in works.values()}
    return References(tuple(known[key] for key in sorted(known)), of, tuple(told))


def is_ibid(note: Note) -> bool:
    """Does the note only point to the one before it?"""
    return bool(_IBID.match(_body(note)))


def is_op_cit(note: Note) -> bool:
    """Does the note point to a work that a note before it has named?"""
    text = _body(note)
    return bool(_OPCIT.search(text) or _SUPRA.search(text))


def _body(note: Note) -> str:
    """The note without its label."""
    return _LABEL.sub("", note.passage.text).strip()


def _unresolved(note: Note, item: Segmented) -> Diagnostic:
    return unresolved_reference(
        f"note {note.label} ({note.passage.text[:60]}) leads to no one work",
        item.document.path,
        note.span,
    )


def _orphans(item: Segmented, of: dict[tuple[str, str], str]) -> list[Diagnostic]:
    """Notes no marker points to, markers without a note."""
    marked = {(s.source, marker.label) for s in item.sentences for marker in s.markers}
    noted = {(note.source, note.label) for note in item.notes}
    told = [
        orphan_note(
            f"note {note.label} is cited by no marker in the text",
            item.document.path,
            note.span,
        )
        for note in item.notes
        if (note.source, note.label) not in marked
    ]
    with_notes = {note.source for note in item.notes}
    told += [
        orphan_note(
            f"marker [{marker.label}] has no note",
            item.document.path,
            marker.span,
        )
        for s in item.sentences
        for marker in s.markers
        if s.source in with_notes and (s.source, marker.label) not in noted
    ]
    return told


def _resolve(
    note: Note, works: dict[str, Work], before: str | None, of: dict[tuple[str, str], str]
) -> Work | None:
    text = _body(note)
    if is_ibid(note):
        return works.get(before) if before else None
    if (above := _SUPRA.search(text)) is not None:
        return works.get(of.get((note.source, above[1] or above[2]), ""))
    if (cue := _OPCIT.search(text)) is not None:
        return _named_before(text[: cue.start()], note.source, works, of)
    found = parse_work(text)
    for work in works.values():
        if _equal(work, found):
            return work
    return found


def _named_before(
    text: str, source: str, works: dict[str, Work], of: dict[tuple[str, str], str]
) -> Work | None:
    """The one work of that author which the notes of this source have named."""
    names = fold(_SIGNAL.sub("", text)).replace(",", " ").split()
    own = {work for (where, _), work in of.items() if where == source}
    same = [key for key in own if set(fold(works[key].author or "").split()[-1:]) & set(names)]
    return works[same[0]] if len(same) == 1 else None


def parse_work(text: str) -> Work:
    """Read author, title, outlet, date and address of a reference as far as they can be told."""
    url = _URL.search(text)
    plain = _SIGNAL.sub("", text[: url.start()].strip() if url else text)
    date = _date(plain)
    quoted = _QUOTED.search(plain)
    if quoted and not _part_of_title(plain, quoted):
        author = plain[: quoted.start()].strip(' ,.:“"') or None
        title = quoted[1].strip(" ,.")
        rest = plain[quoted.end() :].strip(" ,.")
        outlet = _outlet(rest)
    else:
        author, title, outlet = _by_commas(plain)
    address = re.sub(r"\s+", "", url.group()).rstrip(".,;)") if url else None
    key = digest(["work", fold(title or plain)[:120], fold(outlet or ""), date or ""])
    return Work(f"work:{key}", text, author, title, outlet, date, address)


def _part_of_title(plain: str, quoted: re.Match[str]) -> bool:
    """Is it one quoted word of a longer title, not the title?"""
    return len(quoted[1].split()) == 1 and plain[: quoted.start()].count(",") >= 2


def _outlet(rest: str) -> str | None:
    """The first part behind a title that is no date."""
    first = _SIGNAL.sub("", rest.split(",")[0].strip())
    dated = re.fullmatch(r"\d{1,2}|(?:\d{1,2} )?[A-Z][a-z]{2,8}\.? ?\d{0,4}", first)
    month = dated and any(first.lower().lstrip("0123456789 ").startswith(m) for m in _MONTHS)
    return None if not first or first.isdigit() or month else first


def _by_commas(plain: str) -> tuple[str | None, str | None, str | None]:
    """ "Last, First, Title, Outlet, August 2nd, 2019" without quotation marks."""
    found = _DATE.search(plain)
    body = plain[: found.start()] if found else plain
    parts = [part.strip() for part in re.split(r",\s?", body) if part.strip(" .")]
    if len(parts) >= 4 and len(parts[0].split()) == 1 and len(parts[1].split()) <= 2:
        return f"{parts[1]} {parts[0]}", ", ".join(parts[2:-1]), parts[-1]
    if len(parts) >= 2:
        return None, ", ".join(parts[1:]), parts[0]
    return None, body.strip(" .,") or None, None


def _date(text: str) -> str | None:
    found = _DATE.search(text)
    if not found:
        year = re.search(r"\b(19|20)\d\d\b", text)
        return year.group() if year else None
    day = found[1] or found[3]
    month = _MONTHS.index(found[2].lower()[:3]) + 1
    return f"{found[4]}-{month:02}" + (f"-{int(day):02}" if day else "")


def _equal(one: Work, two: Work) -> bool:
    """The same address, or the same title of the same day and outlet."""
    if one.id == two.id:
        return True
    if one.url and two.url and _bare(one.url) == _bare(two.url):
        return True
    titles = fold(one.title or one.text), fold(two.title or two.text)
    return (
        len(titles[0]) > 20
        and titles[0] == titles[1]
        and fold(one.outlet or "") == fold(two.outlet or "")
    )


def _bare(url: str) -> str:
    """An address without what does not name the page: scheme, "www.", tracking, an archive's own
    address before it, a closing slash."""
    plain = _ARCHIVE.sub("", url.lower())
    plain = re.sub(r"^https?://(?:www\.|m\.)?", "", plain)
    plain, _, query = plain.partition("#")[0].partition("?")
    kept = [part for part in query.split("&") if part and not _TRACKING.match(part)]
    plain = re.sub(r"(?:/index\.html?|/)$", "", plain)
    return plain.replace("-", "") + ("?" + "&".join(sorted(kept)) if kept else "")


def _plain(publisher: str | None) -> str:
    """A publisher's name without what is said of it: "The Courier (local newspaper)"."""
    return (publisher or "").partition("(")[0].strip()


def _in_corpus(work: Work, sources: dict[str, Source]) -> str | None:
    """The corpus source that the work is: same title, or same outlet and day."""
    for key in sorted(sources):
        meta = sources[key].metadata
        title, publisher = fold(meta.title or ""), fold(_plain(meta.publisher))
        whole = fold(work.text)
        if title and len(title) > 14 and title in whole:
            return key
        if (
            publisher
            and len(publisher) > 5
            and publisher in whole
            and work.date
            and meta.date
            and work.date == meta.date
        ):
            return key
    return None
