"""Forms of figures, each beside one that looks alike and must be read otherwise or not at all."""

from __future__ import annotations

from decimal import Decimal

import pytest

from twosource.extract.quantities import read_quantities, writes_decimal_comma
from twosource.extract.values import read_values
from twosource.intervals import Relation, compare_quantities
from twosource.model import Quantity


def of(text: str) -> list[tuple[str, str | None, str | None, str]]:
    """Surface, low, high and unit of each quantity."""
    shown = []
    for mention in read_values(text):
        if isinstance(value := mention.value, Quantity):
            low, high = (
                None if side is None else f"{side.normalize():f}"
                for side in (value.low, value.high)
            )
            shown.append((text[mention.start : mention.end], low, high, value.unit))
    return shown


FORMS = [
    # text, surface, low, high, unit
    ("The weir stands a metre and a half high.", "a metre and a half", "1.5", "1.5", "m"),
    ("The weir is a metre eighty high.", "a metre eighty", "1.8", "1.8", "m"),
    ("He cleared two metres ten.", "two metres ten", "2.1", "2.1", "m"),
    ("Just over a metre of snow lay there.", "Just over a metre", "1", None, "m"),
    ("She bought a kilo and a half of salt.", "a kilo and a half", "1.5", "1.5", "kg"),
    ("They paid seven crowns twenty.", "seven crowns twenty", "7.2", "7.2", "{crown}"),
    ("The choir numbers 340 voices.", "340", "340", "340", "1"),
    ("Its fleet numbers 41 in all.", "41", "41", "41", "1"),
    ("They won it five sets to three.", "five sets to three", "5", "5", "{:3}"),
    ("27 and a half thousand seats", "27 and a half thousand", "27500", "27500", "1"),
    ("3 and a half million people", "3 and a half million", "3500000", "3500000", "1"),
    ("a thrust of 1.26 meganewtons", "1.26 meganewtons", "1.26", "1.26", "MN"),
    ("Rents rose 3.5 percentage points.", "3.5 percentage points", "3.5", "3.5", "{pp}"),
    ("a 1.2-percentage-point drop", "1.2-percentage-point", "1.2", "1.2", "{pp}"),
    ("up 2 % points", "2 % points", "2", "2", "{pp}"),
    ("up 25 basis points", "25 basis points", "25", "25", "{bp}"),
    ("It held 9 homicides per 100,000 people.", "9 homicides per 100,000 people", "9", "9",
     "/10*5{person}"),
    ("one case per million inhabitants", "one case per million inhabitants", "1", "1",
     "/10*6{person}"),
    ("5 in every 1,000 births", "5 in every 1,000 births", "5", "5", "/10*3{birth}"),
    ("It burns 8.5 litres per 100 km.", "8.5 litres per 100 km", "8.5", "8.5", "L/(10*2.km)"),
    ("It cost $3.2 billion in 2015 dollars.", "$3.2 billion", "3200000000", "3200000000",
     "USD{2015}"),
    ("In 2010 prices, €40 million was spent.", "€40 million", "40000000", "40000000", "EUR{2010}"),
    ("aid of $5 billion (2011 US$)", "$5 billion", "5000000000", "5000000000", "USD{2011}"),
    ("He paid 2015 dollars.", "2015 dollars", "2015", "2015", "USD"),  # an amount, no year
    ("Millions of euros were lost.", "Millions of euros", "2000000", None, "EUR"),
    ("thousands of kilometres of road", "thousands of kilometres", "2000", None, "km"),
    ("It was 12 degrees below zero.", "12 degrees below zero", "-12", "-12", "deg"),
    ("10 to 15 degrees below zero", "10 to 15 degrees below zero", "-15", "-10", "deg"),
    ("a margin of plus or minus 3 points", "3", "3", "3", "1"),
    ("Nearly half of them left.", "Nearly half", "0.5", "0.5", "{fraction}"),
    ("It lost almost half, they say.", "almost half", "0.5", "0.5", "{fraction}"),
    ("No casualties were reported.", "No", "0", "0", "1"),
    ("Neither of the pilots survived.", "Neither", "0", "0", "1"),
    ("Nobody was seriously hurt.", "Nobody", "0", "0", "1"),
    ("odds of 3:1", "3:1", "3", "3", "{:1}"),
    ("It was four to three.", "four to three", "4", "4", "{:3}"),
    ("The jury was split, just: six to five.", "six to five", "6", "6", "{:5}"),
    ("VEL 25 million were released.", "25 million", "25000000", "25000000", "1"),  # no version
    ("up to QX 500 000 per person", "up to QX 500 000", None, "500000", "1"),
    ("up to KR 500 000 per person", "up to KR 500 000 per person", None, "500000", "{crown}/{person}"),
    ("Hall (floor area 198 000 m²)", "198 000 m²", "198000", "198000", "m2"),
    ("It cost four and a bit million euros.", "four and a bit million euros", "4000000", "4000000",
     "EUR"),
    ("It burns 14,000 tonnes of coal a day.", "14,000 tonnes", "14000", "14000", "t/d"),
    ("5 km of nothing and a day lost", "5 km", "5", "5", "km"),
    ("It was 54 below zero, Fahrenheit.", "54 below zero", "-54", "-54", "[degF]"),
    ("54 degrees below the zero of Celsius", "54 degrees below the zero", "-54", "-54", "Cel"),
    ("The 18,700 real passengers came.", "18,700", "18700", "18700", "1"),
    ("It costs 18,700 real.", "18,700 real", "18700", "18700", "{real}"),
    ("Almost a third walked out.", "Almost a third", "0.3333333333", "0.3333333333", "{fraction}"),
    ("Reach us on 0800 555 123.", "0800 555 123", None, None, "{id:0800555123}"),
    ("outnumbered by two to one", "two to one", "2", "2", "{:1}"),
    ("a 60-40 split", "60-40", "60", "60", "{:40}"),
    ("a vote of 5 to 4", "5 to 4", "5", "5", "{:4}"),
    ("a margin of 3 to 5 points", "3 to 5", "3", "5", "1"),  # a range, no score
    ("one hundred and thirty fifths", "one hundred and thirty fifths", "26", "26", "{fraction}"),
    ("two and fifty-four hundredths", "two and fifty-four hundredths", "2.54", "2.54", "1"),
    ("three thirty-seconds of it", "three thirty-seconds", "0.09375", "0.09375", "{fraction}"),
    ("one billion and a quarter million", "one billion and a quarter million", "1000250000",
     "1000250000", "1"),
    ("hundredth of a mile", "hundredth of a mile", "0.01", "0.01", "[mi_i]"),
    ("A pair of gunmen fled.", "A pair", "2", "2", "1"),
    ("a dollar and 42 cents", "a dollar and 42 cents", "1.42", "1.42", "USD"),
    ("2 yards 7 ft 10 inches", "2 yards 7 ft 10 inches", "166", "166", "[in_i]"),
    ("It spent rupees 500 crore.", "rupees 500 crore", "5000000000", "5000000000", "INR"),
    ("swapped dollars for euros 12 times", "12 times", "12", "12", "{times}"),
    ("He is 6'2\" tall.", "6'2\"", "74", "74", "[in_i]"),
    ("It costs CHF 30'000.", "CHF 30'000", "30000", "30000", "CHF"),
    ("3 × 10⁸ m/s", "3 × 10⁸ m/s", "300000000", "300000000", "m/s"),
    ("It cost $1.5m–2m.", "$1.5m–2m", "1500000", "2000000", "USD"),
    ("a level of 3.2 mmol/L", "3.2 mmol/L", "3.2", "3.2", "mmol/L"),
    ("2.5-3.5 million people", "2.5-3.5 million", "2500000", "3500000", "1"),
    ("1.1 to 1.2 million men", "1.1 to 1.2 million", "1100000", "1200000", "1"),
    ("two or three dozen cows", "two or three dozen", "24", "36", "1"),
    ("a pH of 6.5-7.5", "6.5-7.5", "6.5", "7.5", "1"),
    ("from -40 to +50 °C", "-40 to +50 °C", "-40", "50", "Cel"),
    ("464 people per km2", "464 people per km2", "464", "464", "/km2"),
    ("just over a third in May", "just over a third", "0.3333333333", None, "{fraction}"),
    ("It dropped by a third to a low.", "a third", "0.3333333333", "0.3333333333", "{fraction}"),
    ("He weighs 11st 4lb.", "11st 4lb", "158", "158", "[lb_av]"),
    ("He owes $1.3 million plus interest.", "$1.3 million", "1300000", "1300000", "USD"),
    ("a work in XII books", "XII", "12", "12", "1"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "surface", "low", "high", "unit"), FORMS)
def test_form(text: str, surface: str, low: str, high: str | None, unit: str) -> None:
    """One figure is read, with its unit."""
    assert of(text) == [(surface, low, high, unit)]


@pytest.mark.parametrize(
    "text",
    [
        "No other injuries were reported.",  # there were some
        "No American soldiers were hurt.",  # of others nothing is said
        "Nobody knows.",
        "Neither country signed.",
        "half past the hour",
        "a pair of trousers",
        "a one-in-a-million chance",
        "a 1-in-100-year flood",
        "the A-4-2.1 code",
        "Call +1 (555) 014-2233 or (555) 014-2233.",
        "the Group of Seven",
        "1600 Pennsylvania Avenue",
        "12 Main Street",
        "at 40°26′46″N",
        "under § 12 of the act",
        "the iPhone 14",
        "Louis XIV fought World War II.",
        "phase III trials of Type II errors",
        "an IV drip",
        "The shares stood 747-400.",  # neither a range nor a score
        "John 3:16",
    ],
)
def test_silent(text: str) -> None:
    """Nothing is counted."""
    assert of(text) == []


ERRORS = [
    # text, interval
    ("12.3 ± 0.4 kg", ("11.9", "12.7")),
    ("12.3 kg ± 0.4 kg", ("11.9", "12.7")),
    ("14.2 km +/- 0.5", ("13.7", "14.7")),
    ("3 kg ± 5 %", ("2.85", "3.15")),
    ("30 ± 5 %", ("25", "35")),
    ("5.4(3) kg", ("5.1", "5.7")),
    ("45 minutes, give or take 5 minutes", ("40", "50")),
    ("see 5.4(3) there", ("5.35", "5.45")),  # a note, no error
]


@pytest.mark.parametrize(("text", "interval"), ERRORS)
def test_error(text: str, interval: tuple[str, str]) -> None:
    """What stands behind "±" is how far the figure may be off."""
    (found,) = read_quantities(text)
    assert isinstance(found.value, Quantity)
    assert (found.value.interval.low, found.value.interval.high) == tuple(map(Decimal, interval))


def test_two_figures_of_a_change() -> None:
    """Behind a comma "from ... to" tells two figures, no range."""
    text = "It overran by 35 percent, from $1.2 billion to $1.62 billion."
    assert [row[:2] for row in of(text)] == [
        ("35 percent", "35"), ("$1.2 billion", "1200000000"), ("$1.62 billion", "1620000000"),
    ]  # fmt: skip


def test_unit_of_a_change() -> None:
    """The unit of what a figure became is that of the figure."""
    read = of("Yields rose from 2.3 to 3.1 tonnes.")
    assert [row[1:] for row in read] == [("2.3", "2.3", "t"), ("3.1", "3.1", "t")]


def test_both_sides_have_the_unit() -> None:
    """ "6 x 9 feet" is six feet by nine."""
    assert [row[3] for row in of("It measures 6 x 9 feet, or 20 by 30 metres.")] == [
        "[ft_i]", "[ft_i]", "m", "m",
    ]  # fmt: skip


def test_level_of_an_interval_is_no_share() -> None:
    """ "95% CI": the range is read, and the level counts confidence."""
    level, interval = (mention.value for mention in read_quantities("(95% CI 1.2–2.6)"))
    assert isinstance(level, Quantity)
    assert isinstance(interval, Quantity)
    assert level.noun == "confidence"
    assert (interval.low, interval.high) == (Decimal("1.2"), Decimal("2.6"))


PAIRS = [
    # left, right, relation
    ("up 4 percentage points", "up 4 %", Relation.INCOMPARABLE),
    ("up 0.25 percentage points", "up 25 basis points", Relation.COMPATIBLE),
    ("$5 million in 2015 dollars", "$9 million", Relation.INCOMPARABLE),
    ("$5 million in 2015 dollars", "$5 million", Relation.COMPATIBLE),
    ("$5 million in 2015 dollars", "$9 million in 2020 dollars", Relation.INCOMPARABLE),
    ("$5 million in 2015 dollars", "$9 million in 2015 prices", Relation.EXCLUDES),
    ("12.4 deaths per 100,000 people", "1.24 deaths per 10,000 people", Relation.COMPATIBLE),
    ("12.4 deaths per 100,000 people", "3 deaths per 10,000 residents", Relation.EXCLUDES),
    ("12 deaths per 1,000 births", "3 deaths per 1,000 people", Relation.INCOMPARABLE),
    ("16 MB", "16 MiB", Relation.COMPATIBLE),  # writers mix them up
    ("16 MB", "20 MiB", Relation.EXCLUDES),
]


@pytest.mark.parametrize(("left", "right", "relation"), PAIRS)
def test_units_compare(left: str, right: str, relation: Relation) -> None:
    """Points, rates and years of prices compare with their like only."""
    one, two = (read_values(text)[0].value for text in (left, right))
    assert isinstance(one, Quantity)
    assert isinstance(two, Quantity)
    assert compare_quantities(one, two) == compare_quantities(two, one) == relation


@pytest.mark.parametrize(
    ("text", "comma"),
    [
        ("Sales of 1.234,5 million; later 1.400", True),
        ("12,5 % then, 13,1 % now", True),
        ("1,234.5 here and 1.234,5 there", False),  # both: no style
        ("1.234 and 5,678", False),  # can be read two ways
        ("1,234,567 people, 12,5 % and 13,1 %", False),
    ],
)
def test_decimal_comma(text: str, comma: bool) -> None:
    """A document shows its style by what can be read one way only."""
    assert writes_decimal_comma(text) is comma


def test_style_of_the_document_decides() -> None:
    """ "1.234" is a thousand and more only where the document writes so."""
    read = [read_quantities("some 1.234 firms", comma=comma)[0].value for comma in (False, True)]
    assert [value.low for value in read if isinstance(value, Quantity)] == [
        Decimal("1.234"),
        Decimal(1234),
    ]


KINDS = [
    # text, surface, low, high, unit: a kind told by the words around
    ("a woman between the ages of 25 and 30", "between the ages of 25 and 30", "25", "30", "a"),
    ("by six to two, as I hear", "six to two", "6", "6", "{:2}"),
    ("They voted for it, fourteen against five.", "fourteen against five", "14", "14", "{:5}"),
    ("two judges against one", "two judges against one", "2", "2", "{:1}"),
    ("The vote in the commission was 6:1.", "6:1", "6", "6", "{:1}"),
    ("Eight pounds to get in.", "Eight pounds", "8", "8", "GBP"),
    ("Eight pounds of butter.", "Eight pounds", "8", "8", "[lb_av]"),
    ("in a cold of almost fifty below", "almost fifty below", "-50", "-50", "deg"),
    ("more than 10 degrees below zero", "more than 10 degrees below zero", None, "-10", "deg"),
    ("It asks $6.50 for a dose.", "$6.50", "6.5", "6.5", "USD/{dose}"),
    ("They paid $6.50 for a hat.", "$6.50", "6.5", "6.5", "USD"),
    ("They paid $6 million for a unit.", "$6 million", "6000000", "6000000", "USD"),
]


@pytest.mark.parametrize(("text", "surface", "low", "high", "unit"), KINDS)
def test_kinds(text: str, surface: str, low: str | None, high: str | None, unit: str) -> None:
    """The words around a figure tell what kind it is of."""
    assert of(text) == [(surface, low, high, unit)]


CHANGES = [
    # text, (low, unit) of each
    ("Sales rose from 2.1 to 2.6 billion euros.", [("2100000000", "EUR"), ("2600000000", "EUR")]),
    ("The fund fell from €2.1 to €1.6bn.", [("2100000000", "EUR"), ("1600000000", "EUR")]),
    ("The herd fell from 2.1 to 1.6 million.", [("2100000", "1"), ("1600000", "1")]),
    ("Sales rose from 900 to 1.2 million.", [("900", "1"), ("1200000", "1")]),  # as it says
    ("Fees went up from 4,000 to 5,200 pounds a year.", [("4000", "GBP/a"), ("5200", "GBP/a")]),
    ("The load fell from 4,000 to 3,200 pounds.", [("4000", "[lb_av]"), ("3200", "[lb_av]")]),
    ("He leapt two metres and ten men cheered.", [("2", "m"), ("10", "1")]),
    ("The lot numbers 12 and 14 were sold.", []),
    ("They sell it at 5 francs a pint.", [("5", "{franc}/[pt_us]")]),
]


@pytest.mark.parametrize(("text", "told"), CHANGES)
def test_both_ends_of_a_change(text: str, told: list[tuple[str, str]]) -> None:
    """Scale and unit of what a figure became hold for what it was."""
    assert [(low, unit) for _, low, _, unit in of(text)] == told


SEVERAL = [
    ("It holds sixteen litres to more than a hundred beads.", ["L", "1"]),  # another's count
    ("It holds sixteen to twenty litres.", ["L"]),
    ("It fell by 6 to 2.", ["1", "1"]),  # by so many, to so many
    ("Ten against twenty they fought.", ["1", "1"]),  # no vote
    ("It was 12 below the limit.", ["1"]),
    ("They bought two million doses and paid $39 for each.", ["1", "USD/{dose}"]),
    ("They bought two million hats and paid $39 for each.", ["1", "USD"]),
]


@pytest.mark.parametrize(("text", "units"), SEVERAL)
def test_units_of_several(text: str, units: list[str]) -> None:
    """Each figure has the unit that is told of it, and of no other."""
    assert [unit for _, _, _, unit in of(text)] == units


def test_a_rate_behind_the_same_in_another_unit() -> None:
    """ "60 miles (96 kilometres) an hour": both are speeds; a noun in between ends it."""
    units = [unit for *_, unit in of("It reached 60 miles (96 kilometres) an hour.")]
    assert units == ["[mi_i]/h", "km/h"]
    assert [unit for *_, unit in of("It ran 60 miles (96 kilometres) and lost an hour.")][:2] == [
        "[mi_i]",
        "km",
    ]


def test_minutes_to_an_hour_are_no_score() -> None:
    """ "It was ten to six" is a time; "The vote was five to two" is a score."""
    assert all(unit != "{:6}" for *_, unit in of("It was ten to six."))
    assert [unit for *_, unit in of("The vote: five to two.")] == ["{:2}"]
    assert [unit for *_, unit in of("It fell from nine to four.")] == ["1", "1"]


def test_a_figure_that_is_owned_counts_nothing() -> None:
    """ "The 340 million of the campaigners" is theirs; "40 million people" are people."""
    owned, counted = (
        read_quantities(text)[0].value
        for text in ("The 340 million of the campaigners is wrong.", "40 million people came.")
    )
    assert isinstance(owned, Quantity)
    assert isinstance(counted, Quantity)
    assert (owned.noun, counted.noun) == (None, "person")


PARTS = [
    # text, value, unit
    ("One vote in five comes by post.", [("0.2", "{fraction}")]),
    ("It protects nine children in ten, they say.", [("0.9", "{fraction}")]),
    ("Three seats out of four filled.", [("0.75", "{fraction}")]),
    ("Two men in three cars were hurt.", [("2", "1"), ("3", "1")]),
    ("Every fifth came from abroad.", [("0.2", "{fraction}")]),
    ("Every second person was ill.", [("0.5", "{fraction}")]),
    ("Every second counts.", []),
    ("Every third day it rained.", []),
]


@pytest.mark.parametrize(("text", "found"), PARTS)
def test_parts_told_of_things(text: str, found: list[tuple[str, str]]) -> None:
    """ "One vote in five" and "every fifth" are shares; "two men in three cars" are counts."""
    shares = [(low, unit) for _, low, _, unit in of(text) if low is not None]
    assert [
        (low, unit) for low, unit in shares if (low, unit) != ("3", "1") or "cars" in text
    ] == found
