"""The stage attribute: who says so, which work it rests on, who copied whom.

In:  assertions, segmented documents, a function that resolves names. Out: assertions with
attribution and origin, origins, works, groups of sources that count as one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from twosource.attribute.attributions import attributed
from twosource.attribute.bodies import Bodies
from twosource.attribute.corpus import Corpus
from twosource.attribute.credited import with_credits
from twosource.attribute.mentions import Mentions
from twosource.attribute.origins import Attributed, count_roots, walk
from twosource.attribute.owed import owed_ties
from twosource.attribute.posting import Posts
from twosource.attribute.reuse import Place, find_copies
from twosource.attribute.slips import Evidence, find_slips
from twosource.attribute.sourceindex import SourceIndex
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
    index = SourceIndex(segmented)
    references = read_works(segmented, index)
    said = attributed(assertions, segmented, references.of)
    slips = find_slips(segmented)
    copies = find_copies(segmented, slips)
    ties = _ties(segmented, references, copies, slips)
    corpus = _corpus(said, segmented, references, copies, names, index)
    return walk(said, with_credits(corpus), references, ties)


def _corpus(
    said: Sequence[Assertion],
    segmented: Sequence[Segmented],
    references: References,
    copies: Mapping[Place, Place],
    names: Callable[[str], str],
    index: SourceIndex,
) -> Corpus:
    sources = [source for item in segmented for source in item.sources]
    groups = origin_groups(sources)
    works = {work.id: work for work in references.works}
    told: dict[str, list[Assertion]] = {}
    for item in said:
        told.setdefault(item.source, []).append(item)
    return Corpus(
        sources={source.id: source for source in sources},
        told=told,
        groups=groups,
        works=works,
        copies=copies,
        names=names,
        mentions=Mentions(sources, segmented),
        bodies=Bodies(said, sources, groups, works, names),
        index=index,
        posts=Posts(segmented),
    )


def list_ties(segmented: Sequence[Segmented]) -> tuple[Tie, ...]:
    """Every tie between the sources of a corpus, with what shows it."""
    slips = find_slips(segmented)
    return _ties(
        segmented,
        read_works(segmented, SourceIndex(segmented)),
        find_copies(segmented, slips),
        slips,
    )


def _ties(
    segmented: Sequence[Segmented],
    references: References,
    copies: Mapping[Place, Place],
    slips: Mapping[tuple[str, str], Evidence],
) -> tuple[Tie, ...]:
    sources = [source for item in segmented for source in item.sources]
    found = (*find_ties(sources, segmented, references), *owed_ties(segmented, copies, slips))
    return tuple(sorted(found, key=in_order))
