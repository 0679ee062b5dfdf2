"""What a cell of a table is about: its row, its column, its time and its money."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers import run, verdicts

from twosource.extract.tables import unit_of

DAYS = (
    "Marl fire, 7 August 2022\n\n| Status | Area burnt (ha) | Evacuated |\n|---|---|---|\n"
    "| 5 Aug | 4 800 | 3 400 |\n| 6 Aug | 7 350 | 5 100 |\n"
)


def test_rows_that_are_dates(tmp_path: Path) -> None:
    """The label is the time; the column says what is counted."""
    report = run(tmp_path, {"a.md": f"# Fire\n\n{DAYS}"})
    told = {a.text: a.slot for a in report.assertions}
    assert told["3 400"].attribute == "evacuate"
    assert told["3 400"].scope.time == told["3 400"].scope.as_of == "2022-08-05"
    assert told["7 350"].attribute in {"area", "burn-area"}


def test_scales_without_a_known_money() -> None:
    """ "bn crowns" and "QX million" multiply; "m above sea" is no million."""
    assert unit_of("Cost (bn crowns)") == ("{crown}", 10**9, "money")
    assert unit_of("Letters (million sheets)") == ("1", 10**6, "cardinal")
    assert unit_of("Withdrawn, QX million") == ("1", 10**6, "cardinal")
    assert unit_of("Withdrawn, KR million") == ("{crown}", 10**6, "money")
    assert unit_of("Failed, %") == ("%", 1, "percent")
    assert unit_of("Height (m above sea)") is None


HEADS = [
    # label, what it counts
    ("Boxes found wet", "box"),
    ("Pupils without a desk", "pupil"),
    ("Passengers rescued alive", "passenger"),
    ("Ward admissions linked to heat", "admission"),
    ("Ships lost to storms", "ship"),
    ("Trees felled along the road", "tree"),
    ("People left homeless", "people"),
    # no participle, no preposition
    ("Stolen vehicles", "vehicle"),
    ("Cracked cast iron pipes", "pipe"),
]


@pytest.mark.parametrize(("label", "noun"), HEADS)
def test_what_a_label_counts(tmp_path: Path, label: str, noun: str) -> None:
    """The thing that is counted stands before what is said of it."""
    report = run(tmp_path, {"a.md": f"# Data\n\n| Item | Number |\n|---|---|\n| {label} | 212 |\n"})
    assert [a.slot.noun for a in report.assertions if a.text == "212"] == [noun]


def test_labels_that_name_no_thing(tmp_path: Path) -> None:
    """ "Of these put down" and "At sea" count nothing known; "Films shown" counts films."""
    table = (
        "# Count\n\n| | 12 June 2020 |\n|---|---|\n| of these put down | 16 |\n| At sea | 31 |\n"
        "| Films shown | 164 |\n| Dives, 2014 to 2016 | 431 |\n| Persons moved | 212 |\n"
    )
    report = run(tmp_path, {"a.md": table, "b.txt": "Nothing happened in 2020.\n"})
    nouns = {a.text: a.slot.noun for a in report.assertions if a.source.startswith("a")}
    assert [nouns[figure] for figure in ("16", "31", "164", "431", "212")] == [
        None,
        None,
        "film",
        "dive",
        "person",
    ]


def test_a_day_with_its_hour_heads_a_row(tmp_path: Path) -> None:
    """ "19 April, 06:30 | Discovery" dates the discovery; beside a figure one word tells nothing."""
    table = (
        "# Breach\n\n| Date | Event |\n|---|---|\n| 19 April 2020, 06:30 | Discovery |\n"
        "| 3 May 2020 | 12 |\n"
    )
    report = run(tmp_path, {"a.md": table, "b.txt": "Nothing happened in 2020.\n"})
    told = {a.text for a in report.assertions if a.source.startswith("a")}
    assert {"19 April 2020", "06:30", "12"} <= told
    assert "3 May 2020" not in told


def test_ranks_do_not_name_rows(tmp_path: Path) -> None:
    """A row behind its rank is named by what stands there; a row of figures by the first."""
    table = (
        "# League\n\n| Place | Team | Won | Lost |\n|---|---|---|---|\n"
        "| 1 | Grenmark Rovers | 26 | 5 |\n| 2 | Holm Town | 24 | 8 |\n"
    )
    report = run(
        tmp_path, {"a.md": table, "b.txt": "Grenmark Rovers have won 26 of their games.\n"}
    )
    subjects = {a.text: a.slot.subject for a in report.assertions if a.source.startswith("a")}
    assert subjects["26"] == "Grenmark Rovers"
    assert subjects["8"] == "Holm Town"


def test_columns_that_are_years(tmp_path: Path) -> None:
    """A year at the head of a column is the time of its cells."""
    table = (
        "# Accounts\n\n| $ million | 2024 | 2023 |\n|---|---|---|\n| Revenue | 128.4 | 140.2 |\n"
    )
    report = run(
        tmp_path,
        {"a.md": table, "b.txt": "In 2024 the firm had revenue of $128 million.\n"},
    )
    told = {a.text: a for a in report.assertions}
    assert told["128.4"].slot.scope.time == "2024"
    assert told["128.4"].value.low == 128_400_000
    assert {v for v, _ in verdicts(report, "128.4")} == {"agree"}
    assert {v for v, _ in verdicts(report, "140.2")} == {"single-citation"}  # of another year


def test_columns_that_are_days(tmp_path: Path) -> None:
    """A day at the head of a column has the year of its source."""
    table = "# Marl fire\n\n7 August 2022\n\n| | 5 August | 6 August |\n|---|---|---|\n| Persons evacuated | 3 400 | 5 100 |\n"
    told = {a.text: a.slot.scope for a in run(tmp_path, {"a.md": table}).assertions}
    assert (told["3 400"].time, told["5 100"].as_of) == ("2022-08-05", "2022-08-06")


UNITS = [
    ("$ million, three months to September 30", ("USD", 10**6)),
    ("Revenue ($m)", ("USD", 10**6)),
    ("General fund, $ million", ("USD", 10**6)),
    ("Area burnt (ha)", ("har", 1)),
    ("Status at 20:00", None),
    ("Won", None),  # matches
    ("Seats won", None),
    ("Price (won)", ("KRW", 1)),
    ("Sites, countries", None),
]


@pytest.mark.parametrize(("header", "unit"), UNITS)
def test_unit_of(header: str, unit: tuple[str, int] | None) -> None:
    """Units of headers and corners."""
    found = unit_of(header)
    assert (found and (found[0], int(found[1]))) == unit


LOG = """# What happened

15 March 2023

| Time (CET) | Event |
|---|---|
| 10:12 | The pumps were started |
| 10:18 | 42 |

| Date | Cases | Note |
|---|---|---|
| 4 May 2020 | 18 | The school was closed for a week |
"""


def test_a_row_that_goes_on_in_words(tmp_path: Path) -> None:
    """Its date is of what the words tell; a figure has nothing of the column beside it."""
    report = run(tmp_path, {"a.md": LOG})
    told = {a.text: a for a in report.assertions}
    assert (told["10:12"].value.time, told["10:12"].value.zone) == ("10:12", "local")
    assert told["10:12"].slot.senses[0] == "begin"
    assert "10:18" not in told
    assert told["4 May 2020"].slot.senses == ("close",)
    assert told["18"].slot.senses == ()


@pytest.mark.parametrize(
    ("one", "verdict"),
    [
        ("At 09:12 UTC on 15 March 2023 the pumps were started.", "agree"),
        ("At 09:58 UTC on 15 March 2023 the pumps were started.", "single-citation"),
        ("At 09:12 EST on 15 March 2023 the pumps were started.", "single-citation"),
    ],
)
def test_letters_of_a_zone(tmp_path: Path, one: str, verdict: str) -> None:
    """CET is an hour ahead of UTC; where there are three zones, none is turned into another."""
    report = run(tmp_path, {"a.md": LOG, "b.txt": f"{one}\n"})
    assert {v for v, _ in verdicts(report, "10:12")} == {verdict}


LABELS = [
    # label, the thing counted, the happening
    ("Persons cut off", "person", "stranded"),
    ("Families to be settled", "family", "reside"),
    ("Boats lost in the storm", "boat", "lose"),
    ("Injured outside the fall zone", None, "injure"),  # persons, no zone
    ("released before the assault", None, "release"),
    ("Births, October", "birth", "birth"),
    ("Children under five", "child", None),
    ("Deaths from cholera", "death", "kill"),
    ("Loans to customers", "loan", "borrow"),
    ("Goals against", "goal", "score"),
    ("Servers still down", "server", None),
    ("Passengers over 65", "passenger", None),
    ("Prisoners taken in the raid", "prisoner", None),
    ("Pupil to teacher ratio", "ratio", None),  # one word of three
    ("Passengers, maximum", "passenger", None),
    ("Summer camp visitors", "visitor", None),
]


@pytest.mark.parametrize(("label", "noun", "sense"), LABELS)
def test_the_head_of_a_label(
    tmp_path: Path, label: str, noun: str | None, sense: str | None
) -> None:
    """What is counted stands before the preposition, and what happened to it comes first."""
    table = f"# Facts\n\n| Item | Value |\n|---|---|\n| {label} | 2,413 |\n| Others | 88 |\n"
    report = run(tmp_path, {"a.md": table, "b.txt": "Nothing happened in 2020.\n"})
    slot = next(a.slot for a in report.assertions if a.text == "2,413")
    assert slot.noun == noun
    assert sense is None or slot.senses[0] == sense


TAILS = [
    # two labels of unlike figures: the second is of some of what the first counts
    ("Children", "Children under five"),
    ("Passengers", "Passengers over 65"),
    ("Goals", "Goals against"),
    ("Births", "Births, October"),
    ("Members", "Members not voting"),
    ("Students", "Students from abroad"),
    ("Weight", "Weight without strap"),
    ("Cars sold", "Cars sold, first half"),
]


@pytest.mark.parametrize(("whole", "some"), TAILS)
def test_some_of_what_a_label_counts(tmp_path: Path, whole: str, some: str) -> None:
    """What stands behind the noun singles out a part, and two figures of the two do not clash."""
    rows = "| Item | Value |\n|---|---|\n| {} | {} |\n| Roads | 88 |\n\n"
    told = "The Ombridge report was written in 2019.\n"
    texts = {
        "a.md": "# Ombridge report 2019\n\n" + rows.format(whole, 413) + told,
        "b.md": "# Ombridge, the report of 2019\n\n" + rows.format(some, 351) + told,
    }
    assert "conflict" not in {cluster.verdict for cluster in run(tmp_path, texts).clusters}
    texts["b.md"] = texts["b.md"].replace(some, whole)
    assert "conflict" in {cluster.verdict for cluster in run(tmp_path, texts).clusters}


def test_a_time_behind_a_label_singles_nothing_out(tmp_path: Path) -> None:
    """ "Council decision, 2009" is of 2009; the year is no part of what is decided."""
    table = "# Costs\n\n| Item | Value |\n|---|---|\n| {} | 2,413 |\n| Others | 88 |\n"
    for label, found in (("Permits, 2009", ()), ("Permits, households", (", households",))):
        report = run(tmp_path, {"a.md": table.format(label), "b.txt": "It was written in 2020.\n"})
        slot = next(a.slot for a in report.assertions if a.text == "2,413")
        assert slot.scope.qualifiers == found
