"""What a value is about when the words for it stand elsewhere: the sentence before, the heading,
the question, the person a pronoun means."""

from __future__ import annotations

from pathlib import Path

import pytest

from twosource.model import Assertion, DateValue, Quantity
from twosource.pipeline import extract_assertions


def told(folder: Path, text: str, name: str = "a.md") -> list[Assertion]:
    (folder / name).write_text(text + "\n", encoding="utf-8")
    return list(extract_assertions([str(folder / name)]).assertions)


def one(found: list[Assertion], text: str) -> Assertion:
    return next(item for item in found if item.text == text and str(item.kind) != "event")


HEAD = "# Ilse Marenko\n\nIlse Marenko was a chemist. "


@pytest.mark.parametrize(
    ("text", "value", "subject"),
    [
        (HEAD + "She was born in Tarvik in 1903.", "1903", "Ilse Marenko"),
        (HEAD + "She won the Halden Medal and was nominated nine times.", "nine times", "Ilse Marenko"),
        (HEAD + "She took her degree at Oberlund and married in 1931.", "1931", "Ilse Marenko"),
        # of whom it is said, not who says it
        ("# Court\n\nJudge Eva Novak said Petr Dvorak had taken 14 gifts. He was fined 340 crowns.", "340 crowns", "Petr Dvorak"),
        # a court is no "he"
        (HEAD + "The High Court met in 1931. She was arrested in 1932.", "1932", "Ilse Marenko"),
        # the mayor is not the town
        ("# Trial\n\nThe former mayor of Tarvik was tried in 1931.", "1931", "~mayor"),
        # silent: a firm is no "she"
        ("# Tarrow Shipping Company\n\nTarrow Shipping Company sails. She was built in 1903.", "1903", None),
    ],
)  # fmt: skip
def test_pronouns_of_persons(tmp_path: Path, text: str, value: str, subject: str | None) -> None:
    assert one(told(tmp_path, text), value).slot.subject == subject


def test_a_short_answer_takes_its_question(tmp_path: Path) -> None:
    found = told(tmp_path, "Q: When was the pier built?\n\nLIND: In the spring of 1938.", "a.txt")
    assert "build" in {*one(found, "the spring of 1938").slot.senses} | {
        one(found, "the spring of 1938").slot.attribute
    }
    found = told(tmp_path, "Q: How many students have you had?\n\nLIND: About thirty.", "b.txt")
    assert one(found, "About thirty").slot.noun == "student"


def test_a_whole_sentence_does_not(tmp_path: Path) -> None:
    found = told(tmp_path, "How many students have you had? The road is 412 km long.", "a.txt")
    assert "student" not in one(found, "412 km").slot.terms


def test_the_date_of_a_heading(tmp_path: Path) -> None:
    """It dates what the first sentence under it tells, and the figures below."""
    text = (
        "# Diary\n\nWhat the town did in those days, as the clerk has it.\n\n## 2 May 2022\n\n"
        "The council met.\n\n## 9 October 2022\n\nThe council opened the bridge. It cost 412 crowns."
    )
    found = told(tmp_path, text)
    assert "open" in one(found, "9 October 2022").slot.senses
    assert one(found, "412 crowns").slot.scope.time == "2022-10-09"


def test_a_heading_that_says_more_is_no_date(tmp_path: Path) -> None:
    found = told(tmp_path, "# Diary\n\n## The fair of 2022\n\nThe bridge cost 412 crowns.")
    assert one(found, "412 crowns").slot.scope.time is None


def test_a_version_with_its_day(tmp_path: Path) -> None:
    found = told(tmp_path, "# Changes\n\n## [4.2.0] - 2023-10-17\n\n- Faster")
    item = one(found, "2023-10-17")
    assert (item.slot.subject, item.slot.attribute) == ("4.2.0", "release")


def test_a_count_that_refers_back(tmp_path: Path) -> None:
    text = "The quake killed 261 people. On Thursday the count had stood at 231."
    item = one(told(tmp_path, text), "231")
    assert (item.slot.noun, item.slot.senses[:1]) == ("person", ("kill",))
    item = one(told(tmp_path, "The quake killed 261 people. The tower is 231 m high."), "231 m")
    assert "kill" not in item.slot.senses


def test_zones_stated_in_the_text(tmp_path: Path) -> None:
    """One stated offset turns every time in UTC into a local one; two stated ones none."""
    text = "The quake struck at 04:17 local time (01:17 UTC). Shocks came until 06:02 UTC."
    times = {i.text: i.value.time for i in told(tmp_path, text) if isinstance(i.value, DateValue)}
    assert times["06:02 UTC"] == "09:02"
    text = "It struck at 04:17 local time (01:17 UTC), and at 05:17 local time (01:17 UTC)."
    times = {i.text: i.value.time for i in told(tmp_path, text) if isinstance(i.value, DateValue)}
    assert times["01:17 UTC"] == "01:17"


@pytest.mark.parametrize(
    ("text", "angles"),
    [
        ("The mill lies 25 km north-east of Ostrel.", [45]),
        ("The mill lies 25 km NW of Ostrel.", [-45]),
        ("They live in the north of England.", []),
        ("He read NE and SW on the map.", []),
        ("The wind came from the south.", []),
    ],
)
def test_directions(tmp_path: Path, text: str, angles: list[int]) -> None:
    values = [item.value for item in told(tmp_path, text)]
    found = [v.low for v in values if isinstance(v, Quantity) and v.role == "direction"]
    assert found == angles


def test_a_measure_must_fit(tmp_path: Path) -> None:
    """Money is no duration, whatever verb stands near."""
    item = one(told(tmp_path, "Sales of 4.2 million crowns last year."), "4.2 million crowns")
    assert "duration" not in item.slot.measures
    item = one(told(tmp_path, "The flight lasted 4 hours."), "4 hours")
    assert "duration" in item.slot.measures


@pytest.mark.parametrize(
    ("text", "value", "subject", "senses"),
    [
        ("A girl, Ana Dostan, aged 8, was rescued alive.", "aged 8", "Ana Dostan", ()),
        ("At noon Ana Dostan, 8, was rescued alive.", "8", "Ana Dostan", ()),
        # silent: the age is told of the day of the verb
        ("Ana Dostan was rescued at the age of 8.", "at the age of 8", None, ("rescue",)),
    ],
)  # fmt: skip
def test_an_age_behind_a_comma_is_of_the_name_before(
    tmp_path: Path, text: str, value: str, subject: str | None, senses: tuple[str]
) -> None:
    found = told(tmp_path, text)
    slots = [item.slot for item in found if item.text in value and item.kind == "quantity"]
    assert [slot.senses for slot in slots] == [senses]
    assert subject is None or slots[0].subject == subject
    assert "age" in slots[0].measures


@pytest.mark.parametrize(
    ("text", "value", "senses"),
    [
        ("The death toll was 213 at noon and was later put at 268.", "268", ("kill",)),
        # silent: another subject
        ("The death toll was 213 at noon and the price was put at 268.", "268", ()),
    ],
)
def test_a_count_goes_on_behind_and(
    tmp_path: Path, text: str, value: str, senses: tuple[str]
) -> None:
    assert one(told(tmp_path, text), value).slot.senses == senses


@pytest.mark.parametrize(
    ("text", "value", "role"),
    [
        ("The bridge is thirty this year.", "thirty", "age"),
        ("The toll is 97 tonight.", "97", "cardinal"),
    ],
)
def test_what_has_an_age(tmp_path: Path, text: str, value: str, role: str) -> None:
    read = one(told(tmp_path, text), value).value
    assert isinstance(read, Quantity)
    assert read.role == role


@pytest.mark.parametrize(
    ("text", "value", "subject"),
    [
        ("The ferry costs 45 euros.", "45 euros", "~ferry"),
        ("The stone weighs 45 kg.", "45 kg", "~stone"),
    ],
)
def test_a_verb_of_measure_is_no_subject(
    tmp_path: Path, text: str, value: str, subject: str
) -> None:
    """What costs, weighs or spans so much is spoken of, not its cost."""
    assert one(told(tmp_path, text), value).slot.subject == subject
