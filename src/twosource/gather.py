"""Read what is asked for, cut it into sources, and part it by subject.

In:  paths, a manifest, settings. Out: a `Corpus`: documents, their subjects with the names in
them, and what was noticed on the way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from os import PathLike, fspath
from pathlib import Path

from twosource.extract.entities import Entities, find_entities
from twosource.extract.refused import refused_values
from twosource.extract.unclear import unclear_values
from twosource.manifest import Manifest
from twosource.match.subjects import documents_by_subject
from twosource.model import Diagnostic, Document, Segmented, Source
from twosource.read import ReadResult, read_documents
from twosource.remarks import remarks
from twosource.segment import segment
from twosource.segment.told import with_days
from twosource.settings import Settings

Progress = Callable[[str, int, int], None]


def silent(stage: str, done: int, total: int) -> None:
    """Show no progress."""
    del stage, done, total


@dataclass(frozen=True, slots=True)
class Asked:
    """What a run is asked to read, and how; as the arguments of `pipeline.corroborate`."""

    paths: Sequence[str | PathLike[str]]
    manifest: Manifest | None = None
    settings: Settings | None = None
    encoding: str | None = None
    stdin: Callable[[], bytes] | None = None
    stdin_name: str = "-"
    progress: Progress = silent


@dataclass(frozen=True, slots=True)
class Subject:
    """The documents about one thing, and the names in them."""

    segmented: tuple[Segmented, ...]
    entities: Entities


@dataclass(frozen=True, slots=True)
class Corpus:
    """All documents, by subject, with the diagnostics of reading and cutting them."""

    documents: tuple[Document, ...]
    subjects: tuple[Subject, ...]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def segmented(self) -> tuple[Segmented, ...]:
        """All documents, as they were read."""
        place = self.places()
        found = [item for subject in self.subjects for item in subject.segmented]
        return tuple(sorted(found, key=lambda item: place[item.document.path]))

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources of all documents, in their order."""
        return tuple(source for item in self.segmented for source in item.sources)

    def places(self) -> dict[str, int]:
        """Path -> its place among the documents."""
        return {document.path: index for index, document in enumerate(self.documents)}

    def canonical(self, name: str) -> str:
        """The canonical name, by the first subject that knows it."""
        found = (subject.entities.canonical(name) for subject in self.subjects)
        return next((known for known in found if known != name), name)


def gather(asked: Asked) -> Corpus:
    """Read and cut all documents; what could not be used is in the diagnostics."""
    read = _read(asked)
    segmented = tuple(_segmented(read.documents, asked.progress))
    aliases = asked.manifest.aliases if asked.manifest else ()
    parts = [with_days(part) for part in documents_by_subject(segmented)]
    subjects = tuple(Subject(part, find_entities(part, aliases)) for part in parts)
    notes = _notes(Corpus(read.documents, subjects, ()).segmented, asked.manifest)
    return Corpus(read.documents, subjects, (*read.diagnostics, *notes))


def _read(asked: Asked) -> ReadResult:
    manifest, settings = asked.manifest, asked.settings
    return read_documents(
        [fspath(path) for path in asked.paths],
        entries=manifest.entries if manifest else (),
        root=Path(manifest.path).parent if manifest else None,
        encoding=asked.encoding,
        stdin=asked.stdin,
        stdin_name=asked.stdin_name,
        exclude=settings.exclude if settings else (),
    )


def _segmented(documents: Sequence[Document], progress: Progress) -> Iterator[Segmented]:
    for done, document in enumerate(documents, start=1):
        yield segment(document)
        progress("segment", done, len(documents))


def _notes(segmented: Sequence[Segmented], manifest: Manifest | None) -> Iterator[Diagnostic]:
    for item in segmented:
        yield from item.diagnostics
    yield from refused_values(segmented)
    yield from unclear_values(segmented)
    if manifest:
        yield from remarks(manifest)
