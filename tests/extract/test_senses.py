"""Which words say what happened and what is measured; which nouns count the same thing."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers import run
from twosource.extract.senses import (
    SenseHit,
    find_measures,
    find_senses,
    noun_class,
    same_noun,
)
from twosource.lexicon import load
from twosource.text import tokenize

ROLES = ("verbs", "intransitive", "nouns", "agents", "adjectives", "phrases", "forms")
DIMENSIONS = {
    *("length", "area", "volume", "mass", "duration", "time", "speed", "temperature", "money"),
    *("percent", "ratio", "data", "count", "power", "energy", "pressure", "frequency"),
    *("magnitude", "score", "rate", "none"),
}


def senses(text: str) -> list[str]:
    return [hit.id for hit in find_senses(tokenize(text))]


def measures(text: str) -> list[str]:
    return [hit.id for hit in find_measures(tokenize(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("41 people were killed and 200 injured", ["kill", "injure"]),
        ("It claimed 261 lives.", ["kill"]),
        ("Nine people are still unaccounted for.", ["missing"]),
        ("Fourteen have needed hospital treatment", ["hospitalise"]),
        ("They were taken to a nearby hospital", ["hospitalise"]),
        ("nearly 26,000 have no home", ["displace"]),
        ("The firm was founded in 1951", ["found"]),
        ("The ring was found in 1951", ["find"]),
        ("The group was de-listed", ["delist"]),
        ("The group was listed in 1997", ["list"]),
        ("It removed the group from its list of threats", ["delist"]),
        ("They removed the roof", ["remove"]),
        ("He was born in 1950", ["birth"]),
        ("He was convicted and sentenced", ["convict", "sentence"]),
        ("They found him guilty", ["convict"]),
        ("The company laid off 300 workers", ["lay-off"]),
        ("Prices rose by 3 percent", ["rise"]),
        ("Prices fell by 3 percent", ["fall"]),
        ("Version 2 was released in May", ["release"]),
        ("He was released from prison", ["free"]),
        ("Workers went on strike", ["labour-strike"]),
        ("The council passed the bill", ["approve"]),
        ("Water was passing the gate", []),
        ("The company raised its dividend", ["rise"]),
        ("The company raised $40 million", ["raise-money"]),
        ("The treaty was concluded", ["sign"]),
        ("The first phase was concluded", ["end"]),
        ("The lives of 23 workers were lost", ["kill"]),
        ("He has fourteen ships", []),
        ("They shipped 14 crates", ["deliver"]),
        ("the health service", []),
        ("He wants to service the engine", ["maintain"]),
        ("The ridge was climbed twice", ["ascend"]),
        ("Prices climbed", ["rise"]),
        ("It won't start", ["begin"]),
        ("A diver went down the wall", []),
        ("An air strike hit the town", ["attack"]),
        ("The team won 3-1", ["win"]),
        ("The tower was demolished", ["demolish"]),
        ("The tower collapsed", ["collapse"]),
        ("The group renounced violence and handed over 200 weapons", ["renounce", "disarm"]),
        ("Acme acquired Beta, then merged with Gamma", ["acquire", "merge"]),
        ("The weather is nice.", []),
        ("according to officials", []),
        ("In March the shop sold shoes", ["sell"]),
        ("The march began", ["protest"]),
        ("The office is open", []),
        ("It was pulled from the shelves", ["recall"]),
        ("colony-forming units", []),
        ("The main issue in the room is money", []),
        ("Shares closed 27 % higher", ["rise"]),
        ("It is above the closing price", []),
        ("Officials issue 300 maps", ["release"]),
        ("Their campaign on the radio", []),
        ("The military campaign began", ["battle"]),
        ("They were ready to tell Congress", []),
        ("The party held its congress", ["meet"]),
    ],
)
def test_senses(text: str, expected: list[str]) -> None:
    assert senses(text) == expected


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The museum opened in 1990", "intransitive"),
        ("She opened the museum", "verb"),
        ("The museum was opened", "verb"),
        ("the opening of the museum", "noun"),
        ("more than 200 injured", "adjective"),
        ("200 people were injured", "verb"),
        ("the founding of the firm", "noun"),
        ("the death toll", "phrase"),
        ("She was killed", "verb"),
        ("killing eight people", "verb"),
        ("the killing of a man", "noun"),
    ],
)
def test_roles(text: str, role: str) -> None:
    assert [hit.role for hit in find_senses(tokenize(text))] == [role]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 30 aftershocks were recorded", ["aftershock"]),
        ("Some 30 birds were recorded", ["record"]),
        ("Twelve residents died", ["kill"]),
        ("It has 400 residents", ["reside"]),
        ("a business dating back to 1951, with 85 staff", ["date-from", "employ"]),
    ],
)
def test_weak_senses_give_way(text: str, expected: list[str]) -> None:
    assert senses(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at a depth of 10 km", ["depth"]),
        ("the shaft is 300 metres deep", ["depth"]),
        ("a deep sorrow", []),
        ("31 m (102 ft) high", ["height"]),
        ("a high number", []),
        ("a bridge 2 km long", ["length"]),
        ("as long as 2 people agree", []),
        ("23 km north of the town", ["distance"]),
        ("the north of the town", []),
        ("Maximum message size is 16 MiB", ["message-size"]),
        ("net income of $3 million", ["profit"]),
        ("voter turnout was 61 %", ["turnout"]),
        ("a 64-strong team", ["strength"]),
        ("a girl aged 8", ["age"]),
        ("the listener port is 7420", ["port"]),
        ("the incubation period is three weeks", ["incubation"]),
        ("a long story", []),
        ("at the height of the blackout", []),
    ],
)
def test_measures(text: str, expected: list[str]) -> None:
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("store", "shop", "same"),
        ("pupil", "student", "same"),
        ("employee", "staff", "same"),
        ("patient", "case", "near"),
        ("household", "home", "same"),
        ("household", "house", "near"),
        ("person", "firefighter", "generic"),
        ("building", "school", "generic"),
        ("pupil", "firefighter", "different"),
        ("member", "fighter", "unknown"),
        ("death", "injury", "different"),
        ("death", "person", "generic"),
        ("pack", "store", "different"),
        ("frobnicator", "shop", "unknown"),
        ("frobnicator", "frobnicator", "same"),
        ("bank", "dam", "unknown"),
        ("container ship", "vessel", "same"),
        ("briton", "person", "generic"),
        ("briton", "british", "same"),
        ("briton", "dane", "unknown"),
        ("briton", "house", "unknown"),
        ("pole", "person", "unknown"),  # of wood, or from Poland
    ],
)
def test_same_noun(one: str, two: str, expected: str) -> None:
    assert same_noun(one, two) == same_noun(two, one) == expected


def test_noun_class() -> None:
    entry = noun_class("Villager")
    assert entry is not None
    assert (entry.id, entry.kind, entry.generic) == ("resident", "person", False)
    assert noun_class("frobnicator") is None


@pytest.mark.parametrize(("name", "table"), [("senses", "sense"), ("measures", "measure")])
def test_a_word_has_one_reading(name: str, table: str) -> None:
    rows = load(name)[table]
    assert not [i for i, n in Counter(row["id"] for row in rows).items() if n > 1]
    alone = Counter(
        ("nouns" if key == "agents" else key, word)
        for row in rows
        for key in ROLES
        for word in row.get(key, ())
        if " " not in word
    )
    several = Counter(
        word for row in rows for word in {w for key in ROLES for w in row.get(key, ()) if " " in w}
    )
    assert not [word for word, n in (alone + several).items() if n > 1]


def test_keys_and_dimensions_are_known() -> None:
    keys = {
        *ROLES,
        "id",
        "group",
        "dynamic",
        "level",
        "toll",
        "label",
        "told",
        "of_period",
        "once",
        "event",
        "weak",
        "note",
    }
    assert not [row["id"] for row in load("senses")["sense"] if set(row) - keys]
    for row in load("measures")["measure"]:
        named = row["dimension"]
        assert ({named} if isinstance(named, str) else set(named)) <= DIMENSIONS, row["id"]


def test_noun_sets() -> None:
    rows = load("nouns")["noun"]
    ids = {row["id"] for row in rows}
    words = Counter(word for row in rows for word in row["words"])
    assert len(ids) == len(rows)
    assert not [word for word, n in words.items() if n > 1]
    assert not [name for row in rows for name in row.get("near", ()) if name not in ids]


@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    tokens = tokenize(text)
    for find in (find_senses, find_measures):
        hits: tuple[SenseHit, ...] = find(tokens)
        places = [place for hit in hits for place in (hit.start_token, hit.end_token)]
        assert places == sorted(places)
        assert all(hit.start_token < hit.end_token <= len(tokens) for hit in hits)


@given(st.lists(st.sampled_from(["claim", "lives", "lose", "12", ",", "the", "-", "home"])))
def test_gaps_in_phrases(words: list[str]) -> None:
    find_senses(tokenize(" ".join(words)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He must pay 40 euros", []),
        ("Their pay is 40 euros", ["wage"]),
        ("at the gauge of Karsa", []),
        ("The police counted 200 at the gate", []),
        ("A crowd of 200", ["attendance"]),
    ],
)
def test_a_verb_is_no_measure(text: str, expected: list[str]) -> None:
    """The form and the word before tell the verb from the noun."""
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She has measured 68 decibels in Mill Street.", ()),
        ("The noise in Mill Street was 68 decibels.", ("noise",)),
    ],
)
def test_a_unit_says_no_more_than_itself(
    tmp_path: Path, text: str, expected: tuple[str, ...]
) -> None:
    """All decibels are of noise: the word adds nothing to what two figures have in common."""
    (found,) = (a for a in run(tmp_path, {"a.txt": f"{text}\n"}).assertions if "68" in a.text)
    assert found.slot.measures == expected
