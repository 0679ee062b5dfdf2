"""Which words of a sentence govern a value: the happenings and measures it belongs to.

In:  a frame, hits of it, the tokens of a value. Out: the hits that can govern it, nearest first.
"""

from __future__ import annotations

from collections.abc import Sequence

from twosource.extract.frames import Frame
from twosource.extract.senses import SenseHit
from twosource.extract.wholes import Whole, wholes
from twosource.model import BlockKind

_ARTICLES = frozenset({"the", "its", "their", "our", "his", "her"})

_FAR = 18  # tokens; a sense further away than this does not govern the value
_OTHER_CLAUSE = 7  # cost of each clause border between value and sense
_OTHER_VALUE = 6  # cost of each other value in between


def nearest(frame: Frame, hits: Sequence[SenseHit], first: int, last: int) -> list[SenseHit]:
    """Return the hits that can govern the value at tokens [first, last), nearest first.

    A word that stands nearer to another value of the sentence is that value's, unless
    this one has none of its own.
    """
    told = wholes(frame)
    hits = _of_whole(told, hits, (first, last))
    taken = {whole.at for whole in told} - {(first, last)}
    others = [frame.token_range(value.start, value.end) for value in frame.values]
    others = [other for other in others if other not in taken]
    own: list[tuple[int, int, str, SenseHit]] = []
    claimed: list[tuple[int, int, str, SenseHit]] = []
    for hit in hits:
        cost = _cost(frame, hit, first, last)
        nearer = any(_cost(frame, hit, *other) < cost for other in others if other != (first, last))
        if cost <= _FAR:
            (claimed if nearer else own).append((cost, hit.start_token, hit.id, hit))
    return _heads_first(
        frame, [item[-1] for item in sorted(own or claimed, key=lambda item: item[:3])]
    )


def _of_whole(
    told: Sequence[Whole], hits: Sequence[SenseHit], at: tuple[int, int]
) -> Sequence[SenseHit]:
    """What a whole is told by, or what is told of a part: the words beside the whole are not."""
    for whole in told:
        if whole.at == at:
            return [hit for hit in hits if at[1] <= hit.start_token < whole.until]
        if at in whole.parts:
            hits = [hit for hit in hits if not whole.at[0] <= hit.start_token < whole.until]
    return hits


def _heads_first(frame: Frame, hits: list[SenseHit]) -> list[SenseHit]:
    """ "The death toll of the landslide is 97": the head of such a phrase comes before its "of"."""
    if not hits:
        return hits
    first = hits[0].start_token
    while first and frame.tokens[first - 1].form.lower() in _ARTICLES:
        first -= 1
    if not first or frame.tokens[first - 1].form.lower() != "of":
        return hits
    head = next((hit for hit in hits[1:] if hit.end_token == first - 1), None)
    return [head, *(hit for hit in hits if hit is not head)] if head else hits


def _cost(frame: Frame, hit: SenseHit, first: int, last: int) -> int:
    """How far a hit is from a value: in tokens, clause borders and other values between."""
    low, high = (hit.end_token, first) if hit.end_token <= first else (last, hit.start_token)
    if low > high:
        return 0
    told = wholes(frame)
    inside = (w.until - w.at[0] for w in told if low <= w.at[0] < w.until <= high)
    words = high - low - sum(inside)
    others = _values_between(frame, low, high, told)
    return words + _borders(frame, hit, first) * _OTHER_CLAUSE + others * _OTHER_VALUE


def _borders(frame: Frame, hit: SenseHit, first: int) -> int:
    """Borders of clauses between a hit and a value; a row has none."""
    if frame.named.sentence.kind in {BlockKind.ROW, BlockKind.PAIR}:
        return 0
    return abs(frame.clause[min(hit.start_token, len(frame.clause) - 1)] - frame.clause[first])


def _values_between(frame: Frame, low: int, high: int, told: Sequence[Whole]) -> int:
    """How many other values stand in tokens [low, high), wholes aside."""
    if low >= high:
        return 0
    start, end = frame.tokens[low].start, frame.tokens[high - 1].end
    inside = [v for v in frame.values if start <= v.start and v.end <= end]
    taken = {whole.at for whole in told}
    return sum(frame.token_range(value.start, value.end) not in taken for value in inside)
