"""Where assertions come from: origins, works, ties between sources, other names."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.model.kinds import OriginKind
from twosource.model.places import Span


@dataclass(frozen=True, slots=True, order=True)
class Step:
    """One link of a chain of sources: `source` has it from `to`, as `span` shows.

    `to` is the id of a source of the corpus, or of the origin the chain ends in; `why` the
    rule in words; `document` the path `span` counts in, the words or note that show it.
    """

    source: str
    to: str
    why: str
    document: str
    span: Span


@dataclass(frozen=True, slots=True)
class Origin:
    """The root of a chain. `evidence` is human-readable; `steps` are the links to it."""

    id: str
    kind: OriginKind
    label: str
    evidence: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Tie:
    """Two sources that are not strangers: `source` and `other`, by `kind`.

    `kind`: "author", "publisher", "owner", "site", "stated" (the manifest), "cites-author"
    (`source` cites or quotes the author of `other`), "cites" (it cites `other` itself),
    "copies" (sentences of `other` stand in it), "slips" (they alone share misspelt words).
    `evidence` says it in words; `document` and `span` where, None when it is metadata.
    """

    source: str
    other: str
    kind: str
    evidence: str
    document: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Work:
    """A cited publication. None = not stated in the note.

    `notes` are "source:label" of the notes that lead to it; `source` the id of the
    corpus source it is, when it is one.
    """

    id: str
    text: str
    author: str | None = None
    title: str | None = None
    outlet: str | None = None
    date: str | None = None
    url: str | None = None
    notes: tuple[str, ...] = ()
    source: str | None = None
    doi: str | None = None


@dataclass(frozen=True, slots=True)
class Alias:
    """Two names of one entity, with the rule that joined them and the words that state it."""

    name: str
    canonical: str
    rule: str
    evidence: str
    document: str | None = None
    span: Span | None = None
