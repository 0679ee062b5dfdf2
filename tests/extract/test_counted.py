"""What is counted, where no noun follows the figure; and what a verb behind "that" speaks of."""

from __future__ import annotations

from pathlib import Path

import pytest

from twosource.extract.nouns import same_noun
from twosource.model import Assertion, Modality, Quantity
from twosource.pipeline import extract_assertions


def only(folder: Path, text: str, figure: str) -> Assertion:
    (folder / "a.txt").write_text(text + "\n", encoding="utf-8")
    found = extract_assertions([str(folder / "a.txt")]).assertions
    return next(a for a in found if a.text == figure and str(a.kind) != "event")


CASES = [
    # text, figure, counted thing
    ("The number of men who died was 1,347.", "1,347", "man"),
    ("The number of recorded cases rose to 412.", "412", "case"),
    ("Of that number, 885 were crew members.", "885", "member"),
    ("12 of them were women.", "12", "woman"),
    ("Some 2,240 passengers and crew were aboard.", "Some 2,240", "person"),
    ("There were 14 men, women and children in the boat.", "14", "person"),
    ("The number of strikers was given by the union as 1,280 in May.", "1,280", "striker"),
    ("The number of guests has been put at 340.", "340", "guest"),
    # silent: nothing of the sort is said
    ("The number of the house was given to us at 412.", "412", None),
    ("The number of the house was changed and 412 came.", "412", None),
    ("In all, 12 were injured.", "12", None),
    ("They kept 14 cows and sheep.", "14", "cow"),
    ("It hit 14 children, and wounded others.", "14", "child"),
    ("It hit 14 children and wounded others.", "14", "child"),
]


@pytest.mark.parametrize(("text", "figure", "noun"), CASES)
def test_counted_thing(tmp_path: Path, text: str, figure: str, noun: str | None) -> None:
    assert only(tmp_path, text, figure).slot.noun == noun


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("The 20 boats could only hold 1,178 people.", "1,178"),
        ("The hall could just accommodate 340 guests.", "340"),
        ("She carried boats enough for 1,178 people.", "1,178"),
    ],
)
def test_what_it_can_hold(tmp_path: Path, text: str, figure: str) -> None:
    item = only(tmp_path, text, figure)
    assert item.modality is Modality.ASSERTED
    assert "capacity" in item.slot.measures


def test_could_is_not_always_a_size(tmp_path: Path) -> None:
    item = only(tmp_path, "The toll could only rise to 340 people.", "340")
    assert item.modality is Modality.HYPOTHETICAL


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("MV Aldora was a Norsund liner that sank on 4 May 1912.", "MV Aldora"),
        # silent: what sank is not what is called something
        ("MV Aldora met a liner that sank on 4 May 1912.", "~liner"),
    ],
)
def test_what_a_relative_clause_speaks_of(tmp_path: Path, text: str, subject: str) -> None:
    assert only(tmp_path, text, "4 May 1912").slot.subject == subject


@pytest.mark.parametrize(
    ("one", "two", "level"),
    [
        ("person", "passenger", "generic"),
        ("person", "woman", "sort"),
        ("woman", "person", "sort"),
        ("man", "woman", "different"),
    ],
)
def test_people_of_one_sort(one: str, two: str, level: str) -> None:
    assert same_noun(one, two) == level


@pytest.mark.parametrize(
    ("text", "figure", "role"),
    [
        ("It cut infections in adults over 65.", "over 65", "age"),
        ("It is for women under 40 and men.", "under 40", "age"),
        ("It drew crowds of people over 300 metres long.", "over 300 metres", "measure"),
    ],
)
def test_people_over_an_age(tmp_path: Path, text: str, figure: str, role: str) -> None:
    value = only(tmp_path, text, figure).value
    assert isinstance(value, Quantity)
    assert value.role == role


def test_a_currency_is_no_name(tmp_path: Path) -> None:
    assert (
        "CHF"
        not in only(tmp_path, "In Tarvik CHF 12 million was paid.", "CHF 12 million").slot.entities
    )


def test_a_currency_ends_a_name(tmp_path: Path) -> None:
    item = only(tmp_path, "The ship was bought by Veldt Shipping for USD 6.8m.", "USD 6.8m")
    assert "Veldt Shipping" in item.slot.entities


def test_values_are_quantities(tmp_path: Path) -> None:
    assert isinstance(only(tmp_path, "12 of them were women.", "12").value, Quantity)
