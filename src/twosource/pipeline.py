"""The whole run: read -> segment -> extract -> attribute -> match -> judge -> report.

In:  paths or a manifest. Out: a `Report`. Nothing here prints, writes or exits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from os import PathLike, fspath
from pathlib import Path

from twosource.attribute import attribute, list_ties
from twosource.attribute.citations import Citation, Concentration, concentration, read_citations
from twosource.attribute.echoes import follow_echoes
from twosource.attribute.origins import Attributed
from twosource.extract.assertions import all_values, extract
from twosource.extract.entities import Entities, find_entities
from twosource.extract.refused import refused_values
from twosource.extract.unclear import unclear_values
from twosource.identity import name_assertions
from twosource.judge import judge
from twosource.judge.arithmetic import derive, find_misfits
from twosource.manifest import Manifest
from twosource.match import match
from twosource.match.semantic import Encoder, load_encoder
from twosource.match.subjects import by_subject, documents_by_subject
from twosource.model import (
    Assertion,
    Cluster,
    DateValue,
    Derivation,
    Diagnostic,
    Document,
    Level,
    Origin,
    Quantity,
    Report,
    Segmented,
    Source,
    Span,
    Tie,
)
from twosource.read import read_documents
from twosource.remarks import remarks
from twosource.segment import segment
from twosource.segment.told import with_days
from twosource.settings import Settings

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class ValueRow:
    """A value read, with its place; `text` is the document's own characters."""

    document: str
    source: str
    span: Span
    text: str
    value: Quantity | DateValue
    sentence: Span


@dataclass(frozen=True, slots=True)
class Listed:
    """The notes of a corpus: rows, one count a source, and the texts they stand in, by path."""

    citations: tuple[Citation, ...]
    counts: tuple[Concentration, ...]
    texts: Mapping[str, str]
    diagnostics: tuple[Diagnostic, ...]
    ties: tuple[Tie, ...] = ()


@dataclass(frozen=True, slots=True)
class _Subject:
    """The documents about one thing, and the names in them."""

    segmented: tuple[Segmented, ...]
    entities: Entities


@dataclass(frozen=True, slots=True)
class _Corpus:
    documents: tuple[Document, ...]
    subjects: tuple[_Subject, ...]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def segmented(self) -> tuple[Segmented, ...]:
        """All documents, as they were read."""
        place = self.places()
        found = [item for subject in self.subjects for item in subject.segmented]
        return tuple(sorted(found, key=lambda item: place[item.document.path]))

    def places(self) -> dict[str, int]:
        """Path -> its place among the documents."""
        return {document.path: index for index, document in enumerate(self.documents)}

    def canonical(self, name: str) -> str:
        """The canonical name, by the first subject that knows it."""
        found = (subject.entities.canonical(name) for subject in self.subjects)
        return next((known for known in found if known != name), name)


def corroborate(
    paths: Sequence[str | PathLike[str]],
    *,
    manifest: Manifest | None = None,
    settings: Settings | None = None,
    encoding: str | None = None,
    stdin: Callable[[], bytes] | None = None,
    stdin_name: str = "-",
    progress: Progress | None = None,
) -> Report:
    """Read sources, compare what they say, and report.

    Args:
        paths: Files, folders, quoted globs, or "-".
        manifest: A loaded manifest; its sources are read besides `paths`.
        settings: Limits and exclusions; defaults when None.
        encoding: Encoding of files that are not UTF-8 and state none.
        stdin: Gives the bytes for "-".
        stdin_name: Name to show for them; its extension tells the format.
        progress: Called as (stage, done, total).

    Returns:
        The report; `complete` is False when an input could not be used.
    """
    return _run(paths, manifest, settings, encoding, stdin, stdin_name, progress, clusters=True)


def extract_assertions(
    paths: Sequence[str | PathLike[str]],
    *,
    manifest: Manifest | None = None,
    settings: Settings | None = None,
    encoding: str | None = None,
    stdin: Callable[[], bytes] | None = None,
    stdin_name: str = "-",
    progress: Progress | None = None,
) -> Report:
    """Do the same up to attribution: a report without clusters."""
    return _run(paths, manifest, settings, encoding, stdin, stdin_name, progress, clusters=False)


def read_all_values(
    paths: Sequence[str | PathLike[str]],
    *,
    manifest: Manifest | None = None,
    settings: Settings | None = None,
    encoding: str | None = None,
    stdin: Callable[[], bytes] | None = None,
    stdin_name: str = "-",
    progress: Progress | None = None,
) -> tuple[tuple[ValueRow, ...], tuple[Diagnostic, ...]]:
    """Read every value of the documents, whether it fills a slot or not."""
    corpus = _corpus(paths, manifest, settings, encoding, stdin, stdin_name, progress or _silent)
    rows = tuple(_rows(corpus))
    return rows, corpus.diagnostics


def list_citations(
    paths: Sequence[str | PathLike[str]],
    *,
    manifest: Manifest | None = None,
    settings: Settings | None = None,
    encoding: str | None = None,
    stdin: Callable[[], bytes] | None = None,
) -> Listed:
    """List every note with the work it leads to. Arguments as for `corroborate`."""
    corpus = _corpus(paths, manifest, settings, encoding, stdin, "-", _silent)
    rows = read_citations(corpus.segmented)
    texts = {item.document.path: item.document.text for item in corpus.segmented}
    ties = list_ties(corpus.segmented)
    return Listed(rows, concentration(rows), texts, corpus.diagnostics, ties)


def _rows(corpus: _Corpus) -> Iterator[ValueRow]:
    place = corpus.places()
    found = [row for part in corpus.subjects for row in all_values(part.segmented, part.entities)]
    for item, source, sentence, value in sorted(found, key=lambda row: place[row[0].document.path]):
        span = sentence.passage.span(value.start, value.end)
        text = item.document.text[span.start : span.end]
        yield ValueRow(item.document.path, source.id, span, text, value.value, sentence.span)


def _silent(stage: str, done: int, total: int) -> None:
    del stage, done, total


def _corpus(
    paths: Sequence[str | PathLike[str]],
    manifest: Manifest | None,
    settings: Settings | None,
    encoding: str | None,
    stdin: Callable[[], bytes] | None,
    stdin_name: str,
    progress: Progress,
) -> _Corpus:
    read = read_documents(
        [fspath(path) for path in paths],
        entries=manifest.entries if manifest else (),
        root=Path(manifest.path).parent if manifest else None,
        encoding=encoding,
        stdin=stdin,
        stdin_name=stdin_name,
        exclude=settings.exclude if settings else (),
    )
    segmented = []
    for done, document in enumerate(read.documents, start=1):
        segmented.append(segment(document))
        progress("segment", done, len(read.documents))
    aliases = manifest.aliases if manifest else ()
    parts = [with_days(part) for part in documents_by_subject(segmented)]
    subjects = tuple(_Subject(part, find_entities(part, aliases)) for part in parts)
    corpus = _Corpus(read.documents, subjects, ())
    notes = [note for item in corpus.segmented for note in item.diagnostics]
    notes += refused_values(corpus.segmented)
    notes += unclear_values(corpus.segmented)
    notes += remarks(manifest) if manifest else ()
    return replace(corpus, diagnostics=(*read.diagnostics, *notes))


def _run(
    paths: Sequence[str | PathLike[str]],
    manifest: Manifest | None,
    settings: Settings | None,
    encoding: str | None,
    stdin: Callable[[], bytes] | None,
    stdin_name: str,
    progress: Progress | None,
    *,
    clusters: bool,
) -> Report:
    told = progress or _silent
    corpus = _corpus(paths, manifest, settings, encoding, stdin, stdin_name, told)
    told("extract", 0, 1)
    unplaced: list[Diagnostic] = []
    found = _extracted(corpus, unplaced)
    attributed = attribute(found, corpus.segmented, names=corpus.canonical)
    assertions = name_assertions(attributed.assertions)
    sources = _sources(corpus.segmented)
    told("match", 0, 1)
    joined = _joined(assertions, sources, attributed, settings, clusters=clusters)
    diagnostics = (*corpus.diagnostics, *unplaced, *attributed.diagnostics, *joined.misfits)
    return Report(
        documents=corpus.documents,
        sources=sources,
        assertions=joined.assertions,
        origins=joined.origins,
        clusters=joined.clusters,
        aliases=tuple(dict.fromkeys(a for part in corpus.subjects for a in part.entities.aliases)),
        works=attributed.works,
        diagnostics=diagnostics,
        origin_groups=attributed.groups,
        complete=not any(item.level is Level.ERROR for item in diagnostics),
        derivations=joined.derivations,
        ties=attributed.ties,
    )


@dataclass(frozen=True, slots=True)
class _Joined:
    """What is known once assertions are joined and judged."""

    assertions: tuple[Assertion, ...]
    origins: tuple[Origin, ...]
    clusters: tuple[Cluster, ...]
    derivations: tuple[Derivation, ...]
    misfits: tuple[Diagnostic, ...]


def _joined(
    assertions: tuple[Assertion, ...],
    sources: tuple[Source, ...],
    attributed: Attributed,
    settings: Settings | None,
    *,
    clusters: bool,
) -> _Joined:
    """Join, follow echoes, calculate, judge; nothing is joined without `clusters`."""
    matched = match(assertions, sources, encode=_encoder(settings)) if clusters else ()
    assertions, origins = follow_echoes(
        matched, assertions, attributed.origins, sources, dict(attributed.groups)
    )
    derivations = _derived(assertions) if clusters else ()
    documents = {source.id: source.document for source in sources}
    return _Joined(
        assertions,
        origins,
        judge(matched, assertions, origins, sources, derivations),
        derivations,
        find_misfits(assertions, documents) if clusters else (),
    )


def _extracted(corpus: _Corpus, notes: list[Diagnostic]) -> tuple[Assertion, ...]:
    """The assertions of all subjects, documents in order."""
    place = {s.id: i for i, s in enumerate(_sources(corpus.segmented))}
    found = [
        item for part in corpus.subjects for item in extract(part.segmented, part.entities, notes)
    ]
    return tuple(sorted(found, key=lambda item: place[item.source]))


def _derived(assertions: Sequence[Assertion]) -> tuple[Derivation, ...]:
    """What follows from the figures of one subject, sorted by id."""
    found = [row for told in by_subject(assertions) for row in derive(told)]
    return tuple(sorted(found, key=lambda row: row.id))


def _encoder(settings: Settings | None) -> Encoder | None:
    """The sentence model that the settings name, its folder relative to their file."""
    if settings is None or settings.semantic_model is None:
        return None
    return load_encoder(Path(settings.origin or "").parent / settings.semantic_model)


def _sources(segmented: Sequence[Segmented]) -> tuple[Source, ...]:
    return tuple(source for item in segmented for source in item.sources)
