"""What is said of one fact, with the proof of its verdict, and the whole report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from twosource.model.assertions import Assertion
from twosource.model.documents import Document, Source
from twosource.model.kinds import Detail, Kind, Verdict
from twosource.model.origins import Alias, Origin, Tie, Work
from twosource.model.places import Diagnostic


@dataclass(frozen=True, slots=True)
class Link:
    """Why two assertions stand in one cluster: field -> (level, weight), and their sum."""

    left: str
    right: str
    weight: float
    fields: tuple[tuple[str, str, float], ...]


@dataclass(frozen=True, slots=True, order=True)
class Beside:
    """An assertion that is no member of a cluster, but bears on its verdict.

    Attributes:
        id: The assertion.
        member: The member it is set beside.
        how: "denied" (it denies the member's value), "planned" (it plans what the member
            tells) or "scope" (another part, place or group of the same).
        reason: What tells the two apart, in words.
    """

    id: str
    member: str
    how: str
    reason: str


@dataclass(frozen=True, slots=True)
class Point:
    """One time of a series: first and last day, None = not known; the members told of it."""

    first: str | None
    last: str | None
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cluster:
    """The assertions that fill one slot, and what they show together.

    `members` are sorted assertion ids; `origins` the distinct known roots; `conflicts`
    pairs of members that exclude each other, or of a member and what denies it; `why` a trace
    of plain JSON values; `beside` what bears on the verdict from outside; `series` the
    members by time when their values changed with time, the earliest first.
    """

    id: str
    statement: str
    kind: Kind
    members: tuple[str, ...]
    links: tuple[Link, ...] = ()
    verdict: Verdict = Verdict.SINGLE_CITATION
    detail: Detail = Detail.ONE_SOURCE
    rule: str = "CR201"
    origins: tuple[str, ...] = ()
    conflicts: tuple[tuple[str, str], ...] = ()
    why: tuple[dict[str, object], ...] = ()
    beside: tuple[Beside, ...] = ()
    series: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class Derivation:
    """A figure that others give by arithmetic.

    Attributes:
        kind: "sum", "rest", "share", "change", "step", "product", "span", "age" or
            "conversion".
        equation: As a reader would write it: "12 + 3 = 15".
        parts: Ids of the assertions it is made from. `result`: the one it gives.
    """

    id: str
    kind: str
    equation: str
    parts: tuple[str, ...]
    result: str


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a run found. `complete` is False when an input could not be used."""

    documents: tuple[Document, ...]
    sources: tuple[Source, ...]
    assertions: tuple[Assertion, ...]
    origins: tuple[Origin, ...]
    clusters: tuple[Cluster, ...]
    aliases: tuple[Alias, ...] = ()
    works: tuple[Work, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    origin_groups: tuple[tuple[str, str], ...] = ()
    complete: bool = True
    derivations: tuple[Derivation, ...] = ()
    ties: tuple[Tie, ...] = ()

    def to_frames(self) -> dict[str, list[dict[str, object]]]:
        """Flat tables of plain values: name -> rows; see `twosource.report.frames.COLUMNS`."""
        return _late("frames").to_frames(self)  # type: ignore[no-any-return]

    def to_pandas(self) -> dict[str, Any]:
        """The same as pandas.DataFrame; raises UsageError when pandas is not installed."""
        return _late("tabular").to_pandas(self)  # type: ignore[no-any-return]

    def to_polars(self) -> dict[str, Any]:
        """The same as polars.DataFrame; raises UsageError when Polars is not installed."""
        return _late("tabular").to_polars(self)  # type: ignore[no-any-return]

    def to_arrow(self) -> dict[str, Any]:
        """The same as pyarrow.Table; raises UsageError when pyarrow is not installed."""
        return _late("tabular").to_arrow(self)  # type: ignore[no-any-return]

    def _repr_html_(self) -> str:
        """What a notebook shows: the counts, then conflicts with their quotes."""
        return str(_late("notebook").notebook_html(self))

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        """The same for front ends that choose: HTML, or one line of text."""
        return {
            "text/html": self._repr_html_(),
            "text/plain": str(_late("notebook").notebook_text(self)),
        }


def _late(name: str) -> Any:
    """A module of the stage report, imported when a report is shown or handed on."""
    from importlib import import_module

    return import_module(f"twosource.report.{name}")
