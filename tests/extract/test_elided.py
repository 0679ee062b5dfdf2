"""Figures whose unit stands with the figure before, or is told by what is measured."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers import run

from twosource.extract.tables import unit_of
from twosource.model import Quantity

ROWS = [
    # text, figure, unit
    ("She was sent to prison for 42 months, reduced to 36 on appeal.", "36", "mo"),
    ("Our first evaluation shows 82 km/h. The limit is 80.", "80", "km/h"),
    ("He passed it at 118 kilometres an hour. Eighty was allowed.", "Eighty", "km/h"),
    ("The journey took 145 minutes, up from 110 in May.", "110", "min"),
    (
        "The flow fell to 310 m³/s on Friday, from about 540 on the same day last year.",
        "about 540",
        "m3/s",
    ),
    ("The flow is 310 m³/s now; two years ago it was 540.", "540", "m3/s"),
    ("When she came back she was lying deeper, with 7.9 metres before, 10.6 after.", "10.6", "m"),
    ("The flow fell to 310 m³/s at noon, from 540 farms to none.", "540", "1"),
    ("The flow fell from 310 m³/s at noon, and it was 540 who fled.", "540", "1"),
    ("The wall is 40 m long and 38 m wide; a year ago it was 36.", "36", "1"),  # of which?
    ("The wire was 42 metres long, reduced to 36 pieces by the storm.", "36", "1"),  # counted
    # the same verb again, and nothing counted behind the figure
    ("Karlsen was jailed for eight years; his brother was jailed for five.", "five", "a"),
    ("The old pump lifts 300 litres, the new one lifts 120.", "120", "L"),
    ("The driver was fined 300 euros and the owner was fined 900.", "900", "EUR"),
    ("A room cost 40 euros, and a suite cost 95.", "95", "EUR"),
    ("The sapling grew 5 cm in May, and in June it grew 3.", "3", "cm"),
    ("The major got twelve years, I got four.", "four", "1"),  # whose?
    ("It took three years, and it took 40 men.", "40", "1"),  # counted
    ("The firm sold a mine for 40 million euros and sold 12 of its shops.", "12", "1"),
    ("The fare was cut from 40 euros to 25.", "25", "EUR"),
    ("The fare of 4.80 euros rose to 11.50 in March.", "11.50", "EUR"),
    ("The fare of 4.80 euros was paid by 11.", "11", "1"),
    ("The bags weigh 40 kg. The score was 38.", "38", "1"),  # nothing measured in kilograms
    ("It took 42 minutes, cut to 4000 by some.", "4000", "1"),  # of another size
    ("The wait was to go from 10 seconds to 20.", "20", "s"),
    ("A lease of 2,000 milliseconds where 20,000 had been intended broke it.", "20,000", "ms"),
    ("The wait rose from ten to twenty seconds, and was cut to two.", "two", "s"),
    ("A lease of 2,000 milliseconds where 20,000 slept was no lease.", "20,000", "1"),
    ("They put the fish at less than three tonnes, the claimants at eleven.", "eleven", "t"),
    ("They put the fish at three tonnes, and the claimants came at eleven.", "eleven", "1"),
    ("They have a hole of 26 seconds; the maker's maximum is 11.", "11", "s"),
    ("They have a hole of 26 seconds; the maker's crew was 11.", "11", "1"),
    ("By then 3,900 barrels had gone. The company spoke of 1,200.", "1,200", "[bbl_us]"),
    ("By then 3,900 barrels had gone. The company spoke of 1,200 of its men.", "1,200", "1"),
    ("She served nine of her fourteen years.", "nine", "a"),
    ("They paved seven of the ten kilometres.", "seven", "km"),
    ("Three of the 12-hour shifts were cut.", "Three", "1"),
    ("Nine of the fourteen guards slept.", "Nine", "1"),
    ("The pump failed after four years of an intended fifteen.", "fifteen", "a"),
    ("The pump failed after four years of fifteen troubles.", "fifteen", "1"),
    ("It weighs 40 kg and has 38 in all.", "38", "1"),  # nothing says that it changed
]


@pytest.mark.parametrize(("text", "figure", "unit"), ROWS)
def test_elided_units(tmp_path: Path, text: str, figure: str, unit: str) -> None:
    """A unit is carried where the words change or repeat the measure, and only there."""
    report = run(tmp_path, {"a.txt": f"{text}\n"})
    found = [
        a.value.unit
        for a in report.assertions
        if isinstance(a.value, Quantity) and a.text == figure
    ]
    assert set(found) <= {unit}
    assert found or unit == "1"


MONEY = [
    # text, figure, unit; None: read as nothing
    ("The clinic paid thirty-nine dollars a dose. It now pays nine.", "nine", "USD/{dose}"),
    ("The clinic paid forty dollars. Now it is six-fifty, they say.", "six-fifty", "USD"),
    ("The clinic paid forty million dollars. It now pays nine.", "nine", "1"),  # of what size?
    ("The clinic paid forty dollars. It now has nine.", "nine", "1"),
    ("The clinic paid forty dollars. It now pays nine nurses.", "nine nurses", "1"),
    ("The train left at six-fifty, they say.", "six-fifty", None),  # no money told
]


@pytest.mark.parametrize(("text", "figure", "unit"), MONEY)
def test_elided_money(tmp_path: Path, text: str, figure: str, unit: str | None) -> None:
    """What is paid is the money told before; two words of an amount are nothing else."""
    report = run(tmp_path, {"a.txt": f"{text}\n"})
    found = {
        a.value.unit
        for a in report.assertions
        if isinstance(a.value, Quantity) and a.text in {figure, figure.split()[0]}
    }
    assert found == ({unit} if unit else set())


MEASURES = [
    ("The train entered a curve of 420 m radius at 118 km/h.", "118 km/h", ("speed",)),
    ("The train entered a curve of 420 m radius at 118 km/h.", "420 m", ("radius",)),
    ("In the night it was -9 °C on the pass.", "-9 °C", ("temperature",)),
    ("There 80 km/h was permitted.", "80 km/h", ("limit",)),
    ("There 80 km/h was reached.", "80 km/h", ("speed",)),
    ("The yard has served this town for 57 years.", "57 years", ("duration",)),
    ("The yard has served this town in 57 years of peace.", "57 years", ()),
    ("The yard fined him for 57 tonnes.", "57 tonnes", ()),  # no time
]


@pytest.mark.parametrize(("text", "figure", "measures"), MEASURES)
def test_units_tell_the_measure(
    tmp_path: Path, text: str, figure: str, measures: tuple[str, ...]
) -> None:
    """A unit of one property names it; what is permitted is a limit."""
    report = run(tmp_path, {"a.txt": f"{text}\n"})
    assert {a.slot.measures for a in report.assertions if a.text == figure} == {measures}


HEADERS = [
    ("Hearing days", "d"),
    ("Number of weeks", "wk"),
    ("Hours:", "h"),
    ("Deaths after six months", None),  # so many deaths
    ("Previous months", None),
    ("Last 12 months", None),
]


@pytest.mark.parametrize(("header", "unit"), HEADERS)
def test_units_of_time_that_head_a_row(header: str, unit: str | None) -> None:
    """A label whose head is a unit of time; not one that names a stretch of time."""
    found = unit_of(header)
    assert (found and found[0]) == unit


TABLES = [
    # headers, unit of the figure below
    ("Price per dose, programmes | USD", "USD/{dose}"),
    ("Price, programmes | USD", "USD"),
    ("Price per year | USD", "USD"),  # in time
    ("Price per dose | USD per unit", "USD/{unit}"),  # its own comes first
]


@pytest.mark.parametrize(("header", "unit"), TABLES)
def test_amounts_apiece_in_a_table(tmp_path: Path, header: str, unit: str) -> None:
    """What an amount is paid for may stand in the header beside that of its money."""
    text = f"| {header} |\n|---|---|\n| At launch | 74 |\n| Later | 39 |\n"
    report = run(tmp_path, {"a.md": text})
    found = {a.value.unit for a in report.assertions if isinstance(a.value, Quantity)}
    assert found == {unit}
