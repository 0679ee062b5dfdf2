"""The stage attribute: who says so, which work it rests on, who copied whom.

In:  assertions, segmented documents, a function that resolves names. Out: assertions with
attribution and origin, origins, works, groups of sources that count as one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from twosource.attribute.attributions import attributed
from twosource.attribute.mentions import Mentions
from twosource.attribute.origins import Attributed, count_roots, walk
from twosource.attribute.reuse import find_copies
from twosource.attribute.ties import find_ties, origin_groups
from twosource.attribute.works import read_works
from twosource.model import Assertion, Segmented

__all__ = ["Attributed", "attribute", "count_roots"]


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
    ties = find_ties(sources, segmented, references)
    copies, mentions = find_copies(segmented), Mentions(sources, segmented)
    return walk(said, sources, groups, references, copies, names, mentions, ties)
