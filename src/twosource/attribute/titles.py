"""Tell which source of the corpus a cited work is.

In:  sources, a work. Out: the id of the source with its address, its title, or its publisher
and day; None when it is none of them.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from twosource.attribute.hosts import host_of
from twosource.attribute.reference import bare_url
from twosource.model import Source, Work
from twosource.text import fold

_HOST: Final = 6  # letters of a publisher's name that an address can hold by no chance


class Titles:
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
        citing = {note.partition(":")[0] for note in work.notes}
        whole = fold(work.text)
        words = whole.split()
        for one, two in pairwise(words):
            for key, title in self.titles.get(f"{one} {two}", ()):
                if title in whole and {key} != citing:
                    return key
        days = self.days.get(work.date or "", ())
        return next((key for key, name in days if name in whole and {key} != citing), None)


def _host(url: str | None) -> str:
    """The name in an address: "cleanrivers" of "https://www.cleanrivers.org/2021"."""
    name = host_of(url) if url else ""
    return name.split(".")[0].replace("-", "")


def _plain(publisher: str | None) -> str:
    """A publisher's name without what is said of it: "The Courier (local newspaper)"."""
    return (publisher or "").partition("(")[0].strip()
