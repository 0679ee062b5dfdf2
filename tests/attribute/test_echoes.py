"""Echoes: what a source took over once, it is taken to have taken over again."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from twosource.attribute.echoes import follow_echoes
from twosource.model import (
    Assertion,
    Attribution,
    Basis,
    Cluster,
    Interval,
    Kind,
    Metadata,
    Modality,
    Origin,
    OriginKind,
    Quantity,
    Scope,
    Slot,
    Source,
    Span,
)

VALUE = Quantity(
    Decimal(1), Decimal(1), "1", None, None, Decimal(0), Interval(Decimal(1), Decimal(1))
)


def said(number: int, source: str, origin: str) -> Assertion:
    """A figure of one source, with the origin traced so far."""
    return Assertion(
        id=f"a-{source}-{number}",
        source=source,
        kind=Kind.QUANTITY,
        span=Span(0, 1),
        text="1",
        sentence=Span(0, 1),
        quote="1",
        plain="1",
        value=VALUE,
        slot=Slot(subject=None, attribute="", scope=Scope()),
        modality=Modality.ASSERTED,
        index=number,
        origin=origin,
    )


def source(name: str, date: str | None) -> Source:
    """A source of a known day."""
    return Source(name, f"{name}.txt", Span(0, 1), Metadata(date=date), Basis.STATED)


def run(
    traced: int, own: int, dates: tuple[str | None, str | None], *, notes: bool = False
) -> list[str]:
    """Origins of the echo's own figures, after `traced` figures were followed to the release."""
    origins = [Origin(f"own:{s}", OriginKind.OWN, s, ()) for s in ("release", "echo")]
    items: list[Assertion] = []
    clusters = []
    for number in range(traced + own):
        pair = [
            said(number, "release", "own:release"),
            said(number, "echo", "own:release" if number < traced else "own:echo"),
        ]
        items += pair
        ids = tuple(item.id for item in pair)
        clusters.append(Cluster(f"c-{number}", "", Kind.QUANTITY, ids, ()))
    if notes:
        noted = Attribution(None, None, ("work:1",))
        items = [replace(i, attribution=noted) if i.origin == "own:release" else i for i in items]
    sources = [source("release", dates[0]), source("echo", dates[1])]
    found, _ = follow_echoes(clusters, items, origins, sources, {})
    return [item.origin for item in found if item.source == "echo" and item.index >= traced]


@pytest.mark.parametrize(
    ("traced", "own", "dates", "followed"),
    [
        (3, 2, ("2020-01-01", "2020-01-02"), True),
        (3, 2, ("2020-01-01", None), True),
        (2, 1, ("2020-01-01", "2020-01-02"), False),  # too few to tell
        (3, 4, ("2020-01-01", "2020-01-02"), False),  # most is its own
        (3, 2, ("2020-01-03", "2020-01-02"), False),  # it came first
    ],
)
def test_echoes(
    traced: int, own: int, dates: tuple[str | None, str | None], followed: bool
) -> None:
    """Followed only when most was traced already, from a source that is not later."""
    assert set(run(traced, own, dates)) == {"own:release" if followed else "own:echo"}


def test_who_gives_notes_echoes_nobody() -> None:
    """A text with notes says with each sentence where it is from."""
    assert set(run(3, 2, ("2020-01-01", "2020-01-02"), notes=True)) == {"own:echo"}


def test_a_figure_the_other_never_gave_stays() -> None:
    """What the echo alone states is its own."""
    alone = replace(said(9, "echo", "own:echo"), id="a-alone")
    origins = [Origin(f"own:{s}", OriginKind.OWN, s, ()) for s in ("release", "echo")]
    cluster = Cluster("c-9", "", Kind.QUANTITY, (alone.id,), ())
    found, _ = follow_echoes([cluster], [alone], origins, [source("echo", None)], {})
    assert found[0].origin == "own:echo"
