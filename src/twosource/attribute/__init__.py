"""The stage attribute: who says so, which work it rests on, who copied whom.

In:  assertions, segmented documents, a function that resolves names. Out: assertions with
attribution and origin, origins, works, groups of sources that count as one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from twosource.attribute.attributions import attributed
from twosource.attribute.described import Described
from twosource.attribute.mentions import Mentions
from twosource.attribute.origins import Attributed, count_roots, walk
from twosource.attribute.owed import owed_ties
from twosource.attribute.reuse import Place, find_copies
from twosource.attribute.slips import Evidence, find_slips
from twosource.attribute.ties import find_ties, in_order, origin_groups
from twosource.attribute.works import References, read_works
from twosource.model import Assertion, Segmented, Tie

__all__ = ["Attributed", "attribute", "count_roots", "list_ties"]


def attribute(
    assertions: Sequence[Assertion],
    segmented: Sequence[Segmented],
    *,
    names: Callable[[str], str] = str,
) -> Attributed:
    """Give every assertion its attribution and the root it goes back to."""
    references = read_works(segmented)
    said = attributed(assertions, segmented, references.of)
    sources = [source for item in segmented for source in item.sources]
    groups = origin_groups(sources)
    slips = find_slips(segmented)
    copies, mentions = find_copies(segmented, slips), Mentions(sources, segmented)
    ties = _ties(segmented, references, copies, slips)
    described = Described(sources, segmented)
    return walk(said, sources, groups, references, copies, names, mentions, described, ties)


def list_ties(segmented: Sequence[Segmented]) -> tuple[Tie, ...]:
    """Every tie between the sources of a corpus, with what shows it."""
    slips = find_slips(segmented)
    return _ties(segmented, read_works(segmented), find_copies(segmented, slips), slips)


def _ties(
    segmented: Sequence[Segmented],
    references: References,
    copies: Mapping[Place, Place],
    slips: Mapping[tuple[str, str], Evidence],
) -> tuple[Tie, ...]:
    sources = [source for item in segmented for source in item.sources]
    found = (*find_ties(sources, segmented, references), *owed_ties(segmented, copies, slips))
    return tuple(sorted(found, key=in_order))
