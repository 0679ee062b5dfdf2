"""Group the sources that cannot count apart, and list all ties between sources.

In:  sources, segmented documents, works. Out: source id -> group for those of one author,
publisher, owner or site and for ties the manifest states; and every tie with its evidence,
also a source that cites the author of another one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from twosource.attribute.cues import find_cues
from twosource.attribute.hosts import host_of
from twosource.attribute.whois import core, person
from twosource.attribute.works import References
from twosource.lexicon import load
from twosource.model import Segmented, Sentence, Source, Span, Tie
from twosource.text import fold

_GROUPING = ("author", "publisher", "owner", "site", "stated")


def origin_groups(sources: Sequence[Source]) -> dict[str, str]:
    """Return source id -> group id; a group is named by its first source."""
    parent = {source.id: source.id for source in sources}

    def root(name: str) -> str:
        while parent[name] != name:
            name = parent[name]
        return name

    for tie in _stated(sources):
        low, high = sorted((root(tie.source), root(tie.other)))
        parent[high] = low
    return {name: root(name) for name in parent}


def find_ties(
    sources: Sequence[Source], segmented: Sequence[Segmented], references: References
) -> tuple[Tie, ...]:
    """List all ties, in order."""
    cited = [*_works(sources, segmented, references), *_speakers(sources, segmented)]
    first = {(tie.source, tie.other, tie.kind, tie.span): tie for tie in reversed(cited)}
    return tuple(sorted([*_stated(sources), *first.values()], key=in_order))


def in_order(tie: Tie) -> tuple[str, str, str, Span, str]:
    """The key by which ties are listed."""
    return tie.source, tie.other, tie.kind, tie.span or Span(0, 0), tie.evidence


def _stated(sources: Sequence[Source]) -> Iterator[Tie]:
    """Ties that metadata or the manifest states; each joins two sources to one group."""
    known = {source.id for source in sources}
    holders: dict[tuple[str, str], list[str]] = {}
    said: dict[tuple[str, str], str] = {}
    for source in sorted(sources, key=lambda item: item.id):
        for field, written in _fields(source):
            key = (field, _body(written))
            if key[1] and source.id not in holders.setdefault(key, []):
                holders[key].append(source.id)
                said.setdefault(key, written)
        for other in (*source.same_as, *source.derived_from):
            if other in known:
                yield Tie(source.id, other, "stated", "the manifest says so")
    for (field, name), ids in sorted(holders.items()):
        for one, two in pairwise(ids):
            yield Tie(two, one, field, f"both: {said[field, name]}")


def _fields(source: Source) -> Iterator[tuple[str, str]]:
    meta = source.metadata
    yield "author", meta.author or ""
    yield "publisher", meta.publisher or ""
    yield "publisher", meta.owner or ""
    if not meta.publisher:
        yield "site", _site(meta.url)


def _site(url: str | None) -> str:
    """The host of an address; "" for hosts that everybody publishes on."""
    host = host_of(url) if url else ""
    shared = any(host == name or host.endswith(f".{name}") for name in load("sites")["shared"])
    return "" if shared else host


def _body(name: str) -> str:
    """A name without what stands in brackets behind it."""
    return fold(name.split("(")[0])


def _authors(sources: Sequence[Source]) -> dict[str, list[Source]]:
    """Core of a full name -> the sources its bearer wrote."""
    found: dict[str, list[Source]] = {}
    for source in sources:
        name = core(source.metadata.author or "")
        if len(name.split()) > 1:
            found.setdefault(name, []).append(source)
    return found


def _works(
    sources: Sequence[Source], segmented: Sequence[Segmented], references: References
) -> Iterator[Tie]:
    """A note that names a source, or a work by the author of one."""
    authors = _authors(sources)
    works = {work.id: work for work in references.works}
    for item in segmented:
        for note in item.notes:
            work = works.get(references.of.get((note.source, note.label), ""))
            if work is None:
                continue
            place = (item.document.path, note.span)
            if work.source and work.source != note.source:
                words = f"note {note.label} cites it"
                yield Tie(note.source, work.source, "cites", words, *place)
            for other in authors.get(core(work.author or ""), ()):
                if other.id not in {note.source, work.source}:
                    words = f"note {note.label} cites {work.author}, who wrote it"
                    yield Tie(note.source, other.id, "cites-author", words, *place)


def _speakers(sources: Sequence[Source], segmented: Sequence[Segmented]) -> Iterator[Tie]:
    """Words put down to the author of another source."""
    authors = _authors(sources)
    last = {name.split()[-1] for name in authors}
    own = {source.id: core(source.metadata.author or "") for source in sources}
    for item in segmented:
        for sentence in item.sentences:
            if last and last & set(fold(sentence.text[:500]).split()):
                yield from _said_in(sentence, item.document.path, authors, own)


def _said_in(
    sentence: Sentence,
    document: str,
    authors: Mapping[str, Sequence[Source]],
    own: Mapping[str, str],
) -> Iterator[Tie]:
    for cue in find_cues(sentence.text):
        name = core(person(cue.speaker or ""))
        if name == own.get(sentence.source):
            continue
        for other in authors.get(name, ()):
            if other.id != sentence.source:
                span = sentence.passage.span(*cue.place)
                words = f"{cue.speaker} {cue.words}: its author"
                yield Tie(sentence.source, other.id, "cites-author", words, document, span)
