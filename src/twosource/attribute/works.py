"""Notes and references: which work each one leads to.

In:  the notes of the corpus. Out: works, equal ones merged, and for every note its work.
"ibid." resolves to the note before it only when that holds one resolved work.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

from rapidfuzz import fuzz

from twosource.attribute.hosts import host_of
from twosource.attribute.reference import SIGNAL, bare_url, parse_link, read_reference
from twosource.model import Diagnostic, Level, Note, Segmented, Source, Work
from twosource.rules.inputs import orphan_note, unresolved_reference
from twosource.text import fold

_IBID: Final = re.compile(
    r"^\W{0,4}(?:ibid(?:em)?\b|loc\. ?cit\b|idem\b|id(?:\.|(?=,| at |$)))\.?", re.IGNORECASE
)
_OPCIT: Final = re.compile(r"\b(?:op|loc)\. ?cit\b", re.IGNORECASE)
_SUPRA: Final = re.compile(
    r"\bsupra,? (?:note|n\.|fn\.?) ?(\d{1,3})\b|\b(?:note|n\.) ?(\d{1,3}) (?:above|supra)\b"
    r"|^(?:see |as in |as )?(?:foot|end)?(?:note|n\.|fn\.?) ?\[?(\d{1,3})\]?\W*$",
    re.IGNORECASE,
)
_LABEL: Final = re.compile(r"^\s{0,4}(?:\[[^\]]{1,8}\]|\d{1,3}[.)])\s{0,4}")
_SHORT: Final = re.compile(
    r"^([A-Z][\w’'-]{1,30}), [“\"]?([^“”\",]{4,80})[,.]?[”\"]?(?:,? (?:pp?\. ?)?[\d–-]{1,9})?\.?$"
)
_TYPO: Final = 94  # of 100: how like two long titles of one year and author must be
_HOST: Final = 6  # letters of a publisher's name that an address can hold by no chance
_LONG: Final = 20  # letters of a title that can stand for its work


@dataclass(frozen=True, slots=True)
class References:
    """Works; (source id, label) -> work id; further works of notes that name several."""

    works: tuple[Work, ...]
    of: dict[tuple[str, str], str]
    diagnostics: tuple[Diagnostic, ...]
    also: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    remarks: frozenset[tuple[str, str]] = frozenset()


def read_works(segmented: Sequence[Segmented]) -> References:
    """Resolve every note and every link of the corpus."""
    sources = {source.id: source for item in segmented for source in item.sources}
    state = _Reading()
    for item in segmented:
        before: dict[str, Work | None] = {}
        for note in item.notes:
            found = state.resolve(note, before.get(note.source))
            place = (note.source, note.label)
            if not found:
                if not _names_one_before(note) and not read_reference(_body(note)):
                    state.remarks.add(place)
                state.told.append(_unresolved(note, item, place in state.remarks))
            for work in found:
                state.note(work, place)
            before[note.source] = found[0] if len(found) == 1 else None
        for link in item.links:
            state.note(state.merged(parse_link(link.passage.text)), (link.source, link.label))
        state.told.extend(_orphans(item))
    index = _Titles(sources)
    known = {w.id: replace(w, source=index.source_of(w)) for w in state.works.values()}
    return References(
        tuple(known[key] for key in sorted(known)),
        state.of,
        tuple(state.told),
        {place: tuple(ids) for place, ids in state.also.items()},
        frozenset(state.remarks),
    )


class _Reading:
    """Works so far, and the ways to find one again."""

    def __init__(self) -> None:
        self.works: dict[str, Work] = {}
        self.of: dict[tuple[str, str], str] = {}
        self.also: dict[tuple[str, str], list[str]] = {}
        self.remarks: set[tuple[str, str]] = set()
        self.told: list[Diagnostic] = []
        self.keys: dict[str, str] = {}  # address, DOI or title and outlet -> work id
        self.blocks: dict[tuple[str, str], list[str]] = {}  # year, author -> work ids
        self.own: dict[str, list[str]] = {}  # source -> work ids in order

    def note(self, work: Work, place: tuple[str, str]) -> None:
        """Bind a note to a work; the second and further works of one note stand beside."""
        old = self.works.get(work.id, work)
        self.works[work.id] = replace(old, notes=(*old.notes, f"{place[0]}:{place[1]}"))
        if place in self.of:
            self.also.setdefault(place, []).append(work.id)
        else:
            self.of[place] = work.id
        own = self.own.setdefault(place[0], [])
        if work.id not in own:
            own.append(work.id)

    def resolve(self, note: Note, before: Work | None) -> tuple[Work, ...]:
        text = _body(note)
        if _IBID.match(text):
            return (before,) if before else ()
        if (above := _SUPRA.search(text)) is not None:
            label = above[1] or above[2] or above[3]
            found = self.works.get(self.of.get((note.source, label), ""))
            return (found,) if found else ()
        if (cue := _OPCIT.search(text)) is not None:
            return self._named_before(text[: cue.start()], note.source)
        if (short := self._short(text, note.source)) is not None:
            return (short,)
        return tuple(dict.fromkeys(self.merged(work) for work in read_reference(text)))

    def merged(self, work: Work) -> Work:
        """The known work that this one is; else itself, from now on known."""
        keys = list(_keys(work))
        for key in keys:
            if key in self.keys:
                return self.works.get(self.keys[key], work)
        same = self._alike(work)
        for key in keys:
            self.keys.setdefault(key, same.id)
        if same is work:
            self.works[work.id] = work
            self.blocks.setdefault(_block(work), []).append(work.id)
        return same

    def _alike(self, work: Work) -> Work:
        """A work of the same year and author whose long title differs by a slip."""
        title = fold(work.title or "")
        if len(title) > _LONG:
            for key in self.blocks.get(_block(work), ()):
                other = self.works[key]
                same_outlet = fold(other.outlet or "") == fold(work.outlet or "")
                slip = fuzz.ratio(title, fold(other.title or "")) >= _TYPO
                if same_outlet and slip and _figures(title) == _figures(fold(other.title or "")):
                    return other
        return work

    def _named_before(self, text: str, source: str) -> tuple[Work, ...]:
        """The one work of that author which the notes of this source have named."""
        names = fold(SIGNAL.sub("", text)).replace(",", " ").split()
        own = [self.works[key] for key in self.own.get(source, ())]
        same = [work for work in own if _surnames(work) & set(names)]
        if len(same) > 1:
            title = " ".join(names)
            same = [work for work in same if _begins_in(fold(work.title or ""), title)]
        return (same[0],) if len(same) == 1 else ()

    def _short(self, text: str, source: str) -> Work | None:
        """ "Brenner, “Old wood,” 12": a work of that name which this source cited in full."""
        short = _SHORT.match(text)
        if short is None:
            return None
        name, title = fold(short[1]), fold(short[2])
        own = [self.works[key] for key in self.own.get(source, ())]
        same = [w for w in own if name in _surnames(w) and fold(w.title or "").startswith(title)]
        return same[0] if len(same) == 1 else None


def is_ibid(note: Note) -> bool:
    """Does the note only point to the one before it?"""
    return bool(_IBID.match(_body(note)))


def is_op_cit(note: Note) -> bool:
    """Does the note point to a work that a note before it has named?"""
    text = _body(note)
    return bool(_OPCIT.search(text) or _SUPRA.search(text))


def _names_one_before(note: Note) -> bool:
    return is_ibid(note) or is_op_cit(note)


def _body(note: Note) -> str:
    """The note without its label."""
    return _LABEL.sub("", note.passage.text).strip()


def _surnames(work: Work) -> set[str]:
    """Last words of the names of a work's authors."""
    names = re.split(r",? and |,? & |; ", work.author or "")
    return {fold(name).split()[-1] for name in names if fold(name)} | {
        fold(name).split()[0] for name in names[:1] if ", " in name and fold(name)
    }


def _begins_in(title: str, text: str) -> bool:
    """Do the first words of a title stand in a short reference?"""
    return bool(title) and " ".join(title.split()[:2]) in text


def _figures(title: str) -> list[str]:
    """Figures in a title: "Report 2010" and "Report 2011" are two works."""
    return re.findall(r"\d+", title)


def _keys(work: Work) -> Iterator[str]:
    """What two mentions of one work share: the address, the DOI, title with outlet, itself."""
    if work.doi:
        yield f"doi:{work.doi}"
    if work.url:
        yield f"url:{bare_url(work.url)}"
    title = fold(work.title or work.text)
    if len(title) > _LONG:
        yield f"title:{title}|{fold(work.outlet or '')}"
    yield work.id


def _block(work: Work) -> tuple[str, str]:
    return (work.date or "")[:4], fold(work.author or "")


def _unresolved(note: Note, item: Segmented, remark: bool) -> Diagnostic:
    what = "names no work" if remark else "leads to no one work"
    return unresolved_reference(
        f"note {note.label} ({note.passage.text[:60]}) {what}",
        item.document.path,
        note.span,
        level=Level.NOTE if remark else Level.WARNING,
    )


def _orphans(item: Segmented) -> list[Diagnostic]:
    """Notes no marker points to, markers without a note."""
    marked = {(s.source, marker.label) for s in item.sentences for marker in s.markers}
    noted = {(note.source, note.label) for note in (*item.notes, *item.links)}
    told = [
        orphan_note(
            f"note {note.label} is cited by no marker in the text",
            item.document.path,
            note.span,
        )
        for note in item.notes
        if (note.source, note.label) not in marked
    ]
    with_notes = {note.source for note in item.notes} | numbered(item)
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


def numbered(item: Segmented) -> set[str]:
    """Sources whose text has the markers 1 and 2: they must have had notes once."""
    labels: dict[str, set[str]] = {}
    for sentence in item.sentences:
        for marker in sentence.markers:
            labels.setdefault(sentence.source, set()).add(marker.label)
    return {source for source, found in labels.items() if {"1", "2"} <= found}


class _Titles:
    """The sources of a corpus by what a reference names: address, title, publisher and day."""

    def __init__(self, sources: dict[str, Source]) -> None:
        self.urls: dict[str, str] = {}
        self.rows: list[tuple[str, str, str, str | None]] = []
        for key in sorted(sources):
            meta = sources[key].metadata
            if meta.url:
                self.urls.setdefault(bare_url(meta.url), key)
            publisher = fold(_plain(meta.publisher))
            self.rows.append((key, fold(meta.title or ""), publisher, meta.date))
        self.hosts: dict[str, list[str]] = {}
        for key, _, publisher, _ in self.rows:
            if len(publisher) >= _HOST:
                self.hosts.setdefault(publisher.replace(" ", ""), []).append(key)
        self.days: dict[str, list[tuple[str, str]]] = {}
        for key, _, publisher, date in self.rows:
            if date and len(publisher) > 5:
                self.days.setdefault(date, []).append((key, publisher))
        self.titles: dict[str, list[tuple[str, str]]] = {}
        for key, title, _, _ in self.rows:
            if len(title) > 14:
                self.titles.setdefault(" ".join(title.split()[:2]), []).append((key, title))

    def source_of(self, work: Work) -> str | None:
        """The corpus source that the work is: same address, same title, or outlet and day."""
        if work.url and (found := self.urls.get(bare_url(work.url))):
            return found
        if (host := _host(work.url)) and len(self.hosts.get(host, ())) == 1:
            return self.hosts[host][0]
        whole = fold(work.text)
        words = whole.split()
        for one, two in pairwise(words):
            for key, title in self.titles.get(f"{one} {two}", ()):
                if title in whole:
                    return key
        return next(
            (key for key, name in self.days.get(work.date or "", ()) if name in whole), None
        )


def _host(url: str | None) -> str:
    """The name in an address: "cleanrivers" of "https://www.cleanrivers.org/2021"."""
    name = host_of(url) if url else ""
    return name.split(".")[0].replace("-", "")


def _plain(publisher: str | None) -> str:
    """A publisher's name without what is said of it: "The Courier (local newspaper)"."""
    return (publisher or "").partition("(")[0].strip()
