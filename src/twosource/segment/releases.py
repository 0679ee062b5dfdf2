"""Whose press release a text is, where only its form and its first sentence say so.

In:  the settled blocks of a source. Out: the name of the body that issued it, None when the
text bears no mark of a release or names nobody as its issuer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from twosource.model import Block
from twosource.segment.people import has_organisation_word

_MARK: Final = re.compile(
    r"\bfor (?:immediate )?(?:release|publication)\b|^(?:press|news|media) (?:release|statement)\b"
    r"|/[A-Z][\w ]{1,20}(?:wire|WIRE)/|^(?:embargoed|notes? to editors|media contact|press contact)\b",
    re.IGNORECASE,
)
_NAME: Final = r"((?:[A-Z][\w&.'’-]{0,30})(?: (?:[A-Z&][\w&.'’-]{0,30}|of|and|for|the)){0,6})"
_SOURCE: Final = re.compile(rf"^SOURCE:? {_NAME}$")
_ABOUT: Final = re.compile(rf"^About {_NAME}$")
_ANNOUNCED: Final = re.compile(
    rf"(?:^|[-–—] ?){_NAME}(?: \([A-Z]{{2,8}}\))?(?:, [^.;\d–—]{{3,160}}?,)?"
    r" (?:today |on \w{3,10} |has |have |is pleased to |will today )?(?:announced?s?|launche[sd]|unveil(?:s|ed)|report(?:s|ed) today)\b"
)
_TITLED: Final = re.compile(
    r"^(?i:(?:(?:press|public|joint|final|interim|official|open) )?(?:statement|reply|response|letter|declaration|message|announcement|"
    rf"communiqué|appeal|notice|press release) (?:of|by|from) (?:the )?){_NAME}$"
)
_EDGE: Final = 6  # blocks at either end that may bear a mark


def issuer(blocks: Sequence[Block]) -> str | None:
    """The body that issued a press release; None for any other text."""
    texts = [block.passage.text.strip() for block in blocks]
    edges = [*texts[:_EDGE], *texts[-_EDGE:]]
    if sources := [found.group(1) for text in edges if (found := _SOURCE.match(text))]:
        return sources[0]
    if not any(_MARK.search(text[:200]) for text in edges):
        return None
    told = [
        found.group(1) for text in texts[: _EDGE + 2] if (found := _ANNOUNCED.search(text[:400]))
    ]
    about = [found.group(1) for text in texts if (found := _ABOUT.match(text))]
    return next(iter([*told, *about]), None)


def is_mark(name: str | None) -> bool:
    """Is what was taken for a name only the mark of a release?"""
    return bool(name and _MARK.search(name))


def named_in_title(title: str | None) -> str | None:
    """ "Statement of the Harn Relief Fund": the body that speaks, where a word says it is one."""
    found = _TITLED.match(title or "")
    name = found.group(1) if found else ""
    body = name[:1].isupper() and len(name.split()) > 1 and has_organisation_word(name)
    return name if body else None
