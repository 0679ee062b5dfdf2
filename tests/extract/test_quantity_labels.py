"""Number words that name, amounts in brackets, lengths of one, lengths in two units."""

import pytest

from twosource.extract.values import read_values
from twosource.model import Quantity

LABELS = [
    # text, the figures read from it
    ("On day four of the hearing he spoke.", []),
    ("Stage three of the ride was flat.", []),
    ("In group five men were given more.", []),
    ("see chapter nine.", []),
    ("They reached Camp Two.", []),
    ("That day four miners were killed.", ["four"]),
    ("On the second day four miners died.", ["four"]),
    ("the team three men led", ["three"]),
    ("They want to build nine mills.", ["nine"]),
    ("Build nine mills.", ["nine"]),
    ("He won the match six times.", ["six times"]),
]
ACCOUNTS = [
    ("Net income was ($45.20).", ["-45.20 USD"]),
    ("Cash flow was $(3.5) million.", ["-3500000 USD"]),
    ("a net loss of $(3.5) million", ["3500000 USD"]),  # the loss is told, not its sign
    ("The fine ($45.20) was paid.", ["45.20 USD"]),
    ("It cost $45 ($52 abroad).", ["45 USD", "52 USD"]),
]
ONES = [
    ("a one second gap", ["PT1S"]),
    ("It was won by one second.", ["PT1S"]),
    ("a one second chance", ["PT1S"]),  # as anybody would read it
    ("in one second half", []),
    ("one second chance", []),
    ("a delay of one week", ["P1W"]),
    ("the one week he left", []),
    ("a one week strike", ["P1W"]),
    ("It took an hour and forty minutes.", ["PT100M"]),
    ("He served for a year and two months.", ["P14M"]),
    ("It took an hour and forty men.", ["PT1H"]),
    ("It took an hour and half.", ["PT90M"]),
    ("It took an hour and half the crew.", ["PT1H"]),
]

TOLD = [
    # units that a word near by tells, and the same letters without it
    ("Lows of 12C are forecast.", ["12 Cel"]),
    ("Bake at 170C (340F).", ["170 Cel", "340 [degF]"]),
    ("see appendix 12C of the act", []),
    ("spun at 4,000 g for an hour", ["4000 [g]", "1 h"]),
    ("a bag of 400 g", ["400 g"]),
    ("a 0.2 M solution of acid", ["0.2 mol/L"]),
    ("a budget of 0.2 M", ["0.2 1"]),
    ("a load of 1.8 MN", ["1.8 MN"]),
    ("a bid of $1.8 MN", ["1800000 USD"]),
    ("a bond of 1.2 Å", ["1.2 Ao"]),
    ("a 10 mM dose", ["10 mmol/L"]),
    ("gains of 5.1 eV", ["5.1 eV"]),
    ("30 micrograms per cubic metre", ["30 ug/m3"]),
    ("30 people per square kilometre", ["30 /km2"]),
    ("6 kg per cubic", ["6 kg"]),
    ("It lasted 2h 35m.", ["155 min"]),
    ("It lasted 1h30m.", ["90 min"]),
    ("a 3h 800m run", ["3 h", "800 m"]),
    ("4,000 foot soldiers", ["4000 1"]),
    ("a 4 foot wall", ["4 [ft_i]"]),
    ("It cost $5m plus $2m in fees.", ["5000000 USD", "2000000 USD"]),
    ("fined EUR 900 plus costs", ["900 EUR"]),
    ("children under twelve EUR 9", ["12 1", "9 EUR"]),
    ("twelve EUR for children", ["12 EUR"]),
]
HALVES = [
    ("a walk of 2 and a half hours", ["2.5 h"]),
    ("a walk of 3 and a quarter miles", ["3.25 [mi_i]"]),
    ("2 and a half of the rest", ["2 1", "0.5000000000 {fraction}"]),
]
BESIDE = [
    ("a third fewer than in May", ["0.3333333333 {fraction}"]),
    ("a third man", ["3 1"]),
    ("It shut for a second time.", []),
    ("It shut for a second.", ["1 s"]),
    ("area 1,204 km2", ["1204 km2"]),
    ("in area 51", []),
    ('"between 15 and 20 per cent"', ["15..20 %"]),
]
COUNTS = [
    ("One man was killed.", ["1 1"]),
    ("At least one soldier fell.", ["1 1"]),
    ("killing one soldier", ["1 1"]),
    ("One man said so.", []),  # of such nobody keeps count
    ("the one death he saw", []),
    ("Lots 4 to 9 were sold.", []),
    ("see pages 3, 7 and 9", []),
    ("in rounds 3 and 4 men fell", ["4 1"]),
    ("The bus 42 runs late.", []),
    ("Majority 254.", ["254 1"]),
    ("It is a Falcon 254.", []),
    ("Notes: 1. Sums may not add up.", []),
    ("Dead: 1. Hurt: 4.", ["1 1", "4 1"]),
    ("a crop of 3.2m t", ["3200000 t"]),
    ("a 3.2m wall", ["3.2 m"]),
]
AGES = [
    ("The farmer, 61, was unhurt.", ["61 a"]),
    ("The firm, 61, was unhurt.", ["61 1"]),
    ("two girls aged 6 and 9 were found", ["2 1", "6 a", "9 a"]),
    ("boys aged 4, 6 and 9 were found", ["4 a", "6 a", "9 a"]),
    ("a girl aged 6 and 9 others", ["6 a", "9 1"]),
    ("between a quarter and a third of them", ["0.2500000000..0.3333333333 {fraction}"]),
    ("a quarter to a third of them", ["0.2500000000..0.3333333333 {fraction}"]),
    ("The claim was rejected 6-3.", ["6 {:3}"]),
    ("The board approved 3-6 claims.", ["3..6 1"]),
]


def shown(value: Quantity) -> str:
    """Figure or range, and unit."""
    if value.low is None or value.high is None or value.low == value.high:
        return f"{value.low if value.high is None else value.high:f} {value.unit}"
    return f"{value.low:f}..{value.high:f} {value.unit}"


@pytest.mark.parametrize(("text", "wanted"), TOLD + HALVES + BESIDE + COUNTS + AGES)
def test_told_by_what_stands_beside(text: str, wanted: list[str]) -> None:
    """Figures and units of each text."""
    values = [m.value for m in read_values(text)]
    assert [shown(v) for v in values if isinstance(v, Quantity)] == wanted


@pytest.mark.parametrize(("text", "wanted"), LABELS)
def test_number_words_that_name(text: str, wanted: list[str]) -> None:
    """A number word behind a label names its bearer, unless a word points to the label."""
    assert [text[m.start : m.end] for m in read_values(text) if is_quantity(m.value)] == wanted


@pytest.mark.parametrize(("text", "wanted"), ACCOUNTS)
def test_amounts_in_brackets(text: str, wanted: list[str]) -> None:
    """Brackets are a minus only where they cannot be an aside."""
    values = [m.value for m in read_values(text)]
    assert [f"{v.low:f} {v.unit}" for v in values if isinstance(v, Quantity)] == wanted


@pytest.mark.parametrize(("text", "wanted"), ONES)
def test_lengths_of_one(text: str, wanted: list[str]) -> None:
    """ISO 8601 duration of each length."""
    values = [m.value for m in read_values(text)]
    assert [v.iso for v in values if isinstance(v, Quantity) and v.iso] == wanted


@pytest.mark.parametrize(
    "text", ["twelve of ", "1/2 to a ", "between 5 and ", "5 out of the ", "from 2 to "]
)
def test_a_text_that_breaks_off(text: str) -> None:
    """What would go on behind the end of a text is not looked for."""
    assert all(mention.end <= len(text.rstrip()) for mention in read_values(text))


def is_quantity(value: object) -> bool:
    return isinstance(value, Quantity)
