"""Words that set two values apart, however much else their clauses share; and those that do not."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from tests.helpers import run
from twosource.intervals import Relation
from twosource.match.contrary import contrary
from twosource.match.values import relation

CASES = [
    # first source, second source, are the values set apart?
    # one has a thing, another thing has it; who is named in both is the same
    ("The council has 21 seats.", "The assembly has 15 seats.", True),
    ("The council has 21 seats.", "The council has 15 seats.", False),
    ("The army lost 212 horses.", "The enemy lost 187 horses.", True),
    ("The king reigned for 31 years.", "The queen reigned for 33 years.", True),
    ("The harbour had 14 cranes.", "The lighthouse had 11 steps.", True),
    ("The firm delivered 84 trams to the city.", "The city received 72 trams from the firm.", False),
    ("The ferry carried a crew of 58.", "The crew of the ferry numbered 63.", False),
    # who counts has not done it
    ("The ministry counted 19 wells.", "The surveyors counted 47 wells.", False),
    ("The insurer put the damage at 26 million euros.", "The mayor put the damage at 18 million euros.", False),
    # of one closed set
    ("In men the drug cut the risk by 30 per cent.", "In women the drug cut the risk by 22 per cent.", True),
    ("In men the drug cut the risk by 30 per cent.", "In men it cut the risk by 22 per cent.", False),
    ("On Friday the airline scrapped 120 tours.", "On Saturday the airline scrapped 95 tours.", True),
    ("On Friday the airline scrapped 120 tours.", "The airline scrapped 95 tours.", False),
    ("In winter the lake holds 40 swans.", "In summer the lake holds 16 swans.", True),
    ("In the north 62 graves were found.", "In the south 71 graves were found.", True),
    ("A gust of 268 km/h shook the tower.", "A sustained wind of 215 km/h shook the tower.", True),
    ("A gust of 268 km/h shook the tower.", "A gust of 286 km/h shook the tower.", False),
    ("The gross weight of the barge is 473 tonnes.", "The net weight of the barge is 412 tonnes.", True),
    ("The net weight of the barge is 473 tonnes.", "The barge has a weight of 412 tonnes.", False),
    ("The retail price was 47 crowns.", "The wholesale price was 31 crowns.", True),
    ("The insured loss was 47 million crowns.", "The uninsured loss was 31 million crowns.", True),
    # one stretch of time after another
    ("Oln won 31 bouts last season.", "Oln won 28 bouts this season.", True),
    ("Oln won 31 bouts last season.", "Oln won 28 bouts last season.", False),
    # the other one
    ("The bell weighs 310 kilograms.", "The other bell weighs 280 kilograms.", True),
    # at its height, and what was left
    ("At the height of the storm 16,000 homes were dark.", "By night 9,500 homes remained dark.", True),
    # but what the two happen in is shared
    ("The flood destroyed 240 barns.", "The flood damaged 310 barns.", True),
    ("The flood destroyed 240 barns.", "310 barns were destroyed by the flood.", False),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "apart"), CASES)
def test_contrary(tmp_path: Path, first: str, second: str, apart: bool) -> None:
    """The same for either order of the two."""
    items = run(tmp_path, {"a.txt": f"{first}\n", "b.txt": f"{second}\n"}).assertions
    sides = [[i for i in items if i.source == name] for name in sorted({i.source for i in items})]
    pairs = [
        pair
        for pair in product(*sides)
        if pair[0].kind is pair[1].kind and relation(*pair) is Relation.EXCLUDES
    ]
    assert pairs
    assert any(contrary(a, b) for a, b in pairs) is apart
    assert any(contrary(b, a) for a, b in pairs) is apart
