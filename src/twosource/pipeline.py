"""The whole run: read -> segment -> extract -> attribute -> match -> judge -> report.

In:  paths or a manifest. Out: a `Report`. Nothing here prints, writes or exits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from os import PathLike
from pathlib import Path

from twosource.attribute import attribute, list_ties
from twosource.attribute.citations import Citation, Concentration, concentration, read_citations
from twosource.attribute.echoes import follow_echoes
from twosource.attribute.origins import Attributed
from twosource.extract.assertions import extract
from twosource.extract.framed import all_values
from twosource.gather import Asked, Corpus, Progress, gather, silent
from twosource.identity import name_assertions
from twosource.judge import judge
from twosource.judge.arithmetic import derive, find_misfits
from twosource.judge.misquotes import find_misquotes
from twosource.manifest import Manifest
from twosource.match import match
from twosource.match.semantic import Encoder, load_encoder
from twosource.match.subjects import by_subject
from twosource.model import (
    Assertion,
    Cluster,
    DateValue,
    Derivation,
    Diagnostic,
    Level,
    Origin,
    Quantity,
    Report,
    Source,
    Span,
    Tie,
)
from twosource.settings import Settings


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
    asked = Asked(paths, manifest, settings, encoding, stdin, stdin_name, progress or silent)
    return _run(asked, clusters=True)


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
    asked = Asked(paths, manifest, settings, encoding, stdin, stdin_name, progress or silent)
    return _run(asked, clusters=False)


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
    asked = Asked(paths, manifest, settings, encoding, stdin, stdin_name, progress or silent)
    corpus = gather(asked)
    return tuple(_rows(corpus)), corpus.diagnostics


def list_citations(
    paths: Sequence[str | PathLike[str]],
    *,
    manifest: Manifest | None = None,
    settings: Settings | None = None,
    encoding: str | None = None,
    stdin: Callable[[], bytes] | None = None,
) -> Listed:
    """List every note with the work it leads to. Arguments as for `corroborate`."""
    corpus = gather(Asked(paths, manifest, settings, encoding, stdin))
    rows = read_citations(corpus.segmented)
    texts = {item.document.path: item.document.text for item in corpus.segmented}
    ties = list_ties(corpus.segmented)
    return Listed(rows, concentration(rows), texts, corpus.diagnostics, ties)


def _rows(corpus: Corpus) -> Iterator[ValueRow]:
    place = corpus.places()
    found = [row for part in corpus.subjects for row in all_values(part.segmented, part.entities)]
    for item, source, sentence, value in sorted(found, key=lambda row: place[row[0].document.path]):
        span = sentence.passage.span(value.start, value.end)
        text = item.document.text[span.start : span.end]
        yield ValueRow(item.document.path, source.id, span, text, value.value, sentence.span)


def _run(asked: Asked, *, clusters: bool) -> Report:
    corpus = gather(asked)
    asked.progress("extract", 0, 1)
    unplaced: list[Diagnostic] = []
    found = _extracted(corpus, unplaced)
    attributed = attribute(found, corpus.segmented, names=corpus.canonical)
    asked.progress("match", 0, 1)
    joined = _joined(attributed, corpus.sources, asked.settings, clusters=clusters)
    return _report(
        corpus,
        attributed,
        joined,
        (*corpus.diagnostics, *unplaced, *attributed.diagnostics, *joined.misfits),
    )


@dataclass(frozen=True, slots=True)
class _Joined:
    """What is known once assertions are joined and judged."""

    assertions: tuple[Assertion, ...]
    origins: tuple[Origin, ...]
    clusters: tuple[Cluster, ...]
    derivations: tuple[Derivation, ...]
    misfits: tuple[Diagnostic, ...]


def _report(
    corpus: Corpus, attributed: Attributed, joined: _Joined, diagnostics: tuple[Diagnostic, ...]
) -> Report:
    """Put together what the stages found; complete unless one of them met an error."""
    return Report(
        documents=corpus.documents,
        sources=corpus.sources,
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


def _joined(
    attributed: Attributed,
    sources: tuple[Source, ...],
    settings: Settings | None,
    *,
    clusters: bool,
) -> _Joined:
    """Join, follow echoes, calculate, judge; nothing is joined without `clusters`."""
    assertions = name_assertions(attributed.assertions)
    matched = match(assertions, sources, encode=_encoder(settings)) if clusters else ()
    assertions, origins = follow_echoes(
        matched, assertions, attributed.origins, sources, dict(attributed.groups)
    )
    derivations = _derived(assertions) if clusters else ()
    documents = {source.id: source.document for source in sources}
    judged = judge(matched, assertions, origins, sources, derivations)
    misfits = find_misfits(assertions, documents) if clusters else ()
    misquotes = find_misquotes(judged, assertions, dict(attributed.groups), documents)
    return _Joined(assertions, origins, judged, derivations, (*misfits, *misquotes))


def _extracted(corpus: Corpus, notes: list[Diagnostic]) -> tuple[Assertion, ...]:
    """The assertions of all subjects, documents in order."""
    place = {s.id: i for i, s in enumerate(corpus.sources)}
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
