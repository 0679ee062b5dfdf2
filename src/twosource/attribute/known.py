"""Works that notes have named so far, and the ways to find one again.

In:  works as read, names in short references. Out: the one work meant, equal ones merged.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from rapidfuzz import fuzz

from twosource.attribute.reference import SIGNAL, bare_url
from twosource.model import Work
from twosource.text import fold

_SHORT: Final = re.compile(
    r"^([A-Z][\w’'-]{1,30}), [“\"‘]?([^“”\",]{4,80})[,.]?[”\"’]?(?:,? (?:pp?\. ?)?[\d–-]{1,9})?\.?$"
)
_DATED: Final = re.compile(
    r"^([A-Z][\w’'-]{1,30})(?: et al\.?| (?:and|&) [A-Z][\w’'-]{1,30})?,? \(?((?:1[5-9]|20)\d\d)[a-z]?\)?"
    r"(?:[,:] ?(?:at |pp?\. ?)?\d{1,4}(?:[-–]\d{1,4})?)?\.?$"
)
_PAGED: Final = re.compile(
    r"^([A-Z][\w’'-]{1,30}),? (?:at |pp?\. ?|pages? )\d{1,4}(?:[-–]\d{1,4})?\.?$"
)
_TYPO: Final = 94  # of 100: how like two long titles of one year and author must be
_LONG: Final = 20  # letters of a title that can stand for its work


class Known:
    """Works so far, and the ways to find one again."""

    def __init__(self) -> None:
        self.works: dict[str, Work] = {}
        self.of: dict[tuple[str, str], str] = {}
        self.also: dict[tuple[str, str], list[str]] = {}
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

    def named_before(self, text: str, source: str) -> tuple[Work, ...]:
        """The one work of that author which the notes of this source have named."""
        names = fold(SIGNAL.sub("", text)).replace(",", " ").split()
        own = [self.works[key] for key in self.own.get(source, ())]
        same = [work for work in own if _surnames(work) & set(names)]
        if len(same) > 1:
            title = " ".join(names)
            same = [work for work in same if _begins_in(fold(work.title or ""), title)]
        return (same[0],) if len(same) == 1 else ()

    @staticmethod
    def is_short(text: str) -> bool:
        """Has a text the form of a name with a year or a page?"""
        return bool(_DATED.match(text) or _PAGED.match(text))

    def short(self, text: str, source: str) -> Work | None:
        """ "Brenner, “Old wood,” 12", "Brenner 1960, 12", "Brenner, p. 12": a work of that name
        which this source cited in full."""
        if (dated := _DATED.match(text)) is not None:
            return self._one(source, dated[1], lambda work: (work.date or "")[:4] == dated[2])
        if (paged := _PAGED.match(text)) is not None:
            return self._one(source, paged[1], lambda _: True)
        if (short := _SHORT.match(text)) is None:
            return None
        title = fold(short[2])
        return self._one(source, short[1], lambda work: fold(work.title or "").startswith(title))

    def _one(self, source: str, name: str, fits: Callable[[Work], bool]) -> Work | None:
        """The only work of a surname that a source has cited and that fits."""
        own = [self.works[key] for key in self.own.get(source, ())]
        same = [work for work in own if fold(name) in _surnames(work) and fits(work)]
        return same[0] if len(same) == 1 else None


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
