"""Where sentences end, and where a stop is no end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.segment.boundaries import sentence_spans

CASES = [
    # "|" stands where one sentence ends and the next begins
    "It opened in 1998.| It has 3 halls.",
    "Gen. James L. Jones met Dr. Smith on Jan. 11.| He left.",
    "R. James Woolsey and Porter J. Goss came.",
    "The U.S. State Department said so.",
    "It is in the U.S.| The group left.",
    "It struck at 4:17 a.m. with force.",
    "It struck at 4:17 a.m.| The toll rose.",
    "See No. 5 and pp. 12-15, vol. 3.| Then go.",
    "He said no.| Nobody asked.",
    "courts, prosecutors etc. have no power.",
    "Magnitude 6.4 at 11.8 km.| Version 4.2.1 is out.",
    "See citizentruth.org for more.| Also Allvoices.com is down.",
    "It was founded in the 1960s.|In the past two decades it moved.",
    "“It will go.”| He left.",
    "“It will go,” he said. |“It must.”",
    "He asked “Why?” and left.",
    "He said “no.”|She calls it so.",
    "(It is old.)| It has 3 halls.",
    "It is old (1998).| It has 3.",
    "Is it?| Yes!| Good.",
    "The govt. believes it.",
    "It fell… it is difficult.",
    "It fell….| The rest stood.",
    "It was so. — The group left.",
    "Shares of Corp. Ltd. fell.",
    "64 came. |14 left.",
    "Lime Street. |€1.8bn was paid.",
    "St. Ilya Hospital on Lime St.| The roof fell.",
    "J.R.R. Tolkien wrote.",
    "We follow this. “",
    "e.g. the first, i.e. that one, a.k.a. it, ibid. and so on.",
    "",
    "...",
    "no end",
]


@pytest.mark.parametrize("marked", CASES)
def test_sentence_spans(marked: str) -> None:
    """Stops end sentences; abbreviations, initials, figures and names do not."""
    text = marked.replace("|", "")
    if " — The" in marked:
        marked = marked.replace(". — ", ".| — ")
    expected = [part.strip() for part in marked.split("|") if part.strip()]
    assert [text[a:b] for a, b in sentence_spans(text)] == expected


@given(st.text(alphabet='aB1 .!?”"([)\n…', max_size=60))
def test_nothing_is_lost(text: str) -> None:
    """Sentences are in order and leave out nothing but spaces."""
    spans = sentence_spans(text)
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    assert edges == sorted(edges)
    assert not "".join(text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)).strip()
