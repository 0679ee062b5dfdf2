"""Which voice gives which figure, and when two voices stand side by side."""

from __future__ import annotations

import pytest

from twosource.extract.values import read_values
from twosource.extract.voices import voices

CASES = [
    ("Police put the crowd at 18,000.", [("police", True)]),
    ("The organisers, the Open Hills movement, spoke of 60,000.", [("organisers", False)]),
    ("The police count 18,000 people, the union 60,000.", [("police", False), ("union", True)]),
    ("9,000 packs are recalled, although the dairy puts the number at 8,000.", [None, ("dairy", True)]),
    ("Harl Dairy, which has a fifth of the market, said its own records showed 9,800.", [None, ("harl dairy", False)]),
    ("Seven were hurt according to the police, nine according to the medics.", [("police", False), ("medics", False)]),
    ("Ford said it sold 30,000 cars, Toyota said it sold 50,000.", [None, None]),  # its own each
    # the voice is named behind its figure
    ("Two, says the union.", [("union", False)]),
    ("4,500, say the police, who flew a drone.", [("police", False)]),
    ("6,200, the festival says.", [("festival", False)]),
    ("Nineteen dead, says the board this morning.", [("board", False), None]),
    ("It holds a fifth of the market, said the firm's lawyer.", [("firm lawyer", False)]),
    # a figure that answers one before
    ("The company's figure is 870.", [("company", True)]),
    ("The chairman told this newspaper that it was 700 million.", [("chairman", True)]),
    ("The court found otherwise: at least 63, among them children.", [("court", True)]),
    ("Their lists have 1,430 on them.", [("lists", True)]),
    ("The parish keeps a list, and there are 27 names on it.", [("list", True)]),
    ("The firm gives the cost as 214 million; according to the auditors it was 268 million.", [("firm", True), ("auditors", True)]),
    ("The firm gives 42 hours; reviewers have measured 37 hours.", [("firm", False), ("reviewers", False)]),
    ("We stood in the queue and counted seven.", [("i", True)]),
    ("Their strength is given as 320 by the navy and as 600 by the rebels.", [("navy", False), ("rebels", True)]),
    ("The city puts the cost at 2.1 million, independent experts at 3.4 million.", [("city", True), ("independent experts", True)]),
    ("The firm put the loss at 9 million and the bank at 5 million.", [("firm", False), ("bank", True)]),
    ("The Red Cross has registered 340.", [("red cross", False)]),
    # no voice
    ("It finally came to 3 billion.", [None]),
    ("The city measured 61, and the limit is 64.", [("city", False), ("city", False)]),  # one voice
    ("Orn dismissed a report that the flood had cost 200 million.", [None]),
    ("The list has 27 pages.", [None]),
    ("The firm employs 200 people.", [None]),
    ("18,000 people came.", [None]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_voice(text: str, expected: list[tuple[str, bool] | None]) -> None:
    """The voice of each figure, None where nobody is set against anybody."""
    places = [(value.start, value.end) for value in read_values(text)]
    found = [None if v is None else (v.who, v.again) for v in voices(text, places)]
    assert found == expected
