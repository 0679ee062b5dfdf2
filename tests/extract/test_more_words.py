"""Words of more trades: what happens, what is measured, what is counted; and what names no happening."""

from __future__ import annotations

import pytest

from twosource.extract.senses import find_measures, find_senses, same_noun
from twosource.text import tokenize

SENSES = [
    ("The court declared nine claims invalid.", "repeal"),
    ("The crown was devalued in September.", "devalue"),
    ("The devaluation came in September.", "devalue"),
    ("The line ruptured on Tuesday.", "rupture"),
    ("A rupture was found on Tuesday.", "rupture"),
    ("Corrosion had thinned the wall.", "erode"),
    ("They recovered 1,640 barrels.", "retrieve"),
    ("She recovered within a week.", "recover"),
    ("The clean-up took nine weeks.", "clean"),
    ("6,000 people followed the coffin.", "bury"),
    ("The army violated the truce.", "violate"),
    ("The judge granted an injunction.", "enjoin"),
    ("Twelve flights were diverted.", "divert"),
    ("He took bribes for years.", "bribe"),
    ("They raised their hands for it.", "vote"),
    ("The carrier filed for creditor protection.", "bankrupt"),
    ("The post office shed 300 posts.", "lay-off"),
    ("They beat Norsund and defeated Tarrow.", "win"),
    ("The helpline took 1,900 calls.", "hotline"),
    ("The ring was brought to light in 1951.", "discover"),
]

SILENT = [
    ("The fire authority wrote to the town.", "fire"),
    ("Nine of the fire doors were wedged open.", "fire"),
    ("He was minister of transport then.", "carry-load"),
    ("They picked up 12 passengers.", "harvest"),
    ("The plan meets the requirement.", "meet"),
    ("At a press conference he said so.", "print"),
    ("The court found that nine were paid.", "find"),
    ("They stood in the dark for an hour.", "outage"),
    ("Police fired tear gas at them.", "rupture"),
    ("Nobody was seen in the open air.", "open"),
    ("A fall in sales was expected.", "collapse"),
    ("A helpline for relatives was open until noon.", "call"),
]

MEASURES = [
    ("It costs 39 dollars a dose.", "price"),
    ("A royalty of 4 percent was agreed.", "royalty"),
    ("Ships have a clearance of 46 m.", "clearance"),
    ("Waves of 4 metres were seen.", "wave"),
    ("The backlog fell to $9 million.", "backlog"),
]

NOUNS = [
    # one, two, how they compare
    ("alarm", "warning", "same"),
    ("recommendation", "suggestion", "same"),
    ("swan", "bird", "near"),
    ("canoe", "boat", "near"),
    ("cluster", "customer", "different"),
    ("head", "cow", "generic"),
    ("violation", "breach", "same"),
    ("door", "window", "different"),
]


@pytest.mark.parametrize(("text", "sense"), SENSES)
def test_sense(text: str, sense: str) -> None:
    """The words of one happening lead to one sense."""
    assert sense in [hit.id for hit in find_senses(tokenize(text))]


@pytest.mark.parametrize(("text", "sense"), SILENT)
def test_no_sense(text: str, sense: str) -> None:
    """A set phrase names no happening, though a word in it does."""
    assert sense not in [hit.id for hit in find_senses(tokenize(text))]


@pytest.mark.parametrize(("text", "measure"), MEASURES)
def test_measure(text: str, measure: str) -> None:
    """The words of one property lead to one measure."""
    assert measure in [hit.id for hit in find_measures(tokenize(text))]


@pytest.mark.parametrize(("one", "two", "level"), NOUNS)
def test_nouns(one: str, two: str, level: str) -> None:
    """Nouns compare the same in either order."""
    assert same_noun(one, two) == same_noun(two, one) == level
