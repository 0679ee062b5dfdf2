"""Find the zone that a source states once for its times: "All times are UTC", "Timeline (CET)".

In:  sentences of a document, assertions. Out: the zone of each source that says it of all its
times, of a heading for what stands under it; assertions whose times have that zone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from twosource.extract.tables import zone_of
from twosource.model import Assertion, BlockKind, DateValue, Sentence

# "All times are UTC", "(all times in CET)", "Times are given in GMT.", "Times: UTC"
_SAID: Final = re.compile(
    r"(?:\ball (?:the )?(?:stated |given )?|(?:^|[(;.] ?))times (?:below |here |given |shown |stated |"
    r"in this [a-z]{3,12} )?(?:are |is |in |given |shown |stated |all ){0,3}([A-Z]{2,5})\b",
    re.IGNORECASE,
)
_TIMES: Final = "imes"  # without these letters nothing can be said of times
_BRACKET: Final = re.compile(r"\(([A-Z]{2,5})\)\s*$")


def zones_said(sentences: Iterable[Sentence]) -> dict[str, str]:
    """Source id -> the one zone that it says all its times are in."""
    found: dict[str, set[str]] = defaultdict(set)
    for sentence in sentences:
        match = _SAID.search(sentence.text) if _TIMES in sentence.text else None
        zone = zone_of(match.group(1)) if match and match.group(1).isupper() else None
        found[sentence.source].update({zone} if zone else ())
    return {source: next(iter(zones)) for source, zones in found.items() if len(zones) == 1}


def zone_of_heading(sentence: Sentence, before: str | None) -> str | None:
    """The zone told by a heading, which holds for what stands under it; else `before`."""
    if sentence.kind is not BlockKind.HEADING:
        return before
    match = _BRACKET.search(sentence.text)
    return zone_of(match.group(1)) if match else None


def with_zone(item: Assertion, zone: str | None) -> Assertion:
    """The assertion, its time of day in `zone` where it names none itself."""
    value = item.value
    if zone is None or not isinstance(value, DateValue) or not value.time or value.zone:
        return item
    return replace(item, value=replace(value, zone=zone))
