"""What an HTML element means for the text inside it.

In:  tag, attributes and the element around it. Out: a `Frame`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from twosource.lexicon import load


def _tags(names: str) -> frozenset[str]:
    return frozenset(names.split())


VOID: Final = _tags("area base br col embed hr img input link meta param source track wbr")
BLOCKS: Final = _tags(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html li main menu nav "
    "ol p pre section summary table tbody td tfoot th thead title tr ul"
)
_FRAMES: Final = frozenset({"html", "body", "main", "article"})
_HIDDEN: Final = re.compile(r"(?:display[ ]?:[ ]?none|visibility[ ]?:[ ]?hidden)", re.IGNORECASE)


@dataclass(slots=True)
class Frame:
    """An open element.

    `unseen`: its text is not shown; `furniture`: it is navigation or a widget; `byline`: it
    says who wrote when; `items`: list items opened so far; `inside`: it stands in an article;
    `box`: in an aside of one, whose tables are of its subject, though its texts are teasers.
    """

    tag: str
    serial: int
    unseen: bool = False
    furniture: bool = False
    byline: bool = False
    quote: bool = False
    items: int = 0
    inside: bool = False
    box: bool = False


def frame_of(tag: str, attributes: Mapping[str, str | None], above: Frame, serial: int) -> Frame:
    """Return the frame of an element that opens inside `above`."""
    names = _names(attributes)
    inner = tag not in _FRAMES
    widget = inner and names & _words("html_words") != set()
    opens = tag == "aside" and above.inside and not above.furniture
    return Frame(
        tag,
        serial,
        unseen=above.unseen or _is_unseen(tag, attributes),
        furniture=above.furniture or tag in _words("html_tags") or widget,
        byline=inner and (above.byline or names & _words("html_byline") != set()),
        quote=above.quote or tag == "blockquote",
        inside=above.inside or tag == "article",
        box=(above.box or opens) and not widget,
    )


def _names(attributes: Mapping[str, str | None]) -> set[str]:
    """Class and id names, each also cut at its first hyphen or underscore."""
    written = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".lower()[:1000].split()
    return {*written, *(re.split("[-_]", name, maxsplit=1)[0] for name in written)}


def _is_unseen(tag: str, attributes: Mapping[str, str | None]) -> bool:
    if tag in _words("html_unseen") or "hidden" in attributes:
        return True
    style = (attributes.get("style") or "")[:1000]
    return attributes.get("aria-hidden") == "true" or bool(_HIDDEN.search(style))


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load("furniture")[name])
